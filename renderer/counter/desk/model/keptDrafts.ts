import { type KeptDraft, type KeptDrafts, MOST_DRAFTS } from '../../../../shared/contract/draftDoors.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import type { Draft, Drafts } from './drafts.ts'
import { blankForm, type IntakeForm, isTyped } from './intake.ts'
import { blankRows } from './ticks.ts'

/** When each form was last changed, by its key, and what it looked like then. */
export type Changes = ReadonlyMap<number, { readonly text: string; readonly at: string }>

export interface Keeping {
  readonly kept: KeptDrafts
  readonly changes: Changes
  /** Forms that are too many to be kept. */
  readonly left: number
}

/**
 * What is to be kept of the desk: the form on it, if anything is typed, and the newest of those beside it. `form` is what
 * the fields hold now; `null`: its paper is out. `now` dates what has changed since `before`.
 */
export function keptOf(drafts: Drafts, form: IntakeForm | null, before: Changes, now: string): Keeping {
  const current = form && isTyped(form) ? { ...drafts.current, form } : null
  const room = MOST_DRAFTS - (current ? 1 : 0)
  const chosen = [...(current ? [current] : []), ...drafts.aside.slice(-room)]
  const changes = new Map<number, { text: string; at: string }>()
  const all = chosen.map((draft, index): KeptDraft => {
    const text = JSON.stringify(draft.form)
    const known = before.get(draft.key)
    const at = known?.text === text ? known.at : now
    changes.set(draft.key, { text, at })
    const { itemId, caseId } = draft.form
    return {
      key: index + 1,
      form: JSON.parse(text) as KeptDraft['form'],
      ticketNo: draft.ticketNo,
      itemId: itemId === '' ? null : itemId,
      caseId,
      at
    }
  })
  return {
    kept: { drafts: all, current: current ? 1 : null },
    changes,
    left: Math.max(0, drafts.aside.length - room)
  }
}

/** The kept fields over a blank form: what this version of the form does not know the like of stays blank. */
export function formOf(kept: KeptDraft['form']): IntakeForm {
  return over(blankForm(), kept)
}

function over<T>(blank: T, kept: unknown): T {
  // A blank `null` says nothing of what stands there when it is filled in.
  if (blank === null) return (kept ?? null) as T
  if (Array.isArray(blank)) return (Array.isArray(kept) ? kept : blank) as T
  if (typeof blank !== 'object') return (typeof kept === typeof blank ? kept : blank) as T
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return blank
  const fields = Object.entries(blank as object).map(([key, value]) => [
    key,
    over<unknown>(value, (kept as Record<string, unknown>)[key])
  ])
  return { ...kept, ...Object.fromEntries(fields) } as T
}

/** A kept form with its item. Its rows follow the item as it is now; when that is gone there is one to choose again. */
export function draftOf(kept: KeptDraft, key: number, item: ServiceItem | null): Draft {
  const { ticketNo } = kept
  const form = formOf(kept.form)
  const blank = { key, ticketNo, returning: null }
  if (kept.itemId === null) return { ...blank, item: null, form }
  if (!item) return { ...blank, item, form: { ...form, itemId: '', caseId: null, ticks: [] } }
  const ticks = blankRows(item).map((row) => form.ticks.find(({ materialId }) => materialId === row.materialId) ?? row)
  return { ...blank, item, form: { ...form, ticks } }
}

/** An item as a form needs it: that of a case is the version the case was received under. */
export const itemKey = (itemId: string, caseId: string | null): string =>
  caseId === null ? itemId : `${itemId} ${caseId}`

export interface BroughtBack {
  readonly drafts: Drafts
  readonly changes: Changes
  /** When the form that is on the desk again was last changed; `null`: it was left as it is. */
  readonly currentAt: string | null
}

/**
 * Puts what was kept back: the form that was on the desk onto it, unless somebody is typing there already, the others
 * beside it. `typed` is what the fields hold now.
 */
export function bringBack(
  drafts: Drafts,
  typed: IntakeForm,
  kept: KeptDrafts,
  items: ReadonlyMap<string, ServiceItem>
): BroughtBack {
  const back = kept.drafts.map((one, index) => ({
    one,
    draft: draftOf(one, drafts.last + index + 1, items.get(itemKey(one.itemId ?? '', one.caseId)) ?? null)
  }))
  const free = !isTyped(typed) && drafts.current.ticketNo === null
  const current = free ? back.find(({ one }) => one.key === kept.current) : undefined
  const aside = back.filter((one) => one !== current).map(({ draft }) => draft)
  return {
    drafts: {
      current: current?.draft ?? drafts.current,
      aside: [...aside, ...drafts.aside],
      last: drafts.last + back.length
    },
    changes: new Map(back.map(({ one, draft }) => [draft.key, { text: JSON.stringify(draft.form), at: one.at }])),
    currentAt: current?.one.at ?? null
  }
}

/**
 * The case that a kept form supplements, now that it has been fetched. A form that has become another matter in the
 * meantime is left alone; `typed` is what the fields on the desk hold.
 */
export function withReturning(drafts: Drafts, typed: IntakeForm, key: number, detail: CaseDetail): Drafts {
  const put = (draft: Draft, { caseId }: IntakeForm): Draft =>
    draft.key === key && caseId === detail.caseId ? { ...draft, returning: detail } : draft
  return {
    ...drafts,
    current: put(drafts.current, typed),
    aside: drafts.aside.map((draft) => put(draft, draft.form))
  }
}
