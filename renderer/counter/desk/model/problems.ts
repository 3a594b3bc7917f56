import { normalizePersonName } from '../../../../shared/domain/people/personName.ts'
import { parsePhone } from '../../../../shared/domain/people/phone.ts'
import { liveIdentity } from './identity.ts'
import type { IntakeForm, PersonFields } from './intake.ts'
import type { FieldPath } from './refusalField.ts'

/** Something the desk can see by itself before asking main, which checks everything again. */
export interface Problem {
  readonly path: FieldPath
  /** Key of `texts.problem`, or a code of `domain/people`. */
  readonly code: string
  readonly length?: number | null
}

function personProblems(fields: PersonFields, at: 'applicant' | 'proxy', today: string): Problem[] {
  const found: Problem[] = []
  const name = normalizePersonName(fields.name)
  if (!name.ok) found.push({ path: `${at}.name`, code: name.code })
  const live = liveIdentity(fields.idKind, fields.idNumber, today, true)
  if (live.state === 'empty') found.push({ path: `${at}.idNumber`, code: 'document-number-missing' })
  if (live.state === 'wrong') found.push({ path: `${at}.idNumber`, code: live.code, length: live.length })
  if (!fields.noPhone && !parsePhone(fields.phone).ok) found.push({ path: `${at}.phone`, code: 'phone-format' })
  return found
}

/**
 * What stands in the way on the applicant's side, in the order of the form. The applicant's phone has to be answered, by
 * a number or by 无电话: a blank would leave open whether anybody asked. A proxy's may stay blank.
 */
export function problemsOf(form: IntakeForm, today: string): readonly Problem[] {
  const own = personProblems(form.applicant, 'applicant', today)
  const unasked: Problem[] =
    !form.applicant.noPhone && form.applicant.phone.trim() === ''
      ? [{ path: 'applicant.phone', code: 'phone-unanswered' }]
      : []
  return [...own, ...unasked, ...(form.hasProxy ? personProblems(form.proxy, 'proxy', today) : [])]
}
