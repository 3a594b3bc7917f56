import type { AppendResult, EventLog } from '../../shared/kernel/eventLog.ts'
import type { Commit, Position, Recorded } from '../../shared/kernel/messages.ts'
import { type Batch, makeBatch, type Waiting } from './batch.ts'
import { Batcher } from './batcher.ts'
import type { CommitMemory } from './commitMemory.ts'
import { freezeCommit, MAX_BATCH_BYTES } from './format.ts'
import type { MarkWriter } from './mark.ts'
import type { LogPlace } from './openLog.ts'
import { type ReadOptions, readRecords } from './reading.ts'
import { type LogBookmark, type SegmentInfo, type SegmentStart, segmentFile, segmentHeader } from './segments.ts'
import { Bell, follow, requirePosition } from './subscription.ts'
import type { SegmentWriter, WriteOutcome } from './writer.ts'

/** Size at which a segment is closed and the next one begun: about 27,000 records, read in a fifth of a second. */
const SEGMENT_BYTES = 16 * 1024 * 1024
/** How long the log rests before the mark of what is acknowledged is written. */
const MARK_AFTER_MS = 300
/** Records kept for those who follow the log closely; others read them from the files. */
const RECENT = 512

export interface FileLogSettings {
  /** Size in bytes at which the next segment is begun; 16 MiB unless told. */
  readonly segmentBytes?: number
  /**
   * Version of a stream that was not met since `from`: 0 for a stream that does not exist. What answers must have seen
   * everything up to `from`, and must reject as long as it has not. Needed only with `from`.
   */
  readonly resolveVersion?: (stream: string) => Promise<number>
  /** A place that is known to be good (of a snapshot): what lies before it is not read. */
  readonly from?: LogBookmark
  /** Milliseconds of rest before the mark is written; Infinity = only when the log is closed. */
  readonly markAfterMs?: number
}

/** What `openFileLog` found. */
export interface Opened {
  readonly end: LogBookmark
  readonly versions: Map<string, number>
  readonly commits: CommitMemory
  readonly segments: SegmentStart[]
  readonly marks: MarkWriter | null
  readonly writer: SegmentWriter
}

interface Append extends Waiting {
  readonly answer: (result: AppendResult) => void
}

/**
 * The log on this PC's disk: append-only segments, one line of JSON a record, a hash chain over all of them
 * (docs/decisions/0001-log-on-disk.md). Appends that wait while a sync is running are written and synced together;
 * every answer `ok` comes after the sync. Made by `openFileLog`.
 */
export class FileLog implements EventLog {
  readonly epoch: string
  private readonly place: LogPlace
  private readonly segmentBytes: number
  private readonly markAfterMs: number
  private readonly resolveVersion: FileLogSettings['resolveVersion']
  private readonly versions: Map<string, number>
  private readonly resolving = new Map<string, Promise<void>>()
  private readonly commits: CommitMemory
  private readonly inFlight = new Map<string, Promise<AppendResult>>()
  private readonly batcher: Batcher<Append>
  private readonly listeners: ((records: readonly Recorded[]) => void)[] = []
  private readonly news = new Bell()
  private readonly segmentStarts: SegmentStart[]
  private readonly marks: MarkWriter | null
  private readonly writer: SegmentWriter
  private markTimer: NodeJS.Timeout | undefined
  private recent: readonly Recorded[] = []
  private end: LogBookmark
  private state: 'open' | 'broken' | 'closed' = 'open'

  /** Use `openFileLog`. */
  constructor(options: FileLogSettings, place: LogPlace, opened: Opened) {
    this.place = place
    this.epoch = place.epoch
    this.segmentBytes = options.segmentBytes ?? SEGMENT_BYTES
    this.markAfterMs = options.markAfterMs ?? MARK_AFTER_MS
    this.resolveVersion = options.from ? options.resolveVersion : undefined
    this.end = opened.end
    this.versions = opened.versions
    this.commits = opened.commits
    this.segmentStarts = opened.segments
    this.marks = opened.marks
    this.writer = opened.writer
    this.batcher = new Batcher({
      weigh: (append) => append.frozen.bytes,
      limit: MAX_BATCH_BYTES,
      work: (appends) => this.write(appends)
    })
  }

