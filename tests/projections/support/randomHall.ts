import fc from 'fast-check'
import type { TickResult } from '../../../shared/domain/casework/case.ts'
import type { PrintCommand } from '../../../shared/domain/printing/decidePrinting.ts'
import type { TicketStatus } from '../../../shared/domain/queue/queue.ts'
import { plainAnswers } from '../../support/answers.ts'
import { CALENDAR, CLERK, HALL, itemOf, LEAD, PASSWORD, PEOPLE, PROXY, ticksFor } from '../../support/builders.ts'
import { ACT_KINDS, declineOne, tryActs } from './caseActs.ts'
import { HallRun } from './hallRun.ts'

/** Something somebody does. Numbers pick among what there is, newest first. */
export type Step =
  | { readonly do: 'issue'; readonly group: string }
  | { readonly do: 'visit'; readonly way: (typeof WAYS)[number] }
  | { readonly do: 'counter'; readonly counter: number; readonly verb: (typeof VERBS)[number]; readonly lead: boolean }
  | {
      readonly do: 'takeIn'
      readonly person: number
      readonly item: number
      readonly gaps: readonly string[]
      readonly proxy: boolean
      readonly returning: boolean
      readonly pick: number
    }
  | { readonly do: 'complete'; readonly pick: number }
  | { readonly do: 'act'; readonly pick: number; readonly act: number; readonly more: number }
  | { readonly do: 'decline'; readonly kind: 'notRequired' | 'outsideAuthority' }
  | { readonly do: 'ask'; readonly answered: boolean; readonly about: number }
  | { readonly do: 'print'; readonly pick: number; readonly outcome: (typeof OUTCOMES)[number] }
  | { readonly do: 'signIn'; readonly matches: boolean }
  | { readonly do: 'day'; readonly close: boolean; readonly go: number }
  | { readonly do: 'hall'; readonly what: 'printer' | 'changed' | 'repaired' | 'item' }

const VERBS = [
  'openCounter',
  'callNext',
  'recall',
  'startService',
  'markNoShow',
  'finishService',
  'pauseCounter',
  'closeCounter',
  'hold',
  'takeBack',
  'transfer',
  'nextService',
  'correctService',
  'serveWalkIn',
  'stillServing',
  'grantPriority',
  'rejoin',
  'cancelTicket',
  'undo',
  'callColleague',
  'answerColleague',
  'closeHall'
] as const
/** Visits that do not go straight: what follows the call, one after the other. */
const WAYS = [
  ['recall', 'markNoShow', 'rejoin'],
  ['startService', 'hold', 'takeBack', 'finishService'],
  ['startService', 'correctService', 'transfer'],
  ['startService', 'nextService', 'stillServing', 'finishService', 'undo'],
  ['undo']
] as const satisfies readonly (readonly (typeof VERBS)[number][])[]

const OUTCOMES = ['queued', 'sent', 'printed', 'failed', 'unknown', 'settled'] as const
/** Goes up and stops for a public notice; calendar days; on the spot; several offices; promises and pieces that follow. */
const ITEMS = ['MZ-001', 'HJ-002', 'SB-003', 'JH-005', 'MZ-003'].map(itemOf)
/** What may follow and what a promise stands for, where the item allows it. */
const LATER = { 'MZ-003': { m6: 'committed', m7: 'deferred' } } as const
const PERSONS = Object.values(PEOPLE)
const pick = fc.nat(6)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('issue' as const), group: fc.constantFrom('A', 'B', 'G') }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('counter' as const),
      counter: fc.constantFrom(1, 9),
      verb: fc.constantFrom(...VERBS, 'openCounter', 'callNext', 'startService', 'finishService'),
      lead: fc.boolean()
    })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('visit' as const), way: fc.constantFrom(...WAYS) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('takeIn' as const),
      person: fc.nat(PERSONS.length - 1),
      item: fc.nat(ITEMS.length - 1),
      gaps: fc.subarray(['m1', 'm2'], { maxLength: 2 }),
      proxy: fc.boolean(),
      returning: fc.boolean(),
      pick
    })
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('act' as const), pick, act: fc.nat(ACT_KINDS - 1), more: fc.nat(6) })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('complete' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('decline' as const),
      kind: fc.constantFrom('notRequired' as const, 'outsideAuthority' as const)
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('ask' as const), answered: fc.boolean(), about: fc.nat(ITEMS.length) })
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('print' as const), pick, outcome: fc.constantFrom(...OUTCOMES) })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('signIn' as const), matches: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('day' as const),
      close: fc.boolean(),
      go: fc.constantFrom(1, 1, 1, 2, 3, -1, 100)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hall' as const),
      what: fc.constantFrom('printer' as const, 'changed' as const, 'repaired' as const, 'item' as const)
    })
  }
)

