/**
 * How wide characters are on a receipt. A printer's Chinese font sets everything but ASCII two columns wide, also what
 * UAX #11 calls ambiguous or neutral (· – é): its characters of two bytes are 24 dots wide, whatever they show.
 */

/** Written over or into the character before it, or not at all. */
const NO_WIDTH = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u
/** ASCII, and the halfwidth forms of UAX #11. */
const NARROW = /^[\u{20}-\u{7e}\u{ff61}-\u{ffdc}\u{ffe8}-\u{ffee}]$/u

/** Columns of one character (code point): 0, 1 or 2. */
export function columnsOf(char: string): number {
  if (NO_WIDTH.test(char)) return 0
  return NARROW.test(char) ? 1 : 2
}

/** Columns of a text. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + columnsOf(char), 0)

/** A character with what belongs to it (marks, variation selectors), each in one piece. */
export function clustersOf(text: string): readonly string[] {
  const clusters: string[] = []
  for (const char of text) {
    const last = clusters.at(-1)
    if (last !== undefined && columnsOf(char) === 0) clusters[clusters.length - 1] = last + char
    else clusters.push(char)
  }
  return clusters
}
