import { type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { mask } from '../people/masking.ts'
import type { CaseState } from './case.ts'
import type { OutcomeCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import { checkPerson } from './persons.ts'

type Deliver = Extract<OutcomeCommand, { type: 'deliverResult' }>
type Decided = Extract<CaseState, { status: 'decided' }>
type Agent = NonNullable<Deliver['agent']>

/**
 * Hands over what was decided: collected, taken by an agent, posted, or brought home. The case is done with it, and the
 * 送达回证 goes into the file. Refuses `recipient-missing`, `agent-missing`, `agent-relation-missing`,
 * `tracking-missing`, and the codes of names and documents at `agent.…`.
 *
 * Source: 行政许可法 44.
 */
export function deliver(state: Decided, command: Deliver): Decision<CaseOut> {
  const { method, date } = command
  const recipient = command.recipient.trim()
  if (recipient === '') return refuse('recipient-missing', { field: 'recipient' })
  const taken = takenBy(command)
  if (!taken.ok) return taken
  const trackingNo = method === 'post' ? (command.trackingNo?.trim() ?? '') : null
  if (trackingNo === '') return refuse('tracking-missing', { field: 'trackingNo' })
  const { agent } = taken
  const place = command.place.trim() || usualPlace(state, command)
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = out.paper('deliveryReceipt', (common) => ({
    kind: 'deliveryReceipt',
    ...common,
    delivered: handedOver(state, command),
    method,
    recipient,
    agent: agent && {
      name: agent.name,
      idNumberMasked: mask('idNumber', 'receipt', agent.idNumber),
      relation: agent.relation
    },
    place,
    trackingNo,
    deliveredOn: date
  }))
  const data = { docId, docNo, on: date, method, recipient, agent, trackingNo, place }
  out.add({ type: 'ResultDelivered', v: 1, data })
  out.add({ type: 'CaseCompleted', v: 1, data: { completedOn: date, note: '' } })
  return out.done()
}

type Taken = { readonly ok: true; readonly agent: Agent | null } | { readonly ok: false; readonly refusal: Refusal }

/** An agent must be named; at home somebody of the family may take it; otherwise there is none. */
function takenBy({ method, agent, date }: Deliver): Taken {
  if (method === 'proxy' && !agent) return refuse('agent-missing', { field: 'agent.name' })
  if (!agent || (method !== 'proxy' && method !== 'home')) return { ok: true, agent: null }
  const { name, idNumber, idKind = 'residentId' } = agent
  const checked = checkPerson({ name, idKind, idNumber, phone: null }, 'agent', date)
  if (!checked.ok) return checked
  const relation = agent.relation.trim()
  if (relation === '') return refuse('agent-relation-missing', { field: 'agent.relation' })
  const { person } = checked
  return { ok: true, agent: { name: person.name, idNumber: person.idNumber, relation, idKind: person.idKind } }
}

/** Nobody types the hall's address for what is collected there, nor the applicant's for what goes there. */
const usualPlace = (state: Decided, { method, hall }: Deliver): string =>
  method === 'post' || method === 'home' ? state.applicant.address : hall.address

/** The written decision, and with an approval what it grants. */
function handedOver({ decision }: Decided, { item }: Deliver): readonly string[] {
  if (decision.result === 'refused') return [`不予批准决定书（${decision.docNo}）`]
  const granted = decision.certificateNo === null ? item.result : `${item.result}（${decision.certificateNo}）`
  return [`准予决定书（${decision.docNo}）`, granted]
}
