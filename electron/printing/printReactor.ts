import { setTimeout as pause } from 'node:timers/promises'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { FOLDER, printerName, queueOf, rollOfPrint } from '../../shared/domain/hall/printers.ts'
import { glyphsFor } from '../../shared/domain/printing/glyphs.ts'
import type { PrintEvent } from '../../shared/domain/printing/printing.ts'
import { documentStream } from '../../shared/domain/printing/printing.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { accept } from '../../shared/kernel/result.ts'
import type { Logger } from '../boot/logging.ts'
import { paperById } from '../commands/paperLookup.ts'
import { printCommand } from '../commands/printCommand.ts'
import { systemMeta, type Terminal, versionOf } from '../commands/terminal.ts'
import { endSearches } from './discovery/search.ts'
import { folderPrinter } from './folderPrinter.ts'
import { isQueueAddress, queueSeat } from './ipp/service.ts'
import { httpUrl } from './ipp/transport.ts'
import { ippPrinter } from './ippPrinter.ts'
import type { PdfService } from './pdfService.ts'
import type { Printer } from './printers.ts'
import { createPrintRunner } from './printRunner.ts'
import { isRawAddress, rawPrinter } from './rawPrinter.ts'
import { spoolPrinter } from './spoolPrinter.ts'
import { windowsQueuePrinter } from './windows/queuePrinter.ts'

type Uses = Pick<Terminal, 'ambient' | 'desk' | 'executor' | 'store'>

const CLOSE_MS = 1500

/** The printer that a job names. Throws for a name that is no printer's. */
function openPrinter(name: string, paperFolder: string, log: Logger): Printer {
  if (name === FOLDER) return folderPrinter(paperFolder)
  if (isRawAddress(name)) return rawPrinter(name)
  const queue = queueOf(name)
  if (queue !== null)
    return process.platform === 'win32' ? windowsQueuePrinter(queue, log) : spoolPrinter(queueSeat(queue))
  const uri = httpUrl(name)
  return isQueueAddress(uri) ? spoolPrinter({ uri: name, socket: null }) : ippPrinter(name)
}

/**
 * What printing follows from the log: a queued print is carried out, a new ticket is printed by itself. After a start
 * everything unfinished is taken up: prints the log leaves open, and tickets of today that no print was asked for.
 */
export class PrintReactor {
  private readonly terminal: Uses
  private readonly log: Logger
  private readonly runner: ReturnType<typeof createPrintRunner>

  constructor(options: { terminal: Uses; pdf: PdfService; paperFolder: string; log: Logger }) {
    const { terminal, pdf, paperFolder, log } = options
    this.terminal = terminal
    this.log = log
    const printers = new Map<string, Printer>()
    this.runner = createPrintRunner({
      pdf,
      printerFor(name) {
        const known = printers.get(name) ?? openPrinter(name, paperFolder, log)
        printers.set(name, known)
        return known
      },
      record: (docId, commitId, events) => this.record(docId, commitId, events),
      loadPaper: async (docId) => {
        const found = await paperById(terminal, docId)
        return found && { ...found, glyphs: glyphsFor(terminal.desk.glyphs, docId, found.paper) }
      },
      log: (message, details) => log.warn(message, details)
    })
  }

  /** Call with every batch of durable records, after they have been folded. */
  follow(records: readonly Recorded[]): void {
    for (const { commit } of records) {
      for (const event of commit.events as readonly DomainEvent[]) {
        if (event.type === 'PrintQueued') this.runner.enqueue(event.data)
        if (event.type === 'DocumentIssued' && event.data.paper.kind === 'ticket' && !event.data.onScreen)
          void this.printTicket(event.data.docId)
      }
    }
  }

  /** Takes up what the last run left open. Call once, before any command. */
  resume(): void {
    const papers = [...this.terminal.desk.papers.values()]
    const stray = [...this.terminal.desk.strayPrints].map(([docId, prints]) => ({ docId, prints }))
    this.runner.resume(
      [...papers, ...stray].flatMap(({ docId, prints }) =>
        prints.jobs.flatMap((job) => {
          const { jobId, printer, copies, reprint, roll, status, reference } = job
          return status === 'queued' || status === 'sent'
            ? [{ docId, jobId, printer, copies, reprint, ...(roll && { roll }), status, reference }]
            : []
        })
      )
    )
    const today = this.terminal.ambient.today()
    for (const { docId, paper, prints, date, onScreen } of papers) {
      const unasked = prints.jobs.length === 0 && !onScreen
      if (paper.kind === 'ticket' && unasked && date === today) void this.printTicket(docId)
    }
  }

  /** Gives a print that is nearly done a moment; what a printer still holds is taken up again at the next start. */
  async close(): Promise<void> {
    endSearches()
    await Promise.race([this.runner.idle(), pause(CLOSE_MS, undefined, { ref: false })])
    this.runner.close()
  }

  /** One first print per ticket, whatever happens in between: the job's id is made from the document's. */
  private async printTicket(docId: string): Promise<void> {
    const jobId = `first-${docId}`
    const { ticket } = this.terminal.desk.printers
    const reply = await printCommand(this.terminal, docId, `first:${docId}`, systemMeta(this.terminal), {
      type: 'queuePrint',
      docId,
      jobId,
      printer: printerName(ticket),
      copies: 1,
      ...rollOfPrint('ticket', ticket)
    })
    if (!reply.ok) this.log.warn('ticket not queued for printing', { docId, code: reply.refusal.code })
  }

  private async record(docId: string, commitId: string, events: readonly PrintEvent[]): Promise<void> {
    const { executor } = this.terminal
    const stream = documentStream(docId)
    const reply = await executor.run({
      lane: stream,
      stream,
      commandId: commitId,
      meta: systemMeta(this.terminal),
      // What a printer did is a fact; there is nothing left to decide about it.
      decide: () => accept(events),
      expected: () => versionOf(this.terminal, stream)
    })
    if (!reply.ok) throw new Error(reply.refusal.code)
  }
}
