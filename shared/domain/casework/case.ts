import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'

/** How the applicant proves who they are; the list and the checks stand in `domain/people`. */
export interface Applicant {
  readonly name: string
  readonly idKind: string
  /** Normalised; may be empty only for kinds that allow "number without card". */
  readonly idNumber: string
  /** `null`: has no phone, a legal value. */
  readonly phone: string | null
  readonly address: string
}

/** 代理人 */
export interface ProxyPerson {
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly phone: string | null
}

export type TickResult = 'inOrder' | 'missing' | 'notMeeting' | 'notApplicable'

/** What the clerk found for one material. */
export interface MaterialTick {
  readonly materialId: string
  readonly name: string
  readonly result: TickResult
  /** Required for missing and notMeeting: what is wrong, in the words on the paper. */
  readonly reason: string
}

export interface Limit {
  readonly value: number
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY'
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

export type CaseEvent =
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
        readonly firstResponder: { readonly personId: string; readonly name: string }
      }
    >
  | NewEvent<'ApplicantCorrected', { readonly applicant: Applicant; readonly proxy: ProxyPerson | null }>
  | NewEvent<'MaterialsChecked', { readonly ticks: readonly MaterialTick[] }>
  | NewEvent<
      'OneTimeNoticeGiven',
      {
        readonly docId: string
        readonly docNo: string
        readonly round: number
        readonly gaps: readonly MaterialTick[]
        readonly givenOn: string
        readonly lapseOn: string | null
        /** 暂定: that day lies in a year whose holidays are not loaded; it can only move later. */
        readonly lapseProvisional?: boolean
        /** A second notice about something visible in round one is a fault (许可法 72(4)) with its reason. */
        readonly fault: { readonly reason: string; readonly approvedBy: string } | null
      }
    >
  | NewEvent<
      'CaseAccepted',
      {
        readonly docId: string
        readonly docNo: string
        readonly acceptedOn: string
        readonly promisedDue: DueDate
        readonly statutoryDue: DueDate | null
      }
    >
  | NewEvent<'CaseCompleted', { readonly completedOn: string; readonly note: string }>
  | NewEvent<'IdentityRevealed', { readonly field: 'applicant' | 'proxy' }>

interface CaseFacts {
  readonly caseId: string
  readonly caseNo: string
  readonly receivedOn: string
  readonly item: CaseItem
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticketNo: string | null
  readonly firstResponder: { readonly personId: string; readonly name: string }
  readonly ticks: readonly MaterialTick[]
  /** One entry a notice given, oldest first. */
  readonly notices: readonly {
    readonly docId: string
    readonly docNo: string
    readonly givenOn: string
    readonly lapseOn: string | null
    readonly gaps: readonly MaterialTick[]
  }[]
}

export interface CaseDue {
  readonly acceptedOn: string
  readonly promisedDue: DueDate
  readonly statutoryDue: DueDate | null
}

export type CaseState =
  | { readonly status: 'none' }
  | (CaseFacts & { readonly status: 'received' })
  | (CaseFacts & { readonly status: 'supplement' })
  | (CaseFacts & CaseDue & { readonly status: 'accepted' })
  | (CaseFacts & CaseDue & { readonly status: 'completed'; readonly completedOn: string })

export type CaseStatus = Exclude<CaseState['status'], 'none'>

export const initialCase: CaseState = { status: 'none' }

export const caseStream = (caseId: string): string => `case-${caseId}`

export function evolveCase(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'CaseReceived') {
    const { counter: _counter, ...facts } = event.data
    return { status: 'received', ...facts, ticks: [], notices: [] }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'ApplicantCorrected':
      return { ...state, applicant: event.data.applicant, proxy: event.data.proxy }
    case 'MaterialsChecked':
      return { ...state, ticks: event.data.ticks }
    case 'OneTimeNoticeGiven': {
      const { docId, docNo, givenOn, lapseOn, gaps } = event.data
      return { ...state, status: 'supplement', notices: [...state.notices, { docId, docNo, givenOn, lapseOn, gaps }] }
    }
    case 'CaseAccepted': {
      const { acceptedOn, promisedDue, statutoryDue } = event.data
      return { ...state, status: 'accepted', acceptedOn, promisedDue, statutoryDue }
    }
    case 'CaseCompleted':
      return state.status === 'accepted'
        ? { ...state, status: 'completed', completedOn: event.data.completedOn }
        : state
    case 'IdentityRevealed':
      return state
    default:
      return assertNever(event, 'case event')
  }
}
