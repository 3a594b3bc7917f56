import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { BrowserWindow, MessageChannelMain, type MessagePortMain, type Session, session } from 'electron'
import type { Logger } from '../boot/logging.ts'
import { closeNetwork } from '../boot/security.ts'
import { PageEnded, type PageHost, PageLife } from './pageLife.ts'
import { STORE_PORT_MESSAGE, type StoreAnswer } from './protocol.ts'
import { STORE_PAGE_URL, STORE_PARTITION, STORE_SCHEME } from './scheme.ts'
import { serveStorePage } from './storeProtocol.ts'

export interface StorePageOptions {
  /** The built page: a folder with index.html. */
  readonly pageFolder: string
  /** The built preload. */
  readonly preload: string
  /** Where Chromium keeps the partition. */
  readonly partitionFolder: string
  readonly logger: Logger
}

/** From making the window to the first answer on the port; measured are 100 to 400 ms. */
const START_TIMEOUT_MS = 20_000

/** Makes the hidden window: sandboxed, isolated, in a session of its own, with one port to main and nothing else. */
export function electronPageHost(options: StorePageOptions): PageHost {
  let prepared: Session | null = null
  const theSession = (): Session => {
    prepared ??= prepareSession(options)
    return prepared
  }
  return {
    open: (signal) => openPage(theSession(), options.preload, signal),
    drop: () => dropDatabases(theSession(), options.partitionFolder)
  }
}

function prepareSession({ pageFolder, logger }: StorePageOptions): Session {
  const own = session.fromPartition(STORE_PARTITION)
  closeNetwork(own, [STORE_SCHEME], logger)
  serveStorePage(own, pageFolder)
  return own
}

async function openPage(own: Session, preload: string, signal: AbortSignal): Promise<PageLife> {
  const window = new BrowserWindow({
    show: false,
    width: 200,
    height: 100,
    skipTaskbar: true,
    focusable: false,
    webPreferences: {
      session: own,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // The page works while nobody sees it; that is all it does.
      backgroundThrottling: false
    }
  })
  const { port1, port2 } = new MessageChannelMain()
  const life = new PageLife((request) => port1.postMessage(request))
  port1.on('message', ({ data }) => life.answered(data as StoreAnswer))
  port1.start()
  endWith(window, life)
  void life.ended.then(() => closePage(window, port1))
  const abort = (): void => life.end('closing')
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([
      window.loadURL(STORE_PAGE_URL),
      life.ended.then((reason) => Promise.reject(new PageEnded(reason)))
    ])
    window.webContents.postMessage(STORE_PORT_MESSAGE, null, [port2])
    await life.call('hello', null, START_TIMEOUT_MS)
    return life
  } catch (error) {
    life.end('did not start')
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Whatever happens to the window ends the life. */
function endWith(window: BrowserWindow, life: PageLife): void {
  const { webContents } = window
  webContents.on('render-process-gone', (_event, { reason }) => life.end(`process gone: ${reason}`))
  webContents.on('unresponsive', () => life.end('unresponsive'))
  webContents.on('preload-error', () => life.end('preload failed'))
  window.on('closed', () => life.end('window closed'))
}

function closePage(window: BrowserWindow, port: MessagePortMain): void {
  port.close()
  // Not close(): a page that hangs would be asked whether it agrees.
  if (!window.isDestroyed()) window.destroy()
}

/** Chromium first: it knows whether it still has the files open. What it leaves behind is removed by hand. */
async function dropDatabases(own: Session, partitionFolder: string): Promise<void> {
  await own.clearStorageData({ storages: ['indexdb'] })
  const folder = path.join(partitionFolder, 'IndexedDB')
  if (existsSync(folder)) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
