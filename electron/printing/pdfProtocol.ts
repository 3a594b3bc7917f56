import type { PaperData } from '../../shared/documents/papers.ts'
import type { FontFolders } from './fontShelf.ts'

/** What crosses between the main process and the PDF worker. */

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
