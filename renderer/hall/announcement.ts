/**
 * What the voice says for a call. The number is spoken letter by letter and digit by digit, 0 as 零 and 2 as 二 (never
 * 两, which the ear takes for a different digit); the counter as a whole number (12 → 十二), as people say it in a hall.
 */

const DIGITS = '零一二三四五六七八九'

/** A whole number 0…99 in words: 3 → 三, 12 → 十二, 20 → 二十. Throws RangeError for anything else. */
export function wholeNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) throw new RangeError(`no counter has the number ${value}`)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return DIGITS.charAt(ones)
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`
}

/** `A005` → `A 零 零 五`: blanks make a voice read the characters one by one. */
export const spokenNumber = (no: string): string =>
  [...no.toUpperCase()]
    .map((character) => (/[0-9]/.test(character) ? DIGITS.charAt(Number(character)) : character))
    .join(' ')

/** `请 A 零 零 五 号，到 三 号窗口办理` */
export const announcementText = (call: { readonly no: string; readonly counter: number }): string =>
  `请 ${spokenNumber(call.no)} 号，到 ${wholeNumber(call.counter)} 号窗口办理`
