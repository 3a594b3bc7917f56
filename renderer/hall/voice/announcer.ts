import type { VoiceSettings } from '../../../shared/domain/hall/service.ts'
import type { Saying } from '../../../shared/domain/queue/queue.ts'
import { clockTime } from '../../texts/format.ts'
import { isMuted } from './mute.ts'
import { advance, ended, type How, offer, type Report, type Step, silentVoice, type VoiceState } from './schedule.ts'

/** What makes the sound. Ends when the sound has ended or cannot be made; never throws. */
export type Say = (
  saying: Saying,
  settings: VoiceSettings
) => Promise<Extract<How, 'voice' | 'clips' | 'chime' | 'failed'>>

export interface Heard {
  readonly sayings: readonly Saying[]
  readonly voice: VoiceSettings
  readonly counters: readonly { readonly no: number; readonly ticketNo: string | null }[]
}

export interface Announcer {
  /** Takes the hall's newest view. */
  follow(view: Heard): void
  /** Another screen speaks now: what waits is let go, and nothing of it is said should this one speak again. */
  hush(sayings: readonly Saying[]): void
}

/**
 * Follows the schedule with the clock and the sound of this screen. `now`: milliseconds since 1970 by the clock that
 * sayings are dated by; `later` runs something once after so many milliseconds and gives what calls it off.
 */
export function announcer(options: {
  readonly say: Say
  readonly report: (report: Report) => void
  readonly now: () => number
  readonly later: (milliseconds: number, run: () => void) => () => void
}): Announcer {
  const { say, report, now, later } = options
  let state: VoiceState = silentVoice
  let view: Heard | null = null
  let callOff = (): void => undefined

  const follow = ({ state: next, reports }: Step): void => {
    state = next
    for (const one of reports) report(one)
  }
  const isHere = ({ no, counter }: Saying): boolean =>
    view?.counters.some((one) => one.no === counter && one.ticketNo === no) ?? false

  const goOn = (): void => {
    callOff()
    if (!view) return
    const { voice } = view
    const step = advance(state, now(), isMuted(voice, clockTime(now())), isHere)
    follow(step)
    if (step.wakeAt !== null) callOff = later(Math.max(1, step.wakeAt - now()), goOn)
    if (!step.say) return
    void say(step.say, voice).then((how) => {
      follow(ended(state, now(), how, view?.voice ?? voice))
      goOn()
    })
  }

  return {
    follow(next) {
      view = next
      follow(offer(state, next.sayings, now()))
      goOn()
    },
    hush(sayings) {
      callOff()
      const known = offer({ ...silentVoice, started: false }, sayings, Number.POSITIVE_INFINITY).state
      // What is being said is said to its end.
      state = { ...known, current: state.current && { ...state.current, last: true } }
    }
  }
}
