import type { TicketPaper } from '../../documents/papers.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { paperHall } from '../hall/paperHall.ts'
import { TEMPLATE } from '../printing/printing.ts'
import type { Appointment } from './appointment.ts'
import { cannotTake, type Decided, type Desk, type Out } from './atCounter.ts'
import { aheadOf, estimateWait } from './estimate.ts'
import { groupOpen } from './groupOpen.ts'
import { arrivedAtOf, grantedOrderAt, orderAtOf, slotStartOf } from './order.ts'
import type { OpenDay } from './queue.ts'
import type { CallAct, GrantPriority, IssueTicket } from './queueCommands.ts'
import type { Priority } from './queueEvents.ts'
import { ticketNumber } from './ticketNumber.ts'

const noteMissing = (priority: Priority | null): boolean => priority?.reason === 'other' && priority.note.trim() === ''

/** The next number of a group: gap-free, whatever it is for. */
function nextNumber(day: OpenDay, group: string) {
  const serial = (day.serials.get(group) ?? 0) + 1
  const no = ticketNumber(group, serial)
  // Unique by itself, so that a ticket's paper can never fall together with another one's.
  return { ticketId: `${day.date.replaceAll('-', '')}-${no}`, no, group, serial }
}

/** Why an appointment gives no number today; `null`: it does. Each gives one number. */
function checkAppointment(day: OpenDay, appointment: Appointment): ReturnType<typeof refuse> | null {
  if (appointment.date !== day.date) return refuse('appointment-other-day', { date: appointment.date })
  if (appointment.status === 'cancelled') return refuse('appointment-cancelled')
  if (appointment.status === 'lapsed') return refuse('appointment-lapsed')
  const { appointmentId } = appointment
  const known = [...day.tickets.values()].find((t) => t.appointment?.appointmentId === appointmentId)
  return known ? refuse('checked-in-already', { no: known.no }) : null
}

/**
 * Gives a number and its paper in one commit. Refuses `group-unknown`, `reason-missing` (priority `other` without
 * words), `priority-not-offered` (at the kiosk), `group-full`, `group-stopped`; an appointment is never turned away for
 * the last two, but refuses `appointment-other-day {date}`, `appointment-cancelled`, `appointment-lapsed`,
 * `checked-in-already {no}`.
 */
export function issueTicket(day: OpenDay, command: IssueTicket): Decided {
  const { hall, service, at: issuedAt, appointment, priority, source, itemId } = command
  const group = hall.groups.find((g) => g.code === (appointment ? appointment.group : command.group))
  if (!group) return refuse('group-unknown', { field: 'group' })
  if (noteMissing(priority)) return refuse('reason-missing', { field: 'priority.note' })
  if (priority && source === 'kiosk' && !service.kiosk.priorities.includes(priority.reason)) {
    return refuse('priority-not-offered', { field: 'priority' })
  }
  if (appointment) {
    const refusal = checkAppointment(day, appointment)
    if (refusal) return refusal
  } else {
    const open = groupOpen(day, service, group.code, issuedAt, command.closingTime)
    const about = { field: 'group', name: group.name }
    if (open === 'full') return refuse('group-full', about)
    if (open === 'stopped') return refuse('group-stopped', about)
  }
  const number = nextNumber(day, group.code)
  const { ticketId, no } = number
  const slotStart = appointment ? slotStartOf(appointment.date, appointment.slot) : null
  const arrivedAt = arrivedAtOf(day, issuedAt)
  const orderAt = orderAtOf({ issuedAt, arrivedAt, priority: priority?.reason ?? null, slotStart }, service)
  const ahead = aheadOf(day, hall, group.code, orderAt)
  const estimate = estimateWait(day, hall, group.code, orderAt)
  const docId = `t-${ticketId}`
  const phoneUrl = command.phoneUrl?.(ticketId) ?? null
  const paper: TicketPaper = {
    kind: 'ticket',
    hall: paperHall(hall),
    no,
    groupName: group.name,
    ahead,
    estimate,
    counters: hall.counters.filter((c) => c.groups.includes(group.code)).map((c) => c.no),
    issuedAt,
    ticketId,
    ...(priority ? { priority: true as const } : {}),
    ...(appointment ? { slot: appointment.slot } : {}),
    ...(phoneUrl === null ? {} : { phoneUrl })
  }
  const data = {
    ...{ ...number, issuedAt, ahead, estimate },
    ...(orderAt === issuedAt ? {} : { orderAt }),
    ...(priority ? { priority } : {}),
    ...(appointment && slotStart ? { appointment: { appointmentId: appointment.appointmentId, slotStart } } : {}),
    ...(source === 'counter' ? {} : { source }),
    ...(itemId === null ? {} : { itemId })
  }
  return accept<Out>(
    [
      { type: 'TicketIssued', v: 1, data },
      { type: 'DocumentIssued', v: 1, data: { docId, docNo: no, template: TEMPLATE, caseId: null, paper } }
    ],
    { ticketId, no, docId, ahead, estimate: estimate && { ...estimate } }
  )
}

/**
 * A reason to be called earlier, given to somebody who waits already; it counts from their arrival. Refuses
 * `ticket-unknown`, `ticket-not-waiting {no}`, `reason-missing`.
 */
export function grantPriority(day: OpenDay, command: GrantPriority): Decided {
  const { ticketId, priority, at, by, service } = command
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { no: ticket.no })
  if (noteMissing(priority)) return refuse('reason-missing', { field: 'priority.note' })
  if (ticket.priority?.reason === priority.reason && ticket.priority.note === priority.note) return accept([])
  const orderAt = grantedOrderAt(day, ticket, priority.reason, service)
  return accept<Out>([{ type: 'PriorityGranted', v: 1, data: { ticketId, priority, orderAt, at, by } }])
}

/**
 * Serves somebody who has no ticket: a number is given for the records and served at once. Nothing is called, shown or
 * printed, and neither contingent nor stop concerns it. Refuses `group-unknown`, `group-not-here {group}`,
 * `counter-not-open`, `counter-busy {no}`.
 */
export function serveWalkIn(
  day: OpenDay,
  desk: Desk,
  command: Extract<CallAct, { readonly type: 'serveWalkIn' }>
): Decided {
  const { hall, group, at, by, byName } = command
  const known = hall.groups.find((g) => g.code === group)
  if (!known) return refuse('group-unknown', { field: 'group' })
  if (!desk.counter.groups.includes(group)) return refuse('group-not-here', { field: 'group', group: known.name })
  const busy = cannotTake(desk)
  if (busy) return busy
  const number = nextNumber(day, group)
  const { ticketId, no } = number
  const arrivedAt = arrivedAtOf(day, at)
  const issued = { ...number, issuedAt: at, ahead: 0, estimate: null, source: 'walkIn' as const }
  return accept<Out>(
    [
      { type: 'TicketIssued', v: 1, data: arrivedAt === at ? issued : { ...issued, orderAt: arrivedAt } },
      { type: 'ServiceStarted', v: 1, data: { ticketId, counter: desk.counter.no, at, by, byName } }
    ],
    { ticketId, no }
  )
}
