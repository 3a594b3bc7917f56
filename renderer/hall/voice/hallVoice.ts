import type { Say } from './announcer.ts'
import { Loudspeaker } from './loudspeaker.ts'
import { SystemVoice } from './systemVoice.ts'
import { sentenceOf, wordsOf } from './words.ts'

/** Says an announcement by whatever this PC has: its own Chinese voice where that is wanted and good, else recordings. */
export function hallVoice(): { readonly say: Say; readonly warm: () => Promise<void> } {
  const loudspeaker = new Loudspeaker()
  const system = new SystemVoice()
  return {
    warm: () => loudspeaker.warm(),
    async say(saying, { chime, volume, voice, one }) {
      if (voice === 'clips' || !system.usable()) return loudspeaker.play(wordsOf(saying, one), { chime, volume })
      const rung = chime ? await loudspeaker.play([], { chime, volume }) : 'failed'
      if (await system.say(sentenceOf(saying, one), volume)) return 'voice'
      // Nobody knows how much of it was heard: it is said once more, by recordings.
      const how = await loudspeaker.play(wordsOf(saying, one), { chime: false, volume })
      return how === 'failed' ? rung : how
    }
  }
}
