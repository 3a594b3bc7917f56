import items from '../../data/items.json'
import { type ItemFile, itemFileSchema } from './serviceItem.ts'

/** The 89 sample items of the demo hall with their warning. A real hall replaces them by its own published list. */
export function shippedItems(): ItemFile {
  return itemFileSchema.parse(items)
}
