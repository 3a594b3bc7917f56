import { startOfDay } from '../layout/dates.ts'
import { A4, BASE_FACE, mm } from '../layout/measures.ts'
import type { LayoutNode, PaperDefinition } from '../layout/nodes.ts'
import type { CardFormat, ContactCardPaper } from '../papers.ts'
import { BLEED, CARD_COLOUR, cardFaces, drawFace, type Face, type Faces, LEAST, type Sizes } from './faces.ts'
import type { Block } from './setting.ts'

const SMALL: readonly Sizes[] = [
  { title: 11, place: 8.5, name: 10, small: 8 },
  { title: 10, place: 8, name: 9.5, small: 7.5 },
  { title: 10, place: 7.5, name: 9, small: 7 },
  { title: 9, place: 7, name: 8.5, small: 6.5 },
  LEAST
]

const scaled = (by: number): readonly Sizes[] =>
  [1.4, 1.3, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.7].map((step) => ({
    title: 16 * by * step,
    place: 12 * by * step,
    name: 13 * by * step,
    small: 9.5 * by * step
  }))

interface Format {
  readonly face: Face
  readonly levels: readonly Sizes[]
}

const FORMATS: Readonly<Record<CardFormat, Format>> = {
  // 名片 90 × 54.
  sheet90x54: {
    face: { width: mm(90), height: mm(54), strip: mm(3), margin: mm(2.6), qr: 42 },
    levels: SMALL
  },
  // ID-1 of ISO/IEC 7810: 85.6 × 54.
  single85x54: {
    face: { width: mm(85.6), height: mm(54), strip: mm(3), margin: mm(2.6), qr: 42 },
    levels: SMALL
  },
  A6: {
    face: { width: mm(105), height: mm(148), strip: mm(4), margin: mm(6), qr: 63 },
    levels: scaled(1)
  },
  A5: {
    face: { width: mm(148), height: mm(210), strip: mm(6), margin: mm(8), qr: 84 },
    levels: scaled(1.4)
  }
}

/** Ten cards on A4: two columns, five rows, rows without a gap. */
const COLUMNS = 2
const ROWS = 5

const sidesOf = (faces: readonly (Faces | null)[]): 1 | 2 | null => {
  if (faces.includes(null)) return null
  return faces.some((one) => one?.length === 2) ? 2 : 1
}

/** Faces of a card: 1, or 2 when people and hall do not fit on one; `null` when it is too full for its format. */
export function cardSides(paper: ContactCardPaper): 1 | 2 | null {
  const { face, levels } = FORMATS[paper.format]
  return sidesOf(cardFaces(paper, face, levels, 1))
}

/**
 * Where each card of a sheet has its upper left corner, in points. With bleed the columns stand apart, so that the strip
 * along each left edge can run over; the rows share it and need no gap.
 */
export function sheetPlaces(bleed: boolean): readonly { readonly x: number; readonly y: number }[] {
  const { face } = FORMATS.sheet90x54
  const gap = bleed ? 2 * BLEED : 0
  const left = (A4.width - COLUMNS * face.width - gap) / 2
  const top = (A4.height - ROWS * face.height) / 2
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => ({
    x: left + (i % COLUMNS) * (face.width + gap),
    y: top + Math.floor(i / COLUMNS) * face.height
  }))
}

/** On the back of a sheet that is turned over its long edge the columns change places. */
const mirrored = (i: number): number => (i % COLUMNS === 0 ? i + 1 : i - 1)

const MARK = mm(4)
/** Away from the edge, so that no mark is on a card that is cut a little wide. */
const MARK_GAP = mm(1)

