import type { NewEvent } from '../../kernel/messages.ts'
import type { TicketPart, WaitEstimate } from './queue.ts'

/**
 * Why somebody is called before others who came earlier. The reason is recorded, the number says nothing of it on a
 * screen. `other` needs words.
 */
export type PriorityReason = 'elderly' | 'disabled' | 'military' | 'maternity' | 'mobility' | 'other'

export interface Priority {
  readonly reason: PriorityReason
  /** Words for `other`, else mostly empty. */
  readonly note: string
}

/** Where a number came from. `walkIn`: served at the counter without a ticket, the number serves the records. */
export type TicketSource = 'counter' | 'kiosk' | 'walkIn'

/** Who did it; `by` is the person's id. */
interface Doer {
  readonly at: string
  readonly by: string
}

/** Facts about one ticket at one counter, by one person. */
interface AtCounter extends Doer {
  readonly ticketId: string
  readonly counter: number
}

interface Call {
  readonly ticketId: string
  readonly no: string
  readonly counter: number
  readonly at: string
  readonly callId: string
}

/** The last act of a counter that can be taken back. */
export type UndoableAct =
  | 'TicketCalled'
  | 'ServiceStarted'
  | 'TicketMissed'
  | 'ServiceFinished'
  | 'TicketHeld'
  | 'TicketTransferred'

/** Facts of one hall and day. Fields marked optional came later than the first records. */
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
        /** People who will be called before this one in the same group, as far as can be seen now. */
        readonly ahead: number
        readonly estimate: WaitEstimate | null
        /** Instant that the order counts by; missing: `issuedAt`. */
        readonly orderAt?: string
        readonly priority?: Priority
        readonly appointment?: { readonly appointmentId: string; readonly slotStart: string }
        readonly source?: TicketSource
        /** What the visitor came for, where they said so at the kiosk. */
        readonly itemId?: string
      }
    >
  | NewEvent<
      'PriorityGranted',
      Doer & { readonly ticketId: string; readonly priority: Priority; readonly orderAt: string }
    >
  | NewEvent<
      'CounterOpened',
      { readonly counter: number; readonly by: string; readonly byName: string; readonly at?: string }
    >
  | NewEvent<
      'CounterPaused',
      {
        readonly counter: number
        readonly at?: string
        readonly by?: string
        readonly reason?: string
        /** ISO instant at which the clerk means to be back. */
        readonly until?: string | null
      }
    >
  | NewEvent<'CounterClosed', { readonly counter: number; readonly at?: string; readonly by?: string }>
  | NewEvent<
      'TicketCalled',
      Call & {
        readonly by?: string
        /** Called out of turn: by whose permission and why. */
        readonly chosen?: { readonly reason: string; readonly approvedBy: string }
      }
    >
  | NewEvent<'TicketRecalled', Call & { readonly by?: string }>
  | NewEvent<
      'ServiceStarted',
      {
        readonly ticketId: string
        readonly counter: number
        readonly at: string
        readonly by?: string
        readonly byName?: string
      }
    >
  | NewEvent<
      'TicketMissed',
      { readonly ticketId: string; readonly counter: number; readonly at: string; readonly by?: string }
    >
  /** Came after all: back into the queue, a few places later. */
  | NewEvent<'TicketRejoined', Doer & { readonly ticketId: string; readonly orderAt: string }>
  /** Gone to fetch a copy: the number stays with the counter, the counter calls on. */
  | NewEvent<'TicketHeld', AtCounter & { readonly byName: string; readonly reason: string }>
  | NewEvent<'TicketTakenBack', AtCounter & { readonly byName: string }>
  /** Same number, same place in the order. `toCounter`/`toPerson`: only they call it. */
  | NewEvent<
      'TicketTransferred',
      AtCounter & {
        readonly group: string
        readonly toCounter: number | null
        readonly toPerson: string | null
        readonly toPersonName: string
        readonly reason: string
      }
    >
  /** The next matter of the same visit, at the same counter. */
  | NewEvent<'NextServiceBegun', AtCounter & { readonly group: string }>
  /** The number was taken for the wrong matter; it stays as it is, the matter is put right. */
  | NewEvent<'ServiceCorrected', AtCounter & { readonly from: string; readonly group: string }>
  | NewEvent<
      'ServiceFinished',
      {
        readonly ticketId: string
        readonly counter: number
        readonly at: string
        readonly by?: string
        /** When it really ended, as the clerk says who forgot to press the key. */
        readonly saidEnd?: string
      }
    >
  /** Asked about a long service, the clerk said that it still goes on. */
  | NewEvent<'ServiceStillRunning', AtCounter>
  | NewEvent<'TicketCancelled', Doer & { readonly ticketId: string; readonly reason: string }>
  | NewEvent<
      'ActUndone',
      AtCounter & {
        readonly act: UndoableAct
        readonly no: string
        /** The ticket as it was before, and again is. */
        readonly restored: TicketPart
        /** Number at the counter before the act, if any. */
        readonly heldTicketId: string | null
        /** Fresh id: the hall screen and the voice correct themselves once by it. */
        readonly callId: string
      }
    >
  | NewEvent<'ColleagueCalled', Doer & { readonly counter: number; readonly byName: string; readonly reason: string }>
  | NewEvent<'ColleagueAnswered', Doer & { readonly counter: number; readonly byName: string }>
  /** 延时服务: business hours are over and people wait or are being served. */
  | NewEvent<
      'ExtendedServiceBegan',
      { readonly at: string; readonly waiting: number; readonly serving: number; readonly counters: readonly number[] }
    >
  | NewEvent<
      'ExtendedServiceEnded',
      { readonly at: string; readonly served: number; readonly people: readonly string[] }
    >
  | NewEvent<'TicketExpired', { readonly ticketId: string; readonly at: string }>
  | NewEvent<
      'HallDayClosed',
      {
        readonly date: string
        readonly expired: readonly string[]
        /** Closed by a person with nothing left over; missing: by the clock. */
        readonly by?: string
        readonly at?: string
      }
    >
