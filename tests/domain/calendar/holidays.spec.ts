import { describe, expect, it } from 'vitest'
import { calendarPreview, calendarShown } from '../../../shared/domain/calendar/calendarShown.ts'
import { readCalendarText } from '../../../shared/domain/calendar/calendarText.ts'
import type { CalendarYear } from '../../../shared/domain/calendar/calendarYear.ts'
import { decideHolidays, loadedYear } from '../../../shared/domain/calendar/holidays.ts'
import { calendarInForce, liveCalendar, yearsInForce } from '../../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { expectedWorkingDays, spansOf, workingDaysOf } from '../../../shared/domain/calendar/yearChange.ts'

const shipped = shippedCalendarYears()
const BY = { personId: 'shan', name: '单雨青' }

/** Invented; nobody has announced these days. */
const NEXT: CalendarYear = {
  year: 2027,
  notice: { title: '试用的放假安排', reference: 'content_0000000', issued: '2026-11' },
  restDays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-10-01'],
  workingWeekends: ['2027-01-09']
}
const text = (value: unknown): string => JSON.stringify(value)
const shippedYear = (year: number): CalendarYear => {
  const found = shipped.find((entry) => entry.year === year)
  if (!found) throw new Error(`${year} is not shipped`)
  return found
}

describe('the text of a file of holidays', () => {
  it('is one year, or several in the form of the shipped file', () => {
    expect(readCalendarText(text(NEXT))).toEqual({ ok: true, years: [NEXT] })
    expect(readCalendarText(text({ schemaVersion: 1, years: [...shipped, NEXT] }))).toEqual({
      ok: true,
      years: [...shipped, NEXT]
    })
  })

  it('may begin with the byte-order mark of an editor', () => {
    expect(readCalendarText(`\uFEFF${text(NEXT)}`)).toMatchObject({ ok: true })
  })

  it.each(['', '{', '放假安排', '[1,'])('that is no JSON (%j) is told so', (broken) => {
    expect(readCalendarText(broken)).toEqual({ ok: false, problems: [{ code: 'calendar-not-json', field: 'text' }] })
  })

  it.each([
    ['calendar-date', { restDays: ['2027-02-30'] }, 'restDays', '2027-02-30'],
    ['calendar-date', { restDays: ['1月1日'] }, 'restDays', '1月1日'],
    ['calendar-order', { restDays: ['2027-05-02', '2027-05-01'] }, 'restDays', '2027-05-01'],
    ['calendar-order', { restDays: ['2027-05-01', '2027-05-01'] }, 'restDays', '2027-05-01'],
    ['calendar-other-year', { restDays: ['2026-12-31', '2027-01-01'] }, 'restDays', '2026-12-31'],
    ['calendar-not-weekend', { workingWeekends: ['2027-01-08'] }, 'workingWeekends', '2027-01-08'],
    ['calendar-both', { workingWeekends: ['2027-01-02'] }, 'workingWeekends', '2027-01-02']
  ])('names the date that is wrong: %s', (code, change, list, date) => {
    const problem = { code, field: 'text', year: 2027, list, date }
    expect(readCalendarText(text({ ...NEXT, ...change }))).toEqual({ ok: false, problems: [problem] })
    const file = { schemaVersion: 1, years: [shippedYear(2026), { ...NEXT, ...change }] }
    expect(readCalendarText(text(file))).toEqual({ ok: false, problems: [problem] })
  })

  it.each([
    ['notice', { notice: undefined }],
    ['notice.issued', { notice: { ...NEXT.notice, issued: '去年' } }],
    ['halfDays', { halfDays: [] }],
    ['restDays', { restDays: '2027-01-01' }],
    ['restDays.1', { restDays: ['2027-01-01', 7] }]
  ])('names the place that has another form: %s', (place, change) => {
    expect(readCalendarText(text({ ...NEXT, ...change }))).toEqual({
      ok: false,
      problems: [{ code: 'calendar-shape', field: 'text', year: 2027, place }]
    })
  })

  it.each(['null', '7', '"2027"', '[]', '{}', '{"years":[]}', '{"schemaVersion":2,"years":[]}'])(
    'is never taken for what it is not: %s',
    (other) => {
      expect(readCalendarText(other).ok).toBe(false)
    }
  )

  it('has each year once', () => {
    expect(readCalendarText(text({ schemaVersion: 1, years: [NEXT, NEXT] }))).toEqual({
      ok: false,
      problems: [{ code: 'calendar-year-twice', field: 'text', year: 2027 }]
    })
  })

  it('tells every date that is wrong at once', () => {
    const wrong = { restDays: ['2027-02-30', '2026-01-01'], workingWeekends: ['2027-01-08'] }
    const read = readCalendarText(text({ ...NEXT, ...wrong }))
    const codes = read.ok ? [] : read.problems.map(({ code }) => code)
    expect([...codes].sort()).toEqual([
      'calendar-date',
      'calendar-not-weekend',
      'calendar-order',
      'calendar-other-year'
    ])
  })
})

