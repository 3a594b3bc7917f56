import type { Checkpoint } from './protocol.ts'
import type { StoreLog } from './pump.ts'
import { recordMark } from './recordMark.ts'

/**
 * How a checkpoint does not fit the log: of another epoch, of more records than there are, or with another record at
 * its place. `null`: it fits, and everything up to it need not be read again. A place of the log that cannot be read
 * proves nothing; then the working copy is the last that still has those records, and it stays.
 */
export async function otherLog(
  log: StoreLog,
  head: number,
  checkpoint: Checkpoint
): Promise<'epoch' | 'ahead' | 'mark' | null> {
  const { epoch, seq, hash } = checkpoint
  if (epoch !== log.epoch) return 'epoch'
  if (seq > head) return 'ahead'
  try {
    for await (const [recorded] of log.readFrom({ epoch, seq: seq - 1 }, { batch: 1, until: seq })) {
      if (recorded) return recordMark(recorded) === hash ? null : 'mark'
    }
  } catch {
    return null
  }
  return 'mark'
}
