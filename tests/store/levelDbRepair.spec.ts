import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { crc32c, maskedCrc32c } from '../../electron/store/levelDb/crc32c.ts'
import { liveFiles } from '../../electron/store/levelDb/manifest.ts'
import { BLOCK_BYTES, HEADER_BYTES, scanRecords } from '../../electron/store/levelDb/recordFile.ts'
import { repairLevelDb } from '../../electron/store/levelDbRepair.ts'
import { batch, DATABASE, makeDatabase, recordFile, versionEdit } from './support/levelDbFiles.ts'

// Many records on a busy machine take their time; nothing here is about how long.
vi.setConfig({ testTimeout: 60_000 })

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-leveldb-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Batches that follow each other, of these sizes. */
const batches = (sizes: readonly number[], from = 100): Buffer[] => {
  let sequence = from
  return sizes.map((bytes, index) => {
    const count = (index % 3) + 1
    sequence += count
    return batch(sequence - count, count, bytes)
  })
}

/** Compared as bytes; a matcher that looks at each of them takes its time. */
const same = (a: Buffer, b: Buffer): boolean => a.equals(b)

const SIZES = [10, 500, 40_000, 0, 32_730, 1, 70_000, 300]

describe('the checksum', () => {
  it('is CRC-32C (check values of RFC 3720)', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
    expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43)
  })

  it('is stored masked', () => {
    const crc = crc32c(Buffer.from('foo'))
    expect(maskedCrc32c(Buffer.from('foo'))).not.toBe(crc)
    const rotated = (maskedCrc32c(Buffer.from('foo')) - 0xa282ead8) >>> 0
    expect(((rotated >>> 17) | (rotated << 15)) >>> 0).toBe(crc)
  })
})

describe('a file of records', () => {
  it('is read back as it was written, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80_000 }), { maxLength: 12 }), (sizes) => {
        const records = batches(sizes)
        const scan = scanRecords(recordFile(records))
        expect(scan.records.map((record) => record.toString('base64'))).toEqual(
          records.map((record) => record.toString('base64'))
        )
        expect(scan).toMatchObject({ whole: true, goesOn: false })
      }),
      { numRuns: 40 }
    )
  })

  it('ends a block with zeros where no header fits, and goes on in the next', () => {
    const first = Buffer.alloc(BLOCK_BYTES - 2 * HEADER_BYTES + 3, 1)
    const scan = scanRecords(recordFile([first, Buffer.from('next')]))
    expect(scan.records.map(({ length }) => length)).toEqual([first.length, 4])
    expect(scan.whole).toBe(true)
  })

  it('cut anywhere is sound up to its last whole record, and a part of what was written', () => {
    const whole = recordFile(batches(SIZES))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length }), (at) => {
        const scan = scanRecords(whole.subarray(0, at))
        expect(scan.goodEnd).toBeLessThanOrEqual(at)
        expect(scan.goesOn).toBe(false)
        const kept = scanRecords(whole.subarray(0, scan.goodEnd))
        expect(kept.whole).toBe(true)
        expect(kept.records.length).toBe(scan.records.length)
        expect(
          same(Buffer.concat([...kept.records]), Buffer.concat(batches(SIZES).slice(0, kept.records.length)))
        ).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it('with a changed byte is sound up to the record before it', () => {
    const records = batches(SIZES)
    const whole = recordFile(records)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole)
        changed.writeUInt8(changed.readUInt8(at) ^ by, at)
        const scan = scanRecords(changed)
        expect(scan.goodEnd).toBeLessThanOrEqual(at)
        expect(same(Buffer.concat([...scan.records]), Buffer.concat(records.slice(0, scan.records.length)))).toBe(true)
        expect(scan.records.length).toBeLessThan(records.length)
      }),
      { numRuns: 100 }
    )
  })

  it('holds no record of which the beginning or the end is missing', () => {
    const long = recordFile([Buffer.alloc(40_000, 1)])
    const withoutBeginning = Buffer.concat([long.subarray(BLOCK_BYTES), recordFile([Buffer.from('next')])])
    expect(scanRecords(withoutBeginning)).toMatchObject({ records: { length: 0 }, goodEnd: 0, whole: false })
    const withoutEnd = Buffer.concat([long.subarray(0, BLOCK_BYTES), recordFile([Buffer.from('next')])])
    expect(scanRecords(withoutEnd)).toMatchObject({ records: { length: 0 }, goodEnd: 0, whole: false, goesOn: true })
  })

  it('tells a damage with sound records behind it from an end that was cut off', () => {
    const whole = recordFile(batches(SIZES))
    const changed = Buffer.from(whole)
    changed.writeUInt8(changed.readUInt8(200) ^ 1, 200)
    expect(scanRecords(changed)).toMatchObject({ whole: false, goesOn: true })
    expect(scanRecords(whole.subarray(0, whole.length - 1))).toMatchObject({ whole: false, goesOn: false })
    expect(scanRecords(Buffer.concat([whole, Buffer.alloc(500)]))).toMatchObject({ whole: false, goesOn: false })
  })
})

