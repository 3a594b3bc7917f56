import { assertNever } from '../../kernel/assertNever.ts'
import { addDays } from '../calendar/civilDate.ts'
import type { CaseEvent } from './caseEvents.ts'
import type {
  Answers,
  Applicant,
  CaseItem,
  CommitmentMade,
  DecisionMade,
  DeferredPiece,
  DueDate,
  Dues,
  Ending,
  ExcludedRun,
  Extension,
  HandOver,
  JointOpinion,
  MaterialTick,
  PersonRef,
  ProxyPerson,
  UpwardWay
} from './facts.ts'

export type { CaseEvent } from './caseEvents.ts'
export type * from './facts.ts'

export interface NoticeGiven {
  readonly docId: string
  readonly docNo: string
  readonly givenOn: string
  readonly lapseOn: string | null
  readonly gaps: readonly MaterialTick[]
  /** Materials that could be seen in that round: needed and looked for. Absent in states kept from before. */
  readonly seen?: readonly string[]
}

/** What is known of a case whatever its status. Of a mere enquiry, fields nobody has told are empty. */
export interface CaseFacts {
  readonly caseId: string
  /** An enquiry's own number until it becomes a case. */
  readonly caseNo: string
  readonly receivedOn: string
  readonly item: CaseItem
  /** What was asked, in the visitor's words; empty for a case that was taken in at once. */
  readonly topic: string
  readonly answers: Answers
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticketNo: string | null
  readonly firstResponder: PersonRef
  /** Who has it now (首问负责): the first responder until somebody else has taken it up. */
  readonly owner: PersonRef
  readonly handOver: HandOver | null
  /** The last offer came back and nobody has it but its giver. */
  readonly handOverReturned: boolean
  readonly ticks: readonly MaterialTick[]
  /** One entry a notice given, oldest first. */
  readonly notices: readonly NoticeGiven[]
  /** Notices that told late what was visible before (许可法 72(4)). */
  readonly faults: number
  /** How often the applicant has come with papers; the second is a second trip. */
  readonly trips: number
  readonly notifyBy: DueDate | null
  /** Dates on which the applicant was reminded of the end of the supplement period. */
  readonly reminded: readonly string[]
  /** How many papers were issued: their ids count on. */
  readonly papers: number
}

/** What acceptance adds. */
export interface CaseDue extends Dues {
  readonly acceptedOn: string
  readonly deemed: boolean
  readonly localDue: DueDate | null
  readonly deferred: readonly DeferredPiece[]
  readonly commitments: readonly CommitmentMade[]
  readonly exclusions: readonly ExcludedRun[]
  readonly extension: Extension | null
  readonly upward: UpwardWay | null
  readonly opinions: readonly JointOpinion[]
}

export type CaseState =
  | { readonly status: 'none' }
  /** `enquiry`: the answer is still owed. `answered`: everything was told; may still become a case. */
  | (CaseFacts & { readonly status: 'enquiry' | 'answered' })
  | (CaseFacts & { readonly status: 'received' | 'supplement' })
  | (CaseFacts & CaseDue & { readonly status: 'accepted' })
  | (CaseFacts & CaseDue & { readonly status: 'decided'; readonly decision: DecisionMade })
  | (CaseFacts &
      CaseDue & { readonly status: 'completed'; readonly completedOn: string; readonly decision: DecisionMade | null })
  | (CaseFacts & { readonly status: 'declined' | 'returned' | 'withdrawn'; readonly ending: Ending })

export type CaseStatus = Exclude<CaseState['status'], 'none'>
export type KnownCaseState = Exclude<CaseState, { status: 'none' }>
export type AcceptedCase = Extract<CaseState, { status: 'accepted' }>

/** Nothing is owed any more; an answered enquiry may come back as a case and is kept apart. */
export const ENDED: ReadonlySet<CaseStatus> = new Set(['completed', 'declined', 'returned', 'withdrawn'])

/** Days that an answered enquiry can still become a case; afterwards its visitor is taken in anew. */
export const ENQUIRY_DAYS = 90

