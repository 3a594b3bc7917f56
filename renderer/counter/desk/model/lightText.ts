import { LIGHT_SIGNS } from '../../../../shared/domain/calendar/lights.ts'
import { remainingText } from '../../../../shared/domain/catalogue/limitText.ts'
import type { LightShown } from '../../../../shared/projections/views.ts'
import { shortDate } from '../../../texts/index.ts'

/** What a light says in words: what it is, and how long there is still. */
export interface LightWords {
  readonly word: string
  /** Empty where nothing is to be counted. */
  readonly rest: string
}

export type LightSeen = Omit<LightShown, 'reasons'>

type Watching = LightShown['watching']

/** A red light is about the promise unless another date is watched. */
const LATE: Readonly<Partial<Record<Watching, string>>> = { notify: '告知超期', deliver: '送达超期' }

/** Whose days they are, where they are not those of the whole case. */
const WHOSE: Readonly<Partial<Record<Watching, string>>> = {
  notify: '告知',
  local: '本级',
  upper: '上级',
  deliver: '送达',
  none: '核查'
}

/**
 * The words beside a light. A clock that stands counts the working days for which it has stood; one that waits for the
 * applicant names the day on which their time ends.
 */
export function lightWords(shown: LightSeen): LightWords {
  return { word: word(shown), rest: rest(shown) }
}

function word({ light, watching, remaining }: LightSeen): string {
  if (watching === 'answer') return '待答复'
  // The whole may still be in time while it lies above: green would contradict the days beside it.
  if (watching === 'upper' && light === 'green' && (remaining ?? 0) < 0) return '等上级'
  return (light === 'red' ? LATE[watching] : undefined) ?? LIGHT_SIGNS[light].text
}

/** `已停8个工作日`, with `今天起暂停` on the first day; empty where nobody has counted. */
export function stoppedText(days: number | null): string {
  if (days === null) return ''
  return days === 0 ? '今天起暂停' : `已停${days}个工作日`
}

function rest({ light, remaining, unit, due, watching, stoppedDays }: LightSeen): string {
  if (light === 'grey') return stoppedText(stoppedDays)
  if (light === 'blue') return due === null ? '' : `${shortDate(due)}前${(remaining ?? 0) < 0 ? '未补齐' : '补齐'}`
  return remaining === null ? '' : `${WHOSE[watching] ?? ''}${remainingText(remaining, unit)}`
}
