/**
 * A download that failed is not tried again for a while where the work can go on without it; otherwise every start on
 * a machine that is off the network would wait for the same answer.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheDir } from './paths.mjs'

const rememberMs = 6 * 3_600_000

/**
 * @param {string} what such as electron-download
 * @param {string[]} way everything that, once changed, makes a new attempt worth while: version, mirror, proxy
 */
export function rememberFailure(what, way) {
  mkdirSync(cacheDir, { recursive: true })
  // The way may hold a password of a proxy: only its digest is written.
  writeFileSync(fileOf(what), JSON.stringify({ way: digest(way), at: Date.now() }))
}

/** @param {string} what */
export const forgetFailure = (what) => rmSync(fileOf(what), { force: true })

/**
 * @param {string} what
 * @param {string[]} way
 * @returns {boolean} whether it failed within the last six hours, in the same way
 */
export function failedLately(what, way) {
  try {
    const failure = JSON.parse(readFileSync(fileOf(what), 'utf8'))
    return failure.way === digest(way) && Date.now() - failure.at < rememberMs
  } catch {
    return false
  }
}

/** @param {string} what */
const fileOf = (what) => path.join(cacheDir, `${what}-failed.json`)

/** @param {string[]} way */
const digest = (way) => createHash('sha256').update(way.join('\n')).digest('hex')
