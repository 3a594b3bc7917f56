import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { maskedCrc32c } from '../../../electron/store/levelDb/crc32c.ts'
import { BLOCK_BYTES, HEADER_BYTES, PIECE } from '../../../electron/store/levelDb/recordFile.ts'

/** Writes LevelDB files by hand, as far as a repair looks into them. */

function piece(type: number, data: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32LE(maskedCrc32c(Buffer.concat([Buffer.from([type]), data])), 0)
  header.writeUInt16LE(data.length, 4)
  header.writeUInt8(type, 6)
  return Buffer.concat([header, data])
}

/** A file of records: cut into pieces at the ends of blocks, with zeros where no header fits. */
export function recordFile(records: readonly Buffer[]): Buffer {
  const parts: Buffer[] = []
  let at = 0
  const push = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  for (const record of records) {
    let rest = record
    for (let first = true; first || rest.length > 0; first = false) {
      const left = BLOCK_BYTES - (at % BLOCK_BYTES)
      if (left < HEADER_BYTES) push(Buffer.alloc(left))
      const room = BLOCK_BYTES - (at % BLOCK_BYTES) - HEADER_BYTES
      const data = rest.subarray(0, room)
      const last = data.length === rest.length
      push(piece(first ? (last ? PIECE.full : PIECE.first) : last ? PIECE.last : PIECE.middle, data))
      rest = rest.subarray(data.length)
      if (last) break
    }
  }
  return Buffer.concat(parts)
}

/** A write batch: sequence number of its first change, number of changes, the changes themselves. */
export function batch(sequence: number, count: number, bytes: number): Buffer {
  const data = Buffer.alloc(12 + bytes, (sequence % 250) + 1)
  data.writeBigUInt64LE(BigInt(sequence), 0)
  data.writeUInt32LE(count, 8)
  return data
}

const varint = (value: number): Buffer => {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}
const text = (value: string): Buffer => Buffer.concat([varint(value.length), Buffer.from(value)])

export interface EditFields {
  readonly logNumber?: number
  readonly lastSequence?: number
  readonly added?: readonly (readonly [number: number, bytes: number])[]
  readonly deleted?: readonly number[]
}

/** A version edit, with a field of every kind that is not asked about, too. */
export function versionEdit({ logNumber, lastSequence = 120, added = [], deleted = [] }: EditFields): Buffer {
  return Buffer.concat([
    ...[varint(1), text('idb_cmp1'), varint(3), varint(40_000), varint(4), varint(lastSequence), varint(9), varint(0)],
    ...[varint(5), varint(2), text('key')],
    ...(logNumber === undefined ? [] : [varint(2), varint(logNumber)]),
    ...deleted.flatMap((number) => [varint(6), varint(0), varint(number)]),
    ...added.flatMap(([number, bytes]) => [varint(7), varint(1), varint(number), varint(bytes), text('a'), text('z')])
  ])
}

export const DATABASE = 'linchuang-store_page_0.indexeddb.leveldb'

export interface MadeDatabase {
  readonly partition: string
  readonly folder: string
  readonly log: string
  readonly manifest: string
}

/** A database with one table of 300 bytes and one log that holds these records. */
export function makeDatabase(partition: string, records: readonly Buffer[]): MadeDatabase {
  const folder = path.join(partition, 'IndexedDB', DATABASE)
  mkdirSync(folder, { recursive: true })
  const [log, manifest] = [path.join(folder, '000012.log'), path.join(folder, 'MANIFEST-000001')]
  writeFileSync(path.join(folder, 'CURRENT'), 'MANIFEST-000001\n')
  writeFileSync(path.join(folder, 'LOCK'), '')
  writeFileSync(path.join(folder, '000009.ldb'), Buffer.alloc(300, 7))
  const edits = [
    versionEdit({ logNumber: 3 }),
    versionEdit({ added: [[5, 200]] }),
    versionEdit({ logNumber: 12, added: [[9, 300]], deleted: [5] })
  ]
  writeFileSync(manifest, recordFile(edits))
  writeFileSync(log, recordFile(records))
  return { partition, folder, log, manifest }
}
