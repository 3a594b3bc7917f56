/**
 * `npm test`: installs what is missing, then runs every check and test, and ends with a line `N passed, N failed`.
 * A failed installation ends it; a failed check or test does not keep the others from running.
 * `npm test -- checks`, `-- unit`, `-- e2e` run a part.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { run } from './runtime/exec.mjs'
import { inRoot, outDir, root } from './runtime/paths.mjs'
import { runMain, Stop, say, seconds } from './runtime/say.mjs'
import { countPlaywright, countVitest, sum } from './runtime/testCounts.mjs'

/** @typedef {import('./runtime/testCounts.mjs').Counts} Counts */
/** @typedef {import('./runtime/electron.mjs').Electron} Electron */

const parts = ['checks', 'unit', 'e2e']

async function main() {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((part) => !parts.includes(part))
  if (unknown.length > 0)
    throw new Stop(`没有 ${unknown.join('、')} 这一部分，可选：${parts.join('、')}。`, 'unknown part')
  const has = (/** @type {string} */ part) => wanted.length === 0 || wanted.includes(part)

  mkdirSync(outDir, { recursive: true })
  const electron = await install(has('e2e'), has('unit'))
  /** @type {Counts[]} */
  const counts = []
  if (has('checks')) counts.push(...(await checks()))
  // First, because it also fetches the fonts that papers are tested with.
  if (has('unit') || electron) counts.push(await step('编译', compileAll))
  if (has('unit')) counts.push(await step('单元、性质与契约测试（vitest）', unitTests))
  if (electron) counts.push(await step('端到端测试（Playwright）', endToEnd))
  const total = sum(counts)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}

/**
 * @param {boolean} endToEndToo
 * @param {boolean} unitToo
 * @returns {Promise<Electron | undefined>} the Electron to test in, when one is needed
 */
async function install(endToEndToo, unitToo) {
  const started = Date.now()
  const { ensureInstalled } = await import('./runtime/install.mjs')
  await ensureInstalled()
  const { resolveElectron } = await import('./runtime/electron.mjs')
  const electron = endToEndToo ? await resolveElectron() : undefined
  if (endToEndToo || unitToo) {
    const { ensureSystemPackages, testPrograms } = await import('./runtime/systemPackages.mjs')
    await ensureSystemPackages({ programs: testPrograms, executable: electron?.path })
  }
  const what = electron ? `，Electron ${electron.version}${electron.standIn ? '（替代版本）' : ''}` : ''
  say(`Node ${process.versions.node}${what}，安装检查 ${seconds(Date.now() - started)}`, 'installed')
  return electron
}

/** @returns {Promise<Counts[]>} */
async function checks() {
  const { typecheck } = await import('./typecheck.mjs')
  const { checkLayers } = await import('./checks/layers.mjs')
  const { checkFileSizes } = await import('./checks/fileSizes.mjs')
  const { report } = await import('./checks/sources.mjs')
  return [
    await step('类型检查', async () => one((await typecheck()) === 0)),
    await step('代码规范', async () => one(await lint())),
    await step('分层', async () => one(report(checkLayers()) === 0)),
    await step('文件长度', async () => one(report(checkFileSizes()) === 0))
  ]
}

async function lint() {
  const biome = inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const done = await run(process.execPath, [biome, 'check', '.', '--max-diagnostics=100'], { cwd: root })
  return done.code === 0
}

/** @returns {Promise<Counts>} */
async function unitTests() {
  const file = path.join(outDir, 'vitest.json')
  rmSync(file, { force: true })
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const done = await run(process.execPath, [vitest, 'run', '--configLoader=runner', ...reporters], {
    cwd: root,
    env: { NODE_ENV: undefined }
  })
  return countVitest(readReport(file), done.code)
}

/** @returns {Promise<Counts>} */
async function compileAll() {
  const { compile } = await import('./compile.mjs')
  const { missing } = await compile()
  return one(missing.length === 0)
}

/** @returns {Promise<Counts>} */
async function endToEnd() {
  const { runPlaywright } = await import('./runtime/playwright.mjs')
  const file = path.join(outDir, 'playwright.json')
  rmSync(file, { force: true })
  const code = await runPlaywright([])
  return countPlaywright(readReport(file), code)
}

/**
 * Runs one step, shows how long it took, and takes an error as one failure.
 *
 * @param {string} name
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function step(name, work) {
  const started = Date.now()
  console.log(`\n▶ ${name}`)
  /** @type {Counts} */
  let counts = { passed: 0, failed: 1 }
  try {
    counts = await work()
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
  }
  const mark = counts.failed > 0 ? '✗' : '✓'
  console.log(`${mark} ${name}：${counts.passed} passed, ${counts.failed} failed, ${seconds(Date.now() - started)}`)
  return counts
}

/** A check counts as one test. @param {boolean} passed @returns {Counts} */
const one = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

await runMain(main)
