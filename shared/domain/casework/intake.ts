import type { Decision, Refusal } from '../../kernel/result.ts'
import { refuse } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import { checkAnswers, liftItem, materialNeed } from '../catalogue/situations.ts'
import { type CaseState, type CaseStatus, isPastEnquiry } from './case.ts'
import { deemedOn, notifyDate } from './clocks.ts'
import type { CaseAct, Intake, IntakeCommand } from './commands.ts'
import { type CaseOut, type Draft, draft } from './draft.ts'
import type { Answers, Applicant, CaseItem, DueDate, MaterialTick, ProxyPerson } from './facts.ts'
import { notOpen } from './inWork.ts'
import { caseNumber, LAST_CASE_SERIAL } from './numbers.ts'
import { isBrought } from './paperFacts.ts'
import { receiptPaper } from './papers.ts'
import { checkPerson, samePeople } from './persons.ts'
import { checkProxy, drawUpAuthority } from './proxyAuthority.ts'
import { recordAcceptance } from './recordAcceptance.ts'
import { answersSoFar } from './situationAnswers.ts'
import { checkTicks } from './ticks.ts'

type OrRefusal<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal }

/** What the counter handed in, checked and normalised. */
export interface CheckedIntake {
  /** With a question for every conditional material. */
  readonly item: ServiceItem
  readonly answers: Answers
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
  readonly ticks: readonly MaterialTick[]
}

/** Becomes a case with this commit: nothing of it exists, or it was only asked about. */
export const isNew = (state: CaseState): boolean =>
  state.status === 'none' || state.status === 'enquiry' || state.status === 'answered'

const TAKES_IN: ReadonlySet<CaseStatus> = new Set(['enquiry', 'answered', 'received', 'supplement'])

/**
 * May this case still be taken in under this item? A question without an item may become a case of any. Refuses
 * `case-not-open`, `enquiry-too-old`, `case-other-item`, `case-numbers-used-up`.
 */
export function checkOpen(
  state: CaseState,
  command: Pick<Intake, 'item' | 'caseSerial' | 'date'>
): { readonly ok: false; readonly refusal: Refusal } | null {
  if (state.status !== 'none' && !TAKES_IN.has(state.status)) return notOpen(state)
  if (isPastEnquiry(state, command.date)) return refuse('enquiry-too-old')
  if (state.status !== 'none' && state.item.itemId !== '' && state.item.itemId !== command.item.id) {
    return refuse('case-other-item', { caseNo: state.caseNo })
  }
  return isNew(state) && command.caseSerial > LAST_CASE_SERIAL ? refuse('case-numbers-used-up') : null
}

/**
 * Nothing was told in time: the law itself has accepted (许可法 32(4)), so nothing may be told or accepted of today any
 * more. Refuses `deemed-already`.
 */
export function checkNotDeemed(
  state: CaseState,
  command: CaseAct
): { readonly ok: false; readonly refusal: Refusal } | null {
  if (state.status !== 'received') return null
  const { item, date, rules, calendar } = command
  const deemed = deemedOn(item, state.receivedOn, date, rules, calendar)
  return deemed && refuse('deemed-already', { since: deemed.since, caseNo: state.caseNo })
}

/** All that was typed, in the order of the form. Refuses with the codes of people, power of attorney, situations, ticks. */
export function checkIntake(command: Intake, receiptOnly = false): OrRefusal<{ readonly intake: CheckedIntake }> {
  const item = liftItem(command.item)
  const applicant = checkPerson(command.applicant, 'applicant', command.date)
  if (!applicant.ok) return applicant
  const proxy = checkProxy(item, command.proxy, command.date)
  if (!proxy.ok) return proxy
  const hasProxy = command.proxy !== null
  // Papers are taken in before every question is asked; told and accepted is only what is complete.
  const checked = (receiptOnly ? answersSoFar : checkAnswers)(item, command.answers, hasProxy)
  if (!checked.ok) return checked
  const { answers } = checked
  const { commitmentBlocked } = command
  const ticked = checkTicks(item, answers, command.ticks, { receiptOnly, commitmentBlocked })
  if (!ticked.ok) return ticked
  return { ok: true, intake: { item, answers, applicant: applicant.person, proxy: proxy.value, ticks: ticked.ticks } }
}

export const caseItem = (item: ServiceItem, version: number): CaseItem => ({
  itemId: item.id,
  version,
  name: item.name,
  taskCode: item.taskCode,
  caseType: item.caseType,
  handlingOffice: item.handlingOffice,
  promisedLimit: { value: item.promisedLimit.value, unit: item.promisedLimit.unit },
  statutoryLimit: item.statutoryLimit ? { value: item.statutoryLimit.value, unit: item.statutoryLimit.unit } : null
})

