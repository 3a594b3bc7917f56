import { rmSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { REMEMBERED } from '../../electron/log/commitMemory.ts'
import { LogDamaged } from '../../electron/log/damage.ts'
import { type FileLog, openFileLog } from '../../electron/log/fileLog.ts'
import { needsKey } from '../../electron/log/format.ts'
import { UnknownPosition } from '../../electron/log/subscription.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { editLines, flipByte, rewriteLine } from './support/logFiles.ts'
import {
  appendAll,
  collect,
  commitIds,
  openLog,
  optionsFor,
  recordedOf,
  sampleCommit,
  temporaryFolder
} from './support/sample.ts'

const SMALL = { segmentBytes: 1500 }

/** An open log of 20 records on one stream, in segments of three or four, with the bookmark after each. */
async function logOfTwenty() {
  const folder = temporaryFolder()
  const log = await openLog(folder, SMALL)
  onTestFinished(() => log.close())
  const bookmarks = [log.bookmark()]
  for (let n = 1; n <= 20; n += 1) {
    recordedOf(await log.append('a', n - 1, sampleCommit(`a-${n}`)))
    bookmarks.push(log.bookmark())
  }
  return { folder, log, bookmarks }
}

const numbered = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => `a-${first + at}`)

describe('opening', () => {
  it('finds the records, the end, the versions and the commits that were there before', async () => {
    const { folder, log } = await logOfTwenty()
    const before = await collect(log.readFrom())
    await log.close()
    const read: Recorded[] = []
    const again = await openLog(folder, { onRecords: (records) => read.push(...records) })
    expect(read).toEqual(before)
    expect(again.bookmark()).toEqual(log.bookmark())
    expect(await again.append('a', 3, sampleCommit('a-4'))).toEqual({ ok: true, recorded: before[3] })
    expect(await again.append('a', 0, sampleCommit('new'))).toEqual({ ok: false, reason: 'conflict' })
    expect(recordedOf(await again.append('a', 20, sampleCommit('a-21'))).position.seq).toBe(21)
    await again.close()
    expect(await verifyLog(folder)).toMatchObject({ ok: true, records: 21 })
  })

  it('from any bookmark reads only what follows, and goes on as if all had been read', async () => {
    const { folder, log, bookmarks } = await logOfTwenty()
    await log.close()
    for (const [seq, from] of bookmarks.entries()) {
      const read: Recorded[] = []
      const again = await openLog(folder, {
        from,
        resolveVersion: async () => 20,
        onRecords: (some) => read.push(...some)
      })
      expect(commitIds(read)).toEqual(numbered(seq + 1, 20))
      expect(again.segments()).toEqual(log.segments())
      expect(again.bookmark()).toEqual(log.bookmark())
      expect(commitIds(await collect(again.readFrom(from)))).toEqual(numbered(seq + 1, 20))
      await again.close()
    }
  })

  it('from a bookmark names a damage behind it by its line in the file, and does not see one before it', async () => {
    const { folder, log, bookmarks } = await logOfTwenty()
    await log.close()
    const from = bookmarks[10]
    const options = optionsFor(folder, { from, resolveVersion: async () => 20 })
    flipByte(path.join(folder, '000001.log'), 400)
    const opened = await openFileLog(options)
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.log.close()
    const { file = '', firstSeq = 0 } = log.segments().find((one) => one.firstSeq <= 11 && one.lastSeq >= 11) ?? {}
    flipByte(path.join(folder, file), (bookmarks[11]?.offset ?? 0) - 200)
    expect(await openFileLog(options)).toMatchObject({
      ok: false,
      damage: { file, line: 11 - firstSeq + 2, kind: 'hash' }
    })
  })

  it('refuses a bookmark that is not a place of this log', async () => {
    const { folder, log, bookmarks } = await logOfTwenty()
    await log.close()
    const good = bookmarks[10] ?? log.bookmark()
    const hash = bookmarks[9]?.hash ?? ''
    for (const wrong of [{ epoch: 'epoch-2' }, { offset: good.offset - 1 }, { hash }]) {
      const opened = await openFileLog(
        optionsFor(folder, { from: { ...good, ...wrong }, resolveVersion: async () => 0 })
      )
      expect(opened).toMatchObject({ ok: false, damage: { kind: 'bookmark' } })
    }
  })

  it('takes a bookmark behind the end of the log as proof that acknowledged records are gone', async () => {
    const { folder, log } = await logOfTwenty()
    const from = log.bookmark()
    const resolveVersion = async (): Promise<number> => 20
    await log.close()
    rmSync(path.join(folder, 'acknowledged'))
    const last = path.join(folder, log.segments().at(-1)?.file ?? '')
    for (const lose of [() => truncateSync(last, from.offset - 1), () => rmSync(last)]) {
      lose()
      const opened = await openFileLog(optionsFor(folder, { from, resolveVersion }))
      expect(opened).toMatchObject({ ok: false, damage: { kind: 'missing-tail', expected: 'record 20' } })
    }
  })

  it('from a bookmark asks once for the version of a stream not met since, and takes primed ones first', async () => {
    const { folder, log, bookmarks } = await logOfTwenty()
    await appendAll(log, 'other', 1, 3)
    await appendAll(log, 'primed', 1, 2)
    await log.close()
    const asked: string[] = []
    const resolveVersion = async (stream: string): Promise<number> => {
      asked.push(stream)
      return stream === 'a' ? 20 : 3
    }
    const again = await openLog(folder, { from: log.bookmark(), resolveVersion })
    onTestFinished(() => again.close())
    again.primeVersions([['primed', 2]])
    const results = await Promise.all([
      again.append('other', 3, sampleCommit('o4')),
      again.append('other', 4, sampleCommit('o5')),
      again.append('primed', 2, sampleCommit('p3')),
      again.append('a', 19, sampleCommit('late'))
    ])
    expect(results.map((one) => (one.ok ? one.recorded.version : one.reason))).toEqual([4, 5, 3, 'conflict'])
    expect(asked).toEqual(['other', 'a'])
    expect(bookmarks).toHaveLength(21)
  })

  it('answers `unknown` and writes nothing while nobody can tell the version', async () => {
    const { folder, log } = await logOfTwenty()
    await log.close()
    let ready = false
    const resolveVersion = async (): Promise<number> => {
      if (!ready) throw new Error('not yet')
      return 20
    }
    const again = await openLog(folder, { from: log.bookmark(), resolveVersion })
    onTestFinished(() => again.close())
    expect(await again.append('a', 20, sampleCommit('a-21'))).toEqual({ ok: false, reason: 'unknown' })
    ready = true
    expect(recordedOf(await again.append('a', 20, sampleCommit('a-21'))).version).toBe(21)
  })

  it('is forbidden to an append whose version is told only after the log was closed', async () => {
    const { folder, log } = await logOfTwenty()
    await log.close()
    let tell = (_version: number): void => undefined
    const resolveVersion = (): Promise<number> =>
      new Promise((resolve) => {
        tell = resolve
      })
    const again = await openLog(folder, { from: log.bookmark(), resolveVersion })
    const appending = again.append('a', 20, sampleCommit('a-21'))
    await again.close()
    tell(20)
    expect(await appending).toEqual({ ok: false, reason: 'forbidden' })
    expect(await verifyLog(folder)).toMatchObject({ ok: true, records: 20 })
  })

  it('recognises commits from before the bookmark once they are primed', async () => {
    const { folder, log, bookmarks } = await logOfTwenty()
    const before = await collect(log.readFrom(undefined, { until: 10 }))
    await log.close()
    const again = await openLog(folder, { from: bookmarks[10], resolveVersion: async () => 20 })
    onTestFinished(() => again.close())
    again.primeCommits(before)
    expect(await again.append('a', 6, sampleCommit('a-7'))).toEqual({ ok: true, recorded: before[6] })
    expect(commitIds(again.recall('a-15'))).toEqual(['a-15'])
    expect(again.recall('never')).toEqual([])
  })

  it('needs somebody to ask for versions when it does not read everything', async () => {
    const { folder, bookmarks } = await logOfTwenty()
    await expect(openFileLog(optionsFor(folder, { from: bookmarks[1] }))).rejects.toThrow(TypeError)
  })
})

