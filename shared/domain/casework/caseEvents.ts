import type { NewEvent } from '../../kernel/messages.ts'
import type { ExcludedProcedure } from '../catalogue/codes.ts'
import type {
  Answers,
  Applicant,
  CaseItem,
  CommitmentMade,
  DeferredPiece,
  DeliveryAgent,
  DeliveryMethod,
  DueDate,
  Dues,
  JointOpinion,
  MaterialTick,
  PaperDestination,
  PersonRef,
  ProxyPerson,
  RecountedParts,
  UpwardResult
} from './facts.ts'

/** The paper that says so; issued in the same commit. */
interface WithPaper {
  readonly docId: string
  readonly docNo: string
  /** Further papers of the same commit: commitment letters, deferral notice, power of attorney. */
  readonly alsoIssued?: readonly string[]
}

/** What can happen to a case, from the first question to the delivered result. Optional fields came later. */
export type CaseEvent =
  // First inquiry: somebody asks (首问负责). The stream may become a case without anything being typed again.
  | NewEvent<
      'EnquiryRecorded',
      {
        readonly caseId: string
        readonly enquiryNo: string
        readonly askedOn: string
        /** ISO instant. */
        readonly askedAt: string
        readonly item: CaseItem | null
        readonly topic: string
        readonly answers: Answers
        /** As far as the visitor said; fields may be empty. */
        readonly applicant: Applicant
        readonly ticketNo: string | null
        readonly counter: number | null
        readonly firstResponder: PersonRef
      }
    >
  | NewEvent<
      'EnquiryAnswered',
      WithPaper & {
        readonly on: string
        readonly answer: string
        readonly destination: PaperDestination | null
        /** Where the visitor told more of their situation before the answer. */
        readonly answers?: Answers
      }
    >
  | NewEvent<'HandOverOffered', WithPaper & { to: PersonRef; reason: string; offeredAt: string; returnsAt: string }>
  | NewEvent<'HandOverAccepted', { readonly by: PersonRef; readonly at: string }>
  | NewEvent<
      'HandOverReturned',
      { readonly cause: 'timeout' | 'declined'; readonly reason: string; readonly at: string }
    >
  // Receipt and formal check (许可法 32)
  | NewEvent<
      'CaseReceived',
      {
        readonly caseId: string
        readonly caseNo: string
        readonly receivedOn: string
        readonly item: CaseItem
        readonly applicant: Applicant
        readonly proxy: ProxyPerson | null
        readonly ticketNo: string | null
        readonly counter: number | null
        readonly firstResponder: PersonRef
        readonly answers?: Answers
        /** Last day to tell what is missing; `null`: the item knows no such clock. */
        readonly notifyBy?: DueDate | null
      }
    >
  | NewEvent<'ReceiptGiven', WithPaper>
  | NewEvent<'ApplicantCorrected', { readonly applicant: Applicant; readonly proxy: ProxyPerson | null }>
  | NewEvent<'MaterialsChecked', { readonly ticks: readonly MaterialTick[]; readonly answers?: Answers }>
  | NewEvent<
      'OneTimeNoticeGiven',
      WithPaper & {
        readonly round: number
        readonly gaps: readonly MaterialTick[]
        readonly givenOn: string
        readonly lapseOn: string | null
        /** 暂定: that day lies in a year whose holidays are not loaded; it can only move later. */
        readonly lapseProvisional?: boolean
        /** A second notice about something visible in round one is a fault (许可法 72(4)) with its reason. */
        readonly fault: { readonly reason: string; readonly approvedBy: string } | null
        /** Version of the item it was checked against. */
        readonly itemVersion?: number
      }
    >
  | NewEvent<
      'LapseReminded',
      { readonly on: string; readonly how: 'phone' | 'message' | 'inPerson'; readonly note: string }
    >
  | NewEvent<
      'CaseAccepted',
      WithPaper &
        Dues & {
          readonly acceptedOn: string
          /** 视为受理: silence counts as acceptance from the receipt day. */
          readonly deemed?: { readonly since: string; readonly source: string } | null
          /** 上报件: last day of the local part. */
          readonly localDue?: DueDate | null
          readonly deferred?: readonly DeferredPiece[]
          readonly commitments?: readonly CommitmentMade[]
          readonly opinions?: readonly JointOpinion[]
        }
    >
  | NewEvent<
      'AcceptanceDeclined',
      WithPaper & {
        readonly on: string
        readonly kind: 'notRequired' | 'outsideAuthority'
        readonly reason: string
        /** Whose matter it is; never `null` for `outsideAuthority` (许可法 32(2)). */
        readonly destination: PaperDestination | null
      }
    >
  | NewEvent<
      'CaseReturned',
      WithPaper & {
        readonly on: string
        readonly cause: 'lapsed' | 'deferredLate' | 'other'
        readonly reason: string
        readonly handedBack: readonly string[]
      }
    >
  | NewEvent<
      'CaseWithdrawn',
      WithPaper & { readonly on: string; readonly reason: string; readonly handedBack: readonly string[] }
    >
  // While it is being worked on
  | NewEvent<
      'ExcludedProcedureStarted',
      WithPaper &
        Dues & {
          readonly exclusionId: string
          readonly procedure: ExcludedProcedure
          readonly reason: string
          readonly basis: string
          readonly from: string
          readonly expectedEnd: string
        }
    >
  | NewEvent<
      'ExcludedProcedureProlonged',
      WithPaper & Dues & { readonly exclusionId: string; readonly expectedEnd: string; readonly reason: string }
    >
  | NewEvent<'ExcludedProcedureEnded', Dues & { readonly exclusionId: string; readonly endedOn: string }>
  | NewEvent<
      'ExtensionRequested',
      { readonly days: number; readonly reason: string; readonly by: PersonRef; readonly on: string }
    >
  | NewEvent<
      'ExtensionApproved',
      WithPaper & Dues & { readonly days: number; readonly approvedBy: PersonRef; readonly head: string }
    >
  | NewEvent<'ExtensionDeclined', { readonly reason: string; readonly declinedBy: PersonRef }>
  | NewEvent<'SubmittedUpward', { readonly to: string; readonly on: string; readonly expectedBack: DueDate }>
  | NewEvent<'ReturnedFromAbove', { readonly on: string; readonly result: UpwardResult; readonly note: string }>
  | NewEvent<
      'JointOpinionGiven',
      { readonly office: string; readonly on: string; readonly agrees: boolean; readonly note: string }
    >
  | NewEvent<'DeferredMaterialReceived', { readonly materialId: string; readonly on: string }>
  | NewEvent<
      'CommitmentChecked',
      { readonly materialId: string; readonly on: string; readonly kept: boolean; readonly note: string }
    >
  /** A false promise: no more commitments of this person until credit is repaired (国办发〔2020〕42号). */
  | NewEvent<
      'CommitmentBlocked',
      { readonly idNumber: string; readonly caseId: string; readonly on: string; readonly reason: string }
    >
  /** Credit is repaired: promises are taken again. */
  | NewEvent<'CommitmentUnblocked', { readonly idNumber: string; readonly on: string; readonly reason: string }>
  | NewEvent<
      'LimitsRecomputed',
      {
        readonly lapseOn: DueDate | null
        readonly dues: Dues | null
        readonly on: string
        /** The dates of parts of the way that changed as well. */
        readonly parts?: RecountedParts
      }
    >
  // The end
  | NewEvent<
      'CaseDecided',
      WithPaper & {
        readonly result: 'approved' | 'refused'
        readonly reasons: string
        readonly decidedOn: string
        readonly certificateNo: string | null
        readonly validUntil: string | null
        /** Those who checked; two or more where the substance was checked on site (许可法 34). */
        readonly reviewers: readonly string[]
        readonly deliverBy: DueDate | null
        readonly onTheSpot: boolean
      }
    >
  | NewEvent<
      'ResultDelivered',
      WithPaper & {
        readonly on: string
        readonly method: DeliveryMethod
        readonly recipient: string
        readonly agent: DeliveryAgent | null
        readonly trackingNo: string | null
        readonly place: string
      }
    >
  | NewEvent<'CaseCompleted', { readonly completedOn: string; readonly note: string }>
  | NewEvent<'IdentityRevealed', { readonly field: 'applicant' | 'proxy' }>

