import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { accepted, type LaunchOptions, launchApp, type RunningApp } from './app.ts'

/** A folder of its own for each test, and the end of whatever was started on it. */

export const newDataFolder = (): string => mkdtempSync(path.join(tmpdir(), 'linchuang-e2e-'))

export const removeDataFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

interface Fixtures {
  readonly dataFolder: string
  /** Starts the program on `dataFolder`; it is ended with the test. */
  readonly launch: (options?: Omit<LaunchOptions, 'dataFolder'>) => Promise<RunningApp>
  /** The program with the demo hall founded and a clerk signed in at counter 1, which is open. */
  readonly desk: RunningApp
}

interface WorkerFixtures {
  /** Log of a demo hall that has just been founded: founding hashes four passwords, which is not needed each time. */
  readonly foundedLog: string
  /** As `desk`, for tests that neither leave nor mind any traces. */
  readonly sharedDesk: RunningApp
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  foundedLog: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from a pattern
    async ({}, use) => {
      const folder = newDataFolder()
      const app = await launchApp({ dataFolder: folder })
      await app.found()
      await app.close()
      await use(path.join(folder, 'log'))
      removeDataFolder(folder)
    },
    { scope: 'worker' }
  ],
  sharedDesk: [
    async ({ foundedLog }, use) => {
      const folder = newDataFolder()
      const running = await openDesk(folder, foundedLog, launchApp)
      await use(running)
      await running.kill()
      removeDataFolder(folder)
    },
    { scope: 'worker' }
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  dataFolder: async ({}, use, info) => {
    const folder = newDataFolder()
    await use(folder)
    const log = path.join(folder, 'logs', 'app.log')
    if (info.status !== info.expectedStatus && existsSync(log)) await info.attach('app.log', { path: log })
    removeDataFolder(folder)
  },
  launch: async ({ dataFolder }, use) => {
    const started: RunningApp[] = []
    await use(async (options = {}) => {
      const app = await launchApp({ ...options, dataFolder })
      started.push(app)
      return app
    })
    for (const running of started) await running.kill()
  },
  desk: async ({ dataFolder, foundedLog, launch }, use) => {
    await use(await openDesk(dataFolder, foundedLog, launch))
  }
})

/** A clerk of the demo hall at counter 1, which is open. */
async function openDesk(
  dataFolder: string,
  foundedLog: string,
  start: (options: LaunchOptions) => Promise<RunningApp>
): Promise<RunningApp> {
  cpSync(foundedLog, path.join(dataFolder, 'log'), { recursive: true })
  const running = await start({ dataFolder })
  await running.found()
  accepted(await running.api.command('queue.openCounter', {}))
  return running
}

export { expect } from '@playwright/test'
