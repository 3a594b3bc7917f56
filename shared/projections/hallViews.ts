import type { BoardPage, BoardSettings, RatingSettings, ScreenPlan, VoiceSettings } from '../domain/hall/service.ts'
import type { Appointment } from '../domain/queue/appointment.ts'
import type { GroupOpen } from '../domain/queue/groupOpen.ts'
import type { OrderReason } from '../domain/queue/order.ts'
import type { CallShown, Saying, TicketStatus, TicketStep, WaitEstimate } from '../domain/queue/queue.ts'
import type { Priority, PriorityReason, TicketSource, UndoableAct } from '../domain/queue/queueEvents.ts'

/** What screens get of the queue. Screens of visitors get numbers, never people (domain §15.3). */

export type { GroupOpen } from '../domain/queue/groupOpen.ts'
export type { OrderReason } from '../domain/queue/order.ts'

export interface TicketShown {
  readonly ticketId: string
  readonly no: string
  readonly group: string
  readonly groupName: string
  readonly status: TicketStatus
  readonly issuedAt: string
  readonly firstCalledAt: string | null
  readonly calledAt: string | null
  readonly startedAt: string | null
  readonly calls: number
  readonly counter: number | null
  readonly orderAt: string
  readonly reason: OrderReason
  readonly priority: Priority | null
  /** ISO instant of an appointment's slot. */
  readonly slotStart: string | null
  readonly source: TicketSource
  readonly itemId: string | null
  readonly rejoins: number
  /** Transferred to this counter or person alone. */
  readonly forCounter: number | null
  readonly forPersonName: string
  readonly heldReason: string
  readonly heldAt: string | null
  readonly confirmedAt: string | null
  /** How many matters of this visit have begun. */
  readonly services: number
  /** Begin of the matter that is being served now; a visit with several has several. */
  readonly servingSince: string | null
  /** Why it was called out of turn; empty: it was its turn. */
  readonly chosen: string
}

export interface CounterShown {
  readonly no: number
  readonly name: string
  readonly status: 'open' | 'paused' | 'closed'
  readonly byName: string
  readonly ticketNo: string | null
  /** ISO instant at which a paused counter means to be back. */
  readonly pausedUntil: string | null
}

export interface GroupShown {
  readonly code: string
  readonly name: string
  readonly waiting: number
}

/** One colleague who is wanted. */
export interface AlarmShown {
  readonly counter: number
  readonly at: string
  readonly byName: string
  readonly reason: string
}

/** The part of topic `desk` that is the queue's; topic `desk` extends it. */
export interface QueueDesk {
  readonly date: string
  readonly counter: number | null
  readonly counterStatus: 'open' | 'paused' | 'closed'
  readonly pauseReason: string
  readonly pausedUntil: string | null
  readonly current: TicketShown | null
  /** In the order in which this counter will call them, at most 60. */
  readonly waiting: readonly TicketShown[]
  readonly waitingHere: number
  readonly waitingAll: number
  /** Held numbers of the hall, this counter's first. */
  readonly held: readonly TicketShown[]
  /** Missed today and still allowed back. */
  readonly missed: readonly TicketShown[]
  readonly groups: readonly GroupShown[]
  readonly counters: readonly CounterShown[]
  readonly alarms: readonly AlarmShown[]
  /** What can be taken back, and until when (ISO instant). */
  readonly undo: { readonly act: UndoableAct; readonly no: string; readonly until: string } | null
  /** 延时服务 since this instant. */
  readonly extendedSince: string | null
  /** Settings that the keys need. */
  readonly queueSettings: {
    readonly recallLockSeconds: number
    readonly noShowCalls: number
    readonly noShowSeconds: number
    readonly forgottenMinutes: number
    readonly chooseBy: 'clerk' | 'lead'
    readonly pauseReasons: readonly string[]
    readonly appointments: boolean
  }
  /** Of the visitor before the rating screen: asked or done; never what was said. */
  readonly rating: 'none' | 'asked' | 'done'
}

