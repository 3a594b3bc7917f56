import path from 'node:path'
import type { StopSignal } from '../../shared/kernel/eventLog.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { type Damage, type DamageKind, errorCode } from './damage.ts'
import {
  chainStart,
  contentHash,
  FORMAT,
  MAX_RECORD_BYTES,
  needsKey,
  parseHeader,
  parseRecord,
  toRecorded,
  writtenHash,
  writtenPrev
} from './format.ts'
import type { LogFs } from './logFs.ts'
import { type LogBookmark, segmentFile } from './segments.ts'

/** How much is read, and verified without a pause, at once: about 4 ms of work. */
const CHUNK_BYTES = 256 * 1024

/** How far a reader has verified the chain; it moves with every line. */
export interface ChainState {
  readonly epoch: string
  segment: number
  /** Verified bytes and lines of the segment. */
  offset: number
  line: number
  /** First sequence number of the segment. */
  firstSeq: number
  seq: number
  /** Hash of the last verified line; '' = not known, the next header is taken at its word. */
  hash: string
  /** Where the last batch (records written and synced together) starts, and what was on disk before it. */
  batchStart: number
  synced: number
  /** Records met whose payload is encrypted. */
  needKey: number
}

export interface ScanOptions {
  readonly fs: LogFs
  readonly folder: string
  /** The last segment to read, and how many bytes of it. */
  readonly lastSegment: number
  readonly limit: number
  /** Most records handed over at once. */
  readonly batch?: number
  /** Records up to here are checked by their hash but neither parsed nor handed over. */
  readonly skipTo?: number
  readonly signal?: StopSignal
}

/** Before the first line of a log. */
export function atStart(epoch: string): ChainState {
  return { ...atSegment(epoch, 1, 1), hash: chainStart(epoch) }
}

/** Before the first line of a segment whose predecessor is not read. */
export function atSegment(epoch: string, segment: number, firstSeq: number): ChainState {
  const seq = firstSeq - 1
  return { epoch, segment, offset: 0, line: 0, firstSeq, seq, hash: '', batchStart: 0, synced: -1, needKey: 0 }
}

export function atBookmark(place: LogBookmark, firstSeq: number): ChainState {
  const { epoch, segment, offset, seq, hash } = place
  const line = seq - firstSeq + 2
  return { epoch, segment, offset, line, firstSeq, seq, hash, batchStart: offset, synced: -1, needKey: 0 }
}

/**
 * Reads and verifies from `state` on, segment by segment, and hands over the records. Returns null at the end of what
 * was asked for, or the first damage; `state` then stands before the damaged line, and every record before it has been
 * handed over.
 */
export async function* scanLog(state: ChainState, options: ScanOptions): AsyncGenerator<Recorded[], Damage | null> {
  for (;;) {
    const last = state.segment === options.lastSegment
    const damage = yield* scanSegment(state, options, last ? options.limit : Number.POSITIVE_INFINITY)
    if (damage !== null || last || options.signal?.aborted) return damage
    Object.assign(state, { segment: state.segment + 1, offset: 0, line: 0, firstSeq: state.seq + 1, batchStart: 0 })
  }
}

