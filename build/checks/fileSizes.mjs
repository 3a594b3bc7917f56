/**
 * The size check: a file that has grown too long is to be split.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root as repository } from '../runtime/paths.mjs'
import { runMain } from '../runtime/say.mjs'
import { listFiles, report } from './sources.mjs'

/** Lines of any hand-written source file. */
const sourceLimit = 400

/** Lines of a folder's README: where things live, what may not, how to add one more. */
const readmeLimit = 40

/** Stricter ones: the composition root is one screen long. @type {Record<string, number>} */
const ownLimits = { 'electron/main.ts': 150 }

const folders = ['shared', 'electron', 'renderer', 'build', 'tests']
const topFiles = ['vite.config.ts', 'vitest.config.ts', 'playwright.config.ts']

/**
 * @param {string} [root] of the sources, the repository unless given
 * @returns {import('./sources.mjs').Violation[]}
 */
export function checkFileSizes(root = repository) {
  const files = [
    ...listFiles(root, folders, /(\.(ts|tsx|mjs|cjs)|^README\.md)$/),
    ...topFiles.filter((file) => existsSync(path.join(root, file)))
  ]
  return files.flatMap((file) => {
    const lines = countLines(readFileSync(path.join(root, file), 'utf8'))
    const limit = ownLimits[file] ?? (file.endsWith('.md') ? readmeLimit : sourceLimit)
    return lines > limit ? [{ file, line: limit + 1, message: `有 ${lines} 行，最多 ${limit} 行` }] : []
  })
}

/** @param {string} text */
const countLines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  void runMain(async () => (report(checkFileSizes()) > 0 ? 1 : 0))
}
