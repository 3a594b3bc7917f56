import type { Commit, Position, Recorded } from './messages.ts'

/**
 * `ok: true` means durable. `conflict`: the stream has moved on, fold what is new and decide again. `unknown`: a
 * time-out, send the same commit again, it lands once. `full`: no room on the disk; nothing was kept. `forbidden`: the
 * log is closed or damaged.
 */
export type AppendResult =
  | { readonly ok: true; readonly recorded: Recorded }
  | { readonly ok: false; readonly reason: 'conflict' | 'unknown' | 'offline' | 'forbidden' | 'full' }

/** The part of an AbortSignal that is needed here (`shared/` knows no DOM types; a real AbortSignal fits). */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

/** The truth. One implementation writes files on this PC; another will be a stream of the hall's engine. */
export interface EventLog {
  /**
   * Appends one commit to a stream that must stand at version `expected` (0 = the stream does not exist yet).
   * A `commitId` that the log still remembers for this stream is answered with its first record and not written again.
   */
  append(stream: string, expected: number, commit: Commit): Promise<AppendResult>
  /** Records after `from` in order, then, as they become durable, the ones that follow; ends when `signal` aborts. */
  subscribe(options: { from?: Position; streams?: string; signal?: StopSignal }): AsyncIterable<Recorded>
  /** Position of the last durable record. */
  head(): Promise<Position>
}
