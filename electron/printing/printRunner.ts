import type { PaperData } from '../../shared/documents/papers.ts'
import type { RollWidth } from '../../shared/documents/receipt/rolls.ts'
import type { MadeGlyphs } from '../../shared/domain/printing/glyphs.ts'
import type { PrintEvent, PrintJob } from '../../shared/domain/printing/printing.ts'
import type { PdfService } from './pdfService.ts'
import { failed, type Outcome, type Printer, unknown } from './printers.ts'
import { sheetOf } from './sheetOf.ts'

/** A print as it was asked for; the fact that it was is in the log already (`PrintQueued`). */
export interface QueuedPrint {
  readonly docId: string
  readonly jobId: string
  readonly printer: string
  readonly copies: number
  /** 0 for the first print, then 1, 2 … */
  readonly reprint: number
  /** Width of the roll a PDF is laid out for; 80 mm when left out. */
  readonly roll?: RollWidth
}

/** A print that the log leaves open: `queued` or `sent` when the program stopped. */
export interface UnfinishedPrint extends QueuedPrint {
  readonly status: Extract<PrintJob['status'], 'queued' | 'sent'>
  readonly reference: string | null
}

/** What was issued, as `DocumentIssued` has it. */
export interface IssuedPaper {
  readonly docNo: string
  readonly template: number
  readonly paper: PaperData
  /** What it is made with beside the fonts. */
  readonly glyphs?: MadeGlyphs | null
}

export interface PrintRunnerOptions {
  readonly pdf: Pick<PdfService, 'render'>
  /** By the name in the job. Throws for one that is no printer's. */
  readonly printerFor: (name: string) => Printer
  /** Resolves when the events are durable. The same `commitId` again must be harmless. */
  readonly record: (docId: string, commitId: string, events: readonly PrintEvent[]) => Promise<void>
  readonly loadPaper: (docId: string) => Promise<IssuedPaper | null>
  /** Ids and kinds only, never what a paper says. */
  readonly log: (message: string, details: Readonly<Record<string, string | number>>) => void
  /** Before the log is asked again after it has refused (a full disk); the attempt counts from 1. */
  readonly waitToRecord?: (attempt: number) => Promise<void>
}

export interface PrintRunner {
  enqueue(job: QueuedPrint): void
  /** At the start, before anything is enqueued: each is looked up at its printer first and never printed twice unasked. */
  resume(jobs: readonly UnfinishedPrint[]): void
  /** Resolves when nothing is queued or on its way. */
  idle(): Promise<void>
  /** Takes nothing up any more. What is on its way is left to `resume` after the next start. */
  close(): void
}

const LONGEST_WAIT_MS = 10_000
const FIRST_WAIT_MS = 500

const waitLonger = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))))

/** Stops a job whose end cannot be recorded any more, because the program is closing. */
class Closed extends Error {
  override readonly name = 'Closed'
}

/** Takes prints from "queued" to their recorded end, one at a time for each printer. */
export function createPrintRunner(options: PrintRunnerOptions): PrintRunner {
  const { pdf, printerFor, loadPaper, log, waitToRecord = waitLonger } = options
  const tails = new Map<string, Promise<void>>()
  let closed = false

  /** Asks until the log has it: what a printer did stays true while the disk is full. */
  async function record(docId: string, commitId: string, events: readonly PrintEvent[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (closed) throw new Closed()
      try {
        return await options.record(docId, commitId, events)
      } catch (error) {
        log('print-not-recorded', { commitId, attempt, error: error instanceof Error ? error.name : 'error' })
        await waitToRecord(attempt)
      }
    }
  }

  const recordSent = ({ docId, jobId }: QueuedPrint, reference: string): Promise<void> =>
    record(docId, `${jobId}:sent`, [{ type: 'PrintSent', v: 1, data: { docId, jobId, reference } }])

  const recordOutcome = ({ docId, jobId }: QueuedPrint, outcome: Outcome): Promise<void> =>
    record(docId, `${jobId}:outcome`, [outcomeEvent(docId, jobId, outcome)])

  async function print(job: QueuedPrint, printer: Printer, issued: IssuedPaper, name: string): Promise<Outcome> {
    const { paper, template, glyphs = null } = issued
    const { reprint, roll } = job
    const rendered = await pdf.render(paper, {
      reprint,
      template,
      as: printer.takes ?? 'pdf',
      glyphs,
      ...(roll && { roll })
    })
    if (!rendered.ok) return failed(rendered.failure, (rendered.characters ?? []).join('') || rendered.detail)
    if (closed) throw new Closed()
    return printer.submit({
      name,
      document: rendered.document,
      copies: job.copies,
      ...sheetOf(paper),
      onSent: (reference) => recordSent(job, reference)
    })
  }

  /** What a crash has cut off: first see what the printer knows, then decide. */
  async function takeUpAgain(
    job: UnfinishedPrint,
    printer: Printer,
    issued: IssuedPaper,
    name: string
  ): Promise<Outcome> {
    const found = await printer.lookUp(name, job.reference)
    if (found !== 'never-arrived') return found
    // It was recorded as sent, and nobody remembers it: it may lie in the tray. The clerk is asked.
    if (job.status === 'sent') return unknown('the printer does not know the job')
    return print(job, printer, issued, name)
  }

  /** `null` for an address that no printer can have. */
  function openPrinter(name: string): Printer | null {
    try {
      return printerFor(name)
    } catch {
      return null
    }
  }

  async function run(job: QueuedPrint | UnfinishedPrint): Promise<void> {
    const { docId, jobId } = job
    try {
      const issued = await loadPaper(docId)
      if (!issued) return await recordOutcome(job, failed('other', 'paper-unknown'))
      const printer = openPrinter(job.printer)
      if (!printer) return await recordOutcome(job, failed('other', 'printer-unknown'))
      const name = printer.nameFor({ docId, docNo: issued.docNo, jobId })
      const resumed = 'status' in job
      const outcome = resumed ? await takeUpAgain(job, printer, issued, name) : await print(job, printer, issued, name)
      await recordOutcome(job, outcome)
    } catch (error) {
      if (error instanceof Closed) return
      const kind = error instanceof Error ? error.name : 'error'
      log('print-broke', { docId, jobId, error: kind })
      // A fault of the program, perhaps after the sheet: only the clerk can see.
      await recordOutcome(job, unknown(kind)).catch(() => undefined)
    }
  }

  function chain(job: QueuedPrint | UnfinishedPrint): void {
    if (closed) return
    const before = tails.get(job.printer) ?? Promise.resolve()
    const mine = before.then(() => (closed ? undefined : run(job)))
    tails.set(job.printer, mine)
    void mine.then(() => {
      if (tails.get(job.printer) === mine) tails.delete(job.printer)
    })
  }

  return {
    enqueue: chain,
    resume: (jobs) => jobs.forEach(chain),
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
    close() {
      closed = true
    }
  }
}

function outcomeEvent(docId: string, jobId: string, outcome: Outcome): PrintEvent {
  switch (outcome.status) {
    case 'printed':
      return { type: 'Printed', v: 1, data: { docId, jobId, evidence: outcome.evidence } }
    case 'failed':
      return { type: 'PrintFailed', v: 1, data: { docId, jobId, reason: outcome.reason, detail: outcome.detail } }
    case 'unknown':
      return { type: 'PrintUnknown', v: 1, data: { docId, jobId, detail: outcome.detail } }
  }
}
