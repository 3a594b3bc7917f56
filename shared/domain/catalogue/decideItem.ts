import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { addDays } from '../calendar/civilDate.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { Role } from '../staff/staff.ts'
import { type CatalogueEvent, type DraftSource, type ItemShelf, lastVersion, type PersonRef } from './catalogue.ts'
import { certificates, checkItem, yearFrom } from './itemCheck.ts'
import { canonicalItem, changedFields, numberedPromises } from './sameItem.ts'
import { type ServiceItem, serviceItemSchema } from './serviceItem.ts'

export type ItemCommand =
  | {
      readonly type: 'saveDraft'
      readonly item: ServiceItem
      readonly by: PersonRef
      readonly source: DraftSource
    }
  | { readonly type: 'discardDraft' }
  | {
      readonly type: 'approveDraft'
      readonly effectiveFrom: string
      readonly today: string
      readonly by: PersonRef & { readonly roles: readonly Role[] }
      /** 四眼: nobody approves what they wrote. */
      readonly fourEyes: boolean
      readonly calendar: WorkCalendar
    }
  | {
      readonly type: 'withdrawItem'
      /** Last day on offer; yesterday takes it off at once. */
      readonly effectiveTo: string
      readonly today: string
      readonly reason: string
    }

/**
 * The rules of one item's shelf: nothing is offered that was not drafted, checked and approved; every version keeps its
 * number and its day. A draft may be saved with problems of content, which `draftProblems` lists, but never with a
 * certificate of 民发〔2020〕20号. Refuses `item-forbidden-certificate` (with `material`, `certificate`),
 * `item-draft-none`, `item-draft-invalid`, `item-draft-problems`, `item-draft-outdated`, `item-draft-unchanged`,
 * `item-own-draft`, `item-date-past`, `item-not-offered`, `not-allowed`.
 */
export function decideItem(shelf: ItemShelf, command: ItemCommand): Decision<CatalogueEvent> {
  switch (command.type) {
    case 'saveDraft':
      return saveDraft(shelf, command)
    case 'discardDraft':
      if (!shelf.draft) return refuse('item-draft-none')
      return accept<CatalogueEvent>([{ type: 'ItemDraftDiscarded', v: 1, data: { itemId: shelf.itemId } }])
    case 'approveDraft':
      return approveDraft(shelf, command)
    case 'withdrawItem':
      return withdraw(shelf, command)
    default:
      return assertNever(command, 'item command')
  }
}

function saveDraft(shelf: ItemShelf, command: Extract<ItemCommand, { type: 'saveDraft' }>): Decision<CatalogueEvent> {
  const { by, source } = command
  const item = numberedPromises(canonicalItem(command.item), shelf.versions.at(-1)?.item)
  const [forbidden] = certificates(item)
  if (forbidden) {
    const index = item.materials.findIndex((m) => m.id === forbidden.materialId)
    const { certificate, materialId } = forbidden
    const material = item.materials[index]?.name ?? ''
    return refuse('item-forbidden-certificate', {
      field: `item.materials.${index}.name`,
      material,
      materialId,
      certificate
    })
  }
  const basedOn = baseOf(shelf, item.version, source)
  const draft = { ...item, version: basedOn ?? 1 }
  const known = shelf.draft
  const same = known && known.basedOn === basedOn && changedFields(known.item, draft).length === 0
  if (same) return accept<CatalogueEvent>([])
  const data = { itemId: shelf.itemId, item: draft, basedOn, by, source }
  return accept<CatalogueEvent>([{ type: 'ItemDrafted', v: 1, data }])
}

/**
 * The version that a draft was made from. The editor sends it in the item; a file was compared with the newest one when
 * it was imported.
 */
function baseOf(shelf: ItemShelf, version: number, source: DraftSource): number | null {
  if (source === 'import') return lastVersion(shelf) || null
  return shelf.versions.some((v) => v.version === version) ? version : null
}

/** Whether something newer was approved since the draft was begun. */
export const isOutdated = (shelf: ItemShelf): boolean =>
  shelf.draft !== null && (shelf.draft.basedOn ?? 0) !== lastVersion(shelf)

function approveDraft(
  shelf: ItemShelf,
  command: Extract<ItemCommand, { type: 'approveDraft' }>
): Decision<CatalogueEvent> {
  const { draft } = shelf
  const { effectiveFrom, today, by, calendar } = command
  if (!by.roles.some((role) => role === 'lead' || role === 'administrator')) return refuse('not-allowed')
  if (!draft) return refuse('item-draft-none')
  if (command.fourEyes && draft.authors.includes(by.personId)) return refuse('item-own-draft')
  if (isOutdated(shelf)) return refuse('item-draft-outdated', { version: lastVersion(shelf) })
  const newest = shelf.versions.at(-1)
  if (newest && !shelf.withdrawn && changedFields(newest.item, draft.item).length === 0) {
    return refuse('item-draft-unchanged')
  }
  if (effectiveFrom < today) return refuse('item-date-past', { field: 'effectiveFrom' })
  const shape = serviceItemSchema.safeParse(draft.item)
  if (!shape.success) return refuse('item-draft-invalid', { field: `item.${shape.error.issues[0]?.path.join('.')}` })
  const problems = checkItem(draft.item, calendar, yearFrom(effectiveFrom))
  if (problems.length > 0) return refuse('item-draft-problems', { count: problems.length, problems })
  const version = lastVersion(shelf) + 1
  const { personId, name } = by
  const data = {
    itemId: shelf.itemId,
    version,
    effectiveFrom,
    item: { ...draft.item, version },
    approvedBy: { personId, name },
    draftedBy: draft.by,
    publishedOn: today
  }
  return accept<CatalogueEvent>([{ type: 'ItemPublished', v: 1, data }], { version })
}

function withdraw(shelf: ItemShelf, command: Extract<ItemCommand, { type: 'withdrawItem' }>): Decision<CatalogueEvent> {
  const { effectiveTo, today, reason } = command
  if (shelf.versions.length === 0 || shelf.withdrawn) return refuse('item-not-offered')
  if (effectiveTo < addDays(today, -1)) return refuse('item-date-past', { field: 'effectiveTo' })
  const data = { itemId: shelf.itemId, effectiveTo, reason }
  return accept<CatalogueEvent>([{ type: 'ItemWithdrawn', v: 1, data }])
}
