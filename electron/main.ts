import path from 'node:path'
import { app, session } from 'electron'
import { shippedCalendarYears } from '../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../shared/domain/calendar/workCalendar.ts'
import { ambient } from './boot/ambient.ts'
import { closeInOrder } from './boot/closing.ts'
import { heartbeat } from './boot/heartbeat.ts'
import { openTruth, Snapshotter } from './boot/openTruth.ts'
import { type Prepared, prepare } from './boot/prepare.ts'
import { SCREEN_SCHEME } from './boot/schemes.ts'
import { serveScreens } from './boot/screenProtocol.ts'
import { closeNetwork } from './boot/security.ts'
import { Executor } from './commands/executor.ts'
import { allHandlers } from './commands/handlers.ts'
import { MemoryHistory } from './commands/memoryHistory.ts'
import { recordRepair } from './commands/recordRepair.ts'
import type { Terminal } from './commands/terminal.ts'
import { bindContract, type Handlers } from './ipc/bindContract.ts'
import { Publisher } from './ipc/publish.ts'
import { Sessions } from './ipc/sessions.ts'
import { Screens } from './screens/screens.ts'
import { type Health, LiveViews } from './views/liveViews.ts'

// A restart of the system's message bus aborts Electron on Linux; nothing here needs the bus.
process.env['DBUS_SYSTEM_BUS_ADDRESS'] = 'disabled:'
process.env['DBUS_SESSION_BUS_ADDRESS'] = 'disabled:'

/** The composition root: what is made, in which order, and who knows whom. Rules live elsewhere. */
async function start({ log, dataFolder, distFolder }: Prepared): Promise<void> {
  await app.whenReady()
  const calendar = createWorkCalendar(shippedCalendarYears())
  const sessions = new Sessions()
  const health: Health = { phase: 'starting', history: { phase: 'starting' }, logAlarm: null, diskFull: false }
  const views = new LiveViews({ ambient, sessions, calendar, health, version: app.getVersion(), startedAt: ambient.nowIso() })
  const publisher = new Publisher(views.topics)

  // 1. Screens open while the log is being read; their doors answer `starting` until it is there.
  closeNetwork(session.defaultSession, [SCREEN_SCHEME], log)
  serveScreens(session.defaultSession, path.join(distFolder, 'renderer'), ['counter', 'hall'])
  const screens = new Screens({ distFolder, log })
  let handlers: Handlers | null = null
  bindContract({ handlers: () => handlers, screens: screens.registry, sessions, publisher, log })
  screens.openCounter()

  // 2. The truth, and the desk folded from it.
  const folder = path.join(dataFolder, 'log')
  const history = new MemoryHistory()
  const truth = await openTruth({ folder, ambient, log, resolveVersion: (stream) => history.streamVersion(stream) })
  if (!truth.ok) {
    const { file, line, kind } = truth.damage
    log.error('log refused', { ...truth.damage })
    Object.assign(health, { phase: 'damaged', logAlarm: { file, line, kind } } satisfies Partial<Health>)
    publisher.publish('app')
    return
  }
  const { desk } = truth
  views.desk = desk
  const snapshotter = new Snapshotter(truth, folder, log)

  // 3. What follows from durable records: the desk first, then what people see, then everything else.
  const executor = new Executor(truth.log, ambient, (full) => {
    if (full === health.diskFull) return
    health.diskFull = full
    publisher.publish('app')
  })
  truth.log.onDurable((records) => {
    for (const record of records) desk.apply(record)
    publisher.publish('hall')
    publisher.publish('desk')
    history.follow(records)
    snapshotter.noticed()
  })

  // 4. The doors.
  const terminal: Terminal = {
    ambient,
    desk,
    executor,
    store: history,
    sessions,
    calendar,
    renderPdf: async () => ({ ok: false, failure: 'layout', detail: '' }),
    openPaperFolder: async () => undefined,
    changed: () => {
      publisher.publish('app')
      publisher.publish('desk')
      publisher.publish('hall')
      if (desk.hall) screens.openHall()
    },
  }
  handlers = allHandlers(terminal)
  await recordRepair(terminal, truth.recovered)
  health.phase = 'running'
  terminal.changed()
  heartbeat({ terminal, publisher })
  closeInOrder({ executor, snapshotter, log: truth.log, logger: log, others: [] })
}

const prepared = prepare()
if (prepared) void start(prepared)
