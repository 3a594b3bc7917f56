import { WebSocket } from 'ws'
import { type CardReaderDriver, MESSAGE_MOST, pauseAfter, type ReaderEvents } from './reader.ts'

/** A service that does not answer a ping until the next one is gone, whatever the operating system thinks. */
const PING_MS = 10_000
const HANDSHAKE_MS = 5_000

/** Listens to a reader's service over WebSocket: each message is one card. */
export function webSocketReader(address: URL, events: ReaderEvents, pingMs: number = PING_MS): CardReaderDriver {
  let closed = false
  let failures = 0
  let socket: WebSocket | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  const connect = (): void => {
    const mine = new WebSocket(address, {
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MESSAGE_MOST,
      followRedirects: false,
      perMessageDeflate: false
    })
    socket = mine
    let answered = true
    const ping = setInterval(() => {
      if (!answered) return mine.terminate()
      answered = false
      if (mine.readyState === WebSocket.OPEN) mine.ping()
    }, pingMs)
    mine.on('open', () => {
      failures = 0
      events.onStatus('ready')
    })
    mine.on('pong', () => {
      answered = true
    })
    mine.on('message', (data) => {
      if (Buffer.isBuffer(data)) events.onMessage(data)
    })
    // What went wrong is followed by `close`, which acts on it.
    mine.on('error', () => undefined)
    mine.on('close', () => {
      clearInterval(ping)
      if (closed) return
      failures += 1
      events.onStatus('lost')
      again = setTimeout(connect, pauseAfter(failures))
    })
  }

  events.onStatus('connecting')
  connect()
  return {
    close() {
      closed = true
      clearTimeout(again)
      socket?.terminate()
    }
  }
}
