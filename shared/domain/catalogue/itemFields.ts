import { z } from 'zod'

/** Small shapes that items are made of. */

/** One of the codes of a table. */
export function keysOf<T extends Readonly<Record<string, unknown>>>(table: T) {
  return z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])
}

/** One line: no breaks, no control characters, no halves of surrogate pairs; no table keeps those. */
export const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]*$/u)
export const text = line(1, 200)
export const code = line(0, 50)
/** May have several lines. */
export const lines = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]|\n)*$/u)

export const limitSchema = z.strictObject({
  value: z.number().int().min(0).max(3650),
  unit: z.enum(['WORKING_DAY', 'CALENDAR_DAY'])
})