/** A question of so long ago that it is history on `date`. */
export const isPastEnquiry = (state: CaseState, date: string): boolean =>
  state.status === 'answered' && addDays(state.receivedOn, ENQUIRY_DAYS) < date

export const initialCase: CaseState = { status: 'none' }

export const caseStream = (caseId: string): string => `case-${caseId}`

const NO_ITEM: CaseItem = {
  itemId: '',
  version: 0,
  name: '',
  taskCode: '',
  caseType: 'UTILITY',
  handlingOffice: '',
  promisedLimit: { value: 0, unit: 'WORKING_DAY' },
  statutoryLimit: null
}

const blank = {
  topic: '',
  answers: {},
  proxy: null,
  handOver: null,
  handOverReturned: false,
  ticks: [],
  notices: [],
  faults: 0,
  trips: 0,
  notifyBy: null,
  reminded: [],
  papers: 0
} as const

/** Total: an event that does not fit the status changes nothing, and nothing that was recorded is refused. */
export function evolveCase(state: CaseState, event: CaseEvent): CaseState {
  const next = evolveFacts(state, event)
  const papers = papersOf(event)
  return papers === 0 || next.status === 'none' ? next : { ...next, papers: next.papers + papers }
}

function papersOf(event: CaseEvent): number {
  return 'docId' in event.data ? 1 + (event.data.alsoIssued?.length ?? 0) : 0
}

function evolveFacts(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'EnquiryRecorded') {
    const { enquiryNo, askedOn, askedAt: _at, item, counter: _counter, ...facts } = event.data
    const owner = facts.firstResponder
    const named = item ?? { ...NO_ITEM, name: facts.topic }
    return { ...blank, ...facts, status: 'enquiry', caseNo: enquiryNo, receivedOn: askedOn, item: named, owner }
  }
  if (event.type === 'CaseReceived') {
    const { counter: _counter, answers = {}, notifyBy = null, ...facts } = event.data
    const kept = state.status === 'none' ? blank : state
    const owner = state.status === 'none' ? facts.firstResponder : state.owner
    const first = state.status === 'none' ? facts.firstResponder : state.firstResponder
    const { topic, handOver, handOverReturned, papers } = kept
    const carried = { topic, handOver, handOverReturned, papers }
    return { ...blank, ...carried, ...facts, status: 'received', answers, notifyBy, owner, firstResponder: first }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'EnquiryAnswered':
      return state.status === 'enquiry'
        ? { ...state, status: 'answered', answers: event.data.answers ?? state.answers }
        : state
    case 'HandOverOffered': {
      const { to, reason, offeredAt, returnsAt } = event.data
      return { ...state, handOver: { to, reason, offeredAt, returnsAt }, handOverReturned: false }
    }
    case 'HandOverAccepted':
      return { ...state, owner: event.data.by, handOver: null, handOverReturned: false }
    case 'HandOverReturned':
      return { ...state, handOver: null, handOverReturned: true }
    case 'ReceiptGiven':
    case 'IdentityRevealed':
    case 'CommitmentBlocked':
    case 'CommitmentUnblocked':
      return state
    case 'ApplicantCorrected':
      return { ...state, applicant: event.data.applicant, proxy: event.data.proxy }
    case 'MaterialsChecked':
      return {
        ...state,
        ticks: event.data.ticks,
        answers: event.data.answers ?? state.answers,
        // Papers left at the counter are looked through later, without the applicant: that is no trip.
        trips: state.status === 'received' && state.trips > 0 ? state.trips : state.trips + 1
      }
    case 'OneTimeNoticeGiven': {
      const { docId, docNo, givenOn, lapseOn, gaps, fault } = event.data
      const seen = state.ticks.filter(isSeen).map((t) => t.materialId)
      const notices = [...state.notices, { docId, docNo, givenOn, lapseOn, gaps, seen }]
      return { ...state, status: 'supplement', notices, reminded: [], faults: state.faults + (fault ? 1 : 0) }
    }
    case 'LapseReminded':
      return { ...state, reminded: [...state.reminded, event.data.on] }
    case 'CaseAccepted': {
      const { acceptedOn, promisedDue, statutoryDue, deemed, localDue, deferred, commitments, opinions } = event.data
      return {
        ...state,
        status: 'accepted',
        acceptedOn,
        promisedDue,
        statutoryDue,
        deemed: Boolean(deemed),
        localDue: localDue ?? null,
        deferred: deferred ?? [],
        commitments: commitments ?? [],
        opinions: opinions ?? [],
        exclusions: [],
        extension: null,
        upward: null
      }
    }
    case 'AcceptanceDeclined': {
      const { kind, on, reason, destination } = event.data
      return { ...factsOf(state), status: 'declined', ending: { kind, on, reason, destination } }
    }
    case 'CaseReturned': {
      const { cause, on, reason } = event.data
      return { ...factsOf(state), status: 'returned', ending: { kind: cause, on, reason, destination: null } }
    }
    case 'CaseWithdrawn': {
      const { on, reason } = event.data
      return { ...factsOf(state), status: 'withdrawn', ending: { kind: 'withdrawn', on, reason, destination: null } }
    }
    default:
      return evolveWork(state, event)
  }
}

