import type { HallConfig } from '../hall/hall.ts'
import { boundTo, mayCall, waitingInOrder } from './order.ts'
import type { OpenDay, Ticket, WaitEstimate } from './queue.ts'

/** Before anybody has been served today. */
const ASSUMED_MINUTES = 8
/** Fewer finished services than this say little. */
const ENOUGH = 5
/** The range goes so far down and up. */
const SPREAD = 0.2

/** Mean service of today in minutes, once there were enough. Times that were told afterwards are not in it. */
function meanMinutes(day: OpenDay): number {
  const { count, seconds } = day.served
  return count >= ENOUGH ? seconds / count / 60 : ASSUMED_MINUTES
}

/** Open counters with the person at each. */
const openCounters = (day: OpenDay, hall: HallConfig) =>
  hall.counters.flatMap((counter) => {
    const held = day.counters.get(counter.no)
    return held?.status === 'open' ? [{ counter, by: held.by, busy: held.ticketId !== null }] : []
  })

/**
 * People who will be called before a number of this group that counts from `orderAt` and is issued now: those of the
 * same group with a place before it. Who was transferred to a counter that has nothing to do with the group, and is
 * there, stands in nobody's way.
 */
export function aheadOf(day: OpenDay, hall: HallConfig, group: string, orderAt: string): number {
  const serving = openCounters(day, hall).filter(({ counter }) => counter.groups.includes(group))
  const inTheWay = (ticket: Ticket): boolean =>
    boundTo(day, ticket) === null || serving.some(({ counter, by }) => mayCall(day, ticket, counter, by))
  const before = waitingInOrder(day).filter((t) => t.group === group && Date.parse(t.orderAt) <= Date.parse(orderAt))
  return before.filter(inTheWay).length
}

/**
 * Expected wait of the next number of a group in whole minutes, as a range of a fifth down and up: the open counters
 * call on in the order of calling, each visit takes the mean of today, whoever is at a counter now is half done.
 * `orderAt`: place of that number; missing: behind everybody. `null` when no open counter serves the group: then
 * nothing is promised. One more person of the group ahead never makes it shorter.
 */
export function estimateWait(day: OpenDay, hall: HallConfig, group: string, orderAt?: string): WaitEstimate | null {
  const mean = meanMinutes(day)
  const desks = openCounters(day, hall).map((desk) => ({ ...desk, freeAt: desk.busy ? mean / 2 : 0 }))
  if (!desks.some(({ counter }) => counter.groups.includes(group))) return null
  const waiting = waitingInOrder(day)
  const cut = orderAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(orderAt)
  // Whoever stands behind it cannot keep it waiting.
  const queue = waiting.filter((ticket) => Date.parse(ticket.orderAt) <= cut)
  while (desks.length > 0) {
    const desk = desks.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
    const next = queue.findIndex((ticket) => mayCall(day, ticket, desk.counter, desk.by))
    if (next >= 0) {
      queue.splice(next, 1)
      desk.freeAt += mean
    } else if (desk.counter.groups.includes(group)) {
      return { low: Math.floor(desk.freeAt * (1 - SPREAD)), high: Math.ceil(desk.freeAt * (1 + SPREAD)) }
    } else {
      desks.splice(desks.indexOf(desk), 1)
    }
  }
  return null
}
