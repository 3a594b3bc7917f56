import type { PrinterTarget } from '../../shared/domain/hall/hall.ts'
import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import { decidePrinter } from '../../shared/domain/hall/printers.ts'
import { documentStream } from '../../shared/domain/printing/printing.ts'
import { decideTestPage } from '../../shared/domain/printing/testPage.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { NetworkPrinter } from '../../shared/projections/views.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { findAnnounced, findNeighbours } from '../printing/discovery/search.ts'
import { checkTarget, findPrinters, isPrinterAddress } from '../printing/printerCheck.ts'
import { findWindowsQueues } from '../printing/windows/spooler.ts'
import { hallOf, metaOf, type Terminal, versionOf } from './terminal.ts'

type Door =
  | 'printers.assign'
  | 'printers.testPage'
  | 'printers.check'
  | 'printers.find'
  | 'printers.discover'
  | 'printers.knock'

/** An address of IPP may be well spelt and still be nobody's; the other kinds of address are the contract's to check. */
const isNobody = (target: PrinterTarget): boolean => target.kind === 'ipp' && !isPrinterAddress(target.uri)

const badAddress = () => refuse('printer-address', { field: 'target.uri' })

const orNoNetwork = (found: readonly NetworkPrinter[] | null): Reply<readonly NetworkPrinter[]> =>
  found === null ? refuse('no-network') : { ok: true, value: found }

/** Where papers go, by what they are for, and what answers there. */
export function printerHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor, ambient } = terminal
  return {
    async 'printers.assign'({ use, target }, caller, commandId) {
      if (isNobody(target)) return badAddress()
      const reply = await executor.run({
        lane: HALL_STREAM,
        stream: HALL_STREAM,
        commandId,
        meta: metaOf(terminal, caller),
        decide: () => decidePrinter(desk.printers, use, target),
        expected: () => versionOf(terminal, HALL_STREAM)
      })
      if (!reply.ok) return reply
      terminal.changed()
      return { ok: true, value: null }
    },

    async 'printers.testPage'({ use }, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const docId = `test-${ambient.newId()}`
      const stream = documentStream(docId)
      const reply = await executor.run({
        lane: stream,
        stream,
        commandId,
        meta: metaOf(terminal, caller),
        decide: () =>
          decideTestPage({
            use,
            target: desk.printers[use],
            hall: hall.value,
            docId,
            jobId: ambient.newId(),
            at: ambient.nowIso()
          }),
        expected: () => 0
      })
      return reply as Reply<{ docId: string; jobId: string }>
    },

    async 'printers.check'({ target }) {
      return isNobody(target) ? badAddress() : { ok: true, value: await checkTarget(target) }
    },

    async 'printers.find'() {
      return { ok: true, value: process.platform === 'win32' ? await findWindowsQueues() : await findPrinters() }
    },

    async 'printers.discover'() {
      return orNoNetwork(await findAnnounced())
    },

    async 'printers.knock'() {
      return orNoNetwork(await findNeighbours())
    }
  }
}
