import { beforeEach, describe, expect, it } from 'vitest'
import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'
import { kioskView } from '../../shared/projections/kioskView.ts'
import { deskView, hallView } from '../../shared/projections/queueViews.ts'
import { CLERK, HALL, LEAD } from '../support/builders.ts'
import { readingOf } from '../support/caseReading.ts'
import { QUICK } from '../support/quickService.ts'
import { HallRun } from './support/hallRun.ts'

let run: HallRun

beforeEach(() => {
  run = new HallRun()
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
  run.hall({ type: 'HallServiceSet', v: 1, data: { service: QUICK } })
})

const desk = (counter: number | null = 9, personId: string = CLERK.personId) =>
  deskView(run.desk, HALL, run.date, { counter, personId }, readingOf(run.desk, run.date))
const hall = () => hallView(HALL, run.desk.service, run.desk.queues.get(run.date), run.date)
const kiosk = (service: HallService = QUICK, at = run.at) =>
  kioskView(HALL, service, run.desk.queues.get(run.date), { at, date: run.date, closingTime: '17:30' }, 'none')
const priority = { reason: 'elderly', note: '' } as const
const ticket = (no: string): string => `${run.date.replaceAll('-', '')}-${no}`
const at9 = (type: Parameters<HallRun['counter']>[1], more: object = {}) => run.counter(9, type, CLERK, more)

describe('the order on the desk', () => {
  it('is that in which this counter calls, each with its reason', () => {
    run.issue('A')
    run.pass(5)
    run.issue('A')
    run.issue('G')
    at9('grantPriority', { ticketId: ticket('A002'), priority })
    expect(desk().waiting.map((t) => [t.no, t.reason, t.priority?.reason ?? null])).toEqual([
      ['A002', 'priority', 'elderly'],
      ['A001', 'arrival', null],
      ['G001', 'arrival', null]
    ])
    at9('openCounter')
    expect(at9('callNext')).toMatchObject({ ok: true, value: { no: 'A002' } })
  })

  it('has whoever was sent to this person, and hides them from others who sit there', () => {
    run.issue('A')
    run.counter(1, 'openCounter', LEAD)
    run.counter(1, 'callNext', LEAD)
    at9('openCounter')
    run.counter(1, 'transfer', LEAD, { group: 'E', toCounter: null, toPerson: CLERK.personId, toPersonName: '周晓禾' })
    expect(desk().waiting).toMatchObject([{ no: 'A001', group: 'E', reason: 'transferred' }])
    expect(desk(1, LEAD.personId).waiting).toEqual([])
  })
})

describe('numbers that are neither waiting nor here', () => {
  it('held ones are listed, this counter’s first, with why', () => {
    for (const group of ['A', 'B']) run.issue(group)
    run.counter(1, 'openCounter', LEAD)
    at9('openCounter')
    at9('callNext')
    at9('startService')
    run.counter(1, 'callNext', LEAD)
    run.counter(1, 'startService', LEAD)
    run.counter(1, 'hold', LEAD, { reason: '拿照片' })
    at9('hold', { reason: '去复印' })
    expect(desk().held.map((t) => [t.no, t.heldReason])).toEqual([
      ['A001', '去复印'],
      ['B001', '拿照片']
    ])
    expect(desk(1).held.map((t) => t.no)).toEqual(['B001', 'A001'])
  })

  it('missed ones are listed while they may come back', () => {
    run.issue('A')
    at9('openCounter')
    for (const _ of [1, 2]) {
      at9('callNext')
      at9('markNoShow')
      const listed = desk().missed.map((t) => t.no)
      if (listed.length > 0) at9('rejoin', { ticketId: ticket('A001') })
      else expect(desk().missed).toEqual([])
    }
    expect(run.records.flatMap((r) => r.commit.events).filter((e) => e.type === 'TicketRejoined')).toHaveLength(1)
  })
})

describe('the last act on the desk', () => {
  it('can be taken back until its time, and is gone once it was', () => {
    run.issue('A')
    at9('openCounter')
    expect(desk().undo).toBeNull()
    at9('callNext')
    const until = new Date(Date.parse(run.at) + QUICK.queue.undoSeconds * 1000).toISOString()
    expect(desk().undo).toEqual({ act: 'TicketCalled', no: 'A001', until })
    at9('undo')
    expect(desk()).toMatchObject({ undo: null, current: null, waitingHere: 1 })
  })

  it('cannot when something has happened to the number since', () => {
    run.issue('A')
    at9('openCounter')
    at9('callNext')
    at9('markNoShow')
    run.counter(1, 'rejoin', LEAD, { ticketId: ticket('A001') })
    expect(desk().undo).toBeNull()
  })
})