  /**
   * See `EventLog.append`. Rejects with a TypeError or RangeError for a commit that cannot be a record (not JSON, longer
   * than 8 MiB). `unknown` also when the stream's version could not be found out: nothing was written then.
   */
  append(stream: string, expected: number, commit: Commit): Promise<AppendResult> {
    if (this.state === 'closed') return Promise.resolve({ ok: false, reason: 'forbidden' })
    const recorded = this.commits.find(stream, commit.commitId)
    if (recorded) return Promise.resolve({ ok: true, recorded })
    const key = `${commit.commitId} ${stream}`
    const inFlight = this.inFlight.get(key)
    if (inFlight !== undefined) return inFlight
    const promise = this.begin(stream, expected, commit)
    this.inFlight.set(key, promise)
    const done = (): boolean => this.inFlight.delete(key)
    promise.then(done, done)
    return promise
  }

  /**
   * The listener gets the records of each sync, in order, before their appends are answered. It must not throw: what it
   * throws becomes an uncaught exception, because views that miss a record are wrong from then on.
   */
  onDurable(listener: (records: readonly Recorded[]) => void): void {
    this.listeners.push(listener)
  }

  /** See `EventLog.subscribe`. Throws `UnknownPosition` at the first step when this log has no such position. */
  subscribe(options: Parameters<EventLog['subscribe']>[0]): AsyncIterable<Recorded> {
    return follow(
      {
        epoch: this.epoch,
        lastSeq: () => this.end.seq,
        isClosed: () => this.state === 'closed',
        after: (seq) => this.after(seq),
        news: this.news
      },
      options
    )
  }

  head(): Promise<Position> {
    return Promise.resolve({ epoch: this.epoch, seq: this.end.seq })
  }

  /** The end of what is durable, for a snapshot: `openFileLog({ from })` starts reading there. */
  bookmark(): LogBookmark {
    return this.end
  }

  /**
   * Durable records after `from` (from the first one on without it), verified, in batches. Throws `LogDamaged`, and
   * `UnknownPosition` for a position the log does not have.
   */
  async *readFrom(from?: Position | LogBookmark, options: ReadOptions = {}): AsyncGenerator<readonly Recorded[], void> {
    const position = from ?? { epoch: this.epoch, seq: 0 }
    requirePosition(position, this.end)
    yield* readRecords(
      { place: this.place, end: () => this.end, firstSeqs: () => this.segmentStarts },
      position,
      options
    )
  }

  /** All segments, oldest first. */
  segments(): SegmentInfo[] {
    return this.segmentStarts.map(({ segment, firstSeq, bytes }, index) => {
      const next = this.segmentStarts[index + 1]
      const sealed = next !== undefined
      const lastSeq = next ? next.firstSeq - 1 : this.end.seq
      return { segment, file: segmentFile(segment), firstSeq, lastSeq, bytes: sealed ? bytes : this.end.offset, sealed }
    })
  }

  /** Every record known of this commit id: what a command that is sent again is answered with, before it is decided. */
  recall(commitId: string): readonly Recorded[] {
    return this.commits.recall(commitId)
  }

  /** Versions as of the place where reading began (a snapshot's); streams met since then keep theirs. */
  primeVersions(versions: Iterable<readonly [string, number]>): void {
    for (const [stream, version] of versions) if (!this.versions.has(stream)) this.versions.set(stream, version)
  }

  /** Records from before the place where reading began, oldest first, so that their commits are still recognised. */
  primeCommits(records: Iterable<Recorded>): void {
    this.commits.prime(records)
  }

  /** True after a failed sync or write: every append is `forbidden` until the log is opened again. */
  isBroken(): boolean {
    return this.state === 'broken'
  }

  /** Writes the mark of what is acknowledged now; otherwise that happens after a short rest and when closing. */
  settle(): Promise<void> {
    clearTimeout(this.markTimer)
    const { epoch, segment, offset, seq } = this.end
    return this.marks?.write({ epoch, segment, bytes: offset, seq }) ?? Promise.resolve()
  }

  /** Answers what has been handed over, then refuses everything; those who follow the log come to its end. */
  async close(): Promise<void> {
    if (this.state === 'closed') return
    this.state = 'closed'
    await this.batcher.idle()
    await this.settle()
    await this.marks?.close()
    this.writer.close()
    this.news.ring()
  }