/** What begins a case, whether it is accepted or declined then. */
export type Opening = Pick<
  Intake,
  'hall' | 'date' | 'item' | 'itemVersion' | 'ticketNo' | 'counter' | 'by' | 'caseSerial'
> & {
  readonly answers: Answers
  readonly applicant: Applicant
  readonly proxy: ProxyPerson | null
}

export const newCaseNo = (c: Pick<Intake, 'hall' | 'date' | 'caseSerial'>): string =>
  caseNumber(c.hall.regionCode, c.date, c.hall.terminal, c.caseSerial)

/** A new case's id is its number; one that was asked about before keeps the id of the enquiry and its own people. */
export const idOf = (state: CaseState, command: Pick<Intake, 'hall' | 'date' | 'caseSerial'>): string =>
  state.status === 'none' ? newCaseNo(command) : state.caseId

/** Records the receipt (收件): the case has its number from now on, an enquiry's first responder stays (首问负责). */
export function openCase(state: CaseState, out: Draft, opening: Opening, notifyBy?: DueDate | null): void {
  const { date: receivedOn, answers, applicant, proxy, ticketNo, counter, by } = opening
  const firstResponder = state.status === 'none' ? { personId: by.personId, name: by.name } : state.firstResponder
  const data = {
    caseId: idOf(state, opening),
    caseNo: newCaseNo(opening),
    receivedOn,
    item: caseItem(opening.item, opening.itemVersion),
    applicant,
    proxy,
    // The visitor may have asked with one ticket and hands in without another.
    ticketNo: ticketNo ?? (state.status === 'none' ? null : state.ticketNo),
    counter,
    firstResponder,
    answers
  }
  out.add({ type: 'CaseReceived', v: 1, data: notifyBy === undefined ? data : { ...data, notifyBy } })
}

/** Receipt or correction, and what was found: the beginning of every commit at the counter. */
export function recordIntake(
  state: CaseState,
  out: Draft,
  command: Intake,
  intake: CheckedIntake,
  notifyBy?: DueDate | null
): void {
  const { applicant, proxy, answers, ticks } = intake
  if (state.status === 'none' || isNew(state)) openCase(state, out, { ...command, ...intake }, notifyBy)
  else if (!samePeople(state, intake)) {
    out.add({ type: 'ApplicantCorrected', v: 1, data: { applicant, proxy } })
  }
  out.add({ type: 'MaterialsChecked', v: 1, data: { ticks, answers } })
}

/**
 * 收件: papers are left at the counter to be looked through later; the receipt is the only proof of the day on which the
 * clock of 许可法 32(4) starts. Where what is missing must be told on the spot and nobody does, the same commit accepts
 * (不动产登记暂行条例 17). Refuses `nothing-received`, `case-not-open` and the codes of `checkOpen`, `checkIntake`.
 */
export function receiveCase(
  state: CaseState,
  command: Extract<IntakeCommand, { type: 'receiveCase' }>
): Decision<CaseOut> {
  const closed = checkOpen(state, command)
  if (closed) return closed
  if (state.status !== 'none' && !isNew(state)) return notOpen(state)
  const checked = checkIntake(command, true)
  if (!checked.ok) return checked
  const { intake } = checked
  const mayNeed = intake.item.materials.some((m) => materialNeed(m, intake.answers) !== 'notNeeded')
  if (mayNeed && !intake.ticks.some(isBrought)) return refuse('nothing-received', { field: 'ticks' })
  const { date, rules, calendar } = command
  const notifyBy = notifyDate(intake.item, date, rules, calendar)
  const out = draft(state, command, idOf(state, command))
  recordIntake(state, out, command, intake, notifyBy)
  const receipt = out.paper('receiptOfMaterials', (common) =>
    receiptPaper(common, intake.item, intake.ticks, { at: command.at, notifyBy })
  )
  const alsoIssued = drawUpAuthority(state, out).map((p) => p.docId)
  const { docId, docNo } = receipt
  out.add({ type: 'ReceiptGiven', v: 1, data: { docId, docNo, ...(alsoIssued.length > 0 && { alsoIssued }) } })
  const deemed = deemedOn(intake.item, date, date, rules, calendar)
  if (deemed) recordAcceptance(out, { ...command, item: intake.item }, { acceptedOn: deemed.acceptedOn, deemed })
  return out.done()
}
