import type { Refusal } from '../../kernel/result.ts'

/** Assessors' usual numbers for graded protection level 2 (domain §12, GB/T 22239-2019): at least 8 characters … */
const SHORTEST = 8
/** … of three of the four classes capital, small, digit, other. */
const CLASSES = 3

/** The rule a new password breaks, or `null`. The rule for signing in is only that it matches. */
export function checkPassword(password: string, field: string): Refusal | null {
  if ([...password].length < SHORTEST) return { code: 'password-short', field, least: SHORTEST }
  const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  return classes < CLASSES ? { code: 'password-classes', field, least: CLASSES } : null
}
