import { describe, expect, it } from 'vitest'
import {
  checkIdentity,
  DOCUMENT_KINDS,
  type DocumentKind,
  documentKindLabel
} from '../../../shared/domain/people/otherDocuments.ts'

const check = (kind: DocumentKind, number: string) => checkIdentity({ kind, number }, '2026-09-18')

describe('identity documents', () => {
  it('reads birth and sex of a resident ID card', () => {
    expect(check('residentId', '50010219851120 9985')).toEqual({
      ok: true,
      kind: 'residentId',
      number: '500102198511209985',
      birth: '1985-11-20',
      sex: 'female',
      warnings: []
    })
  })

  it('takes a number without a card, as newborns have it', () => {
    expect(check('residentNumber', '500102200002299994')).toMatchObject({ ok: true, kind: 'residentNumber' })
  })

  it.each([
    ['residentId', '810000198809099971', 'hkMoTwResidence'],
    ['residentId', '911840198207150011', 'permanentResidence'],
    ['hkMoTwResidence', '500102198511209985', 'residentId'],
    ['permanentResidence', '820000199303039986', 'hkMoTwResidence']
  ] as const)('corrects %s with number %s to %s and says so', (chosen, number, kind) => {
    expect(check(chosen, number)).toMatchObject({ ok: true, kind, warnings: ['document-kind-corrected'] })
  })

  it('accepts the permanent-residence card of 2017: three letters and twelve digits', () => {
    expect(check('permanentResidence', 'usa310075012345')).toMatchObject({
      ok: true,
      kind: 'permanentResidence',
      number: 'USA310075012345',
      birth: null
    })
    expect(check('residentId', 'USA310075012345')).toMatchObject({ ok: false, code: 'id-characters' })
  })

  it.each([
    ['hkMacaoPermit', 'H12345678'],
    ['hkMacaoPermit', 'm1234567801'],
    ['taiwanPermit', '12345678'],
    ['taiwanPermit', '1234567890A'],
    ['chinesePassport', 'E12345678'],
    ['chinesePassport', 'EA1234567'],
    ['chinesePassport', 'G12345678'],
    ['chinesePassport', 'D12345678'],
    ['chinesePassport', 'S12345678'],
    ['chinesePassport', 'P12345678'],
    ['hkMacaoPermit', 'M12345678'],
    ['creditCode', '1150011255408455X1'],
    ['foreignPassport', 'C01X00T47'],
    ['birthCertificate', 'P500102345'],
    ['householdBook', '第0123号'],
    ['militaryCard', '军字第0123456号'],
    ['other', 'ABC-1']
  ] as const)('accepts %s %s without a warning', (kind, number) => {
    expect(check(kind, number)).toMatchObject({ ok: true, kind, warnings: [] })
  })

  it.each([
    ['hkMacaoPermit', 'A12345678'],
    ['taiwanPermit', '1234567'],
    ['chinesePassport', 'Z1'],
    ['birthCertificate', '500102345']
  ] as const)('only warns where the form is known from practice: %s %s', (kind, number) => {
    expect(check(kind, number)).toMatchObject({ ok: true, warnings: ['document-format-unusual'] })
  })

  it.each([
    ['foreignPassport', 'A-1!'],
    ['foreignPassport', 'A123'],
    ['householdBook', '号'.repeat(41)],
    ['hkMacaoPermit', '1'.repeat(41)]
  ] as const)('refuses %s %s', (kind, number) => {
    expect(check(kind, number)).toEqual({ ok: false, code: 'document-number-format' })
  })

  it.each(DOCUMENT_KINDS.map((entry) => entry.kind))('asks for the number of %s when it is missing', (kind) => {
    expect(check(kind, ' \u3000')).toEqual({ ok: false, code: 'document-number-missing' })
  })

  it('has a Chinese label of its own for every kind', () => {
    const labels = DOCUMENT_KINDS.map((entry) => documentKindLabel(entry.kind))
    expect(labels.every((label) => /^[\p{Script=Han}（），]+$/u.test(label))).toBe(true)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
