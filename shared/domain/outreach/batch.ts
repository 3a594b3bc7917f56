import type { CardFormat } from '../../documents/papers.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import type { PrintEvent } from '../printing/printing.ts'
import type { Household } from './cards.ts'

/** How many cards of which grid, in the order of printing. */
export interface BatchPart {
  readonly gridId: string
  readonly cards: number
}

/** `stock`: cards without a household. `households`: those of a list. `outdated`: households whose card is no longer right. */
export type BatchOrigin = 'stock' | 'households' | 'outdated'

/** Why a batch stands still. */
export type BatchStop = 'asked' | 'failed' | 'list-lost' | 'refused'

/** A card of a sheet and whose it is. */
export interface SheetCard {
  readonly cardNo: string
  /** `null`: stock. */
  readonly household: Household | null
}

export type BatchEvent =
  | NewEvent<
      'CardBatchStarted',
      {
        readonly batchId: string
        readonly format: CardFormat
        readonly bleed: boolean
        /** Name of the printer, as in print jobs. */
        readonly printer: string
        readonly origin: BatchOrigin
        readonly parts: readonly BatchPart[]
        readonly sheets: number
        readonly by: string
      }
    >
  /** The next sheet was made; the same commit issues its document. */
  | NewEvent<
      'CardSheetIssued',
      {
        readonly batchId: string
        /** From 1. */
        readonly n: number
        readonly docId: string
        readonly gridId: string
        readonly version: number
        readonly cards: readonly SheetCard[]
      }
    >
  | NewEvent<
      'CardBatchPaused',
      { readonly batchId: string; readonly reason: BatchStop; readonly code?: string; readonly gridId?: string }
    >
  | NewEvent<'CardBatchResumed', { readonly batchId: string }>
  | NewEvent<'CardBatchEnded', { readonly batchId: string; readonly how: 'done' | 'cancelled' }>

/** The newest sheet; all before it are printed and registered. */
export interface BatchSheet {
  readonly n: number
  readonly docId: string
  /** `made`: nothing was sent to the printer yet. */
  readonly status: 'made' | 'printing' | 'printed' | 'failed' | 'unknown'
  /** Attempts that failed and were followed by another. */
  readonly attempt: number
  readonly jobId: string | null
  readonly gridId: string
  readonly version: number
  readonly cards: readonly SheetCard[]
  /** Its cards stand in the register of issue. */
  readonly registered: boolean
}

export interface BatchState {
  readonly batchId: string
  readonly format: CardFormat
  readonly bleed: boolean
  readonly printer: string
  readonly origin: BatchOrigin
  readonly parts: readonly BatchPart[]
  readonly sheets: number
  readonly by: string
  /** ISO instant. */
  readonly startedAt: string
  readonly status: 'running' | 'paused' | 'done' | 'cancelled'
  readonly stop: BatchStop | null
  /** Refusal behind `refused`, and the grid it is about. */
  readonly stopCode: string | null
  readonly stopGridId: string | null
  readonly sheet: BatchSheet | null
}

export const batchStream = (batchId: string): string => `batch-${batchId}`

const DOCUMENT = /^card-(.+)-([1-9]\d*)$/

export const sheetDocId = (batchId: string, n: number): string => `card-${batchId}-${n}`

/** The batch that a document is a sheet of; `null` for any other paper. */
export const batchOfDocument = (docId: string): string | null => DOCUMENT.exec(docId)?.[1] ?? null

/** Cards on one sheet. */
export const cardsPerSheet = (format: CardFormat): number => (format === 'sheet90x54' ? 10 : 1)

/** A sheet holds cards of one grid: whoever cuts it has them in order. */
export const sheetsOf = (parts: readonly BatchPart[], perSheet: number): number =>
  parts.reduce((sum, { cards }) => sum + Math.ceil(cards / perSheet), 0)

/** Grid and cards of sheet `n`, and where the first of them stands in the whole list; `null` behind the last one. */
export function contentOfSheet(
  parts: readonly BatchPart[],
  perSheet: number,
  n: number
): { readonly gridId: string; readonly first: number; readonly cards: number } | null {
  let before = 0
  let sheets = 0
  for (const { gridId, cards } of parts) {
    const own = Math.ceil(cards / perSheet)
    if (n <= sheets + own) {
      const inPart = (n - sheets - 1) * perSheet
      return { gridId, first: before + inPart, cards: Math.min(perSheet, cards - inPart) }
    }
    sheets += own
    before += cards
  }
  return null
}

