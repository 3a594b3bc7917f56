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
const KEPT = 500
/** A batch that takes longer than this never comes: measured are milliseconds, and seconds on a bad disk. */
const APPLY_TIMEOUT_MS = 60_000

/** The log could not be read on; what the page holds is still good. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause))
    this.name = 'LogUnreadable'
  }
}

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
   * Feeds a page that stands at `from` until the signal aborts. Rejects when a batch fails, and with `LogUnreadable`
   * once everything that could be read has arrived.
   *
   * @param applied called with the sequence number the page has reached, after each batch
   */
  async run(life: PageLife, from: number, applied: (seq: number) => void, signal: AbortSignal): Promise<void> {
    const window = new Window(life, applied)
    const wake = (): void => this.news.ring()
    signal.addEventListener('abort', wake)
    try {
      for (let sent = from; !signal.aborted; ) sent = await this.step(window, sent, signal)
    } finally {
      signal.removeEventListener('abort', wake)
    }
  }

  /** Sends what comes after `sent`, or waits for news when there is nothing; gives the last record sent. */
  private async step(window: Window, sent: number, signal: AbortSignal): Promise<number> {
    const live = this.takeLive(sent)
    if (live.length > 0) return window.send(live)
    let last = sent
    if (sent < this.head) {
      for await (const records of this.read(sent, window, signal)) last = await window.send(records)
    }
    // A log that holds less than it announced is being closed; nothing more will come of asking again at once.
    if (last === sent && !signal.aborted) await Promise.race([this.news.next(), window.failed])
    return last
  }

  private async *read(seq: number, window: Window, signal: AbortSignal): AsyncGenerator<readonly Recorded[], void> {
    try {
      yield* this.log.readFrom({ epoch: this.log.epoch, seq }, { batch: BATCH, signal })
    } catch (error) {
      await window.arrived()
      throw new LogUnreadable(error)
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

  /** Resolves when all that was sent is answered; rejects when one of them fails. */
  async arrived(): Promise<void> {
    await Promise.race([this.failed, Promise.all(this.onTheirWay)])
  }

  /** Resolves with the last sequence number of the batch when there is room for the next one. */
  async send(records: readonly Recorded[]): Promise<number> {
    const last = records.at(-1)
    if (!last) throw new RangeError('an empty batch')
    const done = this.life.call('apply', { records, hash: recordMark(last) }, APPLY_TIMEOUT_MS).then(
      (checkpoint) => this.applied(checkpoint?.seq ?? 0),
      (error: unknown) => this.fail(error)
    )
    this.onTheirWay.add(done)
    void done.then(() => this.onTheirWay.delete(done))
    await Promise.race([this.failed, this.onTheirWay.size < IN_FLIGHT ? undefined : Promise.race(this.onTheirWay)])
    return last.position.seq
  }
}
