import type { Word } from './words.ts'

/** One recording and when it begins, in seconds. */
export interface Cue {
  readonly clip: string
  readonly at: number
}

export interface Timeline {
  readonly cues: readonly Cue[]
  /** When the last one has ended. */
  readonly end: number
}

/** Recordings back to back by their exact lengths. `lengthOf` gives seconds. */
export function timelineOf(words: readonly Word[], lengthOf: (clip: string) => number, start: number): Timeline {
  const cues: Cue[] = []
  let at = start
  for (const { clip, pause } of words) {
    cues.push({ clip, at })
    at += lengthOf(clip) + pause / 1000
  }
  return { cues, end: at }
}