/** Some days of a hall, after it was founded. */
export const life = fc.array(step, { minLength: 1, maxLength: 90, size: 'max' })

const PRINTED: Readonly<Record<(typeof OUTCOMES)[number], readonly PrintCommand['type'][]>> = {
  queued: [],
  sent: ['markSent'],
  printed: ['markSent', 'markPrinted'],
  failed: ['markFailed'],
  unknown: ['markSent', 'markUnknown'],
  settled: ['markUnknown', 'resolveUnknown']
}

function printing(run: HallRun, docId: string, outcome: (typeof OUTCOMES)[number]): void {
  const jobId = run.freshId()
  run.print({ type: 'queuePrint', docId, jobId, printer: 'folder', copies: 1 })
  // The outcome belongs to whatever is on its way, which is an older print when this one was refused.
  const open = run.prints.get(docId)?.jobs.find((j) => ['queued', 'sent', 'unknown'].includes(j.status))?.jobId ?? jobId
  for (const type of PRINTED[outcome]) {
    const of = { docId, jobId: open }
    if (type === 'markSent') run.print({ type, ...of, reference: 'r-1' })
    if (type === 'markPrinted') run.print({ type, ...of, evidence: 'printer' })
    if (type === 'markFailed') run.print({ type, ...of, reason: 'paper-out', detail: '' })
    if (type === 'markUnknown') run.print({ type, ...of, detail: 'no-answer' })
    if (type === 'resolveUnknown') run.print({ type, ...of, cameOut: true })
  }
}

const nth = <T>(list: readonly T[], n: number): T | undefined => list.at(-1 - n)

/** Drafts of an item; what becomes of them hangs on how far the run is. */
function onItem(run: HallRun): void {
  run.publish(itemOf('MZ-001'), (run.desk.items.get('MZ-001')?.versions.length ?? 1) + 1)
  const { date: today } = run
  const draft = (): void => {
    const version = run.desk.items.get('HJ-001')?.versions.at(-1)?.version ?? 1
    const item = { ...itemOf('HJ-001'), version, note: run.freshId() }
    run.onItem('HJ-001', { type: 'saveDraft', item, by: CLERK, source: 'editor' })
  }
  draft()
  run.onItem('HJ-001', { type: 'discardDraft' })
  if (run.records.length % 3 === 0) return
  draft()
  const terms = { effectiveFrom: today, today, by: LEAD, fourEyes: true, calendar: CALENDAR }
  run.onItem('HJ-001', { type: 'approveDraft', ...terms })
  if (run.records.length % 3 === 1) return
  run.onItem('HJ-001', { type: 'withdrawItem', effectiveTo: today, today, reason: '合并办理' })
}

/** Which number an act is about, and what it says beyond that. */
function detailsOf(run: HallRun, verb: (typeof VERBS)[number]): object {
  const about: { readonly [V in (typeof VERBS)[number]]?: TicketStatus } = {
    takeBack: 'held',
    rejoin: 'missed',
    grantPriority: 'waiting',
    cancelTicket: 'waiting'
  }
  const day = run.queues.get(run.date)
  const tickets = day && day.status !== 'unopened' ? [...day.tickets.values()] : []
  const ticketId = tickets.find((ticket) => ticket.status === about[verb])?.ticketId ?? ''
  const priority = { reason: 'elderly', note: '' }
  const nobodyElse = { toCounter: null, toPerson: null, toPersonName: '' }
  return { ticketId, priority, ...nobodyElse, group: 'A', reason: '去复印' }
}

