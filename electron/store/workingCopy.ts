import type { Recorded } from '../../shared/kernel/messages.ts'
import type { HistoryState } from '../../shared/projections/views.ts'
import { otherLog } from './otherLog.ts'
import { CallTimedOut, PageEnded, type PageHost, type PageLife, StoreCallFailed } from './pageLife.ts'
import { pause } from './pause.ts'
import type { InputOf, OutputOf, StoreCallName } from './protocol.ts'
import { LogUnreadable, Pump, type StoreLog } from './pump.ts'
import type { SentinelFile } from './sentinel.ts'
import { type AskOptions, type StoreReport, StoreUnavailable } from './store.ts'
import { Waiters } from './waiters.ts'

export interface WorkingCopyOptions {
  readonly log: StoreLog
  readonly host: PageHost
  readonly sentinel: SentinelFile
  readonly onState: (state: HistoryState) => void
  readonly onReport: (report: StoreReport) => void
  /** 0 ≤ x < 1, for the jitter between restarts. */
  readonly random: () => number
  /** First pause before a restart, ms; doubles with each life that did not last. 200 unless told. */
  readonly retryMs?: number
  /** Pause before a log that could not be read is read again, ms; 60,000 unless told. */
  readonly logRetryMs?: number
}

const ASK_TIMEOUT_MS = 5000
/** LevelDB replays its log when it opens; opening or emptying a large database takes seconds. */
const OPEN_TIMEOUT_MS = 120_000
const PING_EVERY_MS = 10_000
const PING_TIMEOUT_MS = 20_000
const RETRY_MS = 200
const LOG_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 30_000
/** A life that was whole for so long has lasted; what ends it then is not the same trouble again. */
const LASTING_MS = 30_000
/** Lives in a row that did not last, after which screens are told that it failed; it is still tried again. */
const LIVES_UNTIL_FAILED = 4

/**
 * The working copy without Electron in it: opens pages one after another, compares each with the log, keeps it fed and
 * puts questions to it. The run loop is the only one that opens and ends pages.
 */
export class WorkingCopy {
  private readonly options: WorkingCopyOptions
  private readonly pump: Pump
  private readonly waiters = new Waiters()
  private readonly closing = new AbortController()
  /** The page whose database is open and of this log. */
  private life: PageLife | null = null
  private applied = 0
  /** Has a database been compared with the log? Before that nothing is known of what is in it. */
  private compared = false
  private breakLife: (error: unknown) => void = () => undefined
  private current: HistoryState = { phase: 'starting' }
  private running: Promise<void> | null = null
  private answers: () => void = () => undefined
  private readonly answered = new Promise<void>((resolve) => {
    this.answers = resolve
  })
  private shortLives = 0
  private endedByFault = false

  constructor(options: WorkingCopyOptions) {
    this.options = options
    this.pump = new Pump(options.log)
  }

  start(): Promise<void> {
    this.running ??= this.run()
    return this.answered
  }

  follow(records: readonly Recorded[]): void {
    this.pump.follow(records)
  }

  appliedSeq(): number {
    return this.applied
  }

  headSeq(): number {
    return this.pump.head
  }

  isWhole(): boolean {
    return this.life !== null && this.applied >= this.pump.head
  }

  state(): HistoryState {
    return this.current
  }

  waitFor(seq: number, timeoutMs: number): Promise<boolean> {
    if (this.closing.signal.aborted) return Promise.resolve(false)
    return this.waiters.wait(() => this.holds(seq), timeoutMs)
  }

