import { type CasePaperData, isCasePaper } from '../../../shared/documents/papers.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { type CaseEvent, type CaseState, evolveCase, initialCase } from '../../../shared/domain/casework/case.ts'
import { firstDues } from '../../../shared/domain/casework/clocks.ts'
import type { CaseAct, OutcomeCommand, WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { CaseOut } from '../../../shared/domain/casework/draft.ts'
import type { Applicant, CaseItem, CommitmentMade, DeferredPiece } from '../../../shared/domain/casework/facts.ts'
import { caseItem } from '../../../shared/domain/casework/intake.ts'
import { decideOutcome } from '../../../shared/domain/casework/outcome.ts'
import { decideWork } from '../../../shared/domain/casework/work.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { CALENDAR, CLERK, HALL, instant, itemOf, PEOPLE } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

/** With an invented list of 2027: enough to move dates of its first days. */
export const KNOWN_2027 = createWorkCalendar(
  shippedCalendarYears().flatMap((year) =>
    year.year === 2026
      ? [year, { ...year, year: 2027, restDays: ['2027-01-01'], workingWeekends: ['2027-01-03'] }]
      : [year]
  )
)

export const CASE_NO = '500102202609140100015'

/** 10 working days promised, 20 by law, 公示 and 专家评审 may stop them; no licence. */
export const COMMITTED: ServiceItem = {
  ...itemOf('MZ-003'),
  statutoryLimit: { value: 20, unit: 'WORKING_DAY' },
  excludedProcedures: ['PUBLICITY', 'EXPERT_REVIEW']
}

/** A licence that a mistaken catalogue lets stop for 公示. */
export const LICENSED: ServiceItem = { ...COMMITTED, itemTypeCode: '01', deemedAcceptance: 'LICENCE' }

export const JOINT: ServiceItem = {
  ...COMMITTED,
  caseType: 'JOINT',
  jointOffices: [
    { office: '规划所', limit: { value: 5, unit: 'WORKING_DAY' } },
    { office: '林业站', limit: { value: 3, unit: 'WORKING_DAY' } }
  ]
}

export const ESCALATED: ServiceItem = {
  ...COMMITTED,
  caseType: 'ESCALATED',
  upperAuthority: '区民政局',
  localLimit: { value: 4, unit: 'WORKING_DAY' }
}

export const UTILITY: ServiceItem = { ...COMMITTED, caseType: 'UTILITY', excludedProcedures: [] }

export type Facts = Extract<CaseEvent, { type: 'CaseReceived' | 'CaseAccepted' }>

interface Accepted {
  readonly on?: string
  readonly deferred?: readonly DeferredPiece[]
  readonly commitments?: readonly CommitmentMade[]
  readonly applicant?: Applicant
}

export function receivedFact(item: ServiceItem, on: string, applicant: Applicant = PEOPLE.plain): Facts {
  const kept: CaseItem = caseItem(item, item.version)
  return {
    type: 'CaseReceived',
    v: 1,
    data: {
      caseId: CASE_NO,
      caseNo: CASE_NO,
      receivedOn: on,
      item: kept,
      applicant,
      proxy: null,
      ticketNo: 'A001',
      counter: 1,
      firstResponder: { personId: CLERK.personId, name: CLERK.name }
    }
  }
}

/** Received and accepted on one day, Monday 2026-09-14 unless told otherwise. */
export function acceptedFacts(item: ServiceItem, how: Accepted = {}): readonly Facts[] {
  const { on = '2026-09-14', deferred = [], commitments = [] } = how
  const { localDue, opinions, ...dues } = firstDues(item, on, CALENDAR)
  const data = { docId: `${CASE_NO}-1`, docNo: '云溪街办受〔2026〕010001号', acceptedOn: on, ...dues }
  return [
    receivedFact(item, on, how.applicant),
    { type: 'CaseAccepted', v: 1, data: { ...data, localDue, deferred, commitments, opinions } }
  ]
}

type Command = WorkCommand | OutcomeCommand

const OUTCOMES = ['decideCase', 'deliverResult', 'completeCase', 'revealIdentity']
const isOutcome = (command: Command): command is OutcomeCommand => OUTCOMES.includes(command.type)

export const story = given<CaseState, Command, CaseOut>({
  initial: initialCase,
  decide: (state, command) => (isOutcome(command) ? decideOutcome(state, command) : decideWork(state, command)),
  evolve: (state, event) => (event.type === 'DocumentIssued' ? state : evolveCase(state, event))
})

export const accepted = (item: ServiceItem, how: Accepted = {}) => story(...acceptedFacts(item, how))

export function act(item: ServiceItem, date: string, change: Partial<CaseAct> = {}): CaseAct {
  return {
    at: instant(30, date),
    date,
    hall: HALL,
    rules: defaultHallRules(),
    calendar: CALENDAR,
    by: CLERK,
    counter: 1,
    docSerials: {},
    item,
    ...change
  }
}

/** The papers among what was recorded. */
export const papersIn = (events: readonly CaseOut[]): readonly CasePaperData[] =>
  events.flatMap((event) =>
    event.type === 'DocumentIssued' && isCasePaper(event.data.paper) ? [event.data.paper] : []
  )

export const sure = (date: string) => ({ date, provisional: false })

/** A case in work; throws for any other. */
export function inWork(state: CaseState): Extract<CaseState, { status: 'accepted' }> {
  if (state.status !== 'accepted') throw new Error(`not in work: ${state.status}`)
  return state
}
