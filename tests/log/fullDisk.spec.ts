import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileLog } from '../../electron/log/fileLog.ts'
import { nodeLogFs } from '../../electron/log/logFs.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import { collect, commitIds, openLog, sampleCommit } from './support/sample.ts'
import { SimulatedDisk } from './support/simulatedDisk.ts'

/** A disk that can be filled up and freed. */
interface SmallDisk {
  readonly name: string
  readonly folder: string
  readonly fs: typeof nodeLogFs
  /** Leaves so many bytes free. */
  fill(leave: number): void
  free(): void
  remove(): void
}

const BYTES = 4 * 1024 * 1024

/** A real file system of 4 MiB; null where mounting one is not allowed. */
function mountedDisk(): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${BYTES}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return null
  }
  const ballast = path.join(folder, 'ballast')
  return {
    name: 'a real one, mounted for the test',
    folder: path.join(folder, 'log'),
    fs: nodeLogFs,
    fill: (leave) => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)))
    },
    free: () => truncateSync(ballast, 0),
    remove: () => {
      execFileSync('umount', ['--lazy', folder])
      rmdirSync(folder)
    }
  }
}

function simulatedDisk(): SmallDisk {
  const disk = new SimulatedDisk()
  disk.room = BYTES
  return {
    name: 'a simulated one, because mounting is not allowed here',
    folder: '/data/log',
    fs: disk.fs,
    fill: (leave) => {
      disk.room = disk.used() + leave
    },
    free: () => {
      disk.room = BYTES
    },
    remove: () => undefined
  }
}

const disk = mountedDisk() ?? simulatedDisk()

afterAll(() => disk.remove())

describe(`a full disk (${disk.name})`, () => {
  it('refuses appends, loses nothing acknowledged, opens again, and goes on when there is room', async () => {
    const options = { fs: disk.fs, segmentBytes: 100_000 }
    const acknowledged: string[] = []
    let sent = 0
    const appendGroup = async (log: FileLog): Promise<boolean> => {
      const ids = Array.from({ length: 1 + (sent % 5) }, (_, at) => `c${sent + at}`)
      sent += ids.length
      const results = await Promise.all(ids.map((id) => log.append(id, 0, sampleCommit(id, 300))))
      acknowledged.push(...ids.filter((_, at) => results[at]?.ok))
      for (const result of results) if (!result.ok) expect(result.reason).toBe('full')
      return results.every((result) => result.ok)
    }
    let log = await openLog(disk.folder, options)
    for (let round = 0; round < 3; round += 1) {
      disk.fill(250_000)
      while (await appendGroup(log));
      expect(await appendGroup(log)).toBe(false)
      expect(commitIds(await collect(log.readFrom()))).toEqual(acknowledged)
      await log.close()
      log = await openLog(disk.folder, options)
      expect(commitIds(await collect(log.readFrom()))).toEqual(acknowledged)
      disk.free()
      expect(await appendGroup(log)).toBe(true)
    }
    await log.close()
    expect(await verifyLog(disk.folder, { fs: disk.fs })).toMatchObject({ ok: true, records: acknowledged.length })
  }, 60_000)
})
