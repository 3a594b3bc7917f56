import type { DayCheck } from '../domain/day/openingChecks.ts'
import type { DaySheet } from '../projections/daySheet.ts'
import { command, query } from './entry.ts'
import { nothing } from './inputs.ts'

const desk = { screens: ['counter'], allowed: ['clerk', 'lead', 'administrator'] } as const

/** Opening and closing of a day. Whoever opens or locks the door may look; closing the hall is a lead's (`queue.closeHall`). */
export const dayDoors = {
  /** Looks at everything once and records what was found. */
  'day.check': command<{ checks: readonly DayCheck[] }>()({ ...desk, input: nothing }),
  'day.sheet': query<DaySheet>()({ ...desk, input: nothing }),
  'day.printSheet': command<{ docId: string; jobId: string }>()({ ...desk, input: nothing })
} as const
