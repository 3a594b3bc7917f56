import { maskedCrc32c } from './crc32c.ts'

/**
 * The record format that LevelDB's write-ahead logs and MANIFESTs share: blocks of 32 KiB; in them records with a
 * header of 7 bytes: checksum of type and data (4), length (2), type (1), all little-endian. A long record is cut into
 * first, middle and last pieces; what is left of a block that cannot hold a header is zero. Source: LevelDB,
 * doc/log_format.md.
 */
export const BLOCK_BYTES = 32 * 1024
export const HEADER_BYTES = 7
export const PIECE = { full: 1, first: 2, middle: 3, last: 4 } as const

export interface RecordScan {
  /** Whole records, in order. */
  readonly records: readonly Buffer[]
  /** Where the last whole record ends: everything up to here is sound. */
  readonly goodEnd: number
  /** Is there nothing behind that but the zeros that fill a block? */
  readonly whole: boolean
  /** Is there a sound piece behind the unsound place? Then the file was damaged, not cut off while being written. */
  readonly goesOn: boolean
}

interface Piece {
  readonly type: number
  readonly data: Buffer
  readonly end: number
}

/** Reads a file of records up to the first place that is not one. */
export function scanRecords(file: Buffer): RecordScan {
  const records: Buffer[] = []
  let parts: Buffer[] = []
  let goodEnd = 0
  let at = 0
  for (;;) {
    at = skipFill(file, at)
    const piece = pieceAt(file, at)
    if (!piece || startsRecord(piece.type) !== (parts.length === 0)) break
    parts.push(piece.data)
    at = piece.end
    if (piece.type !== PIECE.full && piece.type !== PIECE.last) continue
    records.push(parts.length === 1 ? piece.data : Buffer.concat(parts))
    parts = []
    goodEnd = at
  }
  const whole = parts.length === 0 && at >= file.length
  return { records, goodEnd, whole, goesOn: !whole && soundPieceBehind(file, at) }
}

const startsRecord = (type: number): boolean => type === PIECE.full || type === PIECE.first

/** Behind the zeros that end a block with no room for a header; they belong to the block when they are zero. */
function skipFill(file: Buffer, at: number): number {
  const left = BLOCK_BYTES - (at % BLOCK_BYTES)
  if (left >= HEADER_BYTES) return at
  const fill = file.subarray(at, at + left)
  return fill.every((byte) => byte === 0) ? at + fill.length : at
}

function pieceAt(file: Buffer, at: number): Piece | null {
  const left = BLOCK_BYTES - (at % BLOCK_BYTES)
  if (left < HEADER_BYTES || at + HEADER_BYTES > file.length) return null
  const length = file.readUInt16LE(at + 4)
  const type = file.readUInt8(at + 6)
  const end = at + HEADER_BYTES + length
  if (type < PIECE.full || type > PIECE.last || HEADER_BYTES + length > left || end > file.length) return null
  if (maskedCrc32c(file.subarray(at + 6, end)) !== file.readUInt32LE(at)) return null
  return { type, data: file.subarray(at + HEADER_BYTES, end), end }
}

/**
 * Is there a sound piece at the place (then it is out of order), where one would stand if the unsound one had kept its
 * length, or at the start of a block behind it?
 */
function soundPieceBehind(file: Buffer, at: number): boolean {
  if (pieceAt(file, at)) return true
  if (at + HEADER_BYTES <= file.length && pieceAt(file, at + HEADER_BYTES + file.readUInt16LE(at + 4))) return true
  for (let block = (Math.floor(at / BLOCK_BYTES) + 1) * BLOCK_BYTES; block < file.length; block += BLOCK_BYTES) {
    if (pieceAt(file, block)) return true
  }
  return false
}
