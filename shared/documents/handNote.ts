import { codePointName } from '../domain/printing/glyphs.ts'
import { A4, mm, SIZE } from './layout/measures.ts'
import type { LayoutNode, PagePlace, PaperDefinition } from './layout/nodes.ts'
import { text } from './layout/parts.ts'
import { paragraph } from './receipt/lines.ts'
import type { ReceiptPart } from './receipt/receipt.ts'
import type { Roll } from './receipt/rolls.ts'

/** The line on a paper that says what is to be written into its empty squares. */

/** `codePoints` in the order of the paper; not empty. */
export const handNoteText = (codePoints: readonly number[]): string =>
  `虚线框内由工作人员手写：${codePoints.map(codePointName).join('、')}`

/** Above the foot of the page: the air before the line and the line itself. The text of the page gives way. */
const NOTE_AIR = mm(2)
const NOTE_HEIGHT = NOTE_AIR + 1.5 * SIZE.foot

/**
 * The same paper with that line at the foot of every page; a paper without a foot has it at its end. Nothing changes
 * without code points.
 */
export function withHandNote(paper: PaperDefinition, codePoints: readonly number[]): PaperDefinition {
  if (codePoints.length === 0) return paper
  const words = handNoteText(codePoints)
  const { footer, margins } = paper
  if (!footer) {
    return { ...paper, content: [...paper.content, text(words, { fontSize: SIZE.body, margin: [0, 6, 0, 0] })] }
  }
  const [left, top, right, bottom] = margins
  const note: LayoutNode = text(words, { fontSize: SIZE.foot, margin: [A4.left, NOTE_AIR, A4.right, 0] })
  return {
    ...paper,
    margins: [left, top, right, bottom + NOTE_HEIGHT],
    footer: (place: PagePlace): LayoutNode => ({ stack: [note, footer(place)] })
  }
}

/** The same for a receipt: the lines to put at its end. */
export const handNoteLines = (codePoints: readonly number[], roll: Roll): readonly ReceiptPart[] =>
  codePoints.length === 0 ? [] : paragraph(handNoteText(codePoints), roll)
