import {
  checkIdentity,
  DOCUMENT_KINDS,
  type DocumentKind,
  isOrganisation,
  type NumberWarning
} from './otherDocuments.ts'
import type { ValidUntil } from './validUntil.ts'

/**
 * What a clerk is told about a person while the work goes on. `document-expired`: the card has run out.
 * `person-under-14`: a guardian acts, and the data are sensitive. `proxy-under-age`: somebody who acts for others should
 * be of age.
 */
export type PersonWarning = NumberWarning | 'document-expired' | 'person-under-14' | 'proxy-under-age'

export interface WarnedPerson {
  readonly idKind: string
  readonly idNumber: string
  readonly idValidUntil?: ValidUntil
}

/** Below this age a person's data are sensitive and a guardian decides (个人信息保护法 28, 31). */
const SENSITIVE_BELOW = 14

/** Full capacity to act for somebody (民法典 17, 18). */
const OF_AGE = 18

const asKind = (kind: string): DocumentKind => DOCUMENT_KINDS.find((entry) => entry.kind === kind)?.kind ?? 'other'

/** Has not had that birthday yet on `today`; one born on 29 February has it on 1 March in common years. */
export function isYoungerThan(birth: string, years: number, today: string): boolean {
  return `${String(Number(birth.slice(0, 4)) + years).padStart(4, '0')}${birth.slice(4)}` > today
}

/** Good through its last day, that one included. */
export const isExpired = (validUntil: ValidUntil, today: string): boolean =>
  validUntil !== null && validUntil !== undefined && validUntil < today

/**
 * Everything unusual about a person's document, none of which refuses: service is not turned down because a number looks
 * odd or a card has expired; it is recorded and said. A number that is wrong has no warnings, it has a refusal.
 *
 * @param today date in Shanghai, `YYYY-MM-DD`.
 * @param as in which part the person stands at the counter.
 */
export function identityWarnings(
  person: WarnedPerson,
  today: string,
  as: 'applicant' | 'proxy' = 'applicant'
): readonly PersonWarning[] {
  const expired: PersonWarning[] =
    !isOrganisation(person.idKind) && isExpired(person.idValidUntil, today) ? ['document-expired'] : []
  const checked = checkIdentity({ kind: asKind(person.idKind), number: person.idNumber }, today)
  if (!checked.ok) return expired
  return [...checked.warnings, ...expired, ...ageWarnings(checked.birth, today, as)]
}

function ageWarnings(birth: string | null, today: string, as: 'applicant' | 'proxy'): readonly PersonWarning[] {
  if (birth === null) return []
  if (as === 'applicant') return isYoungerThan(birth, SENSITIVE_BELOW, today) ? ['person-under-14'] : []
  return isYoungerThan(birth, OF_AGE, today) ? ['proxy-under-age'] : []
}
