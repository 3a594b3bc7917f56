import type { Publisher } from '../ipc/publish.ts'
import type { Ambient } from './ambient.ts'

const BEAT_MS = 1000
/** Length of an ISO instant down to its minute. */
const MINUTE = 16

/**
 * Once a second, from the first window on: tells screens that the program is alive, also while it has nothing else to
 * say. `onNewDay` runs its work at once and then whenever the date in Shanghai has changed; a PC that slept through
 * midnight notices when it wakes.
 */
export interface Heart {
  onNewDay(ambient: Ambient, work: () => Promise<void>): void
  /** Runs its work whenever the minute has changed, one run at a time. */
  onNewMinute(ambient: Ambient, work: () => Promise<void>): void
}

export function heartbeat(publisher: Publisher): Heart {
  const notices: (() => void)[] = []
  setInterval(() => {
    publisher.publish('beat')
    for (const notice of notices) notice()
  }, BEAT_MS)

  const onChange = (read: () => string, before: string, work: () => Promise<void>): (() => void) => {
    let known = before
    let running = false
    return () => {
      const now = read()
      if (now === known || running) return
      known = now
      running = true
      void work().finally(() => {
        running = false
      })
    }
  }

  return {
    onNewDay(ambient, work) {
      const notice = onChange(() => ambient.today(), '', work)
      notices.push(notice)
      notice()
    },
    onNewMinute(ambient, work) {
      const minute = (): string => ambient.nowIso().slice(0, MINUTE)
      notices.push(onChange(minute, minute(), work))
    }
  }
}
