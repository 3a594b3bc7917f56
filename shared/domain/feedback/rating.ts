import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import {
  evolveFollowUp,
  type FollowUp,
  type FollowUpEvent,
  isFollowUpEvent,
  type PersonOf,
  type Written
} from './followUp.ts'

/** GB/T 39046 A.8: 1 非常满意, 2 满意, 3 基本满意, 4 不满意, 5 非常不满意. */
export type RatingLevel = 1 | 2 | 3 | 4 | 5
export const RATING_LEVELS: readonly RatingLevel[] = [1, 2, 3, 4, 5]

/** What a bad rating may be about: attitude, slowness, a second trip, extra papers, not told at once, fees, other. */
export const RATING_REASONS = [
  'attitude',
  'efficiency',
  'again',
  'extraMaterials',
  'notTold',
  'charges',
  'other'
] as const
export type RatingReason = (typeof RATING_REASONS)[number]

/** Nobody answered in time; the next visitor sat down; the service was taken back. */
export type NotRatedWhy = 'timeout' | 'next' | 'closed'

/** The visit that was asked about. One ask a visit (一次一评, 国办发〔2019〕51号). */
export interface Asked {
  readonly ratingId: string
  readonly ticketId: string
  readonly ticketNo: string
  readonly group: string
  readonly counter: number
  /** Who served; never has a hand in what becomes of the rating. */
  readonly personId: string
  readonly personName: string
  /** Cases of this visit; a mere question has none. */
  readonly caseNos: readonly string[]
  readonly at: string
  /** Date of `at` in Shanghai. */
  readonly on: string
  /** ISO instant until which it may be answered. */
  readonly until: string
}

/** What the visitor said. Never edited. */
export interface Given {
  readonly at: string
  readonly on: string
  readonly level: RatingLevel
  readonly reasons: readonly RatingReason[]
  readonly comment: string
  /** Normalised; `null`: nobody is to call back. */
  readonly phone: string | null
  readonly channel: 'window'
}

export type RatingEvent =
  | NewEvent<'RatingAsked', Asked>
  /** The visitor is still at it and gets more time. */
  | NewEvent<'RatingProlonged', { readonly at: string; readonly until: string }>
  | NewEvent<'Rated', Given>
  | NewEvent<'NotRated', { readonly at: string; readonly why: NotRatedWhy }>
  | NewEvent<'RatingAnnotated', Written>
  /** Somebody looked at the whole phone number. */
  | NewEvent<'RatingPhoneRevealed', { readonly at: string; readonly by: PersonOf }>
  | FollowUpEvent

export type RatingState =
  | { readonly status: 'none' }
  | (Asked & { readonly status: 'asked'; readonly prolonged: number })
  | (Asked & { readonly status: 'notRated'; readonly why: NotRatedWhy })
  | (Asked & {
      readonly status: 'rated'
      readonly given: Given
      /** Of bad ratings only. */
      readonly followUp: FollowUp | null
      readonly notes: readonly Written[]
    })

export type KnownRating = Exclude<RatingState, { status: 'none' }>
export type RatedVisit = Extract<RatingState, { status: 'rated' }>

export const initialRating: RatingState = { status: 'none' }

export const ratingStream = (ratingId: string): string => `rating-${ratingId}`

/** 差评: the last two grades (国办发〔2019〕51号). */
export const isBad = (level: RatingLevel): boolean => level >= 4

/** A record over the union: a new event that is not listed here fails the compile. */
const RATING_EVENTS: Record<Exclude<RatingEvent, FollowUpEvent>['type'], true> = {
  RatingAsked: true,
  RatingProlonged: true,
  Rated: true,
  NotRated: true,
  RatingAnnotated: true,
  RatingPhoneRevealed: true
}

export const isRatingEvent = (event: NewEvent): event is RatingEvent =>
  Object.hasOwn(RATING_EVENTS, event.type) || isFollowUpEvent(event)

/** Folds one fact into one rating. Total: a fact that does not fit the state changes nothing. */
export function evolveRating(state: RatingState, event: RatingEvent): RatingState {
  if (event.type === 'RatingAsked') return { status: 'asked', ...event.data, prolonged: 0 }
  if (state.status === 'none') return state
  if (isFollowUpEvent(event)) {
    return state.status === 'rated' ? { ...state, followUp: evolveFollowUp(state.followUp, event) } : state
  }
  switch (event.type) {
    case 'RatingProlonged':
      return state.status === 'asked' ? { ...state, until: event.data.until, prolonged: state.prolonged + 1 } : state
    case 'Rated': {
      if (state.status !== 'asked') return state
      const { prolonged: _prolonged, ...asked } = state
      return { ...asked, status: 'rated', given: event.data, followUp: null, notes: [] }
    }
    case 'NotRated': {
      if (state.status !== 'asked') return state
      const { prolonged: _prolonged, ...asked } = state
      return { ...asked, status: 'notRated', why: event.data.why }
    }
    case 'RatingAnnotated':
      return state.status === 'rated' ? { ...state, notes: [...state.notes, event.data] } : state
    case 'RatingPhoneRevealed':
      return state
    default:
      return assertNever(event, 'rating event')
  }
}
