import { DEMO_PEOPLE } from '../../../shared/domain/hall/demo.ts'
import type { HallRun } from '../../projections/support/hallRun.ts'
import { CLERK, HALL, itemOf, LEAD, PASSWORD } from '../../support/builders.ts'
import { done } from './steps.ts'

/**
 * Up and back, decided here, what may follow, calendar days, in person only, on the spot, several offices, a licence,
 * bills.
 */
const ITEMS = ['MZ-001', 'MZ-003', 'MZ-004', 'HJ-002', 'HJ-004', 'SB-006', 'GT-002', 'GT-004', 'BM-001']

/** The hall with its items and people, and a log whose end had to be cut. */
export function found(run: HallRun): void {
  for (const id of ITEMS) done(run.publish(itemOf(id), 1))
  for (const { login, name, roles } of DEMO_PEOPLE) {
    done(
      run.person(login, { type: 'registerStaff', personId: login, login, name, roles, demo: true, password: PASSWORD })
    )
  }
  done(run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } }))
  const cut = { file: 'log-000001.jsonl', cutBytes: 113, keptCopy: 'cut/000001' }
  done(run.hall({ type: 'LogTailRepaired', v: 1, data: cut }))
}

/** Right and wrong passwords, one who is locked out; the printer, and what the hall sets for itself. */
export function signIns(run: HallRun): void {
  run.pass(5)
  for (const matches of [false, false, true]) run.person('zhou', { type: 'signIn', at: run.at, matches, counter: 1 })
  done(run.person('shan', { type: 'signIn', at: run.at, matches: true, counter: null }))
  for (let n = 0; n < 5; n += 1) run.person('qiu', { type: 'signIn', at: run.at, matches: false, counter: 2 })
  const target = { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台打印机' } as const
  done(run.hall({ type: 'PrinterChosen', v: 1, data: { target } }))
  done(run.hall({ type: 'PrinterChosen', v: 1, data: { target: { kind: 'folder' } } }))
  done(run.setRules({ ...run.desk.rules, handOverMinutes: 20, closingTime: '18:00' }, LEAD))
}

/** One who is served, one who does not come, one who waits in vain; and a ticket that is printed. */
export function morning(run: HallRun): void {
  run.pass(5)
  for (const group of ['A', 'A', 'B', 'G', 'A']) {
    done(run.issue(group))
    run.pass(1)
  }
  const counter = (verb: Parameters<HallRun['counter']>[1]) => done(run.counter(9, verb))
  counter('openCounter')
  done(run.issue('A'))
  counter('callNext')
  run.pass(1)
  counter('recall')
  counter('startService')
  run.pass(7)
  counter('finishService')
  counter('callNext')
  run.pass(2)
  counter('markNoShow')
  counter('pauseCounter')
  done(run.counter(2, 'openCounter', LEAD))
  done(run.counter(2, 'closeCounter', LEAD))
  counter('openCounter')
  // Estimates stand on tickets once somebody was served.
  done(run.issue('A'))
  counter('callNext')
  const [ticket] = run.prints.keys()
  const of = { docId: ticket ?? '', jobId: 'first-1' }
  done(run.print({ type: 'queuePrint', ...of, printer: 'folder', copies: 1 }))
  done(run.print({ type: 'markPrinted', ...of, evidence: 'file' }))
}

/** A paper whose first print is in doubt and whose second finds no sheet. */
export function doubtfulPrint(run: HallRun, docId: string): void {
  const [first, second] = [
    { docId, jobId: 'j1' },
    { docId, jobId: 'j2' }
  ]
  done(run.print({ type: 'queuePrint', ...first, printer: 'folder', copies: 2 }))
  done(run.print({ type: 'markSent', ...first, reference: '17' }))
  done(run.print({ type: 'markUnknown', ...first, detail: 'no-answer' }))
  done(run.print({ type: 'resolveUnknown', ...first, cameOut: true }))
  done(run.print({ type: 'queuePrint', ...second, printer: 'folder', copies: 1 }))
  done(run.print({ type: 'markFailed', ...second, reason: 'paper-out', detail: '' }))
}

/** The one who was locked out gets a new password, and leaves; the hall is open longer. */
export function changes(run: HallRun): void {
  done(run.person('zhou', { type: 'signOut' }))
  done(run.person('qiu', { type: 'setPassword', by: 'root', password: { ...PASSWORD, salt: 'bmV1' } }))
  done(run.person('qiu', { type: 'endStaff', by: 'root', administrators: ['root'] }))
  done(run.hall({ type: 'HallChanged', v: 1, data: { config: { ...HALL, hours: '工作日 9:00–18:00' } } }))
  done(run.issue('E'))
}

/** An item that is drafted, approved by somebody else, and taken off; a draft that comes to nothing. */
export function items(run: HallRun): void {
  const today = run.date
  const id = 'MZ-005'
  const draft = itemOf(id)
  done(run.onItem(id, { type: 'saveDraft', item: draft, by: CLERK, source: 'import' }))
  const terms = { today, by: LEAD, fourEyes: true, calendar: run.calendar }
  done(run.onItem(id, { type: 'approveDraft', effectiveFrom: today, ...terms }))
  const change = { ...draft, note: '与低保申请一并办理' }
  done(run.onItem(id, { type: 'saveDraft', item: change, by: CLERK, source: 'editor' }))
  done(run.onItem(id, { type: 'discardDraft' }))
  done(run.onItem(id, { type: 'withdrawItem', effectiveTo: today, today, reason: '改由区级统一办理' }))
}
