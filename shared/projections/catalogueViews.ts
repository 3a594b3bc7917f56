import type { WorkCalendar } from '../domain/calendar/workCalendar.ts'
import { type DraftSource, type ItemShelf, itemOn } from '../domain/catalogue/catalogue.ts'
import { isOutdated } from '../domain/catalogue/decideItem.ts'
import { checkItem, type ItemProblem, yearFrom } from '../domain/catalogue/itemCheck.ts'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'

/** What the pages of the catalogue get. */

/** One line of the list of items. */
export interface ItemListed {
  readonly itemId: string
  /** Of what is on offer, else of the newest version, else of the draft. */
  readonly name: string
  readonly category: string
  /** On offer today; `null`: nothing is. */
  readonly version: number | null
  readonly effectiveFrom: string | null
  /** Approved, and not begun yet. */
  readonly next: { readonly version: number; readonly effectiveFrom: string } | null
  readonly draft: { readonly by: string; readonly at: string | null; readonly problems: number } | null
  readonly withdrawn: ItemShelf['withdrawn']
}

/** Why a draft cannot be approved by the one who looks; codes of refusals. */
export type ApprovalObstacle = 'item-own-draft' | 'item-draft-outdated' | 'item-draft-problems'

export interface DraftShown {
  readonly item: ServiceItem
  readonly basedOn: number | null
  readonly by: string
  readonly at: string | null
  readonly source: DraftSource
  readonly problems: readonly ItemProblem[]
  /** `null`: whoever looks may approve it. */
  readonly obstacle: ApprovalObstacle | null
}

/** Everything about one item. */
export interface ItemShelfView {
  readonly itemId: string
  /** Newest first. */
  readonly versions: readonly {
    readonly version: number
    readonly effectiveFrom: string
    /** Last day on offer; `null`: no end. */
    readonly effectiveTo: string | null
    /** `null`: the hall was founded with it. */
    readonly approvedBy: string | null
    readonly onOffer: boolean
    readonly item: ServiceItem
  }[]
  readonly draft: DraftShown | null
  readonly withdrawn: ItemShelf['withdrawn']
}

export interface Looking {
  readonly today: string
  readonly calendar: WorkCalendar
  readonly personId: string
  /** 四眼: see `HallRules`. */
  readonly fourEyes: boolean
}

/** Problems of content of the draft, as if it came into force today. */
export function draftProblems(shelf: ItemShelf, { today, calendar }: Looking): readonly ItemProblem[] {
  return shelf.draft ? checkItem(shelf.draft.item, calendar, yearFrom(today)) : []
}

export function itemListed(shelf: ItemShelf, looking: Looking): ItemListed | null {
  const { draft, withdrawn, itemId } = shelf
  const offered = itemOn(shelf, looking.today)
  const newest = shelf.versions.at(-1)
  const item = offered?.item ?? newest?.item ?? draft?.item
  // A discarded draft of an item that never was leaves nothing to show.
  if (!item) return null
  const current = shelf.versions.find((v) => v.version === offered?.version)
  const coming = newest && newest.effectiveFrom > looking.today && !withdrawn ? newest : null
  return {
    itemId,
    name: item.name,
    category: item.category,
    version: current?.version ?? null,
    effectiveFrom: current?.effectiveFrom ?? null,
    next: coming ? { version: coming.version, effectiveFrom: coming.effectiveFrom } : null,
    draft: draft ? { by: draft.by.name, at: draft.at ?? null, problems: draftProblems(shelf, looking).length } : null,
    withdrawn
  }
}

export function itemShelfView(shelf: ItemShelf, looking: Looking): ItemShelfView {
  const offered = itemOn(shelf, looking.today)?.version
  return {
    itemId: shelf.itemId,
    versions: shelf.versions.map((v) => ({ ...v, onOffer: v.version === offered })).reverse(),
    draft: draftShown(shelf, looking),
    withdrawn: shelf.withdrawn
  }
}

function draftShown(shelf: ItemShelf, looking: Looking): DraftShown | null {
  if (!shelf.draft) return null
  const { item, basedOn, by, at, source, authors } = shelf.draft
  const problems = draftProblems(shelf, looking)
  const own = looking.fourEyes && authors.includes(looking.personId)
  const obstacle = own
    ? 'item-own-draft'
    : isOutdated(shelf)
      ? 'item-draft-outdated'
      : problems.length > 0
        ? 'item-draft-problems'
        : null
  return { item, basedOn, by: by.name, at: at ?? null, source, problems, obstacle }
}
