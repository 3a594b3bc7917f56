import { handNoteLines } from '../../../shared/documents/handNote.ts'
import { layoutReceipt } from '../../../shared/documents/receipt/layoutReceipt.ts'
import { ROLLS } from '../../../shared/documents/receipt/rolls.ts'
import type { FontShelf } from '../fontShelf.ts'
import { leftToHand, withMadeGlyphs } from '../glyphs/madeShelf.ts'
import { missingGlyphs, type PdfRequest, type PdfResult, type ReceiptForm } from '../pdfProtocol.ts'
import { describeError } from '../renderPaper.ts'
import { drawLine } from './drawLine.ts'
import { encodeReceipt } from './encode.ts'

/** Paper → the bytes for a receipt printer. Refuses what no font has and what is no receipt; never throws. */
export function renderReceipt(
  shelf: FontShelf,
  form: ReceiptForm,
  { paper, template, reprint, glyphs }: Omit<PdfRequest, 'id'>
): PdfResult {
  try {
    const roll = ROLLS[form === 'escpos80' ? 80 : 58]
    const parts = layoutReceipt(paper, { template, reprint, roll })
    if (!parts) return { ok: false, failure: 'layout', detail: 'no-receipt-form' }
    const fonts = glyphs ? withMadeGlyphs(shelf, glyphs) : shelf
    const noted = glyphs ? [...parts, ...handNoteLines(leftToHand(shelf, glyphs), roll)] : parts
    const encoded = encodeReceipt(noted, roll, (line) => drawLine(fonts, roll, line))
    return encoded.ok ? { ok: true, document: encoded.bytes } : missingGlyphs(encoded.missing)
  } catch (error) {
    return { ok: false, failure: 'layout', detail: describeError(error) }
  }
}
