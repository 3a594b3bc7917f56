import type { Priority, QueueEvent, TicketSource, UndoableAct } from './queueEvents.ts'

export type { QueueEvent } from './queueEvents.ts'

/**
 * waiting → called → serving → finished; called → missed (过号) → waiting once more; serving → held → serving;
 * called or serving → waiting elsewhere (转号); what is left at day's end → expired. One stream a hall and day: short, and
 * closed with nothing undisposed.
 */
export type TicketStatus = 'waiting' | 'called' | 'serving' | 'held' | 'finished' | 'missed' | 'cancelled' | 'expired'

/** Minutes, as a range, so that nobody takes it for a promise. */
export interface WaitEstimate {
  readonly low: number
  readonly high: number
}

/** One step of a number's way through the hall. `kind` is the name of the fact. */
export interface TicketStep {
  readonly kind: QueueEvent['type']
  readonly at: string
  readonly counter: number | null
  /** Group, colleague or reason, by kind. */
  readonly detail: string
}

/** One matter of a visit. */
export interface ServiceRun {
  readonly group: string
  readonly counter: number
  readonly startedAt: string
  readonly endedAt: string | null
  /** Id of the person who served; missing in the first records. */
  readonly by?: string
}

/** What changes on a ticket while it goes through the hall. */
export interface TicketPart {
  readonly group: string
  readonly status: TicketStatus
  readonly counter: number | null
  readonly calls: number
  readonly firstCalledAt: string | null
  readonly calledAt: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  /** Instant that the order counts by: arrival, or earlier by what a priority or an appointment gives. */
  readonly orderAt: string
  readonly priority: Priority | null
  /** How often it came back after it was missed. */
  readonly rejoins: number
  /** Transferred to these alone. */
  readonly forCounter: number | null
  readonly forPerson: string | null
  readonly heldReason: string
  readonly heldAt: string | null
  /** Asked about its length, the clerk last said at this instant that it goes on. */
  readonly confirmedAt: string | null
  /** `said`: the end was told afterwards; such times count in no mean. */
  readonly times: 'pressed' | 'said'
  readonly services: readonly ServiceRun[]
}

export interface Ticket extends TicketPart {
  readonly ticketId: string
  /** Group letter + at least three digits, e.g. A001; stays when the group is corrected. */
  readonly no: string
  readonly issuedAt: string
  readonly ahead: number
  readonly estimate: WaitEstimate | null
  readonly source: TicketSource
  readonly appointment: { readonly appointmentId: string; readonly slotStart: string } | null
  readonly itemId: string | null
  readonly trail: readonly TicketStep[]
}

/** What a counter did last and may take back. */
export interface LastAct {
  readonly act: UndoableAct
  readonly ticketId: string
  readonly at: string
  readonly before: TicketPart
  /** Ticket at the counter before it. */
  readonly heldTicketId: string | null
}

export interface CounterDay {
  readonly status: 'open' | 'paused' | 'closed'
  readonly by: string
  readonly byName: string
  /** Ticket being called or served. */
  readonly ticketId: string | null
  readonly pauseReason: string
  readonly pausedAt: string | null
  readonly pausedUntil: string | null
  readonly last: LastAct | null
  /** A colleague is wanted here, since and why. */
  readonly alarm: { readonly at: string; readonly byName: string; readonly reason: string } | null
}

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
      /** Newest first. */
      readonly sayings: readonly Saying[]
      /** 延时服务, since when; `null`: not now. */
      readonly extendedSince: string | null
      /** Length of the extended sessions that have ended today. */
      readonly extendedSeconds: number
    }

/** A call as the hall screen shows it. */
export interface CallShown {
  readonly callId: string
  readonly no: string
  readonly counter: number
  readonly at: string
  /** 1 for the first call, then 2, 3 … */
  readonly calls: number
}

/** Something for the hall's voice. `withdrawn`: a call that was taken back. */
export interface Saying {
  /** Said once. */
  readonly sayId: string
  readonly kind: 'call' | 'withdrawn'
  readonly no: string
  readonly counter: number
  readonly at: string
}

export const initialQueue: QueueState = { status: 'unopened' }

/** A day without tickets. */
export const emptyDay = (
  status: 'open' | 'closed',
  date: string,
  serials: ReadonlyMap<string, number> = new Map()
): OpenDay => ({
  status,
  date,
  tickets: new Map(),
  counters: new Map(),
  serials,
  served: { count: 0, seconds: 0 },
  lastCalls: [],
  sayings: [],
  extendedSince: null,
  extendedSeconds: 0
})

/** All that has to be remembered of a day that is over: that it is, and the numbers it gave. */
export const closedQueue = (date: string, serials: ReadonlyMap<string, number>): QueueState =>
  emptyDay('closed', date, serials)

export const queueStream = (date: string): string => `queue-${date}`

export type OpenDay = Extract<QueueState, { status: 'open' | 'closed' }>

/** A counter nobody has opened today. */
export const closedCounter: CounterDay = {
  status: 'closed',
  by: '',
  byName: '',
  ticketId: null,
  pauseReason: '',
  pausedAt: null,
  pausedUntil: null,
  last: null,
  alarm: null
}
