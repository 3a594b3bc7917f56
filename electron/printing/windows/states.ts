import type { PrintFailure } from '../../../shared/domain/printing/printing.ts'
import type { PrinterHealth } from '../../../shared/projections/views.ts'

/**
 * The words of Windows' spooler. PowerShell writes them as names (`PaperOut, Offline`) or, where it does not know its own
 * types, as the number they add up to; both are read.
 */

/** PRINTER_STATUS_… of winspool.h, by the names that Get-Printer has for them. */
const PRINTER_BITS: readonly string[] = [
  'Paused',
  'Error',
  'PendingDeletion',
  'PaperJam',
  'PaperOut',
  'ManualFeed',
  'PaperProblem',
  'Offline',
  'IOActive',
  'Busy',
  'Printing',
  'OutputBinFull',
  'NotAvailable',
  'Waiting',
  'Processing',
  'Initialization',
  'WarmingUp',
  'TonerLow',
  'NoToner',
  'PagePunt',
  'UserIntervention',
  'OutOfMemory',
  'DoorOpen',
  'ServerUnknown',
  'PowerSave'
]

/** JOB_STATUS_… of winspool.h, by the names that Get-PrintJob has for them. */
const JOB_BITS: readonly string[] = [
  'Paused',
  'Error',
  'Deleting',
  'Spooling',
  'Printing',
  'Offline',
  'PaperOut',
  'Printed',
  'Deleted',
  'Blocked',
  'UserIntervention',
  'Restarted',
  'Complete',
  'Retained',
  'RenderingLocally'
]

/** Words that say nothing: `Normal`, and the 0 it stands for. */
const QUIET = /^(?:normal|0|)$/

/** The single words of a state, in lower case; a bit that nobody knows is kept as `bit…`. */
function wordsOf(status: string, bits: readonly string[]): readonly string[] {
  const parts = status.split(',').map((part) => part.replace(/\s+/g, '').toLowerCase())
  return parts.flatMap((part) => {
    if (QUIET.test(part)) return []
    if (!/^\d{1,10}$/.test(part)) return [part]
    const number = Number(part)
    return Array.from({ length: 32 }, (_, bit) => bit).flatMap((bit) =>
      Math.floor(number / 2 ** bit) % 2 === 1 ? [bits[bit]?.toLowerCase() ?? `bit${bit}`] : []
    )
  })
}

export const printerWords = (status: string): readonly string[] => wordsOf(status, PRINTER_BITS)
export const jobWords = (status: string): readonly string[] => wordsOf(status, JOB_BITS)

/** What keeps sheets from coming out, worst to explain first. The same words mean the same of a printer and of a job. */
const STOPPING: Readonly<Record<string, { readonly reason: PrintFailure; readonly health: PrinterHealth }>> = {
  paperout: { reason: 'paper-out', health: 'paper-out' },
  paperjam: { reason: 'jam', health: 'jam' },
  dooropen: { reason: 'other', health: 'cover-open' },
  offline: { reason: 'offline', health: 'offline' },
  notavailable: { reason: 'offline', health: 'offline' },
  serverunknown: { reason: 'offline', health: 'offline' },
  notoner: { reason: 'other', health: 'attention' },
  paperproblem: { reason: 'other', health: 'attention' },
  manualfeed: { reason: 'other', health: 'attention' },
  outputbinfull: { reason: 'other', health: 'attention' },
  outofmemory: { reason: 'other', health: 'attention' },
  pagepunt: { reason: 'other', health: 'attention' },
  userintervention: { reason: 'other', health: 'attention' },
  blocked: { reason: 'other', health: 'attention' },
  error: { reason: 'other', health: 'attention' },
  pendingdeletion: { reason: 'rejected', health: 'not-accepting' },
  paused: { reason: 'rejected', health: 'paused' }
}

/** Words of a print that goes its way; with any other it is not taken for a clean one. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['ioactive', 'busy', 'printing', 'waiting', 'processing', 'initialization', 'warmingup', 'tonerlow', 'powersave'],
  ...['spooling', 'printed', 'complete', 'retained', 'renderinglocally', 'restarted']
])

export interface WindowsObstacle {
  readonly reason: PrintFailure
  readonly health: PrinterHealth
  readonly detail: string
}

/** What stands in the way by these words, or `null`. */
export function obstacleIn(words: readonly string[]): WindowsObstacle | null {
  const known = Object.keys(STOPPING).find((word) => words.includes(word))
  const stopping = known === undefined ? undefined : STOPPING[known]
  return stopping ? { ...stopping, detail: words.join(' ') } : null
}

/** Nothing is said that could mean a missing sheet. */
export const isClean = (words: readonly string[]): boolean => words.every((word) => HARMLESS.has(word))
