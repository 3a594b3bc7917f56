import { refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import type { Terminal } from './terminal.ts'

/** What the card reader at the counter has read, for whoever sits there. Nothing is recorded of it. */
export function readerHandlers({ cards, changed }: Pick<Terminal, 'cards' | 'changed'>): Pick<Handlers, 'reader.take'> {
  return {
    'reader.take'({ readId }, caller) {
      const reading = cards.take(readId, caller.session?.personId ?? '')
      if (!reading) return Promise.resolve(refuse('card-reading-gone'))
      changed()
      return Promise.resolve({ ok: true, value: reading })
    }
  }
}
