import type { Page } from '@playwright/test'
import type { CommandName, InputOf } from '../../shared/contract/contract.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import { type Intake, intake, noticeOf, visitor } from './e2eIntake.ts'

/** Work of a busy counter, sent without a pause from the counter screen's page, and what came of it, kept outside. */

export interface SentCommand {
  readonly name: CommandName
  readonly commandId: string
  readonly input: InputOf<CommandName>
}

type Report =
  | { readonly what: 'sent'; readonly command: SentCommand }
  | { readonly what: 'answered'; readonly commandId: string; readonly reply: Reply<unknown> }

declare global {
  interface Window {
    readonly reportCommand: (report: Report) => Promise<void>
  }
}

/** Pseudo-random numbers from a seed, 0 ≤ x < 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What was sent and what was answered, as far as it has reached this process. Nothing here knows what the program keeps. */
export class Ledger {
  private readonly sent = new Map<string, SentCommand>()
  private readonly answers = new Map<string, Reply<unknown>>()
  private waiting: { readonly count: number; readonly reached: () => void } | null = null
  private answersNow = 0

  /** Listens to a page; to be called once for each life of the program, before its stream starts. */
  async listenTo(page: Page): Promise<void> {
    this.answersNow = 0
    await page.exposeFunction('reportCommand', (report: Report) => {
      if (report.what === 'sent') this.sent.set(report.command.commandId, report.command)
      else this.answer(report.commandId, report.reply)
    })
  }

  answer(commandId: string, reply: Reply<unknown>): void {
    this.answers.set(commandId, reply)
    this.answersNow += 1
    if (this.waiting && this.answersNow >= this.waiting.count) this.waiting.reached()
  }

  /** Resolves when so many answers of this life have come. */
  answered(count: number): Promise<void> {
    return new Promise((reached) => {
      if (this.answersNow >= count) reached()
      else this.waiting = { count, reached }
    })
  }

  /** Sent, and nobody knows what became of it. */
  unanswered(): SentCommand[] {
    return [...this.sent.values()].filter(({ commandId }) => !this.answers.has(commandId))
  }

  /** Everything that was answered with yes. */
  acknowledged(): { readonly command: SentCommand; readonly value: unknown }[] {
    return [...this.sent.values()].flatMap((command) => {
      const reply = this.answers.get(command.commandId)
      return reply?.ok ? [{ command, value: reply.value }] : []
    })
  }

  /** Codes of all refusals. */
  refusals(): string[] {
    return [...this.answers.values()].flatMap((reply) => (reply.ok ? [] : [reply.refusal.code]))
  }
}

interface StreamPlan {
  /** Groups; one ticket after the other. Each prints itself, which takes far longer than everything else here. */
  readonly tickets: readonly string[]
  /** One list for each chain; the commands of a chain follow each other, chains run at the same time. */
  readonly intakes: readonly (readonly { readonly notice: boolean; readonly input: Intake }[])[]
  readonly rounds: number
}

const CHAINS = 2
const LENGTH = 100

/** More work than fits into the life of a program that is about to be killed. `firstVisitor` is not used by another plan. */
export function planStream(random: () => number, items: readonly ServiceItem[], firstVisitor: number): StreamPlan {
  const many = <T>(make: (i: number) => T): T[] => Array.from({ length: LENGTH }, (_, i) => make(i))
  const takeIn = (i: number): StreamPlan['intakes'][number][number] => {
    const notice = random() < 0.4
    const item = items[Math.floor(random() * items.length)] as ServiceItem
    return { notice, input: intake(item, visitor(firstVisitor + i), notice ? 'some' : 'none') }
  }
  return {
    tickets: many(() => 'ABCDEFGH'[Math.floor(random() * 8)] ?? 'A'),
    intakes: Array.from({ length: CHAINS }, (_, chain) => many((i) => takeIn(chain * LENGTH + i))),
    rounds: LENGTH
  }
}

/** Visitors that one plan takes up. */
export const VISITORS = CHAINS * LENGTH

/** Starts the stream and returns at once; it goes on until the page ends or the plan is done. */
export async function startStream(page: Page, plan: StreamPlan): Promise<void> {
  await page.evaluate((given) => {
    const send = async <K extends CommandName>(name: K, input: InputOf<K>): Promise<Record<string, string>> => {
      const commandId = crypto.randomUUID()
      void window.reportCommand({ what: 'sent', command: { name, commandId, input } })
      const reply = await window.linchuang.command(name, commandId, input)
      void window.reportCommand({ what: 'answered', commandId, reply })
      return (reply.ok ? (reply.value ?? {}) : {}) as Record<string, string>
    }
    const tickets = async (groups: readonly string[]): Promise<void> => {
      for (const group of groups) await send('queue.issueTicket', { group, priority: null })
    }
    const calls = async (): Promise<void> => {
      for (let round = 0; round < given.rounds; round += 1) {
        const { ticketId } = await send('queue.callNext', {})
        if (round % 4 === 3 && ticketId) {
          await send('queue.cancelTicket', { ticketId, reason: '改天再来' })
        } else {
          await send('queue.startService', {})
          await send('queue.finishService', { saidEnd: null })
        }
      }
    }
    const intakes = async (list: StreamPlan['intakes'][number]): Promise<void> => {
      for (const [i, { notice, input }] of list.entries()) {
        const { caseId = null, docId } = notice
          ? await send('casework.giveOneTimeNotice', { ...noticeOf(input), secondNoticeReason: null, approval: null })
          : await send('casework.accept', input)
        if (docId && i % 3 === 0) await send('papers.print', { docId })
        if (!notice || !caseId || i % 2 !== 0) continue
        // The visitor comes back with what was missing.
        const ticks = input.ticks.map((tick) => ({ ...tick, result: 'inOrder' as const, reason: '' }))
        await send('casework.accept', { ...input, caseId, ticks })
      }
    }
    const all = [tickets(given.tickets), calls(), ...given.intakes.map(intakes)]
    void Promise.all(all)
  }, plan)
}
