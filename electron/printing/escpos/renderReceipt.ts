import { layoutReceipt } from '../../../shared/documents/receipt/layoutReceipt.ts'
import { ROLLS } from '../../../shared/documents/receipt/rolls.ts'
import type { FontShelf } from '../fontShelf.ts'
import { missingGlyphs, type PdfRequest, type PdfResult, type ReceiptForm } from '../pdfProtocol.ts'
import { describeError } from '../renderPaper.ts'
import { drawLine } from './drawLine.ts'
import { encodeReceipt } from './encode.ts'

/** Paper → the bytes for a receipt printer. Refuses what no font has and what is no receipt; never throws. */
export function renderReceipt(
  shelf: Pick<FontShelf, 'faces' | 'covers' | 'fontOf'>,
  form: ReceiptForm,
  { paper, template, reprint }: Pick<PdfRequest, 'paper' | 'template' | 'reprint'>
): PdfResult {
  try {
    const roll = ROLLS[form === 'escpos80' ? 80 : 58]
    const parts = layoutReceipt(paper, { template, reprint, roll })
    if (!parts) return { ok: false, failure: 'layout', detail: 'no-receipt-form' }
    const encoded = encodeReceipt(parts, roll, (line) => drawLine(shelf, roll, line))
    return encoded.ok ? { ok: true, pdf: encoded.bytes } : missingGlyphs(encoded.missing)
  } catch (error) {
    return { ok: false, failure: 'layout', detail: describeError(error) }
  }
}
