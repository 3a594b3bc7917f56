import { foldForSearch, type SearchKeys, textKeys } from '../people/pinyin.ts'
import { MATCH, matches } from '../people/pinyinMatch.ts'
import type { ServiceItem } from './serviceItem.ts'

type Searchable = Pick<ServiceItem, 'id' | 'name' | 'everydayNames'>

interface Entry<Item extends Searchable> {
  readonly item: Item
  /** The item's number, folded: `mz001`. */
  readonly id: string
  readonly texts: readonly SearchKeys[]
}

export interface ItemIndex<Item extends Searchable = ServiceItem> {
  readonly entries: readonly Entry<Item>[]
}

export interface ItemHit<Item extends Searchable = ServiceItem> {
  readonly item: Item
  readonly score: number
  /** What was found, as it is written in the item: its name, one of its everyday names, or its number. */
  readonly matched: string
}

/** Beside the scores of `MATCH`: an exact number beats everything, part of one is worth less than initials. */
const EXACT_ID = 80
const ID_PREFIX = 45
/** Characters of the name in the right order with others between: 残疾补贴 in 困难残疾人生活补贴. */
const IN_ORDER = 5

/** Prepares items for searching: numbers, names and everyday names with their pinyin. */
export function buildItemIndex<Item extends Searchable>(items: readonly Item[]): ItemIndex<Item> {
  return {
    entries: items.map((item) => ({
      item,
      id: foldForSearch(item.id),
      texts: [item.name, ...item.everydayNames].map(textKeys)
    }))
  }
}

function inOrder(wanted: string, text: string): boolean {
  let at = 0
  const chars = [...wanted]
  for (const char of text) if (char === chars[at]) at += 1
  return chars.length > 1 && at === chars.length
}

function scoreText(wanted: string, keys: SearchKeys): number {
  const score = matches(wanted, keys)
  if (score > 0 || !/^\p{Script=Han}+$/u.test(wanted)) return score
  return inOrder(wanted, keys.text) ? IN_ORDER : MATCH.none
}

interface Best {
  readonly score: number
  /** Length of what was found: of two equal hits the shorter text is closer to the query. */
  readonly length: number
  readonly matched: string
}

function bestFor<Item extends Searchable>(entry: Entry<Item>, wanted: string): Best | null {
  const number = entry.id === wanted ? EXACT_ID : entry.id.startsWith(wanted) ? ID_PREFIX : MATCH.none
  let best: Best | null = number > 0 ? { score: number, length: entry.id.length, matched: entry.item.id } : null
  for (const [index, keys] of entry.texts.entries()) {
    const score = scoreText(wanted, keys)
    const length = keys.text.length
    if (score > 0 && (best === null || score > best.score || (score === best.score && length < best.length))) {
      best = { score, length, matched: index === 0 ? entry.item.name : (entry.item.everydayNames[index - 1] ?? '') }
    }
  }
  return best
}

/** Every word must be found somewhere in the item; the weakest hit decides, the first word names what was matched. */
function bestForAll<Item extends Searchable>(entry: Entry<Item>, words: readonly string[]): Best | null {
  const hits = words.map((word) => bestFor(entry, word))
  const [first] = hits
  if (!first || !hits.every((hit) => hit !== null)) return null
  return {
    score: Math.min(...hits.map((hit) => hit.score)),
    length: hits.reduce((sum, hit) => sum + hit.length, 0),
    matched: first.matched
  }
}

/**
 * Items for what a clerk typed: number, characters of name or everyday name, initials or spelled pinyin. Exact beats
 * beginning beats middle; among equals the shorter text, then the order of the list. Blanks part words that must all
 * be found; written without the blanks the query must not do better, so both ways are tried.
 *
 * An empty query finds nothing. Source: what the counter needs ("zdsh", "db" and 低保 all find 最低生活保障申请).
 */
export function searchItems<Item extends Searchable>(
  index: ItemIndex<Item>,
  query: string,
  limit: number
): ItemHit<Item>[] {
  const words = query
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const found = index.entries.flatMap((entry, order) => {
    const whole = bestFor(entry, words.join(''))
    const best = whole ?? (words.length > 1 ? bestForAll(entry, words) : null)
    return best === null ? [] : [{ order, item: entry.item, ...best }]
  })
  found.sort((a, b) => b.score - a.score || a.length - b.length || a.order - b.order)
  return found.slice(0, limit).map(({ item, score, matched }) => ({ item, score, matched }))
}
