import type { NewEvent } from '../../kernel/messages.ts'
import type { ServiceItem } from './serviceItem.ts'

/** One stream an item (`item-<id>`); a case keeps the version it was received under. */
export type CatalogueEvent = NewEvent<
  'ItemPublished',
  { readonly itemId: string; readonly version: number; readonly effectiveFrom: string; readonly item: ServiceItem }
>

export const itemStream = (itemId: string): string => `item-${itemId}`
