import type { DeliveryMethod, PaperDestination } from '../../documents/papers.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { ExcludedProcedure } from '../catalogue/codes.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { HallConfig } from '../hall/hall.ts'
import type { HallRules } from '../hall/rules.ts'
import type { Role } from '../staff/staff.ts'
import type { Answers, Applicant, DeliveryAgent, PersonRef, ProxyPerson, UpwardResult } from './facts.ts'
import type { Nature } from './numbers.ts'
import type { TickInput } from './ticks.ts'

/** What every act at a counter comes with: time, place, person, rules, and the running numbers as they stand. */
export interface Act {
  /** ISO instant and its date in Shanghai. */
  readonly at: string
  readonly date: string
  readonly hall: HallConfig
  readonly rules: HallRules
  readonly calendar: WorkCalendar
  readonly by: PersonRef & { readonly roles: readonly Role[] }
  readonly counter: number | null
  /** Last serial used of this terminal and year for each kind of paper; absent: none yet. */
  readonly docSerials: Readonly<Partial<Record<Nature, number>>>
}

/** An act on a case whose item is known: the version it was received under. */
export interface CaseAct extends Act {
  readonly item: ServiceItem
}

/** What the counter hands in. */
export interface Intake extends CaseAct {
  readonly itemVersion: number
  readonly answers: Answers
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticks: readonly TickInput[]
  readonly ticketNo: string | null
  /** Next serial of this terminal and day. */
  readonly caseSerial: number
  /** This person has broken a promise before and may not make another (国办发〔2020〕42号). */
  readonly commitmentBlocked: boolean
}

/** A lead who stands beside the clerk and has typed name and password; or the clerk, who is one. */
export type Approver = PersonRef | null

export type IntakeCommand =
  | (Intake & { readonly type: 'receiveCase' })
  | (Intake & {
      readonly type: 'acceptCase'
      /** Decide at once (许可法 34); only for items that are decided on the spot. */
      readonly decideNow: { readonly certificateNo: string } | null
    })
  | (Intake & {
      readonly type: 'giveOneTimeNotice'
      readonly secondNoticeReason: string | null
      readonly approver: Approver
    })

/** Applies to a new matter (`item` with its people) or to one that was received. */
export type DeclineCommand = Omit<Intake, 'ticks' | 'commitmentBlocked'> & {
  readonly type: 'declineCase'
  readonly kind: 'notRequired' | 'outsideAuthority'
  readonly reason: string
  readonly destination: PaperDestination | null
  /** Next serial of enquiries of this terminal and day: a new matter that needs no procedure takes no case number. */
  readonly enquirySerial: number
}

export type EnquiryCommand =
  | (Act & {
      readonly type: 'recordEnquiry'
      /** `null`: a matter that is in no catalogue. */
      readonly item: ServiceItem | null
      readonly itemVersion: number
      readonly topic: string
      readonly answers: Answers
      /** As far as told; empty fields are allowed, wrong ones are not. */
      readonly applicant: Applicant
      readonly hasProxy: boolean
      readonly ticketNo: string | null
      /** Next serial of enquiries of this terminal and day. */
      readonly enquirySerial: number
      /** `null`: it is not answered yet and stays owed. */
      readonly answer: { readonly text: string; readonly destination: PaperDestination | null } | null
    })
  | (Act & {
      readonly type: 'answerEnquiry'
      readonly item: ServiceItem | null
      /** More of the visitor's situation than was told at first; the answer must be complete. */
      readonly answers?: Answers
      readonly text: string
      readonly destination: PaperDestination | null
    })

export type HandOverCommand =
  | (Act & {
      readonly type: 'offerHandOver'
      readonly item: ServiceItem | null
      readonly to: PersonRef
      readonly reason: string
    })
  | (Act & { readonly type: 'acceptHandOver' })
  | (Act & { readonly type: 'declineHandOver'; readonly reason: string })
  /** By the clock; a person never sends it. */
  | { readonly type: 'returnHandOver'; readonly at: string }

/** Ends before a decision, and what leads up to them. */
export type EarlyEndCommand =
  | (Act & { readonly type: 'remindLapse'; readonly how: 'phone' | 'message' | 'inPerson'; readonly note: string })
  | (CaseAct & { readonly type: 'returnCase'; readonly reason: string })
  | (CaseAct & { readonly type: 'withdrawCase'; readonly reason: string })
  /** By the clock, after the last day to tell has passed (许可法 32). */
  | (CaseAct & { readonly type: 'deemAccepted' })

/** Between acceptance and decision. */
export type WorkCommand =
  | (CaseAct & {
      readonly type: 'startExcludedProcedure'
      readonly procedure: ExcludedProcedure
      readonly reason: string
      readonly basis: string
      readonly expectedEnd: string
    })
  | (CaseAct & { readonly type: 'prolongExcludedProcedure'; readonly expectedEnd: string; readonly reason: string })
  | (CaseAct & { readonly type: 'endExcludedProcedure' })
  | (CaseAct & { readonly type: 'requestExtension'; readonly days: number; readonly reason: string })
  | (CaseAct & { readonly type: 'approveExtension'; readonly head: string })
  | (CaseAct & { readonly type: 'declineExtension'; readonly reason: string })
  | (CaseAct & { readonly type: 'submitUpward'; readonly to: string; readonly expectedBack: string | null })
  | (CaseAct & { readonly type: 'returnFromAbove'; readonly result: UpwardResult; readonly note: string })
  | (CaseAct & {
      readonly type: 'giveOpinion'
      readonly office: string
      readonly agrees: boolean
      readonly note: string
    })
  | (CaseAct & { readonly type: 'receiveDeferred'; readonly materialId: string })
  | (CaseAct & {
      readonly type: 'checkCommitment'
      readonly materialId: string
      readonly kept: boolean
      readonly note: string
    })
  /** Holidays were loaded: dates that were 暂定 are counted again. */
  | (CaseAct & { readonly type: 'recomputeLimits' })

/** Decision and delivery. */
export type OutcomeCommand =
  | (CaseAct & {
      readonly type: 'decideCase'
      readonly result: 'approved' | 'refused'
      readonly reasons: string
      readonly certificateNo: string | null
      readonly validUntil: string | null
      readonly reviewers: readonly string[]
    })
  | (CaseAct & {
      readonly type: 'deliverResult'
      readonly method: DeliveryMethod
      readonly recipient: string
      readonly agent: DeliveryAgent | null
      readonly trackingNo: string | null
      readonly place: string
    })
  /** A matter without a decision of its own (便民代办) is done. */
  | { readonly type: 'completeCase'; readonly date: string; readonly note: string }
  | { readonly type: 'revealIdentity'; readonly field: 'applicant' | 'proxy' }

export type CaseCommand =
  | IntakeCommand
  | DeclineCommand
  | EnquiryCommand
  | HandOverCommand
  | EarlyEndCommand
  | WorkCommand
  | OutcomeCommand
