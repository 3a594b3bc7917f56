import path from 'node:path'
import { app, BrowserWindow, type Rectangle } from 'electron'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import { SCREEN_SCHEME } from '../boot/schemes.ts'

export interface ScreenOptions {
  readonly role: ScreenRole
  readonly title: string
  readonly bounds: Rectangle
  readonly fullscreen: boolean
  /** Names of the doors of this role; the preload builds its API from them. */
  readonly doors: readonly string[]
  readonly distFolder: string
}

/** The only place where a window that people see is made: sandboxed, isolated, one preload, one role. */
export function createScreen(options: ScreenOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options.bounds,
    title: options.title,
    fullscreen: options.fullscreen,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: options.role === 'hall' ? '#0b2a4a' : '#f3f5f8',
    webPreferences: {
      preload: path.join(options.distFolder, 'preload', 'screen.preload.cjs'),
      additionalArguments: [`--linchuang-doors=${options.doors.join(',')}`],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // The hall screen plays its chime without anybody ever touching it.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false
    }
  })
  window.removeMenu()
  // Titles are set here; a page must not put a person into the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  void window.loadURL(`${SCREEN_SCHEME}://${options.role}/`)
  return window
}
