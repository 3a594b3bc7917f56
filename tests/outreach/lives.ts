import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readWorkbook, writeWorkbook } from '../../electron/catalogue/workbook.ts'
import { Executor, type RecallingLog } from '../../electron/commands/executor.ts'
import { outreachHandlers } from '../../electron/commands/outreachHandlers.ts'
import { paperHandlers } from '../../electron/commands/paperHandlers.ts'
import type { Terminal } from '../../electron/commands/terminal.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import { followCards } from '../../electron/outreach/cardPress.ts'
import { HouseholdLists } from '../../electron/outreach/householdLists.ts'
import type { PdfService } from '../../electron/printing/pdfService.ts'
import { PrintReactor } from '../../electron/printing/printReactor.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { nextStep } from '../../shared/domain/outreach/batch.ts'
import type { AppendResult } from '../../shared/kernel/eventLog.ts'
import type { Commit, Recorded } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { fakeTerminal } from '../commands/support/fakeTerminal.ts'
import { RememberingLog } from '../commands/support/recallingLog.ts'
import { HALL, LEAD } from '../support/builders.ts'
import { fakeAmbient } from '../support/fakeAmbient.ts'

/** One run of the program after another over the same log, the same lists and the same folder of papers. */

const NEVER = new Promise<never>(() => undefined)

/** Where a run ends: at its n-th append (from 1), before or after that one lands. */
export interface Death {
  readonly append: number
  readonly lands: boolean
}

/** The log as one run has it. Once dead it answers nobody and tells nobody anything. */
class MortalLog implements RecallingLog {
  appends = 0
  dead = false
  /** Resolves when it dies by itself. */
  readonly died: Promise<void>
  private end: () => void = () => undefined
  private readonly under: RememberingLog
  private readonly death: Death | null

  constructor(under: RememberingLog, death: Death | null) {
    this.under = under
    this.death = death
    this.died = new Promise((resolve) => {
      this.end = resolve
    })
  }

  async append(stream: string, expected: number, commit: Commit): Promise<AppendResult> {
    if (this.dead) return NEVER
    this.appends += 1
    if (this.appends === this.death?.append) {
      this.dead = true
      if (this.death.lands) await this.under.append(stream, expected, commit)
      this.end()
      return NEVER
    }
    return this.under.append(stream, expected, commit)
  }

  onDurable(listener: (records: readonly Recorded[]) => void): void {
    this.under.onDurable((records) => {
      if (!this.dead) listener(records)
    })
  }

  recall = (commitId: string) => this.under.recall(commitId)
  subscribe: RecallingLog['subscribe'] = (options) => this.under.subscribe(options)
  head = () => this.under.head()
}

/** Papers of one line: what is on a card is looked at elsewhere. */
const PLAIN_PDF: PdfService = {
  warm: () => undefined,
  render: async (paper) => ({ ok: true, document: new TextEncoder().encode(JSON.stringify(paper)) }),
  close: () => Promise.resolve()
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined } as never

export interface Life {
  readonly terminal: Terminal
  readonly doors: ReturnType<typeof outreachHandlers>
  readonly papers: ReturnType<typeof paperHandlers>
  readonly log: MortalLog
  /** Resolves when nothing moves any more by itself. */
  still(): Promise<void>
  die(): void
}

export class Lives {
  readonly log = new RememberingLog()
  readonly ambient = fakeAmbient()
  readonly folder = mkdtempSync(path.join(tmpdir(), 'linchuang-cards-'))
  readonly caller: Caller = { contentsId: 1, screen: 'counter', session: { ...LEAD, counter: null } }
  pdf: PdfService = PLAIN_PDF

  /** Starts the program over what the run before left. */
  async begin(death: Death | null = null): Promise<Life> {
    const log = new MortalLog(this.log, death)
    const desk = new Desk()
    for (const recorded of this.log.all()) desk.apply(recorded)
    log.onDurable((records) => {
      for (const recorded of records) desk.apply(recorded)
    })
    const base = (await fakeTerminal()).terminal
    const of = (stream: string) => this.log.all().filter((recorded) => recorded.stream === stream)
    const terminal: Terminal = {
      ...base,
      ambient: this.ambient,
      desk,
      executor: new Executor(log, this.ambient, () => undefined),
      store: {
        ...base.store,
        eventsOf: async (stream) => of(stream),
        streamVersion: async (stream) => of(stream).length,
        paper: async () => null
      },
      cardLists: new HouseholdLists({ folder: path.join(this.folder, 'lists'), log: quiet }),
      renderPdf: this.pdf.render
    }
    const reactor = new PrintReactor({
      terminal,
      pdf: this.pdf,
      paperFolder: path.join(this.folder, 'papers'),
      log: quiet
    })
    log.onDurable((records) => void setImmediate(() => reactor.follow(records)))
    reactor.resume()
    const press = followCards(terminal, log, quiet)
    return {
      terminal,
      doors: outreachHandlers(terminal, { write: writeWorkbook, read: (bytes) => readWorkbook(bytes, null) }),
      papers: paperHandlers(terminal),
      log,
      still: async () => {
        const next = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
        const moving = (): boolean =>
          [...desk.batches.values()].some(
            (batch) => nextStep(batch).do !== 'wait' || batch.sheet?.status === 'printing'
          )
        while (!log.dead) {
          while (moving() && !log.dead) await next()
          // What follows a record begins one turn after it.
          await next()
          await next()
          if (log.dead) return
          await press.idle()
          if (!moving()) return
        }
      },
      die() {
        log.dead = true
        void press.close()
      }
    }
  }

  /** A founded hall with two grids, a worker in each. */
  async found(): Promise<void> {
    const meta = {
      at: this.ambient.nowIso(),
      date: this.ambient.today(),
      by: 'setup',
      byName: '',
      screen: 'counter',
      terminal: '01'
    }
    const events = [{ type: 'HallFounded', v: 1, data: { config: HALL } }]
    await this.log.append('hall', 0, { commitId: 'found', events, meta, reply: null })
    const life = await this.begin()
    for (const [gridId, siteId, name] of [
      ['g1', 's01', '第一网格'],
      ['g2', 's02', '第二网格']
    ] as const) {
      const described = { name, siteId, boundary: '东至云溪路', households: 300, stationPhone: '' }
      accepted(await life.doors['grid.register']({ gridId, ...described }, this.caller, `register-${gridId}`))
      accepted(
        await life.doors['grid.assign'](
          {
            gridId,
            role: 'worker',
            name: `员${gridId}`,
            phone: '13800138001',
            duty: '走访',
            primary: true,
            from: this.ambient.today()
          },
          this.caller,
          `worker-${gridId}`
        )
      )
    }
    life.die()
  }

  events(): readonly DomainEvent[] {
    return this.log.all().flatMap(({ commit }) => commit.events as readonly DomainEvent[])
  }

  papers(): readonly string[] {
    try {
      return readdirSync(path.join(this.folder, 'papers')).sort()
    } catch {
      return []
    }
  }

  lists(): readonly string[] {
    try {
      return readdirSync(path.join(this.folder, 'lists'))
    } catch {
      return []
    }
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export function accepted<T>(reply: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusal))
  return reply.value
}

/** A list of households as a street keeps it. */
export const listOf = (rows: readonly (readonly [string, string, string])[]): Promise<Uint8Array> =>
  writeWorkbook([
    {
      name: '名单',
      columns: ['门牌', '户主', '网格'].map((header) => ({ header, width: 12, numeric: false })),
      rows
    }
  ])