describe('reading', () => {
  it('gives what was asked for, from any place, in batches of any size, up to any place', async () => {
    const { log, bookmarks } = await logOfTwenty()
    const { epoch } = await log.head()
    const wish = fc.record({
      seq: fc.integer({ min: 0, max: 20 }),
      until: fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
      batch: fc.integer({ min: 1, max: 9 }),
      byBookmark: fc.boolean()
    })
    await fc.assert(
      fc.asyncProperty(wish, async ({ seq, until, batch, byBookmark }) => {
        const from = byBookmark ? bookmarks[seq] : { epoch, seq }
        const batches: (readonly Recorded[])[] = []
        for await (const records of log.readFrom(from, { until, batch })) batches.push(records)
        expect(commitIds(batches.flat())).toEqual(numbered(seq + 1, Math.min(20, until ?? 20)))
        for (const records of batches) expect([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(0, batch)).toContain(records.length)
      }),
      { numRuns: 100 }
    )
  }, 60_000)

  it('includes what is appended while it reads', async () => {
    const { log } = await logOfTwenty()
    const ids: string[] = []
    for await (const records of log.readFrom(undefined, { batch: 5 })) {
      if (ids.length === 0) await appendAll(log, 'b', 1, 10)
      ids.push(...commitIds(records))
    }
    expect(ids).toHaveLength(30)
  })

  it('stops when its signal aborts', async () => {
    const { log } = await logOfTwenty()
    const stop = new AbortController()
    const ids: string[] = []
    for await (const records of log.readFrom(undefined, { batch: 5, signal: stop.signal })) {
      ids.push(...commitIds(records))
      stop.abort()
    }
    expect(ids.length).toBeLessThan(20)
  })

  it('names a damage that came while the log was open', async () => {
    const { folder, log } = await logOfTwenty()
    flipByte(path.join(folder, '000002.log'), 400)
    await expect(collect(log.readFrom())).rejects.toThrow(LogDamaged)
    await expect(collect(log.readFrom())).rejects.toMatchObject({
      damage: { file: '000002.log', line: 2, kind: 'hash' }
    })
  })

  it('refuses a position that the log does not have', async () => {
    const { log } = await logOfTwenty()
    await expect(collect(log.readFrom({ epoch: 'epoch-2', seq: 1 }))).rejects.toThrow(UnknownPosition)
    await expect(collect(log.readFrom({ epoch: 'epoch-1', seq: 21 }))).rejects.toThrow(UnknownPosition)
  })

  it('takes lines longer than what is read at once', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder)
    onTestFinished(() => log.close())
    const long = sampleCommit('long', 400_000)
    recordedOf(await log.append('a', 0, long))
    recordedOf(await log.append('a', 1, sampleCommit('next')))
    const records = await collect(log.readFrom())
    expect(records.map((one) => one.commit)).toEqual([long, sampleCommit('next')])
    await expect(log.append('a', 2, sampleCommit('too long', 3_000_000))).rejects.toThrow(RangeError)
  })
})

