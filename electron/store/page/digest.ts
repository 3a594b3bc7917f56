import type { Table } from 'dexie'
import type { StoreDb } from './database.ts'

/** Rows held in memory at once. */
const PAGE = 1000

/**
 * SHA-256 over every row of every table in the order of their keys, and the checkpoint: equal for a working copy that
 * grew record by record and one that was rebuilt from the same log. Read page by page; a long read of all there is.
 */
export async function digest(db: StoreDb): Promise<string> {
  let sum = await sha256('')
  const tables: Table<unknown, never>[] = [
    db.events as never,
    db.tickets as never,
    db.cases as never,
    db.caseKeys as never,
    db.documents as never,
    db.meta as never
  ]
  for (const table of tables) {
    sum = await sha256(`${sum}\n${table.name}`)
    let after: unknown
    for (;;) {
      const rows = await pageOf(table, after)
      if (rows.length === 0) break
      sum = await sha256(`${sum}\n${rows.map((row) => JSON.stringify(canonical(row))).join('\n')}`)
      after = keyOf(table, rows.at(-1))
    }
  }
  return sum
}

function pageOf(table: Table<unknown, never>, after: unknown): Promise<unknown[]> {
  const rows = after === undefined ? table.orderBy(':id') : table.where(':id').above(after)
  return rows.limit(PAGE).toArray()
}

function keyOf(table: Table<unknown, never>, row: unknown): unknown {
  const path = table.schema.primKey.keyPath
  const fields = row as Record<string, unknown>
  return Array.isArray(path) ? path.map((name) => fields[name]) : fields[path ?? '']
}

/** The same value with the names of its objects in order: how a row came about must not show in the digest. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, field]) => [name, canonical(field)]))
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
