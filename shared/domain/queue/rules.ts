import type { Counter } from '../hall/hall.ts'
import type { QueueState, Ticket, WaitEstimate } from './queue.ts'

type Day = Extract<QueueState, { status: 'open' | 'closed' }>

/** `A001`; after A999 the number grows (A1000): nobody is sent away for want of a digit. */
export const ticketNumber = (group: string, serial: number): string => `${group}${String(serial).padStart(3, '0')}`

/**
 * Who this counter calls next: among the groups it serves, whoever came first. Tickets are kept in order of issue.
 * A pure function, so that it can be explained and tested.
 */
export function nextTickets(day: Day, counter: Counter): readonly Ticket[] {
  return [...day.tickets.values()].filter((t) => t.status === 'waiting' && counter.groups.includes(t.group))
}

/** People waiting in a group. */
export const waitingIn = (day: Day, group: string): number =>
  [...day.tickets.values()].filter((t) => t.status === 'waiting' && t.group === group).length

/** Before anybody has been served today. */
const ASSUMED_MINUTES = 8
/** Fewer finished services than this say little. */
const ENOUGH = 5

/**
 * Expected wait of the next ticket in a group, in whole minutes, as a range: people ahead times the mean service time
 * of today, over the open counters that serve the group, 20 % down and 20 % up. `null` when no counter is open for it:
 * then nothing is promised.
 */
export function estimateWait(day: Day, counters: readonly Counter[], group: string): WaitEstimate | null {
  const open = counters.filter((c) => c.groups.includes(group) && day.counters.get(c.no)?.status === 'open').length
  if (open === 0) return null
  const measured = day.served.count >= ENOUGH ? day.served.seconds / day.served.count / 60 : ASSUMED_MINUTES
  const minutes = (waitingIn(day, group) * measured) / open
  return { low: Math.floor(minutes * 0.8), high: Math.ceil(minutes * 1.2) }
}
