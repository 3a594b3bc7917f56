/**
 * `npm run typecheck`: every TypeScript project of the repository, two at a time, all errors shown.
 */
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { run } from './runtime/exec.mjs'
import { inRoot, root } from './runtime/paths.mjs'
import { runMain } from './runtime/say.mjs'

/** Each has its own globals: shared/ knows neither Node nor the DOM, the screens no Node, and so on. */
const projects = ['shared', 'electron', 'electron/store/page', 'renderer', 'tests', 'build']

const atOnce = 2

/**
 * @returns {Promise<number>} how many projects have errors; they have been printed
 */
export async function typecheck() {
  const queue = projects.filter((project) => existsSync(inRoot(project, 'tsconfig.json')))
  let wrong = 0
  // shared/ is part of most projects: its errors are shown once.
  /** @type {Set<string>} */
  const shown = new Set()
  const worker = async () => {
    for (let project = queue.shift(); project; project = queue.shift()) {
      const compiler = inRoot('node_modules', 'typescript', 'bin', 'tsc')
      const args = [compiler, '--noEmit', '--pretty', 'false', '-p', project]
      const done = await run(process.execPath, args, { cwd: root, capture: true })
      if (done.code === 0 || hasNoSources(done.stdout)) continue
      wrong += 1
      const lines = `${done.stdout}${done.stderr}`.split('\n').filter((line) => line && !shown.has(line))
      for (const line of lines) shown.add(line)
      if (lines.length > 0) console.log(`${project}/tsconfig.json\n${lines.join('\n')}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return wrong
}

/** TS18003: a folder in which nothing has been written yet. @param {string} output */
const hasNoSources = (output) => output.includes('error TS18003') && output.trim().split('\n').length === 1

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void runMain(typecheck)
