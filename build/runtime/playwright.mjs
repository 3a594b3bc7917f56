/**
 * Running end-to-end tests: compiled program, resolved Electron, the system packages it needs, a display of its own.
 */
import { compile } from '../compile.mjs'
import { withDisplay } from './display.mjs'
import { electronEnv, resolveElectron } from './electron.mjs'
import { run } from './exec.mjs'
import { inRoot, root } from './paths.mjs'
import { ensureSystemPackages, testPrograms } from './systemPackages.mjs'

/**
 * @param {string[]} args to `playwright test`
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} exit code
 */
export async function runPlaywright(args, env = {}) {
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  return withElectron(async (prepared) => {
    const done = await run(process.execPath, [playwright, 'test', ...args], { cwd: root, env: { ...prepared, ...env } })
    return done.code
  })
}

/**
 * Gives `work` the environment in which the compiled program can be started in Electron.
 *
 * @template T
 * @param {(env: Record<string, string | undefined>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withElectron(work) {
  await compile()
  const electron = await resolveElectron()
  await ensureSystemPackages({ programs: testPrograms, executable: electron.path })
  const clean = { NODE_ENV: undefined, ELECTRON_RUN_AS_NODE: undefined }
  return withDisplay((display) => work({ ...clean, ...electronEnv(electron), ...display }), { always: true })
}
