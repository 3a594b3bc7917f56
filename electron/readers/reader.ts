/**
 * A driver of a card reader: something on this PC that says what lies on the reader. Docs: docs/card-reader.md. It tries
 * again by itself until it is closed; what it reads it hands on and forgets.
 */
export interface CardReaderDriver {
  close(): void
}

export interface ReaderEvents {
  /** `ready`: heard just now. `lost`: silent, and being tried again. */
  readonly onStatus: (status: 'connecting' | 'ready' | 'lost') => void
  /** One message, as it came. */
  readonly onMessage: (message: Uint8Array) => void
}

export type OpenReader = (address: URL, events: ReaderEvents) => CardReaderDriver

/** Larger messages are no card; the connection that sends one is ended. Bytes. */
export const MESSAGE_MOST = 16 * 1024

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/** Pause before the next try in milliseconds: twice as long each time, up to a quarter of a minute. */
export const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(Math.max(0, failures - 1), 10))

const HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The address of a reader's service, or `null`: only this PC itself, so that no card is ever read out over a network.
 * `localhost` becomes 127.0.0.1, because a PC's own list of names could send it elsewhere.
 */
export function readerAddress(text: string): URL | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if ((url.protocol !== 'ws:' && url.protocol !== 'http:') || !HOSTS.has(url.hostname)) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  return url
}
