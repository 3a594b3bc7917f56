/**
 * Logs of halls with many cases, made once and kept in .cache/bench/ for as long as the rules that make them stay the
 * same.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { cacheDir } from '../../../build/runtime/paths.mjs'
import { seconds } from '../../../build/runtime/say.mjs'
import { bundle } from './bundle.mjs'
import { progress } from './report.mjs'

/**
 * @typedef {object} History
 * @property {string} folder
 * @property {number} cases
 * @property {number} records
 * @property {{ name: string, idNumber: string, phone: string | null, caseNo: string }[]} samples some of the cases
 * @property {number} bytes of the log
 */

/** @param {number} cases @returns {Promise<History>} */
export async function historyOf(cases) {
  const program = await bundle('harness/history.ts')
  const digest = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 16)
  const place = path.join(cacheDir, 'bench')
  const folder = path.join(place, `history-${cases}-${digest}`)
  if (!existsSync(path.join(folder, 'history.json'))) {
    for (const old of readdirSync(place).filter((name) => name.startsWith(`history-${cases}-`))) {
      rmSync(path.join(place, old), { recursive: true })
    }
    await make(program, folder, cases)
  }
  const log = path.join(folder, 'log')
  const bytes = readdirSync(log).reduce((sum, name) => sum + statSync(path.join(log, name)).size, 0)
  return { folder, bytes, ...JSON.parse(readFileSync(path.join(folder, 'history.json'), 'utf8')) }
}

/** @param {string} program @param {string} folder @param {number} cases */
async function make(program, folder, cases) {
  const begun = Date.now()
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft)
  progress(`正在生成 ${cases.toLocaleString('en-US')} 件办件的日志，以后再用`)
  const child = spawn(process.execPath, [program, draft, String(cases)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const { cases: done = 0 } = JSON.parse(line)
    if (done - told < cases / 5) continue
    told = done
    progress(`${Math.round((100 * done) / cases)} %，${seconds(Date.now() - begun)}`)
  }
  const code = await ended
  if (code !== 0) throw new Error(`the history could not be made: ${code}`)
  renameSync(draft, folder)
}

/**
 * Puts the log into a profile. Segments that nothing is appended to any more are linked, not copied.
 *
 * @param {History} history
 * @param {string} profile
 * @param {{ snapshots?: boolean }} [options] `snapshots: false` leaves those of the desk out
 */
export function placeHistory(history, profile, { snapshots = true } = {}) {
  const [from, to] = [history.folder, profile].map((folder) => path.join(folder, 'log'))
  mkdirSync(`${to}`)
  const names = readdirSync(`${from}`)
  const newest = names
    .filter((name) => /^\d+\.log$/.test(name))
    .sort()
    .at(-1)
  for (const name of names) {
    if (!snapshots && name.startsWith('desk-')) continue
    const sealed = /^\d+\.log$/.test(name) && name !== newest
    const put = sealed ? linkSync : copyFileSync
    put(path.join(`${from}`, name), path.join(`${to}`, name))
  }
}
