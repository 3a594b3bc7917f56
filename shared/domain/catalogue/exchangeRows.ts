import { type ExchangeError, type ExchangeErrorCode, shortened } from './exchange.ts'
import { unguarded } from './exchangeCells.ts'
import { type Column, ITEM_ID_HEADER } from './exchangeColumns.ts'

/** A cell as a file has it: a text, or something that is none. */
export type RawCell = string | { readonly problem: 'cell-formula' | 'cell-error'; readonly text: string }

/** A sheet as read: row 1 holds the headings. */
export interface RawSheet {
  readonly name: string
  readonly rows: readonly (readonly RawCell[])[]
}

/** Fields of one row under their names, without looking at whether they are right together. */
export interface RawRow {
  /** As the table program counts. */
  readonly row: number
  readonly itemId: string
  /** One of its cells could not be read; what its fields lack is reported already. */
  readonly broken: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

type Report = (row: number, column: string, code: ExchangeErrorCode, value?: unknown) => void

export const reporter =
  (sheet: string, errors: ExchangeError[]): Report =>
  (row, column, code, value = '') =>
    void errors.push({ sheet, row, column, code, value: shortened(value) })

const textOf = (cell: RawCell | undefined): string =>
  cell === undefined
    ? ''
    : unguarded(typeof cell === 'string' ? cell : cell.text)
        .replace(/\r\n?/g, '\n')
        .trim()

/** Heading → place in the row; headings that are unknown, doubled or missing are reported. */
function headings(sheet: RawSheet, columns: readonly Column<never>[], report: Report): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const known = new Set([ITEM_ID_HEADER, ...columns.map(({ header }) => header)])
  sheet.rows[0]?.forEach((cell, at) => {
    const header = textOf(cell)
    if (header === '') return
    if (!known.has(header)) report(1, header, 'column-unknown', header)
    else if (places.has(header)) report(1, header, 'column-twice', header)
    else places.set(header, at)
  })
  const needed = [ITEM_ID_HEADER, ...columns.filter(({ blank }) => blank === 'required').map(({ header }) => header)]
  for (const header of needed) if (!places.has(header)) report(1, header, 'column-missing', header)
  return places
}

/**
 * The rows of a sheet, column by column. Columns may stand in any order, and those that may be empty may be missing;
 * wrong cells are reported and left out. Rows without anything are skipped.
 */
export function rowsOf(sheet: RawSheet, columns: readonly Column<never>[], errors: ExchangeError[]): RawRow[] {
  const report = reporter(sheet.name, errors)
  const before = errors.length
  const places = headings(sheet, columns, report)
  if (errors.length > before) return []
  return sheet.rows.flatMap((cells, index) => {
    if (index === 0 || cells.every((cell) => textOf(cell) === '')) return []
    const row = index + 1
    const at = (header: string): RawCell | undefined => cells[places.get(header) ?? -1]
    const itemId = textOf(at(ITEM_ID_HEADER))
    const earlier = errors.length
    if (itemId === '') report(row, ITEM_ID_HEADER, 'cell-required')
    const fields = fieldsOf(columns, at, (...told) => report(row, ...told))
    return [{ row, itemId, broken: errors.length > earlier, fields }]
  })
}

function fieldsOf(
  columns: readonly Column<never>[],
  at: (header: string) => RawCell | undefined,
  report: (column: string, code: ExchangeErrorCode, value?: unknown) => void
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const blanks: Column<never>[] = []
  for (const column of columns) {
    if (column.path.length === 0) continue
    const cell = at(column.header)
    const text = textOf(cell)
    if (typeof cell === 'object') report(column.header, cell.problem, text)
    else if (text === '') blanks.push(column)
    else {
      const read = column.read(text)
      if (read.ok) put(fields, column.path, read.value)
      else report(column.header, read.code, text)
    }
  }
  for (const { header, blank, path, read } of blanks) {
    const [first = ''] = path
    if (blank === 'required') report(header, 'cell-required')
    if (blank === 'null') fields[first] ??= null
    if (blank === 'empty') {
      const nothing = read('')
      if (nothing.ok) put(fields, path, nothing.value)
    }
  }
  return fields
}

/** Puts a value at a path of one or two steps. */
function put(fields: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', second] = path
  if (second === undefined) fields[first] = value
  else fields[first] = { ...(fields[first] as object | undefined), [second]: value }
}
