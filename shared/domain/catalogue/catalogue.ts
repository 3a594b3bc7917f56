import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import type { ServiceItem } from './serviceItem.ts'
import { liftItem } from './situations.ts'

/** Who wrote or approved; the name is the one of then. */
export interface PersonRef {
  readonly personId: string
  readonly name: string
}

/** Where a draft comes from. */
export type DraftSource = 'editor' | 'import'

/** One stream an item (`item-<id>`); a case keeps the version it was received under. */
export type CatalogueEvent =
  | NewEvent<
      'ItemPublished',
      {
        readonly itemId: string
        readonly version: number
        readonly effectiveFrom: string
        readonly item: ServiceItem
        /** Not there: an item that the hall was founded with. */
        readonly approvedBy?: PersonRef
        readonly draftedBy?: PersonRef | null
        readonly publishedOn?: string
      }
    >
  | NewEvent<
      'ItemDrafted',
      {
        readonly itemId: string
        readonly item: ServiceItem
        /** Version that the draft was made from; `null`: none that is known. */
        readonly basedOn: number | null
        readonly by: PersonRef
        readonly source: DraftSource
      }
    >
  | NewEvent<'ItemDraftDiscarded', { readonly itemId: string }>
  | NewEvent<'ItemWithdrawn', { readonly itemId: string; readonly effectiveTo: string; readonly reason: string }>

export interface ItemVersion {
  readonly version: number
  readonly effectiveFrom: string
  /** Last day on offer, when the item was withdrawn after this version; `null`: no end. */
  readonly effectiveTo: string | null
  readonly item: ServiceItem
  /** Name; `null`: the hall was founded with it. */
  readonly approvedBy: string | null
}

export interface ItemDraft {
  readonly item: ServiceItem
  readonly basedOn: number | null
  /** Who saved it last. */
  readonly by: PersonRef
  /** Ids of everybody who saved it since it was begun: none of them approves it. */
  readonly authors: readonly string[]
  readonly source: DraftSource
  /** Instant of the last save. */
  readonly at?: string
}

/** Everything about one item: its versions, oldest first, what is being prepared, and its end. */
export interface ItemShelf {
  readonly itemId: string
  readonly versions: readonly ItemVersion[]
  readonly draft: ItemDraft | null
  /** Set while the newest version is withdrawn; `effectiveTo` is the last day on offer. */
  readonly withdrawn: { readonly effectiveTo: string; readonly reason: string } | null
}

export const itemStream = (itemId: string): string => `item-${itemId}`

export const emptyShelf = (itemId: string): ItemShelf => ({ itemId, versions: [], draft: null, withdrawn: null })

/** Folds one fact; items recorded before there were situations are lifted. `at`: instant of the record. */
export function evolveItem(shelf: ItemShelf, event: CatalogueEvent, at?: string): ItemShelf {
  switch (event.type) {
    case 'ItemPublished': {
      const { version, effectiveFrom, item, approvedBy } = event.data
      const published: ItemVersion = {
        version,
        effectiveFrom,
        effectiveTo: null,
        item: liftItem(item),
        approvedBy: approvedBy?.name ?? null
      }
      const others = shelf.versions.filter((v) => v.version !== version)
      const versions = [...others, published].sort((a, b) => a.version - b.version)
      return { ...shelf, versions, draft: null, withdrawn: null }
    }
    case 'ItemDrafted': {
      const { item, basedOn, by, source } = event.data
      const authors = [...new Set([...(shelf.draft?.authors ?? []), by.personId])]
      const draft = { item: liftItem(item), basedOn, by, authors, source, ...(at === undefined ? {} : { at }) }
      return { ...shelf, draft }
    }
    case 'ItemDraftDiscarded':
      return { ...shelf, draft: null }
    case 'ItemWithdrawn': {
      const { effectiveTo, reason } = event.data
      const end = (before: string | null): string => (before !== null && before < effectiveTo ? before : effectiveTo)
      const versions = shelf.versions.map((v) => ({ ...v, effectiveTo: end(v.effectiveTo) }))
      return { ...shelf, versions, withdrawn: { effectiveTo, reason } }
    }
    default:
      return assertNever(event, 'catalogue event')
  }
}

/** Number of the newest version, in force or not yet; 0: none. */
export const lastVersion = (shelf: ItemShelf): number => shelf.versions.at(-1)?.version ?? 0

/**
 * What is on offer on that date: the highest version that has begun, unless it was withdrawn before; `null`: nothing.
 * What a hall was founded with holds for earlier dates too: a PC's clock may go back, the counter must go on.
 */
export function itemOn(
  shelf: ItemShelf,
  date: string
): { readonly version: number; readonly item: ServiceItem } | null {
  const founding = shelf.versions.find((v) => v.approvedBy === null)
  const current = shelf.versions.filter((v) => v.effectiveFrom <= date).at(-1) ?? founding
  if (!current || (current.effectiveTo !== null && current.effectiveTo < date)) return null
  return { version: current.version, item: current.item }
}

/** The item as that version says it, whatever is on offer now: what a case was received under. */
export function itemAtVersion(shelf: ItemShelf, version: number): ServiceItem | null {
  return shelf.versions.find((v) => v.version === version)?.item ?? null
}
