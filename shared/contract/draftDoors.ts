import { z } from 'zod'
import type { Json } from '../kernel/messages.ts'
import { command, query } from './entry.ts'
import { id, record } from './inputs.ts'

/**
 * The doors of unfinished forms. A form is no fact: what is typed before there is a paper is kept for the person who
 * typed it, for two days at most, and never in the record (PIPL 6 and 19: no more and no longer than needed).
 */

/** Forms of one person. A clerk who has more of them lying about is told so by the screen. */
export const MOST_DRAFTS = 30
/** All forms of a person together, in UTF-16 units of their JSON; a form with everything on it has about 10,000. */
export const LARGEST_DRAFTS = 400_000

/** A form is about four deep. */
const DEEPEST = 8
const MOST_ENTRIES = 1000

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0) return false
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value)
  return inner.length <= MOST_ENTRIES && inner.every((one) => isJson(one, depth - 1))
}

const json = z.custom<Json>((value) => isJson(value, DEEPEST))

/** As `Date.toISOString` writes it, so that instants compare as texts. */
const instant = z.iso.datetime({ precision: 3 })

/** A name within one message: the screen gives each draft another one when it comes back. */
const key = z.number().int().min(1).max(100)

const keptDraft = z.strictObject({
  key,
  /** The fields as they stand, whatever they are: nothing typed is trimmed, checked or refused here. */
  form: record(z.string().max(60), json),
  /** Ticket being served when it was begun. */
  ticketNo: z.string().min(1).max(8).nullable(),
  itemId: id.nullable(),
  /** The case that is being supplemented. */
  caseId: id.nullable(),
  /** When it was last changed. */
  at: instant
})

/** `current` is the key of the form on the desk; `null`: that one is blank. Keys are there once. */
export const keptDrafts = z
  .strictObject({ drafts: z.array(keptDraft).max(MOST_DRAFTS), current: key.nullable() })
  .refine(({ drafts }) => new Set(drafts.map((draft) => draft.key)).size === drafts.length, { path: ['drafts'] })
  .refine(({ drafts, current }) => current === null || drafts.some((draft) => draft.key === current), {
    path: ['current']
  })

export type KeptDraft = z.output<typeof keptDraft>
export type KeptDrafts = z.output<typeof keptDrafts>

export const NO_DRAFTS: KeptDrafts = { drafts: [], current: null }

const atTheDesk = { screens: ['counter'], allowed: ['clerk', 'lead', 'administrator'] } as const

export const draftDoors = {
  /** In place of all that was kept for this person before; answered when it is on the disk. */
  'drafts.keep': command<null>()({ ...atTheDesk, input: keptDrafts }),
  /** What the person who is signed in left unfinished today or yesterday. */
  'drafts.mine': query<KeptDrafts>()({ ...atTheDesk, input: z.strictObject({}) })
} as const
