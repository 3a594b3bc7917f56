import { z } from 'zod'
import { tidyLogin } from '../../setup/tidy.ts'
import { checkNewPassword, newPasswordFields } from '../password/rules.ts'
import { A } from '../texts.ts'

/** What is checked before main is asked, which checks everything again. Ceilings are those of the contract. */
export const registerSchema = z
  .object({
    name: z.string().trim().min(1, '请填写姓名。').max(60, '姓名最多 60 个字。'),
    login: z
      .string()
      .overwrite(tidyLogin)
      .regex(/^[a-z][a-z0-9._-]{1,31}$/, '请用小写字母开头，共 2 至 32 位，可以有数字和 . _ -。'),
    roles: z.array(z.enum(['clerk', 'lead', 'administrator'])).min(1, A.rolesNeeded),
    ...newPasswordFields
  })
  .superRefine(checkNewPassword)

export type RegisterValues = z.output<typeof registerSchema>

export const NOBODY: RegisterValues = { name: '', login: '', roles: ['clerk'], password: '', repeated: '' }

const FIELDS = ['name', 'login', 'roles', 'password'] as const
export type RefusedField = (typeof FIELDS)[number]

/** The field a refusal belongs to; `null` for one that concerns the whole. */
export const registerFieldOf = (field: string | undefined): RefusedField | null =>
  FIELDS.find((one) => field === one || field?.startsWith(`${one}.`) === true) ?? null
