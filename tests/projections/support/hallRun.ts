import { type CaseState, caseStream, evolveCase, initialCase } from '../../../shared/domain/casework/case.ts'
import { type CaseCommand, decideCase, type Intake, natureOf } from '../../../shared/domain/casework/decideCase.ts'
import { caseNumber, serialKey } from '../../../shared/domain/casework/numbers.ts'
import { itemStream } from '../../../shared/domain/catalogue/catalogue.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { HALL_STREAM, type HallEvent } from '../../../shared/domain/hall/hall.ts'
import { decidePrinting, type PrintCommand } from '../../../shared/domain/printing/decidePrinting.ts'
import {
  documentStream,
  evolvePrints,
  initialPrints,
  type PrintEvent,
  type PrintState
} from '../../../shared/domain/printing/printing.ts'
import { decideQueue, type QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import {
  evolveQueue,
  initialQueue,
  type QueueEvent,
  type QueueState,
  queueStream
} from '../../../shared/domain/queue/queue.ts'
import { decideStaff, type StaffCommand } from '../../../shared/domain/staff/decideStaff.ts'
import { evolveStaff, initialStaff, type StaffState, staffStream } from '../../../shared/domain/staff/staff.ts'
import type { Json, Meta, Recorded } from '../../../shared/kernel/messages.ts'
import { accept, type Decision, type Reply } from '../../../shared/kernel/result.ts'
import { Desk } from '../../../shared/projections/desk.ts'
import { CLERK, HALL, intake, metaOf } from '../../support/builders.ts'

type CounterVerb = Exclude<QueueCommand['type'], 'issueTicket' | 'closeDay'>
type Who = { readonly personId: string; readonly name: string }

/** The part of an intake that a run does not know by itself; `caseId` of a case that goes on. */
export type Brought = Pick<Intake, 'item' | 'applicant' | 'proxy' | 'ticks'> &
  Partial<Intake> & { readonly caseId?: string }

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

  issue(group: string): Reply<Json> {
    return this.queue({ type: 'issueTicket', group, ...this.given() }, {})
  }

  counter(counter: number, type: CounterVerb, who: Who = CLERK): Reply<Json> {
    const by = { by: who.personId, byName: who.name }
    return this.queue({ type, counter, ...by, ...this.given() }, { ...by, counter })
  }

  /** Ends a day by its date, as the program does at the first chance after it. */
  closeDay(date: string): Reply<Json> {
    const command = { type: 'closeDay' as const, ...this.given(), date }
    return this.commit(queueStream(date), decideQueue(this.queues.get(date) ?? initialQueue, command), { by: 'system' })
  }

  /** All in order → accepted, else a notice. */
  takeIn(type: 'acceptCase' | 'giveOneTimeNotice', brought: Brought, reason: string | null = null): Reply<Json> {
    const { caseId: going, ...change } = brought
    const known = (going === undefined ? undefined : this.cases.get(going)) ?? initialCase
    const docKey = serialKey(natureOf(type), this.date.slice(0, 4))
    const full = {
      ...intake({ at: this.at, date: this.date, ticketNo: null, ...change }),
      itemVersion: this.desk.items.get(brought.item.id)?.version ?? 1,
      caseSerial: (this.serials.get(this.date) ?? 0) + 1,
      docSerial: (this.serials.get(docKey) ?? 0) + 1
    }
    const { hall, date, caseSerial, docSerial } = full
    const caseId = going ?? caseNumber(hall.regionCode, date, hall.terminal, caseSerial)
    const command: CaseCommand =
      type === 'acceptCase' ? { type, ...full } : { type, ...full, secondNoticeReason: reason }
    const reply = this.commit(caseStream(caseId), decideCase(known, command), { by: full.by.personId })
    if (reply.ok) {
      this.serials.set(docKey, docSerial)
      if (known.status === 'none') this.serials.set(date, caseSerial)
    }
    return reply
  }

  onCase(caseId: string, command: Extract<CaseCommand, { type: 'completeCase' | 'revealIdentity' }>): Reply<Json> {
    return this.commit(caseStream(caseId), decideCase(this.cases.get(caseId) ?? initialCase, command), {})
  }

  print(command: PrintCommand): Reply<Json> {
    const { docId } = command
    const decision = decidePrinting(this.prints.get(docId) ?? initialPrints, command)
    return this.commit(documentStream(docId), decision, command.type === 'queuePrint' ? {} : { by: 'system' })
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

  private given() {
    return { at: this.at, date: this.date, id: this.freshId(), hall: this.desk.hall ?? HALL }
  }

  private queue(command: QueueCommand, meta: Partial<Meta>): Reply<Json> {
    const { date } = command
    return this.commit(queueStream(date), decideQueue(this.queues.get(date) ?? initialQueue, command), meta)
  }

  private commit(stream: string, decision: Decision<DomainEvent>, change: Partial<Meta>): Reply<Json> {
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

  private fold(stream: string, event: DomainEvent): void {
    const id = stream.slice(stream.indexOf('-') + 1)
    if (event.type === 'DocumentIssued') this.prints.set(event.data.docId, initialPrints)
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
