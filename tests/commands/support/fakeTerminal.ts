import { Executor, type RecallingLog } from '../../../electron/commands/executor.ts'
import { allHandlers } from '../../../electron/commands/handlers.ts'
import type { History, Terminal } from '../../../electron/commands/terminal.ts'
import { DraftStore } from '../../../electron/drafts/draftStore.ts'
import type { Caller, Handlers } from '../../../electron/ipc/bindContract.ts'
import { type Session, Sessions } from '../../../electron/ipc/sessions.ts'
import { HouseholdLists } from '../../../electron/outreach/householdLists.ts'
import { noPhonePages } from '../../../electron/phone/phonePages.ts'
import { HeldCard } from '../../../electron/readers/heldCard.ts'
import { calendarInForce } from '../../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { type CaseEvent, evolveCase, initialCase } from '../../../shared/domain/casework/case.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { CaseReader } from '../../../shared/projections/caseLook.ts'
import { Desk } from '../../../shared/projections/desk.ts'
import { SimulatedDisk } from '../../log/support/simulatedDisk.ts'
import { CLERK, HALL, itemOf } from '../../support/builders.ts'
import { type FakeAmbient, fakeAmbient } from '../../support/fakeAmbient.ts'
import { RememberingLog } from './recallingLog.ts'

export interface TestTerminal {
  readonly terminal: Terminal
  readonly handlers: Handlers
  readonly log: RememberingLog
  readonly desk: Desk
  readonly ambient: FakeAmbient
  readonly caller: Caller
}

/** The history straight from the log, complete at every moment. */
function historyOf(log: RememberingLog): History {
  const of = (stream: string) => log.all().filter((recorded) => recorded.stream === stream)
  const isCase = (event: DomainEvent): event is CaseEvent => event.type !== 'DocumentIssued'
  const none = () => Promise.reject(new Error('not asked for in these tests'))
  return {
    caseState: async (caseId) => {
      const events = of(`case-${caseId}`).flatMap((r) => r.commit.events as readonly DomainEvent[])
      return events.length === 0 ? null : events.filter(isCase).reduce(evolveCase, initialCase)
    },
    eventsOf: async (stream) => of(stream),
    streamVersion: async (stream) => of(stream).length,
    searchCases: none,
    paper: none,
    papersOfCase: none
  }
}

/** What handlers use, around a log: everything real but disk, clock and paper. */
export function terminalAround(log: RecallingLog, store: History, desk: Desk, ambient: FakeAmbient): Terminal {
  const reader = new CaseReader()
  const calendar = calendarInForce(shippedCalendarYears(), () => desk.holidays)
  return {
    ambient,
    desk,
    executor: new Executor(log, ambient, () => undefined),
    store,
    drafts: new DraftStore({
      folder: '/drafts',
      ambient,
      log: { warn: () => undefined },
      fs: new SimulatedDisk().fs
    }),
    cardLists: new HouseholdLists({
      folder: '/lists',
      log: { warn: () => undefined },
      fs: new SimulatedDisk().fs
    }),
    phone: noPhonePages,
    sessions: new Sessions(),
    cards: new HeldCard(),
    calendar,
    readCase: (state) => reader.read(desk, state, { today: ambient.today(), now: ambient.nowIso(), calendar }),
    renderPdf: () => Promise.reject(new Error('no paper in these tests')),
    condition: () => ({ hallScreens: 1, history: 'ready', logAlarm: false, dataFolder: '/data' }),
    paperFolder: '/papers',
    openPaperFolder: () => Promise.resolve(),
    changed: () => undefined
  }
}

/** A founded demo hall at one counter, everything real but disk, clock and paper. */
export async function fakeTerminal(session: Partial<Session> = {}): Promise<TestTerminal> {
  const log = new RememberingLog()
  const ambient = fakeAmbient()
  const desk = new Desk()
  log.onDurable((records) => {
    for (const recorded of records) desk.apply(recorded)
  })
  const terminal = terminalAround(log, historyOf(log), desk, ambient)
  const meta = {
    at: ambient.nowIso(),
    date: ambient.today(),
    by: 'setup',
    byName: '',
    screen: 'counter',
    terminal: '01'
  }
  const item = itemOf('MZ-001')
  const published = { itemId: item.id, version: 1, effectiveFrom: ambient.today(), item }
  await log.append('hall', 0, {
    commitId: 'found-hall',
    events: [{ type: 'HallFounded', v: 1, data: { config: HALL } }],
    meta,
    reply: null
  })
  await log.append(`item-${item.id}`, 0, {
    commitId: 'found-item',
    events: [{ type: 'ItemPublished', v: 1, data: published }],
    meta,
    reply: null
  })
  const caller: Caller = { contentsId: 1, screen: 'counter', session: { ...CLERK, counter: 1, ...session } }
  return { terminal, handlers: allHandlers(terminal), log, desk, ambient, caller }
}
