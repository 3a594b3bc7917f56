import { expect } from 'vitest'
import type { Json, NewEvent } from '../../shared/kernel/messages.ts'
import type { Decision } from '../../shared/kernel/result.ts'

/** Any piece of the domain: `evolve` takes whatever `decide` gives, so a pair that also issues papers fits. */
export interface Rules<State, Command, Event extends NewEvent> {
  readonly initial: State
  readonly decide: (state: State, command: Command) => Decision<Event>
  readonly evolve: (state: State, event: Event) => State
}

/** What a decision must be. Each throws through `expect` when it is not. */
export interface Outcome<State, Event extends NewEvent> {
  /** Accepted with exactly these events, in this order. */
  recorded(events: readonly Event[], reply?: Json): void
  /** Accepted, and these are the events, for looking at single fields. */
  readonly events: readonly Event[]
  /** Accepted: what the sender is told. */
  readonly reply: Json
  /** Accepted: the state afterwards. */
  readonly state: State
  /** Refused with this code and at least these details. */
  refused(code: string, details?: Readonly<Record<string, unknown>>): void
  /** Accepted, and nothing has to be recorded. */
  nothing(): void
}

export interface Story<State, Command, Event extends NewEvent> {
  readonly state: State
  /** A command that must be accepted on the way there. */
  and(command: Command): Story<State, Command, Event>
  when(command: Command): Outcome<State, Event>
}

/** `given(rules)(...facts).when(command)`: what has happened, what is asked for, what must come of it. */
export function given<State, Command, Event extends NewEvent>(rules: Rules<State, Command, Event>) {
  return (...facts: readonly Event[]): Story<State, Command, Event> =>
    storyAt(rules, facts.reduce(rules.evolve, rules.initial))
}

function storyAt<State, Command, Event extends NewEvent>(
  rules: Rules<State, Command, Event>,
  state: State
): Story<State, Command, Event> {
  const when = (command: Command): Outcome<State, Event> => {
    const decision = rules.decide(state, command)
    const accepted = (): Extract<typeof decision, { ok: true }> => {
      if (!decision.ok) throw new Error(`refused with ${JSON.stringify(decision.refusal)}`)
      // What goes into the log must come out of it as it went in.
      expect(JSON.parse(JSON.stringify(decision.events)), 'events are plain JSON').toStrictEqual(decision.events)
      return decision
    }
    return {
      recorded(events, reply) {
        expect(accepted().events).toEqual(events)
        if (reply !== undefined) expect(accepted().reply).toEqual(reply)
      },
      get events() {
        return accepted().events
      },
      get reply() {
        return accepted().reply
      },
      get state() {
        return accepted().events.reduce(rules.evolve, state)
      },
      refused(code, details = {}) {
        expect(decision).toMatchObject({ ok: false, refusal: { code, ...details } })
      },
      nothing() {
        expect(accepted().events).toEqual([])
      }
    }
  }
  return { state, when, and: (command) => storyAt(rules, when(command).state) }
}
