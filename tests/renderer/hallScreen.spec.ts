import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OLD_AFTER_MS, silenceAt } from '../../renderer/bridge/silence.ts'
import { pageAt } from '../../renderer/hall/pages.ts'

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
