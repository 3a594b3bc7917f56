import { z } from 'zod'
import { OUTCOMES } from '../domain/feedback/followUp.ts'
import type { RatingDetail, RatingsListed } from '../projections/ratingLead.ts'
import type { RatingMonth } from '../projections/ratingMonth.ts'
import { command, query } from './entry.ts'
import { approval, date, id, login } from './inputs.ts'

const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

const rating = z.strictObject({ ratingId: id })
const month = z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) })
const text = z.string().trim().max(1000)
/** GB/T 39046: 1 非常满意 … 5 非常不满意. */
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

/**
 * What becomes of ratings, for leads and administrators. There is no door here that gives a rating: only the screen
 * before the visitor has one.
 */
export const feedbackDoors = {
  /** Open follow-ups by date due, and the ratings of a month. */
  'ratings.list': query<RatingsListed>()({ ...leading, input: month }),
  'ratings.get': query<RatingDetail>()({ ...leading, input: rating }),
  /** Figures of a month; by person for leads alone. */
  'ratings.month': query<RatingMonth>()({ ...leading, input: month }),
  /** A workbook with the fields of GB/T 39046 table 9, in the folder of papers. */
  'ratings.export': query<{ path: string; count: number }>()({ ...leading, input: month }),
  /** The whole phone number, by a click that is recorded. */
  'ratings.revealPhone': command<{ phone: string }>()({ ...leading, input: rating }),
  'ratings.start': command<null>()({ ...leading, input: rating.extend({ reviewer: login }) }),
  'ratings.callBack': command<null>()({ ...leading, input: rating.extend({ reached: z.boolean(), text }) }),
  /** `approval`: somebody else gives their word; `null`: whoever is signed in. */
  'ratings.extend': command<null>()({ ...leading, input: rating.extend({ until: date, reason: text, approval }) }),
  'ratings.close': command<null>()({
    ...leading,
    input: rating.extend({ outcome: z.enum(OUTCOMES), text, secondLevel: level.nullable() })
  }),
  'ratings.annotate': command<null>()({ ...leading, input: rating.extend({ text }) })
} as const
