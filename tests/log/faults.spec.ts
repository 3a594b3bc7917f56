import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type FileLog, openFileLog } from '../../electron/log/fileLog.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import type { AppendResult } from '../../shared/kernel/eventLog.ts'
import { appendAll, collect, commitIds, openLog, optionsFor, recordedOf, sampleCommit } from './support/sample.ts'
import { SimulatedDisk } from './support/simulatedDisk.ts'

const FOLDER = '/data/log'

const open = (disk: SimulatedDisk, segmentBytes?: number): Promise<FileLog> =>
  openLog(FOLDER, { fs: disk.fs, segmentBytes })

const answerOf = (result: AppendResult): string => (result.ok ? 'ok' : result.reason)

const idsIn = async (log: FileLog): Promise<string[]> => commitIds(await collect(log.readFrom()))

/** Appends several commits at once, so that they are one batch. */
const appendTogether = async (log: FileLog, ids: readonly string[], padding = 0): Promise<string[]> =>
  (await Promise.all(ids.map((id) => log.append(id, 0, sampleCommit(id, padding))))).map(answerOf)

describe('a full disk', () => {
  it('refuses the whole batch, keeps nothing of it, and goes on when there is room again', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    await appendAll(log, 'a', 1, 2)
    const before = disk.content(`${FOLDER}/000001.log`).toString()
    disk.room = disk.used() + 900
    expect(await appendTogether(log, ['x', 'y', 'z'])).toEqual(['full', 'full', 'full'])
    expect(disk.content(`${FOLDER}/000001.log`).toString()).toBe(before)
    expect(await appendTogether(log, ['small'])).toEqual(['ok'])
    disk.room = Number.POSITIVE_INFINITY
    expect(await appendTogether(log, ['x', 'y', 'z'])).toEqual(['ok', 'ok', 'ok'])
    await log.close()
    expect(await idsIn(await open(disk))).toEqual(['a-1', 'a-2', 'small', 'x', 'y', 'z'])
  })

  it('shows listeners nothing of what was refused', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    const seen: string[] = []
    log.onDurable((records) => void seen.push(...commitIds(records)))
    disk.room = disk.used()
    await appendTogether(log, ['x'])
    expect(seen).toEqual([])
  })

  it('refuses when the next segment cannot be begun, and leaves no half of it', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk, 500)
    await appendAll(log, 'a', 1, 1)
    disk.room = disk.used() + 20
    expect(await appendTogether(log, ['x'])).toEqual(['full'])
    expect(disk.fs.list(FOLDER).filter((name) => name.endsWith('.log'))).toEqual(['000001.log'])
    disk.room = Number.POSITIVE_INFINITY
    expect(await appendTogether(log, ['x'])).toEqual(['ok'])
    expect(log.segments()).toHaveLength(2)
    await log.close()
    expect(await verifyLog(FOLDER, { fs: disk.fs })).toMatchObject({ ok: true, records: 2 })
  })

  it('does not keep the log from opening; a torn tail is cut although there is no room for its copy', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    await appendAll(log, 'a', 1, 2)
    disk.damage(`${FOLDER}/000001.log`, (bytes) => Buffer.concat([bytes, Buffer.from('{"f":1,"se')]))
    disk.room = disk.used()
    const opened = await openFileLog(optionsFor(FOLDER, { fs: disk.fs }))
    expect(opened).toMatchObject({ ok: true, recovered: { cutBytes: 10, seq: 3, keptCopy: null } })
  })

  it('that cannot even be cut back breaks the log', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    disk.room = disk.used() + 100
    disk.fault = (operation) => (operation === 'truncate' ? 'EIO' : null)
    expect(await appendTogether(log, ['x'])).toEqual(['unknown'])
    expect(log.isBroken()).toBe(true)
  })

  it('is what a new log on such a disk is refused with', async () => {
    const disk = new SimulatedDisk()
    disk.room = 100
    const opened = await openFileLog(optionsFor(FOLDER, { fs: disk.fs }))
    expect(opened).toMatchObject({ ok: false, damage: { kind: 'unwritable', found: 'ENOSPC' } })
    disk.room = Number.POSITIVE_INFINITY
    expect(await (await open(disk)).head()).toMatchObject({ seq: 0 })
  })
})

