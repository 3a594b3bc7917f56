import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { WaitStats } from '../../../shared/domain/queue/waitStats.ts'
import type { RawRecord } from './hall.ts'

interface Run {
  from: number
  to: number | null
}

interface Visit {
  readonly issued: number
  readonly walkIn: boolean
  readonly estimate: { readonly low: number; readonly high: number } | null
  /** Instants of calls that were not taken back. */
  readonly calls: number[]
  runs: Run[]
  end: 'finished' | 'missed' | 'cancelled' | 'expired' | null
  said: boolean
  /** Runs, end and calls as they were before each act that was or could be taken back. */
  readonly before: { runs: Run[]; end: Visit['end']; said: boolean; calls: number[] }[]
}

const ms = (at: string): number => Date.parse(at)
const seconds = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + (run.to === null ? 0 : Math.max(0, Math.round((run.to - run.from) / 1000))), 0)
const average = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length

/** The figures of a morning, counted once more from nothing but the records. */
export function figuresOf(records: readonly RawRecord[]): WaitStats {
  const visits = new Map<string, Visit>()
  let secondMatters = 0
  let undone = 0
  let extended = 0
  let extendedFrom = 0

  const open = (visit: Visit, at: string): void => void visit.runs.push({ from: ms(at), to: null })
  const shut = (visit: Visit, at: string): void => {
    visit.runs = visit.runs.map((run) => (run.to === null ? { ...run, to: ms(at) } : run))
  }
  const follow = (event: DomainEvent): void => {
    if (event.type === 'ExtendedServiceBegan') extendedFrom = ms(event.data.at)
    if (event.type === 'ExtendedServiceEnded') extended += ms(event.data.at) - extendedFrom
    if (event.type === 'TicketIssued') {
      const { ticketId, issuedAt, estimate, source } = event.data
      const visit: Visit = {
        issued: ms(issuedAt),
        walkIn: source === 'walkIn',
        estimate,
        calls: [],
        runs: [],
        end: null,
        said: false,
        before: []
      }
      visits.set(ticketId, visit)
      return
    }
    if (!('ticketId' in event.data)) return
    const visit = visits.get(event.data.ticketId)
    if (!visit) return
    const { runs, end, said, calls } = visit
    const before = { runs: runs.map((run) => ({ ...run })), end, said, calls: [...calls] }
    switch (event.type) {
      case 'TicketCalled':
        visit.calls.push(ms(event.data.at))
        break
      case 'ServiceStarted':
      case 'TicketTakenBack':
        open(visit, event.data.at)
        break
      case 'NextServiceBegun':
        secondMatters += 1
        shut(visit, event.data.at)
        open(visit, event.data.at)
        break
      case 'TicketHeld':
      case 'TicketTransferred':
        shut(visit, event.data.at)
        break
      case 'ServiceFinished':
        shut(visit, event.data.saidEnd ?? event.data.at)
        visit.end = 'finished'
        visit.said = event.data.saidEnd !== undefined
        break
      case 'TicketMissed':
        visit.end = 'missed'
        break
      case 'TicketRejoined':
        visit.end = null
        break
      case 'TicketCancelled':
        shut(visit, event.data.at)
        visit.end = 'cancelled'
        break
      case 'ActUndone': {
        undone += 1
        const then = visit.before.pop()
        if (then) {
          visit.calls.splice(0, visit.calls.length, ...then.calls)
          Object.assign(visit, { runs: then.runs, end: then.end, said: then.said })
        }
        return
      }
      default:
        return
    }
    visit.before.push(before)
  }
  for (const { events } of records) for (const event of events) follow(event)

  const all = [...visits.values()]
  const queued = all.filter((visit) => !visit.walkIn)
  const called = queued.flatMap(({ calls: [first], issued, estimate }) =>
    first === undefined ? [] : [{ wait: Math.round((first - issued) / 1000), estimate }]
  )
  const waits = called.map(({ wait }) => wait).sort((a, b) => a - b)
  const rank = (share: number): number | null => waits[Math.ceil(waits.length * share) - 1] ?? null
  const promised = called.filter(({ estimate }) => estimate !== null)
  const kept = promised.filter(
    ({ wait, estimate }) => estimate && wait >= estimate.low * 60 && wait < (estimate.high + 1) * 60
  )
  const served = all.filter(({ end, said }) => end === 'finished' && !said).map(({ runs }) => seconds(runs))
  const ended = (how: Visit['end']): number => all.filter(({ end }) => end === how).length
  return {
    issued: all.length,
    walkIns: all.length - queued.length,
    dispositions: {
      waiting: 0,
      underWay: ended(null),
      finished: ended('finished'),
      missed: ended('missed'),
      cancelled: ended('cancelled'),
      expired: ended('expired')
    },
    wait: { count: waits.length, p50: rank(0.5), p90: rank(0.9), mean: average(waits), longest: waits.at(-1) ?? null },
    estimated: {
      count: promised.length,
      within: kept.length,
      share: promised.length === 0 ? null : kept.length / promised.length
    },
    service: { count: served.length, mean: average(served) },
    extendedMinutes: Math.round(extended / 60_000),
    secondMatters,
    undone
  }
}
