import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import type { Decided, Desk, Out } from './atCounter.ts'
import type { CounterAct } from './queueCommands.ts'

/**
 * Acts on the counter itself. Opening what is open is nothing for the same person and refused for another
 * (`counter-taken {by}`); a paused counter may be taken over. One person may have two counters open: somebody who helps
 * out elsewhere has not left the first, and what is bound to a person may be called at both. A counter pauses while it
 * serves (it calls nobody after this one) and closes only empty (`counter-busy {no}`). Refuses also
 * `pause-until-past`.
 */
export function counterAct({ counter, held, current }: Desk, command: CounterAct): Decided {
  const { at, by, byName } = command
  const { no } = counter
  switch (command.type) {
    case 'openCounter':
      if (held.status === 'open' && held.by !== by) return refuse('counter-taken', { by: held.byName })
      if (held.status === 'open') return accept([])
      return accept<Out>([{ type: 'CounterOpened', v: 1, data: { counter: no, by, byName, at } }])
    case 'pauseCounter': {
      const { reason, until } = command
      if (held.status === 'closed') return accept([])
      if (until !== null && Date.parse(until) <= Date.parse(at)) return refuse('pause-until-past', { field: 'until' })
      const same = held.pauseReason === reason && held.pausedUntil === until
      if (held.status === 'paused' && same) return accept([])
      return accept<Out>([{ type: 'CounterPaused', v: 1, data: { counter: no, at, by, reason, until } }])
    }
    case 'closeCounter':
      if (held.status === 'closed') return accept([])
      if (current) return refuse('counter-busy', { no: current.no })
      return accept<Out>([{ type: 'CounterClosed', v: 1, data: { counter: no, at, by } }])
    case 'callColleague': {
      if (held.alarm) return accept([])
      const { reason } = command
      return accept<Out>([{ type: 'ColleagueCalled', v: 1, data: { counter: no, at, by, byName, reason } }])
    }
    case 'answerColleague':
      // Who comes second finds it answered already: that is no mistake.
      if (!held.alarm) return accept([])
      return accept<Out>([{ type: 'ColleagueAnswered', v: 1, data: { counter: no, at, by, byName } }])
    default:
      return assertNever(command, 'counter act')
  }
}
