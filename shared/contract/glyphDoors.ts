import { z } from 'zod'
import { GLYPH_LETTERS } from '../domain/printing/glyphBitmap.ts'
import { GLYPH_SOURCES } from '../domain/printing/glyphs.ts'
import type { GlyphLacking } from '../projections/glyphsLacking.ts'
import { command, query } from './entry.ts'
import { id } from './inputs.ts'

const desk = { screens: ['counter'], allowed: ['clerk', 'lead', 'administrator'] } as const

/** No half of a surrogate pair. */
const codePoint = z
  .number()
  .int()
  .min(1)
  .max(0x10ffff)
  .refine((value) => value < 0xd800 || value > 0xdfff, 'no character')

/** Ways on for a paper with characters that no font has. */
export const glyphDoors = {
  /** Every character of the paper that no font has, whether something has been done about it or not. */
  'glyphs.missing': query<readonly GlyphLacking[]>()({ ...desk, input: z.strictObject({ docId: id }) }),
  /** A picture for every paper with this character; `docId` is one that lacks it. */
  'glyphs.draw': command<null>()({
    ...desk,
    input: z.strictObject({
      docId: id,
      codePoint,
      /** Whether it is a picture of the right size is the domain's question. */
      bitmap: z
        .string()
        .max(2 * GLYPH_LETTERS)
        .regex(/^[A-Za-z0-9+/=]*$/),
      source: z.enum(GLYPH_SOURCES)
    })
  }),
  /** On this one paper: squares to write into by hand. */
  'glyphs.leaveToHand': command<null>()({
    ...desk,
    input: z.strictObject({ docId: id, codePoints: z.array(codePoint).min(1).max(100) })
  })
} as const
