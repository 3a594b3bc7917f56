import { ageReached } from '../../shared/domain/people/cardText.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import type { Logger } from '../boot/logging.ts'
import type { Terminal } from '../commands/terminal.ts'
import type { Publisher } from '../ipc/publish.ts'
import { httpReader } from './httpReader.ts'
import { readingIn } from './parse.ts'
import { type CardReaderDriver, type OpenReader, readerAddress } from './reader.ts'
import { webSocketReader } from './webSocketReader.ts'

/** Whoever laid the card there has gone by then, in milliseconds. */
const HELD_MS = 60_000

export const openReader: OpenReader = (address, events) =>
  address.protocol === 'ws:' ? webSocketReader(address, events) : httpReader(address, events)

type Uses = Pick<Terminal, 'ambient' | 'desk' | 'sessions' | 'cards'>

/**
 * Keeps the driver of the card reader that the hall has set, and holds what it reads for whoever it concerns. The log
 * learns only whether the reader is there.
 */
export function followReader(
  terminal: Uses,
  truth: { onDurable(listener: (records: readonly Recorded[]) => void): void },
  publisher: Pick<Publisher, 'publish'>,
  log: Pick<Logger, 'info' | 'warn'>,
  open: OpenReader = openReader
): { close(): Promise<void> } {
  const { ambient, desk, sessions, cards } = terminal
  let wanted = ''
  let driver: CardReaderDriver | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const publish = (): void => {
    publisher.publish('kiosk')
    publisher.publish('reader')
  }

  function turn(status: typeof cards.status): void {
    if (cards.status === status) return
    cards.status = status
    if (status === 'lost') log.warn('card reader lost')
    else log.info('card reader', { status })
    publish()
  }

  function read(message: Uint8Array): void {
    const today = ambient.today()
    const reading = readingIn(message, today)
    if (!reading) {
      log.warn('card not readable', { bytes: message.byteLength })
      return
    }
    const { kiosk, screens } = desk.service
    const atKiosk = screens.some(({ role }) => role === 'kiosk')
    const session = sessions.only()
    if (!atKiosk && !session) return
    const readId = ambient.newId()
    cards.hold({
      readId,
      elderly: ageReached(reading.idNumber, kiosk.elderlyAge, today) === true,
      forCounter: atKiosk || !session ? null : { personId: session.personId, reading }
    })
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (cards.forget(readId)) publish()
    }, HELD_MS)
    publish()
  }

  function follow(): void {
    const { reader } = desk.service.kiosk
    if (reader === wanted) return
    wanted = reader
    driver?.close()
    driver = null
    if (cards.forget()) publish()
    const address = reader === '' ? null : readerAddress(reader)
    if (!address) turn('none')
    else {
      // A driver that was closed may still have something on its way.
      driver = open(address, {
        onStatus: (status) => {
          if (wanted === reader) turn(status)
        },
        onMessage: (message) => {
          if (wanted === reader) read(message)
        }
      })
    }
  }

  truth.onDurable((records) => {
    if (records.some(({ stream }) => stream === 'hall')) follow()
  })
  follow()
  return {
    close() {
      clearTimeout(timer)
      wanted = ''
      driver?.close()
      cards.forget()
      return Promise.resolve()
    }
  }
}
