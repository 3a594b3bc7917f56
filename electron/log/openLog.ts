import path from 'node:path'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { type Damage, type DamageKind, LogDamaged } from './damage.ts'
import { readRange, writeAll } from './files.ts'
import { writtenHash } from './format.ts'
import type { LogFs } from './logFs.ts'
import type { Mark } from './mark.ts'
import { cutTail, isTorn, mayBeTorn, missingTail, type Recovered, readRest, secureTail } from './recovery.ts'
import { atBookmark, atStart, type ChainState, scanLog } from './scan.ts'
import {
  type LogBookmark,
  peekHeader,
  type SegmentStart,
  segmentBytes,
  segmentFile,
  segmentHeader
} from './segments.ts'

/** Enough for the end of any line. */
const LINE_END_BYTES = 256

export interface LogPlace {
  readonly fs: LogFs
  readonly folder: string
  readonly epoch: string
}

/**
 * Where verified reading starts: at the beginning, or behind the line that a bookmark names. Throws `LogDamaged` when
 * the log does not have that line.
 */
export function startingState(place: LogPlace, segments: readonly number[], from?: LogBookmark): ChainState {
  const { fs, folder, epoch } = place
  if (!from) return atStart(epoch)
  const file = segmentFile(from.segment)
  const wrong = (expected: string, found: string, kind: DamageKind = 'bookmark'): LogDamaged =>
    new LogDamaged({ file, line: 0, kind, expected, found })
  // A bookmark is made of durable records only: where this very log ends before it, acknowledged records are gone.
  const gone = (found: string): LogDamaged => wrong(`record ${from.seq}`, found, 'missing-tail')
  if (from.epoch !== epoch) throw wrong(`epoch ${from.epoch}`, `epoch ${epoch}`)
  if (!segments.includes(from.segment)) throw gone('no such file')
  const header = peekHeader(fs, folder, from.segment)
  if (header === null) throw wrong('a header', 'none')
  const fd = fs.open(path.join(folder, file), 'read')
  try {
    const at = Math.max(0, from.offset - LINE_END_BYTES)
    const bytes = readRange(fs, fd, at, from.offset - at)
    if (bytes.length < from.offset - at) throw gone('an earlier end of the file')
    const found = bytes.at(-1) === 10 ? writtenHash(bytes, 0, bytes.length - 1) : null
    if (found !== from.hash) throw wrong(from.hash, found ?? 'no end of a line')
  } finally {
    fs.close(fd)
  }
  return atBookmark(from, header.firstSeq)
}

/** Versions must count up by one in each stream. `complete`: reading began at the first record. */
export function checkVersions(
  versions: Map<string, number>,
  records: readonly Recorded[],
  state: ChainState,
  complete: boolean
): Damage | null {
  for (const { stream, version, position } of records) {
    const known = versions.get(stream) ?? (complete ? 0 : version - 1)
    if (version !== known + 1) {
      const line = position.seq - state.firstSeq + 2
      const file = segmentFile(state.segment)
      return { file, line, kind: 'version', expected: `version ${known + 1}`, found: `version ${version}` }
    }
    versions.set(stream, version)
  }
  return null
}

/** Reads on to the end. Returns the first damage, null when there is none. */
export async function readToEnd(
  place: LogPlace,
  state: ChainState,
  lastSegment: number,
  take: (records: readonly Recorded[]) => Damage | null
): Promise<Damage | null> {
  const scan = scanLog(state, { ...place, lastSegment, limit: Number.POSITIVE_INFINITY })
  for (;;) {
    const step = await scan.next()
    if (step.done) return step.value
    const damage = take(step.value)
    if (damage !== null) {
      await scan.return(null)
      return damage
    }
  }
}

/**
 * Makes the end of the log fit for appending: cuts a torn tail, completes a segment whose header was torn, and makes
 * sure that what readers will see is on disk. Throws `LogDamaged` for everything that is not a torn tail.
 */
export function repairTail(
  place: LogPlace,
  fd: number,
  state: ChainState,
  damage: Damage | null,
  mark: Mark | null
): Recovered | null {
  const { fs, folder } = place
  let recovered: Recovered | null = null
  if (damage !== null) {
    if (!mayBeTorn(damage)) throw new LogDamaged(damage)
    const { rest, restBytes } = readRest(fs, fd, state)
    if (!isTorn(damage, state, rest, restBytes, mark)) throw new LogDamaged(damage)
    if (restBytes > 0) recovered = cutTail(fs, folder, fd, state, rest)
  }
  const lost = missingTail(state, mark)
  if (lost !== null) throw new LogDamaged(lost)
  if (state.line === 0) {
    const header = segmentHeader(state.epoch, state.segment, state.seq + 1, state.hash)
    writeAll(fs, fd, header.bytes, 0)
    Object.assign(state, { line: 1, offset: header.bytes.length, hash: header.hash })
  }
  secureTail(fs, folder, fd, state, mark)
  return recovered
}

/**
 * Where each segment starts. Segments before the place where reading began are only asked for their header. Throws
 * `LogDamaged` when one of those is not the segment its name says.
 */
export function describeSegments(place: LogPlace, segments: readonly number[], state: ChainState): SegmentStart[] {
  const { fs, folder, epoch } = place
  return segments.map((segment) => {
    const bytes = segmentBytes(fs, folder, segment)
    if (segment === state.segment) return { segment, firstSeq: state.firstSeq, bytes }
    const header = peekHeader(fs, folder, segment)
    if (header?.segment === segment && header.epoch === epoch) return { segment, firstSeq: header.firstSeq, bytes }
    const found = header === null ? 'no header' : `segment ${header.segment} of ${header.epoch}`
    const expected = `segment ${segment} of ${epoch}`
    throw new LogDamaged({ file: segmentFile(segment), line: 1, kind: 'header', expected, found })
  })
}
