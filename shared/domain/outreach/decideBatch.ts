import type { CardFormat } from '../../documents/papers.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import {
  type BatchEvent,
  type BatchOrigin,
  type BatchPart,
  type BatchState,
  type BatchStop,
  cardsPerSheet,
  isOpenBatch,
  sheetsOf
} from './batch.ts'

/** More than the households of a street; beyond it somebody has mistyped. */
export const MOST_CARDS = 20_000

export type BatchCommand =
  | {
      readonly type: 'startBatch'
      readonly batchId: string
      readonly format: CardFormat
      readonly bleed: boolean
      readonly printer: string
      readonly origin: BatchOrigin
      readonly parts: readonly BatchPart[]
      readonly by: string
    }
  | { readonly type: 'pauseBatch'; readonly reason: BatchStop; readonly code?: string; readonly gridId?: string }
  | { readonly type: 'resumeBatch' }
  | { readonly type: 'cancelBatch' }
  | { readonly type: 'endBatch' }

/**
 * The rules of a batch of cards. Refuses with `batch-empty`, `batch-large`, `batch-unknown`, `batch-over`,
 * `batch-running`, `batch-unsettled` (a sheet is in doubt: the clerk says first whether it came out).
 */
export function decideBatch(state: BatchState | undefined, command: BatchCommand): Decision<BatchEvent> {
  if (command.type === 'startBatch') {
    const { type: _type, ...data } = command
    const cards = data.parts.reduce((sum, part) => sum + part.cards, 0)
    if (cards < 1) return refuse('batch-empty')
    if (cards > MOST_CARDS) return refuse('batch-large', { most: MOST_CARDS })
    const sheets = sheetsOf(data.parts, cardsPerSheet(data.format))
    return accept<BatchEvent>([{ type: 'CardBatchStarted', v: 1, data: { ...data, sheets } }], {
      batchId: data.batchId
    })
  }
  if (!state) return refuse('batch-unknown')
  const { batchId } = state
  if (!isOpenBatch(state)) return refuse('batch-over')
  switch (command.type) {
    case 'pauseBatch': {
      if (state.status === 'paused') return accept([])
      const { type: _type, ...why } = command
      return accept<BatchEvent>([{ type: 'CardBatchPaused', v: 1, data: { batchId, ...why } }])
    }
    case 'resumeBatch':
      if (state.status === 'running') return refuse('batch-running')
      if (state.sheet?.status === 'unknown') return refuse('batch-unsettled')
      return accept<BatchEvent>([{ type: 'CardBatchResumed', v: 1, data: { batchId } }])
    case 'cancelBatch':
      return accept<BatchEvent>([{ type: 'CardBatchEnded', v: 1, data: { batchId, how: 'cancelled' } }])
    case 'endBatch':
      return accept<BatchEvent>([{ type: 'CardBatchEnded', v: 1, data: { batchId, how: 'done' } }])
    default:
      return assertNever(command, 'batch command')
  }
}
