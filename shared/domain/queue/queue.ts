import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'

/**
 * waiting → called → serving → finished; called → missed (过号); at day's end what is left → expired.
 * One stream a hall and day: short, and closed with nothing undisposed.
 */
export type TicketStatus = 'waiting' | 'called' | 'serving' | 'finished' | 'missed' | 'expired'

/** Minutes, as a range, so that nobody takes it for a promise. */
export interface WaitEstimate {
  readonly low: number
  readonly high: number
}

export interface Ticket {
  readonly ticketId: string
  /** Group letter + at least three digits, e.g. A001. */
  readonly no: string
  readonly group: string
  readonly issuedAt: string
  readonly ahead: number
  readonly estimate: WaitEstimate | null
  readonly status: TicketStatus
  readonly counter: number | null
  readonly calls: number
  readonly calledAt: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

export interface CounterDay {
  readonly status: 'open' | 'paused' | 'closed'
  readonly by: string
  readonly byName: string
  /** Ticket being called or served. */
  readonly ticketId: string | null
}

export type QueueEvent =
  | NewEvent<
      'HallDayOpened',
      {
        readonly date: string
        /** Last serials given on this day, when it is opened again after it was closed: numbers go on, none comes back. */
        readonly serials?: Readonly<Record<string, number>>
      }
    >
  | NewEvent<
      'TicketIssued',
      {
        readonly ticketId: string
        readonly no: string
        readonly group: string
        readonly serial: number
        readonly issuedAt: string
        /** People waiting before this one in the same group. */
        readonly ahead: number
        readonly estimate: WaitEstimate | null
      }
    >
  | NewEvent<'CounterOpened', { readonly counter: number; readonly by: string; readonly byName: string }>
  | NewEvent<'CounterPaused', { readonly counter: number }>
  | NewEvent<'CounterClosed', { readonly counter: number }>
  | NewEvent<
      'TicketCalled',
      {
        readonly ticketId: string
        readonly no: string
        readonly counter: number
        readonly at: string
        readonly callId: string
      }
    >
  | NewEvent<
      'TicketRecalled',
      {
        readonly ticketId: string
        readonly no: string
        readonly counter: number
        readonly at: string
        readonly callId: string
      }
    >
  | NewEvent<'ServiceStarted', { readonly ticketId: string; readonly counter: number; readonly at: string }>
  | NewEvent<'TicketMissed', { readonly ticketId: string; readonly counter: number; readonly at: string }>
  | NewEvent<'ServiceFinished', { readonly ticketId: string; readonly counter: number; readonly at: string }>
  | NewEvent<'TicketExpired', { readonly ticketId: string; readonly at: string }>
  | NewEvent<'HallDayClosed', { readonly date: string; readonly expired: readonly string[] }>

export type QueueState =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'open' | 'closed'
      readonly date: string
      /** By ticket id, in order of issue. */
      readonly tickets: ReadonlyMap<string, Ticket>
      readonly counters: ReadonlyMap<number, CounterDay>
      /** Last serial given per group. */
      readonly serials: ReadonlyMap<string, number>
      /** Service times of finished tickets in seconds, for the estimate. */
      readonly served: { readonly count: number; readonly seconds: number }
      readonly lastCalls: readonly CallShown[]
    }

/** A call as the hall screen shows and says it. */
export interface CallShown {
  readonly callId: string
  readonly no: string
  readonly counter: number
  readonly at: string
  /** 1 for the first call, then 2, 3 … */
  readonly calls: number
}

export const initialQueue: QueueState = { status: 'unopened' }

const emptyDay = (
  status: 'open' | 'closed',
  date: string,
  serials: ReadonlyMap<string, number> = new Map()
): QueueState => ({
  status,
  date,
  tickets: new Map(),
  counters: new Map(),
  serials,
  served: { count: 0, seconds: 0 },
  lastCalls: []
})

