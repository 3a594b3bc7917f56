import path from 'node:path'
import { errorCode, LogDamaged } from './damage.ts'
import { readRange } from './files.ts'
import { contentHash, type Header, headerLine, parseHeader, writtenHash } from './format.ts'
import type { LogFs } from './logFs.ts'

const SEGMENT_NAME = /^(\d{6,})\.log$/
/** More than a header line has: it is about 250 bytes, with an epoch of any reasonable length. */
export const HEADER_ROOM = 4096

/** One file of the log, as others may want to list, copy or check it. */
export interface SegmentInfo {
  readonly segment: number
  readonly file: string
  readonly firstSeq: number
  /** `firstSeq - 1` when it holds no record yet. */
  readonly lastSeq: number
  readonly bytes: number
  /** Nothing is appended to it any more. */
  readonly sealed: boolean
}

/** A segment as the open log keeps it; `bytes` counts only once the next one exists. */
export interface SegmentStart {
  readonly segment: number
  readonly firstSeq: number
  readonly bytes: number
}

/** A place in the files at the end of a line: reading can start here without what lies before. */
export interface LogBookmark {
  readonly epoch: string
  readonly segment: number
  /** Bytes of the segment before the place. */
  readonly offset: number
  /** Sequence number of the last record before the place. */
  readonly seq: number
  /** Hash of the line that ends at the place. */
  readonly hash: string
}

export function segmentFile(segment: number): string {
  return `${String(segment).padStart(6, '0')}.log`
}

/** Numbers of the segments in the folder, ascending. Other files are not the log's. */
export function listSegments(fs: LogFs, folder: string): number[] {
  return fs
    .list(folder)
    .flatMap((name) => SEGMENT_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

/** Throws `LogDamaged` when a segment between 1 and the last one is missing. */
export function requireAll(segments: readonly number[]): void {
  for (const [index, segment] of segments.entries()) {
    if (segment === index + 1) continue
    const file = segmentFile(index + 1)
    throw new LogDamaged({ file, line: 0, kind: 'missing-segment', expected: 'the file', found: 'none' })
  }
}

/** The header of a segment, null when its first line is not whole. Throws `LogDamaged` when the system cannot read it. */
export function peekHeader(fs: LogFs, folder: string, segment: number): Header | null {
  const file = segmentFile(segment)
  try {
    const fd = fs.open(path.join(folder, file), 'read')
    try {
      const bytes = readRange(fs, fd, 0, HEADER_ROOM)
      const end = bytes.indexOf(10)
      if (end < 0 || writtenHash(bytes, 0, end) !== contentHash(bytes, 0, end)) return null
      return parseHeader(bytes, 0, end)
    } finally {
      fs.close(fd)
    }
  } catch (error) {
    throw new LogDamaged({ file, line: 1, kind: 'unreadable', expected: 'a header', found: errorCode(error) })
  }
}

/** First line of a segment, ready to be written, with its hash. */
export function segmentHeader(epoch: string, segment: number, firstSeq: number, prev: string) {
  const { text, hash } = headerLine({ segment, epoch, firstSeq, prev })
  return { bytes: Buffer.from(text), hash }
}

export function segmentBytes(fs: LogFs, folder: string, segment: number): number {
  const fd = fs.open(path.join(folder, segmentFile(segment)), 'read')
  try {
    return fs.size(fd)
  } finally {
    fs.close(fd)
  }
}
