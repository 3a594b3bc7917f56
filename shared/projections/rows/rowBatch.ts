import type { Recorded } from '../../kernel/messages.ts'
import { caseKeys, keysOfName, keysStand } from './caseKeys.ts'
import { caseTouched, foldCase, receivesCase } from './caseRow.ts'
import { documentsTouched, foldDocument, issuesDocument } from './documentRow.ts'
import type { CaseKeysRow, CaseRow, DocumentRow, TicketRow } from './rows.ts'
import { foldTicket, issuesTicket, ticketsTouched } from './ticketRow.ts'

/** Ids of rows by table. */
export interface RowIds {
  readonly tickets: readonly string[]
  readonly cases: readonly string[]
  readonly documents: readonly string[]
}

/** Rows of a table as they were before a batch. */
export interface RowsBefore {
  readonly tickets: readonly (TicketRow | undefined)[]
  readonly cases: readonly (CaseRow | undefined)[]
  readonly documents: readonly (DocumentRow | undefined)[]
}

/** Rows that a batch leaves different. */
export interface RowsAfter {
  readonly tickets: readonly TicketRow[]
  readonly cases: readonly CaseRow[]
  readonly caseKeys: readonly CaseKeysRow[]
  readonly documents: readonly DocumentRow[]
}

/** The rows that have to be read before these records can be folded: those that do not come into being among them. */
export function rowsNeeded(records: readonly Recorded[]): RowIds {
  const born = { tickets: new Set<string>(), cases: new Set<string>(), documents: new Set<string>() }
  const needed = { tickets: new Set<string>(), cases: new Set<string>(), documents: new Set<string>() }
  for (const recorded of records) {
    for (const id of ticketsTouched(recorded)) {
      if (issuesTicket(recorded, id)) born.tickets.add(id)
      else if (!born.tickets.has(id)) needed.tickets.add(id)
    }
    const caseId = caseTouched(recorded)
    if (caseId !== undefined) {
      if (receivesCase(recorded)) born.cases.add(caseId)
      else if (!born.cases.has(caseId)) needed.cases.add(caseId)
    }
    for (const id of documentsTouched(recorded)) {
      if (issuesDocument(recorded, id)) born.documents.add(id)
      else if (!born.documents.has(id)) needed.documents.add(id)
    }
  }
  return { tickets: [...needed.tickets], cases: [...needed.cases], documents: [...needed.documents] }
}

/**
 * Folds records, in the order of the log, over the rows named by `rowsNeeded`. The same records over the rows they left
 * give the same rows. `namedKeys` may be a remembering version of `keysOfName`.
 */
export function foldRows(
  records: readonly Recorded[],
  ids: RowIds,
  before: RowsBefore,
  namedKeys: (name: string) => readonly string[] = keysOfName
): RowsAfter {
  const tickets = new Table(ids.tickets, before.tickets)
  const cases = new Table(ids.cases, before.cases)
  const documents = new Table(ids.documents, before.documents)
  for (const recorded of records) {
    for (const id of ticketsTouched(recorded)) tickets.fold(id, (row) => foldTicket(row, recorded, id))
    const caseId = caseTouched(recorded)
    if (caseId !== undefined) cases.fold(caseId, (row) => foldCase(row, recorded))
    for (const id of documentsTouched(recorded)) documents.fold(id, (row) => foldDocument(row, recorded, id))
  }
  return {
    tickets: tickets.changed().map(([, row]) => row),
    cases: cases.changed().map(([, row]) => row),
    caseKeys: cases.changed().flatMap(([was, row]) => (was && keysStand(was, row) ? [] : [caseKeys(row, namedKeys)])),
    documents: documents.changed().map(([, row]) => row)
  }
}

/** Rows of one table during a batch: what they were and what they became. */
class Table<Row> {
  private readonly before = new Map<string, Row>()
  private readonly rows = new Map<string, Row>()

  constructor(ids: readonly string[], before: readonly (Row | undefined)[]) {
    ids.forEach((id, index) => {
      const row = before[index]
      if (row) this.before.set(id, row)
    })
  }

  fold(id: string, change: (row: Row | undefined) => Row | undefined): void {
    const row = this.rows.get(id) ?? this.before.get(id)
    const next = change(row)
    if (next && next !== row) this.rows.set(id, next)
  }

  changed(): (readonly [Row | undefined, Row])[] {
    return [...this.rows].map(([id, row]) => [this.before.get(id), row] as const)
  }
}
