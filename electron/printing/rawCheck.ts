import { parseRawAddress } from '../../shared/documents/receipt/rawAddress.ts'
import type { PrintFailure } from '../../shared/domain/printing/printing.ts'
import type { PrinterChecked, PrinterHealth } from '../../shared/projections/views.ts'
import { LineLost, openLine } from './escpos/rawLine.ts'
import { paperNearEnd, type RawObstacle, rawObstacle } from './escpos/status.ts'

/** Somebody waits at the screen, in milliseconds. */
const CONNECT_MS = 4_000
const ANSWER_MS = 2_000

const HEALTH: Partial<Readonly<Record<PrintFailure, PrinterHealth>>> = {
  'paper-out': 'paper-out',
  jam: 'jam',
  offline: 'offline'
}

const healthOf = ({ reason, detail }: RawObstacle): PrinterHealth =>
  detail.startsWith('cover-open') ? 'cover-open' : (HEALTH[reason] ?? 'attention')

/**
 * Asks the receipt printer at an address how it is; nothing is printed. `detail` is `no-answer` for one that takes the
 * connection and answers no question, `no-status` for one that is not asked. Throws TypeError for no such address.
 */
export async function checkRawPrinter(
  name: string,
  { connectMs = CONNECT_MS, answerMs = ANSWER_MS }: { readonly connectMs?: number; readonly answerMs?: number } = {}
): Promise<PrinterChecked> {
  const address = parseRawAddress(name)
  if (!address) throw new TypeError('not the address of a receipt printer')
  const unreachable = (error: unknown): PrinterChecked => {
    if (!(error instanceof LineLost)) throw error
    return { name: '', health: 'unreachable', detail: error.message }
  }
  let line: Awaited<ReturnType<typeof openLine>>
  try {
    line = await openLine(address.host, address.port, connectMs)
  } catch (error) {
    return unreachable(error)
  }
  try {
    if (!address.status) return { name: '', health: 'ready', detail: 'no-status' }
    const status = await line.status(answerMs)
    const obstacle = rawObstacle(status)
    if (obstacle) return { name: '', health: healthOf(obstacle), detail: obstacle.detail }
    return { name: '', health: 'ready', detail: paperNearEnd(status) ? 'paper-near-end' : '' }
  } catch (error) {
    const lost = unreachable(error)
    return lost.detail === 'no-answer' ? { ...lost, health: 'not-there' } : lost
  } finally {
    line.close()
  }
}
