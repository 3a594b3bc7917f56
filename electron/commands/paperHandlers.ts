import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { printerName, printerUseOfPaper, rollOfPrint } from '../../shared/domain/hall/printers.ts'
import type { PrintCommand } from '../../shared/domain/printing/decidePrinting.ts'
import { glyphsFor } from '../../shared/domain/printing/glyphs.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { paperById } from './paperLookup.ts'
import { printCommand } from './printCommand.ts'
import { metaOf, type Terminal } from './terminal.ts'

type Door =
  | 'papers.get'
  | 'papers.pdf'
  | 'papers.print'
  | 'papers.save'
  | 'papers.resolveUnknown'
  | 'papers.openFolder'
  | 'papers.folder'

/** Notices that want a signature come with a counterfoil inside the PDF, so one copy of the file is enough. */
const COPIES = 1

/** What file systems of any platform take of a document number. */
const UNSAFE = /[^\p{L}\p{N}〔〕_-]+/gu

export function paperHandlers(terminal: Terminal): Pick<Handlers, Door> {
  /** As the paper would come out now. */
  async function pdfOf(docId: string): Promise<Reply<{ readonly pdf: Uint8Array; readonly docNo: string }>> {
    const paper = await paperById(terminal, docId)
    if (!paper) return refuse('paper-unknown')
    const printed = paper.prints.jobs.filter((job) => job.status === 'printed').length
    const glyphs = glyphsFor(terminal.desk.glyphs, docId, paper.paper)
    const rendered = await terminal.renderPdf(paper.paper, { reprint: printed, template: paper.template, glyphs })
    if (rendered.ok) return { ok: true, value: { pdf: rendered.document, docNo: paper.docNo } }
    return rendered.failure === 'missing-glyph'
      ? refuse('missing-glyph', { characters: rendered.characters ?? [] })
      : refuse('pdf-failed')
  }

  return {
    async 'papers.get'(input) {
      const paper = await paperById(terminal, input.docId)
      return paper ? { ok: true, value: paperShown(paper) } : refuse('paper-unknown')
    },

    async 'papers.pdf'(input) {
      const made = await pdfOf(input.docId)
      return made.ok ? { ok: true, value: made.value.pdf } : made
    },

    async 'papers.save'(input) {
      const made = await pdfOf(input.docId)
      if (!made.ok) return made
      const file = path.join(terminal.paperFolder, `${made.value.docNo.replace(UNSAFE, '_')}-副本.pdf`)
      try {
        await mkdir(terminal.paperFolder, { recursive: true })
        await writeFile(file, made.value.pdf)
      } catch {
        return refuse('export-not-saved')
      }
      return { ok: true, value: { path: file } }
    },

    async 'papers.print'(input, caller, commandId) {
      const paper = await paperById(terminal, input.docId)
      if (!paper) return refuse('paper-unknown')
      const use = printerUseOfPaper(paper.paper)
      const printer = terminal.desk.printers[use]
      const reply = await printCommand(terminal, input.docId, commandId, metaOf(terminal, caller), {
        type: 'queuePrint',
        docId: input.docId,
        jobId: commandId,
        printer: printerName(printer),
        copies: COPIES,
        ...rollOfPrint(use, printer)
      })
      return reply as Reply<{ jobId: string }>
    },

    async 'papers.resolveUnknown'(input, caller, commandId) {
      const { docId, jobId, cameOut } = input
      const command: PrintCommand = { type: 'resolveUnknown', docId, jobId, cameOut }
      const reply = await printCommand(terminal, docId, commandId, metaOf(terminal, caller), command)
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'papers.openFolder'() {
      await terminal.openPaperFolder()
      return { ok: true, value: null }
    },

    'papers.folder': () => Promise.resolve({ ok: true, value: { path: terminal.paperFolder } })
  }
}