export function take(run: HallRun, asked: Step): void {
  run.pass(1)
  switch (asked.do) {
    case 'issue':
      run.issue(asked.group)
      return
    case 'visit':
      run.issue('B')
      for (const verb of ['openCounter', 'callNext', ...asked.way] as const) {
        run.counter(1, verb, CLERK, detailsOf(run, verb))
      }
      return
    case 'counter':
      run.counter(asked.counter, asked.verb, asked.lead ? LEAD : CLERK, detailsOf(run, asked.verb))
      return
    case 'takeIn': {
      const caseId = asked.returning ? nth([...run.cases.keys()], asked.pick) : undefined
      const known = caseId === undefined ? undefined : run.cases.get(caseId)
      const of = known && known.status !== 'none' ? known.item.itemId : undefined
      const item = ITEMS.find((i) => i.id === of) ?? ITEMS[asked.item] ?? itemOf('MZ-001')
      const gaps = Object.fromEntries(asked.gaps.map((id): [string, TickResult] => [id, 'missing']))
      const brought = {
        item,
        applicant: PERSONS[asked.person] ?? PEOPLE.plain,
        proxy: asked.proxy && item.agentAllowed ? PROXY : null,
        ticks: ticksFor(item, { ...(item.id === 'MZ-003' ? LATER[item.id] : {}), ...gaps }),
        by: LEAD,
        ...(caseId === undefined ? {} : { caseId })
      }
      // Every third is left at the counter to be looked through later.
      const settled = asked.gaps.length > 0 ? 'giveOneTimeNotice' : 'acceptCase'
      run.takeIn(asked.pick % 3 === 2 ? 'receiveCase' : settled, brought, '漏看')
      return
    }
    case 'complete':
    case 'act': {
      const caseId = nth([...run.cases.keys()], asked.pick)
      if (caseId === undefined) return
      if (asked.do === 'complete') run.finish(caseId)
      else tryActs(run, caseId, asked.act, asked.more)
      return
    }
    case 'decline':
      declineOne(run, asked.kind)
      return
    case 'ask': {
      const item = ITEMS[asked.about] ?? null
      run.ask({
        item,
        itemVersion: item?.version ?? 0,
        topic: item ? '' : '门口的路灯不亮',
        answers: item ? plainAnswers(item) : {},
        answer: asked.answered ? { text: '已经当面答复', destination: null } : null
      })
      return
    }
    case 'print': {
      const docId = nth([...run.prints.keys()], asked.pick)
      if (docId !== undefined) printing(run, docId, asked.outcome)
      return
    }
    case 'signIn':
      run.person('zhou', { type: 'signIn', at: run.at, matches: asked.matches, counter: 1 })
      return
    case 'day': {
      const over = run.date
      run.goDays(asked.go)
      if (asked.close && run.date > over) run.closeDay(over)
      return
    }
    case 'hall':
      if (asked.what === 'printer') {
        const target = { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台' } as const
        run.hall({ type: 'PrinterChosen', v: 1, data: { target } })
        run.hall({ type: 'PrinterAssigned', v: 1, data: { use: 'card', target } })
      }
      if (asked.what === 'changed')
        run.hall({ type: 'HallChanged', v: 1, data: { config: { ...HALL, hours: run.date } } })
      if (asked.what === 'repaired') {
        run.hall({ type: 'LogTailRepaired', v: 1, data: { file: 'log-000001.jsonl', cutBytes: 7, keptCopy: null } })
      }
      if (asked.what === 'item') onItem(run)
  }
}

/** A founded hall with its people and items, then these steps. */
export function lifeOf(steps: readonly Step[]): HallRun {
  const run = new HallRun()
  for (const item of ITEMS) run.publish(item, 1)
  const person = { personId: 'zhou', login: 'zhou', name: CLERK.name, roles: ['clerk'], demo: true } as const
  run.person('zhou', { type: 'registerStaff', ...person, password: PASSWORD })
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
  for (const asked of steps) take(run, asked)
  return run
}
