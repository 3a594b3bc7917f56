import type { PrinterTarget, PrinterUse } from '../../../shared/domain/hall/hall.ts'
import { HALL_STREAM } from '../../../shared/domain/hall/hall.ts'
import { decidePrinter, printerName } from '../../../shared/domain/hall/printers.ts'
import { type BatchPart, batchStream } from '../../../shared/domain/outreach/batch.ts'
import { type BatchCommand, decideBatch } from '../../../shared/domain/outreach/decideBatch.ts'
import { decideGrid, type GridCommand } from '../../../shared/domain/outreach/decideGrid.ts'
import { gridStream, initialGrid } from '../../../shared/domain/outreach/grid.ts'
import { documentStream } from '../../../shared/domain/printing/printing.ts'
import { decideTestPage } from '../../../shared/domain/printing/testPage.ts'
import type { HallRun } from '../../projections/support/hallRun.ts'
import { HALL, LEAD } from '../../support/builders.ts'
import { done } from '../day2/steps.ts'

/** Whoever keeps the register and the printers. */
const BY_LEAD = { by: LEAD.personId, byName: LEAD.name }

/** A use gets its printer, and its test page. */
export function assignPrinter(run: HallRun, use: PrinterUse, target: PrinterTarget): void {
  run.pass(1)
  done(run.commit(HALL_STREAM, decidePrinter(run.desk.printers, use, target), BY_LEAD))
}

/** A test page of what is assigned; answers with its document and print. */
export function testPage(run: HallRun, use: PrinterUse): { readonly docId: string; readonly jobId: string } {
  const docId = `test-${run.freshId()}`
  const jobId = run.freshId()
  const asked = { use, target: run.desk.printers[use], hall: run.desk.hall ?? HALL, docId, jobId, at: run.at }
  done(run.commit(documentStream(docId), decideTestPage(asked), BY_LEAD))
  return { docId, jobId }
}

export function onGrid(run: HallRun, gridId: string, command: GridCommand): void {
  run.pass(1)
  done(run.commit(gridStream(gridId), decideGrid(run.desk.grids.get(gridId) ?? initialGrid, command), BY_LEAD))
}

export function onBatch(run: HallRun, batchId: string, command: BatchCommand): void {
  run.pass(1)
  done(run.commit(batchStream(batchId), decideBatch(run.desk.batches.get(batchId), command), BY_LEAD))
}

type Start = Pick<Extract<BatchCommand, { type: 'startBatch' }>, 'format' | 'bleed' | 'origin'>

/** Answers with the batch's id. */
export function startBatch(run: HallRun, how: Start, parts: readonly BatchPart[]): string {
  const batchId = run.freshId()
  const printer = printerName(run.desk.printers.card)
  onBatch(run, batchId, { type: 'startBatch', batchId, ...how, printer, parts, by: LEAD.name })
  return batchId
}
