import { beforeEach, describe, expect, it } from 'vitest'
import { settingsHandlers } from '../../electron/commands/settingsHandlers.ts'
import type { Terminal } from '../../electron/commands/terminal.ts'
import type { CalendarYear } from '../../shared/domain/calendar/calendarYear.ts'
import { calendarInForce } from '../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../shared/domain/calendar/shippedYears.ts'
import { DEMO_RULES } from '../../shared/domain/hall/demo.ts'
import type { HallRules } from '../../shared/domain/hall/rules.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'
import { LEAD } from '../support/builders.ts'

/** Invented; nobody has announced these days. */
const NEXT: CalendarYear = {
  year: 2027,
  notice: { title: '试用的放假安排', reference: 'content_0000000', issued: '2026-11' },
  restDays: ['2027-01-01', '2027-01-02', '2027-01-03'],
  workingWeekends: ['2027-01-09']
}
const textOf = (value: unknown): string => JSON.stringify(value)

let hall: TestTerminal
let doors: ReturnType<typeof settingsHandlers>
let terminal: Terminal
/** How often screens were told that something has changed. */
let told: number
/** The due date of a case on 2026-12-31 with one working day, as it stood whenever cases were counted anew. */
let recounted: { readonly date: string; readonly by: string }[]

beforeEach(async () => {
  hall = await fakeTerminal(LEAD)
  const { desk } = hall
  recounted = []
  told = 0
  terminal = {
    ...hall.terminal,
    calendar: calendarInForce(shippedCalendarYears(), () => desk.holidays),
    changed: () => {
      told += 1
    }
  }
  doors = settingsHandlers(terminal, {
    recompute: (meta: Meta) => {
      recounted.push({ date: terminal.calendar.addWorkingDays('2026-12-31', 1).date, by: meta.by })
      return Promise.resolve(3)
    }
  })
})

const set = (rules: HallRules, commandId = 'set-rules-1') => doors['rules.set']({ rules }, hall.caller, commandId)
const load = (text: string, commandId = 'load-2027-1') => doors['calendar.load']({ text }, hall.caller, commandId)
const rules = () => doors['rules.get']({}, hall.caller)
const years = () => doors['calendar.years']({}, hall.caller)
const types = () => hall.log.all().flatMap(({ commit }) => commit.events.map((event) => event.type))

describe('the rules of the hall', () => {
  it('are those of a demo hall until somebody sets others', async () => {
    expect(await rules()).toEqual({ ok: true, value: DEMO_RULES })
  })

  it('hold from the moment they are recorded', async () => {
    const wanted: HallRules = { ...DEMO_RULES, restDayReceipt: 'nextWorkingDay', handOverMinutes: 15 }
    expect(await set(wanted)).toEqual({ ok: true, value: null })
    expect([hall.desk.rules, told]).toEqual([wanted, 1])
    expect(await rules()).toEqual({ ok: true, value: wanted })
    expect(hall.log.all().at(-1)).toMatchObject({ stream: 'hall', version: 2, commit: { meta: { by: LEAD.personId } } })
  })

  it('that cannot be are refused with their field, and nothing is recorded', async () => {
    const before = hall.log.all().length
    expect(await set({ ...DEMO_RULES, closingTime: '25:00' })).toEqual({
      ok: false,
      refusal: { code: 'rule-time', field: 'rules.closingTime' }
    })
    expect(hall.log.all()).toHaveLength(before)
    expect(hall.desk.rules).toEqual(DEMO_RULES)
  })

  it('sent again after a lost answer, or set as they are, are recorded once', async () => {
    const wanted = { ...DEMO_RULES, lapseReminderDays: 10 }
    await Promise.all([set(wanted), set(wanted)])
    await set(wanted, 'set-rules-2')
    expect(types().filter((type) => type === 'HallRulesSet')).toHaveLength(1)
  })
})

describe('the years of the calendar', () => {
  it('are the shipped ones at first, with a warning in November', async () => {
    expect(await years()).toMatchObject({
      ok: true,
      value: { coveredThrough: '2026-12-31', warn: true, years: [{ year: 2026, loaded: null }, {}, {}, {}] }
    })
  })

  it('a preview says what would change and records nothing', async () => {
    const before = hall.log.all().length
    expect(await doors['calendar.preview']({ text: textOf(NEXT) }, hall.caller)).toMatchObject({
      ok: true,
      value: { ok: true, years: [{ year: 2027, change: 'new' }] }
    })
    expect(await doors['calendar.preview']({ text: '{"year": 2027' }, hall.caller)).toMatchObject({
      ok: true,
      value: { ok: false, problems: [{ code: 'calendar-not-json' }] }
    })
    expect(hall.log.all()).toHaveLength(before)
  })

  it('a year that is loaded is in force before open cases are counted anew, in the name of whoever loaded it', async () => {
    expect(terminal.calendar.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: true })
    expect(await load(textOf(NEXT))).toEqual({ ok: true, value: { years: [2027], recomputed: 3 } })
    expect(recounted).toEqual([{ date: '2027-01-04', by: LEAD.personId }])
    expect(told).toBe(1)
    expect(terminal.calendar.coveredThrough()).toBe('2027-12-31')
    expect(await years()).toMatchObject({
      value: {
        warn: false,
        coveredThrough: '2027-12-31',
        years: [{ year: 2027, loaded: { byName: LEAD.name, on: '2026-11-23' } }, {}, {}, {}, {}]
      }
    })
    expect(hall.log.all().at(-1)).toMatchObject({ stream: 'calendar', version: 1 })
  })

  it('a year that differs replaces the one before, whole; both loads stay recorded', async () => {
    await load(textOf(NEXT))
    await load(textOf({ ...NEXT, restDays: ['2027-01-01'], workingWeekends: [] }), 'load-2027-2')
    expect(terminal.calendar.isWorkingDay('2027-01-09')).toBe(false)
    expect(hall.desk.holidays.size).toBe(1)
    expect(types().filter((type) => type === 'HolidaysLoaded')).toHaveLength(2)
  })

  it('the same year again records nothing, but a counting that was cut off is made good', async () => {
    await load(textOf(NEXT))
    expect(await load(textOf(NEXT), 'load-2027-2')).toEqual({ ok: true, value: { years: [], recomputed: 3 } })
    expect(types().filter((type) => type === 'HolidaysLoaded')).toHaveLength(1)
    expect(recounted).toHaveLength(2)
  })

  it('a file with a wrong date is refused with that date; nothing is loaded and nothing counted', async () => {
    expect(await load(textOf({ ...NEXT, workingWeekends: ['2027-01-08'] }))).toEqual({
      ok: false,
      refusal: {
        code: 'calendar-not-weekend',
        field: 'text',
        year: 2027,
        list: 'workingWeekends',
        date: '2027-01-08'
      }
    })
    expect([recounted, hall.desk.holidays.size]).toEqual([[], 0])
  })
})

describe('a desk with settings', () => {
  it('comes out of its snapshot as it went in, years by number', async () => {
    await set({ ...DEMO_RULES, handOverMinutes: 12 })
    await load(textOf(NEXT))
    const reopened = unpackDesk(JSON.parse(JSON.stringify(packDesk(hall.desk))) as Json)
    expect(reopened?.rules).toEqual(hall.desk.rules)
    expect(reopened?.holidays).toEqual(hall.desk.holidays)
    expect(reopened?.holidays.get(2027)?.restDays).toEqual(NEXT.restDays)
  })
})
