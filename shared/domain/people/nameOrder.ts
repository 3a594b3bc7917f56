import { nameKeys } from './pinyin.ts'

interface OrderKey {
  /** Begins with a character that has no reading, or with none at all. */
  readonly rare: boolean
  /** Syllables of the likeliest reading, parted by blanks, so that 李 comes before 连 whatever follows. */
  readonly syllables: string
  readonly name: string
}

function orderKey(name: string): OrderKey {
  const { full, starts, text } = nameKeys(name)
  const [whole = ''] = full
  const [at = []] = starts
  const syllables = at.map((from, index) => whole.slice(from, at[index + 1])).join(' ')
  return { rare: !/^[a-z\d]/.test(syllables), syllables, name: text }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Names in the order of a list: by pinyin with the readings of surnames (单 under shan, 仇 under qiu, 解 under xie, 区
 * under ou, 查 under zha), rare characters without a reading last. A collator would put 单 under dan.
 */
export function sortByName<T>(list: readonly T[], nameOf: (one: T) => string): T[] {
  return list
    .map((given) => ({ ...orderKey(nameOf(given)), given }))
    .sort(
      (a, b) => Number(a.rare) - Number(b.rare) || compareText(a.syllables, b.syllables) || compareText(a.name, b.name)
    )
    .map(({ given }) => given)
}

/** As `sortByName`, of the names themselves. */
export const sortNames = (names: readonly string[]): string[] => sortByName(names, (name) => name)
