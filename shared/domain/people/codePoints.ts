/**
 * Names are counted, cut and compared by code point, never by UTF-16 unit: `'𠮷'.length` is 2 (GB 18030-2022 puts
 * thousands of characters of personal names beyond the Basic Multilingual Plane).
 */

/** Number of code points. */
export function codePointLength(text: string): number {
  return [...text].length
}

/** Like `slice`, by code point. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  return [...text].slice(start, end).join('')
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh-Hans-CN', { granularity: 'grapheme' }) : null

/**
 * What a reader takes for one character: a base with its variation selectors (U+E0100…) and combining marks. Uses
 * `Intl.Segmenter`; where that is missing, marks and selectors are joined to the code point before them.
 */
export function graphemes(text: string): string[] {
  if (segmenter) return [...segmenter.segment(text)].map((part) => part.segment)
  return joinMarks([...text])
}

/** The plain way to graphemes, exported so that it is tested where `Intl.Segmenter` exists. */
export function joinMarks(codePoints: readonly string[]): string[] {
  const joined: string[] = []
  for (const char of codePoints) {
    if (joined.length > 0 && /^\p{M}$/u.test(char)) joined[joined.length - 1] += char
    else joined.push(char)
  }
  return joined
}

/** Half of a surrogate pair on its own: not storable as UTF-8, so it would be lost in the log. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Cs}/u.test(text)
}
