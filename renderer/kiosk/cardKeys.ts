/**
 * Card readers that play a keyboard type everything within a moment and end with Enter. Keys that come slower are a
 * person's.
 */

/** Longest pause between two keys of a reader, in milliseconds; fingers are slower over a whole number. */
const READER_PAUSE_MS = 80
/** Anything shorter is no card: a resident number alone has 18. */
const SHORTEST = 18
const LONGEST = 2000

export interface Keys {
  readonly text: string
  /** Of the last key, in milliseconds. */
  readonly at: number
}

export const noKeys: Keys = { text: '', at: 0 }

/** With one more key. `card`: what was typed, when that key ended a card. */
export function typed(keys: Keys, key: string, at: number): { readonly keys: Keys; readonly card: string | null } {
  const text = at - keys.at <= READER_PAUSE_MS ? keys.text : ''
  if (key === 'Enter') return { keys: noKeys, card: text.length >= SHORTEST ? text : null }
  if (key === 'Tab') return { keys: { text: `${text}|`, at }, card: null }
  // Shift and its like come between capital letters.
  if ([...key].length !== 1) return { keys: { text, at }, card: null }
  return { keys: text.length < LONGEST ? { text: text + key, at } : noKeys, card: null }
}