/** Hair lines outside of the cards, one at each end of each cut. */
function cropMarks(bleed: boolean): LayoutNode {
  const { face } = FORMATS.sheet90x54
  const places = sheetPlaces(bleed)
  const xs = [...new Set(places.flatMap(({ x }) => [x, x + face.width]))].sort((a, b) => a - b)
  const ys = [...new Set(places.flatMap(({ y }) => [y, y + face.height]))].sort((a, b) => a - b)
  const away = MARK_GAP + (bleed ? BLEED : 0)
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)]
  const mark = (x1: number, y1: number, x2: number, y2: number) =>
    ({ type: 'line', x1, y1, x2, y2, lineWidth: 0.25 }) as const
  return {
    canvas: [
      ...xs.flatMap((x) => [
        mark(x, top - away - MARK, x, top - away),
        mark(x, bottom + away, x, bottom + away + MARK)
      ]),
      ...ys.flatMap((y) => [mark(left - away - MARK, y, left - away, y), mark(right + away, y, right + away + MARK, y)])
    ],
    absolutePosition: { x: 0, y: 0 }
  }
}

const strip = (x: number, y: number, width: number, height: number): LayoutNode => ({
  canvas: [{ type: 'rect', x, y, w: width, h: height, color: CARD_COLOUR, lineWidth: 0 }],
  absolutePosition: { x: 0, y: 0 }
})

/** Strip of one card; where it runs over it does so on the three sides that it touches. */
function stripOf(face: Face, x: number, y: number, over: { left: number; above: number; below: number }): LayoutNode {
  return strip(x - over.left, y - over.above, face.strip + over.left, face.height + over.above + over.below)
}

const NEW_PAGE: LayoutNode = { text: '', pageBreak: 'before' }

function sheet(paper: ContactCardPaper, faces: readonly (readonly Block[])[], sides: 1 | 2): readonly LayoutNode[] {
  const { face } = FORMATS.sheet90x54
  const places = sheetPlaces(paper.bleed)
  const run = paper.bleed ? BLEED : 0
  const side = (which: number): readonly LayoutNode[] => [
    cropMarks(paper.bleed),
    ...faces.flatMap((blocks, i) => {
      const place = places[which === 0 ? i : mirrored(i)]
      const block = blocks[which]
      if (!place || !block) return []
      const row = Math.floor(i / COLUMNS)
      // Rows share the strip; only the first and the last run over the end of it.
      const above = row === 0 ? run : 0
      const below = i + COLUMNS >= faces.length ? run : 0
      return [stripOf(face, place.x, place.y, { left: run, above, below }), ...drawFace(block, face, place.x, place.y)]
    })
  ]
  return sides === 1 ? side(0) : [...side(0), NEW_PAGE, ...side(1)]
}

function single(paper: ContactCardPaper, blocks: readonly Block[]): readonly LayoutNode[] {
  const { face } = FORMATS[paper.format]
  const run = paper.bleed ? BLEED : 0
  return blocks.flatMap((block, i) => [
    ...(i > 0 ? [NEW_PAGE] : []),
    stripOf(face, run, run, { left: run, above: run, below: run }),
    ...drawFace(block, face, run, run)
  ])
}

/**
 * 为民服务联系卡 (one card a grid and household; business card, identity card, A6 or A5). Throws RangeError for a card that
 * is too full for its format; `cardSides` says so beforehand.
 */
export function contactCardLayout(paper: ContactCardPaper, reprint: number): PaperDefinition {
  const { format, bleed, cards } = paper
  const { face, levels } = FORMATS[format]
  const faces = cardFaces(paper, face, levels, reprint)
  const sides = sidesOf(faces)
  if (sides === null) throw new RangeError('a card too full for its format')
  const whole = faces.flatMap((one) => (one ? [one] : []))
  const onSheet = format === 'sheet90x54'
  const run = bleed ? 2 * BLEED : 0
  return {
    pageSize: onSheet ? 'A4' : { width: face.width + run, height: face.height + run },
    margins: [0, 0, 0, 0],
    title: `为民服务联系卡 ${cards[0]?.cardNo ?? ''}`,
    createdAt: startOfDay(paper.issuedOn),
    style: { font: BASE_FACE, fontSize: LEAST.small },
    copies: [''],
    header: null,
    footer: null,
    content: onSheet ? sheet(paper, whole, sides) : single(paper, whole[0] ?? [])
  }
}
