import { explainShown } from '../../../../shared/domain/queue/order.ts'
import type { OrderReason, TicketShown } from '../../../../shared/projections/hallViews.ts'
import { clockTime } from '../../../texts/index.ts'
import { PRIORITY, Q } from '../queue/texts.ts'

/** What stands beside a waiting number that does not stand where it came: a word and a shape. */
export type Mark = Exclude<OrderReason, 'arrival'>

/** `null`: came and waits, nothing to say. Whoever has a priority or an appointment keeps its mark. */
export function markOf(ticket: Pick<TicketShown, 'reason' | 'priority' | 'slotStart'>): Mark | null {
  if (ticket.priority !== null) return 'priority'
  if (ticket.slotStart !== null && ticket.reason === 'arrival') return 'appointment'
  return ticket.reason === 'arrival' ? null : ticket.reason
}

const priorityName = ({ priority }: Pick<TicketShown, 'priority'>): string => {
  if (priority === null) return ''
  return priority.reason === 'other' && priority.note !== '' ? priority.note : PRIORITY[priority.reason]
}

/** Why this number stands where it does, in a few words without the number. */
function reasonText(ticket: TicketShown): string {
  const came = clockTime(ticket.issuedAt)
  const counts = clockTime(ticket.orderAt)
  if (ticket.chosen !== '') return Q.whyChosen(ticket.chosen)
  if (ticket.source === 'walkIn') return Q.whyWalkIn
  switch (ticket.reason) {
    case 'rejoined':
      return Q.whyRejoined(came, counts)
    case 'transferred':
      return Q.whyTransferred(ticket.forCounter !== null || ticket.forPersonName !== '', counts)
    default:
      // An appointment that was too early or too late counts from its arrival, and is one all the same.
      if (ticket.priority !== null) return Q.whyPriority(priorityName(ticket), came, counts)
      return ticket.slotStart === null
        ? Q.whyArrival(came)
        : Q.whyAppointment(clockTime(ticket.slotStart), came, counts)
  }
}

/** 为什么是他: one sentence about the number at the counter. */
export const whyCurrent = (ticket: TicketShown): string => `${ticket.no} ${reasonText(ticket)}`

/** The same about whoever would be called next, with whom it goes before; `null`: nobody waits. */
export function whyNext(waiting: readonly TicketShown[]): string | null {
  const [first] = waiting
  const explained = explainShown(waiting)
  if (!first || !explained) return null
  const [overtaken] = explained.overtakes
  const before = overtaken ? Q.whyBefore(overtaken.no, explained.overtakes.length) : ''
  return `${whyCurrent({ ...first, chosen: '' })}${before}`
}
