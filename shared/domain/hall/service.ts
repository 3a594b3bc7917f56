import type { PriorityReason } from '../queue/queueEvents.ts'

/**
 * How a hall runs its queue, its screens and its voice: everything it may set for itself there, in one value. Where no
 * rule says anything the default takes the visitor's side.
 */
export interface HallService {
  readonly queue: QueueSettings
  readonly appointments: AppointmentSettings
  readonly voice: VoiceSettings
  readonly board: BoardSettings
  readonly kiosk: KioskSettings
  readonly rating: RatingSettings
  readonly phone: PhoneSettings
  /** Windows beside the counter's, as they are placed on this hall's displays. */
  readonly screens: readonly ScreenPlan[]
}

export interface QueueSettings {
  /** Seconds during which a second press of 重呼 at the same counter is taken for a slip of the finger. */
  readonly recallLockSeconds: number
  /** 过号 only after so many calls (the first one counts) … */
  readonly noShowCalls: number
  /** … and so many seconds since the first. */
  readonly noShowSeconds: number
  /** A missed number comes back so many places later (domain §15.1) … */
  readonly rejoinPlaces: number
  /** … and so many times a day. */
  readonly rejoins: number
  /**
   * Minutes that a priority counts as having come earlier, by reason. Whoever came before that is not overtaken: nobody
   * waits for ever behind people with priority.
   */
  readonly priorityMinutes: Readonly<Record<PriorityReason, number>>
  /** Most numbers a day by group; a group that is not named has no end. */
  readonly contingents: Readonly<Record<string, number>>
  /** No numbers in the last minutes before closing time; `null`: numbers at any time. */
  readonly stopMinutes: number | null
  /** A service that is longer than this is asked about: was the key forgotten? Minutes. */
  readonly forgottenMinutes: number
  /** The last act can be taken back for so many seconds. */
  readonly undoSeconds: number
  /** A clerk may call somebody out of turn; with `lead` a lead's word is needed. */
  readonly chooseBy: 'clerk' | 'lead'
  readonly pauseReasons: readonly string[]
}

export interface AppointmentSettings {
  readonly on: boolean
  /** Length of a slot in minutes. */
  readonly slotMinutes: number
  /** Places per slot by group; a group that is not named takes no appointments. */
  readonly places: Readonly<Record<string, number>>
  /** First and last slot begin within these, `HH:MM`. */
  readonly from: string
  readonly until: string
  readonly daysAhead: number
  /** In time, an appointment counts as having come so many minutes before its slot. */
  readonly headStartMinutes: number
  /** Not there so many minutes after its slot's end: lapsed. Whoever comes later is queued as they come. */
  readonly graceMinutes: number
}

export interface VoiceSettings {
  readonly on: boolean
  /** 叮咚 before each announcement. */
  readonly chime: boolean
  /** `system`: the PC's Chinese voice, the built-in clips where there is none. */
  readonly voice: 'system' | 'clips'
  /** How often an announcement is said, 1…3 … */
  readonly times: number
  /** … and seconds between. */
  readonly gapSeconds: number
  /** 0…1. */
  readonly volume: number
  /** 1 said as 一 or 幺. */
  readonly one: 'yi' | 'yao'
  /** Silent from … to, `HH:MM`; the screen shows on. */
  readonly mute: readonly { readonly from: string; readonly until: string }[]
}

export type BoardTheme = 'night' | 'day' | 'ink'

/** One page of notices, shown in turn with the others. Plain text; no people's names or needs. */
export interface BoardPage {
  readonly id: string
  readonly kind: 'notice' | 'disclosure'
  readonly title: string
  readonly text: string
  /** `YYYY-MM-DD`; `null`: until it is taken away. */
  readonly until: string | null
}

export interface BoardSettings {
  readonly theme: BoardTheme
  readonly pages: readonly BoardPage[]
  /** Seconds that a page stays. */
  readonly pageSeconds: number
  /** 12345 or the hall's own; may be empty. */
  readonly hotline: string
}

