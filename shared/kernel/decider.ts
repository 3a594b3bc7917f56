import type { NewEvent } from './messages.ts'
import type { Decision } from './result.ts'

/**
 * The whole shape of a piece of the domain: state first in both functions. `decide` is where rules live; `evolve` is
 * total and never refuses a recorded fact.
 */
export interface Decider<State, Command, Event extends NewEvent> {
  readonly initial: State
  readonly decide: (state: State, command: Command) => Decision<Event>
  readonly evolve: (state: State, event: Event) => State
}
