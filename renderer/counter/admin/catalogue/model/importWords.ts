import type { ExchangeError } from '../../../../../shared/domain/catalogue/exchange.ts'
import { EXCHANGE_ERROR } from '../exchangeTexts.ts'
import { COMMITMENT_FIELD, ITEM_FIELD, MATERIAL_FIELD, SITUATION_FIELD } from '../names.ts'
import { K } from '../texts.ts'

/** Words for the preview of a file. */

const named = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined

/** Names of the changed fields, each once: `materials.m3` is 申请材料. */
export function fieldWords(fields: readonly string[]): string {
  const words = fields.map((field) => {
    const [top = ''] = field.split('.')
    return top === 'withdrawn' ? K.restored : (named(ITEM_FIELD, top) ?? top)
  })
  return [...new Set(words)].join('、')
}

const INNER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  materials: MATERIAL_FIELD,
  situations: SITUATION_FIELD
}

/** A column of Excel is its own name; a path of JSON is said in words: `materials.0.name` is 申请材料 1：材料名称. */
export function columnWords(column: string): string {
  const steps = column.split('.')
  const [top = '', index, key = '', deeper = ''] = steps
  const name = named(ITEM_FIELD, top)
  if (name === undefined) return column
  const inner = INNER[top]
  if (index === undefined) return name
  if (!inner || !/^\d+$/.test(index)) return name
  const field = named(inner, key)
  const last = key === 'commitment' ? named(COMMITMENT_FIELD, deeper) : undefined
  return [`${name} ${Number(index) + 1}`, field, last].filter((part) => part !== undefined).join('：')
}

export interface ErrorRow {
  readonly sheet: string
  readonly row: string
  readonly column: string
  readonly problem: string
  readonly value: string
}

export const errorRow = ({ sheet, row, column, code, value }: ExchangeError): ErrorRow => ({
  sheet: sheet === '' ? K.wholeFile : sheet,
  row: row === 0 ? '' : String(row),
  column: columnWords(column),
  problem: EXCHANGE_ERROR[code],
  value
})

/** The format of a file by its name; `null` for another. */
export function formatOf(name: string): 'json' | 'xlsx' | null {
  const ending = /\.(json|xlsx)$/i.exec(name)?.[1]?.toLowerCase()
  return ending === 'json' || ending === 'xlsx' ? ending : null
}
