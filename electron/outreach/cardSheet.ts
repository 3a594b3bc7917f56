import {
  type BatchState,
  batchStream,
  cardsPerSheet,
  contentOfSheet,
  type SheetCard,
  sheetDocId
} from '../../shared/domain/outreach/batch.ts'
import { cardFacts } from '../../shared/domain/outreach/cardFacts.ts'
import { cardTooFull, contactCardPaper, gridForCards } from '../../shared/domain/outreach/cardPaper.ts'
import { cardNumber, type Household, LAST_CARD_SERIAL, registerStream } from '../../shared/domain/outreach/cards.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { accept, type Refusal, type Reply, refuse } from '../../shared/kernel/result.ts'
import { systemMeta } from '../commands/terminal.ts'
import { CARD_LANE, type CardTerminal, runGrid } from './cardRun.ts'

/** Why a batch cannot go on, with the grid it is about. */
export type Hindrance = { readonly refusal: Refusal; readonly gridId: string }

/**
 * Makes sheet `n` of a batch: its document and its cards' numbers in one commit. Says what the register says now, which
 * may be more than when the batch began. `households`: the whole list of the batch, or `null` for stock.
 */
export async function makeSheet(
  terminal: CardTerminal,
  batch: BatchState,
  n: number,
  households: readonly Household[] | null
): Promise<Reply<unknown> | { readonly ok: false; readonly hindrance: Hindrance }> {
  const { desk, executor } = terminal
  const { batchId, format, bleed, parts } = batch
  const content = contentOfSheet(parts, cardsPerSheet(format), n)
  const { hall } = desk
  if (!content || !hall) return refuse('batch-unknown')
  const { gridId, first, cards: count } = content
  const meta = systemMeta(terminal)
  const docId = sheetDocId(batchId, n)
  const found = gridForCards(desk.grids.get(gridId), meta.date)
  if (!found.ok) return { ok: false, hindrance: { refusal: found.refusal, gridId } }
  const facts = cardFacts(hall, found.grid, meta.date)
  // An id of its own for each try: after a crash the register may say something else than before it.
  const versionId = `version:${terminal.ambient.newId()}`
  const made = await runGrid(terminal, gridId, versionId, meta, () => ({ type: 'makeCardVersion', facts }))
  if (!made.ok) return made
  const { version } = made.value as { version: number }
  const whose = Array.from({ length: count }, (_, i) => households?.[first + i] ?? null)
  const paperFor = (cards: readonly SheetCard[]) =>
    contactCardPaper({ facts, version, format, bleed, cards, issuedOn: meta.date })
  const tooFull = cardTooFull(paperFor(whose.map((household) => ({ cardNo: cardNumber('0000', '00', 0), household }))))
  if (tooFull) return { ok: false, hindrance: { refusal: tooFull, gridId } }

  const stream = batchStream(batchId)
  return executor.run({
    lane: CARD_LANE,
    stream,
    commandId: `sheet:${docId}`,
    meta,
    decide: () => {
      const now = desk.batches.get(batchId)
      // Somebody may have stopped the batch while this waited for its turn.
      if (now?.status !== 'running' || (now.sheet?.n ?? 0) !== n - 1) return accept([])
      const year = meta.date.slice(0, 4)
      const last = desk.cardSerials.get(year) ?? 0
      if (last + count > LAST_CARD_SERIAL) return refuse('card-numbers-used')
      const cards = whose.map((household, i) => ({
        cardNo: cardNumber(year, meta.terminal, last + i + 1),
        household
      }))
      // The first card's number is the sheet's: no two sheets share one.
      const docNo = cards[0]?.cardNo ?? ''
      const paper = paperFor(cards)
      return accept([
        { type: 'DocumentIssued', v: 1, data: { docId, docNo, template: TEMPLATE, caseId: null, paper } },
        { type: 'CardSheetIssued', v: 1, data: { batchId, n, docId, gridId, version, cards } }
      ])
    },
    expected: () => desk.versionOf(stream) ?? 0
  })
}

/** Writes the cards of the newest sheet, which is out, into the register of issue. */
export function registerSheet(terminal: CardTerminal, batch: BatchState): Promise<Reply<unknown>> {
  const { sheet, by, batchId } = batch
  if (!sheet) return Promise.resolve(refuse('batch-unknown'))
  const { docId, gridId, version, cards } = sheet
  const meta = systemMeta(terminal)
  const stream = registerStream(gridId, meta.date.slice(0, 4))
  return terminal.executor.run({
    lane: stream,
    stream,
    commandId: `registered:${docId}`,
    meta,
    decide: () => {
      const now = terminal.desk.batches.get(batchId)?.sheet
      if (now?.docId !== docId || now.registered) return accept([])
      return accept(
        cards.map(({ cardNo, household }) => ({
          type: 'ContactCardIssued' as const,
          v: 1,
          data: {
            cardNo,
            gridId,
            version,
            docId,
            to: household === null ? ('stock' as const) : ('household' as const),
            household,
            by,
            on: meta.date
          }
        }))
      )
    },
    expected: () => terminal.desk.versionOf(stream) ?? 0
  })
}
