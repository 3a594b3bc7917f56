import type { PrintFailure } from '../../../shared/domain/printing/printing.ts'
import type { Question } from './commands.ts'

/** What a receipt printer says about itself, by the bits of its answers to DLE EOT. */

/** The answers, by question. */
export type RawStatus = Readonly<Record<Question, number>>

export const QUESTIONS: readonly Question[] = [1, 2, 3, 4]

/** Fixed bits of every answer: the way to know one from anything else that comes. */
export const isAnswer = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010

interface Sign {
  readonly question: Question
  /** Any of these set. */
  readonly bits: number
  readonly word: string
  readonly reason: PrintFailure
}

/**
 * In the order in which somebody has to see to them: with the cover open most printers miss the paper as well. A roll
 * that is nearly at its end stops nothing.
 */
const SIGNS: readonly Sign[] = [
  { question: 2, bits: 0x04, word: 'cover-open', reason: 'other' },
  { question: 4, bits: 0x60, word: 'paper-end', reason: 'paper-out' },
  { question: 2, bits: 0x20, word: 'paper-end', reason: 'paper-out' },
  { question: 3, bits: 0x08, word: 'cutter-error', reason: 'jam' },
  { question: 3, bits: 0x20, word: 'unrecoverable-error', reason: 'other' },
  { question: 3, bits: 0x04, word: 'recoverable-error', reason: 'other' },
  { question: 3, bits: 0x40, word: 'head-too-hot', reason: 'other' },
  { question: 2, bits: 0x40, word: 'error', reason: 'other' },
  { question: 2, bits: 0x08, word: 'feed-button', reason: 'offline' },
  { question: 1, bits: 0x08, word: 'offline', reason: 'offline' }
]

const NEAR_END = 0x0c

export interface RawObstacle {
  readonly reason: PrintFailure
  /** All that is wrong, in the printer's words. */
  readonly detail: string
}

/** What keeps the printer from printing, if anything does. */
export function rawObstacle(status: RawStatus): RawObstacle | null {
  const found = SIGNS.filter(({ question, bits }) => (status[question] & bits) !== 0)
  const [first] = found
  if (!first) return null
  return { reason: first.reason, detail: [...new Set(found.map(({ word }) => word))].join(' ') }
}

/** The roll is nearly at its end; for the person who looks after the printer. */
export const paperNearEnd = (status: RawStatus): boolean => (status[4] & NEAR_END) !== 0
