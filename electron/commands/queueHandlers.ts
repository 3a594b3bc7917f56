import type { CommandName, InputOf, ValueOf } from '../../shared/contract/contract.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { dayOf, nameOfStaff, ticketShown } from '../../shared/projections/queueShown.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { approverOf } from './approval.ts'
import { type Asked, onQueue } from './onQueue.ts'
import { hallOf, metaOf, type Terminal } from './terminal.ts'

type QueueDoor = Extract<keyof Handlers, `queue.${string}`>

/** Doors of the counter to the queue. */
export function queueHandlers(terminal: Terminal): Pick<Handlers, QueueDoor> {
  const { desk } = terminal

  // `decideQueue` replies what the contract names for each door; the log carries it as JSON, hence the word of honour.
  async function run<K extends CommandName>(caller: Caller, commandId: string, asked: Asked) {
    const hall = hallOf(terminal)
    if (!hall.ok) return hall
    return (await onQueue(terminal, { meta: metaOf(terminal, caller), commandId }, asked)) as Reply<ValueOf<K>>
  }

  /** Doors whose input is the command. */
  const verb =
    <K extends QueueDoor & CommandName>(type: Asked['type']) =>
    (input: InputOf<K>, caller: Caller, commandId: string) =>
      // The contract's inputs are the commands' own fields; the compiler cannot follow that through the union.
      run<K>(caller, commandId, { type, ...(input as object) } as Asked)

  return {
    'queue.issueTicket': (input, caller, commandId) =>
      run<'queue.issueTicket'>(caller, commandId, {
        type: 'issueTicket',
        ...input,
        source: 'counter',
        itemId: null,
        appointment: null
      }),
    'queue.grantPriority': verb<'queue.grantPriority'>('grantPriority'),
    'queue.openCounter': verb<'queue.openCounter'>('openCounter'),
    'queue.pauseCounter': verb<'queue.pauseCounter'>('pauseCounter'),
    'queue.closeCounter': verb<'queue.closeCounter'>('closeCounter'),
    'queue.callNext': verb<'queue.callNext'>('callNext'),

    async 'queue.callChosen'({ ticketId, reason, approval }, caller, commandId) {
      const needsLead = desk.service.queue.chooseBy === 'lead'
      const approver = await approverOf(terminal, needsLead ? approval : null, metaOf(terminal, caller))
      if (!approver.ok) return approver
      // A lead who sits at the counter needs nobody else's word.
      const own = caller.session?.roles.some((role) => role !== 'clerk') ? caller.session.personId : ''
      const approvedBy = needsLead ? (approver.value?.personId ?? own) : ''
      return run<'queue.callChosen'>(caller, commandId, { type: 'callChosen', ticketId, reason, approvedBy })
    },

    'queue.recall': verb<'queue.recall'>('recall'),
    'queue.startService': verb<'queue.startService'>('startService'),
    'queue.markNoShow': verb<'queue.markNoShow'>('markNoShow'),
    'queue.rejoin': verb<'queue.rejoin'>('rejoin'),
    'queue.hold': verb<'queue.hold'>('hold'),
    'queue.takeBack': verb<'queue.takeBack'>('takeBack'),

    async 'queue.transfer'(input, caller, commandId) {
      const { toPerson } = input
      const person = toPerson === null ? null : desk.staff.get(toPerson)
      if (toPerson !== null && person?.status !== 'registered') {
        return refuse('person-unknown', { field: 'toPerson' })
      }
      const toPersonName = person?.status === 'registered' ? person.name : ''
      return run<'queue.transfer'>(caller, commandId, { type: 'transfer', ...input, toPersonName })
    },

    'queue.nextService': verb<'queue.nextService'>('nextService'),
    'queue.correctService': verb<'queue.correctService'>('correctService'),
    'queue.serveWalkIn': verb<'queue.serveWalkIn'>('serveWalkIn'),
    'queue.finishService': verb<'queue.finishService'>('finishService'),
    'queue.stillServing': verb<'queue.stillServing'>('stillServing'),
    'queue.cancelTicket': verb<'queue.cancelTicket'>('cancelTicket'),
    'queue.undo': verb<'queue.undo'>('undo'),
    'queue.callColleague': verb<'queue.callColleague'>('callColleague'),
    'queue.answerColleague': verb<'queue.answerColleague'>('answerColleague'),
    'queue.closeHall': verb<'queue.closeHall'>('closeHall'),

    'queue.ticket'({ no }) {
      const day = dayOf(desk.queues.get(terminal.ambient.today()))
      const ticket = [...(day?.tickets.values() ?? [])].find((one) => one.no === no.toUpperCase())
      if (!ticket || !desk.hall) return Promise.resolve(refuse('ticket-unknown', { field: 'no' }))
      const shown = ticketShown(desk.hall, nameOfStaff(desk.staff))
      return Promise.resolve({ ok: true, value: { ticket: shown(ticket), trail: ticket.trail } })
    }
  }
}
