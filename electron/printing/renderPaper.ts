import pdfmake from 'pdfmake/js/index.js'
import { applyFonts } from '../../shared/documents/fontRuns.ts'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { FontShelf } from './fontShelf.ts'
import { missingGlyphs, type PdfRequest, type PdfResult } from './pdfProtocol.ts'
import { TABLE_LAYOUTS } from './tableLayouts.ts'
import { toPdfmake } from './toPdfmake.ts'

/** Kind and place of an error. Its message may quote the paper, and so a person: it stays here. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const place = /^\s+at (\S+)/m.exec(error.stack ?? '')?.[1]
  return place ? `${error.name} in ${place}` : error.name
}

/** Sets pdfmake up: our fonts, our tables, and no way to a file or an address. Once a thread. */
export function preparePdfmake(shelf: FontShelf): void {
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  for (const [name, token] of shelf.tokens) pdfmake.virtualfs.writeFileSync(name, token)
  pdfmake.setFonts(shelf.dictionary)
  pdfmake.setTableLayouts(TABLE_LAYOUTS)
}

/** Paper → PDF. Refuses a character that no font has; never throws. */
export async function renderPaper(shelf: FontShelf, request: Omit<PdfRequest, 'id'>): Promise<PdfResult> {
  try {
    const { paper, template, reprint } = request
    const fitted = applyFonts(layoutPaper(paper, { template, reprint }), shelf)
    if (!fitted.ok) return missingGlyphs(fitted.missing)
    const pdf = await pdfmake.createPdf(toPdfmake(fitted.definition)).getBuffer()
    // A buffer of its own, so that it can be handed over without taking a pool along.
    return { ok: true, pdf: new Uint8Array(pdf) }
  } catch (error) {
    return { ok: false, failure: 'layout', detail: describeError(error) }
  }
}
