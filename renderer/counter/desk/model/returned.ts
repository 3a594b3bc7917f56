import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail, PersonOfCase } from '../../../../shared/projections/views.ts'
import { authorityFields } from './authority.ts'
import { blankForm, type IntakeForm, type PersonFields } from './intake.ts'
import { knownAnswers, saysProxy } from './situations.ts'
import { blankRows, rowsOfReturn } from './ticks.ts'

interface FullNumbers {
  readonly idNumber: string
  readonly phone: string | null
}

export interface FullPeople {
  readonly applicant: FullNumbers
  readonly proxy: FullNumbers | null
  /** Numbers were looked up, which is on record. */
  readonly looked: boolean
}

/** What a visitor has not gone past: only asked so far. */
export const isEnquiry = ({ status }: Pick<CaseDetail, 'status'>): boolean =>
  status === 'enquiry' || status === 'answered'

/** May the form take it up again: an enquiry that becomes a case, papers left for later, supplements. */
export const mayContinue = ({ status }: Pick<CaseDetail, 'status'>): boolean =>
  status === 'enquiry' || status === 'answered' || status === 'received' || status === 'supplement'

/** As the card says it, and as it is read back. */
const LONG_TERM = '长期'

/** `asked`: only asked so far, so that no phone does not mean that there is none. */
function known(person: PersonOfCase, { idNumber, phone }: FullNumbers, asked: boolean): PersonFields {
  return {
    name: person.name,
    idKind: person.idKind === '' ? 'residentId' : person.idKind,
    idNumber,
    phone: phone ?? '',
    noPhone: phone === null && !asked,
    idValidUntil: person.idValidUntil === null ? LONG_TERM : (person.idValidUntil ?? '')
  }
}

/**
 * The form of a visitor who comes back; `item` is `null` for a matter in no catalogue. `typed` is what this visitor's
 * clerk has typed before the case was found, or `null`: a newer phone, address, proxy, answers and results for the same
 * item are kept.
 */
export function returnedForm(
  detail: CaseDetail,
  item: ServiceItem | null,
  people: FullPeople,
  typed: IntakeForm | null
): IntakeForm {
  const asked = isEnquiry(detail)
  const blank = blankForm()
  const proxy =
    detail.proxy && people.proxy
      ? {
          ...known(detail.proxy, people.proxy, asked),
          authority: authorityFields(detail.proxy.authority)
        }
      : null
  const filled: IntakeForm = {
    ...blank,
    itemId: item?.id ?? '',
    caseId: detail.caseId,
    asking: item === null,
    topic: detail.topic,
    answers: item ? knownAnswers(item, detail.answers) : {},
    applicant: { ...known(detail.applicant, people.applicant, asked), address: detail.applicant.address },
    hasProxy: proxy !== null || (item !== null && saysProxy(item, detail.answers)),
    ...(proxy ? { proxy } : {}),
    ticks: item === null ? [] : asked ? blankRows(item) : rowsOfReturn(item, detail.ticks)
  }
  return typed ? withTyped(filled, typed) : filled
}

function withTyped(filled: IntakeForm, typed: IntakeForm): IntakeForm {
  const phone = typed.applicant.phone.trim() === '' ? {} : { phone: typed.applicant.phone, noPhone: false }
  const address = typed.applicant.address.trim() === '' ? {} : { address: typed.applicant.address }
  const name = filled.applicant.name === '' ? { name: typed.applicant.name } : {}
  const { idKind, idNumber } = typed.applicant
  const number = filled.applicant.idNumber === '' ? { idKind, idNumber } : {}
  const people = typed.hasProxy ? { hasProxy: true, proxy: { ...typed.proxy } } : {}
  const sameItem = typed.itemId === filled.itemId
  const seen = sameItem ? typed.ticks : []
  return {
    ...filled,
    ...people,
    answers: sameItem ? { ...filled.answers, ...typed.answers } : filled.answers,
    applicant: { ...filled.applicant, ...name, ...number, ...phone, ...address },
    ticks: filled.ticks.map((row) => seen.find((t) => t.materialId === row.materialId && t.result !== null) ?? row)
  }
}
