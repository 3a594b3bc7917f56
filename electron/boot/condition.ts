import type { Terminal } from '../commands/terminal.ts'
import type { ScreenRegistry } from '../screens/registry.ts'
import type { Health } from '../views/liveViews.ts'

/** What only the running program knows of itself, for the opening checks. */
export const conditionOf =
  (screens: ScreenRegistry, health: Health, dataFolder: string): Terminal['condition'] =>
  () => ({
    hallScreens: screens.of('hall').length,
    history: health.history.phase,
    logAlarm: health.logAlarm !== null,
    dataFolder
  })
