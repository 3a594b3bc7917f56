import { type Decision, refuse } from '../../kernel/result.ts'
import type { AcceptedCase, CaseDue, CaseEvent, CaseState, KnownCaseState } from './case.ts'
import type { WorkCommand } from './commands.ts'
import type { CaseOut } from './draft.ts'
import { isBlank, notOpen, record } from './inWork.ts'

type Command<T extends WorkCommand['type']> = Extract<WorkCommand, { type: T }>

/**
 * One co-office of a joint case speaks, once; an objection says why. Refuses `opinion-office-unknown`, `opinion-given`,
 * `reason-missing`.
 */
export function giveOpinion(state: AcceptedCase, command: Command<'giveOpinion'>): Decision<CaseOut> {
  const { office, agrees, date } = command
  const asked = state.opinions.find((opinion) => opinion.office === office)
  if (!asked) return refuse('opinion-office-unknown', { field: 'office' })
  if (asked.given) return refuse('opinion-given', { office })
  const note = command.note.trim()
  if (!agrees && note === '') return refuse('reason-missing', { field: 'note' })
  return record(state, { type: 'JointOpinionGiven', v: 1, data: { office, on: date, agrees, note } })
}

/** A piece that was allowed to follow is in (容缺后补). Refuses `deferred-unknown`, `deferred-received`. */
export function receiveDeferred(state: AcceptedCase, command: Command<'receiveDeferred'>): Decision<CaseOut> {
  const { materialId, date } = command
  const piece = state.deferred.find((p) => p.materialId === materialId)
  if (!piece) return refuse('deferred-unknown', { field: 'materialId' })
  if (piece.receivedOn !== null) return refuse('deferred-received', { material: piece.name })
  return record(state, { type: 'DeferredMaterialReceived', v: 1, data: { materialId, on: date } })
}

/** Pieces that are still to come. */
export const outstanding = ({ deferred }: Pick<CaseDue, 'deferred'>): readonly string[] =>
  deferred.filter((piece) => piece.receivedOn === null).map((piece) => piece.name)

/**
 * Checks a promise, once, also after the case is done. A broken one bars the person from making another until credit is
 * repaired, and says in what it was false. Refuses `case-unknown`, `case-not-open`, `commitment-unknown`,
 * `commitment-checked`, `reason-missing`.
 *
 * Source: 国办发〔2020〕42号.
 */
export function checkCommitment(state: CaseState, command: Command<'checkCommitment'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (!isChecked(state)) return notOpen(state)
  const { materialId, kept, date } = command
  const made = state.commitments.find((c) => c.materialId === materialId)
  if (!made) return refuse('commitment-unknown', { field: 'materialId' })
  if (made.checked) return refuse('commitment-checked', { material: made.name })
  if (!kept && isBlank(command.note)) return refuse('reason-missing', { field: 'note' })
  const note = command.note.trim()
  const events: CaseEvent[] = [{ type: 'CommitmentChecked', v: 1, data: { materialId, on: date, kept, note } }]
  const { idNumber } = state.applicant
  // Some have no number; a bar on "no number" would hit all of them.
  if (!kept && idNumber !== '') {
    const data = { idNumber, caseId: state.caseId, on: date, reason: note }
    events.push({ type: 'CommitmentBlocked', v: 1, data })
  }
  return record(state, ...events)
}

const isChecked = (state: KnownCaseState): state is KnownCaseState & CaseDue => 'commitments' in state
