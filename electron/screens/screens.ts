import { existsSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { app, type BrowserWindow } from 'electron'
import { contract, type DoorName } from '../../shared/contract/contract.ts'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import type { ScreenPlan } from '../../shared/domain/hall/service.ts'
import type { Logger } from '../boot/logging.ts'
import { createScreen } from './createScreen.ts'
import { counterBounds, onDisplaysChanged, placesNow } from './placement.ts'
import type { Placement } from './plannedPlaces.ts'
import { ScreenRegistry } from './registry.ts'
import { titleOf } from './titles.ts'
import { restartWhenGone, restartWhenHung } from './watchPage.ts'

/** Names of the doors a role may use; the preload builds its API from them. */
const doorsOf = (role: ScreenRole): readonly string[] =>
  (Object.keys(contract) as DoorName[]).filter((name) =>
    (contract[name].screens as readonly ScreenRole[]).includes(role)
  )

interface Opened {
  readonly window: BrowserWindow
  readonly plan: ScreenPlan
  /** Where it was put last. */
  placement: Placement
  /** Takes a window away that visitors cannot close. */
  readonly close: () => void
}

/** The windows people see: the counter's, and those that are planned. Opens, places and restarts them. */
export class Screens {
  readonly registry = new ScreenRegistry()
  private readonly distFolder: string
  private readonly log: Logger
  private readonly opened = new Map<string, Opened>()
  private plans: readonly ScreenPlan[] = []
  private quitting = false

  constructor(options: { readonly distFolder: string; readonly log: Logger }) {
    this.distFolder = options.distFolder
    this.log = options.log
    app.on('second-instance', () => {
      const [counter] = this.registry.of('counter')
      if (counter?.isMinimized()) counter.restore()
      counter?.focus()
    })
    app.on('before-quit', () => {
      this.quitting = true
    })
    onDisplaysChanged(() => this.place())
  }

  openCounter(): void {
    const { distFolder, log } = this
    const window = createScreen({
      role: 'counter',
      id: '',
      title: titleOf({ role: 'counter' }, []),
      placement: { bounds: counterBounds(), fullscreen: false },
      doors: doorsOf('counter'),
      distFolder
    })
    this.registry.add('counter', window)
    restartWhenGone(window, 'counter', log)
    window.once('ready-to-show', () => window.show())
    // The desk is the program: closing it closes everything.
    window.on('closed', () => app.quit())
  }

  /**
   * Opens what is planned and not there, closes what is no longer planned, and puts everything where it belongs. A screen
   * whose files are not built is left out.
   */
  follow(plans: readonly ScreenPlan[]): void {
    this.plans = plans.filter(({ role }) => existsSync(path.join(this.distFolder, 'renderer', role, 'index.html')))
    for (const [id, { plan, close }] of this.opened) {
      const now = this.plans.find((one) => one.id === id)
      // Another role or counter is another page.
      if (now?.role !== plan.role || now.counter !== plan.counter) close()
    }
    const places = placesNow(this.plans)
    for (const plan of this.plans) {
      const placement = places.get(plan.id)
      if (placement && !this.opened.has(plan.id)) this.open(plan, placement)
    }
    this.place()
  }

  private open(plan: ScreenPlan, placement: Placement): void {
    const { role, id } = plan
    const { distFolder, log } = this
    // A kiosk that fills its display belongs to visitors: it has no way out.
    const locked = role === 'kiosk' && placement.fullscreen
    const title = titleOf(plan, this.plans)
    const window = createScreen({ role, id, title, placement, doors: doorsOf(role), distFolder, locked })
    let closing = false
    const close = (): void => {
      closing = true
      this.opened.delete(id)
      window.close()
    }
    this.opened.set(id, { window, plan, placement, close })
    this.registry.add(role, window)
    restartWhenGone(window, role, log)
    restartWhenHung(window, role, log)
    // Must not take the keyboard away from the clerk.
    window.once('ready-to-show', () => window.showInactive())
    window.on('close', (event) => {
      if (window.isKiosk() && !closing && !this.quitting) event.preventDefault()
    })
    window.on('closed', () => {
      if (this.opened.get(id)?.window === window) this.opened.delete(id)
    })
  }

  /**
   * Puts every planned window where it belongs on the displays of this moment. A window that somebody has moved by hand
   * stays there until its place changes.
   */
  private place(): void {
    const places = placesNow(this.plans)
    for (const opened of this.opened.values()) {
      const { window, plan } = opened
      const placement = places.get(plan.id)
      if (!placement || window.isDestroyed()) continue
      window.setTitle(titleOf(plan, this.plans))
      const { bounds, fullscreen } = placement
      const stays = !fullscreen || isWithin(window.getBounds(), bounds)
      if (stays && isDeepStrictEqual(placement, opened.placement)) continue
      opened.placement = placement
      window.setKiosk(false)
      window.setFullScreen(false)
      window.setBounds(bounds)
      if (fullscreen && plan.role === 'kiosk') window.setKiosk(true)
      else window.setFullScreen(fullscreen)
    }
  }
}

type Bounds = Placement['bounds']

const isWithin = (window: Bounds, display: Bounds): boolean =>
  window.x >= display.x &&
  window.y >= display.y &&
  window.x < display.x + display.width &&
  window.y < display.y + display.height
