import type { PrintCommand } from '../../shared/domain/printing/decidePrinting.ts'
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
  | 'papers.resolveUnknown'
  | 'papers.openFolder'
  | 'papers.folder'

/** Notices that want a signature come with a counterfoil inside the PDF, so one copy of the file is enough. */
const COPIES = 1

export function paperHandlers(terminal: Terminal): Pick<Handlers, Door> {
  return {
    async 'papers.get'(input) {
      const paper = await paperById(terminal, input.docId)
      return paper ? { ok: true, value: paperShown(paper) } : refuse('paper-unknown')
    },

    async 'papers.pdf'(input) {
      const paper = await paperById(terminal, input.docId)
      if (!paper) return refuse('paper-unknown')
      const printed = paper.prints.jobs.filter((job) => job.status === 'printed').length
      const rendered = await terminal.renderPdf(paper.paper, { reprint: printed, template: paper.template })
      if (rendered.ok) return { ok: true, value: rendered.pdf }
      return rendered.failure === 'missing-glyph'
        ? refuse('missing-glyph', { characters: rendered.characters ?? [] })
        : refuse('pdf-failed')
    },

    async 'papers.print'(input, caller, commandId) {
      const paper = await paperById(terminal, input.docId)
      if (!paper) return refuse('paper-unknown')
      const { printer } = terminal.desk
      const reply = await printCommand(terminal, input.docId, commandId, metaOf(terminal, caller), {
        type: 'queuePrint',
        docId: input.docId,
        jobId: commandId,
        printer: printer.kind === 'folder' ? 'folder' : printer.uri,
        copies: COPIES
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
