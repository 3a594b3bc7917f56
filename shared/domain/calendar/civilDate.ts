/**
 * Arithmetic on dates `YYYY-MM-DD` by day numbers. No `Date`: clerks' PCs have wrong zones, and births before 1901 or
 * in the summer times of 1986–1991 break it. The zone is fixed to Asia/Shanghai, UTC+8.
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
/** Days from 0001-01-01 to 1970-01-01, so that day 0 is the usual epoch. */
const EPOCH_OFFSET = 719162
const SHANGHAI_MINUTES = 480

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Leap days in the years 1…year. */
function leapDaysThrough(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

/** Day of the year before January 1st of `year`, counted from the epoch. */
function dayBeforeYear(year: number): number {
  return (year - 1) * 365 + leapDaysThrough(year - 1) - EPOCH_OFFSET - 1
}

/** Whether the text is a real day of the Gregorian calendar, years 0001–9999. */
export function isValidDate(text: string): boolean {
  const match = DATE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const length = (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
  return year >= 1 && day >= 1 && day <= length
}

/** Days since 1970-01-01. Throws RangeError for what is no date: it must never become a wrong due date. */
export function toDayNumber(date: string): number {
  if (!isValidDate(date)) throw new RangeError(`not a date: ${date}`)
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  return dayBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day
}

/** The date of a day number. Throws RangeError outside the years 0001–9999. */
export function fromDayNumber(dayNumber: number): string {
  if (!Number.isInteger(dayNumber) || dayNumber < toDayNumber('0001-01-01') || dayNumber > toDayNumber('9999-12-31')) {
    throw new RangeError(`not a day of the years 0001-9999: ${dayNumber}`)
  }
  // 400 years have 146097 days: the guess is at most one year off.
  let year = Math.floor(((dayNumber + EPOCH_OFFSET) * 400) / 146097) + 1
  while (dayBeforeYear(year) >= dayNumber) year -= 1
  while (dayBeforeYear(year + 1) < dayNumber) year += 1
  let day = dayNumber - dayBeforeYear(year)
  let month = 1
  for (const length of MONTH_DAYS) {
    const inMonth = length + (month === 2 && isLeap(year) ? 1 : 0)
    if (day <= inMonth) break
    day -= inMonth
    month += 1
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `days` may be negative. */
export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** -1, 0 or 1. Dates compare as texts; this one also refuses what is no date. */
export function compareDates(a: string, b: string): -1 | 0 | 1 {
  const difference = daysBetween(b, a)
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
}

/** 1 = Monday … 7 = Sunday (GB/T 7408, ISO 8601). */
export function weekday(date: string): number {
  return weekdayOfNumber(toDayNumber(date))
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** `YYYY`. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Minutes since the epoch, seconds cut off. */
function minuteNumber(isoInstant: string): number {
  const match = INSTANT.exec(isoInstant)
  const [, date = '', hour = '', minute = '', second = '0', zone = ''] = match ?? []
  if (!match || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) {
    throw new RangeError(`not an instant: ${isoInstant}`)
  }
  const sign = zone.startsWith('-') ? -1 : 1
  const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return toDayNumber(date) * 1440 + Number(hour) * 60 + Number(minute) - offset
}

/** Date in Shanghai of an ISO instant with zone. Throws RangeError when the text is none. */
export function dateInShanghai(isoInstant: string): string {
  return fromDayNumber(Math.floor((minuteNumber(isoInstant) + SHANGHAI_MINUTES) / 1440))
}

/** Minutes since midnight in Shanghai of an ISO instant with zone. Throws RangeError when the text is none. */
export function minuteOfDayInShanghai(isoInstant: string): number {
  return (((minuteNumber(isoInstant) + SHANGHAI_MINUTES) % 1440) + 1440) % 1440
}

/** `HH:mm` in Shanghai of an ISO instant with zone. Throws RangeError when the text is none. */
export function timeInShanghai(isoInstant: string): string {
  const minute = minuteOfDayInShanghai(isoInstant)
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
