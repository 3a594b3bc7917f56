import { z } from 'zod'
import { isValidDate } from '../domain/calendar/civilDate.ts'
import type { ImportPreview } from '../domain/catalogue/exchangePreview.ts'
import type { ItemProblem } from '../domain/catalogue/itemCheck.ts'
import { serviceItemSchema } from '../domain/catalogue/serviceItem.ts'
import type { Refusal } from '../kernel/result.ts'
import type { ItemListed, ItemShelfView } from '../projections/catalogueViews.ts'
import { command, query } from './entry.ts'
import { filled, nothing } from './inputs.ts'

const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

const itemId = serviceItemSchema.shape.id
const date = z.string().max(10).refine(isValidDate)
const format = z.enum(['json', 'xlsx'])

/** A file of items: a whole province's list in Excel is a tenth of that. */
export const LARGEST_FILE = 8 * 1024 * 1024

/** The file, and the little that is around it. */
const carrying = { ...leading, largest: LARGEST_FILE + 1024 } as const

const file = z.strictObject({
  format,
  bytes: z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= LARGEST_FILE
  )
})

/** More than all matters of a street; approving is one press. */
const MOST_AT_ONCE = 500

/** What became of each item of one press; the refused ones stay drafts. */
export interface ApprovedMany {
  readonly approved: readonly { readonly itemId: string; readonly version: number }[]
  readonly refused: readonly { readonly itemId: string; readonly refusal: Refusal }[]
}

/** What was imported: drafts, to be approved afterwards. */
export interface Imported {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** The doors of the catalogue's keepers. What clerks use (`catalogue.search`, `catalogue.item`) stands in the contract. */
export const catalogueDoors = {
  /** Every item there is or was, by number. */
  'catalogue.list': query<readonly ItemListed[]>()({ ...leading, input: nothing }),
  'catalogue.get': query<ItemShelfView>()({ ...leading, input: z.strictObject({ itemId }) }),
  /** `item.version` is the version it was made from, 1 for a new item. Answers what is still wrong with its content. */
  'catalogue.saveDraft': command<{ readonly problems: readonly ItemProblem[] }>()({
    ...leading,
    input: z.strictObject({ item: serviceItemSchema })
  }),
  'catalogue.discardDraft': command<null>()({ ...leading, input: z.strictObject({ itemId }) }),
  'catalogue.approve': command<{ readonly version: number }>()({
    ...leading,
    input: z.strictObject({ itemId, effectiveFrom: date })
  }),
  'catalogue.approveMany': command<ApprovedMany>()({
    ...leading,
    input: z.strictObject({ itemIds: z.array(itemId).min(1).max(MOST_AT_ONCE), effectiveFrom: date })
  }),
  /** `effectiveTo` is the last day on offer; yesterday takes the item off at once. */
  'catalogue.withdraw': command<null>()({
    ...leading,
    input: z.strictObject({ itemId, effectiveTo: date, reason: filled(200) })
  }),
  /** What a file would do. A file with mistakes is an answer too: they are all in it. */
  'catalogue.preview': query<ImportPreview>()({ ...carrying, input: file }),
  /** Saves a draft for every item that is new or different; with one mistake in the file nothing at all. */
  'catalogue.import': command<Imported>()({ ...carrying, input: file }),
  /** What is on offer today, as a file. */
  'catalogue.export': query<Uint8Array>()({ ...leading, input: z.strictObject({ format }) }),
  /** The same, saved beside the papers; pages save no files themselves. Another one of the same day replaces it. */
  'catalogue.exportFile': query<{ readonly path: string }>()({ ...leading, input: z.strictObject({ format }) })
} as const
