import { useEffect, useState } from 'react'
import type { HallView } from '../../../shared/projections/views.ts'
import { listen, send } from '../../bridge/linchuang.ts'
import { type Announcer, announcer } from './announcer.ts'
import { hallVoice } from './hallVoice.ts'
import type { Report } from './schedule.ts'

/**
 * Gives a clock as soon as the program's own is known, which sayings are dated by: milliseconds since 1970. The first
 * beat may be there already, so `onReady` may run at once.
 */
function followClock(onReady: (now: () => number) => void): () => void {
  let ahead: number | null = null
  return listen('beat', ({ at }) => {
    const first = ahead === null
    ahead = Date.parse(at) - performance.now()
    if (first) onReady(() => performance.now() + (ahead ?? 0))
  })
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The same id for the same saying: however often a screen restarts, it is recorded once. */
function report({ sayId, how, times, startedAt, endedAt }: Report): void {
  const said = { sayId, how, times, startedAt: instant(startedAt), endedAt: instant(endedAt) }
  void send('hall.said', said, `said-${sayId}`).catch(() => undefined)
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Says what the hall's view has to say, on the one screen that speaks. */
export function useVoice(view: HallView | null, speaks: boolean): void {
  const [mine, setMine] = useState<Announcer | null>(null)
  useEffect(() => {
    const voice = hallVoice()
    void voice.warm()
    return followClock((now) => setMine(announcer({ say: voice.say, report, now, later })))
  }, [])
  useEffect(() => {
    if (!mine || !view) return
    if (speaks) mine.follow(view)
    else mine.hush(view.sayings)
  }, [mine, view, speaks])
}
