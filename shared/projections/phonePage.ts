import type { HallConfig } from '../domain/hall/hall.ts'
import type { HallService } from '../domain/hall/service.ts'
import { aheadOf, estimateWait } from '../domain/queue/estimate.ts'
import { boundTo, callOrder, waitingInOrder } from '../domain/queue/order.ts'
import type { OpenDay, Ticket, WaitEstimate } from '../domain/queue/queue.ts'
import { assertNever } from '../kernel/assertNever.ts'

/** How one number stands, for whoever holds its paper. `counter`: where to go or to be. */
export type PhoneTicketState =
  | {
      readonly kind: 'waiting'
      /** People who will be called before. */
      readonly ahead: number
      /** `null`: nothing is promised. */
      readonly estimate: WaitEstimate | null
      /** Open counters that may call it. */
      readonly counters: readonly number[]
    }
  | { readonly kind: 'called' | 'serving' | 'held'; readonly counter: number | null }
  /** `rejoins`: how often it may still come back today. */
  | { readonly kind: 'missed'; readonly rejoins: number }
  | { readonly kind: 'finished' | 'cancelled' | 'expired' }

/**
 * The page behind the QR of a ticket: the number and the hall. Nobody's name, no reason of a priority, no matter, no
 * colleague (domain §15.3); what this type lacks cannot get out.
 */
export interface PhonePage {
  readonly hallName: string
  readonly demo: boolean
  readonly hours: string
  readonly enquiryPhone: string
  readonly no: string
  readonly groupName: string
  readonly state: PhoneTicketState
  /** ISO instant at which this held. */
  readonly at: string
}

/** The day as this number finds it: those who wait and are called before it, and nobody behind. */
function dayBefore(day: OpenDay, ticket: Ticket): OpenDay {
  const order = waitingInOrder(day)
  const before = new Set(order.slice(0, order.indexOf(ticket)))
  const tickets = new Map([...day.tickets].filter(([, other]) => other.status !== 'waiting' || before.has(other)))
  return { ...day, tickets }
}

function waiting(hall: HallConfig, day: OpenDay, ticket: Ticket): PhoneTicketState {
  const bound = boundTo(day, ticket)
  const mine = hall.counters.filter((counter) => {
    const held = day.counters.get(counter.no)
    if (held?.status !== 'open') return false
    if (bound === null) return counter.groups.includes(ticket.group)
    return 'person' in bound ? held.by === bound.person : counter.no === bound.counter
  })
  const counters = mine.map((counter) => counter.no)
  const before = dayBefore(day, ticket)
  if (bound === null) {
    const ahead = aheadOf(before, hall, ticket.group, ticket.orderAt)
    return { kind: 'waiting', ahead, estimate: estimateWait(before, hall, ticket.group, ticket.orderAt), counters }
  }
  // Transferred to one counter or person: the group's estimate says nothing of how long those will take.
  const ahead = mine.map((counter) => callOrder(before, counter, day.counters.get(counter.no)?.by ?? '').length)
  return { kind: 'waiting', ahead: Math.max(0, ...ahead), estimate: null, counters }
}

function stateOf(hall: HallConfig, service: HallService, day: OpenDay, ticket: Ticket): PhoneTicketState {
  const { status, counter } = ticket
  switch (status) {
    case 'waiting':
      return waiting(hall, day, ticket)
    case 'called':
    case 'serving':
    case 'held':
      return { kind: status, counter }
    case 'missed':
      return { kind: 'missed', rejoins: Math.max(0, service.queue.rejoins - ticket.rejoins) }
    case 'finished':
    case 'cancelled':
    case 'expired':
      return { kind: status }
    default:
      return assertNever(status, 'ticket status')
  }
}

/** What the holder of a ticket of this day may know at `at` (ISO instant); `null`: there is no such ticket. */
export function phonePage(
  hall: HallConfig,
  service: HallService,
  day: OpenDay | null,
  ticketId: string,
  at: string
): PhonePage | null {
  const ticket = day?.tickets.get(ticketId)
  if (!day || !ticket) return null
  return {
    hallName: hall.name,
    demo: hall.demo,
    hours: hall.hours,
    enquiryPhone: hall.enquiryPhone,
    no: ticket.no,
    groupName: hall.groups.find((group) => group.code === ticket.group)?.name ?? ticket.group,
    state: stateOf(hall, service, day, ticket),
    at
  }
}
