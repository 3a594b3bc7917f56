import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseNumber,
  checkDigit,
  documentNumber,
  isCaseNumber,
  LAST_CASE_SERIAL,
  serialKey
} from '../../../shared/domain/casework/numbers.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const serials = fc.integer({ min: 1, max: LAST_CASE_SERIAL })
const dates = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const caseNumbers = fc
  .tuple(digits(6), dates, digits(2), serials)
  .map(([region, date, terminal, serial]) => caseNumber(region, date, terminal, serial))

describe('the check digit (ISO 7064 MOD 11,10)', () => {
  it.each([
    // The standard's own example, then numbers of two registers that use it.
    ['0794', '5'],
    ['79462', '3'],
    ['00200667308', '5'],
    ['8609574271', '9'],
    ['4703689281', '6'],
    ['6592997048', '9'],
    ['6943515153', '0']
  ])('of %s is %s', (body, digit) => {
    expect(checkDigit(body)).toBe(digit)
  })

  it('finds any single wrong digit of a case number', () => {
    fc.assert(
      fc.property(caseNumbers, fc.nat(20), fc.integer({ min: 1, max: 9 }), (no, at, by) => {
        const wrong = [...no]
        wrong[at] = String((Number(wrong[at]) + by) % 10)
        expect(isCaseNumber(no)).toBe(true)
        expect(isCaseNumber(wrong.join(''))).toBe(false)
      })
    )
  })
})

describe('a case number', () => {
  it('is region, date, terminal, serial and check digit', () => {
    expect(caseNumber('500102', '2026-11-23', '01', 7)).toBe(
      `50010220261123010007${checkDigit('50010220261123010007')}`
    )
    expect(caseNumber('500102', '2026-11-23', '01', LAST_CASE_SERIAL)).toMatch(/^500102202611230199990?\d/)
  })

  it('is another for every other region, day, terminal or serial', () => {
    const parts = fc.tuple(digits(6), dates, digits(2), serials)
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(caseNumber(...a) === caseNumber(...b)).toBe(same)
      })
    )
  })

  it.each(['', '5001022026112301000', '50010220261123010007X', ' 500102202611230100070', '5001022026112301000700'])(
    'is not “%s”',
    (text) => {
      expect(isCaseNumber(text)).toBe(false)
    }
  )
})

describe('a document number', () => {
  it('has the year in the brackets U+3014 and U+3015, and the terminal before its serial', () => {
    expect(documentNumber('云溪街办', '受', '2026', '01', 7)).toBe('云溪街办受\u30142026\u3015010007号')
    expect(documentNumber('云溪街办', '告', '2026', '02', 12345)).toBe('云溪街办告\u30142026\u30150212345号')
  })

  it('counts acceptances and notices apart, each year anew', () => {
    expect(new Set([serialKey('受', '2026'), serialKey('告', '2026'), serialKey('受', '2027')]).size).toBe(3)
  })
})
