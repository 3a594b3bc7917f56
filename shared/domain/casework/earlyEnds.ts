import { type Decision, refuse } from '../../kernel/result.ts'
import type { CaseState, KnownCaseState } from './case.ts'
import type { CaseAct, EarlyEndCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import { isBlank, notOpen, record } from './inWork.ts'
import { keptOriginals, remediesOf } from './paperFacts.ts'

type Of<Type extends EarlyEndCommand['type']> = Extract<EarlyEndCommand, { type: Type }>

/**
 * The applicant is told that the supplement period ends. Refuses `case-unknown`, `case-not-open`, `lapse-none` where no
 * such day was printed.
 */
export function remindLapse(state: CaseState, command: Of<'remindLapse'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (state.status !== 'supplement') return notOpen(state)
  if (!state.notices.at(-1)?.lapseOn) return refuse('lapse-none')
  const { date: on, how } = command
  return record(state, { type: 'LapseReminded', v: 1, data: { on, how, note: command.note.trim() } })
}

/** Why a case may be returned now; or why not. */
function causeOf(state: KnownCaseState, today: string) {
  if (state.status === 'supplement') {
    const lapseOn = state.notices.at(-1)?.lapseOn
    if (!lapseOn) return refuse('lapse-none')
    if (today <= lapseOn) return refuse('lapse-not-yet', { lapseOn })
    return state.reminded.length > 0 ? ({ ok: true, cause: 'lapsed' } as const) : refuse('lapse-not-reminded')
  }
  if (state.status !== 'accepted') return notOpen(state)
  const owed = state.deferred.filter((piece) => piece.receivedOn === null).map((piece) => piece.due.date)
  const [first] = owed.sort()
  if (first === undefined) return notOpen(state)
  if (today <= first) return refuse('lapse-not-yet', { lapseOn: first })
  return { ok: true, cause: 'deferredLate' } as const
}

/**
 * 退件, by a person and never by the clock alone: the law sets no end to supplementing, so the printed day must have
 * passed and the applicant must have been reminded (domain §2.2); or a deferred piece is overdue (domain §7.2). Refuses
 * `case-unknown`, `case-not-open`, `lapse-none`, `lapse-not-yet`, `lapse-not-reminded`, `reason-missing`.
 */
export function returnCase(state: CaseState, command: Of<'returnCase'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  const why = causeOf(state, command.date)
  if (!why.ok) return why
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  return handBack(state, command, why.cause)
}

/**
 * 撤件, at the applicant's wish, who owes nobody a reason; possible until the decision. Refuses `case-unknown`,
 * `case-not-open`.
 */
export function withdrawCase(state: CaseState, command: Of<'withdrawCase'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  const live = state.status === 'received' || state.status === 'supplement' || state.status === 'accepted'
  return live ? handBack(state, command, 'withdrawn') : notOpen(state)
}

/** Originals that lie with the office: those found at the counter and those that came later. */
function originalsOf(state: KnownCaseState, act: CaseAct): readonly string[] {
  const later = 'deferred' in state ? state.deferred.filter((piece) => piece.receivedOn !== null) : []
  const came = new Set(later.map((piece) => piece.materialId))
  const ticks = state.ticks.map((t) => (came.has(t.materialId) ? { ...t, result: 'inOrder' as const } : t))
  return keptOriginals(act.item, ticks)
}

function handBack(
  state: KnownCaseState,
  command: CaseAct & { readonly reason: string },
  cause: 'lapsed' | 'deferredLate' | 'withdrawn'
): Decision<CaseOut> {
  const out = draft(state, command, state.caseId)
  const reason = command.reason.trim()
  const handedBack = originalsOf(state, command)
  const { docId, docNo } = out.paper('returnNotice', (common) => ({
    kind: 'returnNotice',
    ...common,
    cause,
    reason,
    handedBack,
    remedies: remediesOf(command)
  }))
  const data = { docId, docNo, on: command.date, reason, handedBack }
  if (cause === 'withdrawn') out.add({ type: 'CaseWithdrawn', v: 1, data })
  else out.add({ type: 'CaseReturned', v: 1, data: { ...data, cause } })
  return out.done()
}
