import type { Recorded } from '../../shared/kernel/messages.ts'
import { HallRun } from '../projections/support/hallRun.ts'
import { HALL, itemOf, PEOPLE } from '../support/builders.ts'
import { brought, done, idOf } from './day2/steps.ts'
import { announced, glyphs, openingChecked, ratings, sheetPrinted } from './day4/around.ts'
import { evening, morning } from './day4/morning.ts'
import { settings } from './day4/queueDay.ts'

/**
 * Tuesday 2026-11-24 in the demo hall: everything that can happen to a number, at two counters, with ratings, the hall's
 * voice, characters that no font has, opening checks and the sheet of the day.
 *
 * As with day 3: a log that somebody has on disk from the first release on.
 */
export function makeDay4(): readonly Recorded[] {
  const run = new HallRun('2026-11-24T00:40:00.000Z')
  done(run.publish(itemOf('MZ-001'), 1))
  done(run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } }))
  settings(run)
  openingChecked(run)
  morning(run)
  announced(run)
  ratings(run)
  const caseId = idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-001', applicant: PEOPLE.plain })))
  glyphs(run, `${caseId}-1`)
  run.pass(9 * 60)
  evening(run)
  sheetPrinted(run)
  return run.records
}
