import { type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { type CaseState, type CaseStatus, ENDED, type KnownCaseState } from './case.ts'
import type { Act, HandOverCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import type { HandOver } from './facts.ts'
import { isBlank, notOpen, record } from './inWork.ts'

type Of<Type extends HandOverCommand['type']> = Extract<HandOverCommand, { type: Type }>

/** Nothing is owed that could be handed over; an answered enquiry owes nothing until somebody comes back with it. */
const NOTHING_OWED: ReadonlySet<CaseStatus> = new Set([...ENDED, 'answered'])

/** A lead may pass on what somebody who is absent still has (AB岗). */
const leads = (by: Act['by']): boolean => by.roles.includes('lead') || by.roles.includes('administrator')

/**
 * Offers the matter to somebody else; it stays with its owner until that person takes it up (首问负责). Refuses
 * `case-unknown`, `case-not-open`, `hand-over-not-owner`, `hand-over-self`, `hand-over-pending`,
 * `reason-missing`.
 */
export function offerHandOver(state: CaseState, command: Of<'offerHandOver'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (NOTHING_OWED.has(state.status)) return notOpen(state)
  const { to, by, at, rules } = command
  if (by.personId !== state.owner.personId && !leads(by)) {
    return refuse('hand-over-not-owner', { owner: state.owner.name })
  }
  if (to.personId === by.personId || to.personId === state.owner.personId) {
    return refuse('hand-over-self', { field: 'to' })
  }
  if (state.handOver) return refuse('hand-over-pending', { to: state.handOver.to.name })
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const reason = command.reason.trim()
  const returnsAt = new Date(Date.parse(at) + rules.handOverMinutes * 60_000).toISOString()
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = out.paper('handOverSlip', (common) => ({
    kind: 'handOverSlip',
    ...common,
    from: by.name,
    to: to.name,
    reason,
    offeredAt: at,
    returnsAt
  }))
  const person = { personId: to.personId, name: to.name }
  out.add({ type: 'HandOverOffered', v: 1, data: { docId, docNo, to: person, reason, offeredAt: at, returnsAt } })
  return out.done()
}

const isOver = (offer: HandOver, at: string): boolean => Date.parse(at) >= Date.parse(offer.returnsAt)

type Offered =
  | { readonly ok: true; readonly state: KnownCaseState; readonly offer: HandOver }
  | { readonly ok: false; readonly refusal: Refusal }

/** The offer that is open to this person. Refuses `case-unknown`, `hand-over-none`, `hand-over-not-yours`. */
function offerTo(state: CaseState, by: Act['by']): Offered {
  if (state.status === 'none') return refuse('case-unknown')
  const offer = state.handOver
  if (!offer) return refuse('hand-over-none')
  if (offer.to.personId !== by.personId) return refuse('hand-over-not-yours', { to: offer.to.name })
  return { ok: true, state, offer }
}

/** Taken up: only now the owner changes. Refuses the codes of `offerTo`, and `hand-over-over` once its time is up. */
export function acceptHandOver(state: CaseState, { by, at }: Of<'acceptHandOver'>): Decision<CaseOut> {
  const found = offerTo(state, by)
  if (!found.ok) return found
  if (isOver(found.offer, at)) return refuse('hand-over-over')
  const person = { personId: by.personId, name: by.name }
  return record(found.state, { type: 'HandOverAccepted', v: 1, data: { by: person, at } })
}

/** Not taken up: it is the giver's again, who is told why. Refuses the codes of `offerTo`, `reason-missing`. */
export function declineHandOver(state: CaseState, command: Of<'declineHandOver'>): Decision<CaseOut> {
  const found = offerTo(state, command.by)
  if (!found.ok) return found
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const reason = command.reason.trim()
  return record(found.state, { type: 'HandOverReturned', v: 1, data: { cause: 'declined', reason, at: command.at } })
}

/** By the clock: nobody took it up in time. Refuses `case-unknown`, `hand-over-none`, `hand-over-waiting`. */
export function returnHandOver(state: CaseState, { at }: Of<'returnHandOver'>): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (!state.handOver) return refuse('hand-over-none')
  if (!isOver(state.handOver, at)) return refuse('hand-over-waiting', { returnsAt: state.handOver.returnsAt })
  return record(state, { type: 'HandOverReturned', v: 1, data: { cause: 'timeout', reason: '', at } })
}
