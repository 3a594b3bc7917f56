import type { PrinterTarget } from '../../shared/domain/hall/hall.ts'
import { printerName } from '../../shared/domain/hall/printers.ts'
import type { PrintFailure } from '../../shared/domain/printing/printing.ts'
import { assertNever } from '../../shared/kernel/assertNever.ts'
import type { PrinterChecked, PrinterFound, PrinterHealth } from '../../shared/projections/views.ts'
import { type IppClient, type IppPrinterState, ippClient, Refused } from './ipp/client.ts'
import { obstacleOf } from './ipp/obstacles.ts'
import { isQueueAddress, ownService, queueSeat, type Seat } from './ipp/service.ts'
import { httpUrl, NoContact } from './ipp/transport.ts'
import { checkRawPrinter } from './rawCheck.ts'
import { behindQueue } from './spoolPrinter.ts'
import { checkWindowsQueue } from './windows/spooler.ts'

/** Somebody waits at the screen for the answer, in milliseconds; a printer that sleeps wakes up within this. */
const ASK_MS = 4_000

/** client-error-not-found (RFC 8011 §B.1.4.7): no printer of this name. For a print service: no queue at all. */
const NOT_FOUND = 0x0406

const HEALTH: Readonly<Record<PrintFailure, PrinterHealth>> = {
  'paper-out': 'paper-out',
  jam: 'jam',
  offline: 'offline',
  rejected: 'paused',
  aborted: 'attention',
  'missing-glyph': 'attention',
  'disk-full': 'attention',
  layout: 'attention',
  other: 'attention'
}

/** Can a printer be spoken to at this address at all? Only its spelling is looked at. */
export function isPrinterAddress(uri: string): boolean {
  try {
    return httpUrl(uri).hostname !== ''
  } catch {
    return false
  }
}

const isOpen = (keyword: string): boolean => /^(cover|door|interlock)-open/.test(keyword)

/**
 * How a printer would take a paper, by the same signs that a print goes by. An empty spare tray counts as well: who
 * looks after the printer wants to know before the clerk does.
 */
export function healthOf(state: IppPrinterState): Omit<PrinterChecked, 'name'> {
  const obstacle = obstacleOf(state)
  if (obstacle)
    return { health: isOpen(obstacle.detail) ? 'cover-open' : HEALTH[obstacle.reason], detail: obstacle.detail }
  const detail = state.reasons.join(' ')
  if (state.stopped) return { health: 'paused', detail }
  if (!state.accepting) return { health: 'not-accepting', detail }
  if (state.formats.length > 0 && !state.formats.includes('application/pdf')) return { health: 'no-pdf', detail }
  return { health: 'ready', detail }
}

/** Asks the printer at `uri` how it is. Throws TypeError for an address that no printer can have. */
export function checkPrinter(uri: string, askMs: number = ASK_MS): Promise<PrinterChecked> {
  return checkSeat({ uri, socket: null }, askMs)
}

/** A queue that is well may stand before a printer that is not: where that speaks IPP it is asked as well. */
async function checkSeat(seat: Seat, askMs: number): Promise<PrinterChecked> {
  const client = clientFor(seat, askMs)
  try {
    const state = await client.printerState()
    const own: PrinterChecked = { name: state.name, ...healthOf(state) }
    if (own.health !== 'ready' || !isQueueAddress(httpUrl(seat.uri))) return own
    const device = behindQueue(state, { askMs })
    if (!device) return own
    const { health, detail } = await stateOf(device)
    // What CUPS is given it turns into what the printer takes, and it waits while that is asleep or busy.
    return health === 'no-pdf' || health === 'not-there' ? own : { ...own, health: offlineAt(health), detail }
  } catch (error) {
    return silent(error)
  }
}

/** Behind a queue it is the print service that cannot reach the printer. */
const offlineAt = (health: PrinterHealth): PrinterHealth => (health === 'unreachable' ? 'offline' : health)

async function stateOf(client: IppClient): Promise<PrinterChecked> {
  try {
    const state = await client.printerState()
    return { name: state.name, ...healthOf(state) }
  } catch (error) {
    return silent(error)
  }
}

function silent(error: unknown): PrinterChecked {
  const detail = error instanceof Error ? error.message : ''
  if (error instanceof Refused)
    return { name: '', health: error.status === NOT_FOUND ? 'not-there' : 'not-accepting', detail }
  if (!(error instanceof NoContact)) throw error
  // A web server that knows no such page, or something else that listens there.
  const answered = detail.startsWith('http 4') || detail === 'answer is no IPP'
  return { name: '', health: answered ? 'not-there' : 'unreachable', detail }
}

/** Asks whatever papers can be sent to how it is. A folder is always there. Throws TypeError as `checkPrinter` does. */
export async function checkTarget(target: PrinterTarget, askMs: number = ASK_MS): Promise<PrinterChecked> {
  switch (target.kind) {
    case 'folder':
      return { name: '', health: 'ready', detail: '' }
    case 'ipp':
      return checkPrinter(target.uri, askMs)
    case 'raw':
      return checkRawPrinter(printerName(target), { connectMs: askMs, answerMs: askMs })
    case 'spooler':
      if (process.platform === 'win32') return checkWindowsQueue(target.queue)
      return checkSeat(queueSeat(target.queue), askMs)
    default:
      return assertNever(target, 'printer target')
  }
}

/** Queues that this PC's print service knows. `null`: no service answers. */
export async function findPrinters(
  service: Seat = ownService(),
  askMs: number = ASK_MS
): Promise<readonly PrinterFound[] | null> {
  const client = clientFor(service, askMs)
  try {
    return (await client.queues()).flatMap(({ uris, state }): readonly PrinterFound[] => {
      const queue = uris.map(queueAt).find((name) => name !== null)
      return queue === undefined || queue === null ? [] : [{ queue, name: state.name, health: healthOf(state).health }]
    })
  } catch (error) {
    if (error instanceof Refused && error.status === NOT_FOUND) return []
    if (error instanceof Refused || error instanceof NoContact) return null
    throw error
  }
}

/** Name of the queue at an address that CUPS tells; `null` for a class and for what is no address. */
function queueAt(uri: string): string | null {
  if (!isPrinterAddress(uri)) return null
  const [, name] = /^\/printers\/([^/]+)$/.exec(httpUrl(uri).pathname) ?? []
  return name === undefined ? null : decodeURIComponent(name)
}

const clientFor = ({ uri, socket }: Seat, askMs: number): IppClient => ippClient(uri, { askMs, sendMs: askMs }, socket)
