/**
 * Whether an output is still that of its inputs: a digest of everything that went in is kept in dist/.stamps/.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { distDir, root } from './paths.mjs'

/** @typedef {{ name: string, output: string }} Stamped */

/**
 * @param {string[]} paths files and folders, relative to the repository; one that does not exist counts as empty
 * @param {string} [base] instead of the repository
 * @returns {string} changes when any file in them changes, comes, goes or is renamed
 */
export function digestTrees(paths, base = root) {
  const hash = createHash('sha256')
  for (const name of paths) addToDigest(hash, base, name)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} base
 * @param {string} name
 */
function addToDigest(hash, base, name) {
  const full = path.join(base, name)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) {
    const content = readFileSync(full)
    hash.update(`${name}\0${content.length}\0`).update(content)
    return
  }
  for (const entry of readdirSync(full).sort()) addToDigest(hash, base, path.posix.join(name, entry))
}

/**
 * @param {Stamped} target
 * @param {string} inputs digest
 */
export function isFresh(target, inputs) {
  if (!existsSync(target.output)) return false
  const stamp = stampFile(target)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs
}

/**
 * @param {Stamped} target
 * @param {string} inputs digest
 */
export function markFresh(target, inputs) {
  const stamp = stampFile(target)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, inputs)
}

/**
 * Before an output is replaced: a build that is cut off must not leave a new output under an old digest.
 *
 * @param {Stamped} target
 */
export const markOld = (target) => rmSync(stampFile(target), { force: true })

/** @param {Stamped} target */
const stampFile = (target) => path.join(distDir, '.stamps', target.name.replaceAll('/', '-'))
