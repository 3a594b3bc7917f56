import type { PrintFailure } from '../../../shared/domain/printing/printing.ts'
import { type IppJob, type IppPrinterState, JOB_STATE } from './client.ts'

const OVER: ReadonlySet<number> = new Set([JOB_STATE.canceled, JOB_STATE.aborted, JOB_STATE.completed])

export const isOver = (job: IppJob): boolean => OVER.has(job.state)

/**
 * What keeps a sheet from coming out, by the keywords of `printer-state-reasons` (RFC 8011 §5.4.12, PWG 5100.9). What
 * is not listed (low toner, a full tray nearby) does not stop a print.
 */
const BLOCKING: Readonly<Record<string, PrintFailure>> = {
  'media-empty': 'paper-out',
  'media-needed': 'paper-out',
  'input-tray-missing': 'paper-out',
  'media-jam': 'jam',
  offline: 'offline',
  shutdown: 'offline',
  'timed-out': 'offline',
  'connecting-to-device': 'offline',
  'cover-open': 'other',
  'door-open': 'other',
  'interlock-open': 'other',
  'toner-empty': 'other',
  'marker-supply-empty': 'other',
  paused: 'rejected'
}

export interface Obstacle {
  readonly reason: PrintFailure
  readonly detail: string
  /** The printer stands still because of it, and says so. */
  readonly severe: boolean
}

/**
 * The reason that keeps the printer from printing, if one does. Keywords end in their severity or in nothing, and
 * printers differ in what they call a warning: an empty tray is one while another has paper, and for some while none has.
 */
export function obstacleOf(state: IppPrinterState): Obstacle | null {
  const found = state.reasons.flatMap((detail): readonly Obstacle[] => {
    const reason = BLOCKING[detail.replace(/-(error|warning)$/, '')]
    return reason ? [{ reason, detail, severe: detail.endsWith('-error') || state.stopped }] : []
  })
  return found.find((obstacle) => obstacle.severe) ?? found[0] ?? null
}

/** A job that waits behind others is not stopped by what may be an empty spare tray. */
export const inTheWay = (job: IppJob, obstacle: Obstacle | null): Obstacle | null =>
  obstacle && (obstacle.severe || job.state === JOB_STATE.processing || job.state === JOB_STATE.stopped || isOver(job))
    ? obstacle
    : null
