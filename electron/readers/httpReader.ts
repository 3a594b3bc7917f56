import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type CardReaderDriver, MESSAGE_MOST, pauseAfter, type ReaderEvents } from './reader.ts'

/** The service may keep the question for half a minute (long poll); after this it is taken for dead. */
const ANSWER_MS = 40_000
/** Between two questions, for a service that answers each at once. */
const BETWEEN_MS = 400

/** Body of an answer, `null` when it is longer than a card can be. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) return Buffer.concat(pieces)
    size += piece.value.byteLength
    if (size > MESSAGE_MOST) {
      await reader?.cancel()
      return null
    }
    pieces.push(piece.value)
  }
}

/** Aborts after so long, or when told to. */
function limited(ms: number) {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  return { signal: controller.signal, timer: setTimeout(abort, ms), abort }
}

/**
 * Asks a reader's service by GET, again and again: 200 with a card, 204 when none was laid on in the meantime. A service
 * that knows no waiting repeats a card as long as it lies there; of such a row the first counts.
 */
export function httpReader(address: URL, events: ReaderEvents, answerMs: number = ANSWER_MS): CardReaderDriver {
  const stop = new AbortController()
  /** Ends the question that is being asked. */
  let end = (): void => undefined
  stop.signal.addEventListener('abort', () => end())

  /** What counts as the same card again; a fingerprint, so that nothing of a card is kept. */
  let last = ''
  const heard = (message: Uint8Array): void => {
    const print = createHash('sha256').update(message).digest('hex')
    if (print !== last) events.onMessage(message)
    last = print
  }

  async function question(): Promise<void> {
    const { signal, timer, abort } = limited(answerMs)
    end = abort
    try {
      const headers = { accept: 'application/json' }
      const response = await fetch(address, { signal, headers, redirect: 'error' })
      const body = await bodyOf(response)
      if (response.status !== 200 && response.status !== 204) throw new Error(`status ${response.status}`)
      events.onStatus('ready')
      if (response.status === 204) last = ''
      else if (body === null) throw new Error('too long')
      else heard(body)
    } finally {
      clearTimeout(timer)
    }
  }

  async function run(): Promise<void> {
    let failures = 0
    while (!stop.signal.aborted) {
      let wait = BETWEEN_MS
      try {
        await question()
        failures = 0
      } catch {
        if (stop.signal.aborted) return
        failures += 1
        wait = pauseAfter(failures)
        events.onStatus('lost')
      }
      await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  }

  events.onStatus('connecting')
  void run()
  return { close: () => stop.abort() }
}
