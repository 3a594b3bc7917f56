import type { Counter, HallConfig } from '../domain/hall/hall.ts'
import { orderReason } from '../domain/queue/order.ts'
import type { OpenDay, QueueState, Ticket } from '../domain/queue/queue.ts'
import type { StaffState } from '../domain/staff/staff.ts'
import type { CounterShown, GroupShown, TicketShown } from './hallViews.ts'

/** Pieces of the queue as screens get them. */

/** A day that was opened, closed or not; `null` before the first number. */
export const dayOf = (queue: QueueState | undefined): OpenDay | null =>
  queue && queue.status !== 'unopened' ? queue : null

/** A counter with whoever sits there; for visitors' screens the name is left out by the caller. */
export function counterShown(counter: Counter, day: OpenDay | null): CounterShown {
  const held = day?.counters.get(counter.no)
  const ticket = held?.ticketId ? day?.tickets.get(held.ticketId) : undefined
  return {
    no: counter.no,
    name: counter.name,
    status: held?.status ?? 'closed',
    byName: held && held.status !== 'closed' ? held.byName : '',
    ticketNo: ticket?.no ?? null,
    pausedUntil: held?.status === 'paused' ? held.pausedUntil : null
  }
}

/** Groups in the hall's order with those who wait. */
export function groupsShown(hall: HallConfig, day: OpenDay | null): readonly GroupShown[] {
  const waiting = new Map<string, number>()
  for (const ticket of day?.tickets.values() ?? []) {
    if (ticket.status === 'waiting') waiting.set(ticket.group, (waiting.get(ticket.group) ?? 0) + 1)
  }
  return hall.groups.map(({ code, name }) => ({ code, name, waiting: waiting.get(code) ?? 0 }))
}

/** Everybody who waits, of whatever group. */
export const waitingOf = (groups: readonly Pick<GroupShown, 'waiting'>[]): number =>
  groups.reduce((n, group) => n + group.waiting, 0)

/** Name of a colleague; empty for somebody nobody knows. */
export const nameOfStaff =
  (staff: ReadonlyMap<string, StaffState>) =>
  (personId: string): string => {
    const person = staff.get(personId)
    return person && person.status !== 'unknown' ? person.name : ''
  }

/** Tickets as the counter sees them, a colleague to whom one was transferred by name. */
export function ticketShown(hall: HallConfig, nameOf: (personId: string) => string): (ticket: Ticket) => TicketShown {
  const names = new Map(hall.groups.map((group) => [group.code, group.name]))
  return (ticket) => ({
    ticketId: ticket.ticketId,
    no: ticket.no,
    group: ticket.group,
    groupName: names.get(ticket.group) ?? ticket.group,
    status: ticket.status,
    issuedAt: ticket.issuedAt,
    firstCalledAt: ticket.firstCalledAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
    calls: ticket.calls,
    counter: ticket.counter,
    orderAt: ticket.orderAt,
    reason: orderReason(ticket),
    priority: ticket.priority,
    slotStart: ticket.appointment?.slotStart ?? null,
    source: ticket.source,
    itemId: ticket.itemId,
    rejoins: ticket.rejoins,
    forCounter: ticket.forCounter,
    forPersonName: ticket.forPerson === null ? '' : nameOf(ticket.forPerson),
    heldReason: ticket.heldReason,
    heldAt: ticket.heldAt,
    confirmedAt: ticket.confirmedAt,
    services: ticket.services.length,
    servingSince: ticket.services.find((run) => run.endedAt === null)?.startedAt ?? null,
    chosen: ticket.trail.findLast((step) => step.kind === 'TicketCalled')?.detail ?? ''
  })
}
