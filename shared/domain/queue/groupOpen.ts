import { minuteOfDayInShanghai } from '../calendar/civilDate.ts'
import type { HallService } from '../hall/service.ts'
import type { OpenDay } from './queue.ts'

/** Can a number be had in this group just now? `full`: the day's contingent is given out. `stopped`: too near closing. */
export type GroupOpen = 'open' | 'full' | 'stopped'

/** Minutes since midnight of `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * Numbers of the group that count against its contingent. Appointments have places of their own, and who is served
 * without a ticket takes nobody's.
 */
function given(day: OpenDay, group: string): number {
  const exempt = [...day.tickets.values()].filter(
    (t) => t.no.startsWith(group) && (t.appointment !== null || t.source === 'walkIn')
  )
  return (day.serials.get(group) ?? 0) - exempt.length
}

/**
 * Whether a number of the group is given at `at` (ISO instant). `closingTime` is `HH:MM` in Shanghai; with
 * `stopMinutes` no numbers are given in the last minutes before it, nor after it.
 */
export function groupOpen(
  day: OpenDay | null,
  service: HallService,
  group: string,
  at: string,
  closingTime: string
): GroupOpen {
  const { contingents, stopMinutes } = service.queue
  const most = Object.hasOwn(contingents, group) ? contingents[group] : undefined
  if (most !== undefined && (day ? given(day, group) : 0) >= most) return 'full'
  if (stopMinutes !== null && minuteOfDayInShanghai(at) >= minuteOf(closingTime) - stopMinutes) return 'stopped'
  return 'open'
}
