import { foldForSearch, type SearchKeys } from './pinyin.ts'

/**
 * How well a query fits, best first. Characters that the clerk typed count more than letters, letters that stand for
 * whole names (initials) more than spelled syllables, beginnings more than middles.
 */
export const MATCH = {
  exact: 70,
  textPrefix: 60,
  initialsPrefix: 50,
  initialsInside: 40,
  pinyinPrefix: 30,
  pinyinFromSyllable: 20,
  textInside: 10,
  none: 0
} as const

/**
 * Scores a query against the keys of a name or text (see `MATCH`; 0 = no match). The query is folded as the keys are:
 * "ＺＤＳＨ", "zdsh" and "Z D S H" are one, `ü` is `v`. An empty query matches nothing.
 */
export function matches(query: string, keys: SearchKeys): number {
  const wanted = foldForSearch(query)
  if (wanted === '') return MATCH.none
  if (keys.text === wanted) return MATCH.exact
  if (keys.text.startsWith(wanted)) return MATCH.textPrefix
  if (keys.initials.some((key) => key.startsWith(wanted))) return MATCH.initialsPrefix
  if (keys.initials.some((key) => key.includes(wanted))) return MATCH.initialsInside
  if (keys.full.some((key) => key.startsWith(wanted))) return MATCH.pinyinPrefix
  if (keys.full.some((key, i) => keys.starts[i]?.some((at) => key.startsWith(wanted, at)))) {
    return MATCH.pinyinFromSyllable
  }
  return keys.text.includes(wanted) ? MATCH.textInside : MATCH.none
}
