import { parentPort, workerData } from 'node:worker_threads'
import { isCasePaper } from '../../shared/documents/papers.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { renderReceipt } from './escpos/renderReceipt.ts'
import { openFontShelf } from './fontShelf.ts'
import type { PdfAnswer, PdfRequest, PdfWorkerData } from './pdfProtocol.ts'
import { renderPaper } from './renderPaper.ts'
import { WARM_UP_PAPERS } from './warmUp.ts'

/** The thread that makes documents ready for a printer, off the main loop. One request at a time comes in; each gets one answer. */

const port = parentPort
if (!port) throw new Error('the PDF worker runs in a thread of the main process')

const { typeface, ...folders } = workerData as PdfWorkerData
const shelf = openFontShelf(folders)

/** Rounds after which the papers come no quicker. */
const WARM_ROUNDS = 8

let asked = false

port.on('message', async (request: PdfRequest) => {
  asked = true
  const { id, as = 'pdf' } = request
  const result = as === 'pdf' ? await renderPaper(shelf, request) : renderReceipt(shelf, as, request)
  const answer: PdfAnswer = { id, result }
  if (answer.result.ok) port.postMessage(answer, [answer.result.document.buffer as ArrayBuffer])
  else port.postMessage(answer)
})

/** One paper at a time, with room for a request in between: a real paper never waits for a round of these. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < WARM_ROUNDS; round++) {
    for (const paper of WARM_UP_PAPERS) {
      if (asked) return
      const usual = isCasePaper(paper) ? { ...paper, typeface } : paper
      await renderPaper(shelf, { paper: usual, template: TEMPLATE, reprint: 0 })
      await new Promise((next) => setImmediate(next))
    }
  }
}

void warmUp()
