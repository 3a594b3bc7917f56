import type { AcceptancePaper, OneTimeNoticePaper, PaperApplicant, PaperMaterial } from '../../documents/papers.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { CASE_TYPES, EXCLUDED_PROCEDURES } from '../catalogue/codes.ts'
import { limitText } from '../catalogue/limitText.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { HallConfig } from '../hall/hall.ts'
import { paperHall } from '../hall/paperHall.ts'
import { mask } from '../people/masking.ts'
import { type DocumentKind, documentKindLabel } from '../people/otherDocuments.ts'
import type { Applicant, DueDate, MaterialTick, ProxyPerson } from './case.ts'

/** What a paper of a case is made of. */
export interface CasePaperFacts {
  readonly hall: HallConfig
  readonly item: ServiceItem
  readonly calendar: WorkCalendar
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticks: readonly MaterialTick[]
  readonly caseNo: string
  readonly docNo: string
  readonly receivedOn: string
  readonly date: string
  readonly clerkName: string
  readonly counter: number | null
}

/** Said for a material that is simply not there. */
const NOT_HANDED_IN = '未提交'

/** Names in full, numbers masked: the receipt's column of domain §11. */
function paperApplicant(applicant: Applicant, proxy: ProxyPerson | null): PaperApplicant {
  return {
    name: applicant.name,
    idKindLabel: documentKindLabel(applicant.idKind as DocumentKind),
    idNumberMasked: mask('idNumber', 'receipt', applicant.idNumber),
    phoneMasked: applicant.phone === null ? null : mask('phone', 'receipt', applicant.phone),
    proxyName: proxy?.name ?? null,
    proxyPhoneMasked: proxy?.phone ? mask('phone', 'receipt', proxy.phone) : null
  }
}

function paperMaterial(item: ServiceItem, tick: MaterialTick): PaperMaterial {
  const material = item.materials.find((m) => m.id === tick.materialId)
  const result = tick.result === 'notApplicable' ? 'inOrder' : tick.result
  const reason = tick.reason || (result === 'missing' ? NOT_HANDED_IN : null)
  return {
    name: tick.name,
    originals: material?.originalCount ?? 0,
    copies: material?.copyCount ?? 0,
    result,
    reason,
    note: material?.note || null
  }
}

function common(facts: CasePaperFacts) {
  const { hall, item, caseNo, docNo, receivedOn, date, clerkName, counter } = facts
  return {
    hall: paperHall(hall),
    docNo,
    caseNo,
    itemName: item.name,
    itemCode: item.taskCode,
    caseTypeLabel: CASE_TYPES[item.caseType].label,
    handlingOffice: item.handlingOffice,
    applicant: paperApplicant(facts.applicant, facts.proxy),
    receivedOn,
    issuedOn: date,
    clerkName,
    counter,
    legalBasis: item.legalBasis,
    promisedLimitText: limitText(item.promisedLimit),
    statutoryLimitText: item.statutoryLimit ? limitText(item.statutoryLimit) : null
  }
}

const inOrder = (facts: CasePaperFacts): readonly PaperMaterial[] =>
  facts.ticks.filter((t) => t.result === 'inOrder').map((t) => paperMaterial(facts.item, t))

export function acceptancePaper(
  facts: CasePaperFacts,
  due: { readonly promisedDue: DueDate; readonly statutoryDue: DueDate | null }
): AcceptancePaper {
  const { item } = facts
  return {
    kind: 'acceptanceNotice',
    ...common(facts),
    ...due,
    acceptedOn: facts.date,
    materials: inOrder(facts),
    feeText: item.fee.charged ? (item.fee.note ?? '按公示标准收取') : '不收费',
    resultName: item.result,
    excludedProcedures: item.excludedProcedures.map((kind) => EXCLUDED_PROCEDURES[kind].label)
  }
}

export function oneTimeNoticePaper(
  facts: CasePaperFacts,
  notice: {
    readonly round: number
    readonly gaps: readonly MaterialTick[]
    readonly lapseOn: string | null
    readonly lapseProvisional: boolean
  }
): OneTimeNoticePaper {
  return {
    kind: 'oneTimeNotice',
    ...common(facts),
    round: notice.round,
    gaps: notice.gaps.map((t) => paperMaterial(facts.item, t)),
    inOrder: inOrder(facts),
    lapseOn: notice.lapseOn,
    lapseProvisional: notice.lapseProvisional
  }
}