describe('loading holidays', () => {
  it('records a new year with whoever loaded it', () => {
    expect(decideHolidays(shipped, { text: text(NEXT), by: BY })).toEqual({
      ok: true,
      events: [{ type: 'HolidaysLoaded', v: 1, data: { ...NEXT, loadedBy: BY } }],
      reply: { years: [2027] }
    })
  })

  it('records only the years of a file that differ from what is in force, those that have passed too', () => {
    const passed = { ...shippedYear(2024), restDays: shippedYear(2024).restDays.slice(1) }
    const file = { schemaVersion: 1, years: [shippedYear(2023), passed, NEXT] }
    expect(decideHolidays(shipped, { text: text(file), by: BY })).toMatchObject({ reply: { years: [2024, 2027] } })
    expect(decideHolidays(shipped, { text: text(shippedYear(2026)), by: BY })).toEqual({
      ok: true,
      events: [],
      reply: { years: [] }
    })
  })

  it('loads nothing of a file with one wrong date', () => {
    const file = { schemaVersion: 1, years: [NEXT, { ...NEXT, year: 2028 }] }
    expect(decideHolidays(shipped, { text: text(file), by: BY })).toMatchObject({
      ok: false,
      refusal: { code: 'calendar-other-year', year: 2028, date: '2027-01-01' }
    })
  })
})

describe('the calendar in force', () => {
  const loaded = new Map<number, CalendarYear>()
  const calendar = calendarInForce(shipped, () => loaded)

  it('is the shipped one while nothing is loaded, and while nothing is known', () => {
    expect(calendar.coveredThrough()).toBe('2026-12-31')
    expect(calendarInForce(shipped, () => undefined).coveredThrough()).toBe('2026-12-31')
  })

  it('counts by a year as soon as it is loaded, through a reference of before', () => {
    const { addWorkingDays } = calendar
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: true })
    loaded.set(2027, loadedYear({ type: 'HolidaysLoaded', v: 1, data: { ...NEXT, loadedBy: BY } }, '2026-11-10'))
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: false })
    expect(calendar.isWorkingDay('2027-01-09')).toBe(true)
    expect(calendar.coveredThrough()).toBe('2027-12-31')
    expect(calendar.needsNextYearWarning('2026-11-10')).toBe(false)
  })

  it('replaces a shipped year whole by one that was loaded', () => {
    expect(calendar.isWorkingDay('2026-10-07')).toBe(false)
    const shorter = { ...shippedYear(2026), restDays: shippedYear(2026).restDays.filter((day) => day !== '2026-10-07') }
    loaded.set(2026, shorter)
    expect(calendar.isWorkingDay('2026-10-07')).toBe(true)
    expect(yearsInForce(shipped, loaded).map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027])
  })

  it('builds its tables again only when a year has come or was replaced', () => {
    let asked = 0
    const years = new Map([[2027, NEXT]])
    const counted: CalendarYear = {
      ...NEXT,
      get restDays() {
        asked += 1
        return NEXT.restDays
      }
    }
    years.set(2027, counted)
    const live = calendarInForce(shipped, () => years)
    live.isWorkingDay('2027-01-01')
    const once = asked
    live.addWorkingDays('2026-12-20', 30)
    expect(asked).toBe(once)
    years.set(2027, { ...NEXT, restDays: [] })
    expect(live.isWorkingDay('2027-01-01')).toBe(true)
  })

  it('answers every question as the calendar behind it does', () => {
    const plain = createWorkCalendar(shipped)
    const live = liveCalendar(() => plain)
    expect([
      live.dayOf('2026-10-10'),
      live.isWorkingDay('2026-10-11'),
      live.addWorkingDays('2026-09-30', 5),
      live.addCalendarDays('2026-09-25', 7),
      live.workingDaysBetween('2026-09-14', '2026-09-21'),
      live.workingDayFrom('2026-10-01'),
      live.coveredThrough(),
      live.needsNextYearWarning('2026-11-01')
    ]).toEqual([
      { works: true, known: true },
      false,
      { date: '2026-10-13', provisional: false },
      { date: '2026-10-08', provisional: false },
      { days: 6, provisional: false },
      { date: '2026-10-08', provisional: false },
      '2026-12-31',
      true
    ])
  })
})

