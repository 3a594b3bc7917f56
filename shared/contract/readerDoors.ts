import { z } from 'zod'
import type { CardReading } from '../domain/people/cardReading.ts'
import { command } from './entry.ts'
import { id } from './inputs.ts'

/** Cards of the reader at the counter. What was read is no fact: it is in no record, and gone when it was taken. */
export const readerDoors = {
  /** All that was read, once, for whoever was signed in when the card was laid on. */
  'reader.take': command<CardReading>()({
    screens: ['counter'],
    allowed: ['clerk', 'lead', 'administrator'],
    input: z.strictObject({ readId: id })
  })
} as const
