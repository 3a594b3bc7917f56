import { z } from 'zod'
import {
  codeOfIssue,
  type ExchangeError,
  forbiddenIn,
  type ReadItems,
  readItems,
  shortened,
  valueAt
} from './exchange.ts'
import { canonicalItem } from './sameItem.ts'
import { type ItemFile, type ServiceItem, serviceItemSchema } from './serviceItem.ts'

/** Name of the place in errors about a JSON file. */
export const JSON_SHEET = 'JSON'

/** The outside of an item file; what is in it is looked at item by item, so that every mistake has its place. */
const outside = z.strictObject({
  schemaVersion: z.literal(1),
  status: z.enum(['illustrative', 'official']),
  warning: z.string(),
  items: z.array(z.unknown()).max(2000)
})

const problem = (row: number, column: string, code: ExchangeError['code'], value: unknown): ExchangeError => ({
  sheet: JSON_SHEET,
  row,
  column,
  code,
  value: shortened(value)
})

/** Items of an item file's text, or every mistake in it with its place. Refuses nothing that `itemFileJson` writes. */
export function itemsFromJson(text: string): ReadItems {
  const parsed = parse(text)
  const file = outside.safeParse(parsed)
  if (!file.success) {
    const path = file.error.issues[0]?.path ?? []
    return readItems([], [problem(0, path.join('.'), 'file-shape', valueAt(parsed, path) ?? '')])
  }
  if (file.data.items.length === 0) return readItems([], [problem(0, 'items', 'no-items', '')])
  const seen = new Set<string>()
  const items: ServiceItem[] = []
  const errors: ExchangeError[] = []
  file.data.items.forEach((raw, index) => {
    const row = index + 1
    const item = serviceItemSchema.safeParse(raw)
    if (!item.success) {
      for (const issue of item.error.issues) {
        const found = valueAt(raw, issue.path)
        errors.push(problem(row, issue.path.join('.'), codeOfIssue(issue, found), found ?? ''))
      }
      return
    }
    const { id } = item.data
    if (seen.has(id)) errors.push(problem(row, 'id', 'item-twice', id))
    seen.add(id)
    for (const { index: at, certificate } of forbiddenIn(item.data)) {
      errors.push(problem(row, `materials.${at}.name`, 'forbidden-certificate', certificate))
    }
    items.push(canonicalItem(item.data))
  })
  return readItems(items, errors)
}

function parse(text: string): unknown {
  try {
    // A file saved by a text editor may begin with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** The text of an item file. `warning` is shown by whoever opens one that holds sample items. */
export function itemFileJson(items: readonly ServiceItem[], warning: string): string {
  const illustrative = items.some((item) => item.illustrative)
  const file: ItemFile = {
    schemaVersion: 1,
    status: illustrative ? 'illustrative' : 'official',
    warning: illustrative ? warning : '',
    items
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
