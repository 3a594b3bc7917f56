import { batchStream } from '../../shared/domain/outreach/batch.ts'
import { type BatchCommand, decideBatch } from '../../shared/domain/outreach/decideBatch.ts'
import { decideGrid, type GridCommand } from '../../shared/domain/outreach/decideGrid.ts'
import { gridStream, initialGrid } from '../../shared/domain/outreach/grid.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import type { Terminal } from '../commands/terminal.ts'

export type CardTerminal = Pick<Terminal, 'ambient' | 'desk' | 'executor' | 'store' | 'cardLists'>

/** One lane for the register: numbers of grids are taken inside it and never twice. */
const GRID_LANE = 'grids'
/** One lane for all batches: numbers of cards are taken inside it and never twice. */
export const CARD_LANE = 'cards'

/** `command` may be made inside the lane, from what holds then. */
export function runGrid(
  { desk, executor }: Pick<Terminal, 'desk' | 'executor'>,
  gridId: string,
  commandId: string,
  meta: Meta,
  command: () => GridCommand
): Promise<Reply<Json>> {
  const stream = gridStream(gridId)
  return executor.run({
    lane: GRID_LANE,
    stream,
    commandId,
    meta,
    decide: () => decideGrid(desk.grids.get(gridId) ?? initialGrid, command()),
    expected: () => desk.versionOf(stream) ?? 0
  })
}

export function runBatch(
  { desk, executor }: Pick<Terminal, 'desk' | 'executor'>,
  batchId: string,
  commandId: string,
  meta: Meta,
  command: BatchCommand
): Promise<Reply<Json>> {
  const stream = batchStream(batchId)
  return executor.run({
    lane: CARD_LANE,
    stream,
    commandId,
    meta,
    decide: () => decideBatch(desk.batches.get(batchId), command),
    expected: () => desk.versionOf(stream) ?? 0
  })
}