  /** Puts a question to the page; one that dies meanwhile is waited for and asked again. */
  async ask<K extends StoreCallName>(call: K, input: InputOf<K>, options: AskOptions = {}): Promise<OutputOf<K>> {
    const { after = 0, timeoutMs = ASK_TIMEOUT_MS } = options
    const deadline = performance.now() + timeoutMs
    for (;;) {
      await this.waitFor(after, deadline - performance.now())
      const { life } = this
      if (this.closing.signal.aborted) throw new StoreUnavailable('closed')
      if (life === null) throw new StoreUnavailable('not-open')
      if (!this.holds(after)) throw new StoreUnavailable('behind')
      try {
        return await life.call(call, input, Math.max(1, deadline - performance.now()))
      } catch (error) {
        this.judge(life, error)
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort()
    this.breakLife(new PageEnded('closing'))
    this.waiters.giveUp()
    await this.running
    const { log, sentinel } = this.options
    if (this.compared) await sentinel.noticed({ epoch: log.epoch, appliedSeq: this.applied }, true)
  }

  private holds(seq: number): boolean {
    return this.life !== null && this.applied >= seq
  }

  /** Returns when the question can be put again, throws when it cannot. */
  private judge(life: PageLife, error: unknown): void {
    if (error instanceof CallTimedOut) throw new StoreUnavailable('timeout')
    const broken = error instanceof PageEnded || (error instanceof StoreCallFailed && error.failure.kind !== 'fault')
    if (!broken) throw new StoreUnavailable('fault', error instanceof Error ? error.message : '')
    if (this.life !== life) return
    this.life = null
    this.breakLife(error)
  }

  private async run(): Promise<void> {
    const { signal } = this.closing
    while (!signal.aborted) {
      let life: PageLife | null = null
      try {
        life = await this.options.host.open(signal)
        this.answers()
        await this.live(life)
      } catch (error) {
        life?.end('given up')
        this.life = null
        if (!signal.aborted) await this.trouble(error)
      }
    }
    this.answers()
  }

  /** One page, from opening its database until something ends it, which is what it rejects with. */
  private async live(life: PageLife): Promise<void> {
    const stop = new AbortController()
    const over = new Promise<never>((_resolve, reject) => {
      this.breakLife = reject
      void life.ended.then((reason) => reject(new PageEnded(reason)))
      if (this.closing.signal.aborted) reject(new PageEnded('closing'))
    })
    const end = this.breakLife
    const ping = setInterval(() => void life.call('hello', null, PING_TIMEOUT_MS).catch(end), PING_EVERY_MS)
    let lasting: NodeJS.Timeout | undefined
    try {
      await Promise.race([over, this.open(life)])
      lasting = setTimeout(() => {
        this.shortLives = 0
        this.endedByFault = false
      }, LASTING_MS)
      await Promise.race([over, this.feed(life, stop.signal)])
    } finally {
      clearInterval(ping)
      clearTimeout(lasting)
      stop.abort()
    }
  }

  /** A log that cannot be read stops the history where it is; the page goes on answering from what it has. */
  private async feed(life: PageLife, signal: AbortSignal): Promise<void> {
    const { onReport, logRetryMs = LOG_RETRY_MS } = this.options
    while (!signal.aborted) {
      try {
        await this.pump.run(life, this.applied, (seq) => this.reached(seq), signal)
      } catch (error) {
        if (!(error instanceof LogUnreadable)) throw error
        onReport({ what: 'log-unreadable', error: error.message })
        this.tell({ phase: 'failed', reason: 'log-unreadable' })
        await pause(logRetryMs, signal)
      }
    }
  }

  private async open(life: PageLife): Promise<void> {
    const { log, sentinel, onReport } = this.options
    this.pump.head = Math.max(this.pump.head, (await log.head()).seq)
    let checkpoint = await life.call('open', null, OPEN_TIMEOUT_MS)
    const held = sentinel.known()
    if (checkpoint === null && held?.epoch === log.epoch && held.appliedSeq > 0) {
      onReport({ what: 'lost', heldSeq: held.appliedSeq })
    }
    const difference = checkpoint && (await otherLog(log, this.pump.head, checkpoint))
    if (checkpoint && difference) {
      onReport({ what: 'other-log', difference, seq: checkpoint.seq })
      await life.call('wipe', null, OPEN_TIMEOUT_MS)
      checkpoint = null
    }
    this.applied = checkpoint?.seq ?? 0
    this.compared = true
    this.life = life
    const behind = this.applied < this.pump.head
    if (behind) onReport({ what: 'rebuilding', fromSeq: this.applied, toSeq: this.pump.head })
    this.current = { phase: 'restarting' }
    this.reached(this.applied)
  }

  /** The page holds everything up to here. */
  private reached(seq: number): void {
    const { log, sentinel, onReport } = this.options
    this.applied = seq
    void sentinel.noticed({ epoch: log.epoch, appliedSeq: seq })
    this.waiters.check()
    const total = this.pump.head
    if (seq >= total && this.current.phase !== 'ready') {
      onReport({ what: 'ready', seq })
      this.tell({ phase: 'ready' })
    } else if (seq < total && this.current.phase !== 'ready') {
      const told = this.current.phase === 'rebuilding' ? Math.floor((100 * this.current.done) / total) : -1
      if (Math.floor((100 * seq) / total) > told) this.tell({ phase: 'rebuilding', done: seq, total })
    }
  }

  private tell(state: HistoryState): void {
    this.current = state
    this.options.onState(state)
  }

  /** After a life that ended: says what happened, removes what cannot be used, and rests before the next one. */
  private async trouble(error: unknown): Promise<void> {
    const { onReport, random, retryMs = RETRY_MS } = this.options
    const { report, remove } = diagnose(error, this.endedByFault)
    this.endedByFault = report.what === 'fault' || report.what === 'aborted'
    this.shortLives += 1
    onReport(report)
    const failed = report.what === 'disk-full' || this.shortLives >= LIVES_UNTIL_FAILED
    this.tell(failed ? { phase: 'failed', reason: report.what } : { phase: 'restarting' })
    if (failed) this.answers()
    if (remove) await this.remove()
    const longest = Math.min(LONGEST_RETRY_MS, retryMs * 2 ** (this.shortLives - 1))
    await pause(longest * (0.5 + random() / 2), this.closing.signal)
  }

  private async remove(): Promise<void> {
    const { host, log, sentinel, onReport } = this.options
    try {
      await host.drop()
      // It is empty because it was emptied here; that was reported already.
      await sentinel.noticed({ epoch: log.epoch, appliedSeq: 0 }, true)
    } catch (error) {
      onReport({ what: 'not-deleted', error: String(error) })
    }
  }
}

/** What an error that ended a life is called, and whether the database is to be removed because of it. */
function diagnose(error: unknown, faultBefore: boolean): { report: StoreReport; remove: boolean } {
  if (error instanceof StoreCallFailed) {
    const { kind } = error.failure
    if (kind === 'full') return { report: { what: 'disk-full' }, remove: false }
    if (kind === 'damaged') return { report: { what: 'damaged', error: error.message }, remove: true }
    // Rows may have come out wrong: what fails twice is tried once more from nothing.
    return { report: { what: kind, error: error.message }, remove: faultBefore }
  }
  if (error instanceof PageEnded || error instanceof CallTimedOut) {
    return { report: { what: 'page-ended', reason: error.message }, remove: false }
  }
  return { report: { what: 'fault', error: error instanceof Error ? error.message : String(error) }, remove: false }
}
