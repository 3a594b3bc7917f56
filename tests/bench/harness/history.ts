import fs from 'node:fs'
import path from 'node:path'
import { hashPassword } from '../../../electron/commands/passwords.ts'
import { writeSnapshot } from '../../../electron/log/snapshots.ts'
import { verifyLog } from '../../../electron/log/verify.ts'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar, type WorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { type Applicant, caseStream, initialCase } from '../../../shared/domain/casework/case.ts'
import type { CaseCommand, Intake } from '../../../shared/domain/casework/commands.ts'
import { decideCase } from '../../../shared/domain/casework/decideCase.ts'
import { itemStream } from '../../../shared/domain/catalogue/catalogue.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { neededMaterials, proxyAnswer } from '../../../shared/domain/catalogue/situations.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { DEMO_HALL } from '../../../shared/domain/hall/demo.ts'
import { HALL_STREAM } from '../../../shared/domain/hall/hall.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { documentStream } from '../../../shared/domain/printing/printing.ts'
import { staffStream } from '../../../shared/domain/staff/staff.ts'
import type { Meta } from '../../../shared/kernel/messages.ts'
import { Desk } from '../../../shared/projections/desk.ts'
import { packDesk } from '../../../shared/projections/deskSnapshot.ts'
import { plainAnswers } from '../../support/answers.ts'
import { inventedApplicant, seeded } from './people.ts'
import { LogWriter } from './writeLog.ts'

/**
 * Writes the log of a hall that has taken in many cases: `history <folder> <cases>`. Each case is decided by the
 * program's own rules and its paper has been printed; nearly all are completed. A snapshot of the desk lies as far back
 * as the program lets one lie. Says how far it is, one line of JSON at a time.
 */

const FIRST_DAY = '2023-01-03'
const LAST_DAY = '2026-06-30'
/** Cases open at the end: newest ones that run, and older ones that wait for the applicant to supplement. */
const RUNNING = 1600
const WAITING = 400
/**
 * Cases taken in behind the snapshot. With their prints and with as many completions that makes 4,800 records; the
 * program lets 5,000 come together.
 */
const BEHIND_SNAPSHOT = 1600
const RETURNING = 0.25
const REMEMBERED = 20_000
const SAMPLES = 400

const PERSON = {
  personId: 'bench',
  login: 'bench',
  name: '测量（演示）',
  demo: false,
  roles: ['clerk', 'lead', 'administrator']
} as const
const PASSWORD = 'Celiang@2026'

/** What searches are made of: some of the cases, spread over the whole time. */
interface Sample {
  readonly name: string
  readonly idNumber: string
  readonly phone: string | null
  readonly caseNo: string
}

