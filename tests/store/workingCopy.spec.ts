import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { StoreFailure } from '../../electron/store/protocol.ts'
import { storeOf } from '../../electron/store/questions.ts'
import { SentinelFile } from '../../electron/store/sentinel.ts'
import { type Store, type StoreReport, StoreUnavailable } from '../../electron/store/store.ts'
import { WorkingCopy } from '../../electron/store/workingCopy.ts'
import type { HistoryState } from '../../shared/projections/views.ts'
import { recordsOf } from './support/hallLife.ts'
import { MemoryHost } from './support/memoryHost.ts'
import { RecordsLog } from './support/recordsLog.ts'

// A database in memory takes its time on a busy machine; nothing here is about how long.
vi.setConfig({ testTimeout: 60_000 })

const life = recordsOf(600, { seed: 3, casesPerDay: 10 })
const PATIENCE = { timeoutMs: 20_000 }

interface Opened {
  readonly store: Store
  readonly host: MemoryHost
  readonly log: RecordsLog
  readonly folder: string
  readonly reports: StoreReport[]
  readonly states: HistoryState[]
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function open(given: { log?: RecordsLog; host?: MemoryHost; folder?: string } = {}): Opened {
  const { log = new RecordsLog(life), host = new MemoryHost(), folder = temporaryFolder() } = given
  const reports: StoreReport[] = []
  const states: HistoryState[] = []
  const copy = new WorkingCopy({
    log,
    host,
    sentinel: new SentinelFile(folder),
    onState: (state) => states.push(state),
    onReport: (report) => reports.push(report),
    random: () => 0,
    retryMs: 1,
    logRetryMs: 1
  })
  const store = storeOf(copy)
  onTestFinished(() => store.close())
  return { store, host, log, folder, reports, states }
}

async function wholeDigest({ store, log }: Opened): Promise<string> {
  return store.digest({ after: log.records.length, ...PATIENCE })
}

/** What a working copy looks like to which nothing has ever happened. */
async function undisturbed(records = life): Promise<string> {
  const calm = open({ log: new RecordsLog(records) })
  await calm.store.start()
  return wholeDigest(calm)
}

const failure = (kind: StoreFailure['kind']): StoreFailure => ({ kind, name: 'SomeError', message: 'as planned' })
const whats = (reports: readonly StoreReport[]): string[] => reports.map(({ what }) => what)

describe('a working copy', () => {
  it('that grew record by record equals one rebuilt from the log', async () => {
    const log = new RecordsLog([])
    const grown = open({ log })
    await grown.store.start()
    await grown.store.waitFor(0, 5000)
    for (let at = 0; at < life.length; at += 7) {
      const records = life.slice(at, at + 7)
      log.records.push(...records)
      grown.store.follow(records)
      if (at % 5 === 0) await grown.store.waitFor(at, 5000)
    }
    expect(await wholeDigest(grown)).toBe(await undisturbed())
  })

  it('goes on at its checkpoint after a start, and reads nothing before it again', async () => {
    const first = open({ log: new RecordsLog(life.slice(0, 300)) })
    await first.store.start()
    await wholeDigest(first)
    await first.store.close()
    const log = new RecordsLog(life)
    const second = open({ log, host: first.host, folder: first.folder })
    await second.store.start()
    expect(await wholeDigest(second)).toBe(await undisturbed())
    expect(Math.min(...log.readsFrom)).toBe(299)
    expect(whats(second.reports)).toEqual(['rebuilding', 'ready'])
  })

  it.each(['die-before', 'die-after'] as const)(
    'is exact when its page dies in the middle of the batches (%s)',
    async (act) => {
      const one = open()
      one.host.next('apply', act, 1)
      await one.store.start()
      expect(await wholeDigest(one)).toBe(await undisturbed())
      expect(one.host.opened).toBe(2)
      expect(whats(one.reports)).toEqual(expect.arrayContaining(['rebuilding', 'page-ended', 'ready']))
      expect(one.host.dropped).toBe(0)
    }
  )

  it('follows what becomes durable while it is rebuilt, without a hole', async () => {
    const log = new RecordsLog(life.slice(0, 400))
    const one = open({ log })
    const started = one.store.start()
    for (let at = 400; at < life.length; at += 20) {
      const records = life.slice(at, at + 20)
      log.records.push(...records)
      one.store.follow(records)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await started
    expect(await wholeDigest(one)).toBe(await undisturbed())
    expect(whats(one.reports)).toEqual(['rebuilding', 'ready'])
  })

  it('reads from the log again what it could not keep while its page was away', async () => {
    const log = new RecordsLog(life.slice(0, 10))
    const one = open({ log })
    one.host.refuseToOpen = 2
    const started = one.store.start()
    const many = recordsOf(700, { seed: 3, casesPerDay: 10 })
    log.records.push(...many.slice(10))
    for (let at = 10; at < many.length; at += 100) one.store.follow(many.slice(at, at + 100))
    await started
    expect(await wholeDigest(one)).toBe(await undisturbed(many))
    expect(whats(one.reports)).toEqual(['page-ended', 'page-ended', 'rebuilding', 'ready'])
  })
})

describe('a database that was lost', () => {
  it('is recognised by what stands outside of it, reported and rebuilt', async () => {
    const first = open()
    await first.store.start()
    const digest = await wholeDigest(first)
    await first.store.close()
    first.host.loseDatabase()
    const second = open({ host: first.host, folder: first.folder })
    await second.store.start()
    expect(await wholeDigest(second)).toBe(digest)
    expect(second.reports[0]).toEqual({ what: 'lost', heldSeq: life.length })
  })

  it('is not reported where there never was one', async () => {
    const one = open()
    await one.store.start()
    await wholeDigest(one)
    expect(whats(one.reports)).toEqual(['rebuilding', 'ready'])
  })
})

describe('a database of another log', () => {
  const swapped = recordsOf(600, { seed: 4, casesPerDay: 10 })
  it.each([
    ['another epoch', new RecordsLog(recordsOf(600, { seed: 3, casesPerDay: 10 }, 'epoch-2'), 'epoch-2'), 'epoch'],
    ['other records under the same epoch', new RecordsLog(swapped), 'mark'],
    ['fewer records', new RecordsLog(life.slice(0, 200)), 'ahead']
  ] as const)('is emptied and rebuilt: %s', async (_title, log, difference) => {
    const first = open()
    await first.store.start()
    await wholeDigest(first)
    await first.store.close()
    const second = open({ log, host: first.host, folder: first.folder })
    await second.store.start()
    const digest = await wholeDigest(second)
    expect(second.reports[0]).toEqual({ what: 'other-log', difference, seq: life.length })
    const fresh = open({ log })
    await fresh.store.start()
    expect(digest).toBe(await wholeDigest(fresh))
  })
})

describe('trouble', () => {
  it('a damaged database is deleted and rebuilt, and a question waits for it', async () => {
    const one = open()
    await one.store.start()
    await wholeDigest(one)
    one.host.next('caseRow', failure('damaged'))
    const row = await one.store.caseRow('k-3-0-1', { after: life.length, ...PATIENCE })
    expect(row?.caseId).toBe('k-3-0-1')
    expect(one.host.dropped).toBe(1)
    expect(whats(one.reports)).toEqual(['rebuilding', 'ready', 'damaged', 'rebuilding', 'ready'])
    expect(await wholeDigest(one)).toBe(await undisturbed())
  })

  it('a full disk deletes nothing: it is said, and work goes on when there is room', async () => {
    const one = open()
    one.host.next('apply', failure('full'), 1)
    one.host.next('open', failure('full'), 1)
    await one.store.start()
    expect(await wholeDigest(one)).toBe(await undisturbed())
    expect(one.host.dropped).toBe(0)
    expect(one.states).toContainEqual({ phase: 'failed', reason: 'disk-full' })
    expect(one.states.at(-1)).toEqual({ phase: 'ready' })
  })

  it('an aborted transaction is tried again; what is aborted twice in a row is deleted', async () => {
    const one = open()
    one.host.next('apply', failure('aborted'))
    await one.store.start()
    await wholeDigest(one)
    expect(one.host.dropped).toBe(0)
    const two = open()
    two.host.next('apply', failure('aborted'))
    two.host.next('apply', failure('aborted'))
    await two.store.start()
    await wholeDigest(two)
    expect(two.host.dropped).toBe(1)
  })

  it('pages that do not come up are tried again, and the start does not wait for ever', async () => {
    const one = open()
    one.host.refuseToOpen = 5
    await one.store.start()
    expect(one.states.at(-1)).toEqual({ phase: 'failed', reason: 'page-ended' })
    expect(await wholeDigest(one)).toBe(await undisturbed())
    expect(one.states.at(-1)).toEqual({ phase: 'ready' })
  })

  it('a log that cannot be read on leaves what is there to be asked, and goes on when it can be read', async () => {
    const one = open()
    one.log.damagedAfter = 400
    await one.store.start()
    await one.store.waitFor(400, 20_000)
    await expect.poll(() => one.states.at(-1)).toEqual({ phase: 'failed', reason: 'log-unreadable' })
    expect((await one.store.caseRow('k-3-0-1', PATIENCE))?.caseId).toBe('k-3-0-1')
    expect(one.store.isWhole()).toBe(false)
    one.log.damagedAfter = Number.POSITIVE_INFINITY
    expect(await wholeDigest(one)).toBe(await undisturbed())
    expect(one.host.opened).toBe(1)
    expect(one.states.at(-1)).toEqual({ phase: 'ready' })
  })

  it('a log that cannot be read where the checkpoint stands empties nothing', async () => {
    const first = open()
    await first.store.start()
    const digest = await wholeDigest(first)
    await first.store.close()
    first.log.damagedAfter = 100
    const second = open({ log: first.log, host: first.host, folder: first.folder })
    await second.store.start()
    expect(await wholeDigest(second)).toBe(digest)
    expect(whats(second.reports)).toEqual(['ready'])
  })

  it('a mistake in a question is told to who asked and ends no page', async () => {
    const one = open()
    await one.store.start()
    await wholeDigest(one)
    one.host.next('caseRow', failure('fault'))
    await expect(one.store.caseRow('k-3-0-1')).rejects.toMatchObject({ reason: 'fault' })
    expect(one.host.opened).toBe(1)
  })
})

describe('a question', () => {
  it('that needs a record waits until it is there', async () => {
    const log = new RecordsLog(life.slice(0, 599))
    const one = open({ log })
    await one.store.start()
    await wholeDigest(one)
    const last = life[599]
    if (!last) throw new Error('no record')
    const answer = one.store.eventsOf(last.stream, { after: 600, ...PATIENCE })
    log.records.push(last)
    one.store.follow([last])
    expect((await answer).at(-1)).toEqual(last)
  })

  it('is refused when the record does not come in time, when no page is open, and when the store is closed', async () => {
    const one = open()
    await expect(one.store.caseRow('k', { timeoutMs: 1 })).rejects.toMatchObject({ reason: 'not-open' })
    await one.store.start()
    await wholeDigest(one)
    await expect(one.store.caseRow('k', { after: 601, timeoutMs: 1 })).rejects.toMatchObject({ reason: 'behind' })
    expect(await one.store.waitFor(601, 1)).toBe(false)
    const waiting = one.store.caseRow('k', { after: 601, ...PATIENCE })
    const refused = expect(waiting).rejects.toBeInstanceOf(StoreUnavailable)
    await one.store.close()
    await refused
    await expect(one.store.caseRow('k')).rejects.toMatchObject({ reason: 'closed' })
  })

  it('about a stream gets its records as they stand in the log, and its version', async () => {
    const one = open()
    await one.store.start()
    const options = { after: life.length, ...PATIENCE }
    const streams = new Set(life.map(({ stream }) => stream))
    for (const stream of [...streams].slice(0, 12)) {
      const records = life.filter((recorded) => recorded.stream === stream)
      expect(await one.store.eventsOf(stream, options)).toEqual(records)
      expect(await one.store.streamVersion(stream, options)).toBe(records.length)
    }
    expect(await one.store.streamVersion('case-unknown', options)).toBe(0)
    expect(await one.store.streamVersion('queue-2024-01-0', options)).toBe(0)
  })

  it('about a long stream gets all of it', async () => {
    const record = life[0]
    if (!record) throw new Error('no record')
    const long = Array.from({ length: 1203 }, (_, index) => ({
      ...record,
      version: index + 1,
      position: { epoch: 'epoch-1', seq: index + 1 }
    }))
    const one = open({ log: new RecordsLog(long) })
    await one.store.start()
    expect(await one.store.eventsOf(record.stream, { after: 1203, ...PATIENCE })).toEqual(long)
  })
})

describe('progress', () => {
  it('is told from rebuilding to ready, upwards, and the start does not wait for it', async () => {
    const one = open()
    await one.store.start()
    expect(one.store.isWhole()).toBe(false)
    await one.store.waitFor(life.length, 20_000)
    expect(one.store.isWhole()).toBe(true)
    const done = one.states.flatMap((state) => (state.phase === 'rebuilding' ? [state.done] : []))
    expect(done.length).toBeGreaterThan(1)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(one.states.at(-1)).toEqual({ phase: 'ready' })
    expect(one.store.appliedSeq()).toBe(life.length)
  })

  it('is ready at once where there is nothing to read', async () => {
    const one = open({ log: new RecordsLog([]) })
    await one.store.start()
    await one.store.waitFor(0, 5000)
    expect(one.states).toEqual([{ phase: 'ready' }])
  })
})
