import type { DomainEvent } from '../../shared/domain/events.ts'
import {
  type BatchState,
  type BatchStep,
  batchOfDocument,
  isOpenBatch,
  isSettledBatch,
  nextStep
} from '../../shared/domain/outreach/batch.ts'
import type { Household } from '../../shared/domain/outreach/cards.ts'
import { assertNever } from '../../shared/kernel/assertNever.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import type { Logger } from '../boot/logging.ts'
import { Lanes } from '../commands/lanes.ts'
import { printCommand } from '../commands/printCommand.ts'
import { systemMeta } from '../commands/terminal.ts'
import { type CardTerminal, runBatch } from './cardRun.ts'
import { makeSheet, registerSheet } from './cardSheet.ts'

/** After the log has refused (a full disk), until the same step is tried again. */
const AGAIN_MS = 5000

/**
 * Prints batches of cards sheet by sheet. Every step is a fact in the log with an id made from the sheet's number, so that
 * a crash at any moment leads on from there: no sheet is printed twice unasked, none is left out. What stands on the desk
 * says what comes next; this only does it.
 */
export class CardPress {
  private readonly terminal: CardTerminal
  private readonly log: Logger
  private readonly lanes = new Lanes()
  /** Lists of batches under way, so that a file is read once and not for every sheet. */
  private readonly lists = new Map<string, readonly Household[] | null>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private closed = false

  constructor(terminal: CardTerminal, log: Logger) {
    this.terminal = terminal
    this.log = log
  }

  /** Call with every batch of durable records, after they have been folded. */
  follow(records: readonly Recorded[]): void {
    const moved = new Set<string>()
    for (const { commit } of records) {
      for (const event of commit.events as readonly DomainEvent[]) {
        const batchId = batchOf(event)
        if (batchId !== null) moved.add(batchId)
      }
    }
    for (const batchId of moved) this.move(batchId)
  }

  /** Takes up what the last run left open. Call once, when prints have been taken up. */
  resume(): void {
    const { desk, cardLists } = this.terminal
    const open = [...desk.batches.values()].filter((batch) => !isSettledBatch(batch))
    cardLists.keepOnly(new Set(open.filter(isOpenBatch).map(({ batchId }) => batchId)))
    for (const { batchId } of open) this.move(batchId)
  }

  /** Resolves when nothing more is to be done before something else happens. */
  idle(): Promise<void> {
    return this.lanes.idle()
  }

  /** Takes no further step. What is under way is taken up after the next start. */
  close(): Promise<void> {
    this.closed = true
    for (const timer of this.timers) clearTimeout(timer)
    return this.lanes.idle()
  }

  private move(batchId: string): void {
    void this.lanes.run(batchId, () => this.steps(batchId))
  }

  /** As far as it goes now; what a step leads to is seen on the desk. */
  private async steps(batchId: string): Promise<void> {
    for (;;) {
      const batch = this.terminal.desk.batches.get(batchId)
      if (this.closed || !batch) return
      if (!isOpenBatch(batch)) this.forget(batchId)
      const step = nextStep(batch)
      if (step.do === 'wait') return
      const reply = await this.take(batch, step).catch((error: unknown) => {
        this.log.error('a step of a batch of cards broke', { batchId, step: step.do, error })
        return null
      })
      if (reply?.ok) {
        // A step that has changed nothing would be taken for ever.
        if (this.terminal.desk.batches.get(batchId) === batch) return
        continue
      }
      if (reply) this.log.warn('a step of a batch of cards was refused', { batchId, code: reply.refusal.code })
      this.again(batchId)
      return
    }
  }

  private async take(batch: BatchState, step: Exclude<BatchStep, { do: 'wait' }>): Promise<Reply<unknown>> {
    const { terminal } = this
    const { batchId, sheet } = batch
    const meta = systemMeta(terminal)
    switch (step.do) {
      case 'make': {
        const households = this.householdsOf(batch)
        if (households === undefined) {
          const lost = { type: 'pauseBatch', reason: 'list-lost' } as const
          return runBatch(terminal, batchId, `pause:${terminal.ambient.newId()}`, meta, lost)
        }
        const made = await makeSheet(terminal, batch, step.n, households)
        if (made.ok || !('hindrance' in made)) return made
        const { refusal, gridId } = made.hindrance
        const command = { type: 'pauseBatch', reason: 'refused', code: refusal.code, gridId } as const
        return runBatch(terminal, batchId, `pause:${terminal.ambient.newId()}`, meta, command)
      }
      case 'print': {
        const { docId, jobId } = step
        const { printer } = batch
        const command = { type: 'queuePrint', docId, jobId, printer, copies: 1 } as const
        return printCommand(terminal, docId, `print:${jobId}`, meta, command)
      }
      case 'register':
        return registerSheet(terminal, batch)
      case 'pause': {
        const command = { type: 'pauseBatch', reason: 'failed' } as const
        return runBatch(terminal, batchId, `pause:${sheet?.jobId ?? terminal.ambient.newId()}`, meta, command)
      }
      case 'end':
        return runBatch(terminal, batchId, `end:${batchId}`, meta, { type: 'endBatch' })
      default:
        return assertNever(step, 'batch step')
    }
  }

  /** `null`: cards without households; `undefined`: the list is lost. */
  private householdsOf({ batchId, origin }: BatchState): readonly Household[] | null | undefined {
    if (origin === 'stock') return null
    const known = this.lists.get(batchId) ?? this.terminal.cardLists.read(batchId)
    if (known) this.lists.set(batchId, known)
    return known ?? undefined
  }

  private forget(batchId: string): void {
    this.lists.delete(batchId)
    this.terminal.cardLists.remove(batchId)
  }

  private again(batchId: string): void {
    if (this.closed) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      this.move(batchId)
    }, AGAIN_MS)
    timer.unref()
    this.timers.add(timer)
  }
}

/** The batch that an event may move on. */
function batchOf(event: DomainEvent): string | null {
  switch (event.type) {
    case 'CardBatchStarted':
    case 'CardBatchResumed':
    case 'CardBatchPaused':
    case 'CardBatchEnded':
      return event.data.batchId
    case 'Printed':
    case 'PrintFailed':
    case 'PrintUnknown':
      return batchOfDocument(event.data.docId)
    default:
      return null
  }
}

/** Prints what batches leave to be printed, from now until it is closed. Call when prints have been taken up. */
export function followCards(
  terminal: CardTerminal,
  truth: { onDurable(listener: (records: readonly Recorded[]) => void): void },
  log: Logger
): CardPress {
  const press = new CardPress(terminal, log)
  // The sender of a command has its answer first.
  truth.onDurable((records) => void setImmediate(() => press.follow(records)))
  press.resume()
  return press
}
