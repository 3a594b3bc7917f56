import { Dexie, type Table } from 'dexie'
import type { Recorded } from '../../../shared/kernel/messages.ts'
import type { CaseKeysRow, CaseRow, DocumentRow, TicketRow } from '../../../shared/projections/rows/rows.ts'
import type { Checkpoint } from '../protocol.ts'

/**
 * Raise when rows are folded otherwise or look otherwise than before. A database with another number counts as empty
 * and is made anew from the log: nothing here is ever migrated.
 */
export const ROWS_SHAPE = 3

/** Name of the database. Chromium keeps data by origin and name. */
export const DATABASE_NAME = 'working-copy'

export interface CheckpointRow extends Checkpoint {
  readonly key: 'checkpoint'
  readonly shape: number
}

/** What IndexedDB is here: the browser's own, or one in memory. */
export interface IndexedDbEnv {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

export interface StoreDb extends Dexie {
  readonly events: Table<Recorded, [string, number]>
  readonly tickets: Table<TicketRow, string>
  readonly cases: Table<CaseRow, number>
  readonly caseKeys: Table<CaseKeysRow, number>
  readonly documents: Table<DocumentRow, string>
  readonly meta: Table<CheckpointRow, string>
}

/**
 * The tables of the working copy, not yet opened. Durability is `relaxed`: no sync a commit, because the log is the
 * truth and whatever a power cut takes from here is read from there again. Dexie's cache of query results is off: one
 * page asks, and main decides what is shown.
 */
export function storeDatabase(env: IndexedDbEnv, name: string = DATABASE_NAME): StoreDb {
  const db = new Dexie(name, {
    indexedDB: env.indexedDB,
    IDBKeyRange: env.IDBKeyRange,
    chromeTransactionDurability: 'relaxed',
    cache: 'disabled',
    autoOpen: false
  }) as StoreDb
  db.version(1).stores({
    events: '[stream+version]',
    tickets: 'ticketId, date',
    cases: 'receivedSeq, caseId, caseNo',
    caseKeys: 'order, *keys',
    documents: 'docId, caseId',
    meta: 'key'
  })
  return db
}

/** A case by its id. Its key is its place in time instead, so that what a search finds is read without a detour. */
export const caseById = (db: StoreDb, caseId: string): Promise<CaseRow | undefined> =>
  db.cases.where('caseId').equals(caseId).first()

/** Where the working copy stands; `null` when it is empty or of another shape. */
export async function readCheckpoint(db: StoreDb): Promise<CheckpointRow | null> {
  const row = await db.meta.get('checkpoint')
  return row?.shape === ROWS_SHAPE ? row : null
}

/** Empties the database by deleting and creating it, which takes the same time however much was in it. */
export async function wipe(db: StoreDb): Promise<void> {
  await db.delete({ disableAutoOpen: false })
  await db.open()
}
