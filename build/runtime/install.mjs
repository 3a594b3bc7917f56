/**
 * The npm packages: whether what is installed is what package-lock.json says, and `npm ci` when it is not.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './exec.mjs'
import { withLock } from './lock.mjs'
import { root } from './paths.mjs'
import { Stop, say } from './say.mjs'

/** The oldest Node the tools run on. */
const oldestNode = [20, 19]

/**
 * Installs the npm packages when they are missing or not those of package-lock.json. Takes some milliseconds when
 * there is nothing to do.
 *
 * @throws {Stop} when this Node is too old, or npm fails
 */
export async function ensureInstalled() {
  holdNodeVersion()
  if (installedAsLocked(root)) return
  await withLock('npm-ci', async () => {
    if (installedAsLocked(root)) return
    say('正在安装依赖（npm ci），首次约一分钟', 'installing packages')
    // In a shell where this is set, npm would leave out everything the scripts need.
    const done = await npm(['ci', '--no-audit', '--no-fund'], { cwd: root, env: { NODE_ENV: undefined } })
    if (done.code !== 0) throw new Stop('npm ci 失败，原因见上。请检查网络或 npm 镜像设置后再试。', 'npm ci failed')
  })
}

/** @throws {Stop} */
export function holdNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantMajor = 0, wantMinor = 0] = oldestNode
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return
  throw new Stop(
    `需要 Node ${oldestNode.join('.')} 或更新版本，现在是 ${process.versions.node}。`,
    `Node >= ${oldestNode.join('.')} is needed`
  )
}

/**
 * Compares npm's own record of what it installed, which it writes last, with the lock file.
 *
 * @param {string} project directory
 * @returns {boolean}
 */
export function installedAsLocked(project) {
  const locked = readPackages(path.join(project, 'package-lock.json'))
  const installed = readPackages(path.join(project, 'node_modules', '.package-lock.json'))
  if (!locked || !installed) return false
  for (const [place, entry] of Object.entries(locked)) {
    if (place === '') continue
    const there = installed[place]
    // Optional packages are those of other platforms, most of the time.
    if (!there && (entry.optional || entry.devOptional)) continue
    if (there?.version !== entry.version || there?.integrity !== entry.integrity) return false
  }
  return Object.keys(installed).every((place) => place in locked)
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
