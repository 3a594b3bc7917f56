import { create, type Font } from 'fontkit'
import { HAND_FACE } from '../../../shared/documents/fontRuns.ts'
import { GLYPH_SIDE, unpackGlyph } from '../../../shared/domain/printing/glyphBitmap.ts'
import type { MadeGlyphs } from '../../../shared/domain/printing/glyphs.ts'
import type { FontShelf } from '../fontShelf.ts'
import { type Contour, outlineOfPicture } from './outlineOfPicture.ts'
import { buildTrueType, EM, type MadeGlyph, SQUARE } from './trueType.ts'

/** Characters that somebody has made, as two more fonts at the end of the row: lines break and titles stand as with any. */

/** Pictures; squares to write into are `HAND_FACE`. */
const PICTURE_FACE = 'pictures'

const DOT = EM / GLYPH_SIDE

function ofPicture(bitmap: string): readonly Contour[] {
  const bytes = unpackGlyph(bitmap)
  return bytes ? outlineOfPicture(bytes).map((ring) => ring.map(([x, y]) => [x * DOT, SQUARE.top - y * DOT])) : []
}

const rectangle = (left: number, bottom: number, width: number, height: number): Contour => [
  [left, bottom],
  [left, bottom + height],
  [left + width, bottom + height],
  [left + width, bottom]
]

/** A dashed square, a little smaller than the em, so that two of them side by side stay two. */
function emptySquare(): readonly Contour[] {
  const line = Math.round(0.04 * EM)
  const edge = Math.round(0.06 * EM)
  const side = EM - 2 * edge
  const dashes = 6
  const dash = Math.round(side / (dashes + 0.6 * (dashes - 1)))
  const step = (side - dash) / (dashes - 1)
  const [left, bottom] = [edge, SQUARE.bottom + edge]
  return Array.from({ length: dashes }, (_, i) => Math.round(i * step)).flatMap((at) => [
    rectangle(left + at, bottom, dash, line),
    rectangle(left + at, bottom + side - line, dash, line),
    rectangle(left, bottom + at, line, dash),
    rectangle(left + side - line, bottom + at, line, dash)
  ])
}

interface Face {
  readonly name: string
  readonly codePoints: ReadonlySet<number>
  readonly file: Buffer
  readonly font: () => Font
}

function faceOf(name: string, glyphs: readonly MadeGlyph[]): Face {
  const file = buildTrueType(`Linchuang-${name}`, glyphs)
  let font: Font | null = null
  return {
    name,
    file,
    codePoints: new Set(glyphs.map(({ codePoint }) => codePoint)),
    font: () => {
      font ??= create(file)
      return font
    }
  }
}

/** The shelf with those characters behind everything that stands on it. `shelf` itself stays as it is. */
export function withMadeGlyphs(shelf: FontShelf, made: MadeGlyphs): FontShelf {
  const square = emptySquare()
  const added = [
    faceOf(
      PICTURE_FACE,
      made.pictures.map(({ codePoint, bitmap }) => ({ codePoint, contours: ofPicture(bitmap) }))
    ),
    faceOf(
      HAND_FACE,
      made.byHand.map((codePoint) => ({ codePoint, contours: square }))
    )
  ].filter(({ codePoints }) => codePoints.size > 0)
  const byName = new Map(added.map((face) => [face.name, face]))
  const [first, ...others] = shelf.faces
  return {
    faces: [first, ...others, ...byName.keys()],
    covers: (face, codePoint) => byName.get(face)?.codePoints.has(codePoint) ?? shelf.covers(face, codePoint),
    dictionary: {
      ...shelf.dictionary,
      ...Object.fromEntries(added.map(({ name }) => [name, { normal: name, bold: name }]))
    },
    // Unlike the big ones these are read anew for every paper: they belong to it.
    tokens: new Map([...shelf.tokens, ...added.map(({ name, file }) => [name, file] as const)]),
    fontOf: (face, bold) => byName.get(face)?.font() ?? shelf.fontOf(face, bold)
  }
}

/** Of the squares those that this paper really has: a font that has come since, or a picture, needs none. */
export function leftToHand(
  { faces, covers }: Pick<FontShelf, 'faces' | 'covers'>,
  made: MadeGlyphs
): readonly number[] {
  const drawn = new Set(made.pictures.map(({ codePoint }) => codePoint))
  const isPrivate = (codePoint: number): boolean => /^\p{Co}$/u.test(String.fromCodePoint(codePoint))
  return made.byHand.filter(
    (codePoint) => !drawn.has(codePoint) && (isPrivate(codePoint) || !faces.some((face) => covers(face, codePoint)))
  )
}
