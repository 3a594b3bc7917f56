import type { PaperData, Typeface } from '../../shared/documents/papers.ts'
import type { RollWidth } from '../../shared/documents/receipt/rolls.ts'
import type { MadeGlyphs } from '../../shared/domain/printing/glyphs.ts'

/** What crosses between the main process and the PDF worker. */

export interface FontFolders {
  readonly fontsFolder: string
  /** More fonts for rare characters, tried in this order after the one in the folder; those that do not exist are skipped. */
  readonly extraFontFiles: readonly string[]
}

export interface PdfWorkerData extends FontFolders {
  /** What the papers of the hall are set in; no other font is read to run warm with. */
  readonly typeface: Typeface
}

/** For a receipt printer: ESC/POS for a roll of 80 or 58 mm. */
export type ReceiptForm = 'escpos80' | 'escpos58'

/** What a document is made into. */
export type DocumentForm = 'pdf' | ReceiptForm

export interface PdfRequest {
  readonly id: number
  readonly paper: PaperData
  readonly template: number
  readonly reprint: number
  /** A PDF when left out. */
  readonly as?: DocumentForm
  /** Roll that a PDF is laid out for, in millimetres; 80 when left out. A receipt printer's is its form. */
  readonly roll?: RollWidth
  /** Characters of this paper that no font has; nearly always left out. */
  readonly glyphs?: MadeGlyphs
}

/** `detail` names kinds of errors and places in the program, never what stands on the paper. */
export type PdfResult =
  | {
      readonly ok: true
      /** The document in the form that was asked for. */
      readonly document: Uint8Array
    }
  | {
      readonly ok: false
      readonly failure: 'missing-glyph' | 'layout'
      /** Characters that no font has, once each. */
      readonly characters?: readonly string[]
      readonly detail: string
    }

/** The result where characters have no glyph in any font. */
export const missingGlyphs = (characters: readonly string[]): PdfResult => ({
  ok: false,
  failure: 'missing-glyph',
  characters,
  detail: characters.map((char) => `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
})

export interface PdfAnswer {
  readonly id: number
  readonly result: PdfResult
}
