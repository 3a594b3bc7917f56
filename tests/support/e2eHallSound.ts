import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

/** The loudspeaker of the hall screen, read sample by sample: its own audio graph, rendered instead of played. */

/** Hertz of the recordings; a graph of the same rate changes none of their samples. */
export const RATE = 16_000

declare global {
  interface Window {
    /** Announcements that the page's audio graph has rendered, oldest first, as base64 of 32-bit floats. */
    renderedSounds?: string[]
  }
}

/**
 * Loads the hall screen anew with a sound card that renders at once: the page builds its graph on what it takes for a
 * playing context. When the rendering is over the context is closed, and the page makes the next one.
 */
export async function listenToGraph(hall: Page): Promise<void> {
  await hall.addInitScript((rate) => {
    const rendered: string[] = []
    window.renderedSounds = rendered
    const contexts = new WeakMap<BaseAudioContext, { state: AudioContextState; begun: boolean }>()
    class Rendering extends OfflineAudioContext {
      constructor() {
        super(1, rate * 20, rate)
        contexts.set(this, { state: 'running', begun: false })
      }
      override get state(): AudioContextState {
        return contexts.get(this)?.state ?? 'running'
      }
      override resume(): Promise<void> {
        return Promise.resolve()
      }
      close(): Promise<void> {
        return Promise.resolve()
      }
    }
    const render = async (context: BaseAudioContext): Promise<void> => {
      const known = contexts.get(context)
      if (!known || known.begun || !(context instanceof Rendering)) return
      known.begun = true
      // Everything of one announcement is laid out in one go; after that it is complete.
      await new Promise((resolve) => setTimeout(resolve))
      const samples = (await context.startRendering()).getChannelData(0)
      known.state = 'closed'
      const bytes = new Uint8Array(samples.buffer)
      let text = ''
      for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
      rendered.push(btoa(text))
    }
    for (const kind of [AudioBufferSourceNode, OscillatorNode]) {
      const { start } = kind.prototype
      kind.prototype.start = function (this: AudioBufferSourceNode & OscillatorNode, ...args: []) {
        start.apply(this, args)
        void render(this.context)
      }
    }
    Object.assign(window, { AudioContext: Rendering })
  }, RATE)
  await hall.reload()
  await hall.waitForSelector('.hall__head')
}

/** The `nth` announcement, from 0; waits for it. */
export async function announcement(hall: Page, nth: number): Promise<Float32Array> {
  const count = (): Promise<number> => hall.evaluate(() => window.renderedSounds?.length ?? 0)
  await expect.poll(count, { message: `announcement ${nth + 1}`, timeout: 40_000 }).toBeGreaterThan(nth)
  const text = await hall.evaluate((i) => window.renderedSounds?.[i] ?? '', nth)
  const bytes = Buffer.from(text, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

export function samplesOf(wav: Buffer): Float32Array {
  const at = wav.indexOf('data', 12, 'latin1') + 8
  return Float32Array.from({ length: (wav.length - at) >> 1 }, (_, i) => wav.readInt16LE(at + 2 * i) / 32_768)
}

export const builtInClip = (name: string): Float32Array =>
  samplesOf(readFileSync(path.resolve(__dirname, '../../renderer/hall/clips', `${name}.wav`)))

/** A recording that nobody could take for a built-in one: a tone of so many hertz. */
export function toneWav(hertz: number, seconds: number): Buffer {
  const count = Math.round(seconds * RATE)
  const wav = Buffer.alloc(44 + count * 2)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(RATE * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(count * 2, 40)
  // A cosine: its first sample is not silent.
  for (let i = 0; i < count; i += 1)
    wav.writeInt16LE(Math.round(12_000 * Math.cos((2 * Math.PI * hertz * i) / RATE)), 44 + 2 * i)
  return wav
}

const QUIET = 1e-4

/** Without the silent samples at both ends. */
function sounding(samples: Float32Array): Float32Array {
  const heard = (sample: number): boolean => Math.abs(sample) > QUIET
  return samples.slice(samples.findIndex(heard), samples.findLastIndex(heard) + 1)
}

/**
 * Where each of these recordings stands in a sound, in samples, one after the other from `from` on: the next thing that
 * sounds must be the next recording, sample for sample. Fails with the name of the first that is not there; so does
 * anything that sounds afterwards.
 */
export function placesOfClips(
  sound: Float32Array,
  clips: readonly (readonly [name: string, samples: Float32Array])[],
  from: number
): readonly number[] {
  const places: number[] = []
  const nextSound = (at: number): number => sound.findIndex((sample, i) => i >= at && Math.abs(sample) > QUIET)
  let at = from
  for (const [name, samples] of clips) {
    const clip = sounding(samples)
    const start = nextSound(at)
    expect(start, `${name} is heard`).toBeGreaterThanOrEqual(0)
    const worst = clip.reduce((most, sample, i) => Math.max(most, Math.abs(sample - (sound[start + i] ?? 0))), 0)
    expect(worst, `what is heard is ${name}`).toBeLessThan(1e-3)
    places.push(start)
    at = start + clip.length
  }
  expect(nextSound(at), 'silence afterwards').toBe(-1)
  return places
}
