import { ENDED, type KnownCaseState, type PersonRef } from '../domain/casework/case.ts'
import type { CaseReading, WorkReason } from '../domain/casework/reading.ts'

/** One case that somebody owes something. */
export interface WorkEntry {
  readonly caseId: string
  readonly state: KnownCaseState
  readonly reading: CaseReading
  /** Who has it now (首问负责). */
  readonly owner: PersonRef
}

/** Parts of the way that are late although the whole may still be in time. */
const OVERDUE: ReadonlySet<WorkReason> = new Set([
  'notify-late',
  'local-late',
  'upper-late',
  'opinion-late',
  'deferred-late',
  'deliver-late'
])

/** Lower comes first. */
const RANK = {
  redStatutory: 0,
  red: 1,
  overdue: 2,
  yellow: 3,
  procedureEndPassed: 4,
  applicantLate: 5,
  green: 6,
  blue: 7,
  grey: 8
} as const

/** How far in front a case stands. */
function rankOf({ light, reasons }: CaseReading): number {
  if (light === 'red' || light === 'redStatutory') return RANK[light]
  if (reasons.some((reason) => OVERDUE.has(reason))) return RANK.overdue
  // What nobody took up is the giver's again and must not sink.
  if (light === 'yellow' || reasons.includes('hand-over-returned')) return RANK.yellow
  if (reasons.includes('procedure-end-passed')) return RANK.procedureEndPassed
  if (reasons.includes('lapse-passed') || reasons.includes('lapse-reminder-due')) return RANK.applicantLate
  return RANK[light]
}

/** Has somebody to act today? That a date is 暂定 is nothing anybody could act on. */
export const isPressing = (reasons: readonly WorkReason[]): boolean =>
  reasons.some((reason) => reason !== 'provisional')

/** An answered enquiry owes nothing, an ended case neither; a completed one may still have a promise to be checked. */
const mayOwe = (state: KnownCaseState): boolean =>
  state.status === 'completed'
    ? state.commitments.some((made) => !made.checked)
    : state.status !== 'answered' && !ENDED.has(state.status)

/**
 * Total: entries of one rank by the date that is watched (by the day of receipt where none is, so that an owed answer
 * does not stand behind everything), then by receipt and number. No two entries are equal.
 */
export function compareWork(a: WorkEntry, b: WorkEntry): number {
  return (
    rankOf(a.reading) - rankOf(b.reading) ||
    compare(a.reading.due ?? a.state.receivedOn, b.reading.due ?? b.state.receivedOn) ||
    compare(a.state.receivedOn, b.state.receivedOn) ||
    compare(a.caseId, b.caseId)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What is to be done in this hall, the most urgent first: past the statutory date, past the promised one, a late part
 * of the way, yellow, a procedure that should be over, an applicant to be reminded, green by date, blue, grey. `read`
 * is `readCase` with the caller's look and its items.
 */
export function workList(
  cases: Iterable<KnownCaseState>,
  read: (state: KnownCaseState) => CaseReading
): readonly WorkEntry[] {
  const entries: WorkEntry[] = []
  for (const state of cases) {
    if (!mayOwe(state)) continue
    const reading = read(state)
    if (state.status === 'completed' && !reading.reasons.includes('commitment-check-due')) continue
    entries.push({ caseId: state.caseId, state, reading, owner: state.owner })
  }
  return entries.sort(compareWork)
}
