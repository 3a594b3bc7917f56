import type { CalendarYear } from './calendarYear.ts'
import { addDays, weekday } from './civilDate.ts'
import { createWorkCalendar } from './workCalendar.ts'

/** Days in a row, both ends included. */
export interface DaySpan {
  readonly from: string
  readonly to: string
  readonly days: number
}

/** Dates in order as runs of days that follow each other: how people read a list of holidays. */
export function spansOf(dates: readonly string[]): readonly DaySpan[] {
  const spans: { from: string; to: string; days: number }[] = []
  for (const date of dates) {
    const last = spans.at(-1)
    if (last && addDays(last.to, 1) === date) {
      last.to = date
      last.days += 1
    } else spans.push({ from: date, to: date, days: 1 })
  }
  return spans
}

/** Dates that a new list of a year gives or takes. */
export interface YearChange {
  readonly restAdded: readonly string[]
  readonly restRemoved: readonly string[]
  readonly workAdded: readonly string[]
  readonly workRemoved: readonly string[]
  /** Title, number or date of the notice differ. */
  readonly notice: boolean
}

const without = (list: readonly string[], other: readonly string[]): string[] =>
  list.filter((date) => !other.includes(date))

export function changeOfYear(before: CalendarYear, after: CalendarYear): YearChange {
  const { title, reference, issued } = before.notice
  return {
    restAdded: without(after.restDays, before.restDays),
    restRemoved: without(before.restDays, after.restDays),
    workAdded: without(after.workingWeekends, before.workingWeekends),
    workRemoved: without(before.workingWeekends, after.workingWeekends),
    notice: title !== after.notice.title || reference !== after.notice.reference || issued !== after.notice.issued
  }
}

/** Whether loading `after` over `before` would change nothing at all. */
export function sameYear(before: CalendarYear, after: CalendarYear): boolean {
  const { notice, ...dates } = changeOfYear(before, after)
  return !notice && Object.values(dates).every((list) => list.length === 0)
}

/** Working days of the year by its own list. */
export function workingDaysOf(year: CalendarYear): number {
  return createWorkCalendar([year]).workingDaysBetween(`${year.year - 1}-12-31`, `${year.year}-12-31`).days
}

/** 13 statutory rest days since 2025, 11 before (全国年节及纪念日放假办法 2, 2024-11-10 and 2013-12-11). */
const STATUTORY_DAYS = { since: 2025, now: 13, before: 11 } as const

/**
 * Working days that a complete list must leave: a statutory day on a weekend is made up for and every longer holiday is
 * paid with a working weekend, so only the statutory days themselves are taken from Monday to Friday. A list with another
 * number has most likely lost a day; it only makes a doubt, since a local government may add days (同办法 4).
 */
export function expectedWorkingDays(year: number): number {
  let weekdays = 0
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    if (weekday(date) < 6) weekdays += 1
  }
  return weekdays - (year >= STATUTORY_DAYS.since ? STATUTORY_DAYS.now : STATUTORY_DAYS.before)
}
