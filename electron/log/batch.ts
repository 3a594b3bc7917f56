import type { Recorded } from '../../shared/kernel/messages.ts'
import { type FrozenCommit, recordLine } from './format.ts'

/** An append that waits for its turn. */
export interface Waiting {
  readonly stream: string
  readonly expected: number
  readonly frozen: FrozenCommit
}

/** Where the log stands: the last durable record, and the hash of the last line. */
export interface LogEnd {
  readonly epoch: string
  readonly seq: number
  readonly hash: string
}

export interface Batch<W extends Waiting> {
  readonly bytes: Buffer
  /** Hash of the last line. */
  readonly hash: string
  readonly accepted: readonly { readonly waiting: W; readonly recorded: Recorded }[]
  /** Their stream had moved on, in the log or earlier in this batch. */
  readonly conflicts: readonly W[]
}

/** Gives the appends that fit their places in the log, in their order, and writes their lines. Changes nothing. */
export function makeBatch<W extends Waiting>(
  waiting: readonly W[],
  end: LogEnd,
  versionOf: (stream: string) => number
): Batch<W> {
  const versions = new Map<string, number>()
  const lines: string[] = []
  const accepted: { waiting: W; recorded: Recorded }[] = []
  const conflicts: W[] = []
  let { hash, seq } = end
  for (const one of waiting) {
    const { stream, expected, frozen } = one
    if ((versions.get(stream) ?? versionOf(stream)) !== expected) {
      conflicts.push(one)
      continue
    }
    seq += 1
    const version = expected + 1
    const line = recordLine({ seq, stream, version, synced: end.seq, prev: hash }, frozen)
    lines.push(line.text)
    hash = line.hash
    versions.set(stream, version)
    const position = { epoch: end.epoch, seq }
    accepted.push({ waiting: one, recorded: { stream, version, position, commit: frozen.commit } })
  }
  return { bytes: Buffer.from(lines.join('')), hash, accepted, conflicts }
}
