import { z } from 'zod'
import { checkPassword } from '../../../../shared/domain/staff/password.ts'
import { refusalText } from '../../../texts/refusals.ts'
import { A } from '../texts.ts'

/** A password typed twice. Its rules are the domain's own; main checks them again. */
export const newPasswordFields = { password: z.string().max(200, A.tooLong), repeated: z.string() }

interface Typed {
  readonly password: string
  readonly repeated: string
}

/** For `superRefine` of a form with the fields above. */
export function checkNewPassword({ password, repeated }: Typed, context: z.RefinementCtx): void {
  const weak = checkPassword(password, 'password')
  if (weak) context.addIssue({ code: 'custom', path: ['password'], message: refusalText(weak) })
  if (password !== repeated) context.addIssue({ code: 'custom', path: ['repeated'], message: A.differs })
}
