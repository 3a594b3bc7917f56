import type { PaperKind } from '../documents/papers.ts'
import type { Light } from '../domain/calendar/lights.ts'
import type { LimitUnit } from '../domain/calendar/limits.ts'
import type {
  Answers,
  CaseItem,
  CaseStatus,
  CommitmentMade,
  DecisionMade,
  DeferredPiece,
  DueDate,
  Ending,
  ExcludedRun,
  Extension,
  HandOver,
  JointOpinion,
  MaterialTick,
  PersonRef,
  ProxyAuthority,
  UpwardWay
} from '../domain/casework/case.ts'
import type { CaseReading, WorkReason } from '../domain/casework/reading.ts'
import type { ExcludedProcedure } from '../domain/catalogue/codes.ts'
import type { DayCheck } from '../domain/day/openingChecks.ts'
import type { Counter, Site, TicketGroup } from '../domain/hall/hall.ts'
import type { Printers } from '../domain/hall/printers.ts'
import type { PrintFailure, PrintJob } from '../domain/printing/printing.ts'
import type { CallShown, WaitEstimate } from '../domain/queue/queue.ts'
import type { Role } from '../domain/staff/staff.ts'
import type { QueueDesk } from './hallViews.ts'

export type * from './hallViews.ts'

/** What screens get. Pushed whole; personal data masked (domain §11). */

/** How far the working copy of the history is. `desk`: today's work is all there, history is still being rebuilt. */
export type HistoryState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'rebuilding'; readonly done: number; readonly total: number }
  | { readonly phase: 'ready' }
  /** The store page is down and being restarted. */
  | { readonly phase: 'restarting' }
  | { readonly phase: 'failed'; readonly reason: string }

/** Damage in old, sealed parts of the log: work goes on, everybody is told. */
export interface LogAlarm {
  readonly file: string
  readonly line: number
  readonly kind: string
}

export interface PersonShown {
  readonly personId: string
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly demo: boolean
}

/** A person as the list of people has it; never with a password's hash. */
export interface PersonListed extends PersonShown {
  /** ISO instant until which sign-in is refused; `null`: not locked now. */
  readonly lockedUntil: string | null
  readonly ended: boolean
}

/** How a printer is, asked just now. */
export type PrinterHealth =
  | 'ready'
  | 'paper-out'
  | 'jam'
  | 'offline'
  | 'cover-open'
  /** Toner is out, or something else that somebody has to go there for. */
  | 'attention'
  | 'paused'
  /** It answers, and takes no jobs. */
  | 'not-accepting'
  /** It takes no PDF, which is all that is sent. */
  | 'no-pdf'
  /** Something answers at the address, but there is no printer under this name. */
  | 'not-there'
  /** Nothing answers. */
  | 'unreachable'

export interface PrinterChecked {
  /** What the printer calls itself; empty where it says nothing. */
  readonly name: string
  readonly health: PrinterHealth
  /** The printer's own keyword or the error, for whoever looks after it; may be empty. */
  readonly detail: string
}

/** A queue of this PC's print service. */
export interface PrinterFound {
  /** Its name in the service; `name` is what people call it. */
  readonly queue: string
  readonly name: string
  readonly health: PrinterHealth
}

/** A printer that answers on the network, or something with the port of one. */
export interface NetworkPrinter {
  readonly kind: 'ipp' | 'raw'
  /** What it calls itself; empty where it was not asked. */
  readonly name: string
  /** Of IPP its whole address, of a receipt printer `host:port`. */
  readonly address: string
  /** IPv4, or IPv6 in brackets. */
  readonly host: string
  readonly port: number
  /** Make and model; may be empty, as may `location`, where it stands. */
  readonly model: string
  readonly location: string
  /** Whether it says that it reads PDF; `null`: it says nothing of it. */
  readonly pdf: boolean | null
}

