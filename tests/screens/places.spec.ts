import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavesKiosk } from '../../electron/screens/kioskKeys.ts'
import { countedDisplays, type DisplayThere, placesOf } from '../../electron/screens/plannedPlaces.ts'
import { titleOf } from '../../electron/screens/titles.ts'
import type { ScreenPlan } from '../../shared/domain/hall/service.ts'

const display = (id: number, x: number, y = 0): DisplayThere => ({
  id,
  bounds: { x, y, width: 1920, height: 1080 },
  workArea: { x, y, width: 1920, height: 1040 }
})
const COUNTER = display(7, 0)
const LEFT = display(3, -1920)
const RIGHT = display(9, 1920)

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
const places = (plans: readonly ScreenPlan[], ...displays: readonly DisplayThere[]) =>
  Object.fromEntries(
    [...placesOf(plans, displays, COUNTER.id)].map(([id, { bounds, fullscreen }]) => [
      id,
      fullscreen ? `full at ${bounds.x}` : `window at ${bounds.x},${bounds.y}`
    ])
  )

describe('displays', () => {
  it('are counted from the counter’s, then from left to right, in whatever order the system lists them', () => {
    for (const order of [
      [RIGHT, COUNTER, LEFT],
      [LEFT, RIGHT, COUNTER]
    ])
      expect(countedDisplays(order, COUNTER.id).map(({ id }) => id)).toEqual([7, 3, 9])
  })
})

describe('planned screens', () => {
  it('fill the first display that is not the counter’s, else stand in a window on it', () => {
    expect(places([plan('hall-1')], COUNTER, RIGHT)).toEqual({ 'hall-1': 'full at 1920' })
    expect(places([plan('hall-1')], COUNTER)).toEqual({ 'hall-1': 'window at 60,60' })
  })

  it('get the display they name, and the others what is left', () => {
    const plans = [plan('hall-1'), plan('kiosk-1', { role: 'kiosk', display: 1 }), plan('hall-2')]
    expect(places(plans, COUNTER, LEFT, RIGHT)).toEqual({
      'hall-1': 'full at 1920',
      'kiosk-1': 'full at -1920',
      'hall-2': 'window at 60,60'
    })
  })

  it('come back into a window when their display is unplugged, beside each other', () => {
    expect(places([plan('hall-1', { display: 2 }), plan('hall-2', { display: 1 })], COUNTER)).toEqual({
      'hall-1': 'window at 60,60',
      'hall-2': 'window at 100,100'
    })
  })

  it('are windows on their display where they should not fill it', () => {
    expect(places([plan('hall-1', { fullscreen: false })], COUNTER, RIGHT)).toEqual({ 'hall-1': 'window at 1980,60' })
  })

  it('never cover the counter’s display, and never share one they fill', () => {
    const plans = fc.array(fc.record({ display: fc.option(fc.nat(4)), fullscreen: fc.boolean() }), { maxLength: 6 })
    const displays = fc.shuffledSubarray([LEFT, RIGHT, display(1, 0, 1080), display(2, 1920, 1080)])
    fc.assert(
      fc.property(plans, displays, (some, others) => {
        const all = some.map((one, i) => plan(`hall-${i}`, one))
        const placed = [...placesOf(all, [...others, COUNTER], COUNTER.id)]
        expect(placed.map(([id]) => id)).toEqual(all.map(({ id }) => id))
        const full = placed.filter(([, { fullscreen }]) => fullscreen).map(([id, { bounds }]) => ({ id, bounds }))
        for (const { bounds } of full) expect(bounds).not.toEqual(COUNTER.bounds)
        const unnamed = full.filter(({ id }) => all.find((one) => one.id === id)?.display === null)
        for (const one of unnamed)
          expect(full.filter(({ bounds }) => bounds.x === one.bounds.x && bounds.y === one.bounds.y)).toHaveLength(1)
      })
    )
  })
})

describe('titles of windows', () => {
  it('tell several of one kind apart, and the counter of a rating screen', () => {
    expect(titleOf(plan('hall-1'), [plan('hall-1')])).toBe('邻窗 · 大厅屏')
    expect(titleOf(plan('hall-2'), [plan('hall-1'), plan('hall-2')])).toBe('邻窗 · 大厅屏 hall-2')
    expect(titleOf(plan('rating-1', { role: 'rating', counter: 3 }), [])).toBe('邻窗 · 评价屏（3 号窗口）')
    expect(titleOf({ role: 'counter' }, [])).toBe('邻窗 · 窗口')
  })
})

describe('keys at a kiosk', () => {
  const key = (name: string, held: { control?: boolean; alt?: boolean; meta?: boolean } = {}) =>
    leavesKiosk({ key: name, control: false, alt: false, meta: false, ...held })

  it.each([
    ['F4', { alt: true }],
    ['F5', {}],
    ['F11', {}],
    ['F12', {}],
    ['Escape', {}],
    ['Tab', { alt: true }],
    ['ArrowLeft', { alt: true }],
    ['w', { control: true }],
    ['R', { control: true }],
    ['I', { control: true }],
    ['q', { control: true }],
    ['+', { control: true }],
    ['0', { control: true }],
    ['n', { control: true }],
    ['Meta', {}],
    ['d', { meta: true }],
    ['ContextMenu', {}],
    ['BrowserBack', {}]
  ])('%s with %o leads nowhere', (name, held) => {
    expect(key(name, held)).toBe(true)
  })

  it('that type, choose and edit work: a card reader types too', () => {
    for (const name of ['a', 'X', '7', 'Enter', 'Tab', 'Backspace', 'ArrowDown', ' ', 'Shift', '低'])
      expect(key(name), name).toBe(false)
    for (const name of ['a', 'C', 'v']) expect(key(name, { control: true }), name).toBe(false)
  })
})
