import { graphemes } from '../../domain/people/codePoints.ts'
import type { LayoutNode, TextStyle } from '../layout/nodes.ts'

/**
 * Setting text to the point: a card has no room for a line too many, and what did not fit must be known before it is
 * printed. Widths are those of the bold face, rounded up, so that nothing is ever wider than it was taken for.
 */

const WIDE_LETTERS: Readonly<Record<string, number>> = { M: 0.86, W: 0.92, m: 0.97, w: 0.87, '@': 1.01 }
const NARROW = /[-.,:;'|!()[\]il]/

/** Of an ASCII character, in ems. */
function latinEm(char: string): number {
  if (char === ' ') return 0.23
  if (char >= '0' && char <= '9') return 0.59
  if (NARROW.test(char)) return 0.39
  return WIDE_LETTERS[char] ?? (/[A-Z&]/.test(char) ? 0.78 : 0.65)
}

/** Asked for thousands of times while a card is fitted. */
const LATIN: readonly number[] = Array.from({ length: 128 }, (_, code) => latinEm(String.fromCharCode(code)))

/** Width of a text, in ems; never less than it really is. */
export function ems(text: string): number {
  let sum = 0
  for (const char of text) sum += LATIN[char.codePointAt(0) ?? 0] ?? 1
  return sum
}

/** What may not begin a line. */
const CLOSING = /^[、，。；：！？）》」』〕·]$/u

/** A base and what belongs to it: only then is it worth asking what a reader takes for one character. */
const JOINED = /[\p{M}\u200d]/u

const characters = (text: string): readonly string[] => (JOINED.test(text) ? graphemes(text) : [...text])

const isLatin = (char: string): boolean => char > ' ' && char <= '~'

/** Pieces that are not torn: runs of Latin letters and digits, and characters with the mark that closes them. */
function pieces(text: string): readonly string[] {
  const result: string[] = []
  let latin = false
  for (const char of characters(text)) {
    const joins = result.length > 0 && (CLOSING.test(char) || (latin && isLatin(char)))
    if (joins) result[result.length - 1] += char
    else result.push(char)
    latin = isLatin(char)
  }
  return result
}

/** Breaks a text into lines of at most `width` points. A run that is wider than a line is broken between characters. */
export function breakLines(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  const most = width / size
  let line = ''
  let used = 0
  const put = (piece: string): void => {
    const more = ems(piece)
    if (used + more <= most) {
      // No line begins with a blank.
      const kept = line === '' ? piece.trimStart() : piece
      line += kept
      used += kept === piece ? more : ems(kept)
      return
    }
    const parts = more > most ? characters(piece) : []
    if (parts.length > 1) {
      for (const part of parts) put(part)
      return
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece.trimStart()
    used = ems(line)
  }
  for (const piece of pieces(text)) put(piece)
  return line === '' ? lines : [...lines, line]
}

/** From one line to the next, in sizes of the type. */
export const PITCH = 1.2
/** Where the line stands within it. */
const BASELINE = 0.96
/** Of the face that papers are set in: it hangs its text from here. */
const ASCENT = 1.16

/** Something of a known height that is drawn with its upper left corner at a place of the page. */
export interface Block {
  readonly height: number
  readonly at: (x: number, y: number) => readonly LayoutNode[]
}

/** One piece of text with its baseline at `y`. The blank keeps the base face in a line that needs another for every character. */
export const textAt = (content: string, x: number, y: number, size: number, style: TextStyle = {}): LayoutNode => ({
  text: [content, ' '],
  fontSize: size,
  noWrap: true,
  ...style,
  absolutePosition: { x, y: y - ASCENT * size }
})

/** A paragraph, broken to the width. */
export const para = (content: string, size: number, width: number, style: TextStyle = {}): Block =>
  linesOf(content === '' ? [] : breakLines(content, size, width), size, style)

/** Phrases after one another; a line ends between them, and within one only when it is longer than a line. */
export function phrases(all: readonly string[], size: number, width: number, style: TextStyle = {}): Block {
  const lines: string[] = []
  for (const phrase of all.filter((one) => one !== '')) {
    const joined = `${lines.at(-1) ?? ''}　${phrase}`
    if (lines.length > 0 && ems(joined) * size <= width) lines[lines.length - 1] = joined
    else lines.push(...breakLines(phrase, size, width))
  }
  return linesOf(lines, size, style)
}

function linesOf(lines: readonly string[], size: number, style: TextStyle): Block {
  return {
    height: lines.length * PITCH * size,
    at: (x, y) => lines.map((line, i) => textAt(line, x, y + (i * PITCH + BASELINE) * size, size, style))
  }
}

export interface Cell {
  readonly text: string
  readonly size: number
  readonly style?: TextStyle
  /** At least so wide, so that what follows stands in line with the rows above. */
  readonly least?: number
}

/** Between two cells, in sizes of the larger one. */
export const GAP = 0.4

const gapOf = (cells: readonly Cell[]): number => GAP * Math.max(0, ...cells.map(({ size }) => size))

/** Width of cells side by side. */
export const cellsWidth = (cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + cellWidth(cell), 0) + gapOf(cells) * Math.max(0, cells.length - 1)

const cellWidth = ({ text, size, least = 0 }: Cell): number => Math.max(least, ems(text) * size)

/** Cells side by side on one baseline; the caller has seen that they fit. */
export function line(cells: readonly Cell[]): Block {
  const size = Math.max(...cells.map((cell) => cell.size))
  return {
    height: PITCH * size,
    at(x, y) {
      let left = x
      return cells.map((cell) => {
        const node = textAt(cell.text, left, y + BASELINE * size, cell.size, cell.style)
        left += cellWidth(cell) + gapOf(cells)
        return node
      })
    }
  }
}

/** Blocks one under the other. */
export function column(blocks: readonly Block[], gap = 0): Block {
  const there = blocks.filter(({ height }) => height > 0)
  return {
    height: there.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, there.length - 1),
    at(x, y) {
      let top = y
      return there.flatMap((block) => {
        const nodes = block.at(x, top)
        top += block.height + gap
        return nodes
      })
    }
  }
}

/** A block moved to the right. */
export const indented = ({ height, at }: Block, by: number): Block => ({ height, at: (x, y) => at(x + by, y) })

/** Two blocks side by side, the second one `offset` points to the right. */
export const beside = (left: Block, right: Block, offset: number): Block => ({
  height: Math.max(left.height, right.height),
  at: (x, y) => [...left.at(x, y), ...right.at(x + offset, y)]
})
