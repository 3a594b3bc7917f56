import { Dexie } from 'dexie'
import type { InputOf, OutputOf, StoreAnswer, StoreCallName, StoreRequest } from '../protocol.ts'
import { applyBatch } from './applyBatch.ts'
import { caseById, type IndexedDbEnv, readCheckpoint, type StoreDb, storeDatabase, wipe } from './database.ts'
import { digest } from './digest.ts'
import { failureOf } from './failure.ts'
import { casesByIdNumber, searchCases } from './searchCases.ts'

/** Rows of one question at most, whatever was asked for: what main has to take in at once. */
const MOST_ROWS = 5000

type Handlers = { readonly [K in StoreCallName]: (db: StoreDb, input: InputOf<K>) => Promise<OutputOf<K>> }

const handlers: Handlers = {
  hello: () => Promise.resolve(null),
  open: async (db) => {
    if (!db.isOpen()) await db.open()
    const checkpoint = await readCheckpoint(db)
    if (checkpoint) return { epoch: checkpoint.epoch, seq: checkpoint.seq, hash: checkpoint.hash }
    // Empty, or of another shape of rows; the latter must not be mixed with new ones.
    if (await db.meta.get('checkpoint')) await wipe(db)
    return null
  },
  apply: (db, batch) => applyBatch(db, batch),
  wipe: (db) => wipe(db).then(() => null),
  digest: (db) => digest(db),
  searchCases: (db, { text, limit }) => searchCases(db, text, atMost(limit)),
  casesByIdNumber: (db, { idNumber, limit }) => casesByIdNumber(db, idNumber, atMost(limit)),
  caseRow: async (db, { caseId }) => (await caseById(db, caseId)) ?? null,
  eventsOf: (db, { stream, afterVersion, limit }) =>
    db.events
      .where('[stream+version]')
      .between([stream, afterVersion], [stream, Dexie.maxKey], false, true)
      .limit(atMost(limit))
      .toArray(),
  documentRow: async (db, { docId }) => (await db.documents.get(docId)) ?? null,
  documentsOfCase: async (db, { caseId, limit }) => {
    const rows = await db.documents.where('caseId').equals(caseId).limit(atMost(limit)).toArray()
    return rows.sort((a, b) => compare(a.issuedAt, b.issuedAt) || compare(a.docId, b.docId))
  },
  ticketsOf: async (db, { date, limit }) => {
    const rows = await db.tickets.where('date').equals(date).limit(atMost(limit)).toArray()
    return rows.sort((a, b) => compare(a.issuedAt, b.issuedAt) || compare(a.no, b.no))
  },
  streamVersion: async (db, { stream }) => {
    const keys = db.events.where('[stream+version]').between([stream, 0], [stream, Dexie.maxKey])
    const [last] = await keys.reverse().limit(1).primaryKeys()
    return last?.[1] ?? 0
  }
}

const atMost = (limit: number): number => Math.min(limit, MOST_ROWS)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One end of a MessagePort, as far as it is used here. */
export interface ServedPort {
  onmessage: ((message: MessageEvent<StoreRequest>) => void) | null
  postMessage(answer: StoreAnswer): void
}

/**
 * Answers what main asks on a port. Changes run one after another, each with one transaction open, so that a question
 * waits for one batch at most.
 */
export function serve(port: ServedPort, env: IndexedDbEnv, name?: string): void {
  const db = storeDatabase(env, name)
  let inUse = false
  // Dexie says so of a database that it closes itself, too: one that did not open, one that is being wiped.
  db.on('close', () => {
    if (inUse) port.postMessage(failed(0, new Dexie.DatabaseClosedError('closed from outside')))
  })
  const change = async (request: StoreRequest): Promise<StoreAnswer> => {
    if (request.call !== 'apply') inUse = false
    const answer = await answerOf(db, request)
    inUse = answer.ok || request.call === 'apply'
    return answer
  }
  let changes: Promise<unknown> = Promise.resolve()
  port.onmessage = ({ data }) => {
    const changing = data.call === 'apply' || data.call === 'wipe' || data.call === 'open'
    const answer = changing ? changes.then(() => change(data)) : answerOf(db, data)
    if (changing) changes = answer
    void answer.then((value) => port.postMessage(value))
  }
}

/** Never rejects: whatever goes wrong is the answer. */
async function answerOf(db: StoreDb, request: StoreRequest): Promise<StoreAnswer> {
  try {
    const handler = handlers[request.call] as (db: StoreDb, input: unknown) => Promise<unknown>
    return { n: request.n, ok: true, value: await handler(db, request.input) }
  } catch (error) {
    return failed(request.n, error)
  }
}

const failed = (n: number, error: unknown): StoreAnswer => ({ n, ok: false, failure: failureOf(error) })
