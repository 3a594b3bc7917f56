import { parseRawAddress } from '../../shared/documents/receipt/rawAddress.ts'
import { END_MARK, NO_AUTOMATIC_STATUS } from './escpos/commands.ts'
import { LineLost, openLine, type RawLine } from './escpos/rawLine.ts'
import { type RawObstacle, rawObstacle } from './escpos/status.ts'
import { failed, type Outcome, type Printer, unknown } from './printers.ts'

/** All in milliseconds. */
export interface RawPrinterTimes {
  readonly connectMs: number
  /** For each answer about its state, before anything is sent. */
  readonly askMs: number
  /** For this computer to let go of the document. */
  readonly sendMs: number
  /** Between two looks while it prints. */
  readonly pollMs: number
  /** Without any answer for this long while it prints, the outcome is unknown. */
  readonly contactMs: number
  /** A printer that has stood still for this long while it prints (no paper, cover open) is told to drop the rest. */
  readonly blockedMs: number
  /** A receipt that has not ended by then is left alone, its outcome unknown. */
  readonly finishMs: number
  /** For one that tells nothing to end the connection when it has read everything. */
  readonly closeMs: number
}

const TIMES: RawPrinterTimes = {
  connectMs: 4_000,
  askMs: 2_000,
  sendMs: 30_000,
  pollMs: 150,
  contactMs: 10_000,
  blockedMs: 4_000,
  finishMs: 60_000,
  closeMs: 10_000
}

/** Whether a printer's name is the address of a receipt printer; `rawPrinter` takes these and no others. */
export const isRawAddress = (name: string): boolean => parseRawAddress(name) !== null

/**
 * A receipt printer that is spoken to over a plain connection. `name` is its address (`rawAddress`); throws TypeError
 * for another. It remembers no job, so that one cut off after it was recorded as sent is for the clerk to settle.
 */
export function rawPrinter(name: string, times: Partial<RawPrinterTimes> = {}): Printer {
  const address = parseRawAddress(name)
  if (!address) throw new TypeError('not the address of a receipt printer')
  const { host, port, paper, status } = address
  const t: RawPrinterTimes = { ...TIMES, ...times }

  /** Before anything is sent: `null` when it can print. */
  async function hindrance(line: RawLine): Promise<RawObstacle | null> {
    if (!status) return null
    return rawObstacle(await line.status(t.askMs))
  }

  async function follow(line: RawLine): Promise<Outcome> {
    const sentAt = performance.now()
    let blockedSince: number | null = null
    for (;;) {
      const obstacle = rawObstacle(await line.status(t.contactMs))
      const now = performance.now()
      if (obstacle) {
        blockedSince ??= now
        if (now - blockedSince >= t.blockedMs) return await giveUp(line, obstacle)
      } else {
        blockedSince = null
        if (line.marked) return { status: 'printed', evidence: 'printer' }
      }
      if (now - sentAt >= t.finishMs) return unknown('no-end-mark')
      await line.heard(t.pollMs)
    }
  }

  /**
   * What has not come out must not come out when the paper is back: the clerk may have printed again by then. Where all
   * has been worked off, or the knife is what is stuck, a whole receipt may hang there; where the rest is not dropped,
   * it may still come. Only the clerk can see. The end of a roll with half a receipt on it is none.
   */
  async function giveUp(line: RawLine, { reason, detail }: RawObstacle): Promise<Outcome> {
    const dropped = !line.marked && (await line.clear(t.askMs))
    if (line.marked || reason === 'jam') return unknown(detail)
    return dropped || reason === 'paper-out' ? failed(reason, detail) : unknown(detail)
  }

  /** From the first byte on, a broken line means that nobody knows. */
  async function sendAndFollow(line: RawLine, document: Uint8Array, copies: number): Promise<Outcome> {
    const copy = Array.from({ length: copies }, () => document)
    try {
      if (!status) {
        await line.send(Buffer.concat(copy), t.sendMs)
        return (await line.finish(t.closeMs))
          ? { status: 'printed', evidence: 'handed-over' }
          : unknown('connection not ended')
      }
      const bytes = [Uint8Array.from(NO_AUTOMATIC_STATUS), ...copy, Uint8Array.from(END_MARK)]
      await line.send(Buffer.concat(bytes), t.sendMs)
      return await follow(line)
    } catch (error) {
      if (error instanceof LineLost) return unknown(`no contact: ${error.message}`)
      throw error
    }
  }

  return {
    takes: paper === 80 ? 'escpos80' : 'escpos58',

    nameFor: ({ docId, jobId }) => `${docId}-${jobId}`,

    async submit({ name: job, document, copies, onSent }) {
      let line: RawLine | null = null
      try {
        line = await openLine(host, port, t.connectMs)
        const obstacle = await hindrance(line)
        if (obstacle) return failed(obstacle.reason, obstacle.detail)
        await onSent(job)
        // The disk may have been full for an hour.
        if (line.broken) return failed('offline', 'closed')
        return await sendAndFollow(line, document, copies)
      } catch (error) {
        if (error instanceof LineLost) return failed('offline', error.message)
        throw error
      } finally {
        line?.close()
      }
    },

    async lookUp(_name, reference) {
      return reference === null ? 'never-arrived' : unknown('a receipt printer remembers nothing')
    }
  }
}
