import path from 'node:path'
import { app } from 'electron'
import { DraftStore } from '../drafts/draftStore.ts'
import { HouseholdLists } from '../outreach/householdLists.ts'
import { phoneSecret } from '../phone/phoneSecret.ts'
import { PhoneService } from '../phone/phoneService.ts'
import { repairLevelDb } from '../store/levelDbRepair.ts'
import { storePartitionFolder } from '../store/storeClient.ts'
import { ambient } from './ambient.ts'
import { type Logger, openLogging } from './logging.ts'
import { registerSchemes } from './schemes.ts'
import { lockPages } from './security.ts'

export interface Prepared {
  readonly log: Logger
  /** Everything the program keeps lies below it. */
  readonly dataFolder: string
  /** The built files beside this one. */
  readonly distFolder: string
  readonly drafts: DraftStore
  readonly cardLists: HouseholdLists
  readonly phone: PhoneService
}

/** A program that has run this long is past its start. */
const SETTLED_SECONDS = 30

/**
 * What must happen before the app is ready: sandbox for every page, one instance per data folder (two writers would
 * fork the log), schemes, the rules for pages. `null`: another instance has the data; it has been asked to show itself.
 */
export function prepare(): Prepared | null {
  // Root under a test display cannot have Chromium's sandbox; a package never runs without it.
  const unsandboxed = app.commandLine.hasSwitch('no-sandbox')
  if (unsandboxed && app.isPackaged) {
    app.exit(1)
    return null
  }
  if (!unsandboxed) app.enableSandbox()
  const dataFolder = app.getPath('userData')
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return null
  }
  const log = openLogging(path.join(dataFolder, 'logs'))
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', { error, stack: error.stack })
    // Views that missed a record would be wrong from now on; a fresh start folds them again from the log. An error
    // of the start itself would come back at once, so then the program ends and says so by its exit code.
    if (process.uptime() > SETTLED_SECONDS) app.relaunch()
    app.exit(1)
  })
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', { error }))
  // Before Chromium opens the database: it would delete a torn one at the start after next.
  for (const report of repairLevelDb(storePartitionFolder(dataFolder))) log.warn('store repaired', { ...report })
  registerSchemes()
  lockPages(log)
  app.on('window-all-closed', () => app.quit())
  const drafts = new DraftStore({ folder: path.join(dataFolder, 'drafts'), ambient, log })
  const cardLists = new HouseholdLists({ folder: path.join(dataFolder, 'card-lists'), log })
  const phone = new PhoneService({
    workerFile: path.join(__dirname, 'phone.worker.cjs'),
    secret: () => phoneSecret(dataFolder, ambient.randomBytes),
    log
  })
  return { log, dataFolder, distFolder: path.join(__dirname, '..'), drafts, cardLists, phone }
}
