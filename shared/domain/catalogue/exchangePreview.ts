import type { ItemShelf } from './catalogue.ts'
import type { ExchangeError, ReadItems } from './exchange.ts'
import { changedFields, numberedPromises } from './sameItem.ts'
import type { ServiceItem } from './serviceItem.ts'

/** What a file would do, before it does anything. */
export interface ImportPreview {
  readonly added: readonly { readonly itemId: string; readonly name: string }[]
  /** `fields`: see `changedFields`; `withdrawn` for an item that would come back. */
  readonly changed: readonly { readonly itemId: string; readonly name: string; readonly fields: readonly string[] }[]
  /** Items that are the same already. */
  readonly unchanged: number
  /** With one of these nothing is imported. */
  readonly errors: readonly ExchangeError[]
}

/** How a file's item stands to the newest version on its shelf; `null`: the same. An empty list: new here. */
export function differenceTo(shelf: ItemShelf | undefined, item: ServiceItem): readonly string[] | null {
  const newest = shelf?.versions.at(-1)
  if (!shelf || !newest) return []
  const fields = [
    ...(shelf.withdrawn ? ['withdrawn'] : []),
    ...changedFields(newest.item, numberedPromises(item, newest.item))
  ]
  return fields.length === 0 ? null : fields
}

/** Compares a file with the newest versions. Items that the file does not have stay as they are. */
export function previewImport(shelves: ReadonlyMap<string, ItemShelf>, { items, errors }: ReadItems): ImportPreview {
  const differing = items.flatMap((item) => {
    const fields = differenceTo(shelves.get(item.id), item)
    return fields === null ? [] : [{ itemId: item.id, name: item.name, fields }]
  })
  return {
    added: differing.filter(({ fields }) => fields.length === 0).map(({ itemId, name }) => ({ itemId, name })),
    changed: differing.filter(({ fields }) => fields.length > 0),
    unchanged: items.length - differing.length,
    errors
  }
}
