import type { PriorityReason } from '../../../shared/domain/queue/queueEvents.ts'
import type { Chance } from './chance.ts'

/** One visitor of the morning, as they are before they come. Times in seconds after the hall opens. */
export interface Visitor {
  readonly comesAt: number
  readonly group: string
  readonly at: 'kiosk' | 'counter'
  readonly priority: PriorityReason | null
  /** Six digits of an appointment; `null`: none. */
  code: string | null
  /** Does not hear the first calls and is missed. */
  readonly away: boolean
  /** Comes back after being missed, so many seconds later. */
  readonly back: number | null
  /** Seconds from the call to the counter. */
  readonly walk: number
  ticketId: string | null
}

const REASONS: readonly PriorityReason[] = ['elderly', 'disabled', 'military', 'maternity', 'mobility']

/** Most come in the first hours, in every group, some with a reason to be called earlier. */
export function visitorsOf(chance: Chance, groups: readonly string[], count: number, seconds: number): Visitor[] {
  const visitors = Array.from({ length: count }, (): Visitor => {
    const early = chance.is(0.6)
    return {
      comesAt: Math.floor(chance.next() * (early ? seconds * 0.5 : seconds)),
      group: chance.of(groups) ?? 'A',
      at: chance.is(0.7) ? 'kiosk' : 'counter',
      priority: chance.is(0.12) ? (chance.of(REASONS) ?? null) : null,
      code: null,
      away: chance.is(0.08),
      back: chance.is(0.6) ? chance.between(60, 900) : null,
      walk: chance.between(5, 45),
      ticketId: null
    }
  })
  return visitors.sort((one, other) => one.comesAt - other.comesAt)
}
