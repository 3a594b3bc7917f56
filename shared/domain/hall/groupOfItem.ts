import type { HallConfig } from './hall.ts'

interface Offered {
  readonly id: string
  readonly category: string
  /** What a screen in the hall may call it. */
  readonly publicGroup: string
}

/**
 * Which group's number a visitor takes for an item: that of the counter that names the item, the counter with the fewest
 * groups first; else the group, or the counter of one group, whose name says what the item's public group or category
 * says. `null`: the hall's names do not tell, somebody has to ask.
 */
export function groupOfItem(hall: Pick<HallConfig, 'groups' | 'counters'>, item: Offered): string | null {
  const known = (code: string | undefined): string | null => hall.groups.find((g) => g.code === code)?.code ?? null
  const naming = hall.counters
    .filter((counter) => counter.items?.includes(item.id))
    .sort((one, other) => one.groups.length - other.groups.length)
  if (naming[0]) return known(naming[0].groups[0])
  const words = [item.publicGroup, item.category]
  for (const word of words) {
    const group = hall.groups.find(({ name }) => name.includes(word) || word.includes(name))
    if (group) return group.code
    const counter = hall.counters.find(({ name, groups }) => groups.length === 1 && name === word)
    if (counter) return known(counter.groups[0])
  }
  return null
}