/** A promise or a later date was the applicant's choice: nothing was there to be looked at. */
const isSeen = (tick: MaterialTick): boolean =>
  tick.result !== 'notApplicable' && tick.result !== 'committed' && tick.result !== 'deferred'

type WorkEvent = Exclude<
  CaseEvent,
  {
    type:
      | 'EnquiryRecorded'
      | 'EnquiryAnswered'
      | 'HandOverOffered'
      | 'HandOverAccepted'
      | 'HandOverReturned'
      | 'CaseReceived'
      | 'ReceiptGiven'
      | 'IdentityRevealed'
      | 'CommitmentBlocked'
      | 'CommitmentUnblocked'
      | 'ApplicantCorrected'
      | 'MaterialsChecked'
      | 'OneTimeNoticeGiven'
      | 'LapseReminded'
      | 'CaseAccepted'
      | 'AcceptanceDeclined'
      | 'CaseReturned'
      | 'CaseWithdrawn'
  }
>

/** What happens between acceptance and the end. */
function evolveWork(state: KnownCaseState, event: WorkEvent): CaseState {
  if (event.type === 'LimitsRecomputed') return recomputed(state, event.data)
  if (state.status === 'decided' || state.status === 'completed') return evolveDecided(state, event)
  if (state.status !== 'accepted') return state
  switch (event.type) {
    case 'ExcludedProcedureStarted': {
      const { exclusionId, procedure, basis, from, expectedEnd } = event.data
      const run: ExcludedRun = { exclusionId, procedure, basis, from, expectedEnd, endedOn: null }
      return { ...state, ...duesOf(event.data), exclusions: [...state.exclusions, run] }
    }
    case 'ExcludedProcedureProlonged':
      return withRun({ ...state, ...duesOf(event.data) }, event.data.exclusionId, {
        expectedEnd: event.data.expectedEnd
      })
    case 'ExcludedProcedureEnded':
      return withRun({ ...state, ...duesOf(event.data) }, event.data.exclusionId, { endedOn: event.data.endedOn })
    case 'ExtensionRequested': {
      const { days, reason, by, on } = event.data
      return { ...state, extension: { days, reason, requestedBy: by, requestedOn: on, status: 'requested' } }
    }
    case 'ExtensionApproved':
      return { ...state, ...duesOf(event.data), extension: settled(state.extension, 'approved') }
    case 'ExtensionDeclined':
      return { ...state, extension: settled(state.extension, 'declined') }
    case 'SubmittedUpward': {
      const { to, on, expectedBack } = event.data
      return { ...state, upward: { to, submittedOn: on, expectedBack, returned: null } }
    }
    case 'ReturnedFromAbove':
      return state.upward ? { ...state, upward: { ...state.upward, returned: event.data } } : state
    case 'JointOpinionGiven': {
      const { office, ...given } = event.data
      return { ...state, opinions: state.opinions.map((o) => (o.office === office ? { ...o, given } : o)) }
    }
    case 'DeferredMaterialReceived': {
      const { materialId, on } = event.data
      const deferred = state.deferred.map((p) => (p.materialId === materialId ? { ...p, receivedOn: on } : p))
      return { ...state, deferred }
    }
    case 'CommitmentChecked':
      return withChecked(state, event.data)
    case 'CaseDecided': {
      const { result, decidedOn, docNo, certificateNo, deliverBy } = event.data
      return { ...state, status: 'decided', decision: { result, decidedOn, docNo, certificateNo, deliverBy } }
    }
    case 'CaseCompleted':
      return { ...state, status: 'completed', completedOn: event.data.completedOn, decision: null }
    case 'ResultDelivered':
      return state
    default:
      return assertNever(event, 'case event')
  }
}