describe('segments', () => {
  it('follow one another without a gap, are as long as their files, and all but the last are sealed', async () => {
    const { folder, log } = await logOfTwenty()
    const segments = log.segments()
    expect(segments.length).toBeGreaterThan(4)
    for (const [at, one] of segments.entries()) {
      expect(one.firstSeq).toBe((segments[at - 1]?.lastSeq ?? 0) + 1)
      expect(one.bytes).toBe(statSync(path.join(folder, one.file)).size)
      expect(one.sealed).toBe(at < segments.length - 1)
    }
    expect(segments.at(-1)?.lastSeq).toBe(20)
  })
})

describe('an encrypted payload', () => {
  const seal = (line: string): string => {
    const { events: _, reply: __, synced, prev, ...rest } = JSON.parse(line) as Record<string, unknown>
    return rewriteLine(JSON.stringify({ ...rest, hash: '' }), { enc: { alg: 'x', data: 'AAAA' }, synced, prev })
  }

  it('is carried whole, in its place, and says that it needs a key', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder)
    await appendAll(log, 'a', 1, 2)
    await log.close()
    editLines(folder, '000001.log', (lines) => lines.map((line, at) => (at === 2 ? seal(line) : line)))
    const opened = await openFileLog(optionsFor(folder))
    if (!opened.ok) throw new Error(opened.damage.kind)
    onTestFinished(() => opened.log.close())
    expect(opened.needKey).toBe(1)
    const [plain, sealed] = await collect(opened.log.readFrom())
    expect(plain && needsKey(plain)).toBe(false)
    expect(sealed && needsKey(sealed)).toBe(true)
    expect(sealed?.commit.events).toEqual([{ type: 'log.sealed', v: 1, data: { alg: 'x', data: 'AAAA' } }])
    expect(recordedOf(await opened.log.append('a', 2, sampleCommit('a-3'))).version).toBe(3)
    expect(await verifyLog(folder)).toMatchObject({ ok: true, needKey: 1 })
  })
})

describe('the memory of commits', () => {
  const appendMany = async (log: FileLog, name: string, count: number, date: string): Promise<void> => {
    for (let first = 0; first < count; first += 1000) {
      const appends = Array.from({ length: Math.min(1000, count - first) }, (_, at) => {
        const commit = sampleCommit(`${name}-${first + at}`)
        return log.append(commit.commitId, 0, { ...commit, meta: { ...commit.meta, date } })
      })
      for (const result of await Promise.all(appends)) recordedOf(result)
    }
  }

  it('forgets former days beyond the last 20,000, but nothing of today', async () => {
    let now = '2025-03-02T15:00:00.000Z'
    const log = await openLog(temporaryFolder(), { clock: { nowIso: () => now } })
    onTestFinished(() => log.close())
    await appendMany(log, 'today', REMEMBERED + 500, '2025-03-02')
    expect(log.recall('today-0')).toHaveLength(1)
    now = '2025-03-02T16:00:00.000Z' // In Shanghai the next day has begun.
    await appendMany(log, 'next', 100, '2025-03-03')
    expect(log.recall('today-0')).toHaveLength(0)
    expect(log.recall('today-599')).toHaveLength(0)
    expect(log.recall('today-600')).toHaveLength(1)
    expect(log.recall('next-99')).toHaveLength(1)
  }, 30_000)
})

describe('a listener that throws', () => {
  it('does not keep the sender from its answer, and the mistake comes to light', async () => {
    const log = await openLog(temporaryFolder())
    onTestFinished(() => log.close())
    const uncaught = new Promise((resolve) => {
      const before = process.listeners('uncaughtException')
      process.removeAllListeners('uncaughtException')
      process.once('uncaughtException', (error) => {
        for (const listener of before) process.on('uncaughtException', listener)
        resolve(error.message)
      })
    })
    log.onDurable(() => {
      throw new Error('a fold with a fault')
    })
    expect((await log.append('a', 0, sampleCommit('x'))).ok).toBe(true)
    expect(await uncaught).toBe('a fold with a fault')
  })
})
