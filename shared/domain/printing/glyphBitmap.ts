/** The picture of one character: a square of dots, black or white, that the papers' own font is extended with. */

/** Dots along an edge. A name in 10.5 points is 88 dots high at 600 dpi, the largest title 183. */
export const GLYPH_SIDE = 128

/** Rows of bytes, the first dot in the highest bit. */
export const GLYPH_BYTES = (GLYPH_SIDE * GLYPH_SIDE) / 8

/** Letters of base64 for that many bytes, the filling at the end among them. */
export const GLYPH_LETTERS = Math.ceil(GLYPH_BYTES / 3) * 4

/** Dots of the smallest stroke that can be seen at all: four by four, a third of a millimetre in a name. */
const LEAST_INK = 16

/** The densest characters there are (64 strokes) cover about half of their square; more is a box. */
const MOST_INK = 0.85 * GLYPH_SIDE * GLYPH_SIDE

/** RFC 4648 §4. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of a picture as text that stands in the log. */
export function packGlyph(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3)
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const four = [18, 12, 6, 0].map((shift) => LETTERS[(bits >> shift) & 63] ?? '')
    text += four
      .map((letter, n) => ((n === 2 && b === undefined) || (n === 3 && c === undefined) ? '=' : letter))
      .join('')
  }
  return text
}

/** Bytes of a picture; `null` for what is no picture of the right size. */
export function unpackGlyph(text: string): Uint8Array | null {
  if (text.length !== GLYPH_LETTERS) return null
  const filling = GLYPH_LETTERS - Math.ceil((GLYPH_BYTES * 4) / 3)
  const body = text.slice(0, text.length - filling)
  if (text.slice(body.length) !== '='.repeat(filling)) return null
  const bytes = new Uint8Array(GLYPH_BYTES)
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of body) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}

/** Number of black dots. */
export function inkOfGlyph(bytes: Uint8Array): number {
  let ink = 0
  for (const byte of bytes) for (let rest = byte; rest !== 0; rest &= rest - 1) ink += 1
  return ink
}

/** What is wrong with a picture; `null` when it can stand for a character: neither a blank nor a box. */
export function glyphFault(text: string): 'glyph-picture-size' | 'glyph-picture-empty' | 'glyph-picture-full' | null {
  const bytes = unpackGlyph(text)
  if (!bytes) return 'glyph-picture-size'
  const ink = inkOfGlyph(bytes)
  if (ink < LEAST_INK) return 'glyph-picture-empty'
  return ink > MOST_INK ? 'glyph-picture-full' : null
}
