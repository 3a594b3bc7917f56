import { useEffect, useState } from 'react'
import type { TopicName } from '../../shared/contract/contract.ts'
import { listen } from './linchuang.ts'

/** After this long without a sign of life what a screen shows counts as old. */
export const OLD_AFTER_MS = 5000

export interface Silence {
  readonly old: boolean
  /** When the last sign of life arrived, in milliseconds since 1970 by this PC's clock; `null`: none yet. */
  readonly lastAt: number | null
}

/** A moment by two clocks: one that only moves forward, for measuring, and the one on the wall, for showing. */
export interface Moment {
  readonly steady: number
  readonly wall: number
}

/**
 * Whether data is old. Measured from arrival to now on one clock: neither a difference between the clocks of two PCs
 * nor a clock that is set in between can make old data look fresh.
 */
export function silenceAt(last: Moment | null, started: number, steadyNow: number): Silence {
  return { old: steadyNow - (last?.steady ?? started) > OLD_AFTER_MS, lastAt: last?.wall ?? null }
}

const CHECK_EVERY_MS = 500
const NO_TOPICS: readonly TopicName[] = []

/** Watches `beat` and the given topics. */
export function useSilence(topics: readonly TopicName[] = NO_TOPICS): Silence {
  const [silence, setSilence] = useState<Silence>({ old: false, lastAt: null })
  useEffect(() => {
    const started = performance.now()
    let last: Moment | null = null
    const look = (): void => {
      const next = silenceAt(last, started, performance.now())
      // While all is well nothing is drawn again.
      setSilence((before) => (before.old === next.old && !next.old ? before : next))
    }
    const heard = (): void => {
      last = { steady: performance.now(), wall: Date.now() }
      look()
    }
    const stops = (['beat', ...topics] as const).map((topic) => listen(topic, heard))
    const timer = setInterval(look, CHECK_EVERY_MS)
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
    }
  }, [topics])
  return silence
}
