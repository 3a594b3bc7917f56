import { GLYPH_BYTES, GLYPH_SIDE } from '../../../../../shared/domain/printing/glyphBitmap.ts'

/** From a grey picture of a character to its dots, black or white. Grey goes from 0, black, to 255, white. */

export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly greys: Uint8Array
}

/** Colours on white paper, as the eye weighs them (ITU-R BT.601). `rgba`: four bytes a dot. */
export function greysOf(rgba: Uint8ClampedArray): Uint8Array {
  return new Uint8Array(rgba.length / 4).map((_, i) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(4 * i, 4 * i + 4)
    return 255 - ((255 - (0.299 * red + 0.587 * green + 0.114 * blue)) * alpha) / 255
  })
}

/** Writing is less than what it stands on: a white character on black is turned round. */
export function asInk(greys: Uint8Array): Uint8Array {
  const limit = darkBelow(greys)
  const dark = greys.reduce((sum, grey) => sum + (grey < limit ? 1 : 0), 0)
  return dark > greys.length / 2 ? greys.map((grey) => 255 - grey) : greys
}

/**
 * The grey that parts ink from paper best: the two sides then differ most from each other (N. Otsu, "A threshold
 * selection method from gray-level histograms", IEEE Transactions on SMC, 1979). Ink is below it.
 */
export function darkBelow(greys: Uint8Array): number {
  const counts = new Array<number>(256).fill(0)
  for (const grey of greys) counts[grey] = (counts[grey] ?? 0) + 1
  const total = greys.length
  const sum = counts.reduce((all, count, grey) => all + grey * count, 0)
  let [best, from, to] = [-1, 128, 128]
  let [below, sumBelow] = [0, 0]
  counts.forEach((count, grey) => {
    below += count
    sumBelow += grey * count
    if (below === 0 || below === total) return
    const between = below * (total - below) * (sumBelow / below - (sum - sumBelow) / (total - below)) ** 2
    if (between > best) [best, from] = [between, grey]
    if (between === best) to = grey
  })
  // Between two groups any limit is as good; the middle keeps away from both.
  return Math.round((from + to) / 2) + 1
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where the ink is; `null` for an empty sheet. */
export function inkBox({ width, height, greys }: GreyPicture, limit: number): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  greys.forEach((grey, i) => {
    if (grey >= limit) return
    const [x, y] = [i % width, Math.floor(i / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  })
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** What a character of a font leaves free around itself, in dots. */
const AIR = 5

/** A box of a picture in the middle of a character's square, as large as goes, its shape kept. Where it comes to stand. */
export function fitted({ width, height }: Pick<Box, 'width' | 'height'>): Box {
  const room = GLYPH_SIDE - 2 * AIR
  const scale = room / Math.max(width, height)
  const [w, h] = [width * scale, height * scale]
  return { left: (GLYPH_SIDE - w) / 2, top: (GLYPH_SIDE - h) / 2, width: w, height: h }
}

/** Dots of a square of greys: rows of bytes, the first dot in the highest bit, black below the limit. */
export function dotsOf(greys: Uint8Array, limit: number): Uint8Array {
  const bytes = new Uint8Array(GLYPH_BYTES)
  greys.forEach((grey, i) => {
    if (grey < limit) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (0x80 >> (i & 7))
  })
  return bytes
}

/** How much of the grey edge counts as ink: fewer dots, as found, more dots. */
export const SHADES = ['thin', 'plain', 'thick'] as const
export type Shade = (typeof SHADES)[number]

const SHIFT: Readonly<Record<Shade, number>> = { thin: -60, plain: 0, thick: 60 }

export const limitFor = (greys: Uint8Array, shade: Shade): number =>
  Math.min(250, Math.max(6, darkBelow(greys) + SHIFT[shade]))
