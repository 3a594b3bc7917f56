import type { InputOf } from '../../../../shared/contract/contract.ts'
import { type TickRow, takesReason } from './ticks.ts'

/** A person as typed. Strings are never cut: names are any Unicode, counted by code point where they are counted at all. */
export interface PersonFields {
  name: string
  idKind: string
  idNumber: string
  phone: string
  /** 无电话, a legal answer. */
  noPhone: boolean
}

/** Everything on the form of one visitor. */
export interface IntakeForm {
  itemId: string
  /** The case a returning visitor supplements. */
  caseId: string | null
  applicant: PersonFields & { address: string }
  hasProxy: boolean
  proxy: PersonFields
  ticks: TickRow[]
  secondNoticeReason: string
}

const blankPerson = (): PersonFields => ({ name: '', idKind: 'residentId', idNumber: '', phone: '', noPhone: false })

/** A form nobody has typed into. */
export const blankForm = (): IntakeForm => ({
  itemId: '',
  caseId: null,
  applicant: { ...blankPerson(), address: '' },
  hasProxy: false,
  proxy: blankPerson(),
  ticks: [],
  secondNoticeReason: ''
})

const personTyped = (person: PersonFields): boolean =>
  [person.name, person.idNumber, person.phone].some((text) => text.trim() !== '') || person.noPhone

/** Has anybody put work into this form? A chosen item alone counts: it was searched for. */
export const isTyped = (form: IntakeForm): boolean =>
  form.itemId !== '' ||
  personTyped(form.applicant) ||
  form.applicant.address.trim() !== '' ||
  (form.hasProxy && personTyped(form.proxy)) ||
  form.ticks.some((row) => row.result !== null || row.reason.trim() !== '')

const person = (fields: PersonFields) => ({
  name: fields.name.trim(),
  idKind: fields.idKind,
  idNumber: fields.idNumber.trim(),
  phone: fields.noPhone || fields.phone.trim() === '' ? null : fields.phone.trim()
})

/**
 * What is sent. Call only when every row has a result. Reasons go along only where they belong: a reason typed and then
 * overtaken by 齐全 stays on the form and off the paper.
 */
export function toIntake(form: IntakeForm): InputOf<'casework.accept'> {
  return {
    caseId: form.caseId,
    itemId: form.itemId,
    applicant: { ...person(form.applicant), address: form.applicant.address.trim() },
    proxy: form.hasProxy ? person(form.proxy) : null,
    ticks: form.ticks.flatMap(({ materialId, result, reason }) =>
      result === null ? [] : [{ materialId, result, reason: takesReason(result) ? reason.trim() : '' }]
    )
  }
}

/** The same person with another matter: item, case and materials go, the person stays. */
export const samePerson = (form: IntakeForm): IntakeForm => ({
  ...blankForm(),
  applicant: { ...form.applicant },
  hasProxy: form.hasProxy,
  proxy: { ...form.proxy }
})
