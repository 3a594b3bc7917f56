import type { DomainEvent } from '../../shared/domain/events.ts'
import { decideRating } from '../../shared/domain/feedback/decideRating.ts'
import {
  type Asked,
  initialRating,
  isRatingEvent,
  type NotRatedWhy,
  ratingStream
} from '../../shared/domain/feedback/rating.ts'
import { toAsk } from '../../shared/domain/feedback/toAsk.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import type { Logger } from '../boot/logging.ts'
import { systemMeta } from '../commands/terminal.ts'
import type { Publisher } from '../ipc/publish.ts'
import { RATING_LANE, type RatingTerminal } from './ratingRun.ts'

type Event<K extends DomainEvent['type']> = Extract<DomainEvent, { type: K }>

/** A timer that came early (clocks are set) looks again after so long. */
const AGAIN_MS = 500

/**
 * Asks visitors how they were served when their service has ended, and ends what nobody answered. Every step is a fact
 * in the log; the timers only say when to look.
 */
export class RatingAsks {
  private readonly terminal: RatingTerminal
  private readonly log: Pick<Logger, 'warn'>
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private closed = false

  constructor(terminal: RatingTerminal, log: Pick<Logger, 'warn'>) {
    this.terminal = terminal
    this.log = log
  }

  /** Call with every batch of durable records, after they have been folded. */
  follow(records: readonly Recorded[]): void {
    if (this.closed) return
    for (const record of records) {
      for (const event of record.commit.events as readonly DomainEvent[]) this.followOne(event, record)
    }
  }

  /** Takes up what the last run left: asks whose time is over end, the others go on. */
  resume(): void {
    for (const state of this.terminal.desk.ratings.values()) {
      if (state.status === 'asked') this.watch(state.ratingId)
    }
  }

  /** Asks nobody any more. What is open is ended after the next start. */
  close(): Promise<void> {
    this.closed = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    return this.terminal.executor.idle()
  }

  private followOne(event: DomainEvent, record: Recorded): void {
    switch (event.type) {
      case 'ServiceFinished':
        void this.ask(event, record)
        return
      case 'ServiceStarted':
        // Somebody else sits there now. While the visitor before is still typing nobody takes the screen from them.
        this.endAll(
          (open) =>
            open.counter === event.data.counter && open.ticketId !== event.data.ticketId && open.prolonged === 0,
          'next'
        )
        return
      case 'ActUndone':
        if (event.data.act === 'ServiceFinished') this.endAll((open) => open.ticketId === event.data.ticketId, 'closed')
        return
      case 'RatingAsked':
      case 'RatingProlonged':
        this.watch(record.stream.slice(ratingStream('').length))
        return
      default:
        return
    }
  }

  private ask(event: Event<'ServiceFinished'>, { stream, version, commit }: Recorded): Promise<void> {
    const { terminal } = this
    const { desk, executor } = terminal
    const finished = { ...event.data, by: event.data.by ?? commit.meta.by, byName: commit.meta.byName }
    return this.inLane(async () => {
      const asked: Asked | null = toAsk(desk, finished, commit.meta.date)
      if (!asked) return
      // Another one still open at this counter has lost its screen.
      await this.endNow((open) => open.counter === asked.counter, 'next')
      const to = ratingStream(asked.ratingId)
      const reply = await executor.attempt({
        lane: RATING_LANE,
        stream: to,
        commandId: `ask:${stream}:${version}`,
        meta: systemMeta(terminal),
        decide: () => decideRating(desk.ratings.get(asked.ratingId) ?? initialRating, { type: 'ask', ...asked }),
        expected: () => desk.versionOf(to) ?? 0
      })
      if (!reply.ok) this.log.warn('a visitor was not asked for a rating', { code: reply.refusal.code })
    })
  }

  private endAll(which: (open: Open) => boolean, why: NotRatedWhy): void {
    void this.inLane(() => this.endNow(which, why))
  }

  /** Inside the lane. */
  private async endNow(which: (open: Open) => boolean, why: NotRatedWhy): Promise<void> {
    const { terminal } = this
    const { desk, executor } = terminal
    for (const state of [...desk.ratings.values()]) {
      if (state.status !== 'asked' || !which(state)) continue
      const stream = ratingStream(state.ratingId)
      const meta = systemMeta(terminal)
      const reply = await executor.attempt({
        lane: RATING_LANE,
        stream,
        commandId: `rating-end:${terminal.ambient.newId()}`,
        meta,
        decide: () =>
          decideRating(desk.ratings.get(state.ratingId) ?? initialRating, { type: 'end', at: meta.at, why }),
        expected: () => desk.versionOf(stream) ?? 0
      })
      if (!reply.ok) this.log.warn('an ask for a rating was not ended', { code: reply.refusal.code })
    }
  }

  /** Ends it when its time is over, however often that is put off. */
  private watch(ratingId: string): void {
    clearTimeout(this.timers.get(ratingId))
    this.timers.delete(ratingId)
    const { desk, ambient } = this.terminal
    const state = desk.ratings.get(ratingId)
    if (this.closed || state?.status !== 'asked') return
    const left = Date.parse(state.until) - Date.parse(ambient.nowIso())
    const timer = setTimeout(() => this.timeIsUp(ratingId), Math.max(0, left) + 1)
    timer.unref()
    this.timers.set(ratingId, timer)
  }

  private timeIsUp(ratingId: string): void {
    this.timers.delete(ratingId)
    const over = (open: Open): boolean => open.ratingId === ratingId && this.terminal.ambient.nowIso() > open.until
    void this.inLane(() => this.endNow(over, 'timeout')).then(() => {
      const state = this.terminal.desk.ratings.get(ratingId)
      if (this.closed || state?.status !== 'asked') return
      const timer = setTimeout(() => this.watch(ratingId), AGAIN_MS)
      timer.unref()
      this.timers.set(ratingId, timer)
    })
  }

  private inLane(work: () => Promise<void>): Promise<void> {
    return this.terminal.executor
      .inLane(RATING_LANE, work)
      .catch((error: unknown) => this.log.warn('a step about a rating broke', { error }))
  }
}

type Open = { readonly ratingId: string; readonly ticketId: string; readonly counter: number } & {
  readonly prolonged: number
  readonly until: string
}

/** Asks for ratings from now on, and tells the rating screens. Call when the log is open and folded. */
export function followRatings(
  terminal: RatingTerminal,
  truth: { onDurable(listener: (records: readonly Recorded[]) => void): void },
  publisher: Pick<Publisher, 'publish'>,
  log: Pick<Logger, 'warn'>
): RatingAsks {
  const asks = new RatingAsks(terminal, log)
  // The sender of a command has its answer first.
  truth.onDurable((records) => {
    setImmediate(() => {
      if (records.some(({ commit }) => commit.events.some((e) => isRatingEvent(e) || e.type === 'HallServiceSet'))) {
        publisher.publish('rating')
      }
      asks.follow(records)
    })
  })
  asks.resume()
  return asks
}
