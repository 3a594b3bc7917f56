import type { Recorded } from '../../shared/kernel/messages.ts'
import type { Terminal } from '../commands/terminal.ts'
import { followRatings } from '../feedback/askForRating.ts'
import type { Publisher } from '../ipc/publish.ts'
import { followCards } from '../outreach/cardPress.ts'
import { followPhone } from '../phone/followPhone.ts'
import { followReader } from '../readers/followReader.ts'
import type { Logger } from './logging.ts'

/**
 * Everything that goes on by itself after something was recorded, beside printing: batches of cards, asks for ratings,
 * what the kiosk shows, the card reader that is set, the page for phones.
 * Call when prints have been taken up.
 */
export function followLog(
  terminal: Terminal,
  truth: { onDurable(listener: (records: readonly Recorded[]) => void): void },
  publisher: Publisher,
  log: Logger
): { close(): Promise<void> } {
  const followers = [
    followCards(terminal, truth, log),
    followRatings(terminal, truth, publisher, log),
    followReader(terminal, truth, publisher, log),
    followPhone(terminal, truth)
  ]
  truth.onDurable((records) => {
    if (records.some(({ stream }) => /^(queue-|hall$)/.test(stream))) setImmediate(() => publisher.publish('kiosk'))
  })
  return {
    async close() {
      await Promise.all(followers.map((one) => one.close()))
    }
  }
}
