import type { StoreLog } from '../../../electron/store/pump.ts'
import type { Recorded } from '../../../shared/kernel/messages.ts'

/** A log that holds these records; more can be added. */
export class RecordsLog implements StoreLog {
  readonly epoch: string
  readonly records: Recorded[]
  /** How often it was read, and from where. */
  readonly readsFrom: number[] = []

  /** Reading fails behind this record, as where a file is damaged. */
  damagedAfter = Number.POSITIVE_INFINITY

  constructor(records: readonly Recorded[], epoch = 'epoch-1') {
    this.epoch = epoch
    this.records = [...records]
  }

  head(): Promise<{ epoch: string; seq: number }> {
    return Promise.resolve({ epoch: this.epoch, seq: this.records.length })
  }

  async *readFrom(
    from: { seq: number },
    { batch = 500, until = Number.POSITIVE_INFINITY }: { batch?: number; until?: number }
  ): AsyncGenerator<readonly Recorded[]> {
    this.readsFrom.push(from.seq)
    for (let at = from.seq; at < Math.min(until, this.records.length); at += batch) {
      await new Promise((resolve) => setImmediate(resolve))
      if (at + batch > this.damagedAfter) throw new Error('damaged')
      yield this.records.slice(at, Math.min(at + batch, until))
    }
  }
}
