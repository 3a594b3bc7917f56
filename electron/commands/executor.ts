import { setTimeout as pause } from 'node:timers/promises'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { assertNever } from '../../shared/kernel/assertNever.ts'
import type { AppendResult, EventLog } from '../../shared/kernel/eventLog.ts'
import type { Commit, Json, Meta, Recorded } from '../../shared/kernel/messages.ts'
import { type Decision, type Refusal, type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Ambient } from '../boot/ambient.ts'
import { Lanes } from './lanes.ts'

/** The part of the log that the executor needs beyond the port. */
export interface RecallingLog extends EventLog {
  /** Every record known of this commit id. */
  recall(commitId: string): readonly Recorded[]
}

export interface Work {
  /** Which width-one queue; one per owner of streams. */
  readonly lane: string
  /** Asked for inside the lane: a new case's stream carries the number that is taken there. */
  readonly stream: string | (() => string)
  readonly commandId: string
  readonly meta: Meta
  /** Runs inside the lane, on the state as it is then; may be run again after a conflict. */
  readonly decide: () => Decision<DomainEvent>
  /** Version the stream must stand at. */
  readonly expected: (stream: string) => number | Promise<number>
}

const TRIES = 4
const PAUSE_MS = 15

/**
 * Load, decide, append, answer: one at a time per lane. Views and reactions hang on the log's durable records, not on
 * this. A command whose id is already in the log gets its first answer and changes nothing.
 */
export class Executor {
  private readonly log: RecallingLog
  private readonly ambient: Ambient
  private readonly lanes = new Lanes()
  private readonly onOutcome: (full: boolean) => void

  constructor(log: RecallingLog, ambient: Ambient, onOutcome: (full: boolean) => void) {
    this.log = log
    this.ambient = ambient
    this.onOutcome = onOutcome
  }

  /** Answers once the events are durable, or with a refusal as data. */
  run(work: Work): Promise<Reply<Json>> {
    return this.lanes.run(work.lane, () => this.attempt(work))
  }

  /** Runs something that reads and appends by itself, without anybody else in that lane. */
  inLane<T>(lane: string, run: () => Promise<T>): Promise<T> {
    return this.lanes.run(lane, run)
  }

  /** The first answer to this command, if it was given before; for handlers that look at the world first. */
  answered(commandId: string): Reply<Json> | null {
    const [first] = this.log.recall(commandId)
    return first ? { ok: true, value: first.commit.reply } : null
  }

  idle(): Promise<void> {
    return this.lanes.idle()
  }

  /** One commit, without the lane: for callers that hold it already. */
  async attempt(work: Work): Promise<Reply<Json>> {
    const first = this.answered(work.commandId)
    if (first) return first
    let inDoubt: Prepared | null = null
    for (let attempt = 1; ; attempt += 1) {
      const next: Prepared | Reply<Json> = inDoubt ?? (await prepare(work))
      if ('ok' in next) return next
      const result = await this.log.append(next.stream, next.expected, next.commit)
      if (result.ok || result.reason === 'full') this.onOutcome(!result.ok)
      if (result.ok) return { ok: true, value: result.recorded.commit.reply }
      if (attempt >= TRIES || !isWorthAnotherTry(result.reason)) return { ok: false, refusal: refusalOf(result.reason) }
      // What may have landed is sent again as it was: decided anew on a state that holds it, it would be done twice.
      inDoubt = result.reason === 'unknown' ? next : null
      await pause(PAUSE_MS * attempt * (0.5 + (this.ambient.randomBytes(1)[0] ?? 0) / 255))
    }
  }
}

interface Prepared {
  readonly stream: string
  readonly expected: number
  readonly commit: Commit
}

/** The version is asked for before the decision: what comes in between is a conflict then, never an old decision. */
async function prepare(work: Work): Promise<Prepared | Reply<Json>> {
  const stream = typeof work.stream === 'string' ? work.stream : work.stream()
  const expected = await work.expected(stream)
  const decision = work.decide()
  if (!decision.ok) return decision
  if (decision.events.length === 0) return { ok: true, value: decision.reply }
  const { commandId: commitId, meta } = work
  return { stream, expected, commit: { commitId, events: decision.events, meta, reply: decision.reply } }
}

type Reason = Extract<AppendResult, { ok: false }>['reason']

/** A time-out may have landed: the same commit again lands once. A conflict: somebody else was faster, decide again. */
const isWorthAnotherTry = (reason: Reason): boolean => reason === 'conflict' || reason === 'unknown'

function refusalOf(reason: Reason): Refusal {
  switch (reason) {
    case 'conflict':
      return refuse('log-conflict').refusal
    case 'unknown':
    case 'offline':
      return refuse('log-unknown').refusal
    case 'forbidden':
      return refuse('log-broken').refusal
    case 'full':
      return refuse('log-full').refusal
    default:
      return assertNever(reason, 'append result')
  }
}
