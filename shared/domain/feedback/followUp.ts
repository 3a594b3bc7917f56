import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { RatingSettings } from '../hall/service.ts'
import type { RatingLevel } from './rating.ts'

/** 差评回访整改: taken up, called back, put right or explained, closed (国办发〔2019〕51号). */

export interface PersonOf {
  readonly personId: string
  readonly name: string
}

/** Words of somebody about a rating. */
export interface Written {
  readonly at: string
  readonly by: PersonOf
  readonly text: string
}

/** 已整改, 已解释说明, 无政策依据已说明, 误评, 恶意评价. The last two take a review. */
export const OUTCOMES = ['fixed', 'explained', 'noBasis', 'mistaken', 'malicious'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Last days, `YYYY-MM-DD`; `provisional`: counted over a year without loaded holidays. */
export interface FollowUpDates {
  readonly startBy: string
  readonly closeBy: string
  /** No extension goes beyond it. */
  readonly longestBy: string
  readonly provisional: boolean
}

export interface CallBack extends Written {
  readonly reached: boolean
}

export interface Closing extends Written {
  /** Date of `at` in Shanghai. */
  readonly on: string
  readonly outcome: Outcome
  /** What the visitor says now, where they were asked again. The first rating stays as it is. */
  readonly secondLevel: RatingLevel | null
}

export type FollowUpEvent =
  | NewEvent<'FollowUpOpened', FollowUpDates>
  | NewEvent<
      'FollowUpStarted',
      { readonly at: string; readonly on: string; readonly by: PersonOf; readonly reviewer: PersonOf }
    >
  | NewEvent<'CalledBack', CallBack>
  | NewEvent<
      'FollowUpExtended',
      {
        readonly at: string
        readonly by: PersonOf
        readonly until: string
        readonly reason: string
        readonly approvedBy: PersonOf
      }
    >
  | NewEvent<'FollowUpClosed', Closing>

type DataOf<K extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: K }>['data']

export interface FollowUp extends FollowUpDates {
  readonly started: DataOf<'FollowUpStarted'> | null
  readonly calls: readonly CallBack[]
  /** Oldest first; the last one's day counts. */
  readonly extensions: readonly DataOf<'FollowUpExtended'>[]
  readonly closed: Closing | null
}

/** A record over the union: a new event that is not listed here fails the compile. */
const FOLLOW_UP_EVENTS: Record<FollowUpEvent['type'], true> = {
  FollowUpOpened: true,
  FollowUpStarted: true,
  CalledBack: true,
  FollowUpExtended: true,
  FollowUpClosed: true
}

export const isFollowUpEvent = (event: NewEvent): event is FollowUpEvent => Object.hasOwn(FOLLOW_UP_EVENTS, event.type)

export function evolveFollowUp(state: FollowUp | null, event: FollowUpEvent): FollowUp | null {
  if (event.type === 'FollowUpOpened') {
    return { ...event.data, started: null, calls: [], extensions: [], closed: null }
  }
  if (state === null) return state
  switch (event.type) {
    case 'FollowUpStarted':
      return { ...state, started: event.data }
    case 'CalledBack':
      return { ...state, calls: [...state.calls, event.data] }
    case 'FollowUpExtended':
      return { ...state, extensions: [...state.extensions, event.data] }
    case 'FollowUpClosed':
      return { ...state, closed: event.data }
    default:
      return assertNever(event, 'follow-up event')
  }
}

/**
 * Dates of a follow-up of a rating given on `date`, in working days after it; the day itself is not counted. No national
 * number exists: the hall sets its own (defaults 1, 5 and 15 as local rules have them).
 */
export function followUpDates(
  calendar: WorkCalendar,
  date: string,
  settings: Pick<RatingSettings, 'startDays' | 'closeDays' | 'longestDays'>
): FollowUpDates {
  const start = calendar.addWorkingDays(date, settings.startDays)
  const close = calendar.addWorkingDays(date, settings.closeDays)
  const longest = calendar.addWorkingDays(date, Math.max(settings.closeDays, settings.longestDays))
  return {
    startBy: start.date,
    closeBy: close.date,
    longestBy: longest.date,
    provisional: start.provisional || close.provisional || longest.provisional
  }
}

/** The day by which it has to be closed, extensions included. */
export const closeBy = ({ closeBy, extensions }: Pick<FollowUp, 'closeBy' | 'extensions'>): string =>
  extensions.at(-1)?.until ?? closeBy

/** What is to be done next. `call`: a phone was left and nobody has called it yet. */
export type FollowUpStep = 'start' | 'call' | 'close' | 'done'

export function nextFollowUpStep(followUp: FollowUp, phone: string | null): FollowUpStep {
  if (followUp.closed) return 'done'
  if (!followUp.started) return 'start'
  return phone !== null && followUp.calls.length === 0 ? 'call' : 'close'
}

/** Last day of the step that is due. */
export const followUpDue = (followUp: FollowUp): string => (followUp.started ? closeBy(followUp) : followUp.startBy)

/** Closed by its day: the figure 差评按期办结. */
export const closedOnTime = (followUp: FollowUp): boolean =>
  followUp.closed !== null && followUp.closed.on <= closeBy(followUp)
