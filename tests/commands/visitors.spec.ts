import { beforeEach, describe, expect, it } from 'vitest'
import { visitorHandlers } from '../../electron/commands/visitorHandlers.ts'
import type { Caller, Handlers } from '../../electron/ipc/bindContract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'
import { deskView } from '../../shared/projections/queueViews.ts'
import type { PrinterHealth } from '../../shared/projections/views.ts'
import { metaOf, PEOPLE } from '../support/builders.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

const KIOSK: Caller = { contentsId: 7, screen: 'kiosk', session: null }
const SCREEN: Caller = { contentsId: 8, screen: 'hall', session: null }

let hall: TestTerminal
let doors: Pick<Handlers, `kiosk.${string}` & keyof Handlers> & Pick<Handlers, 'hall.said'>
let health: PrinterHealth
let asked: number

beforeEach(async () => {
  hall = await fakeTerminal()
  health = 'ready'
  asked = 0
  doors = visitorHandlers(hall.terminal, (_target, askMs = Number.POSITIVE_INFINITY) => {
    asked += 1
    // A visitor stands there: nobody may be kept for long.
    expect(askMs).toBeLessThanOrEqual(2000)
    return Promise.resolve({ name: '', health, detail: '' })
  }) as typeof doors
})

const events = (): readonly DomainEvent[] => hall.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
const take = (id: string, change: Partial<Parameters<(typeof doors)['kiosk.take']>[0]> = {}) =>
  doors['kiosk.take']({ group: 'A', itemId: null, priority: null, paper: true, ...change }, KIOSK, id)
const numbers = (): string[] => events().flatMap((e) => (e.type === 'TicketIssued' ? [e.data.no] : []))
const set = async (service: HallService): Promise<void> => {
  await hall.log.append('hall', hall.desk.versionOf('hall') ?? 0, {
    commitId: `set-${hall.log.all().length}`,
    events: [{ type: 'HallServiceSet', v: 1, data: { service } }] as never,
    meta: metaOf(),
    reply: null
  })
}

describe('a number at the kiosk', () => {
  it('comes with paper where there is some, and says where it came from', async () => {
    expect(await take('press-0001', { itemId: 'MZ-001' })).toMatchObject({
      ok: true,
      value: { no: 'A001', paper: 'printing' }
    })
    const [record] = hall.log.all().filter((r) => r.stream === 'queue-2026-11-23')
    expect(record?.commit.meta).toMatchObject({ by: 'visitor', byName: '', screen: 'kiosk' })
    expect(events().find((e) => e.type === 'TicketIssued')).toMatchObject({
      data: { source: 'kiosk', itemId: 'MZ-001' }
    })
    expect(events().find((e) => e.type === 'DocumentIssued')?.data).not.toHaveProperty('onScreen')
  })

  it.each(['paper-out', 'jam', 'offline', 'unreachable'] as const)(
    'is not taken while the printer is %s',
    async (now) => {
      health = now
      expect(await take('press-0001')).toEqual({
        ok: false,
        refusal: { code: 'ticket-printer-not-ready', health: now }
      })
      expect(numbers()).toEqual([])
      health = 'ready'
      expect(await take('press-0002')).toMatchObject({ value: { no: 'A001' } })
    }
  )

  it('is read off the screen by who was told that there is no paper: nothing is printed, nothing missed', async () => {
    health = 'paper-out'
    expect(await take('press-0001', { paper: false })).toMatchObject({ value: { no: 'A001', paper: 'shown' } })
    expect(asked).toBe(0)
    const { docId } = events().find((e) => e.type === 'DocumentIssued')?.data ?? { docId: '' }
    expect(hall.desk.papers.get(docId)).toMatchObject({ onScreen: true })
    const { desk, terminal } = hall
    if (!desk.hall) throw new Error('no hall')
    const seat = { counter: 1, personId: 'zhou' }
    expect(deskView(desk, desk.hall, '2026-11-23', seat, terminal.readCase).unprinted).toEqual([])
  })

  it('without paper is refused where the hall wants none without', async () => {
    const service = defaultHallService()
    await set({ ...service, kiosk: { ...service.kiosk, withoutPaper: false } })
    health = 'paper-out'
    expect(await take('press-0001', { paper: false })).toMatchObject({ refusal: { code: 'ticket-printer-not-ready' } })
  })

  it('asked for again with the same press is the same number, whatever the printer is by now', async () => {
    const first = await take('press-0001')
    health = 'paper-out'
    expect(await take('press-0001')).toEqual(first)
    expect(numbers()).toEqual(['A001'])
  })

  it('keeps the reason a visitor gives, and none of their words', async () => {
    await take('press-0001', { priority: { reason: 'maternity', note: '张三，怀孕七个月' } })
    const issued = events().find((e) => e.type === 'TicketIssued')
    expect(issued).toMatchObject({ data: { priority: { reason: 'maternity', note: '' } } })
    expect(JSON.stringify(hall.log.all())).not.toContain('张三')
  })

  it('gives no reason that the hall does not offer there', async () => {
    expect(await take('press-0001', { priority: { reason: 'other', note: '急' } })).toMatchObject({ ok: false })
    const service = defaultHallService()
    await set({ ...service, kiosk: { ...service.kiosk, priorities: ['elderly'] } })
    expect(await take('press-0002', { priority: { reason: 'military', note: '' } })).toMatchObject({
      refusal: { code: 'priority-not-offered' }
    })
    expect(numbers()).toEqual([])
  })
})

