import { app, type BrowserWindow, screen } from 'electron'
import { contract, type DoorName } from '../../shared/contract/contract.ts'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import type { Logger } from '../boot/logging.ts'
import { createScreen } from './createScreen.ts'
import { counterBounds, hallPlacement } from './placement.ts'
import { ScreenRegistry } from './registry.ts'

/** Names of the doors a role may use; the preload builds its API from them. */
const doorsOf = (role: ScreenRole): readonly string[] =>
  (Object.keys(contract) as DoorName[]).filter((name) =>
    (contract[name].screens as readonly ScreenRole[]).includes(role)
  )

/** A page that dies at once after each restart is broken for good; more tries would only flicker. */
const RESTARTS = 5
const RESTART_WINDOW_MS = 60_000

/** The windows people see: opens them, shows them when painted, restarts a page that died. */
export class Screens {
  readonly registry = new ScreenRegistry()
  private readonly distFolder: string
  private readonly log: Logger

  constructor(options: { readonly distFolder: string; readonly log: Logger }) {
    this.distFolder = options.distFolder
    this.log = options.log
    app.on('second-instance', () => {
      const [counter] = this.registry.of('counter')
      if (counter?.isMinimized()) counter.restore()
      counter?.focus()
    })
  }

  openCounter(): void {
    const { distFolder } = this
    const window = createScreen({
      role: 'counter',
      title: '邻窗 · 窗口',
      bounds: counterBounds(),
      fullscreen: false,
      doors: doorsOf('counter'),
      distFolder
    })
    this.keep('counter', window)
    window.once('ready-to-show', () => window.show())
    // The desk is the program: closing it closes everything.
    window.on('closed', () => app.quit())
  }

  /** Opens the hall screen once; on a second display if there is one, and moves there when one is plugged in. */
  openHall(): void {
    if (this.registry.of('hall').length > 0) return
    const window = createScreen({
      role: 'hall',
      title: '邻窗 · 大厅屏',
      ...hallPlacement(),
      doors: doorsOf('hall'),
      distFolder: this.distFolder
    })
    this.keep('hall', window)
    // Must not take the keyboard away from the clerk.
    window.once('ready-to-show', () => window.showInactive())
    const replace = (): void => {
      const { bounds, fullscreen } = hallPlacement()
      window.setFullScreen(false)
      window.setBounds(bounds)
      window.setFullScreen(fullscreen)
    }
    screen.on('display-added', replace)
    screen.on('display-removed', replace)
    window.on('closed', () => {
      screen.off('display-added', replace)
      screen.off('display-removed', replace)
    })
  }

  private keep(role: ScreenRole, window: BrowserWindow): void {
    this.registry.add(role, window)
    let restarts: number[] = []
    window.webContents.on('render-process-gone', (_event, details) => {
      this.log.error('screen died', { role, reason: details.reason })
      const now = performance.now()
      restarts = [...restarts.filter((at) => now - at < RESTART_WINDOW_MS), now]
      if (details.reason !== 'clean-exit' && restarts.length <= RESTARTS) window.webContents.reload()
    })
  }
}
