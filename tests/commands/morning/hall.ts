import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openTruth } from '../../../electron/boot/openTruth.ts'
import { allHandlers } from '../../../electron/commands/handlers.ts'
import { queueByClock } from '../../../electron/commands/queueClock.ts'
import type { History, Terminal } from '../../../electron/commands/terminal.ts'
import { visitorHandlers } from '../../../electron/commands/visitorHandlers.ts'
import type { Caller, Handlers } from '../../../electron/ipc/bindContract.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { DEMO_RULES } from '../../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../../shared/domain/hall/hall.ts'
import type { HallService } from '../../../shared/domain/hall/service.ts'
import { HALL, metaOf } from '../../support/builders.ts'
import { type FakeAmbient, fakeAmbient } from '../../support/fakeAmbient.ts'
import { terminalAround } from '../support/fakeTerminal.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface RawRecord {
  readonly seq: number
  readonly stream: string
  readonly commitId: string
  readonly meta: { readonly at: string }
  readonly events: readonly DomainEvent[]
}

/** The program without its windows: handlers, lanes, rules, and a log on this PC's disk. */
export interface MorningHall {
  readonly terminal: Terminal
  readonly handlers: Handlers
  readonly ambient: FakeAmbient
  readonly hall: HallConfig
  /** What time does by itself, once a minute. */
  minute(): Promise<void>
  /** Every line of the log's files, read as text: nothing of the program comes between. */
  records(): readonly RawRecord[]
  close(): Promise<void>
}

/** Everything of one morning is on the desk; nobody asks for more. */
const history = {
  streamVersion: () => Promise.reject(new Error('not asked for this morning'))
} as unknown as History

export const atCounter = (no: number): Caller => ({
  contentsId: no,
  screen: 'counter',
  session: { personId: `p${no}`, name: `窗口${no}`, roles: ['clerk'], counter: no }
})

/** The demo hall, founded and with its people, on a morning before it opens. */
export async function openMorning(at: string, service: HallService): Promise<MorningHall> {
  const folder = mkdtempSync(path.join(tmpdir(), 'morning-'))
  const ambient = fakeAmbient(at)
  // Codes of appointments must differ.
  let bytes = 0
  const random: FakeAmbient = {
    ...ambient,
    randomBytes(size) {
      bytes += 1
      const filled = Buffer.alloc(size)
      filled.writeUIntBE(bytes * 7919, Math.max(0, size - 4), Math.min(4, size))
      return filled
    }
  }
  const truth = await openTruth({
    folder,
    ambient: random,
    log: silent as never,
    resolveVersion: () => Promise.resolve(0)
  })
  if (!truth.ok) throw new Error(JSON.stringify(truth.damage))
  const { log, desk } = truth
  log.onDurable((records) => {
    for (const record of records) desk.apply(record)
  })
  const terminal = terminalAround(log, history, desk, random)
  const meta = metaOf({ at: random.nowIso(), date: random.today() })
  await log.append('hall', 0, {
    commitId: 'found-hall',
    events: [
      { type: 'HallFounded', v: 1, data: { config: HALL } },
      { type: 'HallServiceSet', v: 1, data: { service } },
      // A morning only: whoever is there at noon is served in extended time.
      { type: 'HallRulesSet', v: 1, data: { rules: { ...DEMO_RULES, closingTime: '12:00' } } }
    ] as unknown as [],
    meta,
    reply: null
  })
  for (const { no } of HALL.counters) {
    const personId = `p${no}`
    const data = { personId, login: personId, name: `窗口${no}`, roles: ['clerk'], demo: true }
    const events = [{ type: 'StaffRegistered', v: 1, data }] as const
    await log.append(`staff-${personId}`, 0, { commitId: `staff-${no}`, events: [...events], meta, reply: null })
  }
  // Whatever stands at the kiosk's address has paper.
  const ready = () => Promise.resolve({ name: '', health: 'ready' as const, detail: '' })
  return {
    terminal,
    handlers: { ...allHandlers(terminal), ...visitorHandlers(terminal, ready) },
    ambient,
    hall: HALL,
    minute: () => queueByClock(terminal, silent),
    records() {
      const files = readdirSync(path.join(folder)).filter((name) => name.endsWith('.log') || name.endsWith('.jsonl'))
      const lines = files.sort().flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'))
      return lines.map((line) => JSON.parse(line) as RawRecord).filter((record) => record.events !== undefined)
    },
    async close() {
      await terminal.executor.idle()
      await log.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
