import type { CallShown } from '../../shared/domain/queue/queue.ts'
import { announcementText } from './announcement.ts'

/** What makes the sound. Both end when the sound has ended, or cannot be made; neither throws. */
export interface Speakers {
  chime(): Promise<void>
  /** Says a sentence; silent where there is no Chinese voice. */
  say(sentence: string): Promise<void>
}

export interface CallAnnouncer {
  /** Takes the calls as the hall view has them, newest first. What stands there at the first time has been said before. */
  offer(calls: readonly CallShown[]): void
}

/** More ids than the hall view ever holds, so that none of it is forgotten while it is still shown. */
const REMEMBERED = 200

/**
 * Says each call once, in the order of the calls, one after another. A call that is overtaken by a recall of the same
 * number while it still waits to be said is left out: the newer one says it.
 */
export function callAnnouncer(speakers: Speakers): CallAnnouncer {
  let known: readonly string[] | null = null
  let queue: readonly CallShown[] = []
  let speaking = false

  const speak = async (): Promise<void> => {
    speaking = true
    for (let call = queue[0]; call !== undefined; call = queue[0]) {
      queue = queue.slice(1)
      await speakers.chime()
      await speakers.say(announcementText(call))
    }
    speaking = false
  }

  return {
    offer(calls) {
      const before = known
      const fresh = before === null ? [] : calls.filter((call) => !before.includes(call.callId)).reverse()
      known = [...fresh.map((call) => call.callId), ...(before ?? calls.map((call) => call.callId))].slice(
        0,
        REMEMBERED
      )
      const again = new Set(fresh.map((call) => call.no))
      queue = [...queue.filter((call) => !again.has(call.no)), ...fresh]
      if (!speaking && queue.length > 0) void speak()
    }
  }
}