/** Topic `hall`: numbers, never people (domain §15.3). Each hall screen picks its zone from `screens` by its own id. */
export interface HallView {
  readonly hallName: string
  readonly demo: boolean
  readonly date: string
  /** Newest first. */
  readonly calls: readonly CallShown[]
  /** For the voice, newest first; each is said once. */
  readonly sayings: readonly Saying[]
  readonly groups: readonly GroupShown[]
  readonly counters: readonly Omit<CounterShown, 'byName'>[]
  readonly waitingAll: number
  readonly enquiryPhone: string
  readonly supervisionPhone: string
  readonly hours: string
  readonly extendedSince: string | null
  readonly voice: VoiceSettings
  readonly board: Omit<BoardSettings, 'pages'> & {
    /** Those that hold today. */
    readonly pages: readonly BoardPage[]
  }
  readonly screens: readonly ScreenPlan[]
}

/** Topic `kiosk`. */
export interface KioskView {
  readonly hallName: string
  readonly demo: boolean
  readonly date: string
  readonly groups: readonly (GroupShown & {
    readonly open: GroupOpen
    readonly estimate: WaitEstimate | null
    /** Counters that may call a number of the group: those to watch. */
    readonly counters: readonly number[]
  })[]
  readonly waitingAll: number
  readonly enquiryPhone: string
  readonly hours: string
  readonly appointments: boolean
  readonly idleSeconds: number
  readonly withoutPaper: boolean
  readonly priorities: readonly PriorityReason[]
  /** Driver of a card reader: is one there and heard? */
  readonly reader: ReaderStatus
  /** Somebody has laid a card on the reader; nothing else of the card comes here. */
  readonly card: { readonly readId: string; readonly elderly: boolean } | null
  /** 12345 or the hall's own; may be empty. */
  readonly hotline: string
}

/** `none`: no reader service is set; `lost`: it was there, or should be, and is tried again. */
export type ReaderStatus = 'none' | 'connecting' | 'ready' | 'lost'

/**
 * Topic `reader`: a card that waits to be put into the form at the counter. Who it is only in so far as the clerk must
 * know whose it is; all of it comes by `reader.take`.
 */
export interface ReaderView {
  readonly status: ReaderStatus
  readonly card: { readonly readId: string; readonly maskedName: string } | null
}

/** What one screen before a visitor shows. */
export interface RatingScreenShown {
  /** Of the planned screen. */
  readonly id: string
  readonly counter: number | null
  readonly counterName: string
  /** The visit that may be rated now, until that instant. */
  readonly ask: { readonly ratingId: string; readonly ticketNo: string; readonly until: string } | null
}

/** Topic `rating`. Each rating screen picks its own by its id; nothing of what was said comes back. */
export interface RatingView {
  readonly hallName: string
  readonly screens: readonly RatingScreenShown[]
  readonly settings: Pick<RatingSettings, 'timeoutSeconds'>
}

/** How the page for visitors' phones is. */
export interface PhonePageState {
  readonly on: boolean
  /** What phones reach it by, e.g. `http://192.168.1.10:8642/`; `null`: it is off, or cannot be reached. */
  readonly address: string | null
  /**
   * Why it is on and not there. `port-taken`: another program has the port. `no-address`: this PC is in no private
   * network. `no-secret`: its file cannot be kept in the data folder. `failed`: anything else; the log says what.
   */
  readonly problem: 'port-taken' | 'no-address' | 'no-secret' | 'failed' | null
}

/** A number with its way through the hall, for whoever is asked what became of it. */
export interface TicketTrail {
  readonly ticket: TicketShown
  readonly trail: readonly TicketStep[]
}

/** An appointment as the counter lists it. Name and phone masked. */
export interface AppointmentShown extends Omit<Appointment, 'name' | 'phone' | 'status' | 'ticketNo'> {
  readonly groupName: string
  readonly name: string
  readonly phone: string | null
  readonly status: Appointment['status'] | 'checkedIn'
  readonly ticketNo: string | null
}

export interface SlotShown {
  /** `HH:MM`. */
  readonly slot: string
  readonly left: number
}
