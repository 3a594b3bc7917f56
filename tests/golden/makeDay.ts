import { DEMO_PEOPLE } from '../../shared/domain/hall/demo.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { HallRun } from '../projections/support/hallRun.ts'
import { CLERK, HALL, itemOf, LEAD, PASSWORD, PEOPLE, PROXY, ticksFor } from '../support/builders.ts'

/** Items of four kinds: two clocks, calendar days, on the spot, in person only. */
const ITEMS = ['MZ-001', 'HJ-002', 'SB-003', 'HJ-004'].map(itemOf)

/**
 * Monday 2026-11-23 and the morning after in the demo hall, by the rules of today, with ids and times that are always
 * the same. Everything that can be recorded happens at least once.
 *
 * The committed `day-1.json` was made with it once. It is a log that somebody has on disk: what it says is never
 * edited, and it is not made again because a rule has changed. When new kinds of facts come, record a `day-2.json`.
 */
export function makeDay(): readonly Recorded[] {
  const run = new HallRun('2026-11-23T00:50:00.000Z')
  found(run)
  run.hall({ type: 'LogTailRepaired', v: 1, data: { file: 'log-000001.jsonl', cutBytes: 113, keptCopy: 'cut/000001' } })
  signIns(run)
  morning(run)
  papersIn(run)
  nextMorning(run)
  return run.records
}

function found(run: HallRun): void {
  for (const item of ITEMS) run.publish(item, 1)
  for (const { login, name, roles } of DEMO_PEOPLE) {
    run.person(login, { type: 'registerStaff', personId: login, login, name, roles, demo: true, password: PASSWORD })
  }
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
}

function signIns(run: HallRun): void {
  run.pass(5)
  for (const matches of [false, false, true]) run.person('zhou', { type: 'signIn', at: run.at, matches, counter: 9 })
  run.person('shan', { type: 'signIn', at: run.at, matches: true, counter: null })
  for (let n = 0; n < 5; n += 1) run.person('qiu', { type: 'signIn', at: run.at, matches: false, counter: 2 })
  const target = { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台打印机' } as const
  run.hall({ type: 'PrinterChosen', v: 1, data: { target } })
  run.hall({ type: 'PrinterChosen', v: 1, data: { target: { kind: 'folder' } } })
}

/** One who is served, one who does not come, one who waits in vain. */
function morning(run: HallRun): void {
  run.pass(5)
  for (const group of ['A', 'A', 'B', 'G', 'A']) {
    run.issue(group)
    run.pass(1)
  }
  run.counter(9, 'openCounter')
  run.issue('A')
  run.counter(9, 'callNext')
  run.pass(1)
  run.counter(9, 'recall')
  run.counter(9, 'startService')
  run.pass(7)
  run.counter(9, 'finishService')
  run.counter(9, 'callNext')
  run.pass(2)
  run.counter(9, 'markNoShow')
  run.counter(9, 'pauseCounter')
  run.counter(2, 'openCounter', LEAD)
  run.counter(2, 'closeCounter', LEAD)
  run.counter(9, 'openCounter')
  run.counter(9, 'callNext')
  run.print({ type: 'queuePrint', docId: 't-20261123-A001', jobId: 'first-1', printer: 'folder', copies: 1 })
  run.print({ type: 'markPrinted', docId: 't-20261123-A001', jobId: 'first-1', evidence: 'file' })
}

/** Accepted at once; noticed and back the next day; one that is completed on the spot; one without phone and proxy. */
function papersIn(run: HallRun): void {
  const [two, calendar, spot] = ITEMS
  if (!two || !calendar || !spot) throw new Error('the items are not there')
  const ticketNo = 'G001'
  run.pass(10)
  run.takeIn('acceptCase', {
    item: two,
    applicant: PEOPLE.rare,
    proxy: PROXY,
    ticks: ticksFor(two),
    ticketNo,
    counter: 9
  })
  const first = `${[...run.cases.keys()][0]}-1`
  run.print({ type: 'queuePrint', docId: first, jobId: 'j1', printer: 'folder', copies: 1 })
  run.print({ type: 'markSent', docId: first, jobId: 'j1', reference: '17' })
  run.print({ type: 'markUnknown', docId: first, jobId: 'j1', detail: 'no-answer' })
  run.print({ type: 'resolveUnknown', docId: first, jobId: 'j1', cameOut: true })
  run.print({ type: 'queuePrint', docId: first, jobId: 'j2', printer: 'folder', copies: 1 })
  run.print({ type: 'markFailed', docId: first, jobId: 'j2', reason: 'paper-out', detail: '' })
  run.pass(12)
  const gaps = ticksFor(calendar, { m1: 'missing', m2: 'notMeeting' })
  run.takeIn('giveOneTimeNotice', {
    item: calendar,
    applicant: PEOPLE.long,
    proxy: null,
    ticks: gaps,
    by: CLERK,
    counter: null
  })
  run.pass(12)
  run.takeIn('acceptCase', {
    item: spot,
    applicant: PEOPLE.plain,
    proxy: { ...PROXY, phone: null },
    ticks: ticksFor(spot, { m1: 'notApplicable' })
  })
  const done = [...run.cases.keys()][2] ?? ''
  run.onCase(done, { type: 'completeCase', date: run.date, note: '当场办结' })
  run.onCase(done, { type: 'revealIdentity', field: 'applicant' })
  run.person('zhou', { type: 'signOut' })
}

/** Yesterday is closed; the visitor comes back with a new phone, needs a second notice, then has everything. */
function nextMorning(run: HallRun): void {
  const calendar = ITEMS[1]
  const caseId = [...run.cases.keys()][1]
  if (!calendar || !caseId) throw new Error('nobody was given a notice')
  const yesterday = run.date
  run.goDays(1)
  run.closeDay(yesterday)
  // The one who was locked out gets a new password, and leaves.
  run.person('qiu', { type: 'setPassword', by: 'root', password: { ...PASSWORD, salt: 'bmV1' } })
  run.person('qiu', { type: 'endStaff', by: 'root', administrators: ['root'] })
  run.hall({ type: 'HallChanged', v: 1, data: { config: { ...HALL, hours: '工作日 9:00–18:00' } } })
  run.issue('E')
  const back = {
    item: calendar,
    applicant: { ...PEOPLE.long, phone: null },
    proxy: PROXY,
    caseId,
    by: LEAD,
    counter: 1
  }
  run.takeIn('giveOneTimeNotice', { ...back, ticks: ticksFor(calendar, { m3: 'missing' }) }, '昨日漏看')
  run.pass(60)
  run.takeIn('acceptCase', { ...back, applicant: PEOPLE.long, proxy: null, ticks: ticksFor(calendar) })
}
