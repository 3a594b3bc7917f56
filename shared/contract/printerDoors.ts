import { z } from 'zod'
import type { NetworkPrinter, PrinterChecked, PrinterFound } from '../projections/views.ts'
import { command, query } from './entry.ts'
import { filled, nothing } from './inputs.ts'

const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

const name = filled(80)

/** Whether a printer can be spoken to there at all is the handler's question (`printer-address`). */
const uri = z.string().regex(/^ipps?:\/\/[^\s]{1,200}$/)

/** A name, an IPv4 address or an IPv6 address in brackets. */
const host = z.string().regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])$/)

/**
 * CUPS allows any printable characters but blank, slash and hash, 127 at most; Windows blanks inside and, of a printer
 * on another PC, backslashes, 220 at most.
 */
const queue = z.string().regex(/^(?! )[^/#?\p{Cc}\u2028\u2029]{1,220}(?<! )$/u)

const ticketWidth = z.enum(['80', '58']).optional()

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), ticketWidth }),
  z.strictObject({ kind: z.literal('ipp'), uri, name, ticketWidth }),
  z.strictObject({
    kind: z.literal('raw'),
    host,
    port: z.number().int().min(1).max(65_535),
    paper: z.enum(['80', '58']),
    status: z.boolean(),
    name
  }),
  z.strictObject({ kind: z.literal('spooler'), queue, name, ticketWidth })
])

const use = z.enum(['ticket', 'paper', 'card'])

/** Where papers go, by what they are for, and what answers there. */
export const printerDoors = {
  'printers.assign': command<null>()({ ...leading, input: z.strictObject({ use, target }) }),
  /** Prints a test page on the printer of a use; what becomes of it is seen as of any paper. */
  'printers.testPage': command<{ docId: string; jobId: string }>()({ ...leading, input: z.strictObject({ use }) }),
  /** Asks a printer how it is, assigned or not. */
  'printers.check': query<PrinterChecked>()({ ...leading, input: z.strictObject({ target }) }),
  /** Queues of this PC's own print service; `null`: there is no such service. */
  'printers.find': query<readonly PrinterFound[] | null>()({ ...leading, input: nothing }),
  /** Asks the local network for printers, for a few seconds. Refused with `no-network`. */
  'printers.discover': query<readonly NetworkPrinter[]>()({ ...leading, input: nothing }),
  /** Knocks at the port of receipt printers at this PC's neighbours; nothing is sent. Refused with `no-network`. */
  'printers.knock': query<readonly NetworkPrinter[]>()({ ...leading, input: nothing })
} as const
