import type { Speakers } from './announcer.ts'

/** The sounds of this PC: a chime made from two tones, and the system's own Chinese voice where it has one. */

/** 叮咚: E5 and C5, a falling third, gentle and known from every hall. Hertz, start and length in seconds. */
const TONES = [
  { hertz: 659.25, at: 0, length: 0.9 },
  { hertz: 523.25, at: 0.45, length: 1.3 }
] as const
const CHIME_MS = 1500
const LOUDNESS = 0.35

/** A sentence takes about five seconds; a voice that has not ended by then has lost its end (a known fault of engines). */
const LONGEST_SENTENCE_MS = 15_000
/** Slower than conversation: old people listen in a noisy hall. */
const RATE = 0.9

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function ring(audio: AudioContext): void {
  for (const tone of TONES) {
    const start = audio.currentTime + tone.at
    const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: tone.hertz })
    const gain = new GainNode(audio, { gain: 0 })
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, start + tone.length)
    oscillator.connect(gain).connect(audio.destination)
    oscillator.start(start)
    oscillator.stop(start + tone.length)
  }
}

/** A voice that is on this PC: one over the network would send numbers out and fail without it. Mandarin first. */
export function chineseVoice<Voice extends { readonly lang: string; readonly localService: boolean }>(
  voices: readonly Voice[]
): Voice | null {
  const local = voices.filter((voice) => voice.localService && /^(?:zh|cmn)\b/i.test(voice.lang))
  return (
    local.find((voice) => /cn|hans|cmn/i.test(voice.lang)) ?? local.find((voice) => !/hk|yue/i.test(voice.lang)) ?? null
  )
}

function speakWith(voice: SpeechSynthesisVoice, sentence: string): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = RATE
    utterance.onend = () => resolve()
    utterance.onerror = () => resolve()
    speechSynthesis.speak(utterance)
  })
  return Promise.race([ended, after(LONGEST_SENTENCE_MS).then(() => speechSynthesis.cancel())])
}

export function systemSpeakers(): Speakers {
  let audio: AudioContext | null = null
  // The first question starts the search for voices; the answer is there by the time of the first call.
  if ('speechSynthesis' in window) speechSynthesis.getVoices()
  return {
    async chime() {
      try {
        audio ??= new AudioContext()
        // Without a sound card this never settles; the picture must not wait for it.
        void audio.resume()
        ring(audio)
        await after(CHIME_MS)
      } catch {
        // No sound can be made here: the number stands on the screen.
      }
    },
    async say(sentence) {
      try {
        const voice = chineseVoice(speechSynthesis.getVoices())
        if (voice) await speakWith(voice, sentence)
      } catch {
        // No voice can be had here: chime and picture are left.
      }
    }
  }
}
