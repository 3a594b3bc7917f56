import type { Damage } from './damage.ts'
import { createDurably, readRange, writeAll } from './files.ts'
import { contentHash, MAX_RECORD_BYTES, parseRecord, writtenHash } from './format.ts'
import type { LogFs } from './logFs.ts'
import type { Mark } from './mark.ts'
import type { ChainState } from './scan.ts'
import { segmentFile } from './segments.ts'

/** A torn tail that was cut at the start. The program records it as an event. */
export interface Recovered {
  readonly file: string
  readonly cutBytes: number
  /** Sequence number that the first cut record would have had; it is given again. */
  readonly seq: number
  /** File with the cut bytes in the log's folder; null when there was no room on the disk for it. */
  readonly keptCopy: string | null
}

const TEARABLE: readonly Damage['kind'][] = ['incomplete-line', 'not-a-record', 'hash']

/** What a write that never finished can leave: a line cut short, or blocks of it with other bytes. */
export function mayBeTorn(damage: Damage): boolean {
  return TEARABLE.includes(damage.kind)
}

/**
 * Tells a torn write from damage, so that no acknowledged record is ever cut: an answer is given only after the sync,
 * one batch is in flight at a time, and each record names the last one that was on disk when it was written. What does
 * not continue the chain at the end of the last segment is torn only if nothing proves that it was acknowledged: not
 * the mark, not a whole line behind it that was written after a later sync, and not more bytes than one batch can have.
 */
export function isTorn(damage: Damage, state: ChainState, rest: Buffer, restBytes: number, mark: Mark | null): boolean {
  if (!mayBeTorn(damage) || restBytes > MAX_RECORD_BYTES) return false
  // A log exists only once the header of its first segment is on disk.
  if (state.segment === 1 && state.line === 0) return false
  if (mark !== null && (mark.seq > state.seq || (mark.segment === state.segment && mark.bytes > state.offset))) {
    return false
  }
  for (let start = 0, end = rest.indexOf(10); end >= 0; start = end + 1, end = rest.indexOf(10, start)) {
    const hash = writtenHash(rest, start, end)
    if (hash === null || hash !== contentHash(rest, start, end)) continue
    const record = parseRecord(rest, start, end)
    if (record !== null && record.synced > state.seq) return false
    // Records are written only behind a synced header.
    if (record !== null && state.line === 0) return false
  }
  return true
}

/** What lies behind the verified part of the last segment; at most what can matter to `isTorn`. */
export function readRest(fs: LogFs, fd: number, state: ChainState): { rest: Buffer; restBytes: number } {
  const restBytes = fs.size(fd) - state.offset
  return { rest: readRange(fs, fd, state.offset, Math.min(restBytes, MAX_RECORD_BYTES)), restBytes }
}

/** Cuts what lies behind the verified part, after a copy of it is on disk. Throws the system's error. */
export function cutTail(fs: LogFs, folder: string, fd: number, state: ChainState, rest: Buffer): Recovered {
  const seq = state.seq + 1
  const keptCopy = keepCopy(fs, folder, seq, rest)
  fs.truncate(fd, state.offset)
  fs.datasyncNow(fd)
  return { file: segmentFile(state.segment), cutBytes: rest.length, seq, keptCopy }
}

function keepCopy(fs: LogFs, folder: string, seq: number, rest: Buffer): string | null {
  const taken = new Set(fs.list(folder))
  let name = `torn-${seq}.bin`
  for (let n = 2; taken.has(name); n += 1) name = `torn-${seq}-${n}.bin`
  try {
    createDurably(fs, folder, name, rest)
    return name
  } catch {
    return null
  }
}

/**
 * Writes the records that nothing proves to be on disk once more, in place, and syncs them. They may have been read
 * back from a page cache whose sync failed before the program ended; from here on readers see them, so they must hold.
 */
export function secureTail(fs: LogFs, folder: string, fd: number, state: ChainState, mark: Mark | null): void {
  if (mark !== null && mark.segment === state.segment && mark.bytes === state.offset) return
  const tail = readRange(fs, fd, state.batchStart, state.offset - state.batchStart)
  writeAll(fs, fd, tail, state.batchStart)
  fs.datasyncNow(fd)
  fs.syncFolder(folder)
}

/** The damage that the mark proves when the log ends before what was acknowledged. */
export function missingTail(state: ChainState, mark: Mark | null): Damage | null {
  if (mark === null || mark.seq <= state.seq) return null
  const file = segmentFile(state.segment)
  const expected = `record ${mark.seq}`
  return { file, line: state.line + 1, kind: 'missing-tail', expected, found: `end after record ${state.seq}` }
}
