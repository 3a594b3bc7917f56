import { codeOfIssue, type ExchangeError, forbiddenIn, type ReadItems, readItems, valueAt } from './exchange.ts'
import {
  type Column,
  ITEM_COLUMNS,
  ITEM_ID_HEADER,
  MATERIAL_COLUMNS,
  SHEETS,
  SITUATION_COLUMNS
} from './exchangeColumns.ts'
import { type RawRow, type RawSheet, reporter, rowsOf } from './exchangeRows.ts'
import { canonicalItem } from './sameItem.ts'
import { type ServiceItem, serviceItemSchema } from './serviceItem.ts'

/** More rows than all matters of a province; beyond it the file is something else. */
export const MOST_ROWS = 20_000

type Any = Column<never>

interface Rows {
  readonly sheet: string
  readonly columns: readonly Any[]
  readonly rows: readonly RawRow[]
}

/** Rows of one item in one sheet; an id that stands twice is reported. */
function rowsFor(all: Rows, itemId: string, twice: 'material-twice' | 'situation-twice', errors: ExchangeError[]) {
  const seen = new Set<unknown>()
  const rows = all.rows.filter((one) => one.itemId === itemId)
  const [idColumn] = all.columns
  for (const { row, fields } of rows) {
    const { id } = fields
    if (id !== undefined && seen.has(id)) reporter(all.sheet, errors)(row, idColumn?.header ?? '', twice, id)
    seen.add(id)
  }
  return rows
}

/** The column that a broken rule of the schema belongs to. */
function headerFor(columns: readonly Any[], path: readonly PropertyKey[]): string {
  const fits = (column: Any): boolean =>
    column.path.length > 0 && column.path.every((step, at) => at >= path.length || step === path[at])
  return columns.find(fits)?.header ?? ITEM_ID_HEADER
}

/**
 * Items of the three sheets, or every mistake with its sheet, row and column. The sheet 情形 may be missing where no
 * material depends on anything. A material that asks for a certificate of 民发〔2020〕20号 is a mistake of its row.
 */
export function itemsFromSheets(sheets: readonly RawSheet[]): ReadItems {
  const errors: ExchangeError[] = []
  const read = (name: string, columns: readonly Any[], needed: boolean): Rows => {
    const sheet = sheets.find((one) => one.name.trim() === name)
    const report = reporter(name, errors)
    if (!sheet && needed) report(0, '', 'sheet-missing', name)
    if (sheet && sheet.rows.length > MOST_ROWS) report(0, '', 'too-many-rows', String(sheet.rows.length))
    const readable = sheet && sheet.rows.length <= MOST_ROWS
    return { sheet: name, columns, rows: readable ? rowsOf({ ...sheet, name }, columns, errors) : [] }
  }
  const items = read(SHEETS.items, ITEM_COLUMNS as readonly Any[], true)
  const materials = read(SHEETS.materials, MATERIAL_COLUMNS as readonly Any[], true)
  const situations = read(SHEETS.situations, SITUATION_COLUMNS as readonly Any[], false)
  if (errors.length === 0 && items.rows.length === 0) reporter(SHEETS.items, errors)(0, '', 'no-items')
  // Of sheets that could not be read at all nothing more can be said.
  if (errors.some(({ row }) => row <= 1)) return readItems([], errors)

  const known = new Set<string>()
  for (const { row, itemId } of items.rows) {
    if (known.has(itemId)) reporter(items.sheet, errors)(row, ITEM_ID_HEADER, 'item-twice', itemId)
    known.add(itemId)
  }
  for (const { sheet, rows } of [materials, situations]) {
    for (const { row, itemId } of rows) {
      if (!known.has(itemId)) reporter(sheet, errors)(row, ITEM_ID_HEADER, 'item-unknown', itemId)
    }
  }
  const found = items.rows.flatMap((row) => assemble(row, { items, materials, situations }, errors) ?? [])
  return readItems(found, errors)
}

interface Three {
  readonly items: Rows
  readonly materials: Rows
  readonly situations: Rows
}

/** One item of its rows; `null` when something is wrong with it, which is reported then. */
function assemble(head: RawRow, all: Three, errors: ExchangeError[]): ServiceItem | null {
  const before = errors.length
  const materials = rowsFor(all.materials, head.itemId, 'material-twice', errors)
  const situations = rowsFor(all.situations, head.itemId, 'situation-twice', errors)
  // What the schema says about the hole that an unreadable cell leaves helps nobody.
  if (errors.length > before || [head, ...materials, ...situations].some(({ broken }) => broken)) return null
  const raw = {
    id: head.itemId,
    ...head.fields,
    materials: materials.map(({ fields }) => fields),
    ...(situations.length > 0 ? { situations: situations.map(({ fields }) => fields) } : {})
  }
  const parsed = serviceItemSchema.safeParse(raw)
  if (parsed.success) {
    for (const { index, certificate } of forbiddenIn(parsed.data)) {
      const row = materials[index]?.row ?? 0
      reporter(SHEETS.materials, errors)(
        row,
        headerFor(all.materials.columns, ['name']),
        'forbidden-certificate',
        certificate
      )
    }
    return canonicalItem(parsed.data)
  }
  for (const issue of parsed.error.issues) {
    const [first, index, ...rest] = issue.path
    const inner = {
      materials: { rows: materials, of: all.materials },
      situations: { rows: situations, of: all.situations }
    }
    const place = first === 'materials' || first === 'situations' ? inner[first] : null
    const line = place && typeof index === 'number' ? place.rows[index] : undefined
    const report = reporter(place && line ? place.of.sheet : all.items.sheet, errors)
    const header = place && line ? headerFor(place.of.columns, rest) : headerFor(all.items.columns, issue.path)
    const value = valueAt(raw, issue.path)
    report(line?.row ?? head.row, header, codeOfIssue(issue, value), value ?? '')
  }
  return null
}
