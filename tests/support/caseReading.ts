import type { KnownCaseState } from '../../shared/domain/casework/case.ts'
import type { CaseReading } from '../../shared/domain/casework/reading.ts'
import { CaseReader } from '../../shared/projections/caseLook.ts'
import type { Desk } from '../../shared/projections/desk.ts'
import { CALENDAR } from './builders.ts'

/** How cases of this desk stand at a moment; by default in the middle of the desk's newest day. */
export function readingOf(
  desk: Desk,
  today = desk.date,
  now = `${today}T04:00:00.000Z`
): (state: KnownCaseState) => CaseReading {
  const reader = new CaseReader()
  return (state) => reader.read(desk, state, { today, now, calendar: CALENDAR })
}
