import { daysBetween, fromDayNumber, toDayNumber } from './civilDate.ts'
import type { CountedDate, WorkCalendar } from './workCalendar.ts'

export type LimitUnit = 'WORKING_DAY' | 'CALENDAR_DAY'

/** A time limit. `value` 0 means on the spot. Units are never converted into each other. */
export interface Limit {
  readonly value: number
  readonly unit: LimitUnit
}

/**
 * A span `(from, to]` in which the clock of the decision stands still: the day `from` still counts, the day `to` does
 * not. `to` is the expected end, which must be told in writing.
 */
export interface Exclusion {
  readonly from: string
  readonly to: string
}

/** How a receipt on a rest day is dated: as it happened (it favours the applicant), or as of the next working day. */
export type RestDayReceipt = 'actualDay' | 'nextWorkingDay'

/**
 * Day 0 of a clock that starts with a receipt. Extended hours on a working day keep that date in both settings.
 * Source: 行政许可法 32 "收到申请材料之日"; both readings occur, so it is a setting.
 */
export function clockStart(receivedOn: string, setting: RestDayReceipt, calendar: WorkCalendar): CountedDate {
  return setting === 'actualDay' ? { date: receivedOn, provisional: false } : calendar.workingDayFrom(receivedOn)
}

function checkExclusions(exclusions: readonly Exclusion[]): void {
  const wrong = exclusions.find((span) => daysBetween(span.from, span.to) < 0)
  if (wrong) throw new RangeError(`exclusion ends before it starts: ${wrong.from} to ${wrong.to}`)
}

/**
 * Due date of a limit that starts on `start` (day 0). Days inside exclusions are not counted, overlapping ones once; an
 * extension is a larger `limit.value`, so the two commute. A calendar-day limit that ends on a rest day ends on the
 * next working day; limit 0 ends on `start`. "Late" begins on the following day at 00:00.
 *
 * Throws RangeError for a limit below 0 or an exclusion that ends before it starts.
 * Source: 行政许可法 45, 82; 民法典 201, 203.
 */
export function dueDate(
  start: string,
  limit: Limit,
  calendar: WorkCalendar,
  exclusions: readonly Exclusion[] = []
): CountedDate {
  checkExclusions(exclusions)
  if (limit.value === 0 || exclusions.length === 0) {
    return limit.unit === 'WORKING_DAY'
      ? calendar.addWorkingDays(start, limit.value)
      : calendar.addCalendarDays(start, limit.value)
  }
  if (!Number.isInteger(limit.value) || limit.value < 0) throw new RangeError(`not a limit: ${limit.value}`)
  const stopped = (date: string): boolean => exclusions.some((span) => span.from < date && date <= span.to)
  let provisional = false
  let left = limit.value
  for (let at = toDayNumber(start) + 1; ; at += 1) {
    const date = fromDayNumber(at)
    if (stopped(date)) continue
    const day = calendar.dayOf(date)
    const endRule = limit.unit === 'CALENDAR_DAY' && left <= 1
    if (limit.unit === 'WORKING_DAY' || endRule) provisional ||= !day.known
    if (limit.unit === 'WORKING_DAY' ? day.works : left > 0) left -= 1
    if (left === 0 && day.works) return { date, provisional }
  }
}
