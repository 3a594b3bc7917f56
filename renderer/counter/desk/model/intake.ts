import type { InputOf } from '../../../../shared/contract/contract.ts'
import type { Answers } from '../../../../shared/domain/casework/facts.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { hasValidity, parseValidUntil } from '../../../../shared/domain/people/validUntil.ts'
import { type AuthorityFields, blankAuthority, toAuthority } from './authority.ts'
import { knownAnswers, materialList } from './situations.ts'
import { type TickRow, takesReason } from './ticks.ts'

/** A person as typed. Strings are never cut: names are any Unicode, counted by code point where they are counted at all. */
export interface PersonFields {
  name: string
  idKind: string
  idNumber: string
  phone: string
  /** 无电话, a legal answer. */
  noPhone: boolean
  /** 有效期至; blank: nobody wrote it down. */
  idValidUntil: string
}

/** Where the matter belongs, when it is not this office's. */
export interface DestinationFields {
  name: string
  place: string
  phone: string
}

/** Everything on the form of one visitor. Passwords never: forms are kept. */
export interface IntakeForm {
  itemId: string
  /** The case a returning visitor supplements, or the enquiry that becomes one. */
  caseId: string | null
  /** A matter in no catalogue is asked about; `topic` says which. */
  asking: boolean
  /** What is asked, in the visitor's words. */
  topic: string
  /** What was said to it, where no catalogue has the answer. */
  answerText: string
  answers: Record<string, string>
  applicant: PersonFields & { address: string }
  hasProxy: boolean
  proxy: PersonFields & { authority: AuthorityFields }
  ticks: TickRow[]
  certificateNo: string
  secondNoticeReason: string
  /** Why it is not taken in. */
  declineReason: string
  destination: DestinationFields
}

const blankPerson = (): PersonFields => ({
  name: '',
  idKind: 'residentId',
  idNumber: '',
  phone: '',
  noPhone: false,
  idValidUntil: ''
})

const blankDestination = (): DestinationFields => ({ name: '', place: '', phone: '' })

/** A form nobody has typed into. */
export const blankForm = (): IntakeForm => ({
  itemId: '',
  caseId: null,
  asking: false,
  topic: '',
  answerText: '',
  answers: {},
  applicant: { ...blankPerson(), address: '' },
  hasProxy: false,
  proxy: { ...blankPerson(), authority: blankAuthority() },
  ticks: [],
  certificateNo: '',
  secondNoticeReason: '',
  declineReason: '',
  destination: blankDestination()
})

const personTyped = (person: PersonFields): boolean =>
  [person.name, person.idNumber, person.phone].some((text) => text.trim() !== '') || person.noPhone

/** Has anybody put work into this form? A chosen item alone counts: it was searched for. */
export const isTyped = (form: IntakeForm): boolean =>
  form.itemId !== '' ||
  form.asking ||
  form.topic.trim() !== '' ||
  personTyped(form.applicant) ||
  form.applicant.address.trim() !== '' ||
  (form.hasProxy && personTyped(form.proxy)) ||
  form.ticks.some((row) => row.result !== null || row.reason.trim() !== '')

const person = (fields: PersonFields) => {
  const read = parseValidUntil(hasValidity(fields.idKind) ? fields.idValidUntil : '')
  return {
    name: fields.name.trim(),
    idKind: fields.idKind,
    idNumber: fields.idNumber.trim(),
    phone: fields.noPhone || fields.phone.trim() === '' ? null : fields.phone.trim(),
    ...(read.ok && read.validUntil !== undefined ? { idValidUntil: read.validUntil } : {})
  }
}

const applicantOf = (form: IntakeForm) => ({
  ...person(form.applicant),
  address: form.applicant.address.trim()
})

const proxyOf = (form: IntakeForm) =>
  form.hasProxy ? { ...person(form.proxy), authority: toAuthority(form.proxy.authority) } : null

const answersOf = (item: ServiceItem, form: IntakeForm): Answers => knownAnswers(item, form.answers)

const destinationOf = ({ name, place, phone }: DestinationFields) => {
  const told = { name: name.trim(), place: place.trim(), phone: phone.trim() }
  return told.name === '' && told.place === '' && told.phone === '' ? null : told
}

/**
 * What is sent. Only what the answers ask for, and only what was looked at; reasons go along only where they belong: a
 * reason typed and then overtaken by 齐全 stays on the form and off the paper.
 */
export function toIntake(form: IntakeForm, item: ServiceItem): InputOf<'casework.receive'> {
  return {
    caseId: form.caseId,
    itemId: form.itemId,
    answers: answersOf(item, form),
    applicant: applicantOf(form),
    proxy: proxyOf(form),
    ticks: materialList(item, form).listed.flatMap(({ row: { materialId, result, reason } }) =>
      result === null ? [] : [{ materialId, result, reason: takesReason(result) ? reason.trim() : '' }]
    )
  }
}

/**
 * What is sent when papers stay here to be looked through later (收件). Promises and pieces to follow belong to the
 * acceptance, when their papers are signed.
 */
export function toReceipt(form: IntakeForm, item: ServiceItem): InputOf<'casework.receive'> {
  const { ticks, ...rest } = toIntake(form, item)
  return { ...rest, ticks: ticks.filter(({ result }) => result !== 'committed' && result !== 'deferred') }
}

/** What is sent when the matter is not taken in (许可法 32(1), (2)). */
export function toDecline(
  form: IntakeForm,
  item: ServiceItem,
  kind: 'notRequired' | 'outsideAuthority'
): InputOf<'casework.decline'> {
  return {
    caseId: form.caseId,
    itemId: form.itemId,
    answers: answersOf(item, form),
    applicant: applicantOf(form),
    proxy: proxyOf(form),
    kind,
    reason: form.declineReason.trim(),
    destination: kind === 'outsideAuthority' ? destinationOf(form.destination) : null
  }
}

/**
 * What is sent of somebody who only asks. `owed`: the answer is to follow; `told`: it was given; `elsewhere`: it is
 * another office's matter, with the reason as the answer.
 */
export function toEnquiry(
  form: IntakeForm,
  item: ServiceItem | null,
  how: 'owed' | 'told' | 'elsewhere'
): InputOf<'enquiry.record'> {
  const text = how === 'elsewhere' ? form.declineReason : item === null ? form.answerText : ''
  const destination = how === 'elsewhere' ? destinationOf(form.destination) : null
  return {
    itemId: item === null ? null : form.itemId,
    topic: form.topic.trim(),
    answers: item === null ? {} : answersOf(item, form),
    applicant: applicantOf(form),
    hasProxy: form.hasProxy,
    answer: how === 'owed' ? null : { text: text.trim(), destination }
  }
}

/** The same person with another matter: item, case and materials go, the person stays. */
export const samePerson = (form: IntakeForm): IntakeForm => ({
  ...blankForm(),
  applicant: { ...form.applicant },
  hasProxy: form.hasProxy,
  proxy: { ...form.proxy, authority: { ...form.proxy.authority, matters: '', paper: '' } }
})
