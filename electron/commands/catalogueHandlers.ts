import { CASE_TYPES } from '../../shared/domain/catalogue/codes.ts'
import { buildItemIndex, type ItemIndex, searchItems } from '../../shared/domain/catalogue/itemSearch.ts'
import { limitText } from '../../shared/domain/catalogue/limitText.ts'
import { refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import type { Terminal } from './terminal.ts'

export function catalogueHandlers(terminal: Terminal): Pick<Handlers, 'catalogue.search' | 'catalogue.item'> {
  const { desk } = terminal
  let index: { readonly of: string; readonly index: ItemIndex } | null = null

  /** Built again only when an item has been published. */
  function currentIndex(): ItemIndex {
    const of = [...desk.items].map(([id, { version }]) => `${id}@${version}`).join()
    if (index?.of !== of) index = { of, index: buildItemIndex([...desk.items.values()].map(({ item }) => item)) }
    return index.index
  }

  return {
    'catalogue.search'(input) {
      const value = searchItems(currentIndex(), input.text, input.limit).map(({ item, matched }) => ({
        itemId: item.id,
        name: item.name,
        category: item.category,
        everydayName: item.everydayNames.includes(matched) ? matched : null,
        caseTypeLabel: CASE_TYPES[item.caseType].label,
        promisedText: limitText(item.promisedLimit),
        materials: item.materials.length
      }))
      return Promise.resolve({ ok: true, value })
    },

    'catalogue.item'(input) {
      const kept = desk.items.get(input.itemId)
      return Promise.resolve(kept ? { ok: true, value: kept } : refuse('item-unknown'))
    }
  }
}
