import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { blankForm, type IntakeForm, isTyped } from './intake.ts'

/** A form without its paper, on the desk or put aside. Kept for its clerk for two days at most (keptDrafts.ts). */
export interface Draft {
  readonly key: number
  readonly form: IntakeForm
  /** Ticket being served when it was begun. */
  readonly ticketNo: string | null
  readonly item: ServiceItem | null
  /** The case that is being supplemented. */
  readonly returning: CaseDetail | null
}

/** What is on the desk, and what lies beside it. */
export interface Drafts {
  readonly current: Draft
  readonly aside: readonly Draft[]
  /** Last key given. */
  readonly last: number
}

export const firstDraft: Drafts = {
  current: { key: 1, form: blankForm(), ticketNo: null, item: null, returning: null },
  aside: [],
  last: 1
}

/** Does another visitor's ticket meet a form with work in it? Then, and only then, the desk asks. */
export const mustAsk = (form: IntakeForm, begunFor: string | null, ticketNo: string | null): boolean =>
  isTyped(form) && begunFor !== ticketNo

/**
 * A clean form for the next visitor. `keep` puts the present one aside if there is anything on it; otherwise it is
 * dropped. `form` is what the fields hold now.
 */
export function begin(drafts: Drafts, form: IntakeForm, keep: boolean, next: Partial<Omit<Draft, 'key'>>): Drafts {
  const key = drafts.last + 1
  const aside = keep && isTyped(form) ? [...drafts.aside, { ...drafts.current, form }] : drafts.aside
  const current = { key, form: blankForm(), ticketNo: null, item: null, returning: null, ...next }
  return { current, aside, last: key }
}

/** Takes an unfinished form up again; the present one is put aside in its stead if there is anything on it. */
export function resume(drafts: Drafts, form: IntakeForm, key: number): Drafts {
  const wanted = drafts.aside.find((draft) => draft.key === key)
  if (!wanted) return drafts
  const others = drafts.aside.filter((draft) => draft.key !== key)
  const aside = isTyped(form) ? [...others, { ...drafts.current, form }] : others
  return { ...drafts, current: wanted, aside }
}

/** Throws an unfinished form away. */
export const discard = (drafts: Drafts, key: number): Drafts => ({
  ...drafts,
  aside: drafts.aside.filter((draft) => draft.key !== key)
})
