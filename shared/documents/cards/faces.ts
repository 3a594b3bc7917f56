import { chineseDate } from '../layout/dates.ts'
import { GREY, mm } from '../layout/measures.ts'
import type { LayoutNode } from '../layout/nodes.ts'
import type { ContactCardPaper } from '../papers.ts'
import {
  type Block,
  beside,
  type Cell,
  cellsWidth,
  column,
  ems,
  GAP,
  indented,
  line,
  para,
  phrases
} from './setting.ts'

/** The colour of the strip and the headings. Dark enough for text: 7.3 to 1 on white. */
export const CARD_COLOUR = '#9b1c1c'

/** Sizes of type that go together, in points. */
export interface Sizes {
  readonly title: number
  /** Street, community and grid. */
  readonly place: number
  /** Names and phones. */
  readonly name: number
  /** Everything else. */
  readonly small: number
}

/** Printed cards are read without glasses too: names and phones from 8 points, nothing below 6.5. */
export const LEAST: Sizes = { title: 9, place: 7, name: 8, small: 6.5 }

export interface Face {
  readonly width: number
  readonly height: number
  /** Coloured strip along the left edge. */
  readonly strip: number
  /** From the edge (or the strip) to the text. */
  readonly margin: number
  /** Edge of the QR code at most. */
  readonly qr: number
}

export type Card = ContactCardPaper['cards'][number]

/** Marks that no card may be without: a demo hall, a second print. */
const marksOf = (paper: ContactCardPaper, reprint: number): string =>
  [paper.hall.demo ? '演示' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '').join(' ')

function head(paper: ContactCardPaper, marks: string, s: Sizes, width: number): Block {
  const title: Cell = { text: '为民服务联系卡', size: s.title, style: { bold: true, color: CARD_COLOUR } }
  const place = [paper.street, paper.site, paper.gridName].filter((one) => one !== '').join(' ')
  return column([
    line(marks === '' ? [title] : [title, { text: marks, size: s.small, style: { color: GREY } }]),
    para(place, s.place, width, { bold: true }),
    para(`网格编号 ${paper.gridCode}　范围 ${paper.boundary}`, s.small, width)
  ])
}

/** Who it is, how to call them, and what for. What does not stand side by side stands below. */
function person(one: ContactCardPaper['staff'][number], s: Sizes, width: number, labels: number): Block {
  const role: Cell = { text: one.roleLabel, size: s.small, style: { color: GREY }, least: labels }
  const name: Cell = { text: one.name, size: s.name, style: { bold: true } }
  const phone: Cell = { text: one.phone, size: s.name }
  const duty: Cell = { text: one.duty, size: s.small }
  // Below the name, where there is a column of labels before it.
  const indent = labels === 0 ? 0 : labels + GAP * s.name
  const below = indented(para(one.duty, s.small, width - indent), indent)
  if (cellsWidth([role, name, phone, duty]) <= width) return line([role, name, phone, duty])
  if (cellsWidth([role, name, phone]) <= width) return column([line([role, name, phone]), below])
  if (cellsWidth([role, phone]) > width) {
    return column([line([role]), para(one.name, s.name, width, { bold: true }), para(one.phone, s.name, width), below])
  }
  return column([line([role, phone]), para(one.name, s.name, width, { bold: true }), below])
}

const COLUMN_GAP = 4

function people({ staff }: ContactCardPaper, s: Sizes, width: number, columns: 1 | 2): Block {
  const own = columns === 1 ? width : (width - COLUMN_GAP) / 2
  // In two narrow columns every point is needed; in one, names stand below each other.
  const labels = columns === 1 ? Math.max(...staff.map(({ roleLabel }) => ems(roleLabel))) * s.small : 0
  const each = staff.map((one) => person(one, s, own, labels))
  const gap = s.small * 0.25
  if (columns === 1) return column(each, gap)
  const rows: Block[] = []
  for (let i = 0; i < each.length; i += 2) {
    const [left, right] = [each[i], each[i + 1]]
    if (left && right) rows.push(beside(left, right, own + COLUMN_GAP))
    else if (left) rows.push(left)
  }
  return column(rows, gap)
}

