/**
 * `npm run bench`: runs each tests/bench/*.bench.mjs, one after the other, and writes docs/performance.md from what
 * they leave in out/bench/. `-- hall start` runs only those whose file name begins like that; `-- --quick` tries all
 * out with few samples and small sizes, and leaves the page alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './runtime/exec.mjs'
import { ensureInstalled } from './runtime/install.mjs'
import { inRoot, outDir, root } from './runtime/paths.mjs'
import { performancePage } from './runtime/performancePage.mjs'
import { runMain, Stop, say, seconds } from './runtime/say.mjs'

/** @typedef {import('./runtime/performancePage.mjs').BenchReport} BenchReport */

const benchDir = inRoot('tests', 'bench')
const quick = process.argv.includes('--quick')
const results = path.join(outDir, quick ? 'bench-quick' : 'bench')

await runMain(async () => {
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
  await ensureInstalled()
  const { withElectron } = await import('./runtime/playwright.mjs')
  const files = benchFiles(wanted)
  if (files.length === 0) throw new Stop('tests/bench/ 里没有要运行的 *.bench.mjs。', 'no bench to run')
  mkdirSync(results, { recursive: true })
  const failed = await withElectron((env) => runAll(files, env))
  if (quick) say('这是试跑，数字不作数，没有写入 docs/performance.md', 'quick run: no table written')
  else {
    writeFileSync(inRoot('docs', 'performance.md'), performancePage(readReports(), machine()))
    say('已写入 docs/performance.md', 'table written')
  }
  if (failed.length > 0) throw new Stop(`没有完成：${failed.join('、')}`, 'some benches failed')
})

/**
 * Each bench is a program of its own, with LINCHUANG_BENCH_OUT naming the JSON file that it has to write.
 *
 * @param {string[]} files
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string[]>} those that failed
 */
async function runAll(files, env) {
  /** @type {string[]} */
  const failed = []
  for (const file of files) {
    const started = Date.now()
    const report = path.join(results, file.replace(/\.bench\.mjs$/, '.json'))
    rmSync(report, { force: true })
    console.log(`\n▶ ${file}`)
    const done = await run(process.execPath, [path.join(benchDir, file)], {
      cwd: root,
      env: { ...env, LINCHUANG_BENCH_OUT: report, LINCHUANG_BENCH_QUICK: quick ? '1' : undefined }
    })
    const good = done.code === 0 && existsSync(report)
    if (!good) failed.push(file)
    console.log(`${good ? '✓' : '✗'} ${file}：${seconds(Date.now() - started)}`)
  }
  return failed
}

/** @param {string[]} wanted beginnings of names; none: all */
function benchFiles(wanted) {
  if (!existsSync(benchDir)) return []
  return readdirSync(benchDir)
    .filter((name) => name.endsWith('.bench.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)))
    .sort()
}

/** @returns {BenchReport[]} also those of earlier runs, so that a part can be measured again */
function readReports() {
  return readdirSync(results)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(results, name), 'utf8')))
}

/** What the numbers depend on. It names no host. */
function machine() {
  const processor = os.cpus()[0]?.model.trim() ?? ''
  return `${os.type()} ${os.arch()}，${os.cpus().length} 核 ${processor}，${Math.round(os.totalmem() / 2 ** 30)} GB 内存，Node ${process.versions.node}`
}
