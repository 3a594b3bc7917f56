import type { Font } from 'fontkit'
import { splitRuns } from '../../../shared/documents/fontRuns.ts'
import { clustersOf, widthOf } from '../../../shared/documents/receipt/columns.ts'
import type { ReceiptText } from '../../../shared/documents/receipt/receipt.ts'
import { COLUMN_DOTS, type Roll } from '../../../shared/documents/receipt/rolls.ts'
import type { FontShelf } from '../fontShelf.ts'
import type { Drawn } from './encode.ts'
import { emptyCover, fill, toBits } from './fill.ts'
import { ringsOf } from './outline.ts'

/** Dots of a character of size 1, as in the printer's own font, and of a line with its air. */
const EM_DOTS = 2 * COLUMN_DOTS
const LINE_DOTS = 32
/** From the top of the line to the top of the character. */
const ABOVE_DOTS = 2
/** Where Chinese fonts have their base line, in ems from the top of the character. */
const BASE_LINE = 0.88

/** Thin strokes of a Song face are less than a dot: half a dot would lose them, less would run others together. */
const BLACK_FROM = 0.4

/** Draws one cluster into its cell. What is wider than its cell (W among half-width letters) is made narrower. */
function drawCluster(
  cover: ReturnType<typeof emptyCover>,
  font: Font,
  cluster: string,
  cell: { readonly x: number; readonly width: number; readonly times: number }
): void {
  const scale = (EM_DOTS * cell.times) / font.unitsPerEm
  const glyphs = font.glyphsForString(cluster)
  const natural = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * scale
  const squeeze = natural > cell.width && cell.width > 0 ? cell.width / natural : 1
  const baseLine = (ABOVE_DOTS + BASE_LINE * EM_DOTS) * cell.times
  let pen = cell.x + Math.max(0, (cell.width - natural * squeeze) / 2)
  for (const glyph of glyphs) {
    const rings = ringsOf(glyph.path.commands, (x, y) => [pen + x * scale * squeeze, baseLine - y * scale])
    if (rings.length > 0) fill(cover, rings)
    pen += glyph.advanceWidth * scale * squeeze
  }
}

/**
 * Draws a line with the fonts of the papers, each character in the cell that the printer's own font would give it, so
 * that columns stay below each other. Large lines are bold, as on the other papers.
 */
export function drawLine(shelf: Pick<FontShelf, 'faces' | 'covers' | 'fontOf'>, roll: Roll, line: ReceiptText): Drawn {
  const split = splitRuns(line.text, shelf)
  if (!split.ok) return split
  const times = line.size
  const columnDots = COLUMN_DOTS * times
  const cover = emptyCover(roll.dots, LINE_DOTS * times)
  const free = roll.dots - widthOf(split.runs.map((run) => run.text).join('')) * columnDots
  let x = line.align === 'center' ? Math.max(0, Math.floor(free / 2)) : 0
  for (const { text, face } of split.runs) {
    const font = shelf.fontOf(face, times > 1)
    for (const cluster of clustersOf(text)) {
      const width = widthOf(cluster) * columnDots
      drawCluster(cover, font, cluster, { x, width, times })
      x += width
    }
  }
  return { ok: true, picture: { rows: cover.rows, bytes: toBits(cover, BLACK_FROM) } }
}
