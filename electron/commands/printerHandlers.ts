import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import { accept, refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { checkPrinter, findPrinters, isPrinterAddress } from '../printing/printerCheck.ts'
import { metaOf, type Terminal, versionOf } from './terminal.ts'

type Door = 'papers.choosePrinter' | 'printer.check' | 'printer.find'

/** Where papers go, and what answers there. */
export function printerHandlers(terminal: Terminal): Pick<Handlers, Door> {
  return {
    async 'papers.choosePrinter'({ target }, caller, commandId) {
      if (target.kind === 'ipp' && !isPrinterAddress(target.uri)) {
        return refuse('printer-address', { field: 'target.uri' })
      }
      const reply = await terminal.executor.run({
        lane: HALL_STREAM,
        stream: HALL_STREAM,
        commandId,
        meta: metaOf(terminal, caller),
        decide: () => accept([{ type: 'PrinterChosen', v: 1, data: { target } }]),
        expected: () => versionOf(terminal, HALL_STREAM)
      })
      if (!reply.ok) return reply
      terminal.changed()
      return { ok: true, value: null }
    },

    async 'printer.check'({ uri }) {
      if (!isPrinterAddress(uri)) return refuse('printer-address', { field: 'uri' })
      return { ok: true, value: await checkPrinter(uri) }
    },

    async 'printer.find'() {
      return { ok: true, value: await findPrinters() }
    }
  }
}
