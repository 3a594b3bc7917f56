import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Applicant } from '../../../shared/domain/casework/case.ts'
import {
  checkNamed,
  checkPerson,
  checkTold,
  sameAuthority,
  samePeople
} from '../../../shared/domain/casework/persons.ts'
import { AUTHORITY, DAY, NOBODY, PEOPLE, PROXY } from '../../support/builders.ts'

const check = (change: Partial<Applicant>, where = 'applicant') =>
  checkPerson({ ...PEOPLE.plain, ...change }, where, DAY)

describe('a person as typed', () => {
  it('is kept as it is when nothing is to be tidied', () => {
    expect(check({})).toEqual({ ok: true, person: PEOPLE.plain })
  })

  it('has number and phone in their normal form afterwards', () => {
    const typed = { idNumber: ' １１０１０５１９４９１２３１００２ｘ ', phone: '+86 138-0013-8000' }
    expect(check(typed)).toMatchObject({ ok: true, person: { idNumber: '11010519491231002X', phone: '13800138000' } })
  })

  it.each([
    ['500102198513209989', 'id-birth-invalid'],
    ['000102198511209987', 'id-area'],
    ['500102209911209985', 'id-birth-future'],
    ['5001021985112099X5', 'id-characters'],
    ['5O0102198511209985', 'id-characters'],
    ['500102851120998', 'id-first-generation'],
    ['500102198511209984', 'id-check-digit'],
    ['', 'document-number-missing']
  ])('a wrong number (%s) is refused at its field, and the refusal does not repeat it', (idNumber, code) => {
    for (const where of ['applicant', 'proxy']) {
      const checked = check({ idNumber }, where)
      expect(checked).toMatchObject({ ok: false, refusal: { code, field: `${where}.idNumber` } })
      if (idNumber) expect(JSON.stringify(checked)).not.toContain(idNumber)
    }
  })

  it('a number of the wrong length says how long it is', () => {
    expect(check({ idNumber: '5001021985112099850' })).toMatchObject({
      ok: false,
      refusal: { code: 'id-length', length: 19 }
    })
  })

  it('name, kind and phone are refused at their fields', () => {
    expect(check({ name: '  ' })).toMatchObject({ refusal: { code: 'name-missing', field: 'applicant.name' } })
    expect(check({ name: '<b>' })).toMatchObject({ refusal: { code: 'name-characters', field: 'applicant.name' } })
    expect(check({ idKind: 'cow' })).toMatchObject({
      refusal: { code: 'document-number-format', field: 'applicant.idKind' }
    })
    expect(check({ phone: '123' })).toMatchObject({ refusal: { code: 'phone-format', field: 'applicant.phone' } })
  })

  it('no phone is a legal answer', () => {
    for (const phone of [null, '', '无', '没有'])
      expect(check({ phone })).toMatchObject({ ok: true, person: { phone: null } })
  })

  it('a residence permit typed under 居民身份证 is filed as what it is', () => {
    expect(check({ idNumber: '810000198809099971' })).toMatchObject({ ok: true, person: { idKind: 'hkMoTwResidence' } })
  })

  it('an age over 120 does not refuse (domain: warn, never refuse)', () => {
    expect(check({ idNumber: '440524188001010014' })).toMatchObject({ ok: true })
  })

  it('a name beyond the BMP stays whole, code point by code point', () => {
    const han = fc.constantFrom(...'𠮷𬭎㐂王欧娜𰻞仇')
    fc.assert(
      fc.property(fc.string({ unit: han, minLength: 1, maxLength: 50 }), (name) => {
        expect(check({ name })).toMatchObject({ ok: true, person: { name } })
      })
    )
  })
})

describe('a visitor as far as they told who they are (许可法 30: asking needs no identity)', () => {
  const told = (change: Partial<Applicant>) => checkTold({ ...NOBODY, ...change }, 'applicant', DAY)

  it('may stay anonymous', () => {
    expect(told({})).toEqual({ ok: true, person: NOBODY })
  })

  it('keeps what was told, in its normal form, and leaves the rest empty', () => {
    expect(told({ name: ' 欧阳娜娜子 ' })).toMatchObject({ person: { name: '欧阳娜娜子', idNumber: '', phone: null } })
    expect(told({ phone: '138 0013 8000' })).toMatchObject({ person: { name: '', phone: '13800138000' } })
    const numbered = told({ idKind: 'residentId', idNumber: '11010519491231002x' })
    expect(numbered).toMatchObject({ person: { name: '', idKind: 'residentId', idNumber: '11010519491231002X' } })
    expect(told({ idKind: 'residentId' })).toMatchObject({ person: { idKind: 'residentId', idNumber: '' } })
  })

  it('is not believed where what was told is wrong', () => {
    const wrong = { idKind: 'residentId', idNumber: '500102198511209984' }
    expect(told(wrong)).toMatchObject({ refusal: { code: 'id-check-digit', field: 'applicant.idNumber' } })
    expect(told({ name: '<b>' })).toMatchObject({ refusal: { code: 'name-characters' } })
    expect(told({ phone: '123' })).toMatchObject({ refusal: { code: 'phone-format' } })
  })

  it('has a name where a written decision is addressed to them', () => {
    expect(checkNamed(NOBODY, 'applicant', DAY)).toMatchObject({
      refusal: { code: 'name-missing', field: 'applicant.name' }
    })
    expect(checkNamed({ ...NOBODY, name: '王欧' }, 'applicant', DAY)).toMatchObject({ person: { name: '王欧' } })
  })
})

describe('the same people', () => {
  it('are told by what is said of them, not by the order in which it is sent', () => {
    const { name, ...rest } = PEOPLE.plain
    const turned = { ...rest, name }
    expect(Object.keys(turned)).not.toEqual(Object.keys(PEOPLE.plain))
    expect(samePeople({ applicant: PEOPLE.plain, proxy: PROXY }, { applicant: turned, proxy: { ...PROXY } })).toBe(true)
    expect(samePeople({ applicant: PEOPLE.plain, proxy: PROXY }, { applicant: turned, proxy: null })).toBe(false)
  })

  it('act under the same power of attorney when only their phone is new (民法典 165)', () => {
    expect(sameAuthority(PROXY, { ...PROXY, phone: null })).toBe(true)
    expect(sameAuthority(PROXY, { ...PROXY, authority: { ...AUTHORITY, powers: '特别授权' } })).toBe(false)
    expect(sameAuthority(null, PROXY)).toBe(false)
  })
})
