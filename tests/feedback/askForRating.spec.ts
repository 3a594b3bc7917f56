import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { feedbackHandlers } from '../../electron/commands/feedbackHandlers.ts'
import { followRatings, type RatingAsks } from '../../electron/feedback/askForRating.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { initialRating, type KnownRating } from '../../shared/domain/feedback/rating.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'
import { queueStream } from '../../shared/domain/queue/queue.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { ratingState, ratingView } from '../../shared/projections/ratingViews.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'
import { CLERK, DAY, LEAD, metaOf } from '../support/builders.ts'

/** From the end of a service to the ask, and from there to an answer or to the end of its time. */

const plan = (counter: number): HallService['screens'][number] => ({
  id: `rating-${counter}`,
  role: 'rating',
  display: null,
  fullscreen: true,
  counter,
  groups: [],
  counters: [],
  speaks: false
})
const SERVICE: HallService = { ...defaultHallService(), screens: [plan(1), plan(2)] }
const VISITOR: Caller = { contentsId: 9, screen: 'rating', session: null }
const GIVE = { reasons: [], comment: '', phone: null } as const

let there: TestTerminal
let asks: RatingAsks
let doors: ReturnType<typeof feedbackHandlers>
let pushes: string[]
const published = { publish: (topic: string) => pushes.push(topic) }
const quiet = { warn: () => undefined }

const at = (): string => there.ambient.nowIso()

async function record(stream: string, ...events: DomainEvent[]): Promise<void> {
  const meta = metaOf({ at: at(), date: there.ambient.today(), by: CLERK.personId, byName: CLERK.name, counter: 1 })
  const version = there.log.all().filter((r) => r.stream === stream).length
  await there.log.append(stream, version, { commitId: `c${there.log.all().length}-fact`, events, meta, reply: null })
  await settled()
}

/** Nothing more happens by itself at this moment. */
async function settled(): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    await there.terminal.executor.idle()
  }
}

const queue = (...events: DomainEvent[]) => record(queueStream(DAY), ...events)
const v = 1 as const

async function arrives(ticketId: string, no: string): Promise<void> {
  await queue({
    type: 'TicketIssued',
    v,
    data: { ticketId, no, group: 'A', serial: Number(no.slice(1)), issuedAt: at(), ahead: 0, estimate: null }
  })
}
const starts = (ticketId: string, counter = 1) =>
  queue({ type: 'ServiceStarted', v, data: { ticketId, counter, at: at(), by: CLERK.personId, byName: CLERK.name } })
const finishes = (ticketId: string, counter = 1, more: { saidEnd?: string } = {}) =>
  queue({ type: 'ServiceFinished', v, data: { ticketId, counter, at: at(), by: CLERK.personId, ...more } })

async function served(ticketId: string, no: string, counter = 1): Promise<void> {
  await arrives(ticketId, no)
  await starts(ticketId, counter)
  await finishes(ticketId, counter)
}

const known = (id: string): KnownRating | undefined => {
  const state = there.desk.ratings.get(id) ?? initialRating
  return state.status === 'none' ? undefined : state
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  there = await fakeTerminal()
  pushes = []
  asks = followRatings(there.terminal, there.log, published, quiet)
  doors = feedbackHandlers(there.terminal)
  await record('hall', { type: 'HallServiceSet', v, data: { service: SERVICE } })
  await queue({ type: 'HallDayOpened', v, data: { date: DAY } })
  for (const counter of [1, 2]) {
    await queue({ type: 'CounterOpened', v, data: { counter, by: CLERK.personId, byName: CLERK.name } })
  }
})

afterEach(async () => {
  await asks.close()
  vi.useRealTimers()
})

describe('一次一评 (国办发〔2019〕51号): the visitor is asked when the service has ended', () => {
  it('on the screen of that counter, once, with the clerk who served', async () => {
    await served('t1', 'A001')
    expect(known('t1-1')).toMatchObject({
      status: 'asked',
      ticketNo: 'A001',
      counter: 1,
      personId: CLERK.personId,
      personName: CLERK.name
    })
    expect(pushes).toContain('rating')
    expect(ratingView(there.desk, DEMO_HALL).screens).toMatchObject([
      { id: 'rating-1', counter: 1, ask: { ratingId: 't1-1', ticketNo: 'A001' } },
      { id: 'rating-2', counter: 2, ask: null }
    ])
    await finishes('t1')
    expect([...there.desk.ratings.keys()]).toEqual(['t1-1'])
  })

  it('not where ratings are off, nor where no rating screen stands', async () => {
    await served('t1', 'A001', 3)
    const off = { ...SERVICE, rating: { ...SERVICE.rating, on: false } }
    await record('hall', { type: 'HallServiceSet', v, data: { service: off } })
    await served('t2', 'A002')
    expect(there.desk.ratings.size).toBe(0)
  })

  it('not when the end was told afterwards: nobody sits there any more', async () => {
    await arrives('t1', 'A001')
    await starts('t1')
    await finishes('t1', 1, { saidEnd: at() })
    expect(there.desk.ratings.size).toBe(0)
  })

  it('withdrawn with the service it was about, and asked again when that has really ended', async () => {
    await served('t1', 'A001')
    const before = there.desk.queues.get(DAY)
    const counter = before?.status === 'open' ? before.counters.get(1) : undefined
    if (!counter?.last) throw new Error('nothing to undo')
    await queue({
      type: 'ActUndone',
      v,
      data: {
        ticketId: 't1',
        counter: 1,
        at: at(),
        by: CLERK.personId,
        act: 'ServiceFinished',
        no: 'A001',
        restored: counter.last.before,
        heldTicketId: 't1',
        callId: 'undo-1'
      }
    })
    expect(known('t1-1')).toMatchObject({ status: 'notRated', why: 'closed' })
    await finishes('t1')
    expect(known('t1-2')).toMatchObject({ status: 'asked' })
  })
})