/** Labels and numbers, two to a line where they fit. */
function phones(paper: ContactCardPaper, s: Sizes, width: number): Block {
  const list: readonly (readonly [string, string])[] = [
    ['窗口咨询', paper.hall.enquiryPhone],
    ['政务热线', paper.hotline],
    ['监督电话', paper.hall.supervisionPhone],
    ['服务站点', paper.stationPhone]
  ]
  const cells = list
    .filter(([, number]) => number !== '')
    .map(([label, number]): readonly Cell[] => [
      { text: label, size: s.small, style: { color: GREY } },
      { text: number, size: s.name, style: { bold: true } }
    ])
  const half = (width - COLUMN_GAP) / 2
  if (cells.some((one) => cellsWidth(one) > half)) return column(cells.map(line))
  return column(
    cells.flatMap((left, i) => {
      if (i % 2 === 1) return []
      const right = cells[i + 1]
      return [right ? beside(line(left), line(right), half + COLUMN_GAP) : line(left)]
    })
  )
}

/** Where the hall is, whom to call, whose card it is; beside it the code. Below, over the whole width, the promises. */
function foot(paper: ContactCardPaper, card: Card, s: Sizes, width: number, qr: number): readonly Block[] {
  const { hall, version, issuedOn } = paper
  const own = width - qr - COLUMN_GAP
  const words = column([
    phrases([hall.name, hall.address, hall.hours], s.small, own),
    phones(paper, s, own),
    ...(card.household === null ? [] : [para(`住户 ${card.household}`, s.small, own)]),
    phrases([`卡号 ${card.cardNo}`, `第${version}版`, chineseDate(issuedOn)], s.small, own)
  ])
  const height = Math.max(words.height, qr)
  const withCode: Block = {
    height,
    at: (x, y) => [
      ...words.at(x, y + (height - words.height) / 2),
      { qr: card.cardNo, fit: qr, eccLevel: 'M', absolutePosition: { x: x + width - qr, y: y + (height - qr) / 2 } }
    ]
  }
  return [withCode, phrases(paper.promises, s.small, width, { color: CARD_COLOUR })]
}

const rule = (width: number): Block => ({
  height: 3,
  at: (x, y) => [
    {
      canvas: [
        { type: 'line', x1: x, y1: y + 1.5, x2: x + width, y2: y + 1.5, lineWidth: 0.5, lineColor: CARD_COLOUR }
      ],
      absolutePosition: { x: 0, y: 0 }
    }
  ]
})

/** Blocks from top to bottom, what is left of the height shared out between them; `null` when it does not reach. */
function filled(blocks: readonly Block[], height: number): Block | null {
  const needed = blocks.reduce((sum, block) => sum + block.height, 0)
  if (needed > height) return null
  const gap = blocks.length > 1 ? Math.min((height - needed) / (blocks.length - 1), MOST_GAP * height) : 0
  return column(blocks, gap)
}

/** Beyond this share of the face a gap looks like something is missing. */
const MOST_GAP = 0.05

export type Faces = readonly [Block] | readonly [Block, Block]

/**
 * What stands on the cards of a sheet: all on one face where the type stays large enough, else people on the front and
 * the hall on the back. `levels` from the largest type on. A card is `null` when even the smallest does not hold it all:
 * nothing is ever cut.
 */
export function cardFaces(
  paper: ContactCardPaper,
  face: Face,
  levels: readonly Sizes[],
  reprint: number
): readonly (Faces | null)[] {
  const width = face.width - face.strip - 2 * face.margin
  const height = face.height - 2 * face.margin
  const marks = marksOf(paper, reprint)
  // The same on every card of the sheet.
  const shared = levels.map((s) => ({
    s,
    top: [head(paper, marks, s, width), rule(width)],
    staff: [people(paper, s, width, 1), people(paper, s, width, 2)]
  }))
  const first = (parts: (level: (typeof shared)[number]) => readonly (readonly Block[])[]): Block | null => {
    for (const level of shared) {
      for (const blocks of parts(level)) {
        const one = filled(blocks, height)
        if (one) return one
      }
    }
    return null
  }
  return paper.cards.map((card) => {
    const bottoms = new Map(shared.map(({ s }) => [s, foot(paper, card, s, width, face.qr)]))
    const bottom = (s: Sizes): readonly Block[] => bottoms.get(s) ?? []
    const single = first(({ s, top, staff }) => staff.map((one) => [...top, one, rule(width), ...bottom(s)]))
    if (single) return [single]
    const front = first(({ top, staff }) => staff.map((one) => [...top, one]))
    const back = first(({ s }) => [bottom(s)])
    return front && back ? [front, back] : null
  })
}

/** Draws a face with its upper left corner at a place of the page. */
export function drawFace(block: Block, face: Face, x: number, y: number): readonly LayoutNode[] {
  return block.at(x + face.strip + face.margin, y + face.margin)
}

/** Over the edge that is cut. */
export const BLEED = mm(3)
