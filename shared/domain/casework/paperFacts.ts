import type { CasePaper, PaperApplicant, PaperDate, PaperMaterial, PaperRemedies } from '../../documents/papers.ts'
import { CASE_TYPES } from '../catalogue/codes.ts'
import { limitText } from '../catalogue/limitText.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import { paperHall } from '../hall/paperHall.ts'
import { mask } from '../people/masking.ts'
import { DOCUMENT_KINDS } from '../people/otherDocuments.ts'
import { maskPerson } from '../people/personMasking.ts'
import type { KnownCaseState } from './case.ts'
import type { Act } from './commands.ts'
import type { Applicant, DueDate, MaterialTick, ProxyPerson, TickResult } from './facts.ts'

/** Days for 行政复议 from knowing of the act (行政复议法 20). */
export const REVIEW_DAYS = 60

/** Months for 行政诉讼 from knowing of the act (行政诉讼法 46). */
export const COURT_MONTHS = 6

/** Said for a material that is simply not there. */
const NOT_HANDED_IN = '未提交'

/** What stands in the place of a kind of case for a question about a matter that is in no catalogue. */
const ENQUIRY_LABEL = '咨询'

/** A date with its 暂定, as papers carry it. */
export const paperDate = ({ date, provisional }: DueDate): PaperDate => ({ date, provisional })

/** Where to go against a decision and how long there is time, as the hall has set the two authorities. */
export const remediesOf = (act: Act): PaperRemedies => ({
  reviewAuthority: act.rules.reviewAuthority,
  reviewDays: REVIEW_DAYS,
  court: act.rules.court,
  courtMonths: COURT_MONTHS
})

/** 居民身份证 for `residentId`; empty where the kind was not told. */
export const idKindLabel = (kind: string): string => DOCUMENT_KINDS.find((entry) => entry.kind === kind)?.label ?? ''

/** A document number as papers show it. */
export const maskedId = (idNumber: string): string => mask('idNumber', 'receipt', idNumber)

/** Names in full, numbers masked: the receipt's column of domain §11. */
function paperApplicant(applicant: Applicant, proxy: ProxyPerson | null): PaperApplicant {
  const shown = maskPerson('receipt', applicant)
  const acting = proxy && maskPerson('receipt', proxy)
  return {
    name: shown.name,
    idKindLabel: idKindLabel(applicant.idKind),
    idNumberMasked: shown.idNumber,
    phoneMasked: shown.phone,
    proxyName: acting?.name ?? null,
    proxyPhoneMasked: acting?.phone ?? null
  }
}

/**
 * The common fields of every paper of a case. `state` is the case as it will be after the commit, `act.item` the item
 * in the version it was received under, `null` for an enquiry about a matter that is in no catalogue.
 */
export function casePaper(
  state: KnownCaseState,
  act: Act & { readonly item: ServiceItem | null },
  docNo: string
): CasePaper {
  const { item } = state
  return {
    hall: paperHall(act.hall),
    docNo,
    caseNo: state.caseNo,
    itemName: item.name,
    itemCode: item.taskCode,
    caseTypeLabel: act.item ? CASE_TYPES[item.caseType].label : ENQUIRY_LABEL,
    handlingOffice: item.handlingOffice,
    applicant: paperApplicant(state.applicant, state.proxy),
    receivedOn: state.receivedOn,
    issuedOn: act.date,
    clerkName: act.by.name,
    counter: act.counter,
    legalBasis: act.item?.legalBasis ?? []
  }
}

/** Both limits in words; the statutory one is `null` where no law names it. */
export const limitTexts = (item: ServiceItem) => ({
  promisedLimitText: limitText(item.promisedLimit),
  statutoryLimitText: item.statutoryLimit ? limitText(item.statutoryLimit) : null
})

export const feeText = (item: ServiceItem): string =>
  item.fee.charged ? (item.fee.note ?? '按公示标准收取') : '不收费'

/** One material with what was found, its copies and the item's hint. */
export function paperMaterial(item: ServiceItem, tick: MaterialTick): PaperMaterial {
  const material = item.materials.find((m) => m.id === tick.materialId)
  const result = tick.result === 'missing' || tick.result === 'notMeeting' ? tick.result : 'inOrder'
  return {
    name: tick.name,
    originals: material?.originalCount ?? 0,
    copies: material?.copyCount ?? 0,
    result,
    reason: tick.reason || (result === 'missing' ? NOT_HANDED_IN : null),
    note: material?.note || null
  }
}

const BROUGHT: readonly TickResult[] = ['inOrder', 'corrected', 'notMeeting']

/** Lies on the counter, in order or not. */
export const isBrought = (tick: MaterialTick): boolean => BROUGHT.includes(tick.result)

/** In order, also when it was put right at the counter (许可法 32(3)). */
export const isInOrder = (tick: MaterialTick): boolean => tick.result === 'inOrder' || tick.result === 'corrected'

/** Names of the originals that stay with the office, and so are handed back when a case ends without a decision. */
export function keptOriginals(item: ServiceItem, ticks: readonly MaterialTick[]): readonly string[] {
  const kept = item.materials.filter((m) => m.originalCount > 0 && !m.originalReturned)
  return kept.filter((m) => ticks.some((t) => t.materialId === m.id && isBrought(t))).map((m) => m.name)
}
