import type { DaySheetPaper } from './daySheetPaper.ts'

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

/** Queue ticket on a roll, whichever the printer holds. No name, no id. */
export interface TicketPaper {
  readonly kind: 'ticket'
  readonly hall: PaperHall
  readonly no: string
  readonly groupName: string
  readonly ahead: number
  readonly estimate: { readonly low: number; readonly high: number } | null
  readonly counters: readonly number[]
  readonly issuedAt: string
  /** For the QR where there is no `phoneUrl`: ticket id only. */
  readonly ticketId: string
  /** 优先: called earlier than it came. The reason is nobody's business who reads the paper. */
  readonly priority?: true
  /** 预约: `HH:MM` of the slot of an appointment. */
  readonly slot?: string
  /** Its page for phones, when the hall had one: the QR is this address then. */
  readonly phoneUrl?: string
}

/** Shows whether the printer of a use prints all that its papers need: rare characters, its true size, a QR code. */
export interface TestPagePaper {
  readonly kind: 'testPage'
  readonly hall: PaperHall
  /** Which papers the printer is there for; a ticket printer gets a strip, the others a sheet of A4. */
  readonly use: 'ticket' | 'paper' | 'card'
  /** What people call the printer; empty for the folder. */
  readonly printerName: string
  readonly issuedAt: string
  /** For the QR: id of the test page only. */
  readonly testId: string
}

/** 宋体 or 黑体. */
export type Typeface = 'serif' | 'sans'

/** What every paper of a case or an enquiry says. */
export interface CasePaper {
  readonly hall: PaperHall
  readonly docNo: string
  /** Case number; of an enquiry its enquiry number (`ZX…`). */
  readonly caseNo: string
  /** Of an enquiry without an item: what was asked, in the visitor's words. */
  readonly itemName: string
  /** Empty for an enquiry without an item. */
  readonly itemCode: string
  readonly caseTypeLabel: string
  readonly handlingOffice: string
  readonly applicant: PaperApplicant
  readonly receivedOn: string
  readonly issuedOn: string
  readonly clerkName: string
  readonly counter: number | null
  readonly legalBasis: readonly string[]
  /** In force when it was issued, so that a reprint looks the same. Absent on papers from before there was a choice: 黑体. */
  readonly typeface?: Typeface
}

/** A piece that may follow after acceptance (容缺后补). */
export interface PaperDeferred {
  readonly name: string
  readonly originals: number
  readonly copies: number
  readonly due: PaperDate
}

/** Where to go against a decision: 行政复议法 20 (60 days), 行政诉讼法 46 (6 months). */
export interface PaperRemedies {
  readonly reviewAuthority: string
  readonly reviewDays: number
  readonly court: string
  readonly courtMonths: number
}

