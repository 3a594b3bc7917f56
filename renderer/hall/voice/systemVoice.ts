/** The system's own Chinese voice, where there is one that can be trusted. */

/** A sentence takes about five seconds; a voice that has not ended by then has lost its end (a known fault of engines). */
const LONGEST_MS = 15_000
/** A sentence that is over sooner was not said at all. */
const SHORTEST_MS = 800
/** Slower than conversation: old people listen in a noisy hall. */
const RATE = 0.9

/** A voice that is on this PC: one over the network would send numbers out and fail without it. Mandarin first. */
export function chineseVoice<Voice extends { readonly lang: string; readonly localService: boolean }>(
  voices: readonly Voice[]
): Voice | null {
  const local = voices.filter((voice) => voice.localService && /^(?:zh|cmn)\b/i.test(voice.lang))
  return (
    local.find((voice) => /cn|hans|cmn/i.test(voice.lang)) ?? local.find((voice) => !/hk|yue/i.test(voice.lang)) ?? null
  )
}

export class SystemVoice {
  private trusted = true

  constructor() {
    // The first question starts the search for voices; the answer is there by the time of the first call.
    if ('speechSynthesis' in window) speechSynthesis.getVoices()
  }

  /** Is there a voice that has not failed since this screen began? */
  usable(): boolean {
    return this.trusted && this.voice() !== null
  }

  /** Resolves with whether the sentence was said to its end. A voice that fails once is not used again. */
  async say(sentence: string, volume: number): Promise<boolean> {
    const voice = this.voice()
    if (!this.trusted || !voice) return false
    const started = performance.now()
    const whole = await spoken(voice, sentence, volume)
    this.trusted = whole && performance.now() - started >= SHORTEST_MS
    if (!this.trusted) speechSynthesis.cancel()
    return this.trusted
  }

  private voice(): SpeechSynthesisVoice | null {
    return 'speechSynthesis' in window ? chineseVoice(speechSynthesis.getVoices()) : null
  }
}

function spoken(voice: SpeechSynthesisVoice, sentence: string, volume: number): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), LONGEST_MS)
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = RATE
    utterance.volume = volume
    utterance.onend = () => resolve(true)
    utterance.onerror = () => resolve(false)
    speechSynthesis.speak(utterance)
  })
}
