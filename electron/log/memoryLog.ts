import type { AppendResult, EventLog } from '../../shared/kernel/eventLog.ts'
import type { Commit, Position, Recorded } from '../../shared/kernel/messages.ts'
import { freezeCommit } from './format.ts'
import { Bell, follow } from './subscription.ts'

type Reason = Exclude<AppendResult, { ok: true }>['reason']

/** A log that lasts as long as the process: for tests of what stands above the log. Keeps the same contract as the files. */
export class MemoryLog implements EventLog {
  readonly epoch: string
  private readonly records: Recorded[] = []
  private readonly versions = new Map<string, number>()
  private readonly byCommit = new Map<string, Recorded>()
  private readonly listeners: ((records: readonly Recorded[]) => void)[] = []
  private readonly news = new Bell()
  private refusals: Reason[] = []
  private closed = false

  constructor(epoch = 'memory') {
    this.epoch = epoch
  }

  async append(stream: string, expected: number, commit: Commit): Promise<AppendResult> {
    const frozen = freezeCommit(stream, commit)
    if (this.closed) return { ok: false, reason: 'forbidden' }
    const key = `${commit.commitId} ${stream}`
    const first = this.byCommit.get(key)
    if (first) return { ok: true, recorded: first }
    const refusal = this.refusals.shift()
    if (refusal) return { ok: false, reason: refusal }
    const version = this.versions.get(stream) ?? 0
    if (version !== expected) return { ok: false, reason: 'conflict' }
    const position = { epoch: this.epoch, seq: this.records.length + 1 }
    const recorded = { stream, version: version + 1, position, commit: frozen.commit }
    this.records.push(recorded)
    this.versions.set(stream, recorded.version)
    this.byCommit.set(key, recorded)
    for (const listener of this.listeners) listener([recorded])
    this.news.ring()
    return { ok: true, recorded }
  }

  /** The next appends that would write are refused like this, one each; nothing is kept of them. */
  refuseNext(...reasons: Reason[]): void {
    this.refusals.push(...reasons)
  }

  /** The listener gets each record before its append is answered. */
  onDurable(listener: (records: readonly Recorded[]) => void): void {
    this.listeners.push(listener)
  }

  subscribe(options: Parameters<EventLog['subscribe']>[0]): AsyncIterable<Recorded> {
    return follow(
      {
        epoch: this.epoch,
        lastSeq: () => this.records.length,
        isClosed: () => this.closed,
        after: (seq) => this.after(seq),
        news: this.news
      },
      options
    )
  }

  head(): Promise<Position> {
    return Promise.resolve({ epoch: this.epoch, seq: this.records.length })
  }

  /** Everything that was recorded, in order. */
  all(): readonly Recorded[] {
    return this.records
  }

  async close(): Promise<void> {
    this.closed = true
    this.news.ring()
  }

  private async *after(seq: number): AsyncGenerator<readonly Recorded[], void> {
    yield this.records.slice(seq)
  }
}
