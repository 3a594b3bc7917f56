import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glyphsOfAct, glyphsToDo, waysFor } from '../../renderer/counter/desk/papers/glyphs/actGlyphs.ts'
import {
  asInk,
  darkBelow,
  dotsOf,
  fitted,
  greysOf,
  inkBox,
  limitFor
} from '../../renderer/counter/desk/papers/glyphs/dots.ts'
import { GLYPH_SIDE, inkOfGlyph } from '../../shared/domain/printing/glyphBitmap.ts'
import type { GlyphLacking } from '../../shared/projections/glyphsLacking.ts'

/** 补字: from a picture to dots, and which characters of an act are to be settled. */

const noise = (at: number): number => (at * 7919) % 31

describe('a picture becomes dots', () => {
  test('ink and paper are told apart however pale the ink and however grey the paper', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 60, max: 120 }), (ink, more) => {
        const greys = new Uint8Array(400).map((_, i) => (i % 4 === 0 ? ink + noise(i) : ink + more + noise(i)))
        const limit = darkBelow(greys)
        greys.forEach((grey, i) => {
          expect(grey < limit).toBe(i % 4 === 0)
        })
      })
    )
  })

  test('white writing on black is turned round; black on white stays', () => {
    const black = new Uint8Array(100).map((_, i) => (i < 20 ? 10 : 240))
    expect(asInk(black)).toEqual(black)
    expect(asInk(black.map((grey) => 255 - grey))).toEqual(black)
  })

  test('what is transparent is paper', () => {
    expect([
      ...greysOf(Uint8ClampedArray.from([0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255]))
    ]).toEqual([255, 0, 255, 76])
  })

  test('the ink is found where it is; a sheet without any has none', () => {
    const greys = new Uint8Array(20 * 10).fill(255)
    expect(inkBox({ width: 20, height: 10, greys }, 128)).toBeNull()
    for (const at of [3 * 20 + 4, 6 * 20 + 15]) greys[at] = 0
    expect(inkBox({ width: 20, height: 10, greys }, 128)).toEqual({ left: 4, top: 3, width: 12, height: 4 })
  })

  test('a character fills its square, keeps its shape and stands in the middle', () => {
    for (const [width, height] of [
      [300, 300],
      [200, 50],
      [7, 90]
    ] as const) {
      const { left, top, width: w, height: h } = fitted({ width, height })
      expect(w / h).toBeCloseTo(width / height)
      expect(left + w / 2).toBeCloseTo(GLYPH_SIDE / 2)
      expect(top + h / 2).toBeCloseTo(GLYPH_SIDE / 2)
      expect(Math.max(w, h)).toBeCloseTo(GLYPH_SIDE - 10)
    }
  })

  test('thicker strokes have more dots, thinner fewer', () => {
    const greys = new Uint8Array(GLYPH_SIDE * GLYPH_SIDE).map((_, i) =>
      Math.min(255, Math.abs((i % GLYPH_SIDE) - 64) * 16)
    )
    const ink = (['thin', 'plain', 'thick'] as const).map((shade) => inkOfGlyph(dotsOf(greys, limitFor(greys, shade))))
    expect([...ink].sort((a, b) => a - b)).toEqual(ink)
    expect(new Set(ink).size).toBe(3)
  })
})

describe('characters of the papers of one act', () => {
  const lacking = (codePoint: number, more: Partial<GlyphLacking> = {}): GlyphLacking => ({
    codePoint,
    around: ['张某'],
    way: 'none',
    picture: null,
    mayDraw: true,
    mayLeave: true,
    ...more
  })

  test('each is asked about once, for all papers that lack it; one that is open anywhere is open', () => {
    const glyphs = glyphsOfAct([
      { docId: 'a', lacking: [lacking(1, { way: 'hand' }), lacking(2, { way: 'picture' })] },
      { docId: 'b', lacking: [lacking(1, { around: ['李某'] })] }
    ])
    expect(glyphs.map(({ codePoint, docIds, way }) => [codePoint, docIds, way])).toEqual([
      [1, ['a', 'b'], 'none'],
      [2, ['a'], 'picture']
    ])
    expect(glyphs[0]?.around).toEqual(['张某', '李某'])
    expect(glyphsToDo(glyphs).map(({ codePoint }) => codePoint)).toEqual([1])
  })

  test('when nothing is open all can be changed', () => {
    const glyphs = glyphsOfAct([{ docId: 'a', lacking: [lacking(1, { way: 'hand' }), lacking(2, { way: 'picture' })] }])
    expect(glyphsToDo(glyphs)).toHaveLength(2)
  })

  test('only ways that the program will take are offered', () => {
    expect(waysFor(lacking(1), true)).toEqual(['system', 'hand', 'file', 'drawn'])
    expect(waysFor(lacking(1), false)).toEqual(['hand', 'file', 'drawn'])
    expect(waysFor(lacking(0xe001, { mayDraw: false }), true)).toEqual(['hand'])
    expect(waysFor(lacking(1, { mayLeave: false }), false)).toEqual(['file', 'drawn'])
    expect(waysFor(lacking(1, { way: 'picture' }), false)).toEqual(['file', 'drawn'])
  })
})
