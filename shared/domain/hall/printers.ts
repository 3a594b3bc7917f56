import type { PaperData, PaperKind } from '../../documents/papers.ts'
import type { RollWidth } from '../../documents/receipt/rolls.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { HallEvent, PrinterTarget, PrinterUse } from './hall.ts'

/** Where papers go, by what they are for: queue tickets, sheets of A4, contact cards. */
export type Printers = Readonly<Record<PrinterUse, PrinterTarget>>

export const PRINTER_USES: readonly PrinterUse[] = ['ticket', 'paper', 'card']

const FOLDER_TARGET: PrinterTarget = { kind: 'folder' }

/** Files until somebody chooses a printer: nothing is lost, and nothing comes out by surprise. */
export const initialPrinters: Printers = { ticket: FOLDER_TARGET, paper: FOLDER_TARGET, card: FOLDER_TARGET }

type PrinterEvent = Extract<HallEvent, { readonly type: 'PrinterChosen' | 'PrinterAssigned' }>

/** Cards came with the printers of their own: the one printer of before was never theirs. */
export function evolvePrinters(printers: Printers, event: PrinterEvent): Printers {
  if (event.type === 'PrinterAssigned') return { ...printers, [event.data.use]: event.data.target }
  return { ...printers, ticket: event.data.target, paper: event.data.target }
}

/**
 * Gives a use its printer; the one it has already changes nothing. Refuses `printer-roll-only` (field `target.kind`): a
 * receipt printer has a roll, and a paper of A4 would be cut off on it.
 */
export function decidePrinter(printers: Printers, use: PrinterUse, target: PrinterTarget): Decision<HallEvent> {
  if (target.kind === 'raw' && use !== 'ticket') return refuse('printer-roll-only', { field: 'target.kind' })
  if (sameTarget(printers[use], target)) return accept([])
  return accept<HallEvent>([{ type: 'PrinterAssigned', v: 1, data: { use, target } }])
}

const sameTarget = (one: PrinterTarget, other: PrinterTarget): boolean =>
  printerName(one) === printerName(other) && calledOf(one) === calledOf(other) && rollOf(one) === rollOf(other)

/** Width of the roll that tickets are laid out for as PDF; a receipt printer's own width stands in its name. */
const rollOf = (target: PrinterTarget): RollWidth => (target.kind !== 'raw' && target.ticketWidth === '58' ? 58 : 80)

/** What a print of that use says of its roll: nothing for A4 and for the usual width. */
export const rollOfPrint = (use: PrinterUse, target: PrinterTarget): { readonly roll?: RollWidth } =>
  use === 'ticket' && rollOf(target) === 58 ? { roll: 58 } : {}

/** What a kind of paper is for. A test page is for what it says itself: `printerUseOfPaper`. */
export function printerUseOf(kind: PaperKind): PrinterUse {
  if (kind === 'ticket') return 'ticket'
  return kind.startsWith('contactCard') ? 'card' : 'paper'
}

export const printerUseOfPaper = (paper: PaperData): PrinterUse =>
  paper.kind === 'testPage' ? paper.use : printerUseOf(paper.kind)

/** Name of the printer that writes into a folder; the others are named by their address. */
export const FOLDER = 'folder'

const SPOOLER = 'spooler:'

/** Name of a printer in a print job: all that is needed to find it again, whatever is assigned by then. */
export function printerName(target: PrinterTarget): string {
  switch (target.kind) {
    case 'folder':
      return FOLDER
    case 'ipp':
      return target.uri
    case 'raw':
      return `raw://${target.host}:${target.port}?paper=${target.paper}${target.status ? '' : '&status=none'}`
    case 'spooler':
      return `${SPOOLER}${encodeURIComponent(target.queue)}`
    default:
      return assertNever(target, 'printer target')
  }
}

/** Queue of the print service that a job's printer name stands for; `null` for any other printer. */
export const queueOf = (name: string): string | null =>
  name.startsWith(SPOOLER) ? decodeURIComponent(name.slice(SPOOLER.length)) : null

/** What people call a printer; empty for the folder. */
export const calledOf = (target: PrinterTarget): string => (target.kind === 'folder' ? '' : target.name)
