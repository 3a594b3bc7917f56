import { createHash } from 'node:crypto'
import type { Recorded } from '../../shared/kernel/messages.ts'

/**
 * What tells a record from any other that might stand at its place: kept in the checkpoint, compared at the next start.
 * A log that was swapped underneath, even one with the same epoch, is noticed by it. Hex, SHA-256.
 */
export function recordMark({ stream, version, position, commit }: Recorded): string {
  const text = JSON.stringify([
    position.epoch,
    position.seq,
    stream,
    version,
    commit.commitId,
    commit.meta.at,
    commit.events
  ])
  return createHash('sha256').update(text).digest('hex')
}