const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`)

class History {
  readonly samples: Sample[] = []
  records = 0
  private readonly writer: LogWriter
  private readonly cases: number
  private readonly desk = new Desk()
  private readonly random = seeded(20260630)
  private readonly calendar = remembering(createWorkCalendar(shippedCalendarYears()))
  private readonly items = shippedItems().items
  private readonly docSerials = new Map<string, number>()
  private readonly people: Applicant[] = []
  private readonly open: { readonly caseId: string; readonly since: string }[] = []
  private taken = 0

  constructor(writer: LogWriter, cases: number) {
    this.writer = writer
    this.cases = cases
  }

  async write(): Promise<void> {
    await this.found()
    const days = this.workingDays()
    for (const [index, day] of days.entries()) {
      const until = Math.round((this.cases * (index + 1)) / days.length)
      for (let serial = 1; this.taken < until; serial += 1) {
        this.takeIn(day, serial)
        this.complete(day)
        if (this.taken === this.cases - BEHIND_SNAPSHOT) await this.snapshot()
      }
      say({ cases: this.taken })
    }
    await this.writer.close()
  }

  private async found(): Promise<void> {
    const meta = this.meta(FIRST_DAY, 0)
    for (const item of this.items) {
      this.record(itemStream(item.id), meta, [
        { type: 'ItemPublished', v: 1, data: { itemId: item.id, version: 1, effectiveFrom: FIRST_DAY, item } }
      ])
    }
    const password = await hashPassword(PASSWORD, Buffer.alloc(16, 7))
    this.record(staffStream(PERSON.personId), meta, [
      { type: 'StaffRegistered', v: 1, data: PERSON },
      { type: 'PasswordSet', v: 1, data: { password } }
    ])
    this.record(HALL_STREAM, meta, [{ type: 'HallFounded', v: 1, data: { config: DEMO_HALL } }])
  }

  private takeIn(date: string, serial: number): void {
    const waitingEvery = Math.max(2, Math.floor(this.cases / WAITING))
    const waits = this.taken % waitingEvery === waitingEvery - 1
    const meta = this.meta(date, serial)
    const item = this.items[Math.floor(this.random() * this.items.length)]
    if (!item) throw new Error('no items')
    const applicant = this.applicant()
    const type = waits && item.materials.length > 0 ? 'giveOneTimeNotice' : 'acceptCase'
    const docKey = `${type}-${date.slice(0, 4)}`
    const last = this.docSerials.get(docKey) ?? 0
    this.docSerials.set(docKey, last + 1)
    const answers = plainAnswers(item)
    const intake: Intake = {
      at: meta.at,
      date,
      hall: DEMO_HALL,
      rules: defaultHallRules(),
      calendar: this.calendar,
      item,
      itemVersion: 1,
      answers,
      commitmentBlocked: false,
      docSerials: type === 'acceptCase' ? { 受: last } : { 告: last },
      applicant,
      proxy: null,
      ticks: neededMaterials(item, { ...answers, ...proxyAnswer(item, false) }).map(({ id }, index) => ({
        materialId: id,
        result: type === 'giveOneTimeNotice' && index === 0 ? 'missing' : 'inOrder',
        reason: ''
      })),
      by: PERSON,
      counter: 1,
      ticketNo: `A${String(serial).padStart(3, '0')}`,
      caseSerial: serial
    }
    const command: CaseCommand =
      type === 'acceptCase'
        ? { type, ...intake, decideNow: null }
        : { type, ...intake, secondNoticeReason: null, approver: null }
    const decision = decideCase(initialCase, command)
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    const { caseId, caseNo, docId } = decision.reply as { caseId: string; caseNo: string; docId: string }
    this.record(caseStream(caseId), meta, decision.events)
    this.print(docId, meta)
    if (type === 'acceptCase') this.open.push({ caseId, since: date })
    this.keepSample(applicant, caseNo)
    this.taken += 1
  }

  /** All of a print in one record; the program writes one for each step. */
  private print(docId: string, meta: Meta): void {
    const jobId = `${docId}-1`
    this.record(documentStream(docId), meta, [
      { type: 'PrintQueued', v: 1, data: { docId, jobId, printer: 'folder', copies: 1, reprint: 0 } },
      { type: 'PrintSent', v: 1, data: { docId, jobId, reference: jobId } },
      { type: 'Printed', v: 1, data: { docId, jobId, evidence: 'file' } }
    ])
  }

  private complete(date: string): void {
    if (this.open.length <= Math.min(RUNNING, this.cases / 10) || (this.open[0]?.since ?? date) >= date) return
    const { caseId } = this.open.shift() ?? { caseId: '' }
    const completed: DomainEvent = { type: 'CaseCompleted', v: 1, data: { completedOn: date, note: '' } }
    this.record(caseStream(caseId), this.meta(date, 0), [completed])
  }

  private applicant(): Applicant {
    const known = this.people.length > 100 && this.random() < RETURNING
    const person = known ? this.people[Math.floor(this.random() * this.people.length)] : undefined
    if (person) return person
    const applicant = inventedApplicant(this.random)
    this.people[this.people.length < REMEMBERED ? this.people.length : Math.floor(this.random() * REMEMBERED)] =
      applicant
    return applicant
  }

  private keepSample({ name, idNumber, phone }: Applicant, caseNo: string): void {
    const every = Math.max(1, Math.floor(this.cases / SAMPLES))
    const rare = /[^\u4e00-\u9fff]/.test(name) || [...name].length !== name.length
    if (this.taken % every === 0 || (rare && this.taken % 7 === 0 && this.samples.length < 4 * SAMPLES)) {
      this.samples.push({ name, idNumber, phone, caseNo })
    }
  }

  private async snapshot(): Promise<void> {
    const bookmark = this.writer.bookmark()
    const written = await writeSnapshot(this.writer.folder, { bookmark, body: packDesk(this.desk) })
    if (!written.ok) throw new Error(written.reason)
  }

  private record(stream: string, meta: Meta, events: readonly DomainEvent[]): void {
    this.desk.apply(this.writer.append(stream, { commitId: this.newId(), meta, events, reply: null }))
    this.records += 1
  }

  private meta(date: string, serial: number): Meta {
    const at = new Date(Date.parse(`${date}T01:00:00.000Z`) + serial * 20_000).toISOString()
    return {
      at,
      date,
      by: PERSON.personId,
      byName: PERSON.name,
      screen: 'counter',
      counter: 1,
      terminal: DEMO_HALL.terminal
    }
  }

  private newId(): string {
    const part = (): string =>
      Math.floor(this.random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
    const hex = part() + part() + part() + part()
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  private workingDays(): string[] {
    const days: string[] = []
    for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
      if (this.calendar.isWorkingDay(day) === true) days.push(day)
    }
    return days
  }
}

/** The same dates are counted for every case of a day. */
function remembering(calendar: WorkCalendar): WorkCalendar {
  const known = new Map<string, ReturnType<WorkCalendar['addWorkingDays']>>()
  const remembered = (kind: 'addWorkingDays' | 'addCalendarDays') => (date: string, n: number) => {
    const key = `${kind} ${date} ${n}`
    const counted = known.get(key) ?? calendar[kind](date, n)
    known.set(key, counted)
    return counted
  }
  return { ...calendar, addWorkingDays: remembered('addWorkingDays'), addCalendarDays: remembered('addCalendarDays') }
}

async function main(): Promise<void> {
  const [, , folder = '', cases = '0'] = process.argv
  const logFolder = path.join(folder, 'log')
  const writer = await LogWriter.create(logFolder, `bench-${cases}`, `${FIRST_DAY}T00:00:00.000Z`)
  const history = new History(writer, Number(cases))
  await history.write()
  const verified = await verifyLog(logFolder)
  if (!verified.ok || verified.records !== history.records) throw new Error(JSON.stringify(verified))
  // Last: where it is, everything before it is there.
  const about = { cases: Number(cases), records: history.records, samples: history.samples }
  fs.writeFileSync(path.join(folder, 'history.json'), JSON.stringify(about))
  say({ done: true })
}

void main()
