import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { deskView, hallView } from '../../shared/projections/queueViews.ts'
import { CLERK, DAY, HALL, itemOf, LEAD, PEOPLE, PROXY, ticksFor } from '../support/builders.ts'
import { readingOf } from '../support/caseReading.ts'
import { HallRun } from './support/hallRun.ts'
import { life, lifeOf } from './support/randomHall.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const item = itemOf('MZ-001')
const bring = (change: Partial<Parameters<HallRun['takeIn']>[1]> = {}) => ({
  item,
  applicant: PEOPLE.plain,
  proxy: null,
  ticks: ticksFor(item),
  ...change
})

function founded(): HallRun {
  const run = new HallRun()
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
  return run
}

const desk = (run: HallRun, counter: number | null = 9, date = run.date) =>
  deskView(run.desk, HALL, date, { counter, personId: CLERK.personId }, readingOf(run.desk, date))
const hall = (run: HallRun, date = run.date) => hallView(HALL, run.desk.service, run.desk.queues.get(date), date)

describe('the hall screen', () => {
  it('shows before the day opens that nobody waits and nobody serves', () => {
    const view = hall(founded())
    expect(view).toMatchObject({ hallName: HALL.name, demo: true, date: DAY, calls: [], waitingAll: 0 })
    expect(view.counters.map((c) => [c.no, c.status, c.ticketNo])).toEqual(
      HALL.counters.map((c) => [c.no, 'closed', null])
    )
    expect(view.groups).toEqual(HALL.groups.map(({ code, name }) => ({ code, name, waiting: 0 })))
  })

  it('shows who waits by group, who is called where, and the newest call first', () => {
    const run = founded()
    for (const group of ['A', 'A', 'B', 'G']) run.issue(group)
    run.counter(9, 'openCounter')
    run.counter(9, 'callNext')
    run.pass(1)
    run.counter(2, 'openCounter', LEAD)
    run.counter(2, 'callNext', LEAD)
    const view = hall(run)
    expect(view.groups.flatMap((g) => (g.waiting > 0 ? [[g.code, g.waiting]] : []))).toEqual([
      ['A', 1],
      ['G', 1]
    ])
    expect(view.waitingAll).toBe(2)
    expect(view.calls).toMatchObject([
      { no: 'B001', counter: 2, calls: 1 },
      { no: 'A001', counter: 9, calls: 1 }
    ])
    expect(view.counters.filter((c) => c.ticketNo)).toMatchObject([
      { no: 2, status: 'open', ticketNo: 'B001' },
      { no: 9, status: 'open', ticketNo: 'A001' }
    ])
  })

  it('announces a call again under a new id, with its count', () => {
    const run = founded()
    run.issue('A')
    run.counter(9, 'openCounter')
    run.counter(9, 'callNext')
    const first = hall(run).calls[0]
    run.counter(9, 'recall')
    const again = hall(run).calls
    expect(again).toMatchObject([{ no: 'A001', calls: 2 }])
    expect(again[0]?.callId).not.toBe(first?.callId)
  })

  it('says nothing of people, items or papers, whatever has happened (domain: numbers, not people)', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const run = lifeOf(steps)
        const people = [...Object.values(PEOPLE), PROXY]
        const secrets = [
          ...people.flatMap((p) => [p.name, p.idNumber, p.phone ?? p.name]),
          ...[CLERK, LEAD].flatMap((p) => [p.name, `"${p.personId}"`]),
          ...['MZ-001', 'HJ-002', 'SB-003'].map((id) => itemOf(id).name)
        ]
        for (const date of run.desk.queues.keys()) {
          const shown = JSON.stringify(hall(run, date))
          expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
        }
      }),
      { numRuns: 30 }
    )
  })
})

