import { serviceSeconds } from './evolveQueue.ts'
import type { OpenDay, Ticket } from './queue.ts'

/** What became of the numbers: each is counted once. `underWay`: called, being served or held. */
export interface Dispositions {
  readonly waiting: number
  readonly underWay: number
  readonly finished: number
  readonly missed: number
  readonly cancelled: number
  /** Left over at the end of the day. Who was missed and never came back is counted there. */
  readonly expired: number
}

/** How a day went. Times in seconds; `null` where there is nothing to measure. */
export interface WaitStats {
  readonly issued: number
  /** Served without a ticket; in `issued` too, in no wait. */
  readonly walkIns: number
  readonly dispositions: Dispositions
  /** From the number to its first call that was not taken back. Percentiles by nearest rank. */
  readonly wait: {
    readonly count: number
    readonly p50: number | null
    readonly p90: number | null
    readonly mean: number | null
    readonly longest: number | null
  }
  /** Numbers that got an estimate and were called, and how many of them waited within it (whole minutes, cut off). */
  readonly estimated: { readonly count: number; readonly within: number; readonly share: number | null }
  /** Finished visits whose end was pressed, not told afterwards: time at counters. */
  readonly service: { readonly count: number; readonly mean: number | null }
  readonly extendedMinutes: number
  /** Matters of a visit after its first. */
  readonly secondMatters: number
  readonly undone: number
}

const steps = (ticket: Ticket, kind: Ticket['trail'][number]['kind']): number =>
  ticket.trail.filter((step) => step.kind === kind).length

/** Seconds from the number to its first call that was not taken back; `null` for one that was never called. */
export function waitOf(ticket: Ticket): number | null {
  const calls: string[] = []
  for (const step of ticket.trail) {
    if (step.kind === 'TicketCalled') calls.push(step.at)
    if (step.kind === 'ActUndone' && step.detail === 'TicketCalled') calls.pop()
  }
  const [first] = calls
  return first === undefined ? null : Math.max(0, Math.round((Date.parse(first) - Date.parse(ticket.issuedAt)) / 1000))
}

function disposition(ticket: Ticket): keyof Dispositions {
  switch (ticket.status) {
    case 'called':
    case 'serving':
    case 'held':
      return 'underWay'
    case 'expired':
      return ticket.trail.at(-2)?.kind === 'TicketMissed' ? 'missed' : 'expired'
    default:
      return ticket.status
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** Nearest rank: the smallest value that at least `share` of all do not exceed. */
const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null

/** Did the visitor wait as long as the paper said? */
function isWithin({ estimate }: Ticket, seconds: number): boolean {
  if (!estimate) return false
  const minutes = seconds / 60
  // A range in whole minutes holds to the end of its last minute.
  return minutes >= estimate.low && minutes < estimate.high + 1
}

/** Figures of a day, folded from its tickets; `extendedMinutes` counts the sessions that have ended. */
export function waitStats(day: OpenDay): WaitStats {
  const tickets = [...day.tickets.values()]
  const dispositions = { waiting: 0, underWay: 0, finished: 0, missed: 0, cancelled: 0, expired: 0 }
  for (const ticket of tickets) dispositions[disposition(ticket)] += 1
  const queued = tickets.filter((t) => t.source !== 'walkIn')
  const called = queued.flatMap((ticket) => {
    const seconds = waitOf(ticket)
    return seconds === null ? [] : [{ ticket, seconds }]
  })
  const waits = called.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const estimated = called.filter(({ ticket }) => ticket.estimate !== null)
  const within = estimated.filter(({ ticket, seconds }) => isWithin(ticket, seconds)).length
  const pressed = tickets.filter((t) => t.status === 'finished' && t.times === 'pressed')
  const total = (kind: Ticket['trail'][number]['kind']) => tickets.reduce((sum, t) => sum + steps(t, kind), 0)
  return {
    issued: tickets.length,
    walkIns: tickets.length - queued.length,
    dispositions,
    wait: {
      count: waits.length,
      p50: percentile(waits, 0.5),
      p90: percentile(waits, 0.9),
      mean: mean(waits),
      longest: waits.at(-1) ?? null
    },
    estimated: { count: estimated.length, within, share: estimated.length === 0 ? null : within / estimated.length },
    service: { count: pressed.length, mean: mean(pressed.map((t) => serviceSeconds(t.services))) },
    extendedMinutes: Math.round(day.extendedSeconds / 60),
    secondMatters: total('NextServiceBegun'),
    undone: total('ActUndone')
  }
}
