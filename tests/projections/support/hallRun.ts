import { isCasePaper } from '../../../shared/documents/papers.ts'
import { CALENDAR_STREAM, decideHolidays, type LoadedBy } from '../../../shared/domain/calendar/holidays.ts'
import { calendarInForce, yearsInForce } from '../../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { decideUnblock } from '../../../shared/domain/casework/blocks.ts'
import { type CaseState, caseStream, evolveCase, initialCase } from '../../../shared/domain/casework/case.ts'
import type {
  Act,
  Approver,
  CaseAct,
  CaseCommand,
  DeclineCommand,
  Intake
} from '../../../shared/domain/casework/commands.ts'
import { decideCase } from '../../../shared/domain/casework/decideCase.ts'
import { caseNumber, enquiryNumber, NATURE, serialKey } from '../../../shared/domain/casework/numbers.ts'
import { emptyShelf, itemAtVersion, itemOn, itemStream } from '../../../shared/domain/catalogue/catalogue.ts'
import { decideItem, type ItemCommand } from '../../../shared/domain/catalogue/decideItem.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { decideRules } from '../../../shared/domain/hall/decideRules.ts'
import { HALL_STREAM, type HallEvent } from '../../../shared/domain/hall/hall.ts'
import type { HallRules } from '../../../shared/domain/hall/rules.ts'
import { decidePrinting, type PrintCommand } from '../../../shared/domain/printing/decidePrinting.ts'
import {
  type DocumentIssued,
  documentStream,
  evolvePrints,
  initialPrints,
  type PrintEvent,
  type PrintState
} from '../../../shared/domain/printing/printing.ts'
import { decideQueue, type QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import { evolveQueue } from '../../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent, type QueueState, queueStream } from '../../../shared/domain/queue/queue.ts'
import type { AtCounter } from '../../../shared/domain/queue/queueCommands.ts'
import { decideStaff, type StaffCommand } from '../../../shared/domain/staff/decideStaff.ts'
import { evolveStaff, initialStaff, type StaffState, staffStream } from '../../../shared/domain/staff/staff.ts'
import type { Json, Meta, Recorded } from '../../../shared/kernel/messages.ts'
import { accept, type Decision, type Reply, refuse } from '../../../shared/kernel/result.ts'
import { Desk } from '../../../shared/projections/desk.ts'
import { act, CLERK, HALL, intake, itemOf, metaOf, NOBODY } from '../../support/builders.ts'
import { PLAIN as PLAIN_ACT, PLAIN_TICKET, QUICKLY } from '../../support/quickService.ts'

/** Acts at a counter; `more` of `HallRun.counter` says what they need beyond that. */
type CounterVerb = Extract<QueueCommand, AtCounter>['type']
type Who = { readonly personId: string; readonly name: string }

/** The part of an intake that a run does not know by itself; `caseId`: a case that goes on, `approver`: of a notice. */
export type Brought = Pick<Intake, 'item' | 'applicant' | 'proxy' | 'ticks'> &
  Partial<Intake> & { readonly caseId?: string; readonly approver?: Approver }

type Omitted<T> = T extends unknown ? Omit<T, keyof CaseAct> : never

/** A command without what every act comes with. */
export type Plain = Omitted<
  Exclude<CaseCommand, { type: 'acceptCase' | 'receiveCase' | 'giveOneTimeNotice' | 'recordEnquiry' }>
>

function intakeCommand(
  type: 'acceptCase' | 'giveOneTimeNotice' | 'receiveCase',
  full: Intake,
  second: { readonly reason: string | null; readonly approver: Approver },
  decideNow: { readonly certificateNo: string } | null
): CaseCommand {
  if (type === 'receiveCase') return { type, ...full }
  if (type === 'acceptCase') return { type, ...full, decideNow }
  return { type, ...full, secondNoticeReason: second.reason, approver: second.approver }
}

/** What the program records in its own name. */
export const BY_CLOCK = { by: 'system', byName: '', screen: 'main', counter: undefined } as const

/**
 * A hall run through its rules: commands in, records out, numbered as a log numbers them, with a clock and ids that
 * are the same in every run. Keeps the whole history besides, with nothing ever put away: what a desk is compared with.
 */
export class HallRun {
  readonly desk = new Desk()
  readonly records: Recorded[] = []
  readonly queues = new Map<string, QueueState>()
  readonly cases = new Map<string, CaseState>()
  readonly prints = new Map<string, PrintState>()
  readonly staff = new Map<string, StaffState>()
  readonly versions = new Map<string, number>()
  /** Last serials given: of cases by date, of papers by nature and year. */
  readonly serials = new Map<string, number>()
  /** The shipped years, and over them what the hall has loaded. */
  readonly calendar = calendarInForce(shippedCalendarYears(), () => this.desk.holidays)
  private ids = 0
  private clock: number

  constructor(start = '2026-11-23T01:00:00.000Z') {
    this.clock = Date.parse(start)
  }

  get at(): string {
    return new Date(this.clock).toISOString()
  }

  get date(): string {
    return new Date(this.clock + 8 * 3600_000).toISOString().slice(0, 10)
  }

  pass(minutes: number): void {
    this.clock += minutes * 60_000
  }

  /** 09:00 so many days later; below zero a PC whose clock was set back. */
  goDays(days: number): void {
    this.clock = Date.parse(`${this.date}T01:00:00.000Z`) + days * 24 * 3600_000
  }

  /** Facts that need no decision: the hall's own, and items. */
  hall(...events: HallEvent[]): Reply<Json> {
    return this.commit(HALL_STREAM, accept(events), {})
  }

  publish(item: ServiceItem, version: number): Reply<Json> {
    const data = { itemId: item.id, version, effectiveFrom: this.date, item }
    return this.commit(itemStream(item.id), accept([{ type: 'ItemPublished', v: 1, data }]), {})
  }

  /** What is decided about an item: a draft, its approval, its end. */
  onItem(itemId: string, command: ItemCommand): Reply<Json> {
    const shelf = this.desk.items.get(itemId) ?? emptyShelf(itemId)
    return this.commit(itemStream(itemId), decideItem(shelf, command), {})
  }

  /** What the hall sets for itself; what it has set already is not recorded again. */
  setRules(rules: HallRules, by: Who): Reply<Json> {
    return this.commit(HALL_STREAM, decideRules(this.desk.rules, rules), { by: by.personId, byName: by.name })
  }

  /** A file of holidays as text. */
  loadHolidays(text: string, by: LoadedBy): Reply<Json> {
    const inForce = yearsInForce(shippedCalendarYears(), this.desk.holidays)
    const decision = decideHolidays(inForce, { text, by })
    return this.commit(CALENDAR_STREAM, decision, { by: by.personId, byName: by.name })
  }

  /** Promises of the person of this case are taken again. */
  unblock(caseId: string, reason: string, by: Who): Reply<Json> {
    const state = this.cases.get(caseId) ?? initialCase
    const blocked = state.status !== 'none' && this.desk.blocked.has(state.applicant.idNumber)
    const decision = decideUnblock(state, { date: this.date, reason, blocked })
    return this.commit(caseStream(caseId), decision, { by: by.personId, byName: by.name })
  }

  issue(group: string): Reply<Json> {
    return this.queue({ ...PLAIN_TICKET, group, ...this.given() }, {})
  }

  counter(counter: number, type: CounterVerb, who: Who = CLERK, more: object = {}): Reply<Json> {
    const by = { by: who.personId, byName: who.name }
    const command = { ...PLAIN_ACT, type, counter, ...by, ...this.given(), ...more } as unknown as QueueCommand
    return this.queue(command, { ...by, counter })
  }

  /** Ends a day by its date, as the program does at the first chance after it. */
  closeDay(date: string): Reply<Json> {
    const command = { type: 'closeDay' as const, ...this.given(), date }
    return this.commit(queueStream(date), decideQueue(this.queues.get(date) ?? initialQueue, command), BY_CLOCK)
  }

  /** All in order → accepted, else a notice; or left at the counter to be looked through later. */
  takeIn(
    type: 'acceptCase' | 'giveOneTimeNotice' | 'receiveCase',
    brought: Brought,
    reason: string | null = null,
    decideNow: { readonly certificateNo: string } | null = null
  ): Reply<Json> {
    const { caseId: going, approver = null, ...change } = brought
    const known = (going === undefined ? undefined : this.cases.get(going)) ?? initialCase
    // As the handlers do: a question of long ago is history.
    if (known.status === 'answered' && going !== undefined && !this.desk.cases.has(going))
      return refuse('enquiry-too-old')
    const full: Intake = {
      ...intake({ ...this.act(), ticketNo: null, ...change }),
      itemVersion: this.offered(brought.item.id) ?? 1,
      caseSerial: (this.serials.get(this.date) ?? 0) + 1
    }
    const { hall, date, caseSerial } = full
    const caseId = going ?? caseNumber(hall.regionCode, date, hall.terminal, caseSerial)
    const command = intakeCommand(type, full, { reason, approver }, decideNow)
    const reply = this.commit(caseStream(caseId), decideCase(known, command), { by: full.by.personId })
    if (reply.ok && (known.status === 'none' || known.status === 'enquiry' || known.status === 'answered')) {
      this.serials.set(date, caseSerial)
    }
    return reply
  }

  /** Somebody asks; answers with the reply that names the enquiry. */
  ask(question: Partial<Extract<CaseCommand, { type: 'recordEnquiry' }>> = {}): Reply<Json> {
    const enquirySerial = (this.serials.get(`ZX-${this.date}`) ?? 0) + 1
    const command = {
      ...this.act(),
      type: 'recordEnquiry',
      item: null,
      itemVersion: 0,
      topic: '',
      answers: {},
      applicant: NOBODY,
      hasProxy: false,
      ticketNo: null,
      enquirySerial,
      answer: null,
      ...question
    } as const
    const enquiryNo = enquiryNumber(this.date, command.hall.terminal, enquirySerial)
    const reply = this.commit(caseStream(enquiryNo), decideCase(initialCase, command), {})
    if (reply.ok) this.serials.set(`ZX-${this.date}`, enquirySerial)
    return reply
  }

  /** A matter that is not taken in: a new one. */
  declineNew(command: Partial<DeclineCommand> & Pick<DeclineCommand, 'kind' | 'reason' | 'destination'>): Reply<Json> {
    const enquirySerial = (this.serials.get(`ZX-${this.date}`) ?? 0) + 1
    const caseSerial = (this.serials.get(this.date) ?? 0) + 1
    const { ticks: _ticks, commitmentBlocked: _blocked, ...matter } = intake({ ...this.act(), ticketNo: null })
    const full: DeclineCommand = { ...matter, caseSerial, enquirySerial, type: 'declineCase', ...command }
    const { hall, date } = full
    const asked = command.kind === 'notRequired'
    const id = asked
      ? enquiryNumber(date, hall.terminal, enquirySerial)
      : caseNumber(hall.regionCode, date, hall.terminal, caseSerial)
    const reply = this.commit(caseStream(id), decideCase(initialCase, full), {})
    if (reply.ok) this.serials.set(asked ? `ZX-${date}` : date, asked ? enquirySerial : caseSerial)
    return reply
  }

  /** An act on a case; what every act comes with is put in. */
  onCase(caseId: string, command: Plain, by: Act['by'] = CLERK): Reply<Json> {
    const state = this.cases.get(caseId) ?? initialCase
    const shelf = state.status === 'none' ? undefined : this.desk.items.get(state.item.itemId)
    const item = shelf && state.status !== 'none' ? itemAtVersion(shelf, state.item.version) : null
    // Most runs publish no items; the sample catalogue has them all in their first version.
    const known = item ?? (state.status === 'none' || state.item.itemId === '' ? null : itemOf(state.item.itemId))
    const full = { ...this.act(), by, item: known, ...command } as unknown as CaseCommand
    const meta = by.personId === 'system' ? BY_CLOCK : { by: by.personId, byName: by.name }
    return this.commit(caseStream(caseId), decideCase(state, full), meta)
  }

  /** The whole way to the end: up and back where it has to go up, decided, handed out. */
  finish(caseId: string): Reply<Json> {
    const state = this.cases.get(caseId)
    const type = state && state.status !== 'none' ? state.item.caseType : null
    if (type === 'UTILITY') return this.onCase(caseId, { type: 'completeCase', note: '已办' })
    if (type === 'ESCALATED') {
      this.onCase(caseId, { type: 'submitUpward', to: '区民政局', expectedBack: null })
      this.onCase(caseId, { type: 'returnFromAbove', result: 'approved', note: '同意' })
    }
    const decision = { reasons: '', certificateNo: null, validUntil: null, reviewers: ['周晓禾', '仇文澜'] }
    this.onCase(caseId, { type: 'decideCase', result: 'approved', ...decision })
    return this.onCase(caseId, {
      type: 'deliverResult',
      method: 'collect',
      recipient: '本人',
      agent: null,
      trackingNo: null,
      place: '大厅'
    })
  }

  print(command: PrintCommand): Reply<Json> {
    const { docId } = command
    const decision = decidePrinting(this.prints.get(docId) ?? initialPrints, command)
    const byClerk = command.type === 'queuePrint' || command.type === 'resolveUnknown'
    return this.commit(documentStream(docId), decision, byClerk ? {} : BY_CLOCK)
  }

  person(personId: string, command: StaffCommand): Reply<Json> {
    return this.commit(staffStream(personId), decideStaff(this.staff.get(personId) ?? initialStaff, command), {
      by: personId
    })
  }

  freshId(): string {
    this.ids += 1
    return `c${String(this.ids).padStart(5, '0')}`
  }

  /** What every act comes with: the desk's own rules and calendar, last serials of papers from what was issued. */
  private act(): Act {
    const year = this.date.slice(0, 4)
    const docSerials = Object.fromEntries(
      Object.values(NATURE).map((nature) => [nature, this.serials.get(serialKey(nature, year)) ?? 0])
    )
    const { hall, rules } = this.desk
    return act({ at: this.at, date: this.date, hall: hall ?? HALL, rules, calendar: this.calendar, docSerials })
  }

  private offered(itemId: string): number | undefined {
    const shelf = this.desk.items.get(itemId)
    return shelf ? itemOn(shelf, this.date)?.version : undefined
  }

  private given() {
    return { at: this.at, date: this.date, id: this.freshId(), hall: this.desk.hall ?? HALL, ...QUICKLY }
  }

  private queue(command: QueueCommand, meta: Partial<Meta>): Reply<Json> {
    const { date } = command
    return this.commit(queueStream(date), decideQueue(this.queues.get(date) ?? initialQueue, command), meta)
  }

  /** What was decided elsewhere, by the rules of that stream. */
  commit(stream: string, decision: Decision<DomainEvent>, change: Partial<Meta>): Reply<Json> {
    if (!decision.ok) return decision
    if (decision.events.length === 0) return { ok: true, value: decision.reply }
    const version = (this.versions.get(stream) ?? 0) + 1
    this.versions.set(stream, version)
    const seq = this.records.length + 1
    const meta = metaOf({ at: this.at, date: this.date, ...change })
    const commit = { commitId: `commit-${seq}`, events: decision.events, meta, reply: decision.reply }
    // As a reader of the log gets it: JSON and nothing else.
    const recorded = JSON.parse(
      JSON.stringify({ stream, version, position: { epoch: 'run', seq }, commit })
    ) as Recorded
    this.records.push(recorded)
    for (const event of recorded.commit.events) this.fold(stream, event as DomainEvent)
    this.desk.apply(recorded)
    return { ok: true, value: decision.reply }
  }

  private issued({ data: { docId, paper } }: DocumentIssued): void {
    this.prints.set(docId, initialPrints)
    if (!isCasePaper(paper)) return
    const key = serialKey(NATURE[paper.kind], this.date.slice(0, 4))
    this.serials.set(key, (this.serials.get(key) ?? 0) + 1)
  }

  private fold(stream: string, event: DomainEvent): void {
    const id = stream.slice(stream.indexOf('-') + 1)
    if (event.type === 'DocumentIssued') this.issued(event)
    else if (stream.startsWith('queue-')) {
      this.queues.set(id, evolveQueue(this.queues.get(id) ?? initialQueue, event as QueueEvent))
    } else if (stream.startsWith('case-')) {
      this.cases.set(id, evolveCase(this.cases.get(id) ?? initialCase, event as Parameters<typeof evolveCase>[1]))
    } else if (stream.startsWith('doc-')) {
      this.prints.set(id, evolvePrints(this.prints.get(id) ?? initialPrints, event as PrintEvent))
    } else if (stream.startsWith('staff-')) {
      this.staff.set(id, evolveStaff(this.staff.get(id) ?? initialStaff, event as Parameters<typeof evolveStaff>[1]))
    }
  }
}
