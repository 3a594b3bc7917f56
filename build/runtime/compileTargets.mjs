/**
 * Which parts the program has. They are found by where their entries lie, so that a new screen or worker thread needs
 * no line here.
 */
import { existsSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { distDir, inRoot, root } from './paths.mjs'

/**
 * @typedef {object} Target
 * @property {string} name for messages
 * @property {'page' | 'script'} kind a page becomes a folder, a script one file
 * @property {'screens' | 'store' | 'main' | 'preload' | 'workers'} mode of vite.config.ts
 * @property {string} entry absolute path
 * @property {string} output absolute path of the folder or file
 * @property {string} outputName of a script, without .cjs
 * @property {string[]} sources folders (relative) whose change makes the output old
 * @property {(name: string) => boolean} mayLoad whether a script may load that module at run time
 */

/** Without these no window works. */
const neededPreloads = ['screen.preload', 'store.preload']

/** @param {string} name */
const isElectronOrBuiltin = (name) => name === 'electron' || isBuiltin(name)

/**
 * @returns {{ targets: Target[], missing: string[] }} what is to be built, and the fixed entries that do not exist yet
 */
export function findTargets() {
  const screens = foldersIn('renderer').filter((name) => existsSync(inRoot('renderer', name, 'index.html')))
  const found = filesBelow('electron/preload').filter((file) => file.endsWith('.preload.ts'))
  const preloads = new Set([...neededPreloads, ...found.map((file) => path.basename(file, '.ts'))])
  const workers = filesBelow('electron').filter((file) => file.endsWith('.worker.ts'))
  const targets = [
    ...screens.map((name) =>
      page(`renderer/${name}`, 'screens', `renderer/${name}/index.html`, `renderer/${name}`, ['renderer', 'shared'])
    ),
    page('store', 'store', 'electron/store/page/index.html', 'store', ['electron/store', 'shared']),
    script('main', 'main', 'electron/main.ts', 'main/main', isElectronOrBuiltin),
    ...[...preloads].map((name) =>
      script(name, 'preload', `electron/preload/${name}.ts`, `preload/${name}`, (loaded) => loaded === 'electron')
    ),
    ...workers.map((file) => {
      const name = path.basename(file, '.ts')
      return script(name, 'workers', file, `main/${name}`, isBuiltin)
    })
  ]
  return {
    targets: targets.filter((target) => existsSync(target.entry)),
    missing: targets.filter((target) => !existsSync(target.entry)).map((target) => path.relative(root, target.entry))
  }
}

/**
 * @param {string} name
 * @param {Target['mode']} mode
 * @param {string} entry
 * @param {string} output
 * @param {string[]} sources
 * @returns {Target}
 */
function page(name, mode, entry, output, sources) {
  return {
    name,
    kind: 'page',
    mode,
    entry: inRoot(entry),
    output: path.join(distDir, output),
    outputName: '',
    sources,
    mayLoad: () => false
  }
}

/**
 * @param {string} name
 * @param {Target['mode']} mode
 * @param {string} entry
 * @param {string} output without .cjs
 * @param {Target['mayLoad']} mayLoad
 * @returns {Target}
 */
function script(name, mode, entry, output, mayLoad) {
  return {
    name,
    kind: 'script',
    mode,
    entry: inRoot(entry),
    output: path.join(distDir, `${output}.cjs`),
    outputName: path.basename(output),
    sources: ['electron', 'shared'],
    mayLoad
  }
}

/** @param {string} folder relative to the repository */
function foldersIn(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * @param {string} folder relative to the repository
 * @returns {string[]} relative paths
 */
function filesBelow(folder) {
  if (!existsSync(inRoot(folder))) return []
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
}