  private async begin(stream: string, expected: number, commit: Commit): Promise<AppendResult> {
    const frozen = freezeCommit(stream, commit)
    if (this.resolveVersion && !this.versions.has(stream)) {
      try {
        await this.findVersion(stream, this.resolveVersion)
      } catch {
        return { ok: false, reason: 'unknown' }
      }
    }
    if (this.state !== 'open') return { ok: false, reason: 'forbidden' }
    return new Promise((answer) => this.batcher.add({ stream, expected, frozen, answer }))
  }

  /** Asks once however many appends wait for it; nothing is appended to the stream meanwhile. */
  private findVersion(stream: string, resolve: (stream: string) => Promise<number>): Promise<void> {
    const asked = this.resolving.get(stream)
    if (asked !== undefined) return asked
    const asking = resolve(stream)
      .then((version) => this.primeVersions([[stream, version]]))
      .finally(() => this.resolving.delete(stream))
    this.resolving.set(stream, asking)
    return asking
  }

  private async write(appends: readonly Append[]): Promise<void> {
    if (this.state === 'broken') return answerAll(appends, 'forbidden')
    try {
      let outcome = this.rollIfDue()
      if (outcome === 'durable') {
        const batch = makeBatch(appends, this.end, (stream) => this.versions.get(stream) ?? 0)
        if (batch.accepted.length > 0) outcome = await this.writer.commit(batch.bytes)
        if (outcome === 'durable') return this.publish(batch)
      }
      if (outcome === 'broken') this.breakDown()
      answerAll(appends, outcome === 'full' ? 'full' : 'unknown')
    } catch (error) {
      this.breakDown()
      answerAll(appends, 'unknown')
      rethrowLater(error)
    }
  }

  private publish(batch: Batch<Append>): void {
    const records = batch.accepted.map(({ recorded }) => recorded)
    const last = records.at(-1)
    if (last) {
      const { segment, length } = this.writer
      this.end = { epoch: this.epoch, segment, offset: length, seq: last.position.seq, hash: batch.hash }
      for (const { stream, version } of records) this.versions.set(stream, version)
      this.commits.remember(records)
      this.recent = [...this.recent, ...records].slice(-RECENT)
      for (const listener of this.listeners) tell(listener, records)
      this.markLater()
    }
    for (const { waiting, recorded } of batch.accepted) waiting.answer({ ok: true, recorded })
    answerAll(batch.conflicts, 'conflict')
    if (last) this.news.ring()
  }

  private rollIfDue(): WriteOutcome {
    const { segment, offset, seq, hash } = this.end
    const current = this.segmentStarts.at(-1)
    if (offset < this.segmentBytes || !current || seq < current.firstSeq) return 'durable'
    const header = segmentHeader(this.epoch, segment + 1, seq + 1, hash)
    const outcome = this.writer.roll(header.bytes)
    if (outcome !== 'durable') return outcome
    this.segmentStarts.splice(
      -1,
      1,
      { ...current, bytes: offset },
      { segment: segment + 1, firstSeq: seq + 1, bytes: 0 }
    )
    this.end = { ...this.end, segment: segment + 1, offset: header.bytes.length, hash: header.hash }
    return outcome
  }

  private breakDown(): void {
    if (this.state === 'open') this.state = 'broken'
  }

  private markLater(): void {
    clearTimeout(this.markTimer)
    if (!Number.isFinite(this.markAfterMs)) return
    this.markTimer = setTimeout(() => void this.settle(), this.markAfterMs).unref()
  }

  private async *after(seq: number): AsyncGenerator<readonly Recorded[], void> {
    const first = this.recent[0]?.position.seq
    if (first !== undefined && first <= seq + 1) yield this.recent.slice(seq + 1 - first)
    else yield* this.readFrom({ epoch: this.epoch, seq })
  }
}

function answerAll(appends: readonly Append[], reason: 'conflict' | 'unknown' | 'forbidden' | 'full'): void {
  for (const append of appends) append.answer({ ok: false, reason })
}

function tell(listener: (records: readonly Recorded[]) => void, records: readonly Recorded[]): void {
  try {
    listener(records)
  } catch (error) {
    rethrowLater(error)
  }
}

/** The record is durable and its sender must be answered; the mistake comes up as an uncaught exception. */
function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
