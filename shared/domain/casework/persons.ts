import type { Refusal } from '../../kernel/result.ts'
import { checkIdentity, DOCUMENT_KINDS, type DocumentKind } from '../people/otherDocuments.ts'
import { normalizePersonName } from '../people/personName.ts'
import { parsePhone } from '../people/phone.ts'

/** What applicant and proxy have in common, as typed. */
interface PersonInput {
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly phone: string | null
}

type Checked<P extends PersonInput> =
  | { readonly ok: true; readonly person: P }
  | { readonly ok: false; readonly refusal: Refusal }

const isKind = (kind: string): kind is DocumentKind => DOCUMENT_KINDS.some((entry) => entry.kind === kind)

/**
 * Normalises and checks one person; `where` is the path of the form, e.g. `applicant`. Refuses with the codes of
 * `domain/people`, each with its field. Warnings (age, unusual form) never refuse.
 */
export function checkPerson<P extends PersonInput>(person: P, where: string, today: string): Checked<P> {
  const no = (code: string, field: string, detail: Record<string, number | undefined> = {}): Checked<P> => ({
    ok: false,
    refusal: { code, field: `${where}.${field}`, ...detail }
  })
  const name = normalizePersonName(person.name)
  if (!name.ok) return no(name.code, 'name')
  if (!isKind(person.idKind)) return no('document-number-format', 'idKind')
  const identity = checkIdentity({ kind: person.idKind, number: person.idNumber }, today)
  if (!identity.ok) return no(identity.code, 'idNumber', { length: identity.length })
  const phone = parsePhone(person.phone ?? '')
  if (!phone.ok) return no(phone.code, 'phone')
  return {
    ok: true,
    person: {
      ...person,
      name: name.name,
      idKind: identity.kind,
      idNumber: identity.number,
      phone: phone.kind === 'none' ? null : phone.number
    }
  }
}
