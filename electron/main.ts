import path from 'node:path'
import { app, session } from 'electron'
import { calendarInForce } from '../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../shared/domain/calendar/shippedYears.ts'
import { ambient } from './boot/ambient.ts'
import { closeInOrder } from './boot/closing.ts'
import { conditionOf } from './boot/condition.ts'
import { followLog } from './boot/followLog.ts'
import { heartbeat } from './boot/heartbeat.ts'
import { openFolder } from './boot/openFolder.ts'
import { openTruth, Snapshotter } from './boot/openTruth.ts'
import { type Prepared, prepare } from './boot/prepare.ts'
import { SCREEN_SCHEME } from './boot/schemes.ts'
import { serveScreens } from './boot/screenProtocol.ts'
import { closeNetwork } from './boot/security.ts'
import { followTime } from './boot/turnOfTime.ts'
import { watchSealed } from './boot/watchSealed.ts'
import { Executor } from './commands/executor.ts'
import { allHandlers } from './commands/handlers.ts'
import { recordRepair } from './commands/recordRepair.ts'
import { storeHistory, versionInStore } from './commands/storeHistory.ts'
import type { Terminal } from './commands/terminal.ts'
import { bindContract, type Handlers } from './ipc/bindContract.ts'
import { Publisher } from './ipc/publish.ts'
import { Sessions } from './ipc/sessions.ts'
import { paperFolders } from './printing/paperFolders.ts'
import { createPdfService } from './printing/pdfService.ts'
import { PrintReactor } from './printing/printReactor.ts'
import { Screens } from './screens/screens.ts'
import { openStore, type Store } from './store/storeClient.ts'
import { type Health, LiveViews } from './views/liveViews.ts'

// A restart of the system's message bus aborts Electron on Linux; nothing here needs the bus.
process.env.DBUS_SYSTEM_BUS_ADDRESS = 'disabled:'
process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:'

/** The composition root: what is made, in which order, and who knows whom. Rules live elsewhere. */
async function start({ log, dataFolder, distFolder, ...kept }: Prepared): Promise<void> {
  await app.whenReady()
  const calendar = calendarInForce(shippedCalendarYears(), () => views.desk?.holidays)
  const sessions = new Sessions()
  const health: Health = { phase: 'starting', history: { phase: 'starting' }, logAlarm: null, diskFull: false }
  const startedAt = ambient.nowIso()
  const views = new LiveViews({ ambient, sessions, calendar, health, version: app.getVersion(), startedAt })
  const publisher = new Publisher(views.topics)
  const note = (change: Partial<Health>): void => {
    Object.assign(health, change)
    publisher.publish('app')
  }

  // 1. Screens open while the log is being read; their doors answer `starting` until it is there.
  closeNetwork(session.defaultSession, [SCREEN_SCHEME], log)
  serveScreens(session.defaultSession, distFolder, dataFolder)
  const screens = new Screens({ distFolder, log })
  let handlers: Handlers | null = null
  const closed = () => (health.phase === 'damaged' ? 'log-broken' : 'starting')
  bindContract({ handlers: () => handlers, closed, screens: screens.registry, sessions, publisher, log })
  screens.openCounter()
  const beat = heartbeat(publisher)

  // 2. The truth, and the desk folded from it.
  const folder = path.join(dataFolder, 'log')
  let store: Store | null = null
  const truth = await openTruth({
    folder,
    ambient,
    log,
    resolveVersion: (stream, desk) => versionInStore(store, desk, stream)
  })
  if (!truth.ok) {
    const { file, line, kind } = truth.damage
    log.error('log refused', { ...truth.damage })
    return note({ phase: 'damaged', logAlarm: { file, line, kind } })
  }
  const { desk } = truth
  views.desk = desk

  // 3. The history, rebuilt from the log in the background whenever it is behind or gone.
  const random = (): number => ambient.randomBytes(4).readUInt32BE() / 2 ** 32
  const onState = (history: Health['history']): void => note({ history })
  store = openStore({ log: truth.log, folder: dataFolder, distFolder, logger: log, onState, random })
  const history = storeHistory({ store, log: truth.log, desk })

  // 4. Paper, and what follows from durable records: the desk first, then what people see, then everything else.
  const { fonts, papers } = paperFolders(distFolder, app.getPath('documents'), dataFolder, app.isPackaged)
  const pdf = createPdfService({ workerFile: path.join(__dirname, 'pdf.worker.cjs'), fontsFolder: fonts })
  const executor = new Executor(truth.log, ambient, (diskFull) => {
    if (diskFull !== health.diskFull) note({ diskFull })
  })
  const terminal: Terminal = {
    ambient,
    desk,
    executor,
    store: history,
    ...kept,
    sessions,
    cards: views.cards,
    calendar,
    readCase: views.readCase,
    renderPdf: pdf.render,
    condition: conditionOf(screens.registry, health, dataFolder),
    paperFolder: papers,
    openPaperFolder: () => openFolder(papers),
    changed: () => {
      publisher.publishAll()
      if (desk.hall) screens.follow(desk.service.screens)
      // Warm when somebody is there who will want papers; before that it would only hold up the first picture.
      if (sessions.only()) pdf.warm(desk.rules.paperTypeface)
    }
  }
  const printing = new PrintReactor({ terminal, pdf, paperFolder: papers, log })
  const snapshotter = new Snapshotter(truth, folder, log)
  truth.log.onDurable((records) => {
    for (const record of records) desk.apply(record)
    // The hall sees a call first; the rest waits until the sender has its answer, which each push would hold up.
    if (records.some(({ stream }) => /^(queue-|hall$)/.test(stream))) publisher.publish('hall')
    setImmediate(() => {
      publisher.publish('desk')
      if (records.some(({ stream }) => stream.startsWith('case-'))) publisher.publish('work')
      printing.follow(records)
      store?.follow(records)
      snapshotter.noticed()
    })
  })

  // 5. Open for business.
  handlers = allHandlers(terminal)
  await recordRepair(terminal, truth.recovered)
  note({ phase: 'running' })
  terminal.changed()
  printing.resume()
  const after = followLog(terminal, truth.log, publisher, log)
  followTime(beat, terminal, publisher, log)
  closeInOrder({
    executor,
    snapshotter,
    log: truth.log,
    logger: log,
    others: [() => kept.drafts.idle(), ...[after, printing, pdf].map((one) => () => one.close()), () => store?.close()]
  })
  await store.start()
  watchSealed({ folder, truth: truth.log, logger: log, onDamage: (logAlarm) => note({ logAlarm }) })
}

const prepared = prepare()
if (prepared) void start(prepared)
