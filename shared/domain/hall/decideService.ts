import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { OpenDay } from '../queue/queue.ts'
import { checkHallService } from './checkService.ts'
import { checkHallConfig } from './decideHall.ts'
import type { Counter, HallConfig, HallEvent, TicketGroup } from './hall.ts'
import type { HallService } from './service.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Sets queue, screens and voice, whole. Refuses with the first of `checkHallService`; what is in force is not recorded. */
export function decideService(current: HallService, wanted: HallService, hall: HallConfig): Decision<HallEvent> {
  const [wrong] = checkHallService(wanted, hall)
  if (wrong) return { ok: false, refusal: wrong }
  return same(current, wanted) ? accept([]) : accept([{ type: 'HallServiceSet', v: 1, data: { service: wanted } }])
}

const UNDISPOSED = ['waiting', 'called', 'serving', 'held']

/**
 * Changes counters and groups while the hall is at work. Refuses what `checkHallConfig` refuses, a group that goes while a
 * number of it is not disposed of (`config-group-in-use {no}`), and a counter that goes while it is open
 * (`config-counter-open {counter}`) or named by a planned screen (`config-counter-on-screen {counter}`).
 */
export function decideCounters(
  hall: HallConfig,
  day: OpenDay | null,
  wanted: { readonly groups: readonly TicketGroup[]; readonly counters: readonly Counter[] },
  screens: HallService['screens'] = []
): Decision<HallEvent> {
  const config: HallConfig = { ...hall, groups: wanted.groups, counters: wanted.counters }
  const [wrong] = checkHallConfig(config)
  if (wrong) return { ok: false, refusal: wrong }
  const letters = new Set(wanted.groups.map((group) => group.code))
  const numbers = new Set(wanted.counters.map((counter) => counter.no))
  if (day?.status === 'open') {
    const left = [...day.tickets.values()].find((t) => UNDISPOSED.includes(t.status) && !letters.has(t.group))
    if (left) return refuse('config-group-in-use', { field: 'config.groups', group: left.group, no: left.no })
    const open = [...day.counters].find(([no, counter]) => counter.status !== 'closed' && !numbers.has(no))
    if (open) return refuse('config-counter-open', { field: 'config.counters', counter: open[0] })
  }
  const shown = screens.flatMap((plan) => [...plan.counters, ...(plan.counter === null ? [] : [plan.counter])])
  const gone = shown.find((no) => !numbers.has(no))
  if (gone !== undefined) return refuse('config-counter-on-screen', { field: 'config.counters', counter: gone })
  return same(hall, config) ? accept([]) : accept([{ type: 'HallChanged', v: 1, data: { config } }])
}
