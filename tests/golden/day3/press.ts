import {
  type BatchState,
  batchStream,
  cardsPerSheet,
  contentOfSheet,
  nextStep,
  type SheetCard,
  sheetDocId
} from '../../../shared/domain/outreach/batch.ts'
import { cardFacts } from '../../../shared/domain/outreach/cardFacts.ts'
import { cardTooFull, contactCardPaper, gridForCards } from '../../../shared/domain/outreach/cardPaper.ts'
import { type CardEvent, cardNumber, type Household, registerStream } from '../../../shared/domain/outreach/cards.ts'
import { type BatchCommand, decideBatch } from '../../../shared/domain/outreach/decideBatch.ts'
import { decideGrid } from '../../../shared/domain/outreach/decideGrid.ts'
import { gridStream } from '../../../shared/domain/outreach/grid.ts'
import { decidePrinting, type PrintCommand } from '../../../shared/domain/printing/decidePrinting.ts'
import { documentStream, initialPrints, TEMPLATE } from '../../../shared/domain/printing/printing.ts'
import { assertNever } from '../../../shared/kernel/assertNever.ts'
import { accept, type Refusal } from '../../../shared/kernel/result.ts'
import { BY_CLOCK, type HallRun } from '../../projections/support/hallRun.ts'
import { HALL } from '../../support/builders.ts'
import { done } from '../day2/steps.ts'

/** How a print of a sheet went. */
export type Outcome = 'printed' | 'paper-out' | 'no-answer'

const batchOf = (run: HallRun, batchId: string): BatchState => {
  const batch = run.desk.batches.get(batchId)
  if (!batch) throw new Error('there is no such batch')
  return batch
}

function order(run: HallRun, batchId: string, command: BatchCommand): void {
  done(run.commit(batchStream(batchId), decideBatch(batchOf(run, batchId), command), BY_CLOCK))
}

/**
 * Takes the steps of a batch as the program takes them, as far as they go by themselves: each print ends as the next of
 * `outcomes` says, and when there are none left the sheet stays with the printer. `households`: the list of the batch;
 * `null` for stock, and `undefined` when the list is lost.
 */
export function press(
  run: HallRun,
  batchId: string,
  households: readonly Household[] | null | undefined,
  ...outcomes: readonly Outcome[]
): void {
  const ends = [...outcomes]
  for (;;) {
    const batch = batchOf(run, batchId)
    const step = nextStep(batch)
    run.pass(1)
    switch (step.do) {
      case 'wait':
        if (ends.length > 0) throw new Error('fewer sheets were printed than were meant to be')
        return
      case 'make': {
        if (households === undefined) {
          order(run, batchId, { type: 'pauseBatch', reason: 'list-lost' })
          break
        }
        const hindrance = makeSheet(run, batch, step.n, households)
        if (!hindrance) break
        const { code } = hindrance.refusal
        order(run, batchId, { type: 'pauseBatch', reason: 'refused', code, gridId: hindrance.gridId })
        break
      }
      case 'print': {
        const of = { docId: step.docId, jobId: step.jobId }
        print(run, { type: 'queuePrint', ...of, printer: batch.printer, copies: 1 })
        const end = ends.shift()
        if (end) finish(run, of, end)
        break
      }
      case 'register':
        register(run, batch)
        break
      case 'pause':
        order(run, batchId, { type: 'pauseBatch', reason: 'failed' })
        break
      case 'end':
        order(run, batchId, { type: 'endBatch' })
        break
      default:
        assertNever(step, 'batch step')
    }
  }
}

function print(run: HallRun, command: PrintCommand): void {
  const { docId } = command
  done(run.commit(documentStream(docId), decidePrinting(run.prints.get(docId) ?? initialPrints, command), BY_CLOCK))
}

/** The printer takes a sheet, and says how it went or says nothing. */
export function finish(run: HallRun, of: { readonly docId: string; readonly jobId: string }, end: Outcome): void {
  print(run, { type: 'markSent', ...of, reference: '21' })
  if (end === 'printed') print(run, { type: 'markPrinted', ...of, evidence: 'printer' })
  else if (end === 'paper-out') print(run, { type: 'markFailed', ...of, reason: end, detail: '' })
  else print(run, { type: 'markUnknown', ...of, detail: end })
}

/** A sheet with its numbers and its document, or what hinders it. */
function makeSheet(
  run: HallRun,
  { batchId, format, bleed, parts }: BatchState,
  n: number,
  households: readonly Household[] | null
): { readonly refusal: Refusal; readonly gridId: string } | null {
  const content = contentOfSheet(parts, cardsPerSheet(format), n)
  if (!content) throw new Error('the batch has no such sheet')
  const { gridId, first, cards: count } = content
  const { date } = run
  const found = gridForCards(run.desk.grids.get(gridId), date)
  if (!found.ok) return { refusal: found.refusal, gridId }
  const facts = cardFacts(run.desk.hall ?? HALL, found.grid, date)
  const made = decideGrid(found.grid, { type: 'makeCardVersion', facts })
  const { version } = done(run.commit(gridStream(gridId), made, BY_CLOCK)) as { version: number }
  const year = date.slice(0, 4)
  const last = run.desk.cardSerials.get(year) ?? 0
  const cards = Array.from({ length: count }, (_, i): SheetCard => {
    const cardNo = cardNumber(year, HALL.terminal, last + i + 1)
    return { cardNo, household: households?.[first + i] ?? null }
  })
  const paper = contactCardPaper({ facts, version, format, bleed, cards, issuedOn: date })
  const tooFull = cardTooFull(paper)
  if (tooFull) return { refusal: tooFull, gridId }
  const docId = sheetDocId(batchId, n)
  const docNo = cards[0]?.cardNo ?? ''
  const sheet = accept([
    { type: 'DocumentIssued' as const, v: 1, data: { docId, docNo, template: TEMPLATE, caseId: null, paper } },
    { type: 'CardSheetIssued' as const, v: 1, data: { batchId, n, docId, gridId, version, cards } }
  ])
  done(run.commit(batchStream(batchId), sheet, BY_CLOCK))
  return null
}

/** The cards of a sheet that is out stand in the register of issue of its grid and year. */
function register(run: HallRun, { sheet, by }: BatchState): void {
  if (!sheet) throw new Error('the batch has no sheet')
  const { docId, gridId, version, cards } = sheet
  const { date } = run
  const issued = cards.map(({ cardNo, household }): CardEvent => {
    const to = household === null ? 'stock' : 'household'
    return { type: 'ContactCardIssued', v: 1, data: { cardNo, gridId, version, docId, to, household, by, on: date } }
  })
  done(run.commit(registerStream(gridId, date.slice(0, 4)), accept(issued), BY_CLOCK))
}
