import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { parsePhone } from '../people/phone.ts'
import { decideFollowUp, type FollowUpCommand } from './decideFollowUp.ts'
import type { FollowUpDates } from './followUp.ts'
import {
  type Asked,
  isBad,
  type NotRatedWhy,
  type RatingEvent,
  type RatingLevel,
  type RatingReason,
  type RatingState
} from './rating.ts'

/** More time is given this often; after that a screen nobody stands at would never come to rest (WCAG 2.2.1: at least ten). */
export const MOST_PROLONGATIONS = 10

export type RatingCommand =
  | ({ readonly type: 'ask' } & Asked)
  /** `seconds` of a time limit, from `at` on. */
  | { readonly type: 'prolong'; readonly at: string; readonly seconds: number }
  | {
      readonly type: 'give'
      readonly at: string
      readonly on: string
      readonly level: RatingLevel
      readonly reasons: readonly RatingReason[]
      readonly comment: string
      /** As typed. */
      readonly phone: string | null
      /** Of the follow-up, if there will be one. */
      readonly dates: FollowUpDates
    }
  | { readonly type: 'end'; readonly at: string; readonly why: NotRatedWhy }
  | FollowUpCommand

/**
 * One rating: asked once, given once, never edited (国办发〔2019〕51号; GB/T 39734 4.1: voluntary and true). A bad one opens
 * its follow-up in the same breath. Refuses `rating-unknown`, `rating-given`, `rating-over`, `rating-only-bad` (reasons
 * and phone are asked for with a bad rating alone), `phone-format`, and what `decideFollowUp` refuses.
 */
export function decideRating(state: RatingState, command: RatingCommand): Decision<RatingEvent> {
  if (command.type === 'ask') {
    const { type: _type, ...asked } = command
    return state.status === 'none' ? accept([{ type: 'RatingAsked', v: 1, data: asked }]) : accept([])
  }
  if (state.status === 'none') return refuse('rating-unknown')
  switch (command.type) {
    case 'prolong': {
      if (state.status !== 'asked' || command.at > state.until) return over(state)
      if (state.prolonged >= MOST_PROLONGATIONS) return accept([], { until: state.until })
      const until = laterBy(command.at, command.seconds)
      return accept([{ type: 'RatingProlonged', v: 1, data: { at: command.at, until } }], { until })
    }
    case 'give':
      if (state.status !== 'asked' || command.at > state.until) return over(state)
      return give(command)
    case 'end': {
      // Whatever ends it comes too late when the visitor was faster.
      if (state.status !== 'asked') return accept([])
      return accept([{ type: 'NotRated', v: 1, data: { at: command.at, why: command.why } }])
    }
    case 'start':
    case 'callBack':
    case 'extend':
    case 'close':
    case 'annotate':
    case 'revealPhone':
      return decideFollowUp(state, command)
    default:
      return assertNever(command, 'rating command')
  }
}

const over = (state: RatingState) => refuse(state.status === 'rated' ? 'rating-given' : 'rating-over')

function give(command: Extract<RatingCommand, { type: 'give' }>): Decision<RatingEvent> {
  const { at, on, level, comment, dates } = command
  const bad = isBad(level)
  const reasons = [...new Set(command.reasons)]
  if (!bad && reasons.length > 0) return refuse('rating-only-bad', { field: 'reasons' })
  const parsed = parsePhone(command.phone ?? '')
  if (!parsed.ok) return refuse(parsed.code, { field: 'phone' })
  const phone = parsed.number === '' ? null : parsed.number
  if (!bad && phone !== null) return refuse('rating-only-bad', { field: 'phone' })
  const rated: RatingEvent = {
    type: 'Rated',
    v: 1,
    data: { at, on, level, reasons, comment: comment.trim(), phone, channel: 'window' }
  }
  return accept(bad ? [rated, { type: 'FollowUpOpened', v: 1, data: dates }] : [rated])
}

const laterBy = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString()
