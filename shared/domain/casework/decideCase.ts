import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { HallConfig } from '../hall/hall.ts'
import { type DocumentIssued, TEMPLATE } from '../printing/printing.ts'
import type { Role } from '../staff/staff.ts'
import type { Applicant, CaseEvent, CaseItem, CaseState, MaterialTick, ProxyPerson } from './case.ts'
import { dueDates, lapseDate } from './clocks.ts'
import { caseNumber, documentNumber, LAST_CASE_SERIAL, type Nature } from './numbers.ts'
import { acceptancePaper, type CasePaperFacts, oneTimeNoticePaper } from './papers.ts'
import { checkPerson } from './persons.ts'
import { checkTicks, isGap, type TickInput } from './ticks.ts'

type Out = CaseEvent | DocumentIssued

/** What the counter hands in, with everything a rule may need: time, ids, running numbers, calendar. */
export interface Intake {
  readonly at: string
  readonly date: string
  readonly hall: HallConfig
  readonly calendar: WorkCalendar
  readonly item: ServiceItem
  readonly itemVersion: number
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticks: readonly TickInput[]
  readonly by: { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }
  readonly counter: number | null
  readonly ticketNo: string | null
  /** Next serial of this terminal and day. */
  readonly caseSerial: number
  /** Next serial of this terminal and year for the kind of paper that is asked for. */
  readonly docSerial: number
}

export type CaseCommand =
  | (Intake & { readonly type: 'acceptCase' })
  | (Intake & { readonly type: 'giveOneTimeNotice'; readonly secondNoticeReason: string | null })
  | { readonly type: 'completeCase'; readonly date: string; readonly note: string }
  | { readonly type: 'revealIdentity'; readonly field: 'applicant' | 'proxy' }

/**
 * The rules of one case. Complete and in order → accepted at once with 受理通知书; anything missing → one notice that
 * lists all of it (许可法 32). Supplementing goes on in the same case, and the day the last piece arrives is the day of
 * acceptance (domain §2.2). Refuses `case-not-open`, `case-other-item`, `case-unknown`, `proxy-refused`,
 * `case-numbers-used-up`, `tick-…`, `materials-not-in-order`, `nothing-missing`, `second-notice-needs-lead`,
 * `proxy-none`, and the codes of names, documents and phones.
 */
export function decideCase(state: CaseState, command: CaseCommand): Decision<Out> {
  switch (command.type) {
    case 'acceptCase':
    case 'giveOneTimeNotice':
      return takeIn(state, command)
    case 'completeCase':
      if (state.status === 'none') return refuse('case-unknown')
      if (state.status !== 'accepted') return refuse('case-not-open', { status: state.status })
      return accept<Out>([{ type: 'CaseCompleted', v: 1, data: { completedOn: command.date, note: command.note } }])
    case 'revealIdentity':
      if (state.status === 'none') return refuse('case-unknown')
      if (command.field === 'proxy' && !state.proxy) return refuse('proxy-none')
      return accept<Out>([{ type: 'IdentityRevealed', v: 1, data: { field: command.field } }])
    default:
      return assertNever(command, 'case command')
  }
}

interface Ids {
  readonly caseId: string
  readonly docId: string
}

type IntakeCommand = Extract<CaseCommand, Intake>

function takeIn(state: CaseState, command: IntakeCommand): Decision<Out> {
  if (state.status !== 'none' && state.status !== 'received' && state.status !== 'supplement') {
    return refuse('case-not-open', { status: state.status, caseNo: state.caseNo })
  }
  if (state.status !== 'none' && state.item.itemId !== command.item.id)
    return refuse('case-other-item', { caseNo: state.caseNo })
  if (command.proxy && !command.item.agentAllowed) return refuse('proxy-refused', { field: 'proxy.name' })
  if (state.status === 'none' && command.caseSerial > LAST_CASE_SERIAL) return refuse('case-numbers-used-up')
  const applicant = checkPerson(command.applicant, 'applicant', command.date)
  if (!applicant.ok) return applicant
  const proxy = command.proxy ? checkPerson(command.proxy, 'proxy', command.date) : null
  if (proxy && !proxy.ok) return proxy
  const checked = checkTicks(command.item, command.ticks)
  if (!checked.ok) return checked

  // A new case's id is its number, a paper's id is the case's with a count: unique by themselves, known by the log alone.
  const caseNo = state.status === 'none' ? newCaseNo(command) : state.caseNo
  const caseId = state.status === 'none' ? caseNo : state.caseId
  const ids: Ids = { caseId, docId: `${caseId}-${state.status === 'none' ? 1 : state.notices.length + 1}` }
  const people = { applicant: applicant.person, proxy: proxy ? proxy.person : null }
  const events: Out[] = []
  if (state.status === 'none') events.push(received(command, caseId, people))
  else if (differs(state, people)) events.push({ type: 'ApplicantCorrected', v: 1, data: people })
  events.push({ type: 'MaterialsChecked', v: 1, data: { ticks: checked.ticks } })
  const facts: CasePaperFacts = {
    ...people,
    hall: command.hall,
    item: asReceived(state, command.item),
    calendar: command.calendar,
    ticks: checked.ticks,
    caseNo,
    docNo: docNumber(command),
    receivedOn: state.status === 'none' ? command.date : state.receivedOn,
    date: command.date,
    clerkName: command.by.name,
    counter: command.counter
  }
  return command.type === 'acceptCase'
    ? acceptAll(command, ids, facts, events)
    : giveNotice(state, command, ids, facts, events)
}

