import { describe, expect, it } from 'vitest'
import { refusalText } from '../../../renderer/texts/refusals.ts'
import { checkIdentity, isOrganisation } from '../../../shared/domain/people/otherDocuments.ts'
import {
  NAME_MAX,
  normalizeName,
  normalizeOrganisationName,
  ORGANISATION_NAME_MAX
} from '../../../shared/domain/people/personName.ts'

const check = (number: string) => checkIdentity({ kind: 'creditCode', number }, '2026-09-18')

describe('an organisation as applicant (GB 32100-2015)', () => {
  it('is one with a credit code, raised and made half width, without birth or sex', () => {
    expect(check(' ９１４４０３００ 71526726xg')).toEqual({
      ok: true,
      kind: 'creditCode',
      number: '9144030071526726XG',
      birth: null,
      sex: null,
      warnings: []
    })
    expect(isOrganisation('creditCode')).toBe(true)
    expect(isOrganisation('residentId')).toBe(false)
  })

  it.each([
    ['', 'document-number-missing', {}],
    ['914403001922038217', 'credit-code-check', {}],
    ['91440300192203821', 'credit-code-length', { length: 17 }],
    ['9I44O3001922038216', 'credit-code-letters', { letters: ['I', 'O'] }],
    ['91440300-1922038216', 'credit-code-characters', {}]
  ])('with the code %s is refused: %s', (number, code, detail) => {
    expect(check(number)).toEqual({ ok: false, code, ...detail })
  })

  it('is told which letters a code never has and what they are mistaken for', () => {
    const refused = check('9I44O3001922038216')
    const sentence = refusalText({
      code: 'credit-code-letters',
      letters: refused.ok ? [] : [...(refused.letters ?? [])]
    })
    expect(sentence).toContain('统一社会信用代码不使用字母 I、O、S、V、Z')
    expect(sentence).toContain('输入的 I、O 有误')
    expect(sentence).toContain('1、0、5')
  })

  it.each(['360科技（重庆）有限公司', '清溪街道·桂花种养专业合作社', 'ABC（中国）有限公司', '𠮷祥便民店'])(
    'keeps its name as its certificate has it: %s',
    (name) => {
      expect(normalizeOrganisationName(`  ${name} `)).toEqual({ ok: true, name, warnings: [] })
    }
  )

  it('may have a longer name than a person, and needs one', () => {
    const long = '社'.repeat(ORGANISATION_NAME_MAX)
    expect(normalizeName('creditCode', long)).toMatchObject({ ok: true })
    expect(normalizeName('creditCode', `${long}社`)).toEqual({ ok: false, code: 'name-too-long' })
    expect(normalizeName('residentId', '名'.repeat(NAME_MAX + 1))).toEqual({ ok: false, code: 'name-too-long' })
    expect(normalizeName('creditCode', '  ')).toEqual({ ok: false, code: 'name-missing' })
    expect(normalizeName('creditCode', '12345')).toEqual({ ok: false, code: 'name-characters' })
  })

  it('of a person the dot still becomes U+00B7', () => {
    expect(normalizeName('residentId', '买买提 ・ 艾力')).toMatchObject({ name: '买买提·艾力' })
  })
})
