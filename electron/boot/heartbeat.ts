import { closePastDays } from '../commands/queueHandlers.ts'
import type { Terminal } from '../commands/terminal.ts'
import type { Publisher } from '../ipc/publish.ts'

const BEAT_MS = 1000

/**
 * Once a second: tells screens that their data is alive, and notices midnight. A PC that slept through midnight closes
 * the day when it wakes.
 */
export function heartbeat(options: { readonly terminal: Terminal; readonly publisher: Publisher }): void {
  const { terminal, publisher } = options
  let date = ''
  const beat = (): void => {
    publisher.publish('beat')
    const today = terminal.ambient.today()
    if (today === date) return
    date = today
    void closePastDays(terminal).then(() => {
      publisher.publish('hall')
      publisher.publish('desk')
      publisher.publish('app')
    })
  }
  beat()
  setInterval(beat, BEAT_MS)
}
