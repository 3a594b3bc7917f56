import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { creditCodeCheckSymbol } from '../../../shared/domain/people/creditCode.ts'
import { identityWarnings, isExpired, isYoungerThan } from '../../../shared/domain/people/identityWarnings.ts'
import { checkIdentity } from '../../../shared/domain/people/otherDocuments.ts'
import { residentIdCheckCharacter } from '../../../shared/domain/people/residentId.ts'
import { hasValidity, parseValidUntil } from '../../../shared/domain/people/validUntil.ts'

const TODAY = '2026-09-18'
const ID = '500102198511209985'
const bornOn = (date: string): string => {
  const body = `500102${date.replaceAll('-', '')}999`
  return body + residentIdCheckCharacter(body)
}
const warn = (idNumber: string, more: { idKind?: string; idValidUntil?: string | null } = {}) =>
  identityWarnings({ idKind: 'residentId', idNumber, ...more }, TODAY)

describe('what is unusual about a person is said and stops nobody', () => {
  it('nothing about a plain card', () => {
    expect(warn(ID)).toEqual([])
    expect(warn(ID, { idValidUntil: null })).toEqual([])
    expect(warn(ID, { idValidUntil: '2036-01-01' })).toEqual([])
  })

  it.each([
    ['residentId', '440524188001010014', 'id-age-over-120'],
    ['residentId', '810000198809099971', 'document-kind-corrected'],
    ['taiwanPermit', '1234567', 'document-format-unusual']
  ])('%s %s: %s', (idKind, idNumber, warning) => {
    expect(warn(idNumber, { idKind })).toEqual([warning])
    expect(checkIdentity({ kind: idKind as 'residentId', number: idNumber }, TODAY)).toMatchObject({ ok: true })
  })

  it('an organisation code inside a credit code that does not check (GB 11714)', () => {
    const body = '1150010200000000X'
    expect(warn(body + creditCodeCheckSymbol(body), { idKind: 'creditCode' })).toEqual(['credit-code-inner-check'])
    expect(warn('1150011255408455X1', { idKind: 'creditCode' })).toEqual([])
  })

  it('a first-generation number is recognised as such: it ended on 2013-01-01', () => {
    expect(checkIdentity({ kind: 'residentId', number: '500102851120998' }, TODAY)).toEqual({
      ok: false,
      code: 'id-first-generation'
    })
  })

  it('a number that is wrong has no warnings but its refusal', () => {
    expect(warn('500102198511209986')).toEqual([])
  })
})

describe('an expired card', () => {
  it.each([
    ['2026-09-17', ['document-expired']],
    ['2026-09-18', []],
    ['2026-09-19', []]
  ])('is one whose last day is over: %s', (idValidUntil, expected) => {
    expect(warn(ID, { idValidUntil })).toEqual(expected)
  })

  it('is said of a document whose number tells nothing, and beside other warnings', () => {
    expect(warn('C01X00T47', { idKind: 'foreignPassport', idValidUntil: '2020-01-01' })).toEqual(['document-expired'])
    expect(warn('440524188001010014', { idValidUntil: '2020-01-01' })).toEqual(['id-age-over-120', 'document-expired'])
    expect(warn('1101', { idValidUntil: '2020-01-01' })).toEqual(['document-expired'])
  })

  it('cannot be that of an organisation, whose code never ends', () => {
    expect(warn('1150011255408455X1', { idKind: 'creditCode', idValidUntil: '2020-01-01' })).toEqual([])
  })

  it('never makes a number wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const idValidUntil = addDays(TODAY, days)
        expect(warn(ID, { idValidUntil }).includes('document-expired')).toBe(days < 0)
        expect(isExpired(idValidUntil, TODAY)).toBe(days < 0)
      })
    )
  })
})

describe('age', () => {
  it.each([
    ['2012-09-18', []],
    ['2012-09-19', ['person-under-14']],
    ['2026-09-18', ['person-under-14']]
  ])('an applicant under 14 has a guardian, and sensitive data (个人信息保护法 28, 31): born %s', (birth, expected) => {
    expect(warn(bornOn(birth))).toEqual(expected)
  })

  it.each([
    ['2008-09-18', []],
    ['2008-09-19', ['proxy-under-age']],
    ['2015-01-01', ['proxy-under-age']]
  ])('a proxy is looked at twice under 18 (民法典 17, 18): born %s', (birth, expected) => {
    const proxy = { idKind: 'residentId', idNumber: bornOn(birth) }
    expect(identityWarnings(proxy, TODAY, 'proxy')).toEqual(expected)
  })

  it('of one born on 29 February is full on 1 March in common years', () => {
    expect(isYoungerThan('2012-02-29', 14, '2026-02-28')).toBe(true)
    expect(isYoungerThan('2012-02-29', 14, '2026-03-01')).toBe(false)
  })

  it('is nobody’s where the number does not tell it', () => {
    expect(warn('C01X00T47', { idKind: 'foreignPassport' })).toEqual([])
    expect(warn('1150011255408455X1', { idKind: 'creditCode' })).toEqual([])
  })
})

describe('有效期至 as it is copied from a card', () => {
  it.each([
    ['2036-01-09', '2036-01-09'],
    ['2036.01.09', '2036-01-09'],
    ['2036/1/9', '2036-01-09'],
    ['20360109', '2036-01-09'],
    ['2036年1月9日', '2036-01-09'],
    ['２０３６．０１．０９', '2036-01-09'],
    ['2016.01.09-2036.01.09', '2036-01-09'],
    ['2016.01.09－长期', null],
    ['20160109-20360109', '2036-01-09'],
    ['长期', null],
    [' 长期有效 ', null],
    ['', undefined],
    [' \u3000', undefined]
  ])('%s is %s', (raw, validUntil) => {
    expect(parseValidUntil(raw)).toEqual({ ok: true, validUntil })
  })

  it.each(['2036-02-30', '2036-13-01', '36-01-09', '2036', '永久', '2036.01', '2036-01-09-', 'x'])(
    'is not “%s”',
    (raw) => {
      expect(parseValidUntil(raw)).toEqual({ ok: false, code: 'valid-until-format' })
    }
  )

  it('stays what it is when it is read again', () => {
    for (const raw of ['2036.01.09', '20360109', '2016.01.09-2036.01.09']) {
      const once = parseValidUntil(raw)
      expect(parseValidUntil(once.ok ? String(once.validUntil) : '')).toEqual(once)
    }
  })

  it('is asked for where a document ends, not of a household book or an organisation', () => {
    expect(['residentId', 'foreignPassport', 'hkMacaoPermit'].map(hasValidity)).toEqual([true, true, true])
    expect(['residentNumber', 'householdBook', 'birthCertificate', 'creditCode', 'nothing'].map(hasValidity)).toEqual([
      false,
      false,
      false,
      false,
      false
    ])
  })
})