describe('a failing disk', () => {
  it.each(['write', 'datasync'] as const)(
    'at %s leaves it unknown what was kept, and breaks the log',
    async (operation) => {
      const disk = new SimulatedDisk()
      const log = await open(disk)
      await appendAll(log, 'a', 1, 1)
      disk.fault = (one, file) => (one === operation && file === '000001.log' ? 'EIO' : null)
      expect(await appendTogether(log, ['x', 'y'])).toEqual(['unknown', 'unknown'])
      disk.fault = () => null
      expect(await appendTogether(log, ['z'])).toEqual(['forbidden'])
      expect(await log.head()).toMatchObject({ seq: 1 })
      expect(await idsIn(log)).toEqual(['a-1'])
    }
  )

  it('still answers a commit that was durable before', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    await appendAll(log, 'a', 1, 1)
    disk.fault = (one) => (one === 'datasync' ? 'EIO' : null)
    await appendTogether(log, ['x'])
    expect(recordedOf(await log.append('a', 0, sampleCommit('a-1'))).position.seq).toBe(1)
  })

  it('lets an unknown commit land once when it is sent again after the log was opened again', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    disk.fault = (one, file) => (one === 'datasync' && file === '000001.log' ? 'EIO' : null)
    await appendTogether(log, ['x'])
    await log.close()
    disk.fault = () => null
    const again = await open(disk)
    expect(await appendTogether(again, ['x'])).toEqual(['ok'])
    expect(await idsIn(again)).toEqual(['x'])
  })

  it('makes the records last that were read back from the cache of a failed sync', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    disk.fault = (one, file) => (one === 'datasync' && file === '000001.log' ? 'EIO' : null)
    await appendTogether(log, ['x', 'y', 'z'])
    disk.fault = () => null
    expect(await idsIn(await open(disk))).toEqual(['x', 'y', 'z'])
    disk.cutPower(() => 0)
    expect(await idsIn(await open(disk))).toEqual(['x', 'y', 'z'])
  })

  it('is named by file and line when it cannot read', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    await appendAll(log, 'a', 1, 3)
    await log.close()
    disk.fault = (one, file) => (one === 'read' && file === '000001.log' ? 'EIO' : null)
    const opened = await openFileLog(optionsFor(FOLDER, { fs: disk.fs }))
    expect(opened).toMatchObject({
      ok: false,
      damage: { file: '000001.log', line: 1, kind: 'unreadable', found: 'EIO' }
    })
  })

  it('that fails only for the mark changes nothing', async () => {
    const disk = new SimulatedDisk()
    disk.fault = (one, file) => (one !== 'read' && file === 'acknowledged' ? 'EIO' : null)
    const log = await open(disk)
    await appendAll(log, 'a', 1, 2)
    await log.close()
    expect(await idsIn(await open(disk))).toEqual(['a-1', 'a-2'])
  })
})

describe('syncs', () => {
  const countSyncs = (disk: SimulatedDisk): (() => number) => {
    let syncs = 0
    disk.fault = (one, file) => {
      if (one === 'datasync' && file === '000001.log') syncs += 1
      return null
    }
    return () => syncs
  }

  it('are one for all appends that wait together', async () => {
    const disk = new SimulatedDisk()
    const log = await open(disk)
    const syncs = countSyncs(disk)
    await appendTogether(log, ['u', 'v', 'w', 'x', 'y', 'z'])
    expect(syncs()).toBe(1)
  })

  it('are one for all appends that came while another sync was running beside the event loop', async () => {
    const disk = new SimulatedDisk()
    disk.syncMillis = 20
    const log = await open(disk)
    await appendTogether(log, ['slow'])
    const release: (() => void)[] = []
    const datasync = disk.fs.datasync
    disk.fs.datasync = async (fd) => {
      await new Promise<void>((resolve) => release.push(resolve))
      await datasync(fd)
    }
    onTestFinished(() => log.close())
    const syncs = countSyncs(disk)
    const first = appendTogether(log, ['first'])
    await vi.waitFor(() => expect(release).toHaveLength(1))
    const others = Promise.all(['p', 'q', 'r'].map((id) => appendTogether(log, [id])))
    for (const one of release.splice(0)) one()
    expect(await first).toEqual(['ok'])
    await vi.waitFor(() => expect(release).toHaveLength(1))
    disk.fs.datasync = datasync
    for (const one of release.splice(0)) one()
    expect(await others).toEqual([['ok'], ['ok'], ['ok']])
    expect(syncs()).toBe(2)
  })

  it('follow writes that the system took in pieces', async () => {
    const disk = new SimulatedDisk()
    disk.mostAtOnce = 7
    const log = await open(disk)
    await appendAll(log, 'a', 1, 3)
    await log.close()
    expect(await idsIn(await open(disk))).toEqual(['a-1', 'a-2', 'a-3'])
  })
})

describe('the mark of what is acknowledged', () => {
  it('is written whenever the log has rested, so that damage to its last record is told from a torn write', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const disk = new SimulatedDisk()
    const log = await openLog(FOLDER, { fs: disk.fs, markAfterMs: 300 })
    const seqOf = (): unknown => JSON.parse(disk.content(`${FOLDER}/acknowledged`).toString().split(' ')[0] ?? '').seq
    for (const last of [1, 2]) {
      await appendAll(log, `rest-${last}`, 1, 1)
      await vi.advanceTimersByTimeAsync(200)
      await appendAll(log, `work-${last}`, 1, 1)
      await vi.advanceTimersByTimeAsync(299)
      expect(seqOf()).toBe(2 * last - 2)
      await vi.advanceTimersByTimeAsync(1)
      expect(seqOf()).toBe(2 * last)
    }
    disk.damage(`${FOLDER}/000001.log`, (bytes) => bytes.fill('?', bytes.length - 10))
    expect(await openFileLog(optionsFor(FOLDER, { fs: disk.fs }))).toMatchObject({ ok: false, damage: { line: 5 } })
  })
})