type DecidedCase = Extract<CaseState, { status: 'decided' | 'completed' }>

/** A promise may be checked after the decision; apart from that only the delivery and the end are left. */
function evolveDecided(state: DecidedCase, event: WorkEvent): CaseState {
  if (event.type === 'CommitmentChecked') return withChecked(state, event.data)
  if (event.type !== 'CaseCompleted' || state.status === 'completed') return state
  return { ...state, status: 'completed', completedOn: event.data.completedOn }
}

const duesOf = ({ promisedDue, statutoryDue }: Dues): Dues => ({ promisedDue, statutoryDue })

const settled = (extension: Extension | null, status: 'approved' | 'declined'): Extension | null =>
  extension && { ...extension, status }

const withRun = (state: AcceptedCase, id: string, change: Partial<ExcludedRun>): AcceptedCase => ({
  ...state,
  exclusions: state.exclusions.map((run) => (run.exclusionId === id ? { ...run, ...change } : run))
})

function withChecked<S extends CaseDue>(
  state: S,
  check: { readonly materialId: string; readonly on: string; readonly kept: boolean; readonly note: string }
): S {
  const { materialId, ...checked } = check
  return { ...state, commitments: state.commitments.map((c) => (c.materialId === materialId ? { ...c, checked } : c)) }
}

type Recomputed = Extract<CaseEvent, { type: 'LimitsRecomputed' }>['data']

function recomputed(state: KnownCaseState, { lapseOn, dues, parts = {} }: Recomputed): CaseState {
  const last = state.notices.at(-1)
  const notices = lapseOn && last ? [...state.notices.slice(0, -1), { ...last, lapseOn: lapseOn.date }] : state.notices
  const facts = { ...state, notices, notifyBy: parts.notifyBy ?? state.notifyBy }
  if (!('acceptedOn' in facts)) return facts
  const due = {
    ...facts,
    ...(dues && duesOf(dues)),
    localDue: parts.localDue ?? facts.localDue,
    deferred: facts.deferred.map((piece) => ({ ...piece, due: parts.deferred?.[piece.materialId] ?? piece.due })),
    opinions: facts.opinions.map((opinion) => ({ ...opinion, due: parts.opinions?.[opinion.office] ?? opinion.due }))
  }
  if (due.status !== 'decided' || !parts.deliverBy) return due
  return { ...due, decision: { ...due.decision, deliverBy: parts.deliverBy } }
}

/** The facts alone: an ended case owes nothing any more, so its clocks are not carried on. */
function factsOf(state: KnownCaseState): CaseFacts {
  return {
    caseId: state.caseId,
    caseNo: state.caseNo,
    receivedOn: state.receivedOn,
    item: state.item,
    topic: state.topic,
    answers: state.answers,
    applicant: state.applicant,
    proxy: state.proxy,
    ticketNo: state.ticketNo,
    firstResponder: state.firstResponder,
    owner: state.owner,
    handOver: null,
    handOverReturned: false,
    ticks: state.ticks,
    notices: state.notices,
    faults: state.faults,
    trips: state.trips,
    notifyBy: null,
    reminded: state.reminded,
    papers: state.papers
  }
}
