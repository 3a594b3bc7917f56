import { GLYPH_BYTES, GLYPH_SIDE, packGlyph } from '../../../shared/domain/printing/glyphBitmap.ts'

/** A picture of dots chosen by a rule. */
export function bytesOf(black: (x: number, y: number) => boolean): Uint8Array {
  const bytes = new Uint8Array(GLYPH_BYTES)
  for (let y = 0; y < GLYPH_SIDE; y++) {
    for (let x = 0; x < GLYPH_SIDE; x++) {
      const at = (y * GLYPH_SIDE + x) >> 3
      if (black(x, y)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return bytes
}

export const pictureOf = (black: (x: number, y: number) => boolean): string => packGlyph(bytesOf(black))

const inside = (x: number, y: number, left: number, top: number, width: number, height: number): boolean =>
  x >= left && x < left + width && y >= top && y < top + height

/** An invented character: a frame, a stroke through it from its upper left corner, a dot that touches it by a corner. */
export const INVENTED = pictureOf(
  (x, y) =>
    (inside(x, y, 10, 10, 108, 108) && !inside(x, y, 20, 20, 88, 88)) ||
    (inside(x, y, 20, 20, 88, 88) && Math.abs(x - y) < 6) ||
    inside(x, y, 118, 118, 6, 6)
)
