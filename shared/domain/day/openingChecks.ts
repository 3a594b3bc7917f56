import type { NewEvent } from '../../kernel/messages.ts'

/** What is looked at before the door is opened. */
export const DAY_CHECKS = [
  'ticketPrinter',
  'paperPrinter',
  'hallScreen',
  'sound',
  'disk',
  'clock',
  'holidays',
  'history',
  'log',
  'backlog'
] as const
export type DayCheckName = (typeof DAY_CHECKS)[number]

/** `warn`: work can begin, somebody should see to it. `bad`: visitors will feel it. */
export type CheckState = 'good' | 'warn' | 'bad'

export interface DayCheck {
  readonly check: DayCheckName
  readonly state: CheckState
  /** A keyword or a figure; its sentence is the screen's. Never personal. */
  readonly detail: string
}

export type DayEvent = NewEvent<
  'OpeningChecked',
  { readonly at: string; readonly by: string; readonly checks: readonly DayCheck[] }
>

export const dayStream = (date: string): string => `day-${date}`

/** Less than this is trouble within weeks, or today: a busy hall writes some megabytes a day, papers and fonts more. */
const GIGA = 1024 ** 3
const DISK = { warn: 5 * GIGA, bad: GIGA / 2 } as const

/** A clock that is behind the newest record by more than this has been set back; due dates would be wrong. */
const CLOCK_BACK_MS = 60_000

/** What was seen, before anything is made of it. Instants in ISO. */
export interface Seen {
  readonly printers: { readonly ticket: string; readonly paper: string }
  /** Windows that show the hall's numbers just now, of those that are planned. */
  readonly hallScreens: { readonly planned: number; readonly open: number }
  /** How the newest announcement was said; `null`: none yet. */
  readonly lastSaid: { readonly how: string; readonly today: boolean } | null
  readonly voiceOn: boolean
  /** Bytes; `null`: could not be asked. */
  readonly diskFree: number | null
  readonly now: string
  /** Of the newest record; `null`: an empty log. */
  readonly newestRecord: string | null
  readonly holidaysMissing: boolean
  readonly coveredThrough: string
  readonly history: string
  readonly logAlarm: boolean
  /** Days before today that are still open, and papers not printed. */
  readonly openDays: number
  readonly unprinted: number
}

/** `saved` papers go to a folder on purpose: for A4 that is a choice, for tickets nobody gets a number on paper. */
function printer(check: 'ticketPrinter' | 'paperPrinter', health: string): DayCheck {
  if (health === 'ready') return { check, state: 'good', detail: health }
  return { check, state: health === 'folder' ? 'warn' : 'bad', detail: health }
}

function disk(free: number | null): DayCheck {
  const megabytes = free === null ? 'unknown' : String(Math.floor(free / 1024 ** 2))
  if (free === null) return { check: 'disk', state: 'warn', detail: megabytes }
  return { check: 'disk', state: free < DISK.bad ? 'bad' : free < DISK.warn ? 'warn' : 'good', detail: megabytes }
}

function sound({ voiceOn, lastSaid }: Seen): DayCheck {
  if (!voiceOn) return { check: 'sound', state: 'warn', detail: 'off' }
  // What failed on the last day will fail again; what was heard then is no proof for today.
  if (lastSaid?.how === 'failed') return { check: 'sound', state: 'bad', detail: 'failed' }
  if (!lastSaid?.today) return { check: 'sound', state: 'good', detail: 'untried' }
  return { check: 'sound', state: 'good', detail: lastSaid.how }
}

/** The judgement on what was seen, in the order of `DAY_CHECKS`. Pure, so that each sentence on the screen has a rule. */
export function judgeOpening(seen: Seen): readonly DayCheck[] {
  const { planned, open } = seen.hallScreens
  const back = seen.newestRecord !== null && Date.parse(seen.newestRecord) - Date.parse(seen.now) > CLOCK_BACK_MS
  return [
    printer('ticketPrinter', seen.printers.ticket),
    printer('paperPrinter', seen.printers.paper),
    { check: 'hallScreen', state: open >= planned && planned > 0 ? 'good' : 'bad', detail: `${open}/${planned}` },
    sound(seen),
    disk(seen.diskFree),
    { check: 'clock', state: back ? 'bad' : 'good', detail: seen.newestRecord ?? '' },
    { check: 'holidays', state: seen.holidaysMissing ? 'warn' : 'good', detail: seen.coveredThrough },
    { check: 'history', state: seen.history === 'ready' ? 'good' : 'warn', detail: seen.history },
    { check: 'log', state: seen.logAlarm ? 'bad' : 'good', detail: '' },
    {
      check: 'backlog',
      state: seen.openDays > 0 ? 'bad' : seen.unprinted > 0 ? 'warn' : 'good',
      detail: `${seen.openDays}/${seen.unprinted}`
    }
  ]
}
