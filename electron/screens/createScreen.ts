import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import { SCREEN_SCHEME } from '../boot/schemes.ts'
import { leavesKiosk } from './kioskKeys.ts'
import type { Placement } from './plannedPlaces.ts'

export interface ScreenOptions {
  readonly role: ScreenRole
  /** Of the plan; stands in the page's address as `?screen=`. Empty for the counter, which is in no plan. */
  readonly id: string
  readonly title: string
  readonly placement: Placement
  /** Names of the doors of this role; the preload builds its API from them. */
  readonly doors: readonly string[]
  readonly distFolder: string
  /** Visitors stand before it: it fills its display, and no key leads away. */
  readonly locked?: boolean
}

/** The only place where a window that people see is made: sandboxed, isolated, one preload, one role. */
export function createScreen(options: ScreenOptions): BrowserWindow {
  const { role, id, locked = false } = options
  const { bounds, fullscreen } = options.placement
  const window = new BrowserWindow({
    ...bounds,
    title: options.title,
    fullscreen,
    kiosk: locked,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: role === 'hall' ? '#06264d' : '#f3f5f8',
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
      devTools: !app.isPackaged && !locked,
      // The hall screen plays its chime without anybody ever touching it.
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false
    }
  })
  window.removeMenu()
  // Titles are set here; a page must not put a person into the task bar.
  window.on('page-title-updated', (event) => event.preventDefault())
  // Whatever it fills later on, a kiosk's keys lead nowhere while it does.
  if (role === 'kiosk') {
    window.webContents.on('before-input-event', (event, input) => {
      if (window.isKiosk() && leavesKiosk(input)) event.preventDefault()
    })
  }
  const query = id === '' ? '' : `?screen=${encodeURIComponent(id)}`
  void window.loadURL(`${SCREEN_SCHEME}://${role}/${query}`)
  return window
}
