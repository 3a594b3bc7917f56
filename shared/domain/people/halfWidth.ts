/** Zero-width characters and the byte-order mark: pasted numbers bring them along and nobody can see them. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/gu

/**
 * Full-width ASCII (U+FF01–U+FF5E) and the ideographic space as their half-width twins; every other character stays.
 * Not NFKC: that would also replace compatibility ideographs of names (F900–FAFF, legal in names: GB 18030-2022).
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** A number (never a name) as it was meant: half width, upper case, without blanks and invisible characters. */
export function compactNumber(raw: string): string {
  return toHalfWidth(raw).replace(INVISIBLE, '').replace(/\s+/gu, '').toUpperCase()
}