export interface KioskSettings {
  /** Back to the first page after so many seconds without a touch. */
  readonly idleSeconds: number
  /** May a number be taken when the ticket printer has no paper? It is shown large to be remembered then. */
  readonly withoutPaper: boolean
  /** Reasons that visitors may choose themselves; a clerk may grant any. */
  readonly priorities: readonly PriorityReason[]
  /** Age from which a card that was read gives the reason `elderly`. */
  readonly elderlyAge: number
  /** Local reader service, e.g. `ws://127.0.0.1:8090/`; empty: keyboard wedge only. */
  readonly reader: string
}

export interface RatingSettings {
  readonly on: boolean
  /** Without an answer for so long: not rated. */
  readonly timeoutSeconds: number
  /** Working days within which a bad rating is taken up, and closed (国办发〔2019〕51号; local rules name 5). */
  readonly startDays: number
  readonly closeDays: number
  /** Longest with a reason and somebody's word. */
  readonly longestDays: number
}

export interface PhoneSettings {
  readonly on: boolean
  /** The page listens here on the local network. */
  readonly port: number
  /** Address that visitors' phones reach this PC by, as the QR of tickets has it; empty: the first of this PC. */
  readonly host: string
}

export interface ScreenPlan {
  /** Stands in the window's address, e.g. `hall-1`. */
  readonly id: string
  readonly role: 'hall' | 'kiosk' | 'rating'
  /** Which display, from 0; `null`: the first that is not the counter's, else a window. */
  readonly display: number | null
  readonly fullscreen: boolean
  /** Rating only: whose visitors sit before it. */
  readonly counter: number | null
  /** Hall only: letters and counters it shows; empty: all. */
  readonly groups: readonly string[]
  readonly counters: readonly number[]
  /** Hall only: does it speak? One of several should. */
  readonly speaks: boolean
}

/** What a hall goes by that has set nothing. */
export function defaultHallService(): HallService {
  return {
    queue: {
      recallLockSeconds: 3,
      noShowCalls: 3,
      noShowSeconds: 60,
      rejoinPlaces: 3,
      rejoins: 1,
      priorityMinutes: { elderly: 20, disabled: 20, military: 20, maternity: 20, mobility: 20, other: 10 },
      contingents: {},
      stopMinutes: null,
      forgottenMinutes: 45,
      undoSeconds: 120,
      chooseBy: 'clerk',
      pauseReasons: ['短时离开', '取材料', '系统维护', '交接班', '用餐']
    },
    appointments: {
      on: false,
      slotMinutes: 30,
      places: {},
      from: '09:00',
      until: '17:00',
      daysAhead: 14,
      headStartMinutes: 15,
      graceMinutes: 15
    },
    voice: { on: true, chime: true, voice: 'system', times: 2, gapSeconds: 8, volume: 1, one: 'yi', mute: [] },
    board: { theme: 'night', pages: [], pageSeconds: 12, hotline: '12345' },
    kiosk: {
      idleSeconds: 30,
      withoutPaper: true,
      priorities: ['elderly', 'disabled', 'military', 'maternity', 'mobility'],
      elderlyAge: 65,
      reader: ''
    },
    rating: { on: true, timeoutSeconds: 60, startDays: 1, closeDays: 5, longestDays: 15 },
    phone: { on: false, port: 8642, host: '' },
    screens: [
      {
        id: 'hall-1',
        role: 'hall',
        display: null,
        fullscreen: true,
        counter: null,
        groups: [],
        counters: [],
        speaks: true
      }
    ]
  }
}

/** Recorded settings as they count today: whatever the program learnt later takes its default (shapes only grow). */
export function serviceFrom(recorded: Partial<HallService>): HallService {
  const defaults = defaultHallService()
  return {
    queue: {
      ...defaults.queue,
      ...recorded.queue,
      priorityMinutes: { ...defaults.queue.priorityMinutes, ...recorded.queue?.priorityMinutes }
    },
    appointments: { ...defaults.appointments, ...recorded.appointments },
    voice: { ...defaults.voice, ...recorded.voice },
    board: { ...defaults.board, ...recorded.board },
    kiosk: { ...defaults.kiosk, ...recorded.kiosk },
    rating: { ...defaults.rating, ...recorded.rating },
    phone: { ...defaults.phone, ...recorded.phone },
    screens: recorded.screens ?? defaults.screens
  }
}
