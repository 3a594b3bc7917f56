import type { DeskView } from '../../../../shared/projections/views.ts'

/** How long two keys of the queue still have to wait. */
export interface Locks {
  /** Whole seconds until the number may be called once more; 0: now. */
  readonly recall: number
  /** What 过号 still wants; `null`: it may be pressed, or nobody has been called. */
  readonly miss: { readonly calls: number; readonly seconds: number } | null
}

const NONE: Locks = { recall: 0, miss: null }

/** The hall's time comes once a second, so what has just happened may lie a little ahead of it. */
const BEHIND_SECONDS = 10

/** Seconds from one instant to a later one; without end where the clock was set back, so that nobody waits for it. */
function secondsSince(from: string | null, now: string): number {
  if (from === null) return Number.POSITIVE_INFINITY
  const seconds = (Date.parse(now) - Date.parse(from)) / 1000
  return seconds < -BEHIND_SECONDS ? Number.POSITIVE_INFINITY : Math.max(0, seconds)
}

/**
 * For the look of 重呼 and 过号 and the sentence that says why not yet. The rules are those of `decideQueue`; main decides
 * when a key is pressed. `now`: ISO instant of the hall.
 */
export function locksOf(desk: Pick<DeskView, 'current' | 'queueSettings'>, now: string | null): Locks {
  const { current, queueSettings: settings } = desk
  if (now === null || current?.status !== 'called') return NONE
  const recall = Math.max(0, Math.ceil(settings.recallLockSeconds - secondsSince(current.calledAt, now)))
  const calls = Math.max(0, settings.noShowCalls - current.calls)
  const seconds = Math.max(0, settings.noShowSeconds - Math.floor(secondsSince(current.firstCalledAt, now)))
  return { recall, miss: calls === 0 && seconds === 0 ? null : { calls, seconds } }
}
