import type { RatingLevel, RatingReason } from '../../shared/domain/feedback/rating.ts'
import { isBad } from '../../shared/domain/feedback/rating.ts'
import { parsePhone } from '../../shared/domain/people/phone.ts'

/** What stands on the screen before it is sent. */
export interface Answer {
  readonly level: RatingLevel
  readonly reasons: readonly RatingReason[]
  readonly comment: string
  readonly phone: string
}

export const emptyAnswer = (level: RatingLevel): Answer => ({ level, reasons: [], comment: '', phone: '' })

export const toggled = (reasons: readonly RatingReason[], reason: RatingReason): readonly RatingReason[] =>
  reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason]

export const phoneIsWrong = (phone: string): boolean => !parsePhone(phone).ok

/** Without what is not asked for with that grade; a number that is none is left out only when time runs out. */
export function sent(answer: Answer, timeIsUp: boolean) {
  const { level, comment } = answer
  const bad = isBad(level)
  const phone = answer.phone.trim()
  const usable = phone !== '' && !(timeIsUp && phoneIsWrong(phone))
  return {
    level,
    reasons: bad ? [...answer.reasons] : [],
    comment: comment.trim(),
    phone: bad && usable ? phone : null
  }
}

/** Whole seconds left, never below nothing. Both are ISO instants of main's clock. */
export const secondsLeft = (until: string, now: string): number =>
  Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
