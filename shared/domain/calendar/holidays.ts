import type { NewEvent } from '../../kernel/messages.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { readCalendarText } from './calendarText.ts'
import type { CalendarYear } from './calendarYear.ts'
import { sameYear } from './yearChange.ts'

/** Who loaded a year. */
export interface LoadedBy {
  readonly personId: string
  readonly name: string
}

/** Rest days and working weekends of one year as a notice has them. Loaded again, a year is replaced whole. */
export type CalendarEvent = NewEvent<'HolidaysLoaded', CalendarYear & { readonly loadedBy: LoadedBy }>

/** The one stream of all years. */
export const CALENDAR_STREAM = 'calendar'

/** A year as the hall has it. */
export interface LoadedYear extends CalendarYear {
  readonly loadedBy: LoadedBy
  /** Date in Shanghai. */
  readonly loadedOn: string
}

export const loadedYear = (event: CalendarEvent, loadedOn: string): LoadedYear => ({ ...event.data, loadedOn })

/**
 * Loads the years of a file: one event a year that is new or differs from what is in force, none for the others. Years
 * that have passed may be replaced as well, which the log then tells. Refuses with the first problem of
 * `readCalendarText`. Replies which years have changed.
 */
export function decideHolidays(
  inForce: readonly CalendarYear[],
  command: { readonly text: string; readonly by: LoadedBy }
): Decision<CalendarEvent> {
  const read = readCalendarText(command.text)
  if (!read.ok) return { ok: false, refusal: read.problems[0] ?? { code: 'calendar-not-json', field: 'text' } }
  const changed = read.years.filter((year) => {
    const known = inForce.find((entry) => entry.year === year.year)
    return known === undefined || !sameYear(known, year)
  })
  return accept(
    changed.map((year) => ({ type: 'HolidaysLoaded', v: 1, data: { ...year, loadedBy: command.by } })),
    { years: changed.map(({ year }) => year) }
  )
}
