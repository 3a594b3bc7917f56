import type { Exclusion } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { AcceptedCase } from './case.ts'
import { dueDates } from './clocks.ts'
import type { DueDate, Dues, ExcludedRun, Extension } from './facts.ts'

/** The procedure for which the clock stands still now, if there is one. */
export const runningProcedure = (runs: readonly ExcludedRun[]): ExcludedRun | null =>
  runs.find((run) => run.endedOn === null) ?? null

/**
 * The spans in which the clock stood or stands still. Only time that was told in writing is taken out: a procedure that
 * ended early counts to its real end, one that overran what the applicant was told only to the day that was told.
 *
 * Source: 行政许可法 45 "应当将所需时间书面告知申请人".
 */
export function excludedSpans(runs: readonly ExcludedRun[]): readonly Exclusion[] {
  return runs.map(({ from, expectedEnd, endedOn }) => ({
    from,
    to: endedOn !== null && endedOn < expectedEnd ? endedOn : expectedEnd
  }))
}

/** Days by which both limits are longer: those of an extension that was approved (行政许可法 42). */
export const extraDays = (extension: Extension | null): number =>
  extension?.status === 'approved' ? extension.days : 0

/**
 * Both due dates as everything that happened to the clock leaves them. The limits are those the case was received
 * under, whatever the item says by now. `change` is what is being decided upon.
 */
export function duesOf(
  state: AcceptedCase,
  calendar: WorkCalendar,
  change: { readonly exclusions?: readonly ExcludedRun[]; readonly extension?: Extension | null } = {}
): Dues {
  const { exclusions, extension } = { ...state, ...change }
  return dueDates(state.item, state.acceptedOn, calendar, excludedSpans(exclusions), extraDays(extension))
}

export const sameDue = (a: DueDate | null, b: DueDate | null): boolean =>
  a?.date === b?.date && a?.provisional === b?.provisional

export const sameDues = (a: Dues, b: Dues): boolean =>
  sameDue(a.promisedDue, b.promisedDue) && sameDue(a.statutoryDue, b.statutoryDue)
