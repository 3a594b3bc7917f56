import type { Counter, HallConfig } from './hall.ts'

/** A counter without a list serves every item. */
export const servesItem = ({ items }: Pick<Counter, 'items'>, itemId: string): boolean =>
  items === undefined || items.length === 0 || items.includes(itemId)

/** Where an item is served: the counters that name it, else those that serve every one. */
export function countersServing(hall: Pick<HallConfig, 'counters'>, itemId: string): readonly number[] {
  const naming = hall.counters.filter((counter) => counter.items?.includes(itemId))
  const serving = naming.length > 0 ? naming : hall.counters.filter((counter) => servesItem(counter, itemId))
  return serving.map(({ no }) => no)
}
