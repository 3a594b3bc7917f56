/**
 * `npm start`: from a fresh working copy to the running program. Installs, compiles, finds or fetches Electron and
 * starts it. `npm start -- --tour` lets the program show its main job by itself under a virtual display.
 */
import { existsSync } from 'node:fs'
import { environment, run } from './runtime/exec.mjs'
import { inRoot, root } from './runtime/paths.mjs'
import { runMain, Stop, say } from './runtime/say.mjs'

/** @typedef {import('./runtime/electron.mjs').Electron} Electron */

/**
 * What build/tour.mjs exports as `tour`.
 *
 * @typedef {(given: { electron: Electron, env: Record<string, string> }) => Promise<number | void>} Tour `env` is the
 *   whole environment that the program has to be started in: display, where Electron is. A number is the exit code.
 */

async function main() {
  const args = process.argv.slice(2)
  const { hasDisplay } = await import('./runtime/display.mjs')
  const electron = await prepare()
  if (args.includes('--tour')) return tour(electron)
  if (!hasDisplay()) {
    say('没有显示器（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），改为在虚拟显示里自动演示', 'no display: running the tour')
    return tour(electron)
  }
  await holdSystemPackages(electron, {})
  say(`启动 Electron ${electron.version}`, 'starting')
  const program = await run(electron.path, [...rootSwitches(), root, ...args], { cwd: root, env: cleanEnv })
  return program.code
}

/**
 * Everything that has to be there before the program can run.
 *
 * @returns {Promise<Electron>}
 */
async function prepare() {
  const { ensureInstalled } = await import('./runtime/install.mjs')
  await ensureInstalled()
  // Only now: these need what has just been installed.
  const { compile } = await import('./compile.mjs')
  const { missing } = await compile()
  if (missing.length > 0) throw new Stop(`程序不完整，缺少 ${missing.join('、')}。`, 'parts of the program are missing')
  const { resolveElectron } = await import('./runtime/electron.mjs')
  return resolveElectron()
}

/**
 * @param {Electron} electron
 * @returns {Promise<number | void>}
 */
async function tour(electron) {
  const script = inRoot('build', 'tour.mjs')
  if (!existsSync(script)) throw new Stop('还没有 build/tour.mjs。', 'there is no tour yet')
  const { displayPrograms } = await import('./runtime/systemPackages.mjs')
  await holdSystemPackages(electron, displayPrograms)
  const { withDisplay } = await import('./runtime/display.mjs')
  const { electronEnv } = await import('./runtime/electron.mjs')
  /** @type {{ tour: Tour }} */
  const guide = await import(script)
  return withDisplay(
    (display) => {
      const env = environment({ ...cleanEnv, ...electronEnv(electron), ...display })
      // Also for this process, in which the tour runs: Playwright looks for Electron by its own environment.
      process.env = env
      return guide.tour({ electron, env })
    },
    { always: true }
  )
}

/**
 * @param {Electron} electron
 * @param {Record<string, string>} programs
 */
async function holdSystemPackages(electron, programs) {
  const { ensureSystemPackages } = await import('./runtime/systemPackages.mjs')
  await ensureSystemPackages({ programs, executable: electron.path })
}

/** Chromium's sandbox cannot work for root. Nobody else, and no packaged program, runs without it. */
function rootSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Terminals inside Electron programs set this, and it would turn ours into a plain Node. */
const cleanEnv = { ELECTRON_RUN_AS_NODE: undefined }

await runMain(main)