/** Both due dates of a case as a paper names them. */
export interface PaperDues {
  readonly promisedDue: PaperDate
  readonly statutoryDue: PaperDate | null
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
  /** 视为受理: nothing was told in time, so acceptance counts from the receipt (许可法 32(4)); `since` is when that fell in. */
  readonly deemed?: { readonly since: string; readonly source: string } | null
  /** 容缺后补: pieces still to come. */
  readonly deferred?: readonly PaperDeferred[]
  /** 告知承诺: certificates that a written promise stands for. */
  readonly committed?: readonly string[]
  /** 免提交: the office gets them itself. */
  readonly exempted?: readonly string[]
  /** 当场更正 (许可法 32(3)): what was put right at the counter. */
  readonly corrected?: readonly string[]
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

/** 收件凭证: the only proof of the day the clock of 许可法 32(4) starts. */
export interface ReceiptPaper extends CasePaper {
  readonly kind: 'receiptOfMaterials'
  /** `kept`: stays with the office; otherwise the original was shown and handed back. */
  readonly materials: readonly {
    readonly name: string
    readonly originals: number
    readonly copies: number
    readonly kept: boolean
  }[]
  /** ISO instant at which they were handed in. */
  readonly receivedAt: string
  /** Last day for the office to tell what is missing; `null`: the matter knows no such day. */
  readonly notifyBy: PaperDate | null
  /** The rule by which silence means acceptance from `receivedOn`; `null`: nothing follows from silence. */
  readonly silence: { readonly source: string } | null
}

/** One-time notice for somebody who only asks: everything the matter needs in their situation (许可法 30). */
export interface EnquiryNoticePaper extends CasePaper {
  readonly kind: 'enquiryNotice'
  /** What was asked, in the visitor's words; may be empty when the item says it. */
  readonly topic: string
  readonly situations: readonly { readonly question: string; readonly answer: string }[]
  readonly conditions: readonly string[]
  /** All that this visitor needs; `reason` is null, `note` says where to get it. */
  readonly materials: readonly (PaperMaterial & {
    readonly form: string
    readonly issuer: string | null
    /** 免提交 or 告知承诺 or 容缺后补, in words; null where it must be handed in. */
    readonly waiver: string | null
  })[]
  readonly steps: readonly string[]
  readonly promisedLimitText: string
  readonly statutoryLimitText: string | null
  readonly feeText: string
  readonly resultName: string
  /** Other departments of a joint item, in order. */
  readonly jointOffices: readonly string[]
  /** Must come in person, or who may come instead. */
  readonly presence: string
  /** The answer in words, where there is no item or more was said. */
  readonly answer: string
  /** Where to go, when it is not this hall's matter. */
  readonly destination: PaperDestination | null
  /** 首问责任人. */
  readonly firstResponder: string
}

/** The authority that is responsible instead (许可法 32(2)). */
export interface PaperDestination {
  readonly name: string
  readonly place: string
  readonly phone: string
}

/** 不予受理决定书 (许可法 32(2)): not this authority's matter, and whose it is. */
export interface NonAcceptancePaper extends CasePaper {
  readonly kind: 'nonAcceptanceDecision'
  readonly reason: string
  readonly destination: PaperDestination
  readonly remedies: PaperRemedies
}

/** 不受理告知书 (许可法 32(1)): the matter needs no licence or procedure at all. */
export interface NotRequiredPaper extends CasePaper {
  readonly kind: 'notRequiredNotice'
  readonly reason: string
  readonly remedies: PaperRemedies
}

/** 特别程序告知书 (许可法 45): the time needed, told in writing. */
export interface ExcludedProcedurePaper extends CasePaper, PaperDues {
  readonly kind: 'excludedProcedureNotice'
  readonly procedureLabel: string
  readonly reason: string
  readonly basis: string
  readonly from: string
  readonly expectedEnd: PaperDate
  /** The promised date before this procedure. */
  readonly earlierPromisedDue: PaperDate
  /** A procedure whose expected end was moved is told again. */
  readonly moved: boolean
}

/** 延期告知书 (许可法 42): once, at most ten working days, approved by the head, with the reason. */
export interface ExtensionPaper extends CasePaper, PaperDues {
  readonly kind: 'extensionNotice'
  readonly days: number
  readonly reason: string
  /** 批准人: head of the authority. */
  readonly approvedBy: string
  readonly earlierPromisedDue: PaperDate
}

/** 准予／不予决定书 (许可法 38): written also when decided on the spot (34); a refusal with reasons and remedies. */
export interface DecisionPaper extends CasePaper {
  readonly kind: 'decision'
  readonly result: 'approved' | 'refused'
  readonly onTheSpot: boolean
  readonly acceptedOn: string
  readonly decidedOn: string
  /** Empty for an approval without conditions. */
  readonly reasons: string
  readonly resultName: string
  readonly certificate: { readonly no: string; readonly validUntil: string | null } | null
  /** Last day to issue and deliver (许可法 44). */
  readonly deliverBy: PaperDate | null
  readonly remedies: PaperRemedies | null
}

export type DeliveryMethod = 'collect' | 'proxy' | 'post' | 'home'

/** 送达回证. */
export interface DeliveryReceiptPaper extends CasePaper {
  readonly kind: 'deliveryReceipt'
  readonly delivered: readonly string[]
  readonly method: DeliveryMethod
  readonly recipient: string
  /** Who took it for the recipient. */
  readonly agent: { readonly name: string; readonly idNumberMasked: string; readonly relation: string } | null
  readonly place: string
  readonly trackingNo: string | null
  readonly deliveredOn: string
}

/** 退件通知书: lapsed, withdrawn by the applicant, or handed back for another reason; what is returned. */
export interface ReturnPaper extends CasePaper {
  readonly kind: 'returnNotice'
  readonly cause: 'lapsed' | 'withdrawn' | 'deferredLate' | 'other'
  readonly reason: string
  readonly handedBack: readonly string[]
  readonly remedies: PaperRemedies
}

/** 告知承诺书 (国办发〔2020〕42号): duty, content, consequences; the applicant's written promise and signature. */
export interface CommitmentPaper extends CasePaper {
  readonly kind: 'commitmentLetter'
  readonly materialName: string
  /** Version of the commitment text. */
  readonly version: number
  readonly duty: string
  readonly content: string
  readonly consequence: string
  /** By when the office checks the promise. */
  readonly checkBy: PaperDate
}

/** 容缺受理通知书: what may follow, in which form, by when, and what happens if it comes late. */
export interface DeferredMaterialsPaper extends CasePaper {
  readonly kind: 'deferredMaterialsNotice'
  readonly pieces: readonly PaperDeferred[]
  readonly promisedDue: PaperDate
}

/** 授权委托书 (民法典 165): agent's name, matters, powers, period, signature. */
export interface PowerOfAttorneyPaper extends CasePaper {
  readonly kind: 'powerOfAttorney'
  readonly agent: { readonly name: string; readonly idKindLabel: string; readonly idNumberMasked: string }
  readonly matters: string
  readonly powers: string
  readonly from: string
  readonly until: string
}

/** 首问移交单: who hands what to whom, and until when it is the giver's again. */
export interface HandOverPaper extends CasePaper {
  readonly kind: 'handOverSlip'
  readonly from: string
  readonly to: string
  readonly reason: string
  /** ISO instants. */
  readonly offeredAt: string
  readonly returnsAt: string
}

export type CasePaperData =
  | AcceptancePaper
  | OneTimeNoticePaper
  | ReceiptPaper
  | EnquiryNoticePaper
  | NonAcceptancePaper
  | NotRequiredPaper
  | ExcludedProcedurePaper
  | ExtensionPaper
  | DecisionPaper
  | DeliveryReceiptPaper
  | ReturnPaper
  | CommitmentPaper
  | DeferredMaterialsPaper
  | PowerOfAttorneyPaper
  | HandOverPaper

export const CARD_FORMATS = ['sheet90x54', 'single85x54', 'A6', 'A5'] as const
/** Ten business cards on A4, one card of the size of an identity card, a card for the door, one for the wall. */
export type CardFormat = (typeof CARD_FORMATS)[number]

/**
 * 为民服务联系卡: whom a household can call, for which matter, and how to complain. Staff phones are work phones. A sheet
 * holds up to ten cards of one grid, the other formats one card.
 */
export interface ContactCardPaper {
  readonly kind: 'contactCard'
  readonly format: CardFormat
  /** Ink runs 3 mm over the edge that is cut. */
  readonly bleed: boolean
  readonly hall: PaperHall
  readonly street: string
  /** Village or community. */
  readonly site: string
  readonly gridCode: string
  readonly gridName: string
  readonly boundary: string
  /** Whoever answers for the grid comes first. */
  readonly staff: readonly {
    readonly roleLabel: string
    readonly name: string
    readonly phone: string
    readonly duty: string
  }[]
  /** Of the service station or point; empty when there is none. */
  readonly stationPhone: string
  readonly hotline: string
  readonly promises: readonly string[]
  /** Of the grid's cards; a new one whenever anything they print has changed. */
  readonly version: number
  readonly issuedOn: string
  readonly cards: readonly { readonly cardNo: string; readonly household: string | null }[]
}

export type PaperData = TicketPaper | TestPagePaper | CasePaperData | ContactCardPaper | DaySheetPaper
export type PaperKind = PaperData['kind']

/** Is it a paper of a case or an enquiry, with a document number of its nature? */
export const isCasePaper = (paper: PaperData): paper is CasePaperData => 'caseNo' in paper
