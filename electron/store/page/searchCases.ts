import { KEY, numberKey } from '../../../shared/projections/rows/caseKeys.ts'
import type { CaseRow } from '../../../shared/projections/rows/rows.ts'
import { type Lookup, searchPlan } from '../../../shared/projections/rows/searchPlan.ts'
import type { StoreDb } from './database.ts'

/**
 * Entries of an index read for a beginning that fits many keys. They come in the order of the keys, not of time: the
 * newest of them are shown. About 10 µs each.
 */
const RANGE_READ = 100

/** A case found: by its place in time (smaller = newer), and whether all of it was typed. */
type Found = Map<number, { exact: boolean; row?: CaseRow }>

/**
 * Cases that fit a text: whole numbers and whole names first, then newest first. Reads a bounded number of index
 * entries however many cases there are; nothing is counted.
 */
export function searchCases(db: StoreDb, text: string, limit: number): Promise<readonly CaseRow[]> {
  const plan = searchPlan(text)
  if (plan.length === 0 || limit < 1) return Promise.resolve([])
  return db.transaction('r', [db.cases, db.caseKeys], async () => {
    const found: Found = new Map()
    const all = await Promise.all(plan.map((lookup) => look(db, lookup, limit)))
    all.forEach((entries, index) => {
      const exact = plan[index]?.exact ?? false
      for (const { order, row } of entries) {
        const known = found.get(order)
        found.set(order, { exact: exact || known?.exact === true, row: row ?? known?.row })
      }
    })
    const best = [...found].sort(([a, x], [b, y]) => Number(y.exact) - Number(x.exact) || a - b).slice(0, limit)
    return rowsOf(
      db,
      best.map(([order, { row }]) => ({ order, row }))
    )
  })
}

interface Entry {
  readonly order: number
  readonly row?: CaseRow
}

async function look(db: StoreDb, lookup: Lookup, limit: number): Promise<readonly Entry[]> {
  const { match, value } = lookup
  if (lookup.in === 'caseNo') {
    const where = db.cases.where('caseNo')
    // Case numbers of a terminal run with time, so that the end of the range is its newest part.
    const rows = match === 'equal' ? where.equals(value) : where.startsWith(value).reverse()
    return (await rows.limit(limit).toArray()).map((row) => ({ order: -row.receivedSeq, row }))
  }
  const where = db.caseKeys.where('keys')
  const orders =
    match === 'equal'
      ? await where.equals(value).limit(limit).primaryKeys()
      : await where.startsWith(value).limit(RANGE_READ).primaryKeys()
  return orders.map((order) => ({ order }))
}

async function rowsOf(db: StoreDb, entries: readonly Entry[]): Promise<readonly CaseRow[]> {
  const missing = entries.filter(({ row }) => !row).map(({ order }) => order)
  const rows = await db.cases.bulkGet(missing.map((order) => -order))
  const byOrder = new Map(missing.map((order, index) => [order, rows[index]] as const))
  return entries.flatMap(({ order, row }) => row ?? byOrder.get(order) ?? [])
}

/** Nobody has more cases than this; of one who has, the newest are looked at. */
const CASES_OF_ONE = 200

/** Cases of one person by the whole number: those still open first, then newest first. */
export function casesByIdNumber(db: StoreDb, idNumber: string, limit: number): Promise<readonly CaseRow[]> {
  const id = numberKey(idNumber)
  if (id === '' || limit < 1) return Promise.resolve([])
  return db.transaction('r', [db.cases, db.caseKeys], async () => {
    const orders = await db.caseKeys
      .where('keys')
      .equals(KEY.idNumber + id)
      .limit(CASES_OF_ONE)
      .primaryKeys()
    const rows = await rowsOf(
      db,
      orders.map((order) => ({ order }))
    )
    const closed = (row: CaseRow): number => Number(row.status === 'completed')
    return [...rows].sort((a, b) => closed(a) - closed(b) || b.receivedSeq - a.receivedSeq).slice(0, limit)
  })
}
