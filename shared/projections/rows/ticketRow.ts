import { evolveQueue } from '../../domain/queue/evolveQueue.ts'
import { emptyDay, type QueueEvent, type QueueState, queueStream } from '../../domain/queue/queue.ts'
import type { NewEvent, Recorded } from '../../kernel/messages.ts'
import type { TicketRow } from './rows.ts'

type TicketEvent = Extract<QueueEvent, { data: { ticketId: string } }>

/** A record over the union: a new event of a ticket that is not listed here fails the compile. */
const TICKET_EVENTS: Record<TicketEvent['type'], true> = {
  TicketIssued: true,
  TicketCalled: true,
  TicketRecalled: true,
  ServiceStarted: true,
  TicketMissed: true,
  ServiceFinished: true,
  TicketExpired: true,
  PriorityGranted: true,
  TicketRejoined: true,
  TicketHeld: true,
  TicketTakenBack: true,
  TicketTransferred: true,
  NextServiceBegun: true,
  ServiceCorrected: true,
  ServiceStillRunning: true,
  TicketCancelled: true,
  ActUndone: true
}

const isTicketEvent = (event: NewEvent): event is TicketEvent => Object.hasOwn(TICKET_EVENTS, event.type)

const QUEUE_PREFIX = queueStream('')

/** Ids of the tickets a record changes; none for a record of another stream. */
export function ticketsTouched(recorded: Recorded): readonly string[] {
  if (!recorded.stream.startsWith(QUEUE_PREFIX)) return []
  return [...new Set(recorded.commit.events.filter(isTicketEvent).map((event) => event.data.ticketId))]
}

/** Is this the record in which the ticket comes into being? Then there is no earlier row to read. */
export function issuesTicket(recorded: Recorded, ticketId: string): boolean {
  return recorded.commit.events.some(
    (event) => event.type === 'TicketIssued' && (event as TicketEvent).data.ticketId === ticketId
  )
}

/**
 * Folds one record into the row of one ticket. A record that is in the row already changes nothing; a ticket nobody
 * issued stays `undefined`. The rules are those of the queue itself: the row is a day with one ticket.
 */
export function foldTicket(row: TicketRow | undefined, recorded: Recorded, ticketId: string): TicketRow | undefined {
  if (row && recorded.version <= row.version) return row
  const date = recorded.stream.slice(QUEUE_PREFIX.length)
  let day: QueueState = { ...emptyDay('open', date), tickets: new Map(row ? [[ticketId, ticketOf(row)]] : []) }
  for (const event of recorded.commit.events) {
    if (isTicketEvent(event) && event.data.ticketId === ticketId) day = evolveQueue(day, event)
  }
  const ticket = day.status === 'unopened' ? undefined : day.tickets.get(ticketId)
  return ticket && { ...ticket, date, version: recorded.version }
}

function ticketOf(row: TicketRow) {
  const { date: _date, version: _version, ...ticket } = row
  return ticket
}
