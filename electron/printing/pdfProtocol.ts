import type { PaperData } from '../../shared/documents/papers.ts'

/** What crosses between the main process and the PDF worker. */

export interface FontFolders {
  readonly fontsFolder: string
  /** More fonts for rare characters, tried in this order after the one in the folder; those that do not exist are skipped. */
  readonly extraFontFiles: readonly string[]
}

export type PdfWorkerData = FontFolders

export interface PdfRequest {
  readonly id: number
  readonly paper: PaperData
  readonly template: number
  readonly reprint: number
}

/** `detail` names kinds of errors and places in the program, never what stands on the paper. */
export type PdfResult =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | {
      readonly ok: false
      readonly failure: 'missing-glyph' | 'layout'
      /** Characters that no font has, once each. */
      readonly characters?: readonly string[]
      readonly detail: string
    }

export interface PdfAnswer {
  readonly id: number
  readonly result: PdfResult
}
