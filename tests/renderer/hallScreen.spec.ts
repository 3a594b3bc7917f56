import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OLD_AFTER_MS, silenceAt } from '../../renderer/bridge/silence.ts'
import { counterWords } from '../../renderer/hall/counterWords.ts'
import { linesOf, textPages } from '../../renderer/hall/lines.ts'
import { pageAt } from '../../renderer/hall/pages.ts'
import { panelAt, panelsOf } from '../../renderer/hall/panels.ts'
import { screenIdOf, speaksHere, zoneOf } from '../../renderer/hall/zone.ts'
import { defaultHallService, type ScreenPlan } from '../../shared/domain/hall/service.ts'
import type { HallView } from '../../shared/projections/views.ts'

describe('data on a screen', () => {
  it('is old when more than five seconds have passed since the last sign of life', () => {
    const last = { steady: 1000, wall: 1_790_000_000_000 }
    expect(silenceAt(last, 0, 1000 + OLD_AFTER_MS)).toEqual({ old: false, lastAt: last.wall })
    expect(silenceAt(last, 0, 1001 + OLD_AFTER_MS)).toEqual({ old: true, lastAt: last.wall })
  })

  it('is old when nothing has come within five seconds of the start', () => {
    expect(silenceAt(null, 200, 5200)).toEqual({ old: false, lastAt: null })
    expect(silenceAt(null, 200, 5201)).toEqual({ old: true, lastAt: null })
  })

  it('is judged by the steady clock alone, whatever the clock on the wall is set to', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20_000), (wall, passed) => {
        expect(silenceAt({ steady: 0, wall }, 0, passed).old).toBe(passed > OLD_AFTER_MS)
      })
    )
  })
})

describe('pages of a list on the wall', () => {
  it('show every entry once a round, with no page over the most and none nearly empty', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 16 }), (length, most) => {
        const items = Array.from({ length }, (_, i) => i)
        const { pages } = pageAt(items, most, 0)
        const shown = Array.from({ length: pages }, (_, i) => pageAt(items, most, i * 8000).items)
        expect(shown.flat()).toEqual(items)
        expect(Math.max(...shown.map((page) => page.length))).toBeLessThanOrEqual(most)
        if (length > 0) expect(Math.min(...shown.map((page) => page.length))).toBeGreaterThan(0)
      })
    )
  })

  it('stay for eight seconds', () => {
    const items = [1, 2, 3]
    expect(pageAt(items, 2, 7999).page).toBe(1)
    expect(pageAt(items, 2, 8000).page).toBe(2)
    expect(pageAt(items, 2, 16_000).page).toBe(1)
  })
})

const plan = (id: string, change: Partial<ScreenPlan> = {}): ScreenPlan => ({
  id,
  role: 'hall',
  display: null,
  fullscreen: true,
  counter: null,
  groups: [],
  counters: [],
  speaks: false,
  ...change
})

const counter = (no: number, change: Partial<HallView['counters'][number]> = {}) => ({
  no,
  name: '综合',
  status: 'open' as const,
  ticketNo: null,
  pausedUntil: null,
  ...change
})

const call = (no: string, at: number) => ({ callId: no, no, counter: at, at: '2026-10-28T01:00:00.000Z', calls: 1 })

const { voice, board } = defaultHallService()
const view: HallView = {
  hallName: '云溪街道便民服务中心',
  demo: false,
  date: '2026-10-28',
  calls: [call('A001', 1), call('B001', 2), call('A002', 3)],
  sayings: [],
  groups: [
    { code: 'A', name: '综合', waiting: 3 },
    { code: 'B', name: '民政', waiting: 4 }
  ],
  counters: [counter(1), counter(2), counter(3)],
  waitingAll: 7,
  enquiryPhone: '',
  supervisionPhone: '',
  hours: '',
  extendedSince: null,
  voice,
  board,
  screens: []
}
const seen = (zone: ReturnType<typeof zoneOf>) => ({
  calls: zone.calls.map(({ no }) => no),
  groups: zone.groups.map(({ code }) => code),
  counters: zone.counters.map(({ no }) => no),
  waiting: zone.waitingAll
})

describe('a hall screen of several', () => {
  const withPlans = (...screens: readonly ScreenPlan[]): HallView => ({ ...view, screens })

  it('knows itself by its own address', () => {
    expect(screenIdOf('?screen=hall-2')).toBe('hall-2')
    expect(screenIdOf('')).toBe('')
  })

  it('shows the whole hall unless its plan names a zone, or when it is in no plan', () => {
    const all = { calls: ['A001', 'B001', 'A002'], groups: ['A', 'B'], counters: [1, 2, 3], waiting: 7 }
    expect(seen(zoneOf(withPlans(plan('hall-1')), 'hall-1'))).toEqual(all)
    expect(seen(zoneOf(withPlans(plan('hall-1', { counters: [2] })), 'other'))).toEqual(all)
  })

  it('shows the calls to the counters of its zone, whatever letter they have', () => {
    const zone = withPlans(plan('hall-1', { groups: ['B'], counters: [2, 3] }))
    expect(seen(zoneOf(zone, 'hall-1'))).toEqual({
      calls: ['B001', 'A002'],
      groups: ['B'],
      counters: [2, 3],
      waiting: 4
    })
  })

  it('shows the calls of its letters where it names no counters', () => {
    expect(seen(zoneOf(withPlans(plan('hall-1', { groups: ['A'] })), 'hall-1'))).toEqual({
      calls: ['A001', 'A002'],
      groups: ['A'],
      counters: [1, 2, 3],
      waiting: 3
    })
  })

  it('speaks only when its plan says so, and only one of them does', () => {
    const two = withPlans(plan('hall-1'), plan('hall-2', { speaks: true }), plan('hall-3', { speaks: true }))
    expect(['hall-1', 'hall-2', 'hall-3', ''].map((id) => speaksHere(two, id))).toEqual([false, true, false, false])
    expect(speaksHere(withPlans(plan('hall-1')), 'hall-1')).toBe(false)
    expect(speaksHere(withPlans(plan('kiosk-1', { role: 'kiosk', speaks: true })), 'kiosk-1')).toBe(false)
  })
})

