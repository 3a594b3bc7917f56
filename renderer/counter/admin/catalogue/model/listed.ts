import { buildItemIndex, type ItemIndex, searchItems } from '../../../../../shared/domain/catalogue/itemSearch.ts'
import type { ItemListed } from '../../../../../shared/projections/catalogueViews.ts'

/** Which lines of the list are shown. */

export const FILTERS = ['all', 'draft', 'coming', 'withdrawn'] as const
export type Filter = (typeof FILTERS)[number]

const FITS: Readonly<Record<Filter, (one: ItemListed) => boolean>> = {
  all: () => true,
  draft: ({ draft }) => draft !== null,
  coming: ({ next }) => next !== null,
  withdrawn: ({ withdrawn }) => withdrawn !== null
}

interface Line {
  readonly id: string
  readonly name: string
  readonly everydayNames: readonly string[]
  readonly listed: ItemListed
}

type Searchable = Line & { readonly everydayNames: string[] }

export interface ListIndex {
  readonly all: readonly ItemListed[]
  readonly index: ItemIndex<Searchable>
}

/** Prepares a list for searching by number, name and pinyin. */
export const indexOf = (all: readonly ItemListed[]): ListIndex => ({
  all,
  index: buildItemIndex(all.map((listed) => ({ id: listed.itemId, name: listed.name, everydayNames: [], listed })))
})

/** What fits both; everything by number for an empty query, the best hits first for another. */
export function shownOf({ all, index }: ListIndex, query: string, filter: Filter): readonly ItemListed[] {
  const found = query.trim() === '' ? all : searchItems(index, query, all.length).map(({ item }) => item.listed)
  return found.filter(FITS[filter])
}
