import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { minuteOfDayInShanghai } from '../calendar/civilDate.ts'
import type { Decided, Out } from './atCounter.ts'
import { minuteOf } from './groupOpen.ts'
import type { OpenDay, Ticket, TicketStatus } from './queue.ts'
import type { DayAct } from './queueCommands.ts'

/** The end of a day, and 延时服务. Each refuses as its own function says; the clock is refused nothing. */
export function dayAct(day: OpenDay, command: DayAct): Decided {
  switch (command.type) {
    case 'closeHall':
      return closeHall(day, command)
    case 'extendedService':
      return extendedService(day, command)
    case 'closeDay':
      return closeDay(day, command)
    default:
      return assertNever(command, 'day act')
  }
}

const withStatus = (day: OpenDay, ...statuses: TicketStatus[]): readonly Ticket[] =>
  [...day.tickets.values()].filter((t) => statuses.includes(t.status))

const numbers = (tickets: readonly Ticket[]): readonly string[] => tickets.map((t) => t.no)

/** The end of the extended session that runs: how many visits ended in it, and who served. */
function sessionEnd(day: OpenDay, at: string): readonly Out[] {
  const since = day.extendedSince
  if (since === null) return []
  const later = (instant: string | null): boolean => instant !== null && Date.parse(instant) >= Date.parse(since)
  const served = withStatus(day, 'finished').filter((t) => later(t.endedAt)).length
  const runs = [...day.tickets.values()].flatMap((t) => t.services)
  const people = runs.flatMap((run) =>
    run.by !== undefined && (run.endedAt === null || later(run.endedAt)) ? [run.by] : []
  )
  return [{ type: 'ExtendedServiceEnded', v: 1, data: { at, served, people: [...new Set(people)] } }]
}

/**
 * 延时服务, asked by the clock once a minute: past closing time it begins while anybody waits, is called, served or
 * held, and ends when nobody is left. Who comes still later begins another session, so none served late is left out.
 */
function extendedService(day: OpenDay, { at, closingTime }: DayAct): Decided {
  const left = withStatus(day, 'waiting', 'called', 'serving', 'held')
  if (day.extendedSince !== null) return accept(left.length === 0 ? sessionEnd(day, at) : [])
  if (left.length === 0 || minuteOfDayInShanghai(at) < minuteOf(closingTime)) return accept([])
  const waiting = left.filter((t) => t.status === 'waiting').length
  const counters = [...day.counters].flatMap(([no, counter]) => (counter.status === 'open' ? [no] : []))
  const data = { at, waiting, serving: left.length - waiting, counters: counters.sort((a, b) => a - b) }
  return accept<Out>([{ type: 'ExtendedServiceBegan', v: 1, data }])
}

/**
 * A person closes the hall: never while anybody waits or is served without a disposition (延时服务制). Refuses
 * `hall-not-empty {waiting, serving, held}`, each a list of numbers.
 */
function closeHall(day: OpenDay, { at, by }: Extract<DayAct, { readonly type: 'closeHall' }>): Decided {
  const waiting = numbers(withStatus(day, 'waiting'))
  const serving = numbers(withStatus(day, 'called', 'serving'))
  const held = numbers(withStatus(day, 'held'))
  if (waiting.length + serving.length + held.length > 0) return refuse('hall-not-empty', { waiting, serving, held })
  const counters = [...day.counters].flatMap(([counter, { status }]): Out[] =>
    status === 'closed' ? [] : [{ type: 'CounterClosed', v: 1, data: { counter, at, by } }]
  )
  const closed: Out = { type: 'HallDayClosed', v: 1, data: { date: day.date, expired: [], by, at } }
  return accept<Out>([...counters, ...sessionEnd(day, at), closed])
}

/** The last thing that happened to any number: a program that was off till morning did not serve all night. */
function lastStep(day: OpenDay, since: string): string {
  const steps = [...day.tickets.values()].flatMap((t) => t.trail.map((step) => step.at))
  return steps.reduce((last, at) => (Date.parse(at) > Date.parse(last) ? at : last), since)
}

/**
 * Midnight. Nothing stays undisposed overnight: whoever still waits, was called, is being served or held, and whoever
 * was missed and may come back no more, is expired by name of the ticket.
 */
function closeDay(day: OpenDay, { at }: DayAct): Decided {
  const ended = day.extendedSince === null ? [] : sessionEnd(day, lastStep(day, day.extendedSince))
  const left = withStatus(day, 'waiting', 'called', 'serving', 'held', 'missed')
  const expired = left.map((t): Out => ({ type: 'TicketExpired', v: 1, data: { ticketId: t.ticketId, at } }))
  const closed: Out = { type: 'HallDayClosed', v: 1, data: { date: day.date, expired: numbers(left) } }
  return accept<Out>([...expired, ...ended, closed])
}
