import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { deferralDue, deliveryDue, dueDates, lapseDate } from '../../../shared/domain/casework/clocks.ts'
import { CALENDAR, itemOf } from '../../support/builders.ts'

const limited = (
  value: number,
  unit: 'WORKING_DAY' | 'CALENDAR_DAY' = 'WORKING_DAY',
  statutory: number | null = null
) => ({
  ...itemOf('MZ-001'),
  promisedLimit: { value, unit },
  statutoryLimit: statutory === null ? null : { value: statutory, unit }
})

describe('the two clocks of an accepted case', () => {
  it.each([
    // The day of acceptance is day 0 (许可法 82; 民法典 201).
    ['2026-11-23', 20, '2026-12-21'],
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
    ['2026-09-30', 5, '2026-10-13']
  ])('accepted %s, %i working days: due %s', (acceptedOn, days, date) => {
    expect(dueDates(limited(days), acceptedOn, CALENDAR)).toEqual({
      promisedDue: { date, provisional: false },
      statutoryDue: null
    })
  })

  it('run side by side, each from its own limit', () => {
    expect(dueDates(limited(5, 'WORKING_DAY', 10), '2026-11-23', CALENDAR)).toEqual({
      promisedDue: { date: '2026-11-30', provisional: false },
      statutoryDue: { date: '2026-12-07', provisional: false }
    })
  })

  it('say 暂定 as soon as they run into a year whose holidays are not loaded', () => {
    const { promisedDue, statutoryDue } = dueDates(limited(20, 'WORKING_DAY', 30), '2026-11-23', CALENDAR)
    expect(promisedDue.provisional).toBe(false)
    expect(statutoryDue).toMatchObject({ provisional: true })
    expect(dueDates(limited(1), '2026-12-31', CALENDAR).promisedDue).toEqual({ date: '2027-01-01', provisional: true })
  })

  it('count calendar days where the item says so, and end on a working day (民法典 203)', () => {
    expect(dueDates(limited(7, 'CALENDAR_DAY'), '2026-09-25', CALENDAR).promisedDue.date).toBe('2026-10-08')
    expect(dueDates(limited(15, 'CALENDAR_DAY'), '2026-11-06', CALENDAR).promisedDue.date).toBe('2026-11-23')
  })

  it('0 days are due the same day', () => {
    expect(dueDates(limited(0), '2026-11-23', CALENDAR).promisedDue).toEqual({ date: '2026-11-23', provisional: false })
  })
})

describe('what moves both clocks', () => {
  it('days inside a special procedure are not counted (许可法 45)', () => {
    const excluded = [{ from: '2026-09-21', to: '2026-10-12' }]
    expect(dueDates(limited(10), '2026-09-14', CALENDAR).promisedDue.date).toBe('2026-09-28')
    expect(dueDates(limited(10), '2026-09-14', CALENDAR, excluded).promisedDue.date).toBe('2026-10-16')
  })

  it('an extension lengthens both, each in its own unit (许可法 42)', () => {
    const both = { ...limited(5), statutoryLimit: { value: 15, unit: 'CALENDAR_DAY' as const } }
    expect(dueDates(both, '2026-11-02', CALENDAR, [], 10)).toMatchObject({
      promisedDue: { date: '2026-11-23' },
      statutoryDue: { date: '2026-11-27' }
    })
  })
})

describe('the last day to issue and deliver (许可法 44)', () => {
  const licence = { ...itemOf('MZ-001'), itemTypeCode: '01' as const }

  it('is ten working days after the decision for a licence', () => {
    const { deliveryLimit: _own, ...bare } = licence
    expect(deliveryDue(bare, '2026-11-23', CALENDAR)).toEqual({ date: '2026-12-07', provisional: false })
  })

  it('is the item’s own where it names one, and none where neither does', () => {
    const own = { ...licence, deliveryLimit: { value: 3, unit: 'WORKING_DAY' as const } }
    expect(deliveryDue(own, '2026-11-23', CALENDAR)?.date).toBe('2026-11-26')
    const { deliveryLimit: _own, ...allowance } = itemOf('MZ-001')
    expect(deliveryDue(allowance, '2026-11-23', CALENDAR)).toBeNull()
  })
})

describe('the last day for a deferred piece (domain §7.2)', () => {
  it('is never after the promised day, for any limit and any day', () => {
    const day = fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-01-01', n))
    const limit = fc.record({
      value: fc.integer({ min: 0, max: 90 }),
      unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
    })
    fc.assert(
      fc.property(day, limit, limit, (acceptedOn, whole, piece) => {
        const { promisedDue } = dueDates({ promisedLimit: whole, statutoryLimit: null }, acceptedOn, CALENDAR)
        const due = deferralDue(piece, acceptedOn, promisedDue, CALENDAR)
        expect(due.date <= promisedDue.date).toBe(true)
        expect(due.date >= acceptedOn).toBe(true)
      })
    )
  })
})

describe('the day after which a silent application counts as given up', () => {
  it('is the setting of the item, printed on the notice', () => {
    const item = { ...itemOf('MZ-001'), lapse: { value: 30, unit: 'CALENDAR_DAY' as const } }
    expect(lapseDate(item, '2026-11-02', CALENDAR)).toEqual({ date: '2026-12-02', provisional: false })
    expect(lapseDate(item, '2026-12-20', CALENDAR)).toMatchObject({ provisional: true })
  })

  it('does not exist where the item sets none', () => {
    const item = { ...itemOf('MZ-001'), lapse: { value: 0, unit: 'CALENDAR_DAY' as const } }
    expect(lapseDate(item, '2026-11-02', CALENDAR)).toBeNull()
  })
})