describe('the clerk’s desk', () => {
  it('shows those whom this counter will call, in that order', () => {
    const run = founded()
    for (const group of ['G', 'B', 'A', 'G']) run.issue(group)
    const view = desk(run)
    expect(view.waiting.map((t) => t.no)).toEqual(['G001', 'A001', 'G002'])
    expect([view.waitingHere, view.waitingAll]).toEqual([3, 4])
    expect(view.waiting[0]).toMatchObject({ groupName: '农业综合', status: 'waiting', calls: 0 })
  })

  it('lists sixty at most and counts all', () => {
    const run = founded()
    for (let n = 0; n < 63; n += 1) run.issue('A')
    expect(desk(run).waiting).toHaveLength(60)
    expect(desk(run)).toMatchObject({ waitingHere: 63, waitingAll: 63 })
  })

  it('shows the ticket at the counter with its calls and times', () => {
    const run = founded()
    run.issue('A')
    run.counter(9, 'openCounter')
    expect(desk(run)).toMatchObject({ counterStatus: 'open', current: null })
    run.counter(9, 'callNext')
    const calledAt = run.at
    run.pass(2)
    run.counter(9, 'startService')
    expect(desk(run).current).toMatchObject({ no: 'A001', status: 'serving', calledAt, startedAt: run.at, calls: 1 })
    expect(desk(run, 1).current).toBeNull()
    run.counter(9, 'finishService')
    expect(desk(run).current).toBeNull()
  })

  it('says who sits at the other counters, while they are open or paused', () => {
    const run = founded()
    run.counter(9, 'openCounter', LEAD)
    const nine = () => desk(run, 1).counters.find((c) => c.no === 9)
    expect(nine()).toMatchObject({ status: 'open', byName: LEAD.name })
    run.counter(9, 'pauseCounter', LEAD)
    expect(nine()).toMatchObject({ status: 'paused', byName: LEAD.name })
    run.counter(9, 'closeCounter', LEAD)
    expect(nine()).toMatchObject({ status: 'closed', byName: '' })
  })

  it('of somebody without a counter calls nobody and still counts the hall', () => {
    const run = founded()
    run.issue('A')
    expect(desk(run, null)).toMatchObject({
      counter: null,
      counterStatus: 'closed',
      waiting: [],
      waitingHere: 0,
      waitingAll: 1
    })
  })

  it('keeps a paper in sight until it is known to be in somebody’s hand', () => {
    const run = founded()
    run.takeIn('acceptCase', bring())
    const docId = [...run.desk.papers.keys()][0] ?? ''
    const seen = () => desk(run).unprinted.map((p) => [p.docId, p.status])
    expect(seen()).toEqual([[docId, 'issued']])
    run.print({ type: 'queuePrint', docId, jobId: 'j1', printer: 'folder', copies: 1 })
    run.print({ type: 'markUnknown', docId, jobId: 'j1', detail: '' })
    expect(seen()).toEqual([[docId, 'unknown']])
    run.print({ type: 'resolveUnknown', docId, jobId: 'j1', cameOut: true })
    expect(seen()).toEqual([])
    // A failed reprint of what is in somebody's hand is no paper that is missing.
    run.print({ type: 'queuePrint', docId, jobId: 'j2', printer: 'folder', copies: 1 })
    expect(seen()).toEqual([[docId, 'queued']])
    run.print({ type: 'markFailed', docId, jobId: 'j2', reason: 'jam', detail: '' })
    expect(seen()).toEqual([])
  })

  it('shows people masked, as a list does (domain: clerk list)', () => {
    const run = founded()
    run.takeIn('acceptCase', bring({ proxy: PROXY }))
    const view = desk(run)
    expect(view.today[0]).toMatchObject({ applicantMasked: '欧***子', idMasked: '5001**********9985' })
    const shown = JSON.stringify(view)
    for (const secret of [PEOPLE.plain.name, PEOPLE.plain.idNumber, PEOPLE.plain.phone, PROXY.name, PROXY.idNumber]) {
      expect(shown).not.toContain(secret)
    }
  })

  it('lists the cases of today, newest first, and counts what is open', () => {
    const run = founded()
    run.takeIn('giveOneTimeNotice', bring({ ticks: ticksFor(item, { m1: 'missing' }) }))
    run.goDays(1)
    run.takeIn('acceptCase', bring({ applicant: PEOPLE.rare }))
    run.takeIn('acceptCase', bring({ applicant: PEOPLE.long }))
    const [old, second, third] = [...run.cases.keys()]
    expect(desk(run).today.map((c) => c.caseId)).toEqual([third, second])
    expect(desk(run).openCases).toBe(3)
    run.finish(second ?? '')
    expect(desk(run).openCases).toBe(2)
    expect(desk(run, 9, DAY).today.map((c) => c.caseId)).toEqual([old])
  })

  it('a case that came back today is today’s, accepted or completed', () => {
    const run = founded()
    run.takeIn('giveOneTimeNotice', bring({ ticks: ticksFor(item, { m1: 'missing' }) }))
    const [caseId = ''] = run.cases.keys()
    run.goDays(2)
    expect(desk(run).today).toEqual([])
    run.takeIn('acceptCase', bring({ caseId }))
    expect(desk(run).today).toMatchObject([{ caseId, status: 'accepted', notices: 1 }])
    run.finish(caseId)
    expect(desk(run).today).toMatchObject([{ caseId, status: 'completed' }])
  })

  it('lists twenty cases at most', () => {
    const run = founded()
    for (let n = 0; n < 22; n += 1) run.takeIn('acceptCase', bring())
    expect(desk(run).today).toHaveLength(20)
    expect(desk(run).today[0]?.caseId).toBe([...run.cases.keys()].at(-1))
    expect(desk(run).openCases).toBe(22)
  })
})

describe('totals of any day', () => {
  it('waiting is who took a ticket and was not called, by group and in all; the same on every screen', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const run = lifeOf(steps)
        for (const [date, queue] of run.queues) {
          if (queue.status !== 'open') continue
          const waiting = [...queue.tickets.values()].filter((t) => t.status === 'waiting')
          const byGroup = HALL.groups.map((g) => waiting.filter((t) => t.group === g.code).length)
          const [onHall, onDesk] = [hall(run, date), desk(run, 9, date)]
          expect(onHall.groups.map((g) => g.waiting)).toEqual(byGroup)
          expect(onDesk.groups).toEqual(onHall.groups)
          expect([onHall.waitingAll, onDesk.waitingAll]).toEqual([waiting.length, waiting.length])
          expect(onDesk.waitingHere).toBe(waiting.filter((t) => ['G', 'A'].includes(t.group)).length)
        }
      }),
      { numRuns: 40 }
    )
  })

  it('open cases are all that are taken in and not over, of whatever day', () => {
    const open = ['received', 'supplement', 'accepted', 'decided']
    fc.assert(
      fc.property(life, (steps) => {
        const run = lifeOf(steps)
        const all = [...run.cases.values()].filter((c) => open.includes(c.status))
        expect(desk(run).openCases).toBe(all.length)
      }),
      { numRuns: 30 }
    )
  })
})
