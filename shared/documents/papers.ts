/** What each paper says, as data. Layouts turn it into a pdfmake definition; nothing else may add facts to a paper. */

/** The hall's head and foot of every paper. */
export interface PaperHall {
  readonly name: string
  readonly authorityName: string
  readonly address: string
  readonly hours: string
  readonly enquiryPhone: string
  readonly supervisionPhone: string
  readonly demo: boolean
}

export interface PaperApplicant {
  readonly name: string
  /** Chinese name of the kind of document, e.g. 居民身份证. */
  readonly idKindLabel: string
  /** Masked for receipts (domain §11: hide the birth). */
  readonly idNumberMasked: string
  readonly phoneMasked: string | null
  readonly proxyName: string | null
  readonly proxyPhoneMasked: string | null
}

export interface PaperMaterial {
  readonly name: string
  readonly originals: number
  readonly copies: number
  /** Only on one-time notices: what is wrong and what to do. */
  readonly result: 'inOrder' | 'missing' | 'notMeeting'
  readonly reason: string | null
  /** Where to get it or what to mind; from the item's guide. */
  readonly note: string | null
}

export interface PaperDate {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** 暂定: the span touches a year whose holidays are not loaded. */
  readonly provisional: boolean
}

/** Queue ticket, 80 mm. No name, no id. */
export interface TicketPaper {
  readonly kind: 'ticket'
  readonly hall: PaperHall
  readonly no: string
  readonly groupName: string
  readonly ahead: number
  readonly estimate: { readonly low: number; readonly high: number } | null
  readonly counters: readonly number[]
  readonly issuedAt: string
  /** For the QR: ticket id only. */
  readonly ticketId: string
}

interface CasePaper {
  readonly hall: PaperHall
  readonly docNo: string
  readonly caseNo: string
  readonly itemName: string
  readonly itemCode: string
  readonly caseTypeLabel: string
  readonly handlingOffice: string
  readonly applicant: PaperApplicant
  readonly receivedOn: string
  readonly issuedOn: string
  readonly clerkName: string
  readonly counter: number | null
  readonly legalBasis: readonly string[]
}

/** 受理通知书 (许可法 32(5)): seal and date, the two due dates side by side, materials received. */
export interface AcceptancePaper extends CasePaper {
  readonly kind: 'acceptanceNotice'
  readonly acceptedOn: string
  readonly promisedDue: PaperDate
  readonly promisedLimitText: string
  readonly statutoryDue: PaperDate | null
  readonly statutoryLimitText: string | null
  readonly materials: readonly PaperMaterial[]
  readonly feeText: string
  readonly resultName: string
  /** Special procedures that may stop the clock (许可法 45), in words. */
  readonly excludedProcedures: readonly string[]
}

/** 一次性告知书 (许可法 32(4)): all gaps at once, and what is already in order. */
export interface OneTimeNoticePaper extends CasePaper {
  readonly kind: 'oneTimeNotice'
  readonly round: number
  readonly gaps: readonly PaperMaterial[]
  readonly inOrder: readonly PaperMaterial[]
  /** Day after which the application counts as given up; the applicant is reminded first. */
  readonly lapseOn: string | null
  /** 暂定: the holidays of that year are not loaded; the day can only move later. */
  readonly lapseProvisional?: boolean
  readonly promisedLimitText: string
  readonly statutoryLimitText: string | null
}

export type PaperData = TicketPaper | AcceptancePaper | OneTimeNoticePaper
export type PaperKind = PaperData['kind']
