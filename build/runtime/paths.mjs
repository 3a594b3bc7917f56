/**
 * Where things live. Every script takes its paths from here, so that none depends on the directory it is called from.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's top directory. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What may be deleted at any time and is fetched or made again: runtimes, fonts, locks. */
export const cacheDir = path.join(root, '.cache')

/** What is compiled; the packaged program contains nothing else. */
export const distDir = path.join(root, 'dist')

/** What tests, the tour and the bench leave behind for people to look at. */
export const outDir = path.join(root, 'out')

/**
 * @param {...string} parts
 * @returns {string} an absolute path below the repository's top directory
 */
export const inRoot = (...parts) => path.join(root, ...parts)
