import { type Decision, refuse } from '../../kernel/result.ts'
import type { CaseState } from './case.ts'
import { lapseDate } from './clocks.ts'
import type { WorkCommand } from './commands.ts'
import type { CaseOut } from './draft.ts'
import { duesOf, sameDues } from './dues.ts'
import type { DueDate } from './facts.ts'
import { record } from './inWork.ts'
import { recountParts } from './recountParts.ts'

export type Recompute = Extract<WorkCommand, { type: 'recomputeLimits' }>

/**
 * Counts the dates again with the calendar as it is now: what was 暂定 because a year was not loaded becomes certain.
 * Nothing is recorded when nothing changes, and for a case whose dates are not running. Refuses `case-unknown`.
 */
export function recomputeLimits(state: CaseState, command: Recompute): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  const lapseOn = state.status === 'supplement' ? laterLapse(state.notices.at(-1), command) : null
  const counted = state.status === 'accepted' ? duesOf(state, command.calendar) : null
  const dues = counted && state.status === 'accepted' && !sameDues(counted, state) ? counted : null
  const parts = recountParts(state, command, counted)
  if (!lapseOn && !dues && !parts) return record(state)
  const data = { lapseOn, dues, on: command.date, ...(parts && { parts }) }
  return record(state, { type: 'LimitsRecomputed', v: 1, data })
}

/** The day was printed and handed to the applicant, who may rely on it: it moves only to a later one. */
function laterLapse(
  notice: { readonly givenOn: string; readonly lapseOn: string | null } | undefined,
  { item, calendar }: Recompute
): DueDate | null {
  if (!notice || notice.lapseOn === null) return null
  const counted = lapseDate(item, notice.givenOn, calendar)
  return counted && counted.date > notice.lapseOn ? counted : null
}
