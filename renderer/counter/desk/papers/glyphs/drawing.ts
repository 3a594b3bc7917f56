import { GLYPH_SIDE } from '../../../../../shared/domain/printing/glyphBitmap.ts'
import { asInk, darkBelow, dotsOf, fitted, greysOf, inkBox } from './dots.ts'

/** What needs a canvas: fonts of this PC, picture files, showing dots. */

/** Fonts that hold the rarest characters where they are installed; Windows, Kylin and UOS, free ones; then whatever there is. */
const FONTS = [
  'SimSun-ExtG',
  'SimSun-ExtB',
  'FZSong-Extended',
  'Plangothic P1',
  'Plangothic P2',
  'Jigmo3',
  'Jigmo2',
  'BabelStone Han'
]
const FAMILIES = `${FONTS.map((name) => `"${name}"`).join(', ')}, system-ui, sans-serif`

/** Nobody has a character there: a font draws what it draws for everything it lacks. */
const NOBODYS = [0x10ffff, 0xfffff]

/** Where Chinese fonts have their base line, in ems from the top. */
const BASE_LINE = 0.88

/** Half a dot covered is black: strokes of a font are even. */
const HALF = 128

function square(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = GLYPH_SIDE
  canvas.height = GLYPH_SIDE
  return canvas.getContext('2d', { willReadFrequently: true })
}

const readSquare = (context: CanvasRenderingContext2D): Uint8Array =>
  greysOf(context.getImageData(0, 0, GLYPH_SIDE, GLYPH_SIDE).data)

function byFonts(codePoint: number): Uint8Array | null {
  const context = square()
  if (!context) return null
  context.font = `${GLYPH_SIDE}px ${FAMILIES}`
  context.textAlign = 'center'
  context.fillText(String.fromCodePoint(codePoint), GLYPH_SIDE / 2, BASE_LINE * GLYPH_SIDE)
  return dotsOf(readSquare(context), HALF)
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i])

/** The character by the fonts of this PC; `null` when they draw for it what they draw for no character at all. */
export function systemDots(codePoint: number): Uint8Array | null {
  const dots = byFonts(codePoint)
  if (!dots || dots.every((byte) => byte === 0)) return null
  const nothing = NOBODYS.map(byFonts)
  return nothing.some((other) => other !== null && same(other, dots)) ? null : dots
}

/** Large enough to find the edges of a photograph by, small enough for any. */
const LARGEST = 768

/** A character from a picture file: cut to its ink, in the middle of its square, as greys. `null` for what is no picture. */
export async function greysOfFile(file: Blob): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const { width, height } = canvas
  const whole = canvas.getContext('2d', { willReadFrequently: true })
  const context = square()
  if (!whole || !context) return null
  whole.fillStyle = 'white'
  whole.fillRect(0, 0, width, height)
  whole.drawImage(picture, 0, 0, width, height)
  picture.close()
  const greys = asInk(greysOf(whole.getImageData(0, 0, width, height).data))
  const box = inkBox({ width, height, greys }, darkBelow(greys))
  if (!box) return readSquare(context)
  // What was turned round has to be drawn turned round.
  const ink = whole.createImageData(width, height)
  greys.forEach((grey, i) => {
    ink.data.set([grey, grey, grey, 255], 4 * i)
  })
  whole.putImageData(ink, 0, 0)
  const to = fitted(box)
  context.imageSmoothingQuality = 'high'
  context.drawImage(canvas, box.left, box.top, box.width, box.height, to.left, to.top, to.width, to.height)
  return readSquare(context)
}

/** Black dots on white. The canvas becomes as large as the picture; CSS scales it. */
export function showDots(canvas: HTMLCanvasElement, dots: Uint8Array): void {
  canvas.width = GLYPH_SIDE
  canvas.height = GLYPH_SIDE
  const context = canvas.getContext('2d')
  if (!context) return
  const image = context.createImageData(GLYPH_SIDE, GLYPH_SIDE)
  for (let i = 0; i < GLYPH_SIDE * GLYPH_SIDE; i++) {
    const black = ((dots[i >> 3] ?? 0) >> (7 - (i & 7))) & 1
    image.data.set(black ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * i)
  }
  context.putImageData(image, 0, 0)
}
