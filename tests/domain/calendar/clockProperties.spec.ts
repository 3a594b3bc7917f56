import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarYear } from '../../../shared/domain/calendar/calendarYear.ts'
import { addDays, weekday, yearOf } from '../../../shared/domain/calendar/civilDate.ts'
import { dueDate, type Exclusion, type Limit } from '../../../shared/domain/calendar/limits.ts'
import { yearsInForce } from '../../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { expectedWorkingDays, workingDaysOf } from '../../../shared/domain/calendar/yearChange.ts'

const shipped = shippedCalendarYears()
const calendar = createWorkCalendar(shipped)

/** From the first loaded day to well into years that are not loaded. */
const start = fc.integer({ min: 0, max: 365 * 5 }).map((n) => addDays('2023-01-01', n))
const limit: fc.Arbitrary<Limit> = fc.record({
  value: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
})
/** Spans by their distance from a start and their length. */
const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(40)), { maxLength: 4 })
const onCalendar = (day: string, list: readonly (readonly [number, number])[]): Exclusion[] =>
  list.map(([after, length]) => ({ from: addDays(day, after), to: addDays(day, after + length) }))

const due = (day: string, wanted: Limit, exclusions: readonly Exclusion[] = [], by = calendar) =>
  dueDate(day, wanted, by, exclusions)

/** The same days in spans that neither touch nor overlap, worked out day by day. */
function union(exclusions: readonly Exclusion[]): Exclusion[] {
  const days = new Set<string>()
  for (const { from, to } of exclusions) for (let at = from; at < to; at = addDays(at, 1)) days.add(addDays(at, 1))
  const merged: { from: string; to: string }[] = []
  for (const day of [...days].sort()) {
    const last = merged.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else merged.push({ from: addDays(day, -1), to: day })
  }
  return merged
}

/** A year as nobody announced it: some weekdays off, some weekends worked. */
const invented = (year: number): fc.Arbitrary<CalendarYear> =>
  fc.record({ off: fc.uniqueArray(fc.nat(364)), work: fc.uniqueArray(fc.nat(364), { maxLength: 12 }) }).map((days) => {
    const dates = (list: readonly number[]) => list.map((n) => addDays(`${year}-01-01`, n)).sort()
    const restDays = dates(days.off)
    return {
      year,
      notice: { title: '试用', reference: 'content_0', issued: `${year - 1}-11` },
      restDays,
      workingWeekends: dates(days.work).filter((day) => weekday(day) > 5 && !restDays.includes(day))
    }
  })

/** Where a clock ends that would have run from `day` to `end`: as many working days later as the spans took from it. */
function stoppedAfterwards(day: string, end: string, exclusions: readonly Exclusion[]): string {
  const inside = (date: string) => exclusions.some((span) => span.from < date && date <= span.to)
  for (let date = end; ; ) {
    let lost = 0
    for (let at = addDays(day, 1); at <= date; at = addDays(at, 1)) {
      if (inside(at) && calendar.dayOf(at).works) lost += 1
    }
    const moved = calendar.addWorkingDays(end, lost).date
    if (moved === date) return date
    date = moved
  }
}

/** Does anything from the day after the start through that date lie in the year? */
const touches = (year: number, day: string, through: string): boolean =>
  yearOf(addDays(day, 1)) <= year && year <= yearOf(through)

describe('a due date', () => {
  it('of a later start never comes earlier, with the same days stopped', () => {
    fc.assert(
      fc.property(start, fc.nat(40), limit, spans, (day, later, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const next = addDays(day, later)
        expect(due(next, wanted, exclusions).date >= due(day, wanted, exclusions).date).toBe(true)
      })
    )
  })

  it('of a longer limit never comes earlier, and one working day more is at least one day later', () => {
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const more = { ...wanted, value: wanted.value + 1 }
        const [shorter, longer] = [due(day, wanted, exclusions).date, due(day, more, exclusions).date]
        expect(longer >= shorter).toBe(true)
        if (wanted.unit === 'WORKING_DAY') expect(longer > shorter).toBe(true)
      })
    )
  })

  it('of a working-day limit never lies on a rest day (行政许可法 82)', () => {
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        fc.pre(wanted.value > 0 && wanted.unit === 'WORKING_DAY')
        const { date } = due(day, wanted, onCalendar(day, list))
        expect(calendar.dayOf(date).works).toBe(true)
        expect(calendar.isWorkingDay(date)).not.toBe(false)
      })
    )
  })

  it('of a calendar-day limit never lies on a rest day either: it moves to the next working day (民法典 203)', () => {
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        fc.pre(wanted.value > 0 && wanted.unit === 'CALENDAR_DAY')
        expect(calendar.isWorkingDay(due(day, wanted, onCalendar(day, list)).date)).not.toBe(false)
      })
    )
  })
})

