import type { EventLog } from '../../shared/kernel/eventLog.ts'
import type { Position, Recorded } from '../../shared/kernel/messages.ts'

type SubscribeOptions = Parameters<EventLog['subscribe']>[0]

/** Wakes everybody who waits for news. */
export class Bell {
  private waiting: (() => void)[] = []

  ring(): void {
    const woken = this.waiting
    this.waiting = []
    for (const wake of woken) wake()
  }

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}

/** What a log offers to those who follow it. */
export interface Followed {
  readonly epoch: string
  /** Sequence number of the last durable record. */
  lastSeq(): number
  isClosed(): boolean
  /** Durable records after this one, in order; may end before the last one. */
  after(seq: number): AsyncIterable<readonly Recorded[]>
  /** Rings when records became durable and when the log is closed. */
  readonly news: Bell
}

/**
 * A position that this log does not have: of another epoch, or behind its end. Whoever holds it has seen a log that was
 * lost or replaced, and must rebuild what it made of it.
 */
export class UnknownPosition extends Error {
  constructor(position: Position, head: Position) {
    super(`no position ${position.epoch}/${position.seq} in a log that stands at ${head.epoch}/${head.seq}`)
    this.name = 'UnknownPosition'
  }
}

export function requirePosition(position: Position, head: Position): void {
  if (position.epoch !== head.epoch || position.seq > head.seq || position.seq < 0) {
    throw new UnknownPosition(position, head)
  }
}

/** `case/7` is that stream; a trailing star stands for any ending: `case/*` are all streams that begin with `case/`. */
export function streamMatches(pattern: string, stream: string): boolean {
  return pattern.endsWith('*') ? stream.startsWith(pattern.slice(0, -1)) : stream === pattern
}

/**
 * `EventLog.subscribe` over any log. Holds nothing for a slow reader: it goes on from where it is. Ends when the signal
 * aborts or the log is closed. Throws `UnknownPosition` at the first step for a position the log does not have.
 */
export async function* follow(log: Followed, options: SubscribeOptions): AsyncGenerator<Recorded> {
  const { from, streams = '*', signal } = options
  if (from) requirePosition(from, { epoch: log.epoch, seq: log.lastSeq() })
  let seq = from?.seq ?? 0
  signal?.addEventListener('abort', () => log.news.ring())
  for (;;) {
    while (seq < log.lastSeq()) {
      for await (const records of log.after(seq)) {
        for (const recorded of records) {
          if (signal?.aborted) return
          seq = recorded.position.seq
          if (streamMatches(streams, recorded.stream)) yield recorded
        }
      }
    }
    if (signal?.aborted || log.isClosed()) return
    await log.news.next()
  }
}
