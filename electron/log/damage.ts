/**
 * What can be wrong with a log on disk. Nothing here quotes the content of a record: a damage is shown on screens and
 * written to reports, and records hold personal data.
 */

export type DamageKind =
  /** `log.json` is missing, not readable as such, or of a format this program does not know. */
  | 'log-json'
  /** A segment between the first and the last, or one that is known to have held records, is not there. */
  | 'missing-segment'
  /** The log ends before a record that is known to have been acknowledged. */
  | 'missing-tail'
  /** The first line of a segment is whole but does not fit (number, epoch, first sequence number). */
  | 'header'
  /** The file ends inside a line. */
  | 'incomplete-line'
  /** A line that does not have the form of a line of this log. */
  | 'not-a-record'
  /** A line whose content does not have the hash it carries. */
  | 'hash'
  /** A whole line that does not continue the line before it. */
  | 'chain'
  /** A whole line with another sequence number than the next one. */
  | 'sequence'
  /** A record whose version does not follow the last version of its stream. */
  | 'version'
  /** A record of a later format of this program. */
  | 'format'
  /** The place where reading should start (from a snapshot) is not a place of this log. */
  | 'bookmark'
  /** The operating system could not read the file. */
  | 'unreadable'
  /** The operating system could not write what is needed to open the log. */
  | 'unwritable'

export interface Damage {
  /** File name inside the log's folder. */
  readonly file: string
  /** Line of the file, counted from 1; 0 = the file as a whole. */
  readonly line: number
  readonly kind: DamageKind
  readonly expected: string
  readonly found: string
}

/** Thrown by readers of an open log; `openFileLog` and `verifyLog` hand the damage over as data. */
export class LogDamaged extends Error {
  readonly damage: Damage

  constructor(damage: Damage) {
    super(
      `log damaged: ${damage.file}:${damage.line} ${damage.kind}, expected ${damage.expected}, found ${damage.found}`
    )
    this.name = 'LogDamaged'
    this.damage = damage
  }
}

/** Code of an operating system error ('ENOSPC'), or 'error' for anything else that was thrown. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return 'error'
}

/** No room on the disk, or none left for this user. */
export function isFull(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}
