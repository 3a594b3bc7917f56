import { itemOn } from '../../shared/domain/catalogue/catalogue.ts'
import { CASE_TYPES } from '../../shared/domain/catalogue/codes.ts'
import { buildItemIndex, type ItemIndex, searchItems } from '../../shared/domain/catalogue/itemSearch.ts'
import { limitText } from '../../shared/domain/catalogue/limitText.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { ItemFound } from '../../shared/projections/views.ts'
import type { Terminal } from './terminal.ts'

export interface FoundItem {
  readonly item: ServiceItem
  readonly shown: ItemFound
}

/** Finds items that are on offer today, for whoever asks. The index is built again only when those change. */
export function itemLookup({ desk, ambient }: Pick<Terminal, 'desk' | 'ambient'>) {
  let index: { readonly of: string; readonly index: ItemIndex } | null = null

  function currentIndex(): ItemIndex {
    const today = ambient.today()
    const offered = [...desk.items.values()].flatMap((shelf) => itemOn(shelf, today) ?? [])
    const of = offered.map(({ version, item }) => `${item.id}@${version}`).join()
    if (index?.of !== of) index = { of, index: buildItemIndex(offered.map(({ item }) => item)) }
    return index.index
  }

  return (text: string, limit: number): readonly FoundItem[] =>
    searchItems(currentIndex(), text, limit).map(({ item, matched }) => ({
      item,
      shown: {
        itemId: item.id,
        name: item.name,
        category: item.category,
        everydayName: item.everydayNames.includes(matched) ? matched : null,
        caseTypeLabel: CASE_TYPES[item.caseType].label,
        promisedText: limitText(item.promisedLimit),
        materials: item.materials.length
      }
    }))
}
