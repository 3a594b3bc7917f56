import type { DeliveryMethod, PaperDestination } from '../../documents/papers.ts'
import type { LimitUnit } from '../calendar/limits.ts'
import type { ExcludedProcedure } from '../catalogue/codes.ts'

/** The values that events and states of a case are made of. All JSON. */

export type { DeliveryMethod, PaperDestination }

/** How the applicant proves who they are; the list and the checks stand in `domain/people`. */
export interface Applicant {
  readonly name: string
  readonly idKind: string
  /** Normalised; may be empty only for kinds that allow "number without card". */
  readonly idNumber: string
  /** `null`: has no phone, a legal value. */
  readonly phone: string | null
  readonly address: string
  /** `YYYY-MM-DD`; an expired card is recorded, never refused. Absent: not asked. */
  readonly idValidUntil?: string | null
}

/** 代理人 */
export interface ProxyPerson {
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly phone: string | null
  readonly idValidUntil?: string | null
  /** What the agent may do (民法典 165); `null` for a legal guardian, who needs none. Absent in records of before. */
  readonly authority?: ProxyAuthority | null
}

/** 授权委托: matters, powers, period and signature (民法典 165). */
export interface ProxyAuthority {
  readonly matters: string
  readonly powers: string
  /** Dates, both inclusive. */
  readonly from: string
  readonly until: string
  /** The principal has signed. */
  readonly signed: boolean
  /** The office draws the paper up for signature. */
  readonly drawUp: boolean
}

/**
 * `corrected` 当场更正 (许可法 32(3), the reason says what was put right), `exempt` 免提交 (the office gets it itself),
 * `committed` 告知承诺代替, `deferred` 容缺后补: all of these let a case be accepted. `missing` and `notMeeting` are gaps.
 */
export type TickResult =
  | 'inOrder'
  | 'corrected'
  | 'exempt'
  | 'committed'
  | 'deferred'
  | 'missing'
  | 'notMeeting'
  | 'notApplicable'

/** What the clerk found for one material. */
export interface MaterialTick {
  readonly materialId: string
  readonly name: string
  readonly result: TickResult
  /** Required for missing and notMeeting: what is wrong, in the words on the paper; for corrected: what was put right. */
  readonly reason: string
}

export interface Limit {
  readonly value: number
  readonly unit: LimitUnit
}

/** The item as it was when the case was received; a case keeps the version it was received under. */
export interface CaseItem {
  readonly itemId: string
  readonly version: number
  readonly name: string
  readonly taskCode: string
  readonly caseType: 'INSTANT' | 'COMMITMENT' | 'JOINT' | 'ESCALATED' | 'UTILITY'
  readonly handlingOffice: string
  readonly promisedLimit: Limit
  readonly statutoryLimit: Limit | null
}

export interface DueDate {
  readonly date: string
  readonly provisional: boolean
}

/** Both clocks of an accepted case. */
export interface Dues {
  readonly promisedDue: DueDate
  readonly statutoryDue: DueDate | null
}

export interface PersonRef {
  readonly personId: string
  readonly name: string
}

/** Situation id to the option chosen. */
export type Answers = Readonly<Record<string, string>>

/** 容缺后补: a piece that follows after acceptance. */
export interface DeferredPiece {
  readonly materialId: string
  readonly name: string
  readonly due: DueDate
  /** `null`: still to come. */
  readonly receivedOn: string | null
}

/** 告知承诺: a promise in place of a certificate, to be checked later. */
export interface CommitmentMade {
  readonly materialId: string
  readonly name: string
  /** Version of the text that was signed. */
  readonly version: number
  readonly checkBy: DueDate
  readonly checked: { readonly on: string; readonly kept: boolean; readonly note: string } | null
}

/** 特别程序 (许可法 45): the clock stands still in `(from, to]`. */
export interface ExcludedRun {
  readonly exclusionId: string
  readonly procedure: ExcludedProcedure
  /** The rule it stands on; told again when the expected end moves. */
  readonly basis: string
  readonly from: string
  readonly expectedEnd: string
  /** `null`: still running. */
  readonly endedOn: string | null
}

/** 延长审批 (许可法 42): once. */
export interface Extension {
  readonly days: number
  readonly reason: string
  readonly requestedBy: PersonRef
  readonly requestedOn: string
  readonly status: 'requested' | 'approved' | 'declined'
}

/** 上报: the way up and back, with its own clock. */
export interface UpwardWay {
  readonly to: string
  readonly submittedOn: string
  readonly expectedBack: DueDate
  readonly returned: { readonly on: string; readonly result: UpwardResult; readonly note: string } | null
}

export type UpwardResult = 'approved' | 'refused' | 'sentBack'

/** 联办: what one co-office says, within its own limit. Silence is no consent. */
export interface JointOpinion {
  readonly office: string
  readonly due: DueDate
  readonly given: { readonly on: string; readonly agrees: boolean; readonly note: string } | null
}

/** Dates of parts of the way that another calendar moved; what is absent stays. */
export interface RecountedParts {
  readonly notifyBy?: DueDate
  readonly localDue?: DueDate
  readonly deliverBy?: DueDate
  readonly deferred?: Readonly<Record<string, DueDate>>
  readonly opinions?: Readonly<Record<string, DueDate>>
}

/** The written decision (许可法 34, 38). */
export interface DecisionMade {
  readonly result: 'approved' | 'refused'
  readonly decidedOn: string
  readonly docNo: string
  readonly certificateNo: string | null
  /** Last day to issue and deliver (许可法 44). */
  readonly deliverBy: DueDate | null
}

/** Who took the result for the applicant. `idKind` left out: an identity card. */
export interface DeliveryAgent {
  readonly name: string
  readonly idKind?: string
  readonly idNumber: string
  readonly relation: string
}

/** How a case ended without a decision. */
export interface Ending {
  readonly kind: 'notRequired' | 'outsideAuthority' | 'lapsed' | 'withdrawn' | 'deferredLate' | 'other'
  readonly on: string
  readonly reason: string
  readonly destination: PaperDestination | null
}

/** 首问负责: somebody offers the matter to somebody else; until it is taken up it stays with the giver. */
export interface HandOver {
  readonly to: PersonRef
  readonly reason: string
  readonly offeredAt: string
  /** ISO instant at which it is the giver's again if nobody has taken it up. */
  readonly returnsAt: string
}
