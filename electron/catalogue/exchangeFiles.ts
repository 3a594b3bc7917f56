import itemsFile from '../../shared/data/items.json'
import { type ReadItems, readItems } from '../../shared/domain/catalogue/exchange.ts'
import { itemFileJson, itemsFromJson } from '../../shared/domain/catalogue/exchangeJson.ts'
import { itemsFromSheets } from '../../shared/domain/catalogue/exchangeRead.ts'
import { sheetsOfItems } from '../../shared/domain/catalogue/exchangeSheets.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { Excel } from './excel.ts'

export type ExchangeFormat = 'json' | 'xlsx'

/** Nothing in the file can be looked at. */
const UNREADABLE = readItems([], [{ sheet: '', row: 0, column: '', code: 'file-shape', value: '' }])

/** Items of a file, or its mistakes. Rejects only when the thread that knows Excel fails. */
export async function readItemsFile(excel: Excel, format: ExchangeFormat, bytes: Uint8Array): Promise<ReadItems> {
  if (format === 'xlsx') {
    const sheets = await excel.read(bytes)
    return sheets ? itemsFromSheets(sheets) : UNREADABLE
  }
  try {
    return itemsFromJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return UNREADABLE
  }
}

/** Items as a file that `readItemsFile` reads back. Rejects when the thread that knows Excel fails. */
export async function writeItemsFile(
  excel: Excel,
  format: ExchangeFormat,
  items: readonly ServiceItem[]
): Promise<Uint8Array> {
  if (format === 'xlsx') return excel.write(sheetsOfItems(items))
  return new TextEncoder().encode(itemFileJson(items, itemsFile.warning))
}
