import type { DaySheetPaper } from '../../documents/daySheetPaper.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { PrinterTarget } from '../hall/hall.ts'
import { printerName } from '../hall/printers.ts'
import { type DocumentIssued, type PrintEvent, TEMPLATE } from './printing.ts'

/** Stands where other papers have their number. */
const DAY_NO = '日结单'

/** A day sheet and its print in one commit, in the stream of the sheet itself. Each asking is a sheet of its own. */
export function decideDaySheet(asked: {
  readonly paper: DaySheetPaper
  /** The printer of A4 papers. */
  readonly target: PrinterTarget
  /** Of the document and of its print; both fresh. */
  readonly docId: string
  readonly jobId: string
}): Decision<DocumentIssued | PrintEvent> {
  const { paper, target, docId, jobId } = asked
  const docNo = `${DAY_NO} ${paper.date}`
  return accept<DocumentIssued | PrintEvent>(
    [
      { type: 'DocumentIssued', v: 1, data: { docId, docNo, template: TEMPLATE, caseId: null, paper } },
      { type: 'PrintQueued', v: 1, data: { docId, jobId, printer: printerName(target), copies: 1, reprint: 0 } }
    ],
    { docId, jobId }
  )
}
