import { CHIME_SECONDS, chimeAt } from './chime.ts'
import { ClipShelf } from './clipShelf.ts'
import { timelineOf } from './timeline.ts'
import { type Word, wordsOf } from './words.ts'

/** An announcement by the audio graph: chime and recordings laid out in advance, back to back by their exact lengths. */

/** Seconds between the order to play and the first sound: the graph is ready by then. */
const LEAD = 0.05
/** A sound that has not ended so many milliseconds after its length never will: the sound card is gone. */
const PATIENCE_MS = 4000
/** Without a sound card starting never ends; the picture must not wait for it. */
const START_MS = 2000
/** Silence after an announcement, so that the next one is not taken for a part of it. Milliseconds. */
const REST_MS = 500

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export interface Played {
  readonly chime: boolean
  /** 0…1. */
  readonly volume: number
}

export class Loudspeaker {
  private readonly shelf = new ClipShelf()
  private context: AudioContext | null = null

  /** Reads the recordings that every announcement needs, so that the first one is not late. */
  async warm(): Promise<void> {
    const context = this.opened()
    if (context)
      await this.shelf.all(
        context,
        wordsOf({ kind: 'call', no: '0123456789', counter: 10 }).map((w) => w.clip)
      )
  }

  /** Chime and words, none: the chime alone. Resolves when it has ended or cannot be had; never rejects. */
  async play(words: readonly Word[], { chime, volume }: Played): Promise<'clips' | 'chime' | 'failed'> {
    try {
      const context = this.opened()
      if (!context || !(await isRunning(context))) {
        this.drop()
        return 'failed'
      }
      const buffers =
        words.length > 0
          ? await this.shelf.all(
              context,
              words.map((word) => word.clip)
            )
          : null
      if (!buffers && !chime) return 'failed'
      const { last, end } = layOut(context, buffers ? words : [], buffers ?? new Map(), { chime, volume })
      const wait = (end - context.currentTime) * 1000 + PATIENCE_MS
      const whole = await Promise.race([endOf(last).then(() => true), after(wait).then(() => false)])
      if (!whole) {
        this.drop()
        return 'failed'
      }
      await after(REST_MS)
      return buffers ? 'clips' : 'chime'
    } catch {
      this.drop()
      return 'failed'
    }
  }

  private opened(): AudioContext | null {
    try {
      if (!this.context || this.context.state === 'closed') this.context = new AudioContext()
      return this.context
    } catch {
      return null
    }
  }

  /** The next announcement tries a new one: loudspeakers are unplugged and plugged in. */
  private drop(): void {
    void this.context?.close().catch(() => undefined)
    this.context = null
  }
}

async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state !== 'running') await Promise.race([context.resume(), after(START_MS)])
  return context.state === 'running'
}

const endOf = (source: AudioScheduledSourceNode): Promise<void> =>
  new Promise((resolve) => source.addEventListener('ended', () => resolve(), { once: true }))

/** Puts one announcement into the graph; gives what sounds last, and when that ends by the context's clock. */
export function layOut(
  context: BaseAudioContext,
  words: readonly Word[],
  buffers: ReadonlyMap<string, AudioBuffer>,
  { chime, volume }: Played
): { readonly last: AudioScheduledSourceNode; readonly end: number } {
  const out = new GainNode(context, { gain: volume })
  out.connect(context.destination)
  const start = context.currentTime + LEAD
  let last = chime ? chimeAt(context, start, out) : null
  const { cues, end } = timelineOf(
    words,
    (clip) => buffers.get(clip)?.duration ?? 0,
    start + (chime ? CHIME_SECONDS : 0)
  )
  for (const { clip, at } of cues) {
    const source = new AudioBufferSourceNode(context, { buffer: buffers.get(clip) ?? null })
    source.connect(out)
    source.start(at)
    last = source
  }
  if (!last) throw new Error('nothing to play')
  return { last, end }
}
