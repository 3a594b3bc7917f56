import type { Counter } from '../hall/hall.ts'
import type { HallService } from '../hall/service.ts'
import type { OpenDay, Ticket } from './queue.ts'
import type { Priority, PriorityReason } from './queueEvents.ts'

/**
 * Why a number stands where it does. `arrival`: came first. `priority`, `appointment`: counts as having come at
 * `orderAt`. `rejoined`: came back after it was missed. `transferred`: came from another counter with its old place.
 */
export type OrderReason = 'arrival' | 'priority' | 'appointment' | 'rejoined' | 'transferred'

const MINUTE = 60_000

const ms = (iso: string): number => Date.parse(iso)
const iso = (instant: number): string => new Date(instant).toISOString()

/** ISO instant of a slot that begins at `HH:MM` in Shanghai. */
export const slotStartOf = (date: string, slot: string): string => iso(ms(`${date}T${slot}:00.000+08:00`))

/** Earlier or later in the order of calling. Equal instants keep the order of issue where a stable sort is used. */
const byOrder = (one: Ticket, other: Ticket): number => ms(one.orderAt) - ms(other.orderAt)

/** Everybody who waits, first to last: by `orderAt`, then in order of issue (domain §15.1). */
export const waitingInOrder = (day: OpenDay): readonly Ticket[] =>
  [...day.tickets.values()].filter((t) => t.status === 'waiting').sort(byOrder)

const isHere = (day: OpenDay, person: string): boolean =>
  [...day.counters.values()].some((counter) => counter.status === 'open' && counter.by === person)

/**
 * Whom this ticket is bound to just now. A person who is at no open counter, and a counter that is paused or closed,
 * bind nothing: a transfer must never swallow a visitor.
 */
export function boundTo(
  day: OpenDay,
  ticket: Ticket
): { readonly person: string } | { readonly counter: number } | null {
  const { forPerson, forCounter } = ticket
  if (forPerson !== null && isHere(day, forPerson)) return { person: forPerson }
  if (forCounter !== null && day.counters.get(forCounter)?.status === 'open') return { counter: forCounter }
  return null
}

/** May this counter, with this person at it, call the ticket? Says nothing of whether it still waits. */
export function mayCall(day: OpenDay, ticket: Ticket, counter: Counter, by: string): boolean {
  const bound = boundTo(day, ticket)
  if (bound === null) return counter.groups.includes(ticket.group)
  return 'person' in bound ? bound.person === by : bound.counter === counter.no
}

/** Whom this counter calls, first to last: its groups, and what was transferred to it or to its person. */
export const callOrder = (day: OpenDay, counter: Counter, by: string): readonly Ticket[] =>
  waitingInOrder(day).filter((ticket) => mayCall(day, ticket, counter, by))

/** How somebody arrives, as far as the order asks. Instants are ISO texts. */
export interface Arrival {
  readonly issuedAt: string
  /** `issuedAt`, or the newest arrival of before where the clock was set back: nobody is overtaken by a wrong clock. */
  readonly arrivedAt: string
  readonly priority: PriorityReason | null
  readonly slotStart: string | null
}

/**
 * The instant that the order counts by. A priority counts as having come so many minutes earlier, so whoever waited
 * longer than that is never overtaken. An appointment in time (checked in until its slot ends) counts from its slot
 * less the head start, or from its arrival where that is earlier: keeping an appointment is never worse than coming
 * without one. Later it counts as it comes. Where several apply the best counts; they are not added up.
 */
export function orderAtOf(arrival: Arrival, service: HallService): string {
  const { issuedAt, arrivedAt, priority, slotStart } = arrival
  const { headStartMinutes, slotMinutes } = service.appointments
  let best = ms(arrivedAt)
  if (priority !== null) best -= Math.max(0, service.queue.priorityMinutes[priority]) * MINUTE
  if (slotStart !== null && ms(issuedAt) <= ms(slotStart) + slotMinutes * MINUTE) {
    best = Math.min(best, ms(slotStart) - headStartMinutes * MINUTE)
  }
  return best === ms(arrivedAt) ? arrivedAt : iso(best)
}