describe('the printer of the kiosk', () => {
  it('is asked how it is', async () => {
    expect(await doors['kiosk.printer']({}, KIOSK)).toEqual({ ok: true, value: { ready: true, health: 'ready' } })
    health = 'cover-open'
    expect(await doors['kiosk.printer']({}, KIOSK)).toEqual({ ok: true, value: { ready: false, health: 'cover-open' } })
  })
})

describe('looking for a matter at the kiosk', () => {
  it('finds it by everyday names and initials, and says which number to take', async () => {
    const found = await doors['kiosk.search']({ text: '低保' }, KIOSK)
    expect(found).toMatchObject({ ok: true, value: [{ itemId: 'MZ-001', group: 'A' }] })
    expect(await doors['kiosk.search']({ text: 'zzzz' }, KIOSK)).toEqual({ ok: true, value: [] })
  })
})

describe('a card at the kiosk', () => {
  const read = (text: string) => doors['kiosk.readCard']({ text }, KIOSK)

  it('tells whether its holder is of age for the reason, and nothing else', async () => {
    const before = hall.log.all().length
    // Born on 1966-05-02: sixty when the hall of this test opens.
    expect(await read('50010219660502996X')).toEqual({ ok: true, value: { elderly: false } })
    const service = defaultHallService()
    await set({ ...service, kiosk: { ...service.kiosk, elderlyAge: 60 } })
    expect(await read('姓名 单雨青 公民身份号码 50010219660502996X\n')).toEqual({ ok: true, value: { elderly: true } })
    expect(await read('not a card')).toEqual({ ok: true, value: null })
    expect(await read(PEOPLE.plain.idNumber.replace(/.$/, '0'))).toEqual({ ok: true, value: null })
    expect(hall.log.all()).toHaveLength(before + 1)
  })
})

describe('what the voice has said', () => {
  const said = (sayId: string) =>
    doors['hall.said'](
      {
        sayId,
        how: 'voice',
        times: 2,
        startedAt: '2026-11-23T01:00:00.000Z',
        endedAt: '2026-11-23T01:00:08.000Z'
      },
      SCREEN,
      `press-${sayId}-${Math.floor(events().length)}`
    )

  it('is a fact, once for each saying, however many screens tell of it', async () => {
    expect(await said('call-1')).toEqual({ ok: true, value: null })
    expect(await Promise.all([said('call-1'), said('call-2')])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null }
    ])
    const told = hall.log.all().filter((r) => r.stream === 'voice-2026-11-23')
    expect(told.map((r) => (r.commit.events[0] as { data: unknown }).data)).toMatchObject([
      { sayId: 'call-1', how: 'voice', times: 2 },
      { sayId: 'call-2' }
    ])
  })
})