export const isOpenBatch = ({ status }: BatchState): boolean => status === 'running' || status === 'paused'

/** Is nothing more to be done about it? The last sheet of a batch that was given up may still be printed by hand. */
export const isSettledBatch = (batch: BatchState): boolean =>
  !isOpenBatch(batch) && (batch.sheet === null || batch.sheet.registered)

/** `at`: ISO instant of the record. */
export function evolveBatch(state: BatchState | undefined, event: BatchEvent, at: string): BatchState | undefined {
  if (event.type === 'CardBatchStarted') {
    const nothing = { stop: null, stopCode: null, stopGridId: null, sheet: null } as const
    return { ...event.data, startedAt: at, status: 'running', ...nothing }
  }
  if (!state) return undefined
  switch (event.type) {
    case 'CardSheetIssued': {
      const { n, docId, gridId, version, cards } = event.data
      const fresh = { status: 'made', attempt: 0, jobId: null, registered: false } as const
      return { ...state, sheet: { n, docId, gridId, version, cards, ...fresh } }
    }
    case 'CardBatchPaused': {
      const { reason, code = null, gridId = null } = event.data
      return { ...state, status: 'paused', stop: reason, stopCode: code, stopGridId: gridId }
    }
    case 'CardBatchResumed': {
      const { sheet } = state
      const again = sheet?.status === 'failed'
      return {
        ...state,
        status: 'running',
        stop: null,
        stopCode: null,
        stopGridId: null,
        sheet: again ? { ...sheet, status: 'made', attempt: sheet.attempt + 1 } : sheet
      }
    }
    case 'CardBatchEnded':
      return { ...state, status: event.data.how, stop: null, stopCode: null, stopGridId: null }
    default:
      return assertNever(event, 'batch event')
  }
}

/** Follows the prints of its newest sheet. */
export function followPrint(state: BatchState, event: PrintEvent): BatchState {
  const { sheet } = state
  if (sheet?.docId !== event.data.docId) return state
  // One good print is a card in the hand, whatever becomes of further ones.
  if (sheet.status === 'printed') return state
  const { jobId } = event.data
  switch (event.type) {
    case 'PrintQueued':
    case 'PrintSent':
      return { ...state, sheet: { ...sheet, jobId, status: 'printing' } }
    case 'Printed':
      return { ...state, sheet: { ...sheet, jobId, status: 'printed' } }
    case 'PrintFailed':
      return { ...state, sheet: { ...sheet, jobId, status: 'failed' } }
    case 'PrintUnknown':
      return { ...state, sheet: { ...sheet, jobId, status: 'unknown' } }
    default:
      return assertNever(event, 'print event')
  }
}

/** The cards of its newest sheet stand in the register. */
export function followRegister(state: BatchState, docId: string): BatchState {
  return state.sheet?.docId === docId ? { ...state, sheet: { ...state.sheet, registered: true } } : state
}

export type BatchStep =
  | { readonly do: 'make'; readonly n: number }
  | { readonly do: 'print'; readonly docId: string; readonly jobId: string }
  | { readonly do: 'register'; readonly docId: string }
  | { readonly do: 'pause' }
  | { readonly do: 'end' }
  /** For a printer, or for somebody who says whether a sheet came out or goes on. */
  | { readonly do: 'wait' }

/**
 * What comes next. A sheet that was printed is registered whatever else holds; the next one is made only when the one
 * before is settled, so that a crash leaves one sheet in doubt at most.
 */
export function nextStep(state: BatchState): BatchStep {
  const { sheet, status, sheets } = state
  if (sheet?.status === 'printed' && !sheet.registered) return { do: 'register', docId: sheet.docId }
  if (status !== 'running') return { do: 'wait' }
  if (sheet === null) return { do: 'make', n: 1 }
  switch (sheet.status) {
    case 'made': {
      const jobId = sheet.attempt === 0 ? `first-${sheet.docId}` : `again${sheet.attempt}-${sheet.docId}`
      return { do: 'print', docId: sheet.docId, jobId }
    }
    case 'printing':
    case 'unknown':
      return { do: 'wait' }
    case 'failed':
      return { do: 'pause' }
    case 'printed':
      return sheet.n < sheets ? { do: 'make', n: sheet.n + 1 } : { do: 'end' }
    default:
      return assertNever(sheet.status, 'sheet status')
  }
}

/** Sheets that are out, of `sheets`. */
export const sheetsDone = ({ sheet }: BatchState): number =>
  sheet === null ? 0 : sheet.status === 'printed' ? sheet.n : sheet.n - 1
