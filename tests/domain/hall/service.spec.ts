import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkHallService, SERVICE_BOUNDS } from '../../../shared/domain/hall/checkService.ts'
import { decideCounters, decideService } from '../../../shared/domain/hall/decideService.ts'
import { defaultHallService, type HallService, serviceFrom } from '../../../shared/domain/hall/service.ts'
import { evolveQueue } from '../../../shared/domain/queue/evolveQueue.ts'
import { emptyDay, type OpenDay, type QueueEvent } from '../../../shared/domain/queue/queue.ts'
import { HALL } from '../../support/builders.ts'

const service = defaultHallService()
const codes = (wanted: HallService) => checkHallService(wanted, HALL).map(({ code, field }) => `${code} ${field ?? ''}`)

function changed(field: string, value: unknown): HallService {
  const copy = structuredClone(service) as unknown as Record<string, Record<string, unknown>>
  const [section = '', name = ''] = field.split('.')
  Object.assign(copy[section] ?? {}, { [name]: value })
  return copy as unknown as HallService
}

describe('settings of queue, screens and voice', () => {
  it('are sound as the program comes', () => {
    expect(codes(service)).toEqual([])
  })

  it.each(Object.entries(SERVICE_BOUNDS))(
    '%s holds its bounds, and both ends are allowed',
    (field, { least, most }) => {
      expect(codes(changed(field, least))).toEqual([])
      expect(codes(changed(field, most))).toEqual([])
      for (const wrong of [least - 1, most + 1, least + 0.5, Number.NaN]) {
        expect(codes(changed(field, wrong))).toEqual([`rule-out-of-range service.${field}`])
      }
    }
  )

  it('never let a priority count more than an hour earlier: whoever waited longer is not overtaken', () => {
    const wanted = changed('queue.priorityMinutes', { ...service.queue.priorityMinutes, military: 61 })
    expect(codes(wanted)).toEqual(['rule-out-of-range service.queue.priorityMinutes.military'])
  })

  it('name each wrong time, and hours that end before they begin', () => {
    const mute = [{ from: '12:00', until: '25:00' }]
    expect(codes(changed('voice.mute', mute))).toEqual(['rule-time service.voice.mute.0.until'])
    expect(codes(changed('appointments.until', '08:00'))).toEqual(['service-hours-empty service.appointments.until'])
  })

  it('want words on every page of the hall screen, and no more than can be read', () => {
    const page = { id: 'p1', kind: 'notice' as const, title: '𠮷'.repeat(20), text: ' ', until: null }
    expect(codes(changed('board.pages', [page]))).toEqual(['service-page-empty service.board.pages.0.text'])
    const long = { ...page, title: '𠮷'.repeat(21), text: '字'.repeat(161) }
    expect(codes(changed('board.pages', [long]))).toEqual([
      'service-text-long service.board.pages.0.title',
      'service-text-long service.board.pages.0.text'
    ])
  })

  it('let one screen speak, each have its own id, and rate at counters that exist', () => {
    const [plan] = service.screens
    if (!plan) throw new Error('no plan')
    const two = { ...service, screens: [plan, { ...plan, id: 'hall-2' }] }
    expect(codes(two)).toEqual(['service-screens-speak service.screens'])
    const same = { ...service, screens: [plan, { ...plan, speaks: false }] }
    expect(codes(same)).toEqual(['service-screen-twice service.screens.1.id'])
    const rating = { ...plan, id: 'rating-1', role: 'rating' as const, speaks: false, counter: 98 }
    expect(codes({ ...service, screens: [plan, rating] })).toEqual(['service-screen-counter service.screens.1.counter'])
  })

  it.each(['ws://192.168.1.9:8090/', 'https://127.0.0.1/', 'ws://127.0.0.1.example.cn/', 'file:///x'])(
    'take a card reader on this PC only, not %s',
    (reader) => {
      expect(codes(changed('kiosk.reader', reader))).toEqual(['service-reader-address service.kiosk.reader'])
    }
  )

  it('are recorded when they change, and only then', () => {
    expect(decideService(service, structuredClone(service), HALL)).toMatchObject({ ok: true, events: [] })
    const wanted = changed('voice.times', 1)
    expect(decideService(service, wanted, HALL)).toMatchObject({
      ok: true,
      events: [{ type: 'HallServiceSet', data: { service: wanted } }]
    })
    expect(decideService(service, changed('voice.times', 9), HALL)).toMatchObject({ ok: false })
  })

  it('take defaults for whatever an older record does not know', () => {
    expect(serviceFrom({})).toEqual(service)
    fc.assert(
      fc.property(fc.subarray(Object.keys(service) as (keyof HallService)[]), (known) => {
        const recorded = Object.fromEntries(known.map((key) => [key, service[key]])) as Partial<HallService>
        expect(serviceFrom(recorded)).toEqual(service)
      })
    )
  })
})

