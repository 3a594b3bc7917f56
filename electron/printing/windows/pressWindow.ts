import path from 'node:path'
import { BrowserWindow, type Session, session } from 'electron'
import type { Logger } from '../../boot/logging.ts'
import { SCREEN_SCHEME } from '../../boot/schemes.ts'
import { closeNetwork } from '../../boot/security.ts'
import { DPI, type Laid, printOptions } from './pressOptions.ts'
import { PRESS_URL, servePressPage } from './pressProtocol.ts'
import type { Handing, LaidOut, Press, PressJob } from './windowsPrinter.ts'

/** A paper of thirty pages on a slow PC. */
const LAY_MS = 60_000
/** Electron 25 has been seen never to say anything. */
const WORD_MS = 30_000

/** Hidden windows that draw papers and hand them to the system's spooler, one window a paper. */
export function pressWindow(distFolder: string, log: Logger): Press {
  let own: Session | null = null
  const theSession = (): Session => {
    if (own) return own
    // Without `persist:` nothing of a paper is ever written to disk.
    own = session.fromPartition('press', { cache: false })
    closeNetwork(own, [SCREEN_SCHEME], log)
    servePressPage(own, path.join(distFolder, 'renderer', 'press'))
    return own
  }
  return {
    async open(job) {
      const window = hiddenWindow(theSession())
      try {
        await window.loadURL(PRESS_URL)
        return laidOut(window, job, await layPages(window, job))
      } catch (error) {
        destroy(window)
        throw error
      }
    }
  }
}

function hiddenWindow(own: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 200,
    height: 100,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // The page works while nobody sees it.
      backgroundThrottling: false
    }
  })
}

/** Rejects when the page cannot draw the document, dies, or takes too long. */
async function layPages(window: BrowserWindow, { pdf, title }: PressJob): Promise<Laid> {
  const call = [Buffer.from(pdf).toString('base64'), title, DPI].map((value) => JSON.stringify(value)).join(', ')
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      window.webContents.executeJavaScript(`lay(${call})`) as Promise<Laid>,
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('too slow')), LAY_MS)
        window.webContents.once('render-process-gone', () => reject(new Error('process gone')))
      })
    ])
  } finally {
    clearTimeout(timer)
  }
}

function laidOut(window: BrowserWindow, job: PressJob, laid: Laid): LaidOut {
  return {
    print: () =>
      new Promise<Handing>((resolve) => {
        const timer = setTimeout(() => resolve('silent'), WORD_MS)
        const say = (handing: Handing): void => {
          clearTimeout(timer)
          resolve(handing)
        }
        window.once('closed', () => say('silent'))
        try {
          window.webContents.print(printOptions(job, laid), (success, why) =>
            say(success ? { said: 'handed-over' } : { said: 'refused', why })
          )
        } catch (error) {
          say({ said: 'refused', why: error instanceof Error ? error.name : 'error' })
        }
      }),
    close: () => destroy(window)
  }
}

function destroy(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.destroy()
}
