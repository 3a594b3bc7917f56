import { type Rectangle, screen } from 'electron'
import type { ScreenPlan } from '../../shared/domain/hall/service.ts'
import { type Placement, placesOf } from './plannedPlaces.ts'

/** The counter takes the whole work area of the first display: a desk, not a dialog. */
export function counterBounds(): Rectangle {
  return screen.getPrimaryDisplay().workArea
}

/** A place for each planned screen on the displays as they are now, by the plan's id. */
export const placesNow = (plans: readonly ScreenPlan[]): ReadonlyMap<string, Placement> =>
  placesOf(plans, screen.getAllDisplays(), screen.getPrimaryDisplay().id)

/** Runs when a display is plugged in, taken away or turned. */
export function onDisplaysChanged(work: () => void): void {
  screen.on('display-added', work)
  screen.on('display-removed', work)
  screen.on('display-metrics-changed', work)
}
