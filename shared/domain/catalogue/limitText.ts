import type { Limit, LimitUnit } from '../calendar/limits.ts'

const UNIT_TEXT: Record<LimitUnit, string> = { WORKING_DAY: '个工作日', CALENDAR_DAY: '个自然日' }

/** "20个工作日", "15个自然日", "当场办结" for 0. The unit is always said: the two must not be confused (行政许可法 82). */
export function limitText(limit: Limit): string {
  return limit.value === 0 ? '当场办结' : `${limit.value}${UNIT_TEXT[limit.unit]}`
}

/** Text of the statutory limit; where no law names one, that is what it says. */
export function statutoryLimitText(limit: Limit | null): string {
  return limit === null ? '无法定期限' : limitText(limit)
}

/** "承诺20个工作日（法定30个工作日）": both clocks side by side, as they are two. */
export function limitPairText(promised: Limit, statutory: Limit | null): string {
  const first = promised.value === 0 ? limitText(promised) : `承诺${limitText(promised)}`
  return statutory === null ? first : `${first}（法定${limitText(statutory)}）`
}

/** "还剩3个工作日", "今天到期", "已超2个工作日". `remaining` is negative when late. */
export function remainingText(remaining: number, unit: LimitUnit): string {
  if (remaining === 0) return '今天到期'
  return remaining > 0 ? `还剩${remaining}${UNIT_TEXT[unit]}` : `已超${-remaining}${UNIT_TEXT[unit]}`
}
