import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseDate, chineseInstant, chineseWeekday } from '../../shared/documents/layout/dates.ts'

describe('dates on papers', () => {
  test('are written with figures and without leading zeros', () => {
    expect(chineseDate('2026-11-23')).toBe('2026年11月23日')
    expect(chineseDate('2027-01-05')).toBe('2027年1月5日')
  })

  test('know their weekday', () => {
    expect(chineseWeekday('2026-11-23')).toBe('星期一')
    expect(chineseWeekday('2026-01-04')).toBe('星期日')
    expect(chineseWeekday('2024-02-29')).toBe('星期四')
  })

  test('an instant is shown as the clock in the hall shows it', () => {
    expect(chineseInstant('2026-11-23T01:05:09.000Z')).toBe('2026年11月23日 09:05')
    expect(chineseInstant('2026-12-31T16:00:00.000Z')).toBe('2027年1月1日 00:00')
  })

  test('anything else is refused rather than printed', () => {
    expect(() => chineseDate('2026/11/23')).toThrow(RangeError)
    expect(() => chineseDate('')).toThrow(RangeError)
    expect(() => chineseInstant('yesterday')).toThrow(RangeError)
  })

  test('days in order have weekdays in order', () => {
    const order = '日一二三四五六'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        const text = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10)
        const index = (n: number): number => order.indexOf(chineseWeekday(text(n)).slice(2))
        return index(day + 1) === (index(day) + 1) % 7
      })
    )
  })
})
