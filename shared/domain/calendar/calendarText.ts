import type { z } from 'zod'
import type { Refusal } from '../../kernel/result.ts'
import { type CalendarYear, calendarFileSchema, calendarYearSchema, DATE_FAULTS } from './calendarYear.ts'

export type CalendarRead =
  | { readonly ok: true; readonly years: readonly CalendarYear[] }
  /** Each with what is wrong where: `year`, `list`, `date`, or the `place` in the file. */
  | { readonly ok: false; readonly problems: readonly Refusal[] }

/** Problems told at once; a file that is wrong everywhere is not a list of holidays. */
const PROBLEMS_TOLD = 20

/**
 * Reads the text of a file of holidays: one year, or several with `schemaVersion`. Never throws; what is wrong comes back
 * as data with the codes `calendar-not-json`, `calendar-shape` (with `place`), `calendar-year-twice` (with `year`) and
 * those of `DATE_FAULTS` (with `year`, `list` and `date`).
 */
export function readCalendarText(text: string): CalendarRead {
  const value = parse(text)
  if (value === undefined) return { ok: false, problems: [{ code: 'calendar-not-json', field: 'text' }] }
  const several = typeof value === 'object' && value !== null && Object.hasOwn(value, 'years')
  const read = several ? calendarFileSchema.safeParse(value) : calendarYearSchema.safeParse(value)
  if (read.success) return { ok: true, years: 'years' in read.data ? read.data.years : [read.data] }
  return { ok: false, problems: read.error.issues.slice(0, PROBLEMS_TOLD).map((issue) => problemOf(issue, value)) }
}

/** A byte-order mark at the start is what some editors save; it means nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

type Issue = z.core.$ZodIssue
type Path = Issue['path']

function problemOf(issue: Issue, file: unknown): Refusal {
  const { path, message } = issue
  const year = yearAt(file, path)
  if (message === 'calendar-year-twice') return { code: 'calendar-year-twice', field: 'text', year }
  const fault = DATE_FAULTS.find((code) => code === message)
  if (fault) {
    const date = valueAt(file, path)
    return {
      code: fault,
      field: 'text',
      year,
      list: String(path.at(-2) ?? ''),
      date: typeof date === 'string' ? date.slice(0, 20) : ''
    }
  }
  const place = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
  return { code: 'calendar-shape', field: 'text', year, place: place.map(String).join('.').slice(0, 80) }
}

function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : null),
    file
  )
}

/** The year that a place of the file belongs to; `null` where none can be told. */
function yearAt(file: unknown, path: Path): number | null {
  const year = valueAt(file, path[0] === 'years' ? [...path.slice(0, 2), 'year'] : ['year'])
  return typeof year === 'number' ? year : null
}
