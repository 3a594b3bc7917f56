import type { Light } from '../calendar/lights.ts'
import { dueDate } from '../calendar/limits.ts'
import type { AcceptedCase, CaseDue, KnownCaseState } from './case.ts'
import { excludedSpans, runningProcedure } from './dues.ts'
import type { DueDate } from './facts.ts'
import type { CaseLook } from './readingLights.ts'
import { upperResult } from './upward.ts'

/** What somebody must do now. */
export type WorkReason =
  | 'answer-owed'
  | 'notify-soon'
  | 'notify-last-day'
  | 'notify-late'
  | 'lapse-reminder-due'
  | 'lapse-passed'
  | 'decide-soon'
  | 'decide-late'
  | 'decide-late-statutory'
  | 'local-late'
  | 'upper-late'
  | 'procedure-end-passed'
  | 'extension-to-approve'
  | 'opinion-late'
  | 'deferred-due'
  | 'deferred-late'
  | 'commitment-check-due'
  | 'deliver-soon'
  | 'deliver-late'
  | 'hand-over-waiting'
  | 'hand-over-returned'
  /** 暂定: a date runs into a year whose holidays are not loaded. */
  | 'provisional'

/** The date is near (as many working days as yellow begins at the latest) or has passed. */
export const isComingUp = (date: string, { today, calendar, rules }: CaseLook): boolean =>
  today > date || calendar.workingDaysBetween(today, date).days <= rules.lights.atLeast

/** An offer whose time is over is the giver's again, also before that is on record. */
export function handOverReasons(state: KnownCaseState, { now }: CaseLook): readonly WorkReason[] {
  if (state.handOver) return [now >= state.handOver.returnsAt ? 'hand-over-returned' : 'hand-over-waiting']
  return state.handOverReturned ? ['hand-over-returned'] : []
}

export const commitmentsDue = ({ commitments }: CaseDue, look: CaseLook): readonly WorkReason[] =>
  commitments.some((made) => !made.checked && isComingUp(made.checkBy.date, look)) ? ['commitment-check-due'] : []

/**
 * Last day of the local part while the case is still to go up, or back for more work. An excluded procedure stops this
 * part like the whole. `null`: there is no such part, it is done, or the matter lies with the higher level.
 */
export function watchedLocally(state: AcceptedCase, { item, calendar }: CaseLook): DueDate | null {
  if (!state.localDue || (state.upward && !state.upward.returned) || upperResult(state)) return null
  if (state.exclusions.length === 0 || !item?.localLimit) return state.localDue
  return dueDate(state.acceptedOn, item.localLimit, calendar, excludedSpans(state.exclusions))
}

const LATENESS: Partial<Record<Light, WorkReason>> = {
  yellow: 'decide-soon',
  red: 'decide-late',
  redStatutory: 'decide-late-statutory'
}

/** Everything that is to be done about a case in work, the most urgent first. */
export function acceptedReasons(state: AcceptedCase, look: CaseLook, light: Light): readonly WorkReason[] {
  const { today } = look
  const { upward, extension, opinions, deferred, promisedDue, statutoryDue } = state
  const running = runningProcedure(state.exclusions)
  const local = running ? null : watchedLocally(state, look)
  const out = deferred.filter((piece) => piece.receivedOn === null)
  const late = LATENESS[light]
  const found: (WorkReason | null | undefined | false)[] = [
    late !== 'decide-soon' && late,
    running && today > running.expectedEnd && 'procedure-end-passed',
    local && today > local.date && 'local-late',
    upward && !upward.returned && today > upward.expectedBack.date && 'upper-late',
    opinions.some(({ given, due }) => !given && today > due.date) && 'opinion-late',
    out.some((piece) => today > piece.due.date) && 'deferred-late',
    late === 'decide-soon' && late,
    extension?.status === 'requested' && 'extension-to-approve',
    out.some((piece) => today <= piece.due.date && isComingUp(piece.due.date, look)) && 'deferred-due',
    ...handOverReasons(state, look),
    ...commitmentsDue(state, look),
    (promisedDue.provisional || statutoryDue?.provisional) && 'provisional'
  ]
  return found.filter((reason): reason is WorkReason => Boolean(reason))
}
