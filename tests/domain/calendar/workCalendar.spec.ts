import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFileSchema, calendarYearSchema } from '../../../shared/domain/calendar/calendarYear.ts'
import { addDays, daysBetween, weekday, yearOf } from '../../../shared/domain/calendar/civilDate.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'

const years = shippedCalendarYears()
const calendar = createWorkCalendar(years)
/** From before the first loaded year to after the last. */
const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2021-06-01', n))
const loadedDay = fc.integer({ min: 0, max: 365 * 3 }).map((n) => addDays('2023-01-01', n))
const count = fc.integer({ min: 0, max: 120 })

function days(from: string, through: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, through) + 1) }, (_, i) => addDays(from, i))
}

describe('the shipped years', () => {
  it('are 2023 to 2026, each with its notice of the State Council', () => {
    expect(years.map((entry) => entry.year)).toEqual([2023, 2024, 2025, 2026])
    for (const { year, notice } of years) {
      expect(notice.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`)
      expect(notice.issued.startsWith(String(year - 1))).toBe(true)
    }
  })

  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248]
  ])('have in %i %i working days', (year, expected) => {
    expect(days(`${year}-01-01`, `${year}-12-31`).filter((day) => calendar.isWorkingDay(day) === true)).toHaveLength(
      expected
    )
  })

  it('keep 2024-02-09, which the notice did not name, a working day', () => {
    expect(calendar.isWorkingDay('2024-02-09')).toBe(true)
  })

  it.each(['2026-03-09', '2026-05-06'])('give no rest to all on days that rest only some (%s)', (day) => {
    expect(calendar.isWorkingDay(day)).toBe(true)
  })

  it.each([
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2027-01-04', 'unknown'],
    ['2022-12-30', 'unknown']
  ])('answer for %s: %s', (day, expected) => {
    expect(calendar.isWorkingDay(day)).toBe(expected)
  })
})

describe('calendar data', () => {
  const year = years.at(-1)

  it.each([
    ['a day of another year', { restDays: ['2025-12-31'] }],
    ['days out of order', { restDays: ['2026-10-02', '2026-10-01'] }],
    ['a day twice', { restDays: ['2026-10-01', '2026-10-01'] }],
    ['no real day', { restDays: ['2026-02-30'] }],
    ['a working weekend on a Monday', { workingWeekends: ['2026-09-21'] }],
    ['a working weekend that is also a rest day', { restDays: ['2026-10-10'], workingWeekends: ['2026-10-10'] }],
    ['an unknown key', { halfDays: [] }],
    ['a year without its notice', { notice: undefined }]
  ])('with %s is refused', (_, change) => {
    expect(calendarYearSchema.safeParse(year).success).toBe(true)
    expect(calendarYearSchema.safeParse({ ...year, ...change }).success).toBe(false)
  })

  it('that names a year twice is refused', () => {
    expect(calendarFileSchema.safeParse({ schemaVersion: 1, years }).success).toBe(true)
    expect(calendarFileSchema.safeParse({ schemaVersion: 1, years: [...years, year] }).success).toBe(false)
  })
})

describe('working days from a start that is day 0 (行政许可法 82, 民法典 201)', () => {
  it.each([
    ['2023-04-28', 5, '2023-05-09'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2024-10-08', 5, '2024-10-14'],
    ['2025-04-25', 5, '2025-05-06'],
    ['2025-05-30', 1, '2025-06-03'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-12-30', 2, '2026-01-04'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-11-23', 20, '2026-12-21']
  ])('%s and %i working days end on %s', (start, n, date) => {
    expect(calendar.addWorkingDays(start, n)).toEqual({ date, provisional: false })
  })

  it('0 working days end on the day itself, even on a rest day', () => {
    expect(calendar.addWorkingDays('2026-10-01', 0)).toEqual({ date: '2026-10-01', provisional: false })
    expect(calendar.addWorkingDays('2030-01-01', 0)).toEqual({ date: '2030-01-01', provisional: false })
  })

  it('a year that is not loaded is counted Monday to Friday and called provisional', () => {
    expect(calendar.addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(calendar.addWorkingDays('2026-12-30', 2)).toEqual({ date: '2027-01-01', provisional: true })
    expect(createWorkCalendar([]).addWorkingDays('2026-09-30', 5)).toEqual({ date: '2026-10-07', provisional: true })
  })

  it('a count that is negative, broken or beyond ten years is refused', () => {
    for (const n of [-1, 0.5, 3651, Number.NaN]) {
      expect(() => calendar.addWorkingDays('2026-01-05', n)).toThrow(RangeError)
      expect(() => calendar.addCalendarDays('2026-01-05', n)).toThrow(RangeError)
    }
  })

  it('the due date is never a rest day', () => {
    fc.assert(
      fc.property(loadedDay, count, (start, n) => {
        fc.pre(n > 0)
        const { date, provisional } = calendar.addWorkingDays(start, n)
        expect(calendar.isWorkingDay(date)).toBe(provisional && yearOf(date) > 2026 ? 'unknown' : true)
        if (yearOf(date) > 2026) expect(weekday(date)).toBeLessThan(6)
      })
    )
  })

  it('more days never end earlier, a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, count, count, (start, n, later) => {
        const end = calendar.addWorkingDays(start, n).date
        expect(calendar.addWorkingDays(start, n + 1).date > end).toBe(true)
        expect(calendar.addWorkingDays(addDays(start, later), n).date >= end).toBe(true)
      })
    )
  })

  it('two spans one after the other are the span of their sum', () => {
    fc.assert(
      fc.property(anyDay, count, count, (start, a, b) => {
        const middle = calendar.addWorkingDays(start, a)
        const end = calendar.addWorkingDays(middle.date, b)
        expect(calendar.addWorkingDays(start, a + b)).toEqual({
          date: end.date,
          provisional: middle.provisional || end.provisional
        })
      })
    )
  })

  it('is provisional exactly when a day of a year that is not loaded was counted over', () => {
    fc.assert(
      fc.property(anyDay, count, (start, n) => {
        const { date, provisional } = calendar.addWorkingDays(start, n)
        const touched = days(addDays(start, 1), date).some((day) => yearOf(day) < 2023 || yearOf(day) > 2026)
        expect(provisional).toBe(touched)
      })
    )
  })

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(anyDay, count, (start, n) => {
        const { date, provisional } = calendar.addWorkingDays(start, n)
        expect(calendar.workingDaysBetween(start, date)).toEqual({ days: n, provisional })
        expect(calendar.workingDaysBetween(date, start)).toEqual({ days: 0 - n, provisional })
      })
    )
  })
})

describe('calendar days (民法典 203)', () => {
  it.each([
    ['2026-09-25', 7, '2026-10-08'],
    ['2026-11-06', 15, '2026-11-23'],
    ['2026-09-13', 7, '2026-09-20'],
    ['2026-09-25', 0, '2026-09-25']
  ])('%s and %i calendar days end on %s', (start, n, date) => {
    expect(calendar.addCalendarDays(start, n)).toEqual({ date, provisional: false })
  })

  it('are provisional only when the end lies in a year that is not loaded', () => {
    expect(calendar.addCalendarDays('2026-12-24', 7)).toEqual({ date: '2026-12-31', provisional: false })
    expect(calendar.addCalendarDays('2026-12-24', 8)).toEqual({ date: '2027-01-01', provisional: true })
    expect(calendar.addCalendarDays('2026-12-25', 8)).toEqual({ date: '2027-01-04', provisional: true })
    expect(calendar.addCalendarDays('2022-12-20', 20)).toEqual({ date: '2023-01-09', provisional: false })
  })

  it('never end before the plain count, never on a known rest day, and never earlier for more days', () => {
    fc.assert(
      fc.property(anyDay, count, (start, n) => {
        fc.pre(n > 0)
        const { date } = calendar.addCalendarDays(start, n)
        expect(date >= addDays(start, n)).toBe(true)
        expect(calendar.isWorkingDay(date)).not.toBe(false)
        expect(calendar.addCalendarDays(start, n + 1).date >= date).toBe(true)
      })
    )
  })
})

describe('how far the calendar reaches', () => {
  it('is the end of the last year of the unbroken run', () => {
    expect(calendar.coveredThrough()).toBe('2026-12-31')
    expect(createWorkCalendar(years.filter((entry) => entry.year !== 2024)).coveredThrough()).toBe('2023-12-31')
    expect(createWorkCalendar([]).coveredThrough()).toBeNull()
  })

  it.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-12-31', true],
    ['2025-11-01', false],
    ['2027-03-01', true]
  ])('a missing next year is warned of from 1 November: %s → %s', (today, expected) => {
    expect(calendar.needsNextYearWarning(today)).toBe(expected)
  })
})
