import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  dateInShanghai,
  daysBetween,
  fromDayNumber,
  isValidDate,
  minuteOfDayInShanghai,
  timeInShanghai,
  toDayNumber,
  weekday
} from '../../../shared/domain/calendar/civilDate.ts'

const first = toDayNumber('0001-01-01')
const last = toDayNumber('9999-12-31')
const dayNumber = fc.integer({ min: first, max: last })
const utc = (day: number) => new Date(day * 86_400_000)

describe('dates as texts and day numbers', () => {
  it('agrees with the proleptic Gregorian calendar on every day of the years 1 to 9999', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const date = fromDayNumber(day)
        expect(date).toBe(utc(day).toISOString().slice(0, 10))
        expect(toDayNumber(date)).toBe(day)
        expect(weekday(date)).toBe(utc(day).getUTCDay() || 7)
      }),
      { numRuns: 2000 }
    )
  })

  it('counts every day of 1896 to 2104, leap years and centuries included', () => {
    for (let day = toDayNumber('1896-01-01'); day <= toDayNumber('2104-12-31'); day += 1) {
      expect(toDayNumber(fromDayNumber(day))).toBe(day)
    }
    // 209 years with 51 leap days: 1900 and 2100 have none, 2000 has one.
    expect(daysBetween('1896-01-01', '2105-01-01')).toBe(209 * 365 + 51)
  })

  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('knows the day %s', (date) => {
    expect(isValidDate(date)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026/01/01',
    ' 2026-01-01',
    ''
  ])('knows no day %j', (date) => {
    expect(isValidDate(date)).toBe(false)
    expect(() => toDayNumber(date)).toThrow(RangeError)
  })

  it('adds and takes away days across months, years and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    fc.assert(
      fc.property(dayNumber, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        fc.pre(day + days >= first && day + days <= last)
        const date = fromDayNumber(day)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(compareDates(addDays(date, days), date)).toBe(Math.sign(days))
      })
    )
  })

  it('refuses to leave the years that four digits can write', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
  })
})

describe('instants in Shanghai (UTC+8)', () => {
  it.each([
    ['2026-09-18T15:59:59.999Z', '2026-09-18', '23:59'],
    ['2026-09-18T16:00:00Z', '2026-09-19', '00:00'],
    ['2026-12-31T16:00Z', '2027-01-01', '00:00'],
    ['2026-09-18T23:30:00+08:00', '2026-09-18', '23:30'],
    ['2026-09-18T23:30:00-05:00', '2026-09-19', '12:30'],
    ['1969-12-31T20:00:00Z', '1970-01-01', '04:00']
  ])('%s is %s %s', (instant, date, time) => {
    expect(dateInShanghai(instant)).toBe(date)
    expect(timeInShanghai(instant)).toBe(time)
  })

  it('counts the minutes of the day from midnight', () => {
    expect(minuteOfDayInShanghai('2026-09-18T09:30:00Z')).toBe(17 * 60 + 30)
  })

  it('agrees with the time zone data for instants after 1991', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short'
    })
    const instant = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (at) => {
        const iso = at.toISOString()
        expect(`${dateInShanghai(iso)} ${timeInShanghai(iso)}`).toBe(format.format(at))
      })
    )
  })

  it.each(['2026-09-18', '2026-09-18T10:00:00', '2026-09-18T24:00:00Z', '2026-02-30T10:00:00Z', 'now'])(
    'refuses %j, which is no instant with a zone',
    (text) => {
      expect(() => dateInShanghai(text)).toThrow(RangeError)
    }
  )
})
