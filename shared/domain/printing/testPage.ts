import { accept, type Decision } from '../../kernel/result.ts'
import type { HallConfig, PrinterTarget, PrinterUse } from '../hall/hall.ts'
import { paperHall } from '../hall/paperHall.ts'
import { calledOf, printerName, rollOfPrint } from '../hall/printers.ts'
import { type DocumentIssued, type PrintEvent, TEMPLATE } from './printing.ts'

export interface TestPageAsked {
  readonly use: PrinterUse
  /** The printer of that use. */
  readonly target: PrinterTarget
  readonly hall: HallConfig
  /** Of the document and of its print; both fresh. */
  readonly docId: string
  readonly jobId: string
  /** ISO instant. */
  readonly at: string
}

/** Stands where other papers have their number; file names begin with it. */
const TEST_NO = '测试页'

/** A test page and its print in one commit, in the stream of the page itself: it belongs to no case and no day. */
export function decideTestPage(asked: TestPageAsked): Decision<DocumentIssued | PrintEvent> {
  const { use, target, hall, docId, jobId, at } = asked
  return accept<DocumentIssued | PrintEvent>(
    [
      {
        type: 'DocumentIssued',
        v: 1,
        data: {
          docId,
          docNo: TEST_NO,
          template: TEMPLATE,
          caseId: null,
          paper: {
            kind: 'testPage',
            hall: paperHall(hall),
            use,
            printerName: calledOf(target),
            issuedAt: at,
            testId: docId
          }
        }
      },
      {
        type: 'PrintQueued',
        v: 1,
        data: { docId, jobId, printer: printerName(target), copies: 1, reprint: 0, ...rollOfPrint(use, target) }
      }
    ],
    { docId, jobId }
  )
}