async function* scanSegment(
  state: ChainState,
  options: ScanOptions,
  limit: number
): AsyncGenerator<Recorded[], Damage | null> {
  const { fs, batch = 500, skipTo = 0 } = options
  let fd: number | undefined
  try {
    fd = fs.open(path.join(options.folder, segmentFile(state.segment)), 'read')
    const end = Math.min(limit, fs.size(fd))
    let buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    let filled = 0
    let records: Recorded[] = []
    for (let position = state.offset; position < end && !options.signal?.aborted; ) {
      const room = Math.min(buffer.length - filled, end - position)
      const read = await fs.read(fd, buffer, filled, room, position)
      if (read === 0) break
      position += read
      filled += read
      const view = buffer.subarray(0, filled)
      let start = 0
      for (let stop = view.indexOf(10); stop >= 0; stop = view.indexOf(10, start)) {
        const damage = takeLine(state, view, start, stop, skipTo, records)
        if (damage !== null) {
          if (records.length > 0) yield records
          return damage
        }
        start = stop + 1
        if (records.length >= batch) {
          yield records
          records = []
        }
      }
      buffer.copyWithin(0, start, filled)
      filled -= start
      if (filled > MAX_RECORD_BYTES) break
      if (filled === buffer.length) buffer = Buffer.concat([buffer], filled * 2)
    }
    if (records.length > 0) yield records
    if (options.signal?.aborted) return null
    if (filled > MAX_RECORD_BYTES) return damaged(state, 'not-a-record', 'a line', 'no end of line')
    if (filled > 0) return damaged(state, 'incomplete-line', 'a line', `${filled} bytes without an end`)
    if (state.line === 0 && end === 0) return damaged(state, 'incomplete-line', 'a header', 'an empty file')
    return null
  } catch (error) {
    const code = errorCode(error)
    if (code === 'error') throw error
    if (code === 'ENOENT') return { ...damaged(state, 'missing-segment', 'the file', 'none'), line: 0 }
    return damaged(state, 'unreadable', 'a line', code)
  } finally {
    if (fd !== undefined) fs.close(fd)
  }
}

/** Checks one line and moves `state` behind it; a damage leaves `state` where it was. */
function takeLine(
  state: ChainState,
  bytes: Buffer,
  start: number,
  end: number,
  skipTo: number,
  into: Recorded[]
): Damage | null {
  const hash = writtenHash(bytes, start, end)
  if (hash === null) return damaged(state, 'not-a-record', 'a line of the log', `${end - start} other bytes`)
  const content = contentHash(bytes, start, end)
  if (content !== hash) return damaged(state, 'hash', hash, content)
  const prev = writtenPrev(bytes, end)
  if (state.hash !== '' && prev !== state.hash) return damaged(state, 'chain', state.hash, prev)
  const lineStart = state.offset
  if (state.line === 0) {
    const damage = checkHeader(state, bytes, start, end)
    if (damage !== null) return damage
  } else if (state.seq < skipTo) {
    state.seq += 1
  } else {
    const raw = parseRecord(bytes, start, end)
    if (raw === null) return damaged(state, 'not-a-record', 'a record', 'another object')
    if (raw.f !== FORMAT) return damaged(state, 'format', `format ${FORMAT}`, `format ${raw.f}`)
    if (raw.seq !== state.seq + 1) return damaged(state, 'sequence', `${state.seq + 1}`, `${raw.seq}`)
    const recorded = toRecorded(raw, state.epoch)
    into.push(recorded)
    state.seq += 1
    if (needsKey(recorded)) state.needKey += 1
    if (raw.synced !== state.synced) state.batchStart = lineStart
    state.synced = raw.synced
  }
  state.hash = hash
  state.line += 1
  state.offset += end + 1 - start
  return null
}

function checkHeader(state: ChainState, bytes: Buffer, start: number, end: number): Damage | null {
  const header = parseHeader(bytes, start, end)
  if (header === null) return damaged(state, 'header', 'a header', 'another object')
  if (header.format !== FORMAT) return damaged(state, 'format', `format ${FORMAT}`, `format ${header.format}`)
  if (header.epoch !== state.epoch) return damaged(state, 'header', `epoch ${state.epoch}`, `epoch ${header.epoch}`)
  if (header.segment !== state.segment) {
    return damaged(state, 'header', `segment ${state.segment}`, `segment ${header.segment}`)
  }
  if (header.firstSeq !== state.firstSeq) {
    return damaged(state, 'header', `first record ${state.firstSeq}`, `first record ${header.firstSeq}`)
  }
  return null
}

function damaged(state: ChainState, kind: DamageKind, expected: string, found: string): Damage {
  return { file: segmentFile(state.segment), line: state.line + 1, kind, expected, found }
}
