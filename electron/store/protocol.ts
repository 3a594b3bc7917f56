import type { Recorded } from '../../shared/kernel/messages.ts'

/** What main and the hidden store page say to each other over their MessagePort. Requests carry an `n` that the answer repeats. */

/** Where the working copy stands. `null` seq 0 = empty. */
export interface Checkpoint {
  readonly epoch: string
  readonly seq: number
  /** Hash of the record at `seq`, so that a log that was swapped underneath is noticed. */
  readonly hash: string
}

export interface StoreBatch {
  readonly records: readonly Recorded[]
  /** Hash of the last record of the batch. */
  readonly hash: string
}
