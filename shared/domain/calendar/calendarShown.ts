import type { Refusal } from '../../kernel/result.ts'
import { readCalendarText } from './calendarText.ts'
import type { CalendarYear } from './calendarYear.ts'
import { yearOf } from './civilDate.ts'
import { createWorkCalendar } from './workCalendar.ts'
import {
  changeOfYear,
  type DaySpan,
  expectedWorkingDays,
  sameYear,
  spansOf,
  workingDaysOf,
  type YearChange
} from './yearChange.ts'

/** One year as people read it. */
export interface YearShown {
  readonly year: number
  readonly notice: CalendarYear['notice']
  readonly rest: readonly DaySpan[]
  readonly restDays: number
  readonly workingWeekends: readonly string[]
  readonly workingDays: number
  /** `null`: came with the program. */
  readonly loaded: { readonly byName: string; readonly on: string } | null
}

/** What the calendar in force consists of, newest year first. */
export interface CalendarShown {
  /** Last day of the unbroken run of years, `YYYY-12-31`; `null` when there is none. */
  readonly coveredThrough: string | null
  /** From 1 November while next year is missing. */
  readonly warn: boolean
  readonly years: readonly YearShown[]
}

/** What loading a year would do. Doubts do not hinder. */
export interface YearPreview extends Omit<YearShown, 'loaded'> {
  readonly change: 'new' | 'same' | YearChange
  /** How many working days there should be, when the list leaves another number. */
  readonly expectedWorkingDays: number | null
  /** The year lies before this one: dates that were told already are counted by it. */
  readonly passed: boolean
}

export type CalendarPreview =
  | { readonly ok: true; readonly years: readonly YearPreview[] }
  | { readonly ok: false; readonly problems: readonly Refusal[] }

/** A year that may say who loaded it. */
type Known = CalendarYear & { readonly loadedBy?: { readonly name: string }; readonly loadedOn?: string }

function shown(year: Known): Omit<YearShown, 'loaded'> {
  return {
    year: year.year,
    notice: year.notice,
    rest: spansOf(year.restDays),
    restDays: year.restDays.length,
    workingWeekends: year.workingWeekends,
    workingDays: workingDaysOf(year)
  }
}

/** The years in force for the page that looks after them. `today`: date in Shanghai. */
export function calendarShown(inForce: readonly Known[], today: string): CalendarShown {
  const calendar = createWorkCalendar(inForce)
  return {
    coveredThrough: calendar.coveredThrough(),
    warn: calendar.needsNextYearWarning(today),
    years: [...inForce]
      .sort((a, b) => b.year - a.year)
      .map((year) => ({
        ...shown(year),
        loaded: year.loadedBy ? { byName: year.loadedBy.name, on: year.loadedOn ?? '' } : null
      }))
  }
}

/** What a file would change, or what is wrong with it. Nothing is loaded by this. */
export function calendarPreview(text: string, inForce: readonly CalendarYear[], today: string): CalendarPreview {
  const read = readCalendarText(text)
  if (!read.ok) return read
  return {
    ok: true,
    years: read.years.map((year) => {
      const known = inForce.find((entry) => entry.year === year.year)
      const facts = shown(year)
      const expected = expectedWorkingDays(year.year)
      return {
        ...facts,
        change: known === undefined ? 'new' : sameYear(known, year) ? 'same' : changeOfYear(known, year),
        expectedWorkingDays: facts.workingDays === expected ? null : expected,
        passed: year.year < yearOf(today)
      }
    })
  }
}
