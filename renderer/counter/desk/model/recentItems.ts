import type { CaseShown } from '../../../../shared/projections/views.ts'

export interface RecentItem {
  readonly itemId: string
  readonly name: string
}

/** Items of today's cases, newest first, each once: what is offered before anything is typed. */
export function recentItems(today: readonly CaseShown[], most: number): readonly RecentItem[] {
  const seen = new Map<string, RecentItem>()
  for (const { itemId, itemName } of today) {
    // A matter in no catalogue is nothing to choose.
    if (itemId !== '' && !seen.has(itemId)) seen.set(itemId, { itemId, name: itemName })
  }
  return [...seen.values()].slice(0, most)
}
