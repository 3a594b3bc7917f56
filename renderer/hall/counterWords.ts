import type { HallView } from '../../shared/projections/views.ts'
import { clockTime } from '../texts/format.ts'

type Counter = HallView['counters'][number]

/**
 * What stands at a counter: 服务中, after hours 延时, 暂停 with the time it goes on again (a time that has passed says
 * nothing any more), 未开放.
 */
export function counterWords({ status, pausedUntil }: Counter, extended: boolean, now: number): string {
  if (status === 'open') return extended ? '延时' : '服务中'
  if (status === 'closed') return '未开放'
  return pausedUntil !== null && Date.parse(pausedUntil) > now ? `暂停 ${clockTime(pausedUntil)}回` : '暂停服务'
}
