import type { HallConfig } from '../hall/hall.ts'
import type { HallService } from '../hall/service.ts'
import type { Appointment } from './appointment.ts'
import type { Priority, TicketSource } from './queueEvents.ts'

/**
 * What every command comes with. `at` is an ISO instant, `date` the day of the queue (its date in Shanghai); `id` is
 * fresh and becomes the call's or the withdrawal's. `closingTime` is `HH:MM` in Shanghai.
 */
export interface Given {
  readonly at: string
  readonly date: string
  readonly id: string
  readonly hall: HallConfig
  readonly service: HallService
  readonly closingTime: string
}

/** By a person; `counter` is where they signed in. */
export interface AtCounter extends Given {
  readonly counter: number | null
  readonly by: string
  readonly byName: string
}

export type IssueTicket = Given & {
  readonly type: 'issueTicket'
  readonly group: string
  readonly priority: Priority | null
  readonly source: Exclude<TicketSource, 'walkIn'>
  readonly itemId: string | null
  readonly appointment: Appointment | null
  /** Address of the ticket's page for phones; missing or `null`: there is none just now. */
  readonly phoneUrl?: (ticketId: string) => string | null
}

export type GrantPriority = AtCounter & {
  readonly type: 'grantPriority'
  readonly ticketId: string
  readonly priority: Priority
}

/** One member of a union for each name, so that a switch can tell them apart. */
type Verb<Type extends string> = Type extends string ? { readonly type: Type } : never
type InGroup<Type extends string> = Verb<Type> & { readonly group: string }

/** Acts on a counter itself. `answerColleague`: `counter` is the one that called. */
export type CounterAct = AtCounter &
  (
    | Verb<'openCounter' | 'closeCounter' | 'answerColleague'>
    | { readonly type: 'pauseCounter'; readonly reason: string; readonly until: string | null }
    | { readonly type: 'callColleague'; readonly reason: string }
  )

/** Acts on who waits. `approvedBy`: the lead who allowed it, empty where the clerk may. */
export type CallAct = AtCounter &
  (
    | Verb<'callNext' | 'recall' | 'markNoShow' | 'undo'>
    | {
        readonly type: 'callChosen'
        readonly ticketId: string
        readonly reason: string
        readonly approvedBy: string
      }
    | InGroup<'serveWalkIn'>
  )

/** Acts on the visitor who is at the counter, or comes back to it. `saidEnd`: an ISO instant. */
export type ServeAct = AtCounter &
  (
    | Verb<'startService' | 'stillServing'>
    | { readonly type: 'hold'; readonly reason: string }
    | { readonly type: 'takeBack'; readonly ticketId: string }
    | {
        readonly type: 'transfer'
        readonly group: string
        readonly toCounter: number | null
        readonly toPerson: string | null
        readonly toPersonName: string
        readonly reason: string
      }
    | InGroup<'nextService'>
    | InGroup<'correctService'>
    | { readonly type: 'finishService'; readonly saidEnd: string | null }
  )

/** Acts on any number, from any place. */
export type TicketAct = AtCounter &
  (
    | { readonly type: 'rejoin'; readonly ticketId: string }
    | { readonly type: 'cancelTicket'; readonly ticketId: string; readonly reason: string }
  )

/** The end of the day: by a person, 延时服务 by the clock, midnight. */
export type DayAct = (AtCounter & { readonly type: 'closeHall' }) | (Given & Verb<'extendedService' | 'closeDay'>)

export type QueueCommand = IssueTicket | GrantPriority | CounterAct | CallAct | ServeAct | TicketAct | DayAct
