import type { RollWidth } from '../receipt/rolls.ts'
import { mm, ROLL } from './measures.ts'

/** A roll of paper as PDF tickets are laid out on it; lengths in points. */
export interface TicketRoll {
  readonly page: number
  /** What the print head reaches (domain §15.1), in the middle of the roll. */
  readonly print: number
  /** Of the hall's name and of the group. */
  readonly large: number
  /** Of the names of facts, and of what stands beside them. */
  readonly fact: number
  readonly value: number
  /** Room for the name of a fact. */
  readonly nameWidth: number
}

const ROLLS: Readonly<Record<RollWidth, TicketRoll>> = {
  80: { ...ROLL, large: 14, fact: 11, value: 12, nameWidth: 56 },
  // Long values take two lines rather than smaller letters: old people read this.
  58: { page: mm(58), print: mm(48), large: 12, fact: 9.5, value: 10, nameWidth: 44 }
}

/** The roll of a width in millimetres; the usual one where nothing is said. */
export const ticketRoll = (width: RollWidth = 80): TicketRoll => ROLLS[width]
