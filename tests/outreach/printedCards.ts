import type { DomainEvent } from '../../shared/domain/events.ts'

export type Printed = Extract<DomainEvent, { type: 'ContactCardIssued' }>['data']

/** The register of issue of all grids, in the order of its entries. */
export const registerOf = (events: readonly DomainEvent[]): readonly Printed[] =>
  events.flatMap((event) => (event.type === 'ContactCardIssued' ? [event.data] : []))
