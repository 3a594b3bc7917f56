import type { CalendarYear } from './calendarYear.ts'
import { addDays, daysBetween, fromDayNumber, toDayNumber, weekdayOfNumber, yearOf } from './civilDate.ts'

/** A date that was counted. `provisional` (暂定): days of a year were used whose holidays are not loaded. */
export interface CountedDate {
  readonly date: string
  readonly provisional: boolean
}

/** A day as the calendar sees it; in a year that is not loaded Monday to Friday are taken for working days. */
export interface CalendarDay {
  readonly works: boolean
  readonly known: boolean
}

export interface WorkCalendar {
  dayOf(date: string): CalendarDay
  /** `'unknown'` in a year that is not loaded: never fall back silently. */
  isWorkingDay(date: string): boolean | 'unknown'
  /** The n-th working day after `date`, which is day 0; n = 0 is the day itself. Throws RangeError for n < 0. */
  addWorkingDays(date: string, n: number): CountedDate
  /** n calendar days after `date`; an end on a rest day moves to the next working day; n = 0 is the day itself. */
  addCalendarDays(date: string, n: number): CountedDate
  /** Working days in `(after, through]`; negative, counted the other way, when `through` lies before `after`. */
  workingDaysBetween(after: string, through: string): { readonly days: number; readonly provisional: boolean }
  /** The day itself when it works, else the next working day. */
  workingDayFrom(date: string): CountedDate
  /** Last day of the unbroken run of loaded years, `YYYY-12-31`; null when none is loaded. */
  coveredThrough(): string | null
  /** From 1 November while next year is missing, and whenever this year is. */
  needsNextYearWarning(today: string): boolean
}

/** Limits of items end at 3650 days; anything longer is a mistake. */
const MOST_DAYS = 3650

function checkCount(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MOST_DAYS) throw new RangeError(`days must be 0-${MOST_DAYS}: ${n}`)
}

/**
 * The working-day calendar of the years given. Adjusted working weekends count as working days, rest days of the list
 * do not, whatever their weekday.
 *
 * Source: 行政许可法 82 (working days without statutory holidays); State Council notices per year; start day not counted:
 * 民法典 201, 民事诉讼法 85; end on a rest day: 民法典 203.
 */
export function createWorkCalendar(years: readonly CalendarYear[]): WorkCalendar {
  const loaded = new Set(years.map((entry) => entry.year))
  const rest = new Set(years.flatMap((entry) => entry.restDays))
  const makeup = new Set(years.flatMap((entry) => entry.workingWeekends))

  function dayOf(date: string): CalendarDay {
    const works = makeup.has(date) || (weekdayOfNumber(toDayNumber(date)) < 6 && !rest.has(date))
    return { works, known: loaded.has(yearOf(date)) }
  }

  function workingDayFrom(date: string): CountedDate {
    let provisional = false
    for (let at = toDayNumber(date); ; at += 1) {
      const day = dayOf(fromDayNumber(at))
      provisional ||= !day.known
      if (day.works) return { date: fromDayNumber(at), provisional }
    }
  }

  function addWorkingDays(date: string, n: number): CountedDate {
    checkCount(n)
    let provisional = false
    let at = date
    for (let left = n; left > 0; ) {
      at = addDays(at, 1)
      const day = dayOf(at)
      provisional ||= !day.known
      if (day.works) left -= 1
    }
    return { date: at, provisional }
  }

  function workingDaysBetween(after: string, through: string): { days: number; provisional: boolean } {
    if (daysBetween(after, through) < 0) {
      const { days, provisional } = workingDaysBetween(through, after)
      return { days: 0 - days, provisional }
    }
    let days = 0
    let provisional = false
    for (let at = toDayNumber(after) + 1; at <= toDayNumber(through); at += 1) {
      const day = dayOf(fromDayNumber(at))
      provisional ||= !day.known
      if (day.works) days += 1
    }
    return { days, provisional }
  }

  function coveredThrough(): string | null {
    const sorted = [...loaded].sort((a, b) => a - b)
    const last = sorted.find((year) => !loaded.has(year + 1))
    return last === undefined ? null : `${last}-12-31`
  }

  return {
    dayOf,
    isWorkingDay: (date) => {
      const day = dayOf(date)
      return day.known ? day.works : 'unknown'
    },
    addWorkingDays,
    addCalendarDays: (date, n) => {
      checkCount(n)
      return n === 0 ? { date, provisional: false } : workingDayFrom(addDays(date, n))
    },
    workingDaysBetween,
    workingDayFrom,
    coveredThrough,
    needsNextYearWarning: (today) => {
      const year = yearOf(today)
      return !loaded.has(year) || (today >= `${year}-11-01` && !loaded.has(year + 1))
    }
  }
}
