/** The real program under a driver that presses keys and looks: nothing here reaches around the windows. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { root } from '../runtime/paths.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const PATIENCE_MS = 20_000

/**
 * Starts the program on a throw-away profile.
 *
 * @param {Record<string, string>} env
 */
export async function startProgram(env) {
  const data = await mkdtemp(path.join(tmpdir(), 'linchuang-tour-'))
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${data}`],
    cwd: root,
    env,
    chromiumSandbox: process.getuid?.() !== 0
  })
  return {
    app,
    /** Folder that PDFs are saved to while the profile is a throw-away one. */
    papers: path.join(data, 'papers'),
    /** @param {'counter' | 'hall'} role */
    screen: (role) => screenOf(app, role),
    async close() {
      await app.close()
      await rm(data, { recursive: true, force: true })
    }
  }
}

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {'counter' | 'hall'} role
 * @returns {Promise<Page>}
 */
async function screenOf(app, role) {
  /** @param {Page} page */
  const fits = (page) => page.url().startsWith(`linchuang://${role}`)
  return app.windows().find(fits) ?? app.waitForEvent('window', { predicate: fits, timeout: PATIENCE_MS })
}
