/// <reference path="../../../electron/printing/fontkit.d.ts" />
import fc from 'fast-check'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { emptyCover, fill, toBits } from '../../../electron/printing/escpos/fill.ts'
import { ringsOf } from '../../../electron/printing/escpos/outline.ts'
import { outlineOfPicture } from '../../../electron/printing/glyphs/outlineOfPicture.ts'
import { buildTrueType, EM, SQUARE } from '../../../electron/printing/glyphs/trueType.ts'
import { GLYPH_BYTES, GLYPH_SIDE } from '../../../shared/domain/printing/glyphBitmap.ts'
import { bytesOf } from './pictures.ts'

const DOT = EM / GLYPH_SIDE
const CHAR = '\u{30edd}'

/** The picture as a font, read by the reader of all fonts, filled again dot by dot. */
function thereAndBack(picture: Uint8Array): Uint8Array {
  const contours = outlineOfPicture(picture).map((ring) =>
    ring.map(([x, y]) => [x * DOT, SQUARE.top - y * DOT] as const)
  )
  const font = create(buildTrueType('Test', [{ codePoint: 0x30edd, contours }]))
  const [glyph] = font.glyphsForString(CHAR)
  if (!glyph) throw new Error('no glyph')
  expect(glyph.advanceWidth).toBe(EM)
  const cover = emptyCover(GLYPH_SIDE, GLYPH_SIDE)
  const rings = ringsOf(glyph.path.commands, (x, y) => [x / DOT, (SQUARE.top - y) / DOT])
  if (rings.length > 0) fill(cover, rings)
  return toBits(cover, 0.5)
}

describe('a picture as a glyph', () => {
  test('any picture comes back dot by dot: holes, islands, dots that touch by a corner', () => {
    const pictures = fc
      .array(fc.tuple(fc.nat(GLYPH_BYTES - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 120 })
      .map((marks) => {
        const bytes = new Uint8Array(GLYPH_BYTES)
        for (const [at, byte] of marks) bytes[at] = byte
        return bytes
      })
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(thereAndBack(picture)).toEqual(picture)
      }),
      { numRuns: 30 }
    )
  })

  test('a chequered field, the most corners there can be, comes back too', () => {
    const picture = bytesOf((x, y) => (x + y) % 2 === 0)
    expect(thereAndBack(picture)).toEqual(picture)
  })

  test('a square is four corners, a frame eight', () => {
    const square = bytesOf((x, y) => x > 9 && x < 20 && y > 9 && y < 20)
    expect(outlineOfPicture(square).map((ring) => ring.length)).toEqual([4])
    const frame = bytesOf((x, y) => x > 9 && x < 20 && y > 9 && y < 20 && !(x > 12 && x < 17 && y > 12 && y < 17))
    expect(outlineOfPicture(frame).map((ring) => ring.length)).toEqual([4, 4])
  })
})

describe('the font', () => {
  test('has the characters it was made of, within and beyond the BMP, and no others', () => {
    const contours = outlineOfPicture(bytesOf((x) => x < 64))
    const font = create(
      buildTrueType(
        'Test',
        [0x30edd, 0x9fff, 0xe001].map((codePoint) => ({ codePoint, contours }))
      )
    )
    const has = (codePoint: number): boolean => font.hasGlyphForCodePoint(codePoint)
    expect([0x9fff, 0xe001, 0x30edd].map(has)).toEqual([true, true, true])
    expect([0x30edc, 0x30ede, 0x4e00, 0x20].map(has)).toEqual([false, false, false, false])
  })
})
