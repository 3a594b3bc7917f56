import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Decided, Out } from './atCounter.ts'
import { rejoinOrderAt } from './order.ts'
import type { OpenDay, TicketStatus } from './queue.ts'
import type { TicketAct } from './queueCommands.ts'

const CANCELLABLE: readonly TicketStatus[] = ['waiting', 'called', 'serving', 'held', 'missed']

/**
 * Acts on a number wherever it is. A missed one comes back (`ticket-not-missed {no}`, `rejoined-already {no}` past the
 * times a day); one is cancelled with a reason (`reason-missing`, `ticket-over {no}`), also from another counter, so that
 * a forgotten one never keeps the hall open. Both refuse `ticket-unknown`.
 */
export function ticketAct(day: OpenDay, command: TicketAct): Decided {
  const { ticketId, at, by, service } = command
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const { no, status } = ticket
  switch (command.type) {
    case 'rejoin': {
      if (status !== 'missed') return refuse('ticket-not-missed', { no })
      const { rejoins, rejoinPlaces } = service.queue
      if (ticket.rejoins >= rejoins) return refuse('rejoined-already', { no, times: rejoins })
      const orderAt = rejoinOrderAt(day, ticket, rejoinPlaces, at)
      return accept<Out>([{ type: 'TicketRejoined', v: 1, data: { ticketId, at, by, orderAt } }], { ticketId, no })
    }
    case 'cancelTicket': {
      const { reason } = command
      if (!CANCELLABLE.includes(status)) return refuse('ticket-over', { no })
      if (reason.trim() === '') return refuse('reason-missing', { field: 'reason' })
      return accept<Out>([{ type: 'TicketCancelled', v: 1, data: { ticketId, at, by, reason } }])
    }
    default:
      return assertNever(command, 'ticket act')
  }
}
