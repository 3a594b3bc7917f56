import { compactNumber } from '../../../../shared/domain/people/halfWidth.ts'

const MINUTE = 60_000

/** A time of day as it is typed with few keys (`1032`, `932`, `10:32`, `10.32`, `10点32`), as `HH:MM`; `null`: none. */
export function timeTyped(text: string): string | null {
  const typed = compactNumber(text)
  const parts = /^(\d{1,2})(\d{2})$/.exec(typed) ?? /^(\d{1,2})[:.点时-](\d{1,2})分?$/.exec(typed)
  if (!parts) return null
  const [hour, minute] = [Number(parts[1]), Number(parts[2])]
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** ISO instant of `HH:MM` on that day in Shanghai. */
const instantOf = (date: string, time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString()

/**
 * When somebody means to be back, as an ISO instant: a time of today, or `+15` for minutes from now. `null`: not readable.
 */
export function untilTyped(text: string, date: string, now: string): string | null {
  const minutes = /^\+(\d{1,3})$/.exec(compactNumber(text))?.[1]
  if (minutes !== undefined) return new Date(Date.parse(now) + Number(minutes) * MINUTE).toISOString()
  const time = timeTyped(text)
  return time === null ? null : instantOf(date, time)
}

/**
 * When a service really ended, as an ISO instant; `null`: not readable. Times are told in whole minutes: the minute in
 * which the service began means its beginning.
 */
export function saidEndTyped(text: string, date: string, since: string | null): string | null {
  const time = timeTyped(text)
  if (time === null) return null
  const said = instantOf(date, time)
  if (since === null) return said
  const before = Date.parse(since) - Date.parse(said)
  return before > 0 && before < MINUTE ? since : said
}
