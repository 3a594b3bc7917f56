import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../../shared/domain/hall/demo.ts'
import { checkPassword } from '../../../shared/domain/staff/password.ts'

describe('a new password (GB/T 22239-2019)', () => {
  it.each(['', 'Aa1!', 'Abc12!7', '𠮷𠮷𠮷𠮷𠮷𠮷1'])('of fewer than eight characters is refused: “%s”', (password) => {
    expect(checkPassword(password, 'password')).toEqual({ code: 'password-short', field: 'password', least: 8 })
  })

  it.each(['abcdefgh', '12345678', 'ABCDEFGH', 'abcd1234', 'ABCDabcd', '!!!!1111', '密码密码密码密码a'])(
    'of fewer than three kinds of character is refused: “%s”',
    (password) => {
      expect(checkPassword(password, 'administrator.password')).toEqual({
        code: 'password-classes',
        field: 'administrator.password',
        least: 3
      })
    }
  )

  it.each(['Abcd1234', 'abcd123!', 'ABCD123!', 'ABcd!!!!', '密码密abC12', DEMO_PASSWORD])(
    'is good: “%s”',
    (password) => {
      expect(checkPassword(password, 'password')).toBeNull()
    }
  )

  it('counts characters, not units: what lies beyond the BMP counts once', () => {
    expect(checkPassword('𠮷𠮷𠮷𠮷𠮷𠮷aB', 'password')).toBeNull()
  })

  it('is never repeated in the refusal', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 20 }), (password) => {
        const refusal = checkPassword(password, 'p')
        if (refusal) expect(Object.values(refusal)).not.toContain(password)
      })
    )
  })
})