/** Topic `app`: which page the counter screen shows. */
export interface AppView {
  /** `starting`: the log is being opened. `damaged`: the log was refused, `logAlarm` says where; nothing can be done here. */
  readonly phase: 'starting' | 'damaged' | 'setup' | 'signIn' | 'desk'
  readonly hall: {
    readonly name: string
    readonly demo: boolean
    readonly counters: readonly Counter[]
    readonly groups: readonly TicketGroup[]
    readonly sites: readonly Site[]
  } | null
  readonly person: PersonShown | null
  /** Counter this PC sits at. */
  readonly counter: number | null
  /** Demo people with their sign-in names, offered on the sign-in page of a demo hall only. */
  readonly demoPeople: readonly PersonShown[]
  readonly history: HistoryState
  readonly logAlarm: LogAlarm | null
  /** Set after a start that had to cut a torn record off the log. */
  readonly repaired: { readonly file: string; readonly cutBytes: number } | null
  /** Last command was refused because the disk is full; cleared by the next that goes through. */
  readonly diskFull: boolean
  /** Holidays are loaded through this day; a warning is due from 1 November. */
  readonly calendar: { readonly coveredThrough: string; readonly warn: boolean }
  /** Where papers go, by what they are for. */
  readonly printers: Printers
  readonly version: string
}

export interface PaperShown {
  readonly docId: string
  readonly docNo: string
  readonly kind: PaperKind
  readonly caseId: string | null
  readonly issuedAt: string
  /** Item or group name; never a person. */
  readonly about: string
  readonly status: 'issued' | 'queued' | 'sent' | 'printed' | 'failed' | 'unknown'
  readonly failure: PrintFailure | null
  readonly detail: string | null
  readonly prints: number
  readonly jobId: string | null
}

/** How a case stands on its clock, for a badge with text and shape. */
export interface LightShown {
  readonly light: Light
  /** Days left in `unit`; negative when late; `null` while nothing runs. */
  readonly remaining: number | null
  readonly unit: LimitUnit
  /** The date that is being watched. */
  readonly due: string | null
  readonly watching: CaseReading['watching']
  /** Working days since the clock was stopped, with grey. */
  readonly stoppedDays: number | null
  /** What somebody has to do now. */
  readonly reasons: readonly WorkReason[]
}