describe('a MANIFEST', () => {
  it('says which tables and logs are live', () => {
    const edits = [
      versionEdit({ logNumber: 3, added: [[5, 200]] }),
      versionEdit({ logNumber: 9, lastSequence: 2 ** 40, added: [[8, 2_000_000]], deleted: [5] }),
      versionEdit({ lastSequence: 2 ** 41, added: [[8, 2_000_000]], deleted: [8] })
    ]
    expect(liveFiles(edits)).toEqual({ logNumber: 9, lastSequence: 2 ** 41, tables: new Map([[8, 2_000_000]]) })
  })

  it('of another form is none', () => {
    expect(liveFiles([Buffer.from([77])])).toBeNull()
    expect(liveFiles([versionEdit({ logNumber: 3, added: [[5, 200]] }).subarray(0, -1)])).toBeNull()
  })
})

describe('the repair', () => {
  let partition = ''
  beforeEach(() => {
    partition = temporaryFolder()
  })
  const made = () => makeDatabase(partition, batches(SIZES))
  const cutFolder = () => path.join(partition, 'cut')

  it('does nothing where all is well, where there is nothing, and where a database is new', () => {
    expect(repairLevelDb(partition)).toEqual([])
    const { folder, log } = made()
    const before = readFileSync(log)
    expect(repairLevelDb(partition)).toEqual([])
    expect(same(readFileSync(log), before)).toBe(true)
    expect(existsSync(cutFolder())).toBe(false)
    for (const name of readdirSync(folder)) if (name !== 'LOCK') rmSync(path.join(folder, name))
    expect(repairLevelDb(partition)).toEqual([])
  })

  it('cuts a torn end off the newest log wherever it is torn, keeps a copy, and has nothing to do the next time', () => {
    const whole = recordFile(batches(SIZES))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (at) => {
        const { log } = made()
        truncateSync(log, at)
        const { goodEnd } = scanRecords(whole.subarray(0, at))
        const reports = repairLevelDb(partition)
        expect(same(readFileSync(log), whole.subarray(0, goodEnd))).toBe(true)
        if (goodEnd === at) expect(reports).toEqual([])
        else {
          const copy = `000012.log-from-${goodEnd}`
          expect(reports).toEqual([
            { what: 'cut', database: DATABASE, file: '000012.log', cutBytes: at - goodEnd, copy }
          ])
          expect(same(readFileSync(path.join(cutFolder(), copy)), whole.subarray(goodEnd, at))).toBe(true)
        }
        expect(repairLevelDb(partition)).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  it('cuts the newest log before a damage in its middle: what follows is in the truth and comes again', () => {
    const { log } = made()
    const bytes = readFileSync(log)
    bytes.writeUInt8(bytes.readUInt8(600) ^ 1, 600)
    writeFileSync(log, bytes)
    expect(repairLevelDb(partition)).toMatchObject([{ what: 'cut', file: '000012.log' }])
    expect(scanRecords(readFileSync(log)).whole).toBe(true)
    expect(readFileSync(log).length).toBeLessThan(600)
  })

  it('keeps the copies of a few cuts only', () => {
    for (let at = 1; at <= 9; at += 1) {
      const { log } = made()
      truncateSync(log, 20_000 + at * 9000)
      repairLevelDb(partition)
    }
    expect(readdirSync(cutFolder()).length).toBeLessThanOrEqual(4)
  })

  it('cuts a torn end off the MANIFEST', () => {
    const { manifest } = made()
    const torn = recordFile([
      versionEdit({ logNumber: 12, added: [[9, 300]] }),
      versionEdit({ logNumber: 15, added: [[13, 300]] })
    ])
    writeFileSync(manifest, torn.subarray(0, -3))
    expect(repairLevelDb(partition)).toMatchObject([{ what: 'cut', file: 'MANIFEST-000001' }])
    expect(scanRecords(readFileSync(manifest))).toMatchObject({ whole: true, records: { length: 1 } })
  })

  it.each([
    ['CURRENT is missing', 'no-manifest', (folder: string) => rmSync(path.join(folder, 'CURRENT'))],
    ['the MANIFEST is missing', 'no-manifest', (folder: string) => rmSync(path.join(folder, 'MANIFEST-000001'))],
    [
      'the MANIFEST is empty',
      'damaged-manifest',
      (folder: string) => truncateSync(path.join(folder, 'MANIFEST-000001'))
    ],
    [
      'the MANIFEST is damaged in its middle',
      'damaged-manifest',
      (folder: string) => {
        const file = path.join(folder, 'MANIFEST-000001')
        const bytes = readFileSync(file)
        bytes.writeUInt8(bytes.readUInt8(10) ^ 1, 10)
        writeFileSync(file, bytes)
      }
    ],
    ['a table is missing', 'missing-table', (folder: string) => rmSync(path.join(folder, '000009.ldb'))],
    [
      'a table is shorter than it was',
      'damaged-table',
      (folder: string) => truncateSync(path.join(folder, '000009.ldb'), 299)
    ],
    [
      'an older log ends torn although a newer one goes on',
      'damaged-log',
      (folder: string) => {
        writeFileSync(path.join(folder, '000014.log'), recordFile(batches([10], 900)))
        truncateSync(path.join(folder, '000012.log'), 40)
      }
    ],
    [
      'changes are missing between two logs',
      'gap',
      (folder: string) => writeFileSync(path.join(folder, '000014.log'), recordFile(batches([10], 900)))
    ],
    [
      'the older of two logs is missing',
      'gap',
      (folder: string) => {
        writeFileSync(path.join(folder, '000014.log'), recordFile(batches([10], 900)))
        rmSync(path.join(folder, '000012.log'))
      }
    ],
    [
      'CURRENT cannot be read',
      'unreadable',
      (folder: string) => {
        rmSync(path.join(folder, 'CURRENT'))
        mkdirSync(path.join(folder, 'CURRENT'))
      }
    ]
  ] as const)('removes a database that no cut can mend: %s', (_title, because, damage) => {
    const { folder } = made()
    mkdirSync(folder.replace('.leveldb', '.blob'))
    damage(folder)
    expect(repairLevelDb(partition)).toMatchObject([{ what: 'removed', database: DATABASE, because }])
    expect(readdirSync(path.join(partition, 'IndexedDB'))).toEqual([])
    expect(repairLevelDb(partition)).toEqual([])
  })

  it('leaves a log alone that goes on from the tables although an older one is missing', () => {
    const { folder } = made()
    rmSync(path.join(folder, '000012.log'))
    writeFileSync(path.join(folder, '000014.log'), recordFile(batches([10], 121)))
    expect(repairLevelDb(partition)).toEqual([])
  })

  it('leaves two logs alone that follow each other, and one that is not live any more', () => {
    const { folder } = made()
    const newest = scanRecords(readFileSync(path.join(folder, '000012.log'))).records.at(-1)
    const next = Number(newest?.readBigUInt64LE(0)) + Number(newest?.readUInt32LE(8))
    writeFileSync(path.join(folder, '000014.log'), recordFile(batches([10, 20], next)))
    writeFileSync(path.join(folder, '000007.log'), Buffer.from('left over'))
    expect(repairLevelDb(partition)).toEqual([])
  })
})
