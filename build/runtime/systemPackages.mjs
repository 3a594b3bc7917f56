/**
 * Debian packages that a headless machine lacks. With apt as root they are installed; otherwise the exact command is
 * printed. On other systems nothing is looked for but the programs themselves.
 */
import { run, which } from './exec.mjs'
import { Stop, say } from './say.mjs'

/** Where a library's package has several names, the first that this release knows is taken. */
const packageOfLibrary = [
  { library: /^lib(gtk-3|gdk-3|atk|atk-bridge|atspi|cairo|pango|gdk_pixbuf)/, names: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: /^lib(nss3|nssutil3|smime3|nspr4|plc4|plds4|ssl3)/, names: ['libnss3'] },
  { library: /^libasound/, names: ['libasound2t64', 'libasound2'] },
  { library: /^lib(gbm|drm)/, names: ['libgbm1'] },
  { library: /^libcups/, names: ['libcups2t64', 'libcups2'] },
  { library: /^libX|^libx/, names: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: /./, names: ['libgtk-3-0t64', 'libgtk-3-0'] }
]

/** @type {Record<string, string>} program → package */
export const displayPrograms = { Xvfb: 'xvfb' }

/** @type {Record<string, string>} what the tests read papers and databases with, and what they print on */
export const testPrograms = {
  Xvfb: 'xvfb',
  pdftoppm: 'poppler-utils',
  zbarimg: 'zbar-tools',
  sqlite3: 'sqlite3',
  ippeveprinter: 'cups-ipp-utils',
  cupsd: 'cups',
  lpadmin: 'cups-client',
  // Filters stand on no PATH; this is seen from /usr/sbin.
  '../lib/cups/filter/pdftopdf': 'cups-filters',
  'avahi-daemon': 'avahi-daemon',
  'dbus-daemon': 'dbus',
  // A font of the system that has characters which the bundled ones lack; a folder passes for a program.
  '../share/fonts/truetype/dejavu': 'fonts-dejavu-core'
}

/**
 * Makes sure that these programs and the shared libraries of this executable are there.
 *
 * @param {{ programs?: Record<string, string>, executable?: string }} wanted
 * @throws {Stop} with the command to run, when something is missing and cannot be installed from here
 */
export async function ensureSystemPackages({ programs = {}, executable }) {
  if (process.platform !== 'linux') return
  const missing = await findMissing({ programs, executable })
  if (missing.length === 0) return
  const names = await packageNames(missing)
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!which('apt-get')) {
    throw new Stop(
      `缺少系统组件：${missing.map((one) => one.what).join('、')}。请用本系统的软件包管理器安装与 Debian 软件包 ${names.join(' ')} 相当的软件包。`,
      'system components are missing'
    )
  }
  if (process.getuid?.() !== 0) {
    throw new Stop(
      `缺少系统组件：${missing.map((one) => one.what).join('、')}。请运行：\n  sudo apt-get update && sudo ${command}`,
      'system packages are missing; run the command above'
    )
  }
  say(`正在用 apt 安装系统软件包：${names.join(' ')}`, 'installing system packages')
  const installed = await run('apt-get', command.split(' ').slice(1), { capture: true, env: aptEnv })
  if (installed.code !== 0) throw new Stop(`apt 安装失败：\n${installed.stderr.trim()}`, 'apt-get install failed')
  const still = await findMissing({ programs, executable })
  if (still.length > 0) {
    throw new Stop(`装完以后仍然缺少：${still.map((one) => one.what).join('、')}`, 'still missing after installation')
  }
}

/** Brings apt's lists up to date, once a run at most. @returns {Promise<void>} */
export function updateLists() {
  updating ??= run('apt-get', ['update'], { capture: true, env: aptEnv }).then((done) => {
    if (done.code !== 0) say('apt-get update 没有成功，用现有的软件包列表', 'apt-get update failed')
  })
  return updating
}

/** @type {Promise<void> | undefined} */
let updating
const aptEnv = { DEBIAN_FRONTEND: 'noninteractive' }

/** @typedef {{ what: string, names: string[] }} Missing */

/**
 * @param {{ programs: Record<string, string>, executable?: string }} wanted
 * @returns {Promise<Missing[]>}
 */
async function findMissing({ programs, executable }) {
  /** @type {Missing[]} */
  const missing = Object.entries(programs)
    .filter(([program]) => !which(program))
    .map(([program, name]) => ({ what: program, names: [name] }))
  if (!executable || !which('ldd')) return missing
  const listed = await run('ldd', [executable], { capture: true })
  return [...missing, ...missingLibraries(listed.stdout)]
}

/**
 * @param {string} listing what ldd prints
 * @returns {Missing[]}
 */
export function missingLibraries(listing) {
  return listing
    .split('\n')
    .filter((line) => line.endsWith('=> not found'))
    .map((line) => {
      const what = line.trim().split(' ')[0] ?? ''
      return { what, names: packageOfLibrary.find(({ library }) => library.test(what))?.names ?? [] }
    })
}

/**
 * @param {Missing[]} missing
 * @returns {Promise<string[]>}
 */
async function packageNames(missing) {
  // Without lists (a fresh container) apt knows no package at all.
  if (which('apt-get') && process.getuid?.() === 0) await updateLists()
  /** @type {Set<string>} */
  const chosen = new Set()
  for (const { names } of missing) {
    const known = await firstKnown(names)
    chosen.add(known ?? names.at(-1) ?? '')
  }
  return [...chosen]
}

/** @param {string[]} names */
async function firstKnown(names) {
  if (names.length === 1 || !which('apt-cache')) return undefined
  for (const name of names) {
    const shown = await run('apt-cache', ['show', '--no-all-versions', name], { capture: true })
    if (shown.code === 0 && shown.stdout.includes('Package:')) return name
  }
  return undefined
}