describe('what people are shown of a year', () => {
  it('joins days that follow each other', () => {
    expect(spansOf(NEXT.restDays)).toEqual([
      { from: '2027-01-01', to: '2027-01-03', days: 3 },
      { from: '2027-10-01', to: '2027-10-01', days: 1 }
    ])
    expect(spansOf([])).toEqual([])
    expect(spansOf(['2026-12-31', '2027-01-01'])).toEqual([{ from: '2026-12-31', to: '2027-01-01', days: 2 }])
  })

  it.each(shipped.map((entry) => [entry.year, entry] as const))(
    'counts the working days of %i, and the number of statutory days says the same (放假办法 2)',
    (year, entry) => {
      expect(workingDaysOf(entry)).toBe(expectedWorkingDays(year))
    }
  )

  it('lists the years in force, newest first, with their notice and whoever loaded them', () => {
    const known = loadedYear({ type: 'HolidaysLoaded', v: 1, data: { ...NEXT, loadedBy: BY } }, '2026-11-10')
    const shown = calendarShown([...shipped, known], '2026-11-10')
    expect(shown).toMatchObject({ coveredThrough: '2027-12-31', warn: false })
    expect(shown.years.map(({ year, loaded }) => [year, loaded])).toEqual([
      [2027, { byName: '单雨青', on: '2026-11-10' }],
      ...[2026, 2025, 2024, 2023].map((year) => [year, null])
    ])
    expect(shown.years[1]).toMatchObject({ restDays: 33, workingDays: 248, notice: shippedYear(2026).notice })
    expect(calendarShown([], '2026-11-10')).toEqual({ coveredThrough: null, warn: true, years: [] })
  })
})

describe('the preview of a file', () => {
  const preview = (value: unknown) => calendarPreview(text(value), shipped, '2026-11-10')

  it('says that a year is new, and doubts a list that leaves another number of working days', () => {
    expect(preview(NEXT)).toMatchObject({
      ok: true,
      years: [{ year: 2027, change: 'new', passed: false, expectedWorkingDays: 248, workingDays: 260 }]
    })
  })

  it('says that a year is the same, with no doubt about it', () => {
    expect(preview(shippedYear(2025))).toMatchObject({
      ok: true,
      years: [{ change: 'same', expectedWorkingDays: null, passed: true }]
    })
  })

  it('names each day that would change, and a new notice', () => {
    const { notice, restDays, workingWeekends } = shippedYear(2026)
    const changed = {
      year: 2026,
      notice: { ...notice, issued: '2026-05-01' },
      restDays: [...restDays.filter((day) => day !== '2026-10-07'), '2026-10-08'].sort(),
      workingWeekends: [...workingWeekends.slice(1), '2026-10-11']
    }
    expect(preview(changed)).toMatchObject({
      years: [
        {
          change: {
            restAdded: ['2026-10-08'],
            restRemoved: ['2026-10-07'],
            workAdded: ['2026-10-11'],
            workRemoved: ['2026-01-04'],
            notice: true
          }
        }
      ]
    })
  })

  it('is the list of problems when the file cannot be loaded', () => {
    expect(preview({ ...NEXT, restDays: ['2027-13-01'] })).toMatchObject({
      ok: false,
      problems: [{ code: 'calendar-date', date: '2027-13-01' }]
    })
  })
})
