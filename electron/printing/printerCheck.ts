import type { PrintFailure } from '../../shared/domain/printing/printing.ts'
import type { PrinterChecked, PrinterFound, PrinterHealth } from '../../shared/projections/views.ts'
import { type IppClient, type IppPrinterState, ippClient, Refused } from './ipp/client.ts'
import { obstacleOf } from './ipp/obstacles.ts'
import { httpUrl, NoContact } from './ipp/transport.ts'

/** Somebody waits at the screen for the answer, in milliseconds; a printer that sleeps wakes up within this. */
const ASK_MS = 4_000

/** client-error-not-found (RFC 8011 §B.1.4.7): no printer of this name. For a print service: no queue at all. */
const NOT_FOUND = 0x0406

/** CUPS on this PC listens here; other systems have nothing there. */
const OWN_SERVICE = 'ipp://localhost:631/'

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

/**
 * How a printer would take a paper, by the same signs that a print goes by. An empty spare tray counts as well: who
 * looks after the printer wants to know before the clerk does.
 */
export function healthOf(state: IppPrinterState): Omit<PrinterChecked, 'name'> {
  const obstacle = obstacleOf(state)
  if (obstacle) return { health: HEALTH[obstacle.reason], detail: obstacle.detail }
  const detail = state.reasons.join(' ')
  if (state.stopped) return { health: 'paused', detail }
  if (!state.accepting) return { health: 'not-accepting', detail }
  if (state.formats.length > 0 && !state.formats.includes('application/pdf')) return { health: 'no-pdf', detail }
  return { health: 'ready', detail }
}

/** Asks the printer at `uri` how it is. Throws TypeError for an address that no printer can have. */
export async function checkPrinter(uri: string, askMs: number = ASK_MS): Promise<PrinterChecked> {
  const client = clientFor(uri, askMs)
  try {
    const state = await client.printerState()
    return { name: state.name, ...healthOf(state) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    if (error instanceof Refused)
      return { name: '', health: error.status === NOT_FOUND ? 'not-there' : 'not-accepting', detail }
    if (!(error instanceof NoContact)) throw error
    // A web server that knows no such page, or something else that listens there.
    const answered = detail.startsWith('http 4') || detail === 'answer is no IPP'
    return { name: '', health: answered ? 'not-there' : 'unreachable', detail }
  }
}

/** Printers that this PC's print service knows. `null`: no service answers. `service` is its address. */
export async function findPrinters(
  service = OWN_SERVICE,
  askMs: number = ASK_MS
): Promise<readonly PrinterFound[] | null> {
  const client = clientFor(service, askMs)
  try {
    return (await client.queues()).flatMap(({ uris, state }): readonly PrinterFound[] => {
      const uri = uris.find(isPrinterAddress)
      return uri === undefined ? [] : [{ uri, name: state.name, health: healthOf(state).health }]
    })
  } catch (error) {
    if (error instanceof Refused && error.status === NOT_FOUND) return []
    if (error instanceof Refused || error instanceof NoContact) return null
    throw error
  }
}

const clientFor = (uri: string, askMs: number): IppClient => ippClient(uri, { askMs, sendMs: askMs })
