/**
 * The hand-written files of the repository.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Folders that hold nothing written by hand. */
const skipped = new Set(['node_modules', 'dist', 'out', 'release'])

/**
 * @typedef {object} Violation
 * @property {string} file relative, with slashes
 * @property {number} line from 1
 * @property {string} message what is wrong and what would be right
 */

/**
 * @param {string} root
 * @param {string[]} folders relative to it
 * @param {RegExp} name of the files
 * @returns {string[]} relative paths with slashes, in order
 */
export function listFiles(root, folders, name) {
  return folders.flatMap((folder) => walk(root, folder, name)).sort()
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]}
 */
function walk(root, folder, name) {
  const full = path.join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const relative = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || entry.name.startsWith('.') ? [] : walk(root, relative, name)
    }
    return name.test(entry.name) ? [relative] : []
  })
}

/**
 * Prints violations, one a line.
 *
 * @param {Violation[]} violations
 * @returns {number} how many
 */
export function report(violations) {
  for (const { file, line, message } of violations) console.log(`${file}:${line}: ${message}`)
  return violations.length
}
