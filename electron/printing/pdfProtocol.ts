import type { PaperData } from '../../shared/documents/papers.ts'

/** What crosses between the main process and the PDF worker. */

export interface FontFolders {
  readonly fontsFolder: string
  /** More fonts for rare characters, tried in this order after the one in the folder; those that do not exist are skipped. */
  readonly extraFontFiles: readonly string[]
}

export type PdfWorkerData = FontFolders

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
}

/** `detail` names kinds of errors and places in the program, never what stands on the paper. */
export type PdfResult =
  | {
      readonly ok: true
      /** The document in the form that was asked for. */
      readonly pdf: Uint8Array
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
