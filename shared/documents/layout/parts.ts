import { dateParts } from './dates.ts'
import { CELL, LABEL_FILL, SIZE, TEXT_WIDTH } from './measures.ts'
import type { CellStyle, Inline, LayoutNode, Styled, TableNode, TextNode, TextStyle } from './nodes.ts'

/** Pieces that several papers are put together from. */

export const text = (content: string | readonly Inline[], style: Styled & CellStyle = {}): TextNode & CellStyle => ({
  text: content,
  ...style
})

/** Width that cells of the `form` layout leave for their text, in a table of `count` columns over the whole width. */
const freeWidth = (count: number): number => TEXT_WIDTH - count * 2 * CELL.padX - (count + 1) * CELL.line

/** Widths for the `form` layout over the whole width: numbers are points of text, `null` shares what is left. */
export function formWidths(columns: readonly (number | null)[]): readonly number[] {
  const fixed = columns.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const open = columns.filter((width) => width === null).length
  const share = open === 0 ? 0 : (freeWidth(columns.length) - fixed) / open
  return columns.map((width) => width ?? share)
}

/** One line of a form: its label and what stands there. */
export type Field = readonly [label: string, value: string | readonly Inline[]]

const LABEL_WIDTH = 4 * SIZE.body + 2
/** The right value is the shorter one: an item code of 31 characters has to fit into the left. */
const RIGHT_WIDTH = 132

/** One or two fields; a single one takes the whole row. */
export type FieldRow = readonly [Field] | readonly [Field, Field]

const label = (content: string): LayoutNode => text(content, { fillColor: LABEL_FILL, alignment: 'center' })

/** A grid of labels and values, one or two fields a row. Rows stay whole unless one is very long. */
export function fieldGrid(rows: readonly FieldRow[]): TableNode {
  const long = rows.some(([first]) => linesIn(plain(first[1]), TEXT_WIDTH - LABEL_WIDTH) > LINES_KEPT_TOGETHER)
  const body = rows.map(([first, second]): readonly LayoutNode[] =>
    second
      ? [label(first[0]), text(first[1]), label(second[0]), text(second[1])]
      : [label(first[0]), text(first[1], { colSpan: 3 }), text(''), text('')]
  )
  return {
    table: { widths: formWidths([LABEL_WIDTH, null, LABEL_WIDTH, RIGHT_WIDTH]), body, dontBreakRows: !long },
    layout: 'form'
  }
}

/** A row of more lines may break across pages: pdfmake leaves out a whole row that fits on none, without a word. */
const LINES_KEPT_TOGETHER = 20

/** Lines a text takes in a column, taking every character for a wide one. */
const linesIn = (content: string, width: number): number =>
  content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * SIZE.body) / width)), 0)

const plain = (content: string | readonly Inline[]): string =>
  (typeof content === 'string' ? [content] : content)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')

/** Lines of everything below a node, were it all set one under the other. */
function linesBelow(node: LayoutNode): number {
  if ('text' in node) return linesIn(plain(node.text), TEXT_WIDTH)
  if ('stack' in node) return node.stack.reduce((sum, child) => sum + linesBelow(child), 0)
  if ('columns' in node) return node.columns.reduce((sum, child) => sum + linesBelow(child), 0)
  if ('table' in node) return node.table.body.reduce((sum, row) => sum + Math.max(...row.map(linesBelow)), 0)
  return 0
}

/** A page has room for some fifty lines; codes and the seal take the rest. */
const LINES_OF_A_BLOCK = 32

/**
 * Keeps a block on one page. A block that no page can hold flows instead: pdfmake would leave out what does not fit,
 * without a word.
 */
export const together = (stack: readonly LayoutNode[]): LayoutNode => ({
  stack,
  unbreakable: linesBelow({ stack }) <= LINES_OF_A_BLOCK
})

export interface Column {
  readonly head: string
  /** Points of text; `null` shares what is left. */
  readonly width: number | null
}

/** A list with a head that repeats on every page; rows stay whole unless one is very long. */
export function listTable(columns: readonly Column[], rows: readonly (readonly LayoutNode[])[]): TableNode {
  const widths = formWidths(columns.map((column) => column.width))
  const head = columns.map((column) => text(column.head, { bold: true, alignment: 'center', fillColor: LABEL_FILL }))
  const long = rows.some((row) =>
    row.some((cell, i) => 'text' in cell && linesIn(plain(cell.text), widths[i] ?? TEXT_WIDTH) > LINES_KEPT_TOGETHER)
  )
  return {
    table: { widths, body: [head, ...rows], headerRows: 1, keepWithHeaderRows: long ? 0 : 1, dontBreakRows: !long },
    layout: 'form'
  }
}

export const centred = (content: string): LayoutNode => text(content, { alignment: 'center' })

export const heading = (content: string): LayoutNode =>
  text(content, { bold: true, fontSize: SIZE.text, margin: [0, 7, 0, 3] })

const NUMBER_WIDTH = 1.5 * SIZE.body
/** From ten points on. */
const WIDE_NUMBER_WIDTH = 2 * SIZE.body

/** Numbered points with a hanging indent. */
export function points(contents: readonly (string | readonly Inline[])[]): readonly LayoutNode[] {
  const width = contents.length < 10 ? NUMBER_WIDTH : WIDE_NUMBER_WIDTH
  return contents.map((content, i) => ({
    columns: [
      { ...text(`${i + 1}.`), width },
      { ...text(content, { alignment: 'justify' }), width: '*' }
    ],
    margin: [0, 0, 0, 1.5]
  }))
}

/** A place to write by hand: a label, then a line of `width` points. */
export const toFill = (content: string, width: number): LayoutNode => ({
  columns: [
    { ...text(content, { noWrap: true }), width: 'auto' },
    { canvas: [{ type: 'line', x1: 0, y1: 14, x2: width, y2: 14, lineWidth: CELL.line }], width }
  ],
  margin: [0, 7, 0, 3]
})

/** A date within a sentence: a figure is not torn from its 年, 月 or 日 at the end of a line. */
export const dateIn = (date: string, style: TextStyle = {}): readonly Inline[] =>
  dateParts(date).map((part) => ({ text: part, noWrap: true, ...style }))

/** Counts of a material as people say them; empty when the guide gives none. */
export function countsText(originals: number, copies: number): string {
  const counts = [originals > 0 ? `原件${originals}份` : '', copies > 0 ? `复印件${copies}份` : '']
  return counts.filter((part) => part !== '').join('、')
}