describe('who says nothing is not rated, and nothing is read into it', () => {
  it('after the time that the hall sets', async () => {
    await served('t1', 'A001')
    there.ambient.pass(59)
    vi.advanceTimersByTime(59_000)
    await settled()
    expect(known('t1-1')?.status).toBe('asked')
    there.ambient.pass(2)
    vi.advanceTimersByTime(2_000)
    await settled()
    expect(known('t1-1')).toMatchObject({ status: 'notRated', why: 'timeout' })
    const late = await doors['rating.give']({ ratingId: 't1-1', level: 1, ...GIVE, reasons: [] }, VISITOR, 'late-0001')
    expect(late).toMatchObject({ ok: false, refusal: { code: 'rating-over' } })
  })

  it('also when the program ended in between', async () => {
    await served('t1', 'A001')
    await asks.close()
    there.ambient.pass(3600)
    asks = followRatings(there.terminal, there.log, published, quiet)
    vi.advanceTimersByTime(10)
    await settled()
    expect(known('t1-1')).toMatchObject({ status: 'notRated', why: 'timeout' })
  })

  it('when the next visitor sits down; calling a number alone takes the screen from nobody', async () => {
    await served('t1', 'A001')
    await arrives('t2', 'A002')
    await queue({ type: 'TicketCalled', v, data: { ticketId: 't2', no: 'A002', counter: 1, at: at(), callId: 'k1' } })
    expect(known('t1-1')?.status).toBe('asked')
    await starts('t2', 2)
    expect(known('t1-1')?.status).toBe('asked')
    await starts('t2', 1)
    expect(known('t1-1')).toMatchObject({ status: 'notRated', why: 'next' })
  })

  it('but not while somebody is still at it', async () => {
    await served('t1', 'A001')
    there.ambient.pass(50)
    const more = await doors['rating.stay']({ ratingId: 't1-1' }, VISITOR, 'stay-0001')
    expect(more).toEqual({ ok: true, value: { until: new Date(Date.parse(at()) + 60_000).toISOString() } })
    await settled()
    await arrives('t2', 'A002')
    await starts('t2')
    there.ambient.pass(30)
    vi.advanceTimersByTime(30_000)
    await settled()
    expect(known('t1-1')?.status).toBe('asked')
    const given = await doors['rating.give']({ ratingId: 't1-1', level: 5, ...GIVE, reasons: [] }, VISITOR, 'give-0001')
    expect(given.ok).toBe(true)
    expect(known('t1-1')).toMatchObject({ status: 'rated', given: { level: 5 }, followUp: { started: null } })
  })
})

describe('GB/T 39734 4.1: the clerk neither sees nor steers it', () => {
  it('the desk learns that somebody was asked and that it is over, whatever was said', async () => {
    expect(ratingState(there.desk, 1)).toBe('none')
    await served('t1', 'A001')
    expect(ratingState(there.desk, 1)).toBe('asked')
    expect(ratingState(there.desk, 2)).toBe('none')
    await doors['rating.give'](
      { ratingId: 't1-1', level: 5, reasons: ['attitude'], comment: '不理人', phone: '13800138000' },
      VISITOR,
      'give-0001'
    )
    expect(ratingState(there.desk, 1)).toBe('done')
    // Neither the screen nor the recorded answer to it says what was chosen.
    const given = there.log.all().find(({ commit }) => commit.commitId === 'give-0001')
    expect(given?.commit.reply).toBeNull()
    expect(given?.commit.meta).toMatchObject({ by: 'visitor', byName: '', screen: 'rating' })
    expect(JSON.stringify(ratingView(there.desk, DEMO_HALL))).not.toMatch(/attitude|不理人|13800138000|level/)
  })
})

describe('the desk', () => {
  it('keeps this month and the last with every open follow-up, and a snapshot holds all of it', async () => {
    await served('t1', 'A001')
    await doors['rating.give']({ ratingId: 't1-1', level: 4, ...GIVE, reasons: [] }, VISITOR, 'give-0001')
    await served('t2', 'A002')
    await doors['rating.give']({ ratingId: 't2-1', level: 1, ...GIVE, reasons: [] }, VISITOR, 'give-0002')
    const again = unpackDesk(packDesk(there.desk)) ?? new Desk()
    expect(again.ratings).toEqual(there.desk.ratings)
    expect(again.lastAsks).toEqual(there.desk.lastAsks)
    there.ambient.setTo('2026-12-31T02:00:00.000Z')
    await record('hall', { type: 'HallServiceSet', v, data: { service: SERVICE } })
    expect([...there.desk.ratings.keys()]).toEqual(['t1-1', 't2-1'])
    there.ambient.setTo('2027-01-01T02:00:00.000Z')
    await record('hall', { type: 'HallServiceSet', v, data: { service: SERVICE } })
    expect([...there.desk.ratings.keys()]).toEqual(['t1-1'])
    // What has left the desk is still there to be annotated.
    const lead: Caller = { contentsId: 1, screen: 'counter', session: { ...LEAD, counter: null } }
    const note = await doors['ratings.annotate']({ ratingId: 't2-1', text: '收到表扬信' }, lead, 'note-0001')
    expect(note).toEqual({ ok: true, value: null })
    expect(await doors['ratings.get']({ ratingId: 't2-1' }, lead)).toMatchObject({
      ok: true,
      value: { level: 1, notes: [{ text: '收到表扬信' }] }
    })
    expect([...there.desk.ratings.keys()]).toEqual(['t1-1'])
  })
})