describe('a colleague who is wanted', () => {
  it('is seen on every desk and on no screen of visitors', () => {
    at9('openCounter')
    at9('callColleague', { reason: '请来看一下' })
    expect(desk(1).alarms).toMatchObject([{ counter: 9, byName: CLERK.name, reason: '请来看一下' }])
    expect(JSON.stringify([hall(), kiosk()])).not.toContain('请来看一下')
  })
})

describe('a paused counter', () => {
  it('says until when, at the desk also why', () => {
    at9('openCounter')
    const until = '2026-11-23T05:00:00.000Z'
    at9('pauseCounter', { reason: '用餐', until })
    expect(desk()).toMatchObject({ counterStatus: 'paused', pauseReason: '用餐', pausedUntil: until })
    expect(hall().counters.find((c) => c.no === 9)).toEqual({
      no: 9,
      name: '农业综合',
      status: 'paused',
      ticketNo: null,
      pausedUntil: until
    })
  })
})

describe('the hall screen', () => {
  const page = { kind: 'notice', title: '放假通知', text: '元旦放假三天' } as const
  const service: HallService = {
    ...defaultHallService(),
    board: {
      ...defaultHallService().board,
      pages: [
        { ...page, id: 'p1', until: '2026-11-22' },
        { ...page, id: 'p2', until: '2026-11-23' },
        { ...page, id: 'p3', until: null }
      ]
    },
    screens: [
      ...defaultHallService().screens,
      { ...(defaultHallService().screens[0] ?? never()), id: 'kiosk-1', role: 'kiosk' }
    ]
  }

  it('shows the pages that hold today, and knows the hall’s screens', () => {
    run.hall({ type: 'HallServiceSet', v: 1, data: { service } })
    expect(hall().board.pages.map((one) => one.id)).toEqual(['p2', 'p3'])
    expect(hall().screens.map((screen) => screen.id)).toEqual(['hall-1'])
  })

  it('says a call, and says it again when it is taken back', () => {
    run.issue('A')
    at9('openCounter')
    at9('callNext')
    at9('undo')
    expect(hall().sayings.map((saying) => [saying.kind, saying.no])).toEqual([
      ['withdrawn', 'A001'],
      ['call', 'A001']
    ])
    expect(new Set(hall().sayings.map((saying) => saying.sayId)).size).toBe(2)
    expect(hall().calls).toEqual([])
  })

  it('is a small message on a full day', () => {
    at9('openCounter')
    for (let n = 0; n < 300; n += 1) {
      run.issue('A')
      at9('callNext')
      at9('startService')
      at9('finishService')
    }
    expect(JSON.stringify(hall()).length).toBeLessThan(12_000)
  })
})

describe('the kiosk', () => {
  it('says of each group who waits, how long it may take, and whether numbers are given', () => {
    for (const group of ['A', 'A', 'B']) run.issue(group)
    at9('openCounter')
    const groups = new Map(kiosk().groups.map((group) => [group.code, group]))
    expect(groups.get('A')).toMatchObject({ name: '民政', waiting: 2, open: 'open' })
    expect(groups.get('A')?.estimate).not.toBeNull()
    expect(groups.get('B')).toMatchObject({ waiting: 1, estimate: null })
    expect(kiosk().waitingAll).toBe(3)
  })

  it('says when a group is full, and when numbers have stopped before closing time', () => {
    run.issue('A')
    const limited = { ...QUICK, queue: { ...QUICK.queue, contingents: { A: 1 }, stopMinutes: 30 } }
    const openAt = (at: string) =>
      kiosk(limited, at)
        .groups.slice(0, 2)
        .map((group) => group.open)
    expect(openAt('2026-11-23T08:00:00.000Z')).toEqual(['full', 'open'])
    expect(openAt('2026-11-23T09:00:00.000Z')).toEqual(['full', 'stopped'])
  })

  it('says nothing of people', () => {
    run.issue('A')
    at9('openCounter')
    at9('callNext')
    const shown = JSON.stringify(kiosk())
    for (const { name, personId } of [CLERK, LEAD]) expect(shown).not.toMatch(new RegExp(`${name}|"${personId}"`))
  })
})

function never(): never {
  throw new Error('the defaults have a screen')
}
