import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, yearOf } from '../../../shared/domain/calendar/civilDate.ts'
import { clockStart, dueDate, type Exclusion, type Limit } from '../../../shared/domain/calendar/limits.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'

const calendar = createWorkCalendar(shippedCalendarYears())
const working = (value: number): Limit => ({ value, unit: 'WORKING_DAY' })
const plain = (value: number): Limit => ({ value, unit: 'CALENDAR_DAY' })

const start = fc.integer({ min: 0, max: 365 * 4 }).map((n) => addDays('2023-01-01', n))
const limit = fc.record({
  value: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
})
/** Spans that begin up to 60 days after a start and last up to 40. */
const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(40)), { maxLength: 4 })
const onCalendar = (day: string, list: [number, number][]): Exclusion[] =>
  list.map(([after, length]) => ({ from: addDays(day, after), to: addDays(day, after + length) }))
const inside = (day: string, list: readonly Exclusion[]) => list.some((one) => one.from < day && day <= one.to)

describe('due dates', () => {
  it('follow the unit of the limit', () => {
    expect(dueDate('2026-09-30', working(5), calendar)).toEqual({ date: '2026-10-13', provisional: false })
    expect(dueDate('2026-09-25', plain(7), calendar)).toEqual({ date: '2026-10-08', provisional: false })
    expect(dueDate('2026-10-03', working(0), calendar)).toEqual({ date: '2026-10-03', provisional: false })
  })

  it('without exclusions are the same through both ways of counting', () => {
    const nothing = [{ from: '2020-01-01', to: '2020-01-02' }]
    fc.assert(
      fc.property(start, limit, (day, wanted) => {
        expect(dueDate(day, wanted, calendar, nothing)).toEqual(dueDate(day, wanted, calendar))
      })
    )
  })
})

describe('exclusions (行政许可法 45)', () => {
  it('stop the clock after their first day until their last: 2026-09-14 + 10, stopped 09-21 to 10-12', () => {
    const exclusion = { from: '2026-09-21', to: '2026-10-12' }
    expect(calendar.workingDaysBetween('2026-09-14', '2026-09-21').days).toBe(6)
    expect(dueDate('2026-09-14', working(10), calendar)).toEqual({ date: '2026-09-28', provisional: false })
    expect(calendar.workingDaysBetween(exclusion.from, exclusion.to).days).toBe(10)
    expect(dueDate('2026-09-14', working(10), calendar, [exclusion])).toEqual({
      date: '2026-10-16',
      provisional: false
    })
  })

  it('stop calendar days too, and the end rule still holds', () => {
    expect(dueDate('2026-11-02', plain(10), calendar, [{ from: '2026-11-05', to: '2026-11-09' }]).date).toBe(
      '2026-11-16'
    )
    expect(dueDate('2026-11-02', plain(15), calendar, [{ from: '2026-11-05', to: '2026-11-09' }]).date).toBe(
      '2026-11-23'
    )
  })

  it('do not touch a limit that ended before they began or one of 0 days', () => {
    const later = [{ from: '2026-09-28', to: '2026-12-01' }]
    expect(dueDate('2026-09-14', working(10), calendar, later).date).toBe('2026-09-28')
    expect(dueDate('2026-09-14', working(0), calendar, [{ from: '2026-09-01', to: '2026-12-01' }]).date).toBe(
      '2026-09-14'
    )
  })

  it('that overlap count once, in whatever order and however cut', () => {
    const whole = [{ from: '2026-09-21', to: '2026-10-12' }]
    const overlapping = [
      { from: '2026-09-29', to: '2026-10-12' },
      { from: '2026-09-21', to: '2026-09-30' }
    ]
    expect(dueDate('2026-09-14', working(10), calendar, overlapping)).toEqual(
      dueDate('2026-09-14', working(10), calendar, whole)
    )
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const doubled = [...exclusions].reverse().flatMap((one) => [one, one])
        expect(dueDate(day, wanted, calendar, doubled)).toEqual(dueDate(day, wanted, calendar, exclusions))
      })
    )
  })

  it('never bring a due date nearer and never leave it on a stopped day or a rest day', () => {
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const { date } = dueDate(day, wanted, calendar, exclusions)
        expect(date >= dueDate(day, wanted, calendar).date).toBe(true)
        expect(inside(date, exclusions)).toBe(false)
        expect(calendar.isWorkingDay(date)).not.toBe(false)
      })
    )
  })

  it('leave exactly the working days of the limit outside of them', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), spans, (day, value, list) => {
        const exclusions = onCalendar(day, list)
        const { date } = dueDate(day, working(value), calendar, exclusions)
        let counted = 0
        for (let at = addDays(day, 1); at <= date; at = addDays(at, 1)) {
          if (calendar.dayOf(at).works && !inside(at, exclusions)) counted += 1
        }
        expect(counted).toBe(value)
      })
    )
  })

  it('commute with an extension: a longer limit ends where the rest of the days would', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }), spans, (day, a, b, list) => {
        const exclusions = onCalendar(day, list)
        const first = dueDate(day, working(a), calendar, exclusions).date
        const extended = dueDate(day, working(a + b), calendar, exclusions)
        expect(dueDate(first, working(b), calendar, exclusions).date).toBe(extended.date)
      })
    )
  })

  it('make the date provisional only when a day that counts lies in a year that is not loaded', () => {
    expect(dueDate('2026-12-28', working(3), calendar, [{ from: '2027-01-05', to: '2027-02-01' }]).provisional).toBe(
      false
    )
    expect(dueDate('2026-12-28', working(4), calendar, [{ from: '2027-01-05', to: '2027-02-01' }]).provisional).toBe(
      true
    )
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), spans, (day, value, list) => {
        const { date, provisional } = dueDate(day, working(value), calendar, onCalendar(day, list))
        expect(provisional).toBe(yearOf(date) > 2026)
      })
    )
  })

  it('that end before they start are refused', () => {
    expect(() => dueDate('2026-09-14', working(10), calendar, [{ from: '2026-09-21', to: '2026-09-20' }])).toThrow(
      RangeError
    )
    expect(() => dueDate('2026-09-14', working(-1), calendar, [{ from: '2026-09-21', to: '2026-09-22' }])).toThrow(
      RangeError
    )
  })
})

describe('a receipt on a rest day', () => {
  it('counts from the actual day by default reading: Saturday 2026-05-16 + 5 → 2026-05-22', () => {
    const from = clockStart('2026-05-16', 'actualDay', calendar)
    expect(from).toEqual({ date: '2026-05-16', provisional: false })
    expect(dueDate(from.date, working(5), calendar).date).toBe('2026-05-22')
  })

  it('counts from the next working day where the hall set so: 2026-05-16 + 5 → 2026-05-25', () => {
    const from = clockStart('2026-05-16', 'nextWorkingDay', calendar)
    expect(from).toEqual({ date: '2026-05-18', provisional: false })
    expect(dueDate(from.date, working(5), calendar).date).toBe('2026-05-25')
  })

  it('keeps the date of a working day, also of a working Sunday, in both settings', () => {
    for (const day of ['2026-05-18', '2026-09-20']) {
      expect(clockStart(day, 'nextWorkingDay', calendar).date).toBe(day)
      expect(clockStart(day, 'actualDay', calendar).date).toBe(day)
    }
  })

  it('is provisional where the calendar must guess the next working day', () => {
    expect(clockStart('2027-01-01', 'nextWorkingDay', calendar)).toEqual({ date: '2027-01-01', provisional: true })
  })
})
