import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import {
  type Clock,
  defaultLightSettings,
  LIGHT_SIGNS,
  readLight,
  yellowThreshold
} from '../../../shared/domain/calendar/lights.ts'
import type { Limit } from '../../../shared/domain/calendar/limits.ts'
import { dueDate } from '../../../shared/domain/calendar/limits.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'

const calendar = createWorkCalendar(shippedCalendarYears())
const working = (value: number): Limit => ({ value, unit: 'WORKING_DAY' })

type Running = Extract<Clock, { kind: string }>
function clockFrom(start: string, promised: Limit, statutory: Limit | null, more: Partial<Running> = {}): Running {
  return {
    phase: 'RUNNING',
    kind: 'DECISION',
    promised,
    promisedDue: dueDate(start, promised, calendar).date,
    statutoryDue: statutory && dueDate(start, statutory, calendar).date,
    ...more
  }
}

describe('lights of a running clock', () => {
  // Promised 20 working days from Monday 2026-11-02: 2026-11-30; statutory 30: 2026-12-14.
  const clock = clockFrom('2026-11-02', working(20), working(30))

  it.each([
    ['2026-11-02', 'green', 20],
    ['2026-11-23', 'green', 5],
    ['2026-11-24', 'yellow', 4],
    ['2026-11-30', 'yellow', 0],
    ['2026-12-01', 'red', -1],
    ['2026-12-14', 'red', -10],
    ['2026-12-15', 'redStatutory', -11]
  ] as const)('on %s it is %s with %i working days left', (today, light, remaining) => {
    expect(readLight(clock, today, calendar)).toEqual({ light, remaining })
  })

  it('is yellow at least on the last day but one of a short limit', () => {
    const short = clockFrom('2026-11-02', working(3), null)
    expect(readLight(short, '2026-11-03', calendar).light).toBe('green')
    expect(readLight(short, '2026-11-04', calendar).light).toBe('yellow')
    expect(readLight(short, '2026-11-06', calendar).light).toBe('red')
  })

  it.each([
    [3, 1],
    [5, 1],
    [7, 2],
    [11, 3],
    [20, 4],
    [35, 7]
  ])('yellow of %i promised days begins %i days before the end: a fifth, rounded up', (promised, days) => {
    expect(yellowThreshold(working(promised), 'DECISION', defaultLightSettings())).toBe(days)
  })

  it('a share that binary fractions cannot hold adds no day', () => {
    const settings = { ...defaultLightSettings(), share: 0.07 }
    expect(yellowThreshold(working(100), 'DECISION', settings)).toBe(7)
  })

  it('of notification is yellow from the fourth of five working days (行政许可法 32)', () => {
    const clock = clockFrom('2026-09-18', working(5), working(5), { kind: 'NOTIFICATION' })
    expect(readLight(clock, '2026-09-22', calendar).light).toBe('green')
    expect(readLight(clock, '2026-09-23', calendar).light).toBe('yellow')
    expect(readLight(clock, '2026-09-25', calendar).light).toBe('redStatutory')
  })

  it('in calendar days measures calendar days', () => {
    const clock = clockFrom('2026-11-02', { value: 10, unit: 'CALENDAR_DAY' }, null)
    expect(readLight(clock, '2026-11-09', calendar)).toEqual({ light: 'green', remaining: 3 })
    expect(readLight(clock, '2026-11-10', calendar)).toEqual({ light: 'yellow', remaining: 2 })
  })

  it('of a same-day item is yellow from 60 minutes before closing and red the next day', () => {
    const at = (minutesToClosing: number) => clockFrom('2026-11-02', working(0), null, { minutesToClosing })
    expect(readLight(at(61), '2026-11-02', calendar).light).toBe('green')
    expect(readLight(at(60), '2026-11-02', calendar).light).toBe('yellow')
    expect(readLight(at(400), '2026-11-03', calendar).light).toBe('red')
  })

  it('follows the thresholds that the hall set', () => {
    const settings = { ...defaultLightSettings(), share: 0.5 }
    expect(readLight(clock, '2026-11-16', calendar).light).toBe('green')
    expect(readLight(clock, '2026-11-16', calendar, settings).light).toBe('yellow')
    expect(yellowThreshold(working(20), 'DECISION', settings)).toBe(10)
  })

  it('never gets better while time passes', () => {
    const order = ['green', 'yellow', 'red', 'redStatutory']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(15), fc.nat(300), (promised, more, offset) => {
        const start = addDays('2026-01-05', offset)
        const running = clockFrom(start, working(promised), working(promised + more))
        let worst = 0
        for (let day = 0; day < 90; day += 1) {
          const rank = order.indexOf(readLight(running, addDays(start, day), calendar).light)
          expect(rank).toBeGreaterThanOrEqual(worst)
          worst = rank
        }
        expect(worst).toBe(3)
      }),
      { numRuns: 40 }
    )
  })
})

describe('lights of a clock that does not run', () => {
  it('is blue while the applicant supplements', () => {
    expect(readLight({ phase: 'WAITING_FOR_APPLICANT' }, '2026-11-02', calendar)).toEqual({
      light: 'blue',
      remaining: null
    })
  })

  it('is grey with the days stopped during an excluded procedure, even past its expected end', () => {
    const stopped = clockFrom('2026-11-02', working(20), working(30), { phase: 'STOPPED', stoppedSince: '2026-11-10' })
    expect(readLight(stopped, '2026-11-17', calendar)).toEqual({ light: 'grey', remaining: null, stoppedDays: 5 })
    expect(readLight(stopped, '2026-12-21', calendar)).toMatchObject({ light: 'grey', stoppedDays: 29 })
  })

  it('stays red when the limit had passed before the procedure began', () => {
    const late = clockFrom('2026-11-02', working(5), working(20), { phase: 'STOPPED', stoppedSince: '2026-11-20' })
    expect(readLight(late, '2026-12-21', calendar).light).toBe('red')
    const breach = clockFrom('2026-11-02', working(5), working(6), { phase: 'STOPPED', stoppedSince: '2026-11-20' })
    expect(readLight(breach, '2026-11-20', calendar).light).toBe('redStatutory')
  })
})

it('every light has a word and a shape of its own, so that colour is never the only signal', () => {
  const signs = Object.values(LIGHT_SIGNS)
  expect(new Set(signs.map((sign) => sign.text)).size).toBe(6)
  expect(new Set(signs.map((sign) => sign.shape)).size).toBe(6)
})
