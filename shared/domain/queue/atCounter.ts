import type { Decision } from '../../kernel/result.ts'
import { refuse } from '../../kernel/result.ts'
import type { Counter, HallConfig } from '../hall/hall.ts'
import type { DocumentIssued } from '../printing/printing.ts'
import { type CounterDay, closedCounter, type OpenDay, type Ticket } from './queue.ts'
import type { QueueEvent } from './queueEvents.ts'

/** What a decision of the queue may record: its own facts, and the paper of a number. */
export type Out = QueueEvent | DocumentIssued

/** A counter as it stands at this moment. */
export interface Desk {
  readonly counter: Counter
  readonly held: CounterDay
  /** Called or being served here. */
  readonly current: Ticket | null
}

/** `null`: no such counter in this hall. */
export function deskOf(day: OpenDay, hall: HallConfig, no: number | null): Desk | null {
  const counter = hall.counters.find((c) => c.no === no)
  if (!counter) return null
  const held = day.counters.get(counter.no) ?? closedCounter
  const ticket = held.ticketId === null ? undefined : day.tickets.get(held.ticketId)
  const current = ticket && (ticket.status === 'called' || ticket.status === 'serving') ? ticket : null
  return { counter, held, current }
}

/** Refusal of a counter that cannot take anybody now: `counter-not-open`, `counter-busy {no}`. `null`: it can. */
export function cannotTake({ held, current }: Desk): ReturnType<typeof refuse> | null {
  if (held.status !== 'open') return refuse('counter-not-open')
  return current ? refuse('counter-busy', { no: current.no }) : null
}

/**
 * Seconds from one instant to a later one; `null` when the clock was set back between them, so that nobody has to wait
 * until it catches up.
 */
export function secondsSince(from: string, at: string): number | null {
  const seconds = (Date.parse(at) - Date.parse(from)) / 1000
  return seconds < 0 ? null : seconds
}

export type Decided = Decision<Out>
