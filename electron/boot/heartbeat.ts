import type { Publisher } from '../ipc/publish.ts'
import type { Ambient } from './ambient.ts'

const BEAT_MS = 1000

/**
 * Once a second, from the first window on: tells screens that the program is alive, also while it has nothing else to
 * say. `onNewDay` runs its work at once and then whenever the date in Shanghai has changed; a PC that slept through
 * midnight notices when it wakes.
 */
export function heartbeat(publisher: Publisher): {
  onNewDay(ambient: Ambient, work: () => Promise<void>): void
} {
  let noticeDay = (): void => undefined
  setInterval(() => {
    publisher.publish('beat')
    noticeDay()
  }, BEAT_MS)
  return {
    onNewDay(ambient, work) {
      let date = ''
      noticeDay = () => {
        const today = ambient.today()
        if (today === date) return
        date = today
        void work()
      }
      noticeDay()
    }
  }
}
