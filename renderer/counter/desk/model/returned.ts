import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { blankForm, type IntakeForm } from './intake.ts'
import { rowsOfReturn } from './ticks.ts'

interface FullNumbers {
  readonly idNumber: string
  readonly phone: string | null
}

export interface FullPeople {
  readonly applicant: FullNumbers
  readonly proxy: FullNumbers | null
}

const numbers = ({ idNumber, phone }: FullNumbers) => ({ idNumber, phone: phone ?? '', noPhone: phone === null })

/**
 * The form of a visitor who comes back. `typed` is what this visitor's clerk has typed before the case was found, or
 * `null`: a newer phone, address, proxy and results for the same item are kept.
 */
export function returnedForm(
  detail: CaseDetail,
  item: ServiceItem,
  people: FullPeople,
  typed: IntakeForm | null
): IntakeForm {
  const { name, idKind, address } = detail.applicant
  const known = { name, idKind, address, ...numbers(people.applicant) }
  const rows = rowsOfReturn(item, detail.ticks)
  const proxy =
    detail.proxy && people.proxy
      ? { name: detail.proxy.name, idKind: detail.proxy.idKind, ...numbers(people.proxy) }
      : null
  const filled: IntakeForm = {
    ...blankForm(),
    itemId: item.id,
    caseId: detail.caseId,
    applicant: known,
    hasProxy: proxy !== null,
    ...(proxy ? { proxy } : {}),
    ticks: rows
  }
  return typed ? withTyped(filled, typed) : filled
}

function withTyped(filled: IntakeForm, typed: IntakeForm): IntakeForm {
  const phone = typed.applicant.phone.trim() === '' ? {} : { phone: typed.applicant.phone, noPhone: false }
  const address = typed.applicant.address.trim() === '' ? {} : { address: typed.applicant.address }
  const people = typed.hasProxy ? { hasProxy: true, proxy: { ...typed.proxy } } : {}
  const seen = typed.itemId === filled.itemId ? typed.ticks : []
  return {
    ...filled,
    ...people,
    applicant: { ...filled.applicant, ...phone, ...address },
    ticks: filled.ticks.map((row) => seen.find((t) => t.materialId === row.materialId && t.result !== null) ?? row)
  }
}
