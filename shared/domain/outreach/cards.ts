import type { NewEvent } from '../../kernel/messages.ts'
import { checkDigit } from '../casework/numbers.ts'

/** A household as lists of the street name it; one of the two may be empty. */
export interface Household {
  /** 门牌号 or 户号. */
  readonly door: string
  /** 户主. */
  readonly head: string
}

/** 发放登记: one entry a card that was printed, in the stream of its grid and year. */
export type CardEvent = NewEvent<
  'ContactCardIssued',
  {
    readonly cardNo: string
    readonly gridId: string
    readonly version: number
    /** The sheet that it was printed on. */
    readonly docId: string
    readonly to: 'household' | 'stock'
    /** `null` for stock. */
    readonly household: Household | null
    /** Who had it printed. */
    readonly by: string
    readonly on: string
  }
>

/** Last running number of a terminal and year. */
export const LAST_CARD_SERIAL = 999_999

/**
 * Number of a card: `LK` (联系卡) + year + terminal (two digits) + running number of that terminal and year (six) + check
 * digit (ISO 7064 MOD 11,10). `year` has four digits, `serial` is 1…999999.
 */
export function cardNumber(year: string, terminal: string, serial: number): string {
  const body = `${year}${terminal}${String(serial).padStart(6, '0')}`
  return `LK${body}${checkDigit(body)}`
}

/** The running number inside a card's number, and its year. */
export const serialOfCard = (cardNo: string): number => Number(cardNo.slice(8, 14))
export const yearOfCard = (cardNo: string): string => cardNo.slice(2, 6)

export const registerStream = (gridId: string, year: string): string => `register-${gridId}-${year}`

/** As cards print it. */
export const householdLabel = ({ door, head }: Household): string => [door, head].filter((one) => one !== '').join(' ')

/** Cards of one household replace each other; those without a household are the grid's stock. */
export const holderKey = (household: Household | null): string =>
  household === null ? '' : `${household.door}\u0000${household.head}`
