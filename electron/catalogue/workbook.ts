import exceljs from 'exceljs'
import { MOST_ROWS } from '../../shared/domain/catalogue/exchangeRead.ts'
import type { RawCell, RawSheet } from '../../shared/domain/catalogue/exchangeRows.ts'
import type { WrittenSheet } from '../../shared/domain/catalogue/exchangeSheets.ts'

/** Sheets of texts to a workbook (.xlsx, ECMA-376) and back. Runs in its own thread only: see `excel.worker.ts`. */

/** Format of a cell that stays what was typed: codes keep their zeros, long numbers their digits. */
const AS_TEXT = '@'
/** `_x0041_` stands for a character in a workbook; a text that happens to look so is written with its sign escaped. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g
/** The widest sheet has fewer than fifty. */
const MOST_COLUMNS = 100

export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
    sheet.columns = columns.map(({ width, numeric }) => ({
      width,
      style: { ...(numeric ? {} : { numFmt: AS_TEXT }), alignment: { vertical: 'top', wrapText: true } }
    }))
    const head = sheet.addRow(columns.map(({ header }) => header))
    head.font = { bold: true }
    for (const cells of rows) {
      sheet.addRow(cells.map((cell, at) => (columns[at]?.numeric ? numberOr(cell) : cell.replace(ESCAPE, '_x005F_'))))
    }
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const numberOr = (cell: string): number | string => (/^\d+$/.test(cell) ? Number(cell) : cell)

/**
 * Throws for what is no workbook. Sheets with other names are left out (`null`: none is); rows beyond the most are not
 * looked at.
 */
export async function readWorkbook(bytes: Uint8Array, names: readonly string[] | null): Promise<RawSheet[]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return book.worksheets
    .filter((sheet) => names === null || names.includes(sheet.name.trim()))
    .map((sheet) => ({ name: sheet.name.trim(), rows: rowsOf(sheet) }))
}

function rowsOf(sheet: exceljs.Worksheet): RawCell[][] {
  const last = Math.min(sheet.rowCount, MOST_ROWS + 1)
  return Array.from({ length: last }, (_, index) => {
    const row = sheet.findRow(index + 1)
    const width = Math.min(row?.cellCount ?? 0, MOST_COLUMNS)
    return Array.from({ length: width }, (_empty, at) => rawCell(row?.getCell(at + 1)))
  })
}

function rawCell(cell: exceljs.Cell | undefined): RawCell {
  const value = cell?.value ?? null
  if (value === null || cell === undefined) return ''
  if (cell.formula) return { problem: 'cell-formula', text: `=${cell.formula}` }
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') {
    // Fifteen digits are all a table program keeps; what had more has lost them.
    return Math.abs(value) < 1e15 ? String(value) : { problem: 'cell-error', text: String(value) }
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('error' in value) return { problem: 'cell-error', text: String(value.error) }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return plain(value.text)
  return { problem: 'cell-formula', text: cell.text }
}

/** The text of a link may be formatted in pieces, whatever its type says. */
function plain(text: unknown): string {
  if (typeof text === 'string') return text
  const pieces = (text as { readonly richText?: readonly { readonly text: string }[] } | null)?.richText ?? []
  return pieces.map((piece) => piece.text).join('')
}
