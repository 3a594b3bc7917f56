import type { KeptDraft, KeptDrafts } from '../../shared/contract/draftDoors.ts'
import { addDays } from '../../shared/domain/calendar/civilDate.ts'

/** Today's unfinished forms and yesterday's: a crash in the last minute of a day costs nothing, and no form lies longer. */
const DAYS_BACK = 1

export interface Now {
  /** Instant as `Date.toISOString` writes it; it and those of the drafts compare as texts. */
  readonly at: string
  /** Date in Shanghai. */
  readonly today: string
}

/** Midnight in Shanghai (UTC+8, no summer time) as an instant. */
const startOf = (date: string): string => `${addDays(date, -1)}T16:00:00.000Z`

/**
 * What may still be kept. Older than yesterday goes; what is dated after now (a clock that was put right since) counts
 * as of now, so that no wrong clock keeps a form for years. The same object if nothing changes.
 */
export function stillKept(kept: KeptDrafts, { at, today }: Now): KeptDrafts {
  const oldest = startOf(addDays(today, -DAYS_BACK))
  const drafts = kept.drafts.flatMap((draft): KeptDraft[] => {
    if (draft.at < oldest) return []
    return [draft.at > at ? { ...draft, at } : draft]
  })
  if (drafts.length === kept.drafts.length && drafts.every((draft, i) => draft === kept.drafts[i])) return kept
  return { drafts, current: drafts.some(({ key }) => key === kept.current) ? kept.current : null }
}

/** As a screen gets them: ticket numbers begin anew each day, so an older form is of no ticket of today's. */
export function asOfToday(kept: KeptDrafts, { today }: Pick<Now, 'today'>): KeptDrafts {
  const midnight = startOf(today)
  return { ...kept, drafts: kept.drafts.map((draft) => (draft.at < midnight ? { ...draft, ticketNo: null } : draft)) }
}

/** Is a file that was put aside on this date (`YYYY-MM-DD`) to go? It holds what people typed, as the others do. */
export const isPast = (date: string, today: string): boolean => date < addDays(today, -DAYS_BACK)
