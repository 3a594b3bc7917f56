import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import type { Light } from '../../../shared/domain/calendar/lights.ts'
import type { LimitUnit } from '../../../shared/domain/calendar/limits.ts'
import type { CaseState } from '../../../shared/domain/casework/case.ts'
import { type CaseLook, readCase } from '../../../shared/domain/casework/reading.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { CALENDAR, instant } from '../../support/builders.ts'
import { accepted, act, COMMITTED, LICENSED, receivedFact, story } from './workSupport.ts'

const WORSE: readonly Light[] = ['green', 'yellow', 'red', 'redStatutory']

/** Three looks at each of the next days: morning, last hour, after closing. */
function* times(from: string, days: number, item: ServiceItem): Generator<CaseLook> {
  for (let day = 0; day < days; day += 1) {
    const today = addDays(from, day)
    for (const [minute, minutesToClosing] of [
      [0, 480],
      [450, 30],
      [500, -20]
    ] as const) {
      yield {
        today,
        minutesToClosing,
        now: instant(minute, today),
        calendar: CALENDAR,
        rules: defaultHallRules(),
        item
      }
    }
  }
}

function lightsOf(state: CaseState, from: string, days: number, item: ServiceItem): readonly number[] {
  if (state.status === 'none') throw new Error('no case')
  return [...times(from, days, item)].map((look) => WORSE.indexOf(readCase(state, look).light))
}

const limits = fc.record({
  value: fc.integer({ min: 0, max: 25 }),
  more: fc.nat(15),
  unit: fc.constantFrom<LimitUnit>('WORKING_DAY', 'CALENDAR_DAY')
})
const begin = fc.nat(600).map((n) => addDays('2025-01-06', n))

describe('while nothing happens to a case its light never gets better: green, yellow, red, red by statute', () => {
  const neverBetter = (ranks: readonly number[]) => {
    expect(ranks).not.toContain(-1)
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks)
  }

  it('in work (许可法 42, 74(2))', () => {
    fc.assert(
      fc.property(limits, begin, fc.boolean(), ({ value, more, unit }, on, byLaw) => {
        const item: ServiceItem = {
          ...COMMITTED,
          promisedLimit: { value, unit },
          statutoryLimit: byLaw ? { value: value + more, unit } : null
        }
        const ranks = lightsOf(accepted(item, { on }).state, on, 90, item)
        neverBetter(ranks)
        expect(ranks.at(-1)).toBe(byLaw ? 3 : 2)
      }),
      { numRuns: 40 }
    )
  })

  it('in work again after an excluded procedure, and after an extension (许可法 42, 45)', () => {
    fc.assert(
      fc.property(limits, begin, fc.nat(20), fc.nat(30), fc.nat(40), (limit, on, wait, told, lasted) => {
        const item: ServiceItem = {
          ...COMMITTED,
          promisedLimit: { value: limit.value, unit: limit.unit },
          statutoryLimit: { value: 200, unit: 'WORKING_DAY' }
        }
        const [from, to] = [addDays(on, wait), addDays(on, wait + lasted)]
        const state = accepted(item, { on })
          .and({
            ...act(item, from),
            type: 'startExcludedProcedure',
            procedure: 'PUBLICITY',
            reason: '公示',
            basis: '办法第十一条',
            expectedEnd: addDays(from, told)
          })
          .and({ ...act(item, to), type: 'endExcludedProcedure' })
          .and({ ...act(item, to), type: 'requestExtension', days: 3, reason: '人手不足' }).state
        neverBetter(lightsOf(state, to, 60, item))
      }),
      { numRuns: 30 }
    )
  })

  it('before acceptance (32), and after the decision (44)', () => {
    fc.assert(
      fc.property(begin, fc.nat(12), (on, days) => {
        const fact = receivedFact(LICENSED, on)
        if (fact.type !== 'CaseReceived') throw new Error('a receipt')
        const notifyBy = CALENDAR.addWorkingDays(on, 5)
        const received = story({ ...fact, data: { ...fact.data, notifyBy } })
        neverBetter(lightsOf(received.state, on, 20, LICENSED))
        const item: ServiceItem = { ...LICENSED, deliveryLimit: { value: days, unit: 'WORKING_DAY' } }
        const decided = accepted(item, { on }).and({
          ...act(item, on),
          type: 'decideCase',
          result: 'approved',
          reasons: '',
          certificateNo: null,
          validUntil: null,
          reviewers: ['周晓禾', '单雨青']
        })
        neverBetter(lightsOf(decided.state, on, 30, item))
      }),
      { numRuns: 30 }
    )
  })
})

describe('a reading', () => {
  it('is late exactly when the day it watches for the whole has passed', () => {
    fc.assert(
      fc.property(limits, begin, fc.nat(60), ({ value, unit }, on, later) => {
        const item: ServiceItem = { ...COMMITTED, promisedLimit: { value, unit }, statutoryLimit: null }
        const today = addDays(on, later)
        const [look] = times(today, 1, item)
        const { state } = accepted(item, { on })
        if (!look || state.status !== 'accepted') throw new Error('a case in work')
        const { light, due, remaining, reasons } = readCase(state, look)
        expect(due).toBe(state.promisedDue.date)
        expect(light === 'red').toBe(today > state.promisedDue.date)
        expect(reasons.includes('decide-late')).toBe(light === 'red')
        expect(reasons.includes('decide-soon')).toBe(light === 'yellow')
        if ((remaining ?? 0) < 0) expect(light).toBe('red')
      }),
      { numRuns: 60 }
    )
  })

  it('does not depend on the instant but for offers that run out', () => {
    const state = accepted(COMMITTED).state
    if (state.status === 'none') throw new Error('a case')
    const readings = [...times('2026-09-16', 1, COMMITTED)].map((look) => readCase(state, look))
    expect(new Set(readings.map((reading) => JSON.stringify(reading))).size).toBe(1)
  })
})
