import type { ScreenPlan } from '../../shared/domain/hall/service.ts'

/** Where planned screens go, as data. The counter's own display is never covered: the desk stays within reach. */

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DisplayThere {
  readonly id: number
  /** The whole display, and what the system's bars leave of it. */
  readonly bounds: Area
  readonly workArea: Area
}

export interface Placement {
  readonly bounds: Area
  /** Covers the display to its edges. */
  readonly fullscreen: boolean
}

/** Where there is no display to fill, a window of this size; each next one stands a little lower. */
const WINDOW = { width: 1280, height: 720 }
const STEP = 40
const FIRST = 60

/** Displays as people count them: the counter's is 0, the others from left to right, then from top to bottom. */
export function countedDisplays(displays: readonly DisplayThere[], counterDisplay: number): readonly DisplayThere[] {
  const rank = ({ id }: DisplayThere): number => (id === counterDisplay ? 0 : 1)
  return [...displays].sort(
    (a, b) => rank(a) - rank(b) || a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || a.id - b.id
  )
}

/**
 * A place for each plan, by its id. A plan that names a display gets that one; the others get those that are left, in
 * their order. Whoever gets none, or one that has been unplugged, is a window on the counter's display.
 */
export function placesOf(
  plans: readonly ScreenPlan[],
  displays: readonly DisplayThere[],
  counterDisplay: number
): ReadonlyMap<string, Placement> {
  const counted = countedDisplays(displays, counterDisplay)
  const named = new Set(plans.flatMap(({ display }) => (display === null ? [] : [display])))
  const free = counted.filter((_display, i) => i > 0 && !named.has(i))
  const places = new Map<string, Placement>()
  let windows = 0
  for (const { id, display, fullscreen } of plans) {
    const wanted = display === null ? free.shift() : counted[display]
    const own = wanted && wanted.id !== counterDisplay ? wanted : null
    if (own && fullscreen) places.set(id, { bounds: own.bounds, fullscreen: true })
    else {
      const area = own?.workArea ?? counted[0]?.workArea ?? { x: 0, y: 0, ...WINDOW }
      places.set(id, { bounds: windowIn(area, own ? 0 : windows), fullscreen: false })
      if (!own) windows += 1
    }
  }
  return places
}

function windowIn({ x, y, width, height }: Area, nth: number): Area {
  const away = FIRST + nth * STEP
  return { x: x + away, y: y + away, width: Math.min(WINDOW.width, width), height: Math.min(WINDOW.height, height) }
}
