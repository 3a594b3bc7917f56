import type { BrowserWindow } from 'electron'
import type { Logger } from '../boot/logging.ts'

/** A page that dies at once after each restart is broken; more tries in this time would only flicker. */
const RESTARTS = 5
const RESTART_WINDOW_MS = 60_000
/** A page is asked for a sign of life this often … */
const ASK_EVERY_MS = 3000
/** … and is taken for hung when none has come for so long: far longer than any honest work of a screen. */
const HUNG_AFTER_MS = 15_000
/** Something is drawn. A page whose program has stumbled still answers, and shows nothing. */
const SIGN_OF_LIFE = "document.getElementById('root')?.hasChildNodes() ?? false"

/**
 * Brings a page back whose process has died: at once, and where it keeps dying once a minute, for a screen on a wall has
 * nobody who would start it.
 */
export function restartWhenGone(window: BrowserWindow, role: string, log: Logger): void {
  let restarts: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('screen died', { role, reason: details.reason })
    if (details.reason === 'clean-exit') return
    const now = performance.now()
    restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now]
    const reload = (): void => {
      if (!window.isDestroyed()) window.webContents.reload()
    }
    if (restarts.length <= RESTARTS) reload()
    else setTimeout(reload, RESTART_WINDOW_MS)
  })
}

/**
 * Ends the process of a page that no longer answers or shows nothing, which starts it anew. Nobody types into a screen
 * on a wall, so the system itself never notices. Only for screens that keep nothing of their own.
 */
export function restartWhenHung(window: BrowserWindow, role: string, log: Logger): void {
  const { webContents } = window
  let heardAt = performance.now()
  let asking = false
  const heard = (): void => {
    heardAt = performance.now()
    asking = false
  }
  const quiet = (): void => {
    asking = false
  }
  webContents.on('did-finish-load', heard)
  webContents.on('render-process-gone', heard)
  const timer = setInterval(() => {
    if (window.isDestroyed() || webContents.isDevToolsOpened()) return heard()
    if (performance.now() - heardAt > HUNG_AFTER_MS) {
      log.error('screen hung', { role })
      heard()
      webContents.forcefullyCrashRenderer()
      return
    }
    if (asking) return
    asking = true
    webContents.executeJavaScript(SIGN_OF_LIFE).then((shows) => (shows === true ? heard() : quiet()), quiet)
  }, ASK_EVERY_MS)
  window.on('closed', () => clearInterval(timer))
}
