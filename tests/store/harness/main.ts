import path from 'node:path'
import { app } from 'electron'
import { registerSchemes } from '../../../electron/boot/schemes.ts'
import { lockPages } from '../../../electron/boot/security.ts'
import { openFileLog } from '../../../electron/log/fileLog.ts'
import { repairLevelDb } from '../../../electron/store/levelDbRepair.ts'
import { openStore, storePartitionFolder } from '../../../electron/store/storeClient.ts'
import { hallLife } from '../support/hallLife.ts'
import { measure } from './measure.ts'
import { pageDoors } from './pageDoors.ts'
import type { HarnessPlan, HarnessReport } from './plan.ts'

/** A program with nothing but a log and a store in it, for tests of the store in the real Electron. */

const plan = JSON.parse(process.env.STORE_HARNESS_PLAN ?? '{}') as HarnessPlan

const say = (report: HarnessReport): void => void process.stdout.write(`@@${JSON.stringify(report)}\n`)

const logger = {
  info: () => undefined,
  warn: (what: string, detail?: object) => say({ say: 'log', what, detail: JSON.stringify(detail ?? {}) }),
  error: (what: string, detail?: object) => say({ say: 'log', what, detail: JSON.stringify(detail ?? {}) })
}

process.env.DBUS_SYSTEM_BUS_ADDRESS = 'disabled:'
process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:'
app.setPath('userData', plan.profile)
// Only a test that runs as root starts Electron without its sandbox, and then enabling it would end every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerSchemes()
lockPages(logger)
app.on('window-all-closed', () => undefined)

async function run(): Promise<void> {
  say({ say: 'repaired', repaired: plan.unrepaired ? [] : repairLevelDb(storePartitionFolder(plan.profile)) })
  await app.whenReady()
  if (plan.measure) return measure(plan, logger, say)
  const opened = await openFileLog({
    folder: path.join(plan.profile, 'log'),
    clock: { nowIso: () => '2025-03-03T01:00:00.000Z' },
    newEpoch: () => 'epoch-1'
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.damage))
  const { log } = opened
  const store = openStore({
    log,
    folder: plan.profile,
    distFolder: plan.dist,
    logger,
    random: () => 0.5,
    onState: (state) => say({ say: 'state', state }),
    onReport: (report) => say({ say: 'report', report })
  })
  log.onDurable((records) => store.follow(records))
  const started = store.start()
  const { seq } = await log.head()
  const versions = new Map<string, number>()
  let number = 0
  const appends: Promise<unknown>[] = []
  for (const { stream, commit } of hallLife({ seed: 7 })) {
    if (number === plan.records) break
    number += 1
    const version = versions.get(stream) ?? 0
    versions.set(stream, version + 1)
    // What is in the log from an earlier run is there; the life is the same.
    if (number > seq) appends.push(log.append(stream, version, commit))
    if (appends.length >= 200) await Promise.all(appends.splice(0))
  }
  await Promise.all(appends)
  await started
  if (plan.probePage) say({ say: 'doors', doors: await pageDoors() })
  const head = (await log.head()).seq
  const digest = await store.digest({ after: head, timeoutMs: 180_000 })
  say({ say: 'whole', seq: head, digest })
  if (plan.killPage) {
    const { killPage } = await import('./pageDoors.ts')
    killPage()
    say({ say: 'again', digest: await store.digest({ after: head, timeoutMs: 180_000 }) })
  }
  if (plan.stay) return
  await store.close()
  await log.close()
  app.exit(0)
}

run().catch((error: unknown) => {
  say({ say: 'failed', error: error instanceof Error ? `${error.stack}` : String(error) })
  app.exit(1)
})