/** All that has to be remembered of a day that is over: that it is, and the numbers it gave. */
export const closedQueue = (date: string, serials: ReadonlyMap<string, number>): QueueState =>
  emptyDay('closed', date, serials)

export const queueStream = (date: string): string => `queue-${date}`

/** The hall screen lists the newest calls; more than this is never shown. */
const CALLS_KEPT = 12

type OpenDay = Extract<QueueState, { status: 'open' | 'closed' }>

const withTicket = (day: OpenDay, id: string, change: Partial<Ticket>): OpenDay => {
  const ticket = day.tickets.get(id)
  if (!ticket) return day
  return { ...day, tickets: new Map(day.tickets).set(id, { ...ticket, ...change }) }
}

const withCounter = (day: OpenDay, no: number, change: Partial<CounterDay>): OpenDay => {
  const before = day.counters.get(no) ?? { status: 'closed' as const, by: '', byName: '', ticketId: null }
  return { ...day, counters: new Map(day.counters).set(no, { ...before, ...change }) }
}

function called(
  day: OpenDay,
  data: { ticketId: string; no: string; counter: number; at: string; callId: string }
): OpenDay {
  const calls = (day.tickets.get(data.ticketId)?.calls ?? 0) + 1
  const ticket: Partial<Ticket> = { status: 'called', counter: data.counter, calls, calledAt: data.at }
  const next = withCounter(withTicket(day, data.ticketId, ticket), data.counter, { ticketId: data.ticketId })
  const { callId, no, counter, at } = data
  const others = day.lastCalls.filter((call) => call.no !== no)
  return { ...next, lastCalls: [{ callId, no, counter, at, calls }, ...others].slice(0, CALLS_KEPT) }
}

export function evolveQueue(state: QueueState, event: QueueEvent): QueueState {
  if (event.type === 'HallDayOpened') {
    return emptyDay('open', event.data.date, new Map(Object.entries(event.data.serials ?? {})))
  }
  if (state.status === 'unopened') return state
  switch (event.type) {
    case 'TicketIssued': {
      const { serial, ...ticket } = event.data
      const issued: Ticket = {
        ...ticket,
        status: 'waiting',
        counter: null,
        calls: 0,
        calledAt: null,
        startedAt: null,
        endedAt: null
      }
      return {
        ...state,
        tickets: new Map(state.tickets).set(ticket.ticketId, issued),
        serials: new Map(state.serials).set(ticket.group, serial)
      }
    }
    case 'CounterOpened':
      return withCounter(state, event.data.counter, { status: 'open', by: event.data.by, byName: event.data.byName })
    case 'CounterPaused':
      return withCounter(state, event.data.counter, { status: 'paused' })
    case 'CounterClosed':
      return withCounter(state, event.data.counter, { status: 'closed' })
    case 'TicketCalled':
    case 'TicketRecalled':
      return called(state, event.data)
    case 'ServiceStarted':
      return withTicket(state, event.data.ticketId, { status: 'serving', startedAt: event.data.at })
    case 'TicketMissed': {
      const ended = withTicket(state, event.data.ticketId, { status: 'missed', endedAt: event.data.at })
      return withCounter(ended, event.data.counter, { ticketId: null })
    }
    case 'ServiceFinished': {
      const started = state.tickets.get(event.data.ticketId)?.startedAt ?? event.data.at
      const seconds = Math.max(0, Math.round((Date.parse(event.data.at) - Date.parse(started)) / 1000))
      const ended = withTicket(state, event.data.ticketId, { status: 'finished', endedAt: event.data.at })
      const served = { count: state.served.count + 1, seconds: state.served.seconds + seconds }
      return withCounter({ ...ended, served }, event.data.counter, { ticketId: null })
    }
    case 'TicketExpired':
      return withTicket(state, event.data.ticketId, { status: 'expired', endedAt: event.data.at })
    case 'HallDayClosed':
      return { ...state, status: 'closed' }
    default:
      return assertNever(event, 'queue event')
  }
}