/** A record over the union: a new event of a case that is not listed here fails the compile. */
const TYPES: Record<CaseEvent['type'], true> = {
  EnquiryRecorded: true,
  EnquiryAnswered: true,
  HandOverOffered: true,
  HandOverAccepted: true,
  HandOverReturned: true,
  CaseReceived: true,
  ReceiptGiven: true,
  ApplicantCorrected: true,
  MaterialsChecked: true,
  OneTimeNoticeGiven: true,
  LapseReminded: true,
  CaseAccepted: true,
  AcceptanceDeclined: true,
  CaseReturned: true,
  CaseWithdrawn: true,
  ExcludedProcedureStarted: true,
  ExcludedProcedureProlonged: true,
  ExcludedProcedureEnded: true,
  ExtensionRequested: true,
  ExtensionApproved: true,
  ExtensionDeclined: true,
  SubmittedUpward: true,
  ReturnedFromAbove: true,
  JointOpinionGiven: true,
  DeferredMaterialReceived: true,
  CommitmentChecked: true,
  CommitmentBlocked: true,
  CommitmentUnblocked: true,
  LimitsRecomputed: true,
  CaseDecided: true,
  ResultDelivered: true,
  CaseCompleted: true,
  IdentityRevealed: true
}

export const isCaseEvent = (event: NewEvent): event is CaseEvent => Object.hasOwn(TYPES, event.type)