/** Somebody who may take a matter over. */
export interface Colleague {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Somebody whose promise was false (告知承诺). */
export interface BlockedShown {
  readonly caseId: string
  readonly caseNo: string
  readonly applicantMasked: string
  readonly idMasked: string
  readonly on: string
  readonly reason: string
}

export interface CaseShown {
  readonly caseId: string
  /** An enquiry's own number (`ZX…`) until it becomes a case. */
  readonly caseNo: string
  readonly itemId: string
  readonly itemName: string
  readonly applicantMasked: string
  readonly idMasked: string
  readonly status: CaseStatus
  readonly receivedOn: string
  readonly promisedDue: DueDate | null
  readonly statutoryDue: DueDate | null
  readonly notices: number
  /** `null` for what is over. */
  readonly light: LightShown | null
  /** Who has it now. */
  readonly owner: PersonRef
  /** To whom it is offered and has not been taken up by. */
  readonly offeredTo: PersonRef | null
  readonly caseType: CaseItem['caseType']
}

/** Topic `desk`: the clerk's own desk. */
export interface DeskView extends QueueDesk {
  /** Papers that are not known to be in somebody's hand, oldest first. */
  readonly unprinted: readonly PaperShown[]
  /** Cases of today from this PC, newest first, at most 20. */
  readonly today: readonly CaseShown[]
  readonly openCases: number
  /** The opening checks of today, the newest; `null`: none were made. */
  readonly opening: { readonly at: string; readonly checks: readonly DayCheck[] } | null
}

/** Topic `work`: what is to be done in this hall. A topic of its own: calling a number changes nothing of it. */
export interface WorkView {
  /** Most urgent first, at most 200. */
  readonly work: readonly CaseShown[]
  readonly total: number
  /** How many have a reason to act today. */
  readonly pressing: number
}

/** Topic `beat`: sent every second, so that a screen knows that its data is alive. ISO instant. */
export interface Beat {
  readonly at: string
}

export interface TimelineEntry {
  readonly at: string
  readonly byName: string
  readonly counter: number | null
  readonly kind:
    | 'asked'
    | 'answered'
    | 'handOverOffered'
    | 'handOverAccepted'
    | 'handOverReturned'
    | 'received'
    | 'receipt'
    | 'corrected'
    | 'checked'
    | 'notice'
    | 'reminded'
    | 'accepted'
    | 'declined'
    | 'returned'
    | 'withdrawn'
    | 'procedureStarted'
    | 'procedureProlonged'
    | 'procedureEnded'
    | 'extensionRequested'
    | 'extensionApproved'
    | 'extensionDeclined'
    | 'submittedUpward'
    | 'returnedFromAbove'
    | 'opinion'
    | 'deferredReceived'
    | 'commitmentChecked'
    | 'commitmentBlocked'
    | 'recomputed'
    | 'decided'
    | 'delivered'
    | 'completed'
    | 'revealed'
    | 'printQueued'
    | 'printed'
    | 'printFailed'
    | 'printUnknown'
  /** Fills the sentence in `shared/texts`. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/** A person of a case: full name (clerk detail, domain §11); numbers stay masked until revealed. */
export interface PersonOfCase {
  readonly name: string
  readonly idKind: string
  readonly idMasked: string
  readonly phoneMasked: string | null
  /** Until when the card holds: recorded, never a reason to refuse. `null`: 长期; absent: not asked. */
  readonly idValidUntil?: string | null
}

/** What may be done with a case now; the screen offers exactly these, the domain decides again. */
export type CaseAction =
  | 'continue'
  | 'answer'
  | 'handOver'
  | 'acceptHandOver'
  | 'declineHandOver'
  | 'decline'
  | 'remindLapse'
  | 'return'
  | 'withdraw'
  | 'startExcludedProcedure'
  | 'prolongExcludedProcedure'
  | 'endExcludedProcedure'
  | 'requestExtension'
  | 'approveExtension'
  | 'declineExtension'
  | 'submitUpward'
  | 'returnFromAbove'
  | 'giveOpinion'
  | 'receiveDeferred'
  | 'checkCommitment'
  | 'decide'
  | 'deliver'
  | 'complete'

/** One case with all a clerk needs to go on with it. */
export interface CaseDetail extends CaseShown {
  readonly itemVersion: number
  /** What was asked, in the visitor's words. */
  readonly topic: string
  readonly answers: Answers
  /** The same in words, as far as the item of that version has them. */
  readonly situations: readonly { readonly question: string; readonly answer: string }[]
  readonly applicant: PersonOfCase & { readonly address: string }
  readonly proxy: (PersonOfCase & { readonly authority: ProxyAuthority | null }) | null
  readonly ticketNo: string | null
  readonly firstResponder: string
  readonly handOver: HandOver | null
  readonly acceptedOn: string | null
  readonly deemed: boolean
  readonly notifyBy: DueDate | null
  readonly localDue: DueDate | null
  readonly ticks: readonly MaterialTick[]
  readonly lastNotice: { readonly docNo: string; readonly givenOn: string; readonly lapseOn: string | null } | null
  readonly trips: number
  readonly faults: number
  readonly deferred: readonly DeferredPiece[]
  readonly commitments: readonly CommitmentMade[]
  readonly exclusions: readonly ExcludedRun[]
  readonly extension: Extension | null
  readonly upward: UpwardWay | null
  readonly opinions: readonly JointOpinion[]
  readonly decision: DecisionMade | null
  readonly ending: Ending | null
  /** Procedures that the item allows to stop the clock, in words. */
  readonly procedures: readonly { readonly kind: ExcludedProcedure; readonly label: string }[]
  /** Longest extension the item allows, in working days. */
  readonly extensionMax: number
  /** Where an escalated case goes. */
  readonly upperAuthority: string
  /** A licence: two reviewers (许可法 34). */
  readonly licence: boolean
  /** What may be done now, the likeliest first. */
  readonly actions: readonly CaseAction[]
  readonly papers: readonly PaperShown[]
  readonly timeline: readonly TimelineEntry[]
}

export interface ItemFound {
  readonly itemId: string
  readonly name: string
  readonly category: string
  /** Everyday name that matched, if it was one. */
  readonly everydayName: string | null
  readonly caseTypeLabel: string
  readonly promisedText: string
  readonly materials: number
}

export type { CallShown, PrintJob, WaitEstimate }