/** The latest arrival among tickets issued before `ticketId` (all where it is missing), and not before `issuedAt`. */
export function arrivedAtOf(day: OpenDay, issuedAt: string, ticketId?: string): string {
  let latest = issuedAt
  for (const ticket of day.tickets.values()) {
    if (ticket.ticketId === ticketId) break
    if (ms(ticket.issuedAt) > ms(latest)) latest = ticket.issuedAt
  }
  return latest
}

/**
 * Where a ticket counts from that gets a priority after it was issued: from its arrival, as if it had been given
 * there. One that came back after it was missed has its place from others, so the minutes count from that place.
 */
export function grantedOrderAt(day: OpenDay, ticket: Ticket, reason: PriorityReason, service: HallService): string {
  if (ticket.rejoins > 0) {
    if (ticket.priority !== null) return ticket.orderAt
    return iso(ms(ticket.orderAt) - Math.max(0, service.queue.priorityMinutes[reason]) * MINUTE)
  }
  const { issuedAt, ticketId } = ticket
  const slotStart = ticket.appointment?.slotStart ?? null
  return orderAtOf({ issuedAt, arrivedAt: arrivedAtOf(day, issuedAt, ticketId), priority: reason, slotStart }, service)
}

/**
 * Where a missed number comes back: just behind the waiting number of its group that stands `places`th, with fewer at
 * the end, as if it came `at` this moment. Never before its old place.
 */
export function rejoinOrderAt(day: OpenDay, ticket: Ticket, places: number, at: string): string {
  const group = waitingInOrder(day).filter((other) => other.group === ticket.group)
  const before = group[places - 1]
  const last = group.at(-1)
  if (before) return iso(Math.max(ms(before.orderAt) + 1, ms(ticket.orderAt)))
  return iso(Math.max(ms(at), last ? ms(last.orderAt) + 1 : ms(at), ms(ticket.orderAt)))
}

/** Has it been transferred, and the transfer not taken back? */
const wasTransferred = (ticket: Pick<Ticket, 'trail'>): boolean =>
  ticket.trail.reduce((n, step) => {
    if (step.kind === 'TicketTransferred') return n + 1
    return step.kind === 'ActUndone' && step.detail === 'TicketTransferred' ? n - 1 : n
  }, 0) > 0

/** Why a number stands where it does; what came last counts. */
export function orderReason(ticket: Ticket): OrderReason {
  if (ticket.rejoins > 0) return 'rejoined'
  if (wasTransferred(ticket)) return 'transferred'
  if (ms(ticket.orderAt) >= ms(ticket.issuedAt)) return 'arrival'
  return ticket.priority === null ? 'appointment' : 'priority'
}

/** What the sentence for the clerk needs of a waiting number; a `TicketShown` of a screen has it too. */
export interface Ordered {
  readonly no: string
  readonly issuedAt: string
  readonly orderAt: string
  readonly reason: OrderReason
  readonly priority: Priority | null
}

/** Data for 为什么是他: why the first of an order is the first. */
export interface OrderExplanation {
  readonly no: string
  readonly reason: OrderReason
  readonly priority: PriorityReason | null
  /** Whole minutes that it counts as having come earlier than it did; below zero for one that came back. */
  readonly minutesEarlier: number
  /** Numbers of the same order that came earlier and are called later, in that order. */
  readonly overtakes: readonly { readonly no: string; readonly issuedAt: string }[]
}

/** Explains the first of an order; `null` for an empty one. */
export function explainShown(order: readonly Ordered[]): OrderExplanation | null {
  const [first, ...later] = order
  if (!first) return null
  const { no, reason, issuedAt, orderAt } = first
  return {
    no,
    reason,
    priority: first.priority?.reason ?? null,
    minutesEarlier: Math.round((ms(issuedAt) - ms(orderAt)) / MINUTE),
    overtakes: later.flatMap((t) => (ms(t.issuedAt) < ms(issuedAt) ? [{ no: t.no, issuedAt: t.issuedAt }] : []))
  }
}

/** Explains the first of what `callOrder` gives; `null` when nobody waits. */
export const explainOrder = (order: readonly Ticket[]): OrderExplanation | null =>
  explainShown(order.map((ticket) => ({ ...ticket, reason: orderReason(ticket) })))
