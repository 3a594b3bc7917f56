/**
 * `npm run build`: bundles every part of the program into dist/. A part whose inputs have not changed since the last
 * time is left as it is, so that a second start is quick.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findTargets } from './runtime/compileTargets.mjs'
import { copyFonts } from './runtime/fonts.mjs'
import { digestTrees, isFresh, markFresh, markOld } from './runtime/freshness.mjs'
import { withLock } from './runtime/lock.mjs'
import { distDir, inRoot } from './runtime/paths.mjs'
import { runMain, Stop, say, seconds } from './runtime/say.mjs'

/** @typedef {import('./runtime/compileTargets.mjs').Target} Target */

/**
 * Brings dist/ up to date with the sources.
 *
 * @param {{ fonts?: boolean }} [options] `fonts: false` leaves the paper fonts out
 * @returns {Promise<{ built: string[], missing: string[] }>} names of what was bundled anew, entries not there yet
 * @throws {Stop} when a part cannot be bundled; vite has said why before
 */
export function compile({ fonts = true } = {}) {
  return withLock('compile', async () => {
    const started = Date.now()
    const { targets, missing } = findTargets()
    for (const entry of missing) say(`还没有 ${entry}，跳过`, 'entry does not exist yet')
    await removeStale(targets)
    const common = digestTrees(['package-lock.json', 'vite.config.ts', 'build/compile.mjs', 'tsconfig.base.json'])
    /** @type {string[]} */
    const built = []
    for (const target of targets) {
      const inputs = `${common}${digestTrees(target.sources)}`
      if (isFresh(target, inputs)) continue
      markOld(target)
      await asProduction(() => bundle(target))
      markFresh(target, inputs)
      built.push(target.name)
    }
    if (fonts) await copyFonts()
    const names = built.length > 0 ? built.join('、') : '没有变化'
    say(`编译完成：${names}，${seconds(Date.now() - started)}`, 'compiled')
    return { built, missing }
  })
}

/**
 * Vite takes the production or the development build of React by this variable, whatever its mode is called. The tests
 * that may run in the same process afterwards must not see it.
 *
 * @param {() => Promise<void>} work
 */
async function asProduction(work) {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** @param {Target} target */
async function bundle(target) {
  const { build } = await import('vite')
  // Built beside the place and moved there: a build that is cut off leaves no half output.
  const work = path.join(distDir, '.building')
  await rm(work, { recursive: true, force: true })
  try {
    const result = await build({
      configFile: inRoot('vite.config.ts'),
      // package.json has no "type": Node alone would take the .ts file for CommonJS.
      configLoader: 'runner',
      root: target.kind === 'page' ? path.dirname(target.entry) : inRoot(),
      mode: target.mode,
      logLevel: 'warn',
      build: {
        outDir: work,
        ...(target.kind === 'script' && { rolldownOptions: { input: { [target.outputName]: target.entry } } })
      }
    })
    if (target.kind === 'script') holdSelfContained(target, result)
    await place(target, work)
  } catch (error) {
    if (error instanceof Stop) throw error
    console.error(error instanceof Error ? error.message : error)
    throw new Stop(`${target.name} 编译失败，原因见上。`, 'bundling failed')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * @param {Target} target
 * @param {string} work
 */
async function place(target, work) {
  if (target.kind === 'page') {
    await rm(target.output, { recursive: true, force: true })
    await mkdir(path.dirname(target.output), { recursive: true })
    await rename(work, target.output)
    return
  }
  await mkdir(path.dirname(target.output), { recursive: true })
  await rename(path.join(work, `${target.outputName}.cjs`), target.output)
}

/**
 * Refuses a script that would need a file at run time that is not there: a second chunk, or a package.
 *
 * @param {Target} target
 * @param {Awaited<ReturnType<typeof import('vite')['build']>>} result
 */
function holdSelfContained(target, result) {
  if (Array.isArray(result) || !('output' in result)) return
  const chunks = result.output.filter((part) => part.type === 'chunk')
  const others = result.output.filter((part) => part.type !== 'chunk').map((part) => part.fileName)
  if (chunks.length !== 1 || others.length > 0) {
    const names = [...chunks.map((chunk) => chunk.fileName), ...others].join(', ')
    throw new Stop(`${target.name} 应当只有一个文件，却得到：${names}`, 'not one self-contained file')
  }
  // A part that is loaded late has been put into the one file, which is then named as what it loads.
  const foreign = [...(chunks[0]?.imports ?? []), ...(chunks[0]?.dynamicImports ?? [])].filter(
    (name) => name !== chunks[0]?.fileName && !target.mayLoad(name)
  )
  if (foreign.length > 0) {
    throw new Stop(`${target.name} 运行时不能加载 ${foreign.join(', ')}。`, 'import that does not exist at run time')
  }
}

/**
 * Removes what an entry left behind that is no longer there, so that no old worker or screen runs or is packaged.
 *
 * @param {Target[]} targets
 */
async function removeStale(targets) {
  const wanted = new Set(targets.map((target) => target.output))
  for (const folder of ['renderer', 'main', 'preload']) {
    const directory = path.join(distDir, folder)
    if (!existsSync(directory)) continue
    for (const name of await readdir(directory)) {
      const output = path.join(directory, name)
      if (!wanted.has(output)) await rm(output, { recursive: true, force: true })
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  void runMain(async () => {
    const { ensureInstalled } = await import('./runtime/install.mjs')
    await ensureInstalled()
    await compile()
  })
}
