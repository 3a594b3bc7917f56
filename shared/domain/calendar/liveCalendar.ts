import type { CalendarYear } from './calendarYear.ts'
import { createWorkCalendar, type WorkCalendar } from './workCalendar.ts'

/** A calendar that asks each time which one holds now: whoever was handed it once counts with what was loaded since. */
export function liveCalendar(current: () => WorkCalendar): WorkCalendar {
  return {
    dayOf: (date) => current().dayOf(date),
    isWorkingDay: (date) => current().isWorkingDay(date),
    addWorkingDays: (date, n) => current().addWorkingDays(date, n),
    addCalendarDays: (date, n) => current().addCalendarDays(date, n),
    workingDaysBetween: (after, through) => current().workingDaysBetween(after, through),
    workingDayFrom: (date) => current().workingDayFrom(date),
    coveredThrough: () => current().coveredThrough(),
    needsNextYearWarning: (today) => current().needsNextYearWarning(today)
  }
}

/** The shipped years under those that the hall loaded, which replace them whole; in the order of years. */
export function yearsInForce(
  shipped: readonly CalendarYear[],
  loaded: ReadonlyMap<number, CalendarYear>
): readonly CalendarYear[] {
  const years = new Map<number, CalendarYear>(shipped.map((entry) => [entry.year, entry]))
  for (const entry of loaded.values()) years.set(entry.year, entry)
  return [...years.values()].sort((a, b) => a.year - b.year)
}

/**
 * The calendar in force. `loaded` is asked at each use (`undefined`: nothing is known yet, the shipped years hold); the
 * tables behind it are made anew only when a year has come or was replaced.
 */
export function calendarInForce(
  shipped: readonly CalendarYear[],
  loaded: () => ReadonlyMap<number, CalendarYear> | undefined
): WorkCalendar {
  let of: readonly CalendarYear[] = []
  let built = createWorkCalendar(shipped)
  return liveCalendar(() => {
    const years = loaded()
    const now = years ? [...years.values()] : []
    if (now.length !== of.length || now.some((year, at) => year !== of[at])) {
      built = createWorkCalendar(yearsInForce(shipped, years ?? new Map()))
      of = now
    }
    return built
  })
}
