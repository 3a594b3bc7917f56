/** What the plain model of a day speaks of. Times are seconds since nine o'clock. */

export const GROUPS = ['A', 'B', 'C']
export const SERVES: Readonly<Record<number, readonly string[]>> = { 1: ['A', 'B'], 2: ['B'], 3: ['A', 'C'] }
export const REASONS = ['elderly', 'disabled', 'other'] as const
/** Seconds after nine at which the hall closes. */
export const CLOSING = 4 * 3600

export interface Booked {
  readonly id: string
  readonly group: string
  /** Seconds after nine. */
  readonly slot: number
  readonly status: 'booked' | 'cancelled' | 'lapsed'
  readonly today: boolean
}

export interface Settings {
  readonly recallLock: number
  readonly noShowCalls: number
  readonly noShowSeconds: number
  readonly rejoinPlaces: number
  readonly rejoins: number
  /** Seconds by reason. */
  readonly earlier: Readonly<Record<(typeof REASONS)[number], number>>
  /** Of group A. */
  readonly contingent: number | null
  readonly stopMinutes: number | null
  readonly undoSeconds: number
  readonly leadChooses: boolean
  readonly slotSeconds: number
  readonly headStart: number
}

export type Priority = { readonly reason: (typeof REASONS)[number]; readonly note: string } | null

/** One thing that somebody does. `by` sits at `counter`; numbers are named as they stand on the paper. */
export type Step =
  | { readonly type: 'issue'; readonly group: string; readonly priority: Priority; readonly kiosk: boolean }
  | { readonly type: 'checkIn'; readonly booking: Booked; readonly kiosk: boolean }
  | { readonly type: 'extendedService' | 'closeDay' }
  | ({ readonly counter: number; readonly by: string } & (
      | {
          readonly type:
            | 'openCounter'
            | 'closeCounter'
            | 'callNext'
            | 'recall'
            | 'markNoShow'
            | 'undo'
            | 'startService'
            | 'stillServing'
            | 'callColleague'
            | 'answerColleague'
            | 'closeHall'
        }
      | { readonly type: 'pauseCounter'; readonly until: number | null }
      | { readonly type: 'hold'; readonly reason: string }
      | { readonly type: 'grantPriority'; readonly no: string; readonly priority: NonNullable<Priority> }
      | { readonly type: 'callChosen'; readonly no: string; readonly reason: string; readonly approvedBy: string }
      | { readonly type: 'rejoin' | 'takeBack'; readonly no: string }
      | { readonly type: 'cancelTicket'; readonly no: string; readonly reason: string }
      | { readonly type: 'nextService' | 'correctService' | 'serveWalkIn'; readonly group: string }
      | {
          readonly type: 'transfer'
          readonly group: string
          readonly toCounter: number | null
          readonly toPerson: string | null
        }
      | { readonly type: 'finishService'; readonly saidEnd: number | null }
    ))

export interface ModelTicket {
  no: string
  letter: string
  group: string
  status: string
  counter: number | null
  issued: number
  /** As `issued`, but never before somebody who came earlier. */
  came: number
  order: number
  priority: Priority
  booking: Booked | null
  walkIn: boolean
  rejoins: number
  forCounter: number | null
  forPerson: string | null
  calls: number
  firstCall: number | null
  lastCall: number | null
  /** Beginning of the matter that is being served. */
  began: number | null
  /** Grows with everything that happens to it. */
  changes: number
}

export interface ModelCounter {
  status: 'open' | 'paused' | 'closed'
  by: string
  has: string | null
  until: number | null
  alarm: boolean
  last: { at: number; no: string; changes: number; was: ModelTicket; had: string | null } | null
}

export interface ModelDay {
  tickets: ModelTicket[]
  counters: Record<number, ModelCounter>
  given: Record<string, number>
  phase: 'unopened' | 'open' | 'closed'
  extended: number | null
}