describe('a counter on the wall', () => {
  const now = Date.parse('2026-10-28T06:00:00.000Z')
  const paused = (pausedUntil: string | null) => counter(1, { status: 'paused', pausedUntil })

  it('says until when it pauses, as long as that is still to come', () => {
    expect(counterWords(paused('2026-10-28T06:30:00.000Z'), false, now)).toBe('暂停 14:30回')
    expect(counterWords(paused('2026-10-28T05:59:00.000Z'), false, now)).toBe('暂停服务')
    expect(counterWords(paused(null), false, now)).toBe('暂停服务')
  })

  it('says when its service goes on after hours, and when it is closed', () => {
    expect(counterWords(counter(1), false, now)).toBe('服务中')
    expect(counterWords(counter(1), true, now)).toBe('延时')
    expect(counterWords(counter(1, { status: 'closed' }), true, now)).toBe('未开放')
  })
})

describe('a notice on the wall', () => {
  it('is set in lines that fit, with nothing lost', () => {
    const text = fc.string({ unit: fc.constantFrom(...'办理时间为九点，请携带证件。ab12:30 \n'), maxLength: 200 })
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 30 }), (words, perLine) => {
        const lines = linesOf(words, perLine)
        const bare = (some: string): string => some.replace(/\s/g, '')
        expect(bare(lines.join(''))).toBe(bare(words))
        for (const line of lines) {
          const wide = [...line].reduce((sum, one) => sum + (/[ -~]/.test(one) ? 0.62 : 1), 0)
          const hanging = /[，。:]+$/.exec(line)?.[0].length ?? 0
          expect(wide - hanging).toBeLessThanOrEqual(Math.max(perLine, 24 * 0.62))
        }
      })
    )
  })

  it('keeps telephone numbers and times whole, and lets no line begin with a comma', () => {
    expect(linesOf('咨询电话：023-40000000，监督电话：12345', 10)).toEqual([
      '咨询电话：',
      '023-40000000，监',
      '督电话：12345'
    ])
    expect(linesOf('一二三四五，六七', 5)).toEqual(['一二三四五，', '六七'])
  })

  it('comes in pages of the lines that fit, as even as they can be', () => {
    expect(textPages('一二三四五六七八九', 2, 4).map((page) => page.length)).toEqual([3, 2])
    expect(textPages('', 10, 4)).toEqual([[]])
  })
})

describe('the lower part of the wall', () => {
  const room = { perLine: 10, lines: 4, rows: 4 }
  const page = (id: string, text: string) => ({ id, kind: 'notice' as const, title: '题', text, until: null })
  const of = (counters: HallView['counters'], ...texts: readonly string[]) =>
    panelsOf({ counters, board: { ...board, pages: texts.map((text, i) => page(String(i), text)) } }, room)

  it('shows all counters and all notices in a round, long ones over several panels', () => {
    const panels = of([counter(1)], '短', '长'.repeat(35))
    expect(panels.map(({ kind, page: n, pages }) => `${kind} ${n}/${pages}`)).toEqual([
      'counters 1/1',
      'page 1/1',
      'page 1/2',
      'page 2/2'
    ])
  })

  it('shows twelve counters at once, and nine where names are long or there is no room for more', () => {
    const many = (count: number, name: string) => Array.from({ length: count }, (_, i) => counter(i + 1, { name }))
    const sizes = (counters: HallView['counters']): number[] =>
      of(counters).map((panel) => (panel.kind === 'counters' ? panel.counters.length : 0))
    expect(sizes(many(12, '综合'))).toEqual([12])
    expect(sizes(many(12, '综合服务一号窗口'))).toEqual([6, 6])
    expect(sizes(many(9, '综合服务一号窗口'))).toEqual([9])
    expect(sizes(many(30, '综合'))).toEqual([10, 10, 10])
    const low = panelsOf({ counters: many(12, '综合'), board }, { ...room, rows: 3 })
    expect(low).toHaveLength(2)
  })

  it('turns every so many seconds, on all screens at the same moment', () => {
    expect([0, 11_999, 12_000, 35_999, 36_000].map((now) => panelAt(3, 12, now))).toEqual([0, 0, 1, 2, 0])
    expect(panelAt(0, 12, 5000)).toBe(0)
  })
})
