import path from 'node:path'
import type { Ambient } from '../../../electron/boot/ambient.ts'
import { ambient } from '../../../electron/boot/ambient.ts'
import { openTruth } from '../../../electron/boot/openTruth.ts'
import { Executor } from '../../../electron/commands/executor.ts'
import { closePastDays } from '../../../electron/commands/queueClock.ts'
import { queueHandlers } from '../../../electron/commands/queueHandlers.ts'
import { setupHandlers } from '../../../electron/commands/setupHandlers.ts'
import type { Terminal } from '../../../electron/commands/terminal.ts'
import type { Caller } from '../../../electron/ipc/bindContract.ts'
import type { FileLog } from '../../../electron/log/fileLog.ts'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { DEMO_HALL } from '../../../shared/domain/hall/demo.ts'

/** What the main process does for a command, without Electron, screens, papers and history: handlers, rules, log, desk. */
export interface MeasuredDesk {
  readonly log: FileLog
  readonly handlers: ReturnType<typeof queueHandlers>
  readonly caller: Caller
  newId(): string
  /** Ends the day as midnight does: nobody waits any more, the queue begins anew. */
  nextDay(): Promise<void>
  close(): Promise<void>
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const never = (): never => {
  throw new Error('the measured commands ask nothing of this')
}

/** The demo hall, founded, with a clerk at counter 1. */
export async function openMeasuredDesk(folder: string): Promise<MeasuredDesk> {
  let date = ambient.today()
  const days: Ambient = { ...ambient, today: () => date }
  const truth = await openTruth({ folder: path.join(folder, 'log'), ambient: days, log: silent, resolveVersion: never })
  if (!truth.ok) throw new Error(JSON.stringify(truth.damage))
  const { log, desk } = truth
  const executor = new Executor(log, days, () => undefined)
  // The commands measured here never come to papers, history or sessions.
  const terminal = {
    ambient: days,
    desk,
    executor,
    calendar: createWorkCalendar(shippedCalendarYears()),
    changed: () => undefined
  } as unknown as Terminal
  log.onDurable((records) => {
    for (const record of records) desk.apply(record)
  })
  const session = { personId: 'bench', name: '测量（演示）', roles: ['clerk'] as const, counter: 1 }
  const caller: Caller = { contentsId: 1, screen: 'counter', session }
  const administrator = { login: 'bench', name: session.name, password: 'Celiang@2026' }
  const setup = setupHandlers(terminal)
  const config = DEMO_HALL as Parameters<(typeof setup)['setup.found']>[0]['config']
  const founded = await setup['setup.found']({ config, administrator }, caller, ambient.newId())
  if (!founded.ok) throw new Error(founded.refusal.code)
  const handlers = queueHandlers(terminal)
  const openCounter = async (): Promise<void> => {
    const opened = await handlers['queue.openCounter']({}, caller, ambient.newId())
    if (!opened.ok) throw new Error(opened.refusal.code)
  }
  await openCounter()
  return {
    log,
    handlers,
    caller,
    newId: () => ambient.newId(),
    async nextDay() {
      date = addDays(date, 1)
      await closePastDays(terminal)
      await openCounter()
    },
    close: () => log.close()
  }
}
