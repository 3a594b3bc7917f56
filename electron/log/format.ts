import { createHash } from 'node:crypto'
import type { Commit, Json, Meta, NewEvent, Recorded } from '../../shared/kernel/messages.ts'

/**
 * The lines of the log, format 1 (docs/decisions/0001-log-on-disk.md). Every line is one JSON object in UTF-8 and ends
 * with `,"hash":"<64 hex digits>"}` and a line feed. The hash is the SHA-256 of the bytes of the line from its first
 * byte up to, and without, the comma before "hash". The field before it is "prev", the hash of the line before.
 */
export const FORMAT = 1

const TRAILER = ',"hash":"'
const TRAILER_END = '"}'
const HASH_CHARS = 64
/** Bytes from the comma before "hash" to the closing brace. */
const TRAILER_BYTES = TRAILER.length + HASH_CHARS + TRAILER_END.length
/** `…,"prev":"<64>"` ends where the trailer starts: the closing quote lies between the two. */
const PREV_BYTES = TRAILER_BYTES + 1 + HASH_CHARS

/** Longest record. Far above anything a screen may send; it bounds what a reader has to hold. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024
/** What is gathered for one sync; a single record may be longer. So no batch is longer than `MAX_RECORD_BYTES`. */
export const MAX_BATCH_BYTES = 4 * 1024 * 1024
/** Room for the fields around the commit: sequence number, version, two hashes. The stream's name comes on top. */
const FRAME_BYTES = 400

/** First line of a segment. `prev` of the first one is `chainStart(epoch)`. */
export interface Header {
  readonly segment: number
  readonly format: number
  readonly epoch: string
  readonly firstSeq: number
  readonly prev: string
  readonly hash: string
}

/** A record as it stands in a line. `enc` stands in place of `reply` and `events` when they are encrypted. */
export interface RawRecord {
  readonly f: number
  readonly seq: number
  readonly stream: string
  readonly version: number
  readonly commitId: string
  readonly meta: Meta
  readonly reply?: Json
  readonly events?: readonly NewEvent[]
  readonly enc?: Json
  /** Sequence number of the last record that was on disk when this one was written: proof that it was acknowledged. */
  readonly synced: number
  readonly prev: string
  readonly hash: string
}

export interface Line {
  readonly text: string
  readonly hash: string
}

/** A commit as text and as the value that a reader of that text gets: both are fixed when the commit is handed over. */
export interface FrozenCommit {
  readonly fields: string
  readonly commit: Commit
  readonly bytes: number
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** `prev` of the first line of a log: another epoch gives another chain from the first line on. */
export function chainStart(epoch: string): string {
  return sha256(`linchuang-log-${FORMAT}\n${epoch}`)
}

/**
 * Turns a commit into JSON once. What readers get later and what listeners get now is the same value, whatever the
 * caller does to its own (an `undefined` is dropped, as JSON does). Throws a TypeError for what JSON cannot say and a
 * RangeError for a commit longer than `MAX_RECORD_BYTES`.
 */
export function freezeCommit(stream: string, commit: Commit): FrozenCommit {
  const { commitId, meta, events, reply = null } = commit
  const text = JSON.stringify({ commitId, meta, reply, events })
  const bytes = Buffer.byteLength(text) + 6 * stream.length + FRAME_BYTES
  if (bytes > MAX_RECORD_BYTES) throw new RangeError(`commit of ${bytes} bytes is longer than a record may be`)
  return { fields: text.slice(1, -1), commit: JSON.parse(text) as Commit, bytes }
}

export function recordLine(
  place: { seq: number; stream: string; version: number; synced: number; prev: string },
  frozen: FrozenCommit
): Line {
  const { seq, stream, version, synced, prev } = place
  return closeLine(
    `{"f":${FORMAT},"seq":${seq},"stream":${JSON.stringify(stream)},"version":${version},${frozen.fields}` +
      `,"synced":${synced},"prev":"${prev}"`
  )
}

export function headerLine(header: { segment: number; epoch: string; firstSeq: number; prev: string }): Line {
  const { segment, epoch, firstSeq, prev } = header
  return closeLine(
    `{"segment":${segment},"format":${FORMAT},"epoch":${JSON.stringify(epoch)},"firstSeq":${firstSeq},"prev":"${prev}"`
  )
}

/** Completes an object that lacks its hash and closing brace. */
export function closeLine(open: string): Line {
  const hash = sha256(open)
  return { text: `${open}${TRAILER}${hash}${TRAILER_END}\n`, hash }
}

/** The hash a line carries, null if it does not end like a line of the log. `end` is the place of its line feed. */
export function writtenHash(bytes: Buffer, start: number, end: number): string | null {
  if (end - start < PREV_BYTES) return null
  const trailer = bytes.toString('latin1', end - TRAILER_BYTES, end)
  if (!trailer.startsWith(TRAILER) || !trailer.endsWith(TRAILER_END)) return null
  return trailer.slice(TRAILER.length, TRAILER.length + HASH_CHARS)
}

/** The hash of what the line holds. */
export function contentHash(bytes: Buffer, start: number, end: number): string {
  return sha256(bytes.subarray(start, end - TRAILER_BYTES))
}

/** The `prev` of a line whose `writtenHash` is right, without parsing it. */
export function writtenPrev(bytes: Buffer, end: number): string {
  return bytes.toString('latin1', end - PREV_BYTES, end - TRAILER_BYTES - 1)
}

/** A record out of a line with the right hash; null when it is JSON of another kind or none. */
export function parseRecord(bytes: Buffer, start: number, end: number): RawRecord | null {
  const raw = parseObject<RawRecord>(bytes, start, end)
  if (raw === null || typeof raw.f !== 'number') return null
  if (raw.f !== FORMAT) return raw
  const whole =
    typeof raw.seq === 'number' &&
    typeof raw.stream === 'string' &&
    typeof raw.version === 'number' &&
    typeof raw.commitId === 'string' &&
    typeof raw.synced === 'number' &&
    (Array.isArray(raw.events) || raw.enc !== undefined)
  return whole ? raw : null
}

/** A header out of a line with the right hash; null when it is JSON of another kind or none. */
export function parseHeader(bytes: Buffer, start: number, end: number): Header | null {
  const raw = parseObject<Header>(bytes, start, end)
  return raw !== null && typeof raw.segment === 'number' && typeof raw.firstSeq === 'number' ? raw : null
}

function parseObject<T extends object>(bytes: Buffer, start: number, end: number): T | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8', start, end))
    return typeof value === 'object' && value !== null ? (value as T) : null
  } catch {
    return null
  }
}

/** Type of the one event that stands in for an encrypted payload; its data is the record's `enc`. */
export const SEALED = 'log.sealed'

/** True for a record whose events cannot be read without a key. It has its place in the order all the same. */
export function needsKey(recorded: Recorded): boolean {
  return recorded.commit.events[0]?.type === SEALED
}

/**
 * The record as readers get it. An encrypted payload is carried whole as the data of one event of type `SEALED`, so
 * that no reader takes the record for an empty one.
 */
export function toRecorded(raw: RawRecord, epoch: string): Recorded {
  const events = raw.enc === undefined ? (raw.events ?? []) : [{ type: SEALED, v: FORMAT, data: raw.enc }]
  return {
    stream: raw.stream,
    version: raw.version,
    position: { epoch, seq: raw.seq },
    commit: { commitId: raw.commitId, events, meta: raw.meta, reply: raw.reply ?? null }
  }
}