describe('counters and groups of a hall at work', () => {
  const day = (...events: readonly QueueEvent[]): OpenDay => {
    const folded = events.reduce(evolveQueue, emptyDay('open', '2026-11-23'))
    if (folded.status === 'unopened') throw new Error('not open')
    return folded
  }
  const [first] = HALL.groups
  const letter = first?.code ?? ''
  const waiting: QueueEvent = {
    type: 'TicketIssued',
    v: 1,
    data: {
      ticketId: `20261123-${letter}001`,
      no: `${letter}001`,
      group: letter,
      serial: 1,
      issuedAt: '2026-11-23T01:00:00.000Z',
      ahead: 0,
      estimate: null
    }
  }
  const without = {
    groups: HALL.groups.filter((group) => group.code !== letter),
    counters: HALL.counters
      .map((counter) => ({ ...counter, groups: counter.groups.filter((code) => code !== letter) }))
      .filter((counter) => counter.groups.length > 0)
  }

  it('keep a group while somebody waits in it', () => {
    expect(decideCounters(HALL, day(waiting), without)).toMatchObject({
      ok: false,
      refusal: { code: 'config-group-in-use', no: `${letter}001` }
    })
    expect(decideCounters(HALL, day(), without)).toMatchObject({ ok: true, events: [{ type: 'HallChanged' }] })
  })

  it('keep a counter while it is open', () => {
    const [counter] = HALL.counters
    if (!counter) throw new Error('no counter')
    const open: QueueEvent = { type: 'CounterOpened', v: 1, data: { counter: counter.no, by: 'a', byName: '甲' } }
    const groups = HALL.groups
    const others = HALL.counters.filter((one) => one.no !== counter.no)
    const counters = [{ ...others[0], groups: groups.map((group) => group.code) }, ...others.slice(1)] as never
    expect(decideCounters(HALL, day(open), { groups, counters })).toMatchObject({
      ok: false,
      refusal: { code: 'config-counter-open', counter: counter.no }
    })
  })

  it('keep a counter that a planned screen stands at', () => {
    const [screen] = service.screens
    const [counter] = HALL.counters
    if (!screen || !counter) throw new Error('no screen')
    const rating = { ...screen, id: 'rating-1', role: 'rating' as const, counter: counter.no }
    const groups = HALL.groups.map(({ code }) => code)
    const counters = HALL.counters.filter(({ no }) => no !== counter.no).map((one) => ({ ...one, groups }))
    expect(decideCounters(HALL, null, { groups: HALL.groups, counters }, [rating])).toMatchObject({
      ok: false,
      refusal: { code: 'config-counter-on-screen', counter: counter.no }
    })
  })

  it('record nothing when nothing changes, and refuse a group that no counter serves', () => {
    expect(decideCounters(HALL, null, HALL)).toMatchObject({ ok: true, events: [] })
    const groups = [...HALL.groups, { code: 'Z', name: '无人办' }]
    expect(decideCounters(HALL, null, { groups, counters: HALL.counters })).toMatchObject({
      ok: false,
      refusal: { code: 'config-group-unserved' }
    })
  })
})
