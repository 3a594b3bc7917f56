/**
 * GBK (and so Windows code page 936 and GB 18030-2000) had no code for the 80 characters at FE50–FEA0 and parked them
 * at U+E815–U+E864, among them U+E863, 䶮. Unicode has had all of them for years; old cards and systems still deliver
 * the parked ones. In the order of the private-use code points. Source: GB 18030-2022, which moved the last of them;
 * 74 of the 80 are what the WHATWG `gb18030` index says, the other six (those beyond the BMP) what GB 18030-2005 says.
 */
const GBK_PARKED_FROM = 0xe815
const GBK_PARKED = `2E81 20087 20089 200CC 2E84 3473 3447 2E88 2E8B 9FB4 359E 361A 360E 2E8C 2E97 396E
3918 9FB5 39CF 39DF 3A73 39D0 9FB6 9FB7 3B4E 3C6E 3CE0 2EA7 215D7 9FB8 2EAA 4056
415F 2EAE 4337 2EB3 2EB6 2EB7 2298F 43B1 43AC 2EBB 43DD 44D6 4661 464C 9FB9 4723
4729 477C 478D 2ECA 4947 497A 497D 4982 4983 4985 4986 499F 499B 49B7 49B6 9FBA
241FE 4CA3 4C9F 4CA0 4CA1 4C77 4CA2 4D13 4D14 4D15 4D16 4D17 4D18 4D19 4DAE 9FBB`

const REAL_CODE_POINTS: ReadonlyMap<number, number> = new Map(
  GBK_PARKED.split(/\s+/).map((hex, index) => [GBK_PARKED_FROM + index, Number.parseInt(hex, 16)])
)

/** A code point that means nothing outside the system that made it. */
export interface PrivateUse {
  /** Index by code point. */
  readonly index: number
  readonly codePoint: number
}

/** Private-use code points (U+E000–F8FF and planes 15, 16) with their places. Such a name needs 补录, not deletion. */
export function privateUseIn(text: string): PrivateUse[] {
  return [...text].flatMap((char, index) => {
    const codePoint = char.codePointAt(0)
    return codePoint !== undefined && /^\p{Co}$/u.test(char) ? [{ index, codePoint }] : []
  })
}

/**
 * Replaces the parked code points of GBK by the real characters; every other private-use character stays as it is,
 * because a raw value that is kept can still be resolved later.
 */
export function mapGbkPrivateUse(text: string): string {
  return [...text]
    .map((char) => {
      const real = REAL_CODE_POINTS.get(char.codePointAt(0) ?? 0)
      return real === undefined ? char : String.fromCodePoint(real)
    })
    .join('')
}
