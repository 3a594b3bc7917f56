import { keysOfName } from '../../../shared/projections/rows/caseKeys.ts'
import { foldRows, rowsNeeded } from '../../../shared/projections/rows/rowBatch.ts'
import type { Checkpoint, StoreBatch } from '../protocol.ts'
import { type CheckpointRow, caseById, ROWS_SHAPE, readCheckpoint, type StoreDb } from './database.ts'

/** A batch that does not follow on the checkpoint would leave a hole in every view. */
export class BatchGap extends Error {
  constructor(wanted: number, got: number) {
    super(`batch starts at ${got}, the working copy wants ${wanted}`)
    this.name = 'BatchGap'
  }
}

/**
 * Folds a batch in: rows, events and checkpoint in one transaction, so that a crash leaves all of it or none and replay
 * is exact. Records up to the checkpoint are passed over; a batch applied twice is applied once.
 *
 * @returns the checkpoint after it
 * @throws BatchGap when records are missing between the checkpoint and the batch, or it is of another epoch
 */
export async function applyBatch(
  db: StoreDb,
  batch: StoreBatch,
  namedKeys: (name: string) => readonly string[] = rememberedKeys
): Promise<Checkpoint | null> {
  const tables = [db.events, db.tickets, db.cases, db.caseKeys, db.documents, db.meta]
  return db.transaction('rw', tables, async () => {
    const checkpoint = await readCheckpoint(db)
    const seq = checkpoint?.seq ?? 0
    const records = batch.records.filter((recorded) => recorded.position.seq > seq)
    const [first, last] = [records[0], records.at(-1)]
    if (!first || !last) return checkpoint && plain(checkpoint)
    const { epoch } = last.position
    if (first.position.seq !== seq + 1 || (checkpoint && checkpoint.epoch !== epoch)) {
      throw new BatchGap(seq + 1, first.position.seq)
    }
    const ids = rowsNeeded(records)
    const [tickets, cases, documents] = await Promise.all([
      ids.tickets.length > 0 ? db.tickets.bulkGet([...ids.tickets]) : [],
      Promise.all(ids.cases.map((caseId) => caseById(db, caseId))),
      ids.documents.length > 0 ? db.documents.bulkGet([...ids.documents]) : []
    ])
    const after = foldRows(records, ids, { tickets, cases, documents }, namedKeys)
    const next: CheckpointRow = {
      key: 'checkpoint',
      shape: ROWS_SHAPE,
      epoch,
      seq: last.position.seq,
      hash: batch.hash
    }
    await Promise.all([
      db.events.bulkPut(records),
      after.tickets.length > 0 && db.tickets.bulkPut(after.tickets),
      after.cases.length > 0 && db.cases.bulkPut(after.cases),
      after.caseKeys.length > 0 && db.caseKeys.bulkPut(after.caseKeys),
      after.documents.length > 0 && db.documents.bulkPut(after.documents),
      db.meta.put(next)
    ])
    return plain(next)
  })
}

function plain({ epoch, seq, hash }: CheckpointRow): Checkpoint {
  return { epoch, seq, hash }
}

/** Names repeat, and reading one as pinyin takes about 50 µs. */
const NAMES_REMEMBERED = 20_000
const remembered = new Map<string, readonly string[]>()

function rememberedKeys(name: string): readonly string[] {
  const known = remembered.get(name)
  if (known) return known
  const keys = keysOfName(name)
  if (remembered.size >= NAMES_REMEMBERED) remembered.clear()
  remembered.set(name, keys)
  return keys
}
