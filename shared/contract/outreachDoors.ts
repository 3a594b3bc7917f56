import { z } from 'zod'
import { CARD_FORMATS } from '../documents/papers.ts'
import { isValidDate } from '../domain/calendar/civilDate.ts'
import type { ListError } from '../domain/outreach/households.ts'
import { GRID_ROLES } from '../domain/outreach/roles.ts'
import type { BatchShown, CardRegistered, GridListed, GridShown } from '../projections/outreachViews.ts'
import { command, query } from './entry.ts'
import { filled, id, nothing } from './inputs.ts'

const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

const date = z.string().max(10).refine(isValidDate)
const line = z.string().trim().max(100)
const grid = {
  name: line,
  siteId: id,
  boundary: z.string().trim().max(200),
  households: z.number().int().min(0).max(99_999),
  stationPhone: z.string().trim().max(40)
}
const person = { name: line, phone: z.string().trim().max(40), duty: line }
const look = { format: z.enum(CARD_FORMATS), bleed: z.boolean() }

/** A list of a whole street is a fraction of that. */
export const LARGEST_LIST = 4 * 1024 * 1024
const bytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= LARGEST_LIST
)
const carrying = { ...leading, largest: LARGEST_LIST + 1024 } as const

const source = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('stock'),
    parts: z
      .array(z.strictObject({ gridId: id, cards: z.number().int().min(1).max(20_000) }))
      .min(1)
      .max(500)
  }),
  z.strictObject({ from: z.literal('list'), bytes }),
  z.strictObject({ from: z.literal('outdated'), gridIds: z.array(id).min(1).max(500) })
])

/** What a list of households would print. A list with mistakes is an answer too: they are all in it. */
export interface ListPreview {
  readonly households: number
  readonly grids: readonly { readonly name: string; readonly households: number }[]
  readonly errors: readonly ListError[]
}

/** The register of grids and the cards that are printed from it. */
export const outreachDoors = {
  'grid.list': query<readonly GridListed[]>()({ ...leading, input: nothing }),
  'grid.get': query<GridShown>()({ ...leading, input: z.strictObject({ gridId: id }) }),
  /** `gridId`: one that the hall names; `null` for one that it does not. */
  'grid.register': command<{ readonly gridId: string; readonly code: string }>()({
    ...leading,
    input: z.strictObject({ ...grid, gridId: id.nullable() })
  }),
  'grid.change': command<null>()({ ...leading, input: z.strictObject({ ...grid, gridId: id }) }),
  'grid.close': command<null>()({ ...leading, input: z.strictObject({ gridId: id, on: date }) }),
  'grid.assign': command<{ readonly assignmentId: string }>()({
    ...leading,
    input: z.strictObject({ ...person, gridId: id, role: z.enum(GRID_ROLES), primary: z.boolean(), from: date })
  }),
  /** `everywhere`: in all grids where the same person works under the same phone. Answers in how many. */
  'grid.changeStaff': command<{ readonly grids: number }>()({
    ...leading,
    input: z.strictObject({ ...person, gridId: id, assignmentId: id, everywhere: z.boolean() })
  }),
  'grid.endStaff': command<null>()({
    ...leading,
    input: z.strictObject({ gridId: id, assignmentId: id, on: date })
  }),
  'grid.choosePrimary': command<null>()({
    ...leading,
    input: z.strictObject({ gridId: id, assignmentId: id, from: date })
  }),

  /** The card as it would be printed now; nothing is issued. */
  'cards.preview': query<Uint8Array>()({ ...leading, input: z.strictObject({ ...look, gridId: id }) }),
  'cards.readList': query<ListPreview>()({ ...carrying, input: z.strictObject({ bytes }) }),
  /** An empty list to be filled in, saved beside the papers; never over one that is there. */
  'cards.listTemplate': query<{ readonly path: string }>()({ ...leading, input: nothing }),
  'cards.start': command<{ readonly batchId: string }>()({
    ...carrying,
    input: z.strictObject({ ...look, source })
  }),
  'cards.pause': command<null>()({ ...leading, input: z.strictObject({ batchId: id }) }),
  'cards.resume': command<null>()({ ...leading, input: z.strictObject({ batchId: id }) }),
  'cards.cancel': command<null>()({ ...leading, input: z.strictObject({ batchId: id }) }),
  /** Open ones and those of today, newest first. */
  'cards.batches': query<readonly BatchShown[]>()({ ...leading, input: nothing }),
  /** The register of issue of one grid and year, newest first. */
  'cards.register': query<readonly CardRegistered[]>()({
    ...leading,
    input: z.strictObject({ gridId: id, year: filled(4).regex(/^\d{4}$/) })
  })
} as const
