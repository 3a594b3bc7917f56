/** 叮咚: E5 and C5, a falling third, gentle and known from every hall. Hertz, start and length in seconds. */
const TONES = [
  { hertz: 659.25, at: 0, length: 0.9 },
  { hertz: 523.25, at: 0.45, length: 1.1 }
] as const

/** Seconds from its beginning until the voice may begin. */
export const CHIME_SECONDS = 1.6

const LOUDNESS = 0.35

/** Lays the chime into a graph at `start`, in seconds of the context; gives what sounds last. */
export function chimeAt(context: BaseAudioContext, start: number, into: AudioNode): AudioScheduledSourceNode {
  let latest: AudioScheduledSourceNode | null = null
  for (const tone of TONES) {
    const at = start + tone.at
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency: tone.hertz })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, at + tone.length)
    oscillator.connect(gain).connect(into)
    oscillator.start(at)
    oscillator.stop(at + tone.length)
    latest = oscillator
  }
  if (!latest) throw new Error('a chime has tones')
  return latest
}
