import { compactNumber } from './halfWidth.ts'

export type CreditCodeRefusalCode =
  | 'credit-code-letters'
  | 'credit-code-characters'
  | 'credit-code-length'
  | 'credit-code-check'

export type CreditCodeResult =
  | {
      readonly ok: true
      /** Normalised: 18 characters, upper case. */
      readonly creditCode: string
      /** The inner organisation code (GB 11714) does not check; some registers really issued such codes. */
      readonly warnings: readonly 'credit-code-inner-check'[]
    }
  | {
      readonly ok: false
      readonly code: CreditCodeRefusalCode
      /** The letters that the code never uses, in the order typed, with `credit-code-letters`. */
      readonly letters?: readonly string[]
      /** Number of characters after normalising, with `credit-code-length`. */
      readonly length?: number
    }

/** GB 32100-2015: 31 symbols; I, O, S, V, Z are left out because they are read as 1, 0, 5, U, 2. */
const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const NEVER_USED = /[IOSVZ]/g

/** 3^(i-1) mod 31 for the 17 body characters (GB 32100-2015). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** GB 11714-1997: weights of the 8 body characters of the organisation code at positions 9–16. */
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** The 18th symbol for 17 symbols of the set (GB 32100-2015: `(31 - Σ mod 31) mod 31`). */
export function creditCodeCheckSymbol(seventeenSymbols: string): string {
  if (!/^[0-9A-HJ-NP-RTUWXY]{17}$/.test(seventeenSymbols)) {
    throw new RangeError('creditCodeCheckSymbol: 17 symbols of GB 32100 wanted')
  }
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * SYMBOLS.indexOf(seventeenSymbols.charAt(i)), 0)
  return SYMBOLS.charAt((31 - (sum % 31)) % 31)
}

function innerCheckHolds(creditCode: string): boolean {
  const body = creditCode.slice(8, 16)
  const sum = INNER_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36), 0)
  const check = 11 - (sum % 11)
  return creditCode.charAt(16) === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/**
 * Reads a unified social credit code (统一社会信用代码). Position 1 is not restricted: streets, villages, associations
 * and co-operatives have codes too. `credit-code-letters` deserves the helpful sentence "统一社会信用代码不使用字母
 * I、O、S、V、Z"; it comes before the length, since a typed letter is what the clerk can see.
 *
 * Source: GB 32100-2015; GB 11714-1997 for the inner check, which only warns.
 */
export function parseCreditCode(raw: string): CreditCodeResult {
  const creditCode = compactNumber(raw)
  const letters = creditCode.match(NEVER_USED)
  if (letters) return { ok: false, code: 'credit-code-letters', letters: [...new Set(letters)] }
  if (!/^[0-9A-Z]*$/.test(creditCode)) return { ok: false, code: 'credit-code-characters' }
  if (creditCode.length !== 18) return { ok: false, code: 'credit-code-length', length: creditCode.length }
  if (creditCodeCheckSymbol(creditCode.slice(0, 17)) !== creditCode.charAt(17)) {
    return { ok: false, code: 'credit-code-check' }
  }
  return { ok: true, creditCode, warnings: innerCheckHolds(creditCode) ? [] : ['credit-code-inner-check'] }
}
