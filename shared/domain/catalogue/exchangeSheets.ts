import { guarded } from './exchangeCells.ts'
import {
  type Column,
  ITEM_COLUMNS,
  ITEM_ID_HEADER,
  MATERIAL_COLUMNS,
  SHEETS,
  SITUATION_COLUMNS
} from './exchangeColumns.ts'
import type { ServiceItem } from './serviceItem.ts'

/** A sheet to be written: headings and texts, nothing of any file format. */
export interface WrittenSheet {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width: number; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

interface Line<Row> {
  readonly itemId: string
  readonly row: Row
}

function sheet<Row>(name: string, columns: readonly Column<Row>[], lines: readonly Line<Row>[]): WrittenSheet {
  const heads = columns.map(({ header, width, numeric }) => ({ header, width, numeric }))
  return {
    name,
    columns: [{ header: ITEM_ID_HEADER, width: 10, numeric: false }, ...heads],
    rows: lines.map(({ itemId, row }) => [itemId, ...columns.map((column) => guarded(column.write(row)))])
  }
}

/**
 * Items as three sheets (事项, 材料, 情形). Every cell is guarded against being taken for a formula; `itemsFromSheets`
 * reads back exactly what is written here.
 */
export function sheetsOfItems(items: readonly ServiceItem[]): readonly WrittenSheet[] {
  const materials = items.flatMap((item) => item.materials.map((row) => ({ itemId: item.id, row })))
  const situations = items.flatMap((item) => (item.situations ?? []).map((row) => ({ itemId: item.id, row })))
  return [
    sheet(
      SHEETS.items,
      ITEM_COLUMNS,
      items.map((row) => ({ itemId: row.id, row }))
    ),
    sheet(SHEETS.materials, MATERIAL_COLUMNS, materials),
    sheet(SHEETS.situations, SITUATION_COLUMNS, situations)
  ]
}