describe('exclusions (行政许可法 45)', () => {
  it('that overlap, touch or lie in each other count as their union', () => {
    fc.assert(
      fc.property(start, limit, spans, (day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        expect(due(day, wanted, exclusions)).toEqual(due(day, wanted, union(exclusions)))
      })
    )
  })

  it('one more never brings the due date nearer', () => {
    fc.assert(
      fc.property(start, limit, spans, fc.tuple(fc.nat(60), fc.nat(40)), (day, wanted, list, one) => {
        const before = onCalendar(day, list)
        const after = [...before, ...onCalendar(day, [one])]
        expect(due(day, wanted, after).date >= due(day, wanted, before).date).toBe(true)
      })
    )
  })

  it('and an extension commute: first stopped and then extended ends where first extended and then stopped does (42)', () => {
    const days = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(start, days, fc.integer({ min: 1, max: 10 }), spans, (day, promised, extension, list) => {
        const exclusions = onCalendar(day, list)
        const stopped = due(day, { value: promised, unit: 'WORKING_DAY' }, exclusions)
        const thenExtended = due(stopped.date, { value: extension, unit: 'WORKING_DAY' }, exclusions)
        const extended = due(day, { value: promised + extension, unit: 'WORKING_DAY' })
        expect(stoppedAfterwards(day, extended.date, exclusions)).toBe(thenExtended.date)
      })
    )
  })
})

describe('loading a year', () => {
  it('that was missing moves only dates that were provisional (暂定)', () => {
    fc.assert(
      fc.property(invented(2027), start, limit, spans, (year, day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const before = due(day, wanted, exclusions)
        const after = due(day, wanted, exclusions, createWorkCalendar(yearsInForce(shipped, new Map([[2027, year]]))))
        if (!before.provisional) expect(after).toEqual(before)
        if (after.date !== before.date) expect(touches(2027, day, before.date)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it('over one that was loaded moves only dates whose days reach into it', () => {
    fc.assert(
      fc.property(invented(2025), start, limit, spans, (year, day, wanted, list) => {
        const exclusions = onCalendar(day, list)
        const before = due(day, wanted, exclusions)
        const after = due(day, wanted, exclusions, createWorkCalendar(yearsInForce(shipped, new Map([[2025, year]]))))
        if (!touches(2025, day, before.date)) expect(after).toEqual(before)
      }),
      { numRuns: 300 }
    )
  })

  it('makes certain what was provisional because of that year alone', () => {
    fc.assert(
      fc.property(invented(2027), fc.integer({ min: 0, max: 200 }), limit, (year, offset, wanted) => {
        const day = addDays('2026-09-01', offset)
        const after = due(day, wanted, [], createWorkCalendar([...shipped, year]))
        expect(after.provisional).toBe(wanted.value > 0 && yearOf(after.date) > 2027)
      })
    )
  })
})

describe('the five working days of 行政许可法 32', () => {
  const notification: Limit = { value: 5, unit: 'WORKING_DAY' }

  it('from Friday 2026-09-18 are Sunday 20th, which works, 21, 22, 23 and 24: told on the 24th is in time', () => {
    const counted = [1, 2, 3, 4, 5].map((value) => due('2026-09-18', { ...notification, value }).date)
    expect(counted).toEqual(['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'])
  })

  it('from 2026-09-30 end on 2026-10-13: seven days of holiday between them, Saturday 10th works', () => {
    expect(due('2026-09-30', notification)).toEqual({ date: '2026-10-13', provisional: false })
  })
})

describe('the check of a list by its number of working days', () => {
  it('notices a holiday that was left out and a working weekend that was forgotten', () => {
    const year = shipped.find((entry) => entry.year === 2026)
    if (!year) throw new Error('2026 is not shipped')
    for (const lost of year.restDays.filter((day) => weekday(day) < 6)) {
      const shorter = { ...year, restDays: year.restDays.filter((day) => day !== lost) }
      expect(workingDaysOf(shorter)).not.toBe(expectedWorkingDays(2026))
    }
    for (const lost of year.workingWeekends) {
      const shorter = { ...year, workingWeekends: year.workingWeekends.filter((day) => day !== lost) }
      expect(workingDaysOf(shorter)).toBe(expectedWorkingDays(2026) - 1)
    }
  })
})
