import { applyFonts } from '../../shared/documents/fontRuns.ts'
import { withHandNote } from '../../shared/documents/handNote.ts'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import { composePdf } from './compose/composePdf.ts'
import type { FontShelf } from './fontShelf.ts'
import { leftToHand, withMadeGlyphs } from './glyphs/madeShelf.ts'
import { missingGlyphs, type PdfRequest, type PdfResult } from './pdfProtocol.ts'
import { toPdfmake } from './toPdfmake.ts'

/** Kind and place of an error. Its message may quote the paper, and so a person: it stays here. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const place = /^\s+at (\S+)/m.exec(error.stack ?? '')?.[1]
  return place ? `${error.name} in ${place}` : error.name
}

/** Paper → PDF. Refuses a character that no font has; never throws. */
export async function renderPaper(shelf: FontShelf, request: Omit<PdfRequest, 'id'>): Promise<PdfResult> {
  try {
    const { paper, template, reprint, roll, glyphs } = request
    const fonts = glyphs ? withMadeGlyphs(shelf, glyphs) : shelf
    const laidOut = layoutPaper(paper, { template, reprint, roll })
    const fitted = applyFonts(glyphs ? withHandNote(laidOut, leftToHand(shelf, glyphs)) : laidOut, fonts)
    if (!fitted.ok) return missingGlyphs(fitted.missing)
    return { ok: true, document: await composePdf(toPdfmake(fitted.definition), fonts) }
  } catch (error) {
    return { ok: false, failure: 'layout', detail: describeError(error) }
  }
}
