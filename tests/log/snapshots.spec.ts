import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogBookmark } from '../../electron/log/fileLog.ts'
import { readSnapshots, writeSnapshot } from '../../electron/log/snapshots.ts'
import type { Json } from '../../shared/kernel/messages.ts'
import { flipByte } from './support/logFiles.ts'
import { temporaryFolder } from './support/sample.ts'
import { SimulatedDisk } from './support/simulatedDisk.ts'

const at = (seq: number, epoch = 'epoch-1'): LogBookmark => ({
  epoch,
  segment: 1,
  offset: seq * 600,
  seq,
  hash: 'ab'.repeat(32)
})

const write = async (folder: string, seq: number, body: Json = { seq }, epoch = 'epoch-1'): Promise<void> => {
  expect(await writeSnapshot(folder, { bookmark: at(seq, epoch), body })).toEqual({
    ok: true,
    file: `desk-${seq}.json`
  })
}

describe('snapshots', () => {
  it('come back as they were written, newest first', async () => {
    const folder = temporaryFolder()
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        await write(folder, 9, body as Json)
        await write(folder, 10, 'newest')
        expect(readSnapshots(folder)).toEqual({
          snapshots: [
            { bookmark: at(10), body: 'newest' },
            { bookmark: at(9), body: JSON.parse(JSON.stringify(body)) }
          ],
          damaged: []
        })
      }),
      { numRuns: 30 }
    )
  }, 60_000)

  it('are kept three at a time', async () => {
    const folder = temporaryFolder()
    for (const seq of [1, 2, 30, 4, 100]) await write(folder, seq)
    expect(readdirSync(folder).sort()).toEqual(['desk-100.json', 'desk-30.json', 'desk-4.json'])
  })

  it('of a log that was replaced go when the new log has its first, though they are further on', async () => {
    const folder = temporaryFolder()
    for (const seq of [70, 80, 90]) await write(folder, seq)
    await write(folder, 5, null, 'epoch-2')
    expect(readdirSync(folder)).toEqual(['desk-5.json'])
  })

  it('that are damaged in any byte are reported and skipped, never used', async () => {
    const folder = temporaryFolder()
    for (const seq of [1, 2]) await write(folder, seq, { name: '演示甲', list: [1, 2, 3] })
    const file = path.join(folder, 'desk-2.json')
    const whole = readFileSync(file)
    for (let byte = 0; byte < whole.length; byte += 1) {
      flipByte(file, byte)
      const { snapshots, damaged } = readSnapshots(folder)
      expect([byte, snapshots.map((one) => one.bookmark.seq), damaged.map((one) => one.file)]).toEqual([
        byte,
        [1],
        ['desk-2.json']
      ])
      writeFileSync(file, whole)
    }
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length))
      expect(readSnapshots(folder).snapshots.map((one) => one.bookmark.seq)).toEqual([1])
    }
  })

  it('of a later format are reported and skipped', async () => {
    const folder = temporaryFolder()
    await write(folder, 1)
    const file = path.join(folder, 'desk-1.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"format":1', '"format":2'))
    expect(readSnapshots(folder)).toEqual({ snapshots: [], damaged: [{ file: 'desk-1.json', reason: 'format 2' }] })
  })

  it('that find no room leave the former ones, and no half file', async () => {
    const disk = new SimulatedDisk()
    const folder = '/data/snapshots'
    await writeSnapshot(folder, { bookmark: at(1), body: 'first' }, disk.fs)
    disk.room = disk.used() + 50
    expect(await writeSnapshot(folder, { bookmark: at(2), body: 'second' }, disk.fs)).toEqual({
      ok: false,
      reason: 'ENOSPC'
    })
    expect(disk.fs.list(folder)).toEqual(['desk-1.json'])
    expect(readSnapshots(folder, disk.fs).snapshots).toHaveLength(1)
  })

  it('are there whole or not at all after a power cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), async (power, choices) => {
        const disk = new SimulatedDisk()
        const folder = '/data/snapshots'
        await writeSnapshot(folder, { bookmark: at(1), body: 'first' }, disk.fs)
        disk.cutAt = disk.operations + power
        const second = await writeSnapshot(folder, { bookmark: at(2), body: 'second' }, disk.fs)
        disk.cutPower((n) => (choices.next().value ?? 0) % n)
        const { snapshots, damaged } = readSnapshots(folder, disk.fs)
        expect(damaged).toEqual([])
        const seqs = snapshots.map((one) => one.bookmark.seq)
        expect(seqs).toEqual(second.ok || seqs.length === 2 ? [2, 1] : [1])
      })
    )
  })

  it('are none in a folder that is not there', () => {
    expect(readSnapshots(path.join(temporaryFolder(), 'none'))).toEqual({ snapshots: [], damaged: [] })
  })
})