/**
 * The item with the terms a case was received under: what was promised then is owed, whatever a later version of the
 * item says. What materials are asked for is the newer list's.
 */
function asReceived(state: CaseState, item: ServiceItem): ServiceItem {
  if (state.status === 'none') return item
  const { itemId: _itemId, version: _version, ...terms } = state.item
  return { ...item, ...terms }
}

function acceptAll(command: IntakeCommand, ids: Ids, facts: CasePaperFacts, events: Out[]): Decision<Out> {
  const gaps = facts.ticks.filter(isGap)
  if (gaps.length > 0) return refuse('materials-not-in-order', { materials: gaps.map((g) => g.name) })
  const due = dueDates(facts.item, command.date, command.calendar)
  const { docId } = ids
  const { docNo } = facts
  events.push({ type: 'CaseAccepted', v: 1, data: { docId, docNo, acceptedOn: command.date, ...due } })
  events.push(issued(ids, facts, acceptancePaper(facts, due)))
  return accept(events, reply(ids, facts))
}

function giveNotice(
  state: CaseState,
  command: Extract<IntakeCommand, { type: 'giveOneTimeNotice' }>,
  ids: Ids,
  facts: CasePaperFacts,
  events: Out[]
): Decision<Out> {
  const gaps = facts.ticks.filter(isGap)
  if (gaps.length === 0) return refuse('nothing-missing')
  const earlier = state.status === 'none' ? [] : state.notices
  const late = untold(
    earlier.flatMap((n) => n.gaps),
    gaps,
    earlier.length
  )
  const reason = command.secondNoticeReason?.trim() ?? ''
  if (late.length > 0 && (reason === '' || !mayGiveSecondNotice(command.by.roles))) {
    return refuse('second-notice-needs-lead', { field: 'secondNoticeReason', materials: late.map((g) => g.name) })
  }
  const fault = late.length > 0 ? { reason, approvedBy: command.by.name } : null
  const lapse = lapseDate(command.item, command.date, command.calendar)
  const lapseOn = lapse?.date ?? null
  const lapseProvisional = lapse?.provisional ?? false
  const round = earlier.length + 1
  const { docId } = ids
  const { docNo } = facts
  events.push({
    type: 'OneTimeNoticeGiven',
    v: 1,
    data: { docId, docNo, round, gaps, givenOn: command.date, lapseOn, lapseProvisional, fault }
  })
  events.push(issued(ids, facts, oneTimeNoticePaper(facts, { round, gaps, lapseOn, lapseProvisional })))
  return accept(events, reply(ids, facts))
}

/**
 * Gaps of a later round that were visible in round one and not told then: telling them now is a fault of the office
 * (许可法 72(4)); what was told and is still missing may be told again.
 */
function untold(told: readonly MaterialTick[], gaps: readonly MaterialTick[], rounds: number): readonly MaterialTick[] {
  if (rounds === 0) return []
  return gaps.filter((gap) => !told.some((t) => t.materialId === gap.materialId))
}

const mayGiveSecondNotice = (roles: readonly Role[]): boolean =>
  roles.includes('lead') || roles.includes('administrator')

const newCaseNo = (c: IntakeCommand): string => caseNumber(c.hall.regionCode, c.date, c.hall.terminal, c.caseSerial)

export const natureOf = (type: IntakeCommand['type']): Nature => (type === 'acceptCase' ? '受' : '告')

const docNumber = (c: IntakeCommand): string =>
  documentNumber(c.hall.authorityShort, natureOf(c.type), c.date.slice(0, 4), c.hall.terminal, c.docSerial)

const caseItem = (item: ServiceItem, version: number): CaseItem => ({
  itemId: item.id,
  version,
  name: item.name,
  taskCode: item.taskCode,
  caseType: item.caseType,
  handlingOffice: item.handlingOffice,
  promisedLimit: { value: item.promisedLimit.value, unit: item.promisedLimit.unit },
  statutoryLimit: item.statutoryLimit ? { value: item.statutoryLimit.value, unit: item.statutoryLimit.unit } : null
})

function received(
  command: IntakeCommand,
  caseNo: string,
  people: { readonly applicant: Applicant; readonly proxy: ProxyPerson | null }
): Out {
  const { date: receivedOn, ticketNo, counter, by } = command
  const item = caseItem(command.item, command.itemVersion)
  const firstResponder = { personId: by.personId, name: by.name }
  return {
    type: 'CaseReceived',
    v: 1,
    data: { caseId: caseNo, caseNo, receivedOn, item, ...people, ticketNo, counter, firstResponder }
  }
}

const issued = (ids: Ids, facts: CasePaperFacts, paper: DocumentIssued['data']['paper']): DocumentIssued => ({
  type: 'DocumentIssued',
  v: 1,
  data: { docId: ids.docId, docNo: facts.docNo, template: TEMPLATE, caseId: ids.caseId, paper }
})

const reply = (ids: Ids, facts: CasePaperFacts) => ({
  ...ids,
  caseNo: facts.caseNo,
  docNo: facts.docNo
})

const differs = (
  state: Exclude<CaseState, { status: 'none' }>,
  people: { readonly applicant: Applicant; readonly proxy: ProxyPerson | null }
): boolean => JSON.stringify([state.applicant, state.proxy]) !== JSON.stringify([people.applicant, people.proxy])
