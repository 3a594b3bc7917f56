import type { StopSignal } from '../../shared/kernel/eventLog.ts'
import type { Position, Recorded } from '../../shared/kernel/messages.ts'
import { Bell } from '../log/subscription.ts'
import type { PageLife } from './pageLife.ts'
import { recordMark } from './recordMark.ts'

/** What the working copy needs of the log. */
export interface StoreLog {
  readonly epoch: string
  head(): Promise<Position>
  /** Durable records after `from`, in order, in batches; may end before records that became durable meanwhile. */
  readFrom(
    from: Position,
    options: { readonly batch?: number; readonly until?: number; readonly signal?: StopSignal }
  ): AsyncIterable<readonly Recorded[]>
}

/**
 * Records of one transaction. Copying a hundred of the largest to the page holds main for two milliseconds; a thousand
 * would be hardly faster and hold it, and every question to the page, ten times as long.
 */
const BATCH = 100
/** Batches on their way: the page folds one while main reads the next. */
const IN_FLIGHT = 3
/** Live records kept in memory; whoever is further behind reads them from the log again. */
const KEPT = 2000
/** A batch that takes longer than this never comes: measured are milliseconds, and seconds on a bad disk. */
const APPLY_TIMEOUT_MS = 60_000

/**
 * Brings records from the log to the page, in order and without a hole: those before now from the log's files, those of
 * now as they are handed over. Knows one page at a time.
 */
export class Pump {
  /** Sequence number of the last record known to be durable. */
  head = 0
  private readonly log: StoreLog
  private readonly news = new Bell()
  private live: Recorded[] = []

  constructor(log: StoreLog) {
    this.log = log
  }

  /** Durable records, in order. */
  follow(records: readonly Recorded[]): void {
    const last = records.at(-1)
    if (!last) return
    this.head = Math.max(this.head, last.position.seq)
    this.live = this.live.length + records.length > KEPT ? [] : [...this.live, ...records]
    this.news.ring()
  }

  /**
   * Feeds a page that stands at `from` until the signal aborts. Rejects when a batch fails or the log cannot be read.
   *
   * @param applied called with the sequence number the page has reached, after each batch
   */
  async run(life: PageLife, from: number, applied: (seq: number) => void, signal: AbortSignal): Promise<void> {
    const window = new Window(life, applied)
    let sent = from
    signal.addEventListener('abort', () => this.news.ring(), { once: true })
    const send = async (records: readonly Recorded[]): Promise<void> => {
      await window.send(records)
      sent = records.at(-1)?.position.seq ?? sent
    }
    while (!signal.aborted) {
      const live = this.takeLive(sent)
      if (live.length > 0) await send(live)
      else if (sent < this.head) {
        const position = { epoch: this.log.epoch, seq: sent }
        for await (const records of this.log.readFrom(position, { batch: BATCH, signal })) await send(records)
        // A log that holds less than it announced is being closed; nothing more will come of asking again at once.
        if (sent === position.seq && !signal.aborted) await Promise.race([this.news.next(), window.failed])
      } else await Promise.race([this.news.next(), window.failed])
    }
  }

  /** Live records that follow on `sent`, one batch of them; none when there is a gap, which the log fills. */
  private takeLive(sent: number): readonly Recorded[] {
    const start = this.live.findIndex((recorded) => recorded.position.seq > sent)
    const first = this.live[start]
    if (!first) {
      this.live = []
      return []
    }
    if (first.position.seq !== sent + 1) return []
    const batch = this.live.slice(start, start + BATCH)
    this.live = this.live.slice(start + BATCH)
    return batch
  }
}

/** A bounded number of batches on their way to one page. */
class Window {
  /** Rejects with the first batch that fails; never resolves. */
  readonly failed: Promise<never>
  private readonly life: PageLife
  private readonly applied: (seq: number) => void
  private readonly onTheirWay = new Set<Promise<void>>()
  private fail: (error: unknown) => void = () => undefined

  constructor(life: PageLife, applied: (seq: number) => void) {
    this.life = life
    this.applied = applied
    this.failed = new Promise<never>((_resolve, reject) => {
      this.fail = reject
    })
    // Looked at in every step; a failure in between is not one that nobody handles.
    this.failed.catch(() => undefined)
  }

  /** Resolves when there is room for the next batch. */
  async send(records: readonly Recorded[]): Promise<void> {
    const last = records.at(-1)
    if (!last) return
    const done = this.life.call('apply', { records, hash: recordMark(last) }, APPLY_TIMEOUT_MS).then(
      (checkpoint) => this.applied(checkpoint?.seq ?? 0),
      (error: unknown) => this.fail(error)
    )
    this.onTheirWay.add(done)
    void done.then(() => this.onTheirWay.delete(done))
    await Promise.race([this.failed, this.onTheirWay.size < IN_FLIGHT ? undefined : Promise.race(this.onTheirWay)])
  }
}
