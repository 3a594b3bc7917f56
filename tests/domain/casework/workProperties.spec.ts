import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import type { LimitUnit } from '../../../shared/domain/calendar/limits.ts'
import type { WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { LEAD } from '../../support/builders.ts'
import { accepted, act, COMMITTED, inWork } from './workSupport.ts'

/** Promised and statutory limits of either unit; the statutory one long enough for any of the days below. */
const limits = fc.record({
  promised: fc.integer({ min: 1, max: 25 }),
  unit: fc.constantFrom<LimitUnit>('WORKING_DAY', 'CALENDAR_DAY')
})
const acceptedOn = fc.nat(365).map((n) => addDays('2025-03-03', n))

const itemOf = ({ promised, unit }: { promised: number; unit: LimitUnit }): ServiceItem => ({
  ...COMMITTED,
  promisedLimit: { value: promised, unit },
  statutoryLimit: { value: 200, unit }
})
const start = (item: ServiceItem, date: string, expectedEnd: string): WorkCommand => ({
  ...act(item, date),
  type: 'startExcludedProcedure',
  procedure: 'PUBLICITY',
  reason: '公示',
  basis: '办法第十一条',
  expectedEnd
})
const end = (item: ServiceItem, date: string): WorkCommand => ({ ...act(item, date), type: 'endExcludedProcedure' })
const extend = (item: ServiceItem, date: string, days: number): readonly WorkCommand[] => [
  { ...act(item, date), type: 'requestExtension', days, reason: '人手不足' },
  { ...act(item, date, { by: LEAD }), type: 'approveExtension', head: '解明远' }
]
const datesAfter = (item: ServiceItem, on: string, commands: readonly WorkCommand[]) => {
  const state = inWork(commands.reduce((at, command) => at.and(command), accepted(item, { on })).state)
  return { promisedDue: state.promisedDue, statutoryDue: state.statutoryDue }
}

describe('the clocks of a case in work, whatever happens to them', () => {
  it('exclusion and extension commute: the dates do not depend on which came first (许可法 42, 45)', () => {
    fc.assert(
      fc.property(
        limits,
        acceptedOn,
        fc.nat(20),
        fc.nat(20),
        fc.nat(30),
        fc.integer({ min: 1, max: 10 }),
        (limit, on, wait, told, lasted, days) => {
          const item = itemOf(limit)
          const [from, last] = [addDays(on, wait), addDays(on, wait + Math.max(told, lasted))]
          const stopped = [start(item, from, addDays(from, told)), end(item, addDays(from, lasted))]
          const first = datesAfter(item, on, [...extend(item, on, days), ...stopped])
          const between = datesAfter(item, on, [
            ...stopped.slice(0, 1),
            ...extend(item, from, days),
            ...stopped.slice(1)
          ])
          const later = datesAfter(item, on, [...stopped, ...extend(item, last, days)])
          expect(between).toEqual(first)
          expect(later).toEqual(first)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('ending a procedure never makes a date later than was told, and early never later than on time (许可法 45)', () => {
    fc.assert(
      fc.property(limits, acceptedOn, fc.nat(30), fc.nat(40), fc.nat(60), (limit, on, wait, told, lasted) => {
        const item = itemOf(limit)
        const from = addDays(on, wait)
        const begun = [start(item, from, addDays(from, told))]
        const promise = datesAfter(item, on, begun)
        const ended = datesAfter(item, on, [...begun, end(item, addDays(from, lasted))])
        const free = datesAfter(item, on, [])
        expect(ended.promisedDue.date <= promise.promisedDue.date).toBe(true)
        expect((ended.statutoryDue?.date ?? '') <= (promise.statutoryDue?.date ?? '')).toBe(true)
        // Nor earlier than without any procedure: nobody loses days by one.
        expect(ended.promisedDue.date >= free.promisedDue.date).toBe(true)
        if (lasted >= told) expect(ended).toEqual(promise)
      }),
      { numRuns: 60 }
    )
  })

  it('an extension never makes a date earlier, and more days never an earlier one', () => {
    fc.assert(
      fc.property(limits, acceptedOn, fc.integer({ min: 1, max: 9 }), (limit, on, days) => {
        const item = itemOf(limit)
        const dates = [[], extend(item, on, days), extend(item, on, days + 1)].map(
          (c) => datesAfter(item, on, c).promisedDue.date
        )
        expect([...dates].sort()).toEqual(dates)
      }),
      { numRuns: 40 }
    )
  })
})
