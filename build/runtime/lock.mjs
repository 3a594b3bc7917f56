/**
 * One process at a time: two terminals may compile or fetch in the same working copy.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheDir } from './paths.mjs'

/**
 * Runs `work` while no other process holds the lock of that name, and gives its result. A lock whose owner is dead
 * is taken over.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const file = path.join(cacheDir, 'locks', name)
  mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await pause(100)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (ownerIsAlive(file)) return false
    rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function ownerIsAlive(file) {
  let pid = 0
  try {
    pid = Number(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
  // Between creating and writing the file it is empty: its owner lives.
  if (!pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
