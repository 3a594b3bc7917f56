import { type Refusal, refuse } from '../../kernel/result.ts'
import { checkIdentity, DOCUMENT_KINDS, type DocumentKind } from '../people/otherDocuments.ts'
import { normalizeName } from '../people/personName.ts'
import { parsePhone } from '../people/phone.ts'
import type { Applicant, ProxyPerson } from './facts.ts'

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
  const no = (code: string, field: string, detail: Omit<Refusal, 'code' | 'field'> = {}): Checked<P> => ({
    ok: false,
    refusal: { code, field: `${where}.${field}`, ...detail }
  })
  const name = normalizeName(person.idKind, person.name)
  if (!name.ok) return no(name.code, 'name')
  if (!isKind(person.idKind)) return no('document-number-format', 'idKind')
  const identity = checkIdentity({ kind: person.idKind, number: person.idNumber }, today)
  if (!identity.ok) {
    const { length, letters } = identity
    return no(identity.code, 'idNumber', { ...(length && { length }), ...(letters && { letters }) })
  }
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

/**
 * A visitor as far as they told who they are: asking needs no identity (许可法 30, explained to whoever asks), so empty
 * fields stay empty, but what is told must be right, because a case may be made of it without typing again. Refuses as
 * `checkPerson` does.
 */
export function checkTold(person: Applicant, where: string, today: string): Checked<Applicant> {
  const anonymous = person.name.trim() === ''
  const unnumbered = person.idNumber.trim() === ''
  const checked = checkPerson(
    // Stand-ins that pass, for the fields that were not told; they are taken out again below.
    { ...person, ...(anonymous && { name: '某' }), ...(unnumbered && { idKind: 'other', idNumber: '0' }) },
    where,
    today
  )
  if (!checked.ok) return checked
  return {
    ok: true,
    person: {
      ...checked.person,
      ...(anonymous && { name: '' }),
      ...(unnumbered && { idKind: isKind(person.idKind) ? person.idKind : '', idNumber: '' })
    }
  }
}

/** A name is needed, the rest as far as told: a written decision is addressed to somebody. Refuses `name-missing` too. */
export function checkNamed(person: Applicant, where: string, today: string): Checked<Applicant> {
  if (person.name.trim() === '') return refuse('name-missing', { field: `${where}.name` })
  return checkTold(person, where, today)
}

interface People {
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
}

/** By content: a screen may send the same fields in another order. */
export const samePeople = (a: People, b: People): boolean =>
  inOrder([a.applicant, a.proxy]) === inOrder([b.applicant, b.proxy])

/** The same proxy under the same power of attorney; a new phone makes no new paper. */
export const sameAuthority = (a: ProxyPerson | null, b: ProxyPerson | null): boolean =>
  inOrder(a && { ...a, phone: null, idValidUntil: null }) === inOrder(b && { ...b, phone: null, idValidUntil: null })

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )
