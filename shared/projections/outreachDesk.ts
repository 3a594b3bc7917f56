import {
  type BatchEvent,
  type BatchState,
  batchOfDocument,
  evolveBatch,
  followPrint,
  followRegister,
  isSettledBatch
} from '../domain/outreach/batch.ts'
import { type CardEvent, type Household, holderKey, serialOfCard, yearOfCard } from '../domain/outreach/cards.ts'
import { evolveGrid, type GridEvent, type GridState, initialGrid } from '../domain/outreach/grid.ts'
import type { PrintEvent } from '../domain/printing/printing.ts'
import { assertNever } from '../kernel/assertNever.ts'
import type { NewEvent } from '../kernel/messages.ts'

export type OutreachEvent = GridEvent | CardEvent | BatchEvent

/** The newest card of a household, or of a grid's stock. */
export interface CardHolder {
  readonly cardNo: string
  readonly version: number
  readonly on: string
  readonly household: Household | null
}

/** The part of the desk that is about grids and their cards. */
export interface OutreachDesk {
  readonly grids: Map<string, GridState>
  /** Open ones, and those of today. */
  readonly batches: Map<string, BatchState>
  /** By grid, then by `holderKey`. */
  readonly holders: Map<string, Map<string, CardHolder>>
  /** Last card serial by year. */
  readonly cardSerials: Map<string, number>
}

/** A record over the union: a new event that is not listed here fails the compile. */
const EVENTS: Record<OutreachEvent['type'], true> = {
  GridRegistered: true,
  GridChanged: true,
  GridClosed: true,
  GridStaffAssigned: true,
  GridStaffChanged: true,
  GridStaffEnded: true,
  PrimaryChosen: true,
  CardVersionMade: true,
  ContactCardIssued: true,
  CardBatchStarted: true,
  CardSheetIssued: true,
  CardBatchPaused: true,
  CardBatchResumed: true,
  CardBatchEnded: true
}

export const isOutreachEvent = (event: NewEvent): event is OutreachEvent => Object.hasOwn(EVENTS, event.type)

/** Folds one fact into the desk. `at`: ISO instant of its record. */
export function foldOutreach(desk: OutreachDesk, event: OutreachEvent, at: string): void {
  switch (event.type) {
    case 'GridRegistered':
    case 'GridChanged':
    case 'GridClosed':
    case 'GridStaffAssigned':
    case 'GridStaffChanged':
    case 'GridStaffEnded':
    case 'PrimaryChosen':
    case 'CardVersionMade': {
      const { gridId } = event.data
      desk.grids.set(gridId, evolveGrid(desk.grids.get(gridId) ?? initialGrid, event))
      return
    }
    case 'ContactCardIssued': {
      const { gridId, household, cardNo, version, on, docId } = event.data
      const holders = desk.holders.get(gridId) ?? new Map<string, CardHolder>()
      holders.set(holderKey(household), { cardNo, version, on, household })
      desk.holders.set(gridId, holders)
      change(desk, batchOfDocument(docId), (batch) => followRegister(batch, docId))
      return
    }
    case 'CardBatchStarted':
    case 'CardBatchPaused':
    case 'CardBatchResumed':
    case 'CardBatchEnded':
    case 'CardSheetIssued': {
      const { batchId } = event.data
      const batch = evolveBatch(desk.batches.get(batchId), event, at)
      if (batch) desk.batches.set(batchId, batch)
      if (event.type === 'CardSheetIssued') for (const { cardNo } of event.data.cards) countCard(desk, cardNo)
      return
    }
    default:
      assertNever(event, 'outreach event')
  }
}

/** A print of a sheet moves its batch on. */
export function followSheet(desk: OutreachDesk, event: PrintEvent): void {
  change(desk, batchOfDocument(event.data.docId), (batch) => followPrint(batch, event))
}

/** From another day on nobody asks about batches that are over. Answers with their ids. */
export function dropSettledBatches(desk: OutreachDesk): readonly string[] {
  const settled = [...desk.batches.values()].filter(isSettledBatch).map(({ batchId }) => batchId)
  for (const batchId of settled) desk.batches.delete(batchId)
  return settled
}

function change(desk: OutreachDesk, batchId: string | null, next: (batch: BatchState) => BatchState): void {
  const batch = batchId === null ? undefined : desk.batches.get(batchId)
  if (batch) desk.batches.set(batch.batchId, next(batch))
}

function countCard(desk: OutreachDesk, cardNo: string): void {
  const year = yearOfCard(cardNo)
  desk.cardSerials.set(year, Math.max(desk.cardSerials.get(year) ?? 0, serialOfCard(cardNo)))
}
