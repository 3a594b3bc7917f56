import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { isValidDate } from '../calendar/civilDate.ts'
import type { AcceptedCase, CaseEvent, CaseState, KnownCaseState } from './case.ts'
import type { CaseOut, CaseReply } from './draft.ts'

type Found<S> = { readonly ok: true; readonly state: S } | { readonly ok: false; readonly refusal: Refusal }

/** Accepted and not decided: only then is it worked on. Refuses `case-unknown` and `case-not-open`. */
export function inWork(state: CaseState): Found<AcceptedCase> {
  if (state.status === 'accepted') return { ok: true, state }
  return state.status === 'none' ? refuse('case-unknown') : notOpen(state)
}

/** Refuses `case-not-open` with the status, which says why. */
export const notOpen = ({ status, caseNo }: KnownCaseState) => refuse('case-not-open', { status, caseNo })

export const isBlank = (text: string): boolean => text.trim() === ''

/** Ten years; anything later is a mistyped year. The same bound as limits of items have. */
const FURTHEST_YEARS = 10

/** A date somebody plans for: a real one, not over yet, and not absurdly far. */
export function isPlannable(date: string, today: string): boolean {
  const last = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`
  return isValidDate(date) && date >= today && date <= last
}

/** Facts that need no paper, with the numbers that the counter goes by. */
export function record({ caseId, caseNo }: KnownCaseState, ...facts: CaseEvent[]): Decision<CaseOut> {
  const reply: CaseReply = { caseId, caseNo, docId: null, docNo: null, also: [] }
  return accept<CaseOut>(facts, reply)
}
