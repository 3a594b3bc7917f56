import { normalizeName } from '../../../../shared/domain/people/personName.ts'
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
  readonly letters?: readonly string[]
}

/** How much has to be known of the applicant, and of somebody who acts for them. */
export interface Needed {
  readonly applicant: 'all' | 'name' | 'told'
  readonly proxy: 'authority' | 'person' | 'nothing'
}

/**
 * For a case everything; a decision that names another authority is addressed to somebody, and asks for no power of
 * attorney; of somebody who only asks what is told must be right, and nothing must be told (许可法 30).
 */
export const NEEDED = {
  case: { applicant: 'all', proxy: 'authority' },
  outsideAuthority: { applicant: 'name', proxy: 'person' },
  notRequired: { applicant: 'told', proxy: 'person' },
  enquiry: { applicant: 'told', proxy: 'nothing' }
} as const satisfies Readonly<Record<string, Needed>>

type Part = 'name' | 'idNumber' | 'phone'

function personProblems(fields: PersonFields, at: 'applicant' | 'proxy', today: string): Problem[] {
  const found: Problem[] = []
  const name = normalizeName(fields.idKind, fields.name)
  if (!name.ok) found.push({ path: `${at}.name`, code: name.code })
  const live = liveIdentity(fields.idKind, fields.idNumber, today, true)
  if (live.state === 'empty') found.push({ path: `${at}.idNumber`, code: 'document-number-missing' })
  if (live.state === 'wrong') {
    const letters = live.letters ? { letters: live.letters } : {}
    found.push({ path: `${at}.idNumber`, code: live.code, length: live.length, ...letters })
  }
  if (!fields.noPhone && !parsePhone(fields.phone).ok) found.push({ path: `${at}.phone`, code: 'phone-format' })
  return found
}

/** Blank fields that may stay blank. */
function mayBeBlank(fields: PersonFields, part: Part, needed: Needed['applicant']): boolean {
  return needed !== 'all' && !(needed === 'name' && part === 'name') && fields[part].trim() === ''
}

/**
 * What stands in the way on the side of the people, in the order of the form. For a case the applicant's phone has to be
 * answered, by a number or by 无电话: a blank would leave open whether anybody asked. A proxy's may stay blank; whether an
 * agent's power of attorney is there or to be drawn up must be said (民法典 165).
 */
export function problemsOf(form: IntakeForm, today: string, needed: Needed = NEEDED.case): readonly Problem[] {
  const { applicant, proxy } = form
  const own = personProblems(applicant, 'applicant', today).filter(
    ({ path }) => !mayBeBlank(applicant, path.slice('applicant.'.length) as Part, needed.applicant)
  )
  const unasked: Problem[] =
    needed.applicant === 'all' && !applicant.noPhone && applicant.phone.trim() === ''
      ? [{ path: 'applicant.phone', code: 'phone-unanswered' }]
      : []
  if (!form.hasProxy || needed.proxy === 'nothing') return [...own, ...unasked]
  const { kind, paper } = proxy.authority
  const unsaid: Problem[] =
    needed.proxy === 'authority' && kind === 'agent' && paper === ''
      ? [{ path: 'proxy.authority.paper', code: 'authority-paper-unanswered' }]
      : []
  return [...own, ...unasked, ...personProblems(proxy, 'proxy', today), ...unsaid]
}
