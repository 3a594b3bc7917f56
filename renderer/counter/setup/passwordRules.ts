import { checkPassword } from '../../../shared/domain/staff/password.ts'

export interface PasswordRule {
  readonly text: string
  readonly met: boolean
}

/** What a new password has to meet, for showing while it is typed. The rules themselves are the domain's. */
export function passwordRules(password: string, repeated: string): readonly PasswordRule[] {
  const broken = checkPassword(password, '')?.code
  // Length is checked first; a long stand-in shows whether the classes alone would do.
  const classesBroken = checkPassword(
    `${password}${[...password].at(-1) ?? ''}`.padEnd(8, [...password].at(-1) ?? 'a'),
    ''
  )
  return [
    { text: '至少 8 位', met: password !== '' && broken !== 'password-short' },
    { text: '大写字母、小写字母、数字、符号中有三种', met: password !== '' && classesBroken === null },
    { text: '两次输入一样', met: password !== '' && password === repeated }
  ]
}
