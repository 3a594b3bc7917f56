import type { RawSheet } from '../../shared/domain/catalogue/exchangeRows.ts'
import type { WrittenSheet } from '../../shared/domain/catalogue/exchangeSheets.ts'

/** What crosses between the main process and the thread that knows Excel files. One request a thread. */

export type ExcelRequest =
  | { readonly kind: 'write'; readonly sheets: readonly WrittenSheet[] }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }

export type ExcelAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: true; readonly sheets: readonly RawSheet[] }
  /** No workbook, or one that is too large. */
  | { readonly ok: false }
