/// <reference path="./page.d.ts" />
/**
 * Tickets and calls in the real program, from its counter page, each followed by a bare write of the same bytes in the
 * same main process.
 */
import { COUNTER, foundDemoHall, HALL, settle, signIn } from './demoHall.mjs'
import { startElectron } from './electron.mjs'

/** @typedef {import('./electron.mjs').Running} Running */
/** @typedef {{ ms: number[], rawMs: number[] }} Pair */
/** @typedef {{ door: Pair, screen: Pair }} Measured `door`: inside main; `screen`: from the page and back */

/**
 * @param {{ profile: string, tickets: number }} options `tickets`: so many are issued, and then called, one day
 * @returns {Promise<{ issue: Measured, call: Measured, nothing: number[] }>} `nothing`: round trips of a query that
 *   asks for nothing
 */
export async function measureProgram({ profile, tickets }) {
  const program = await startElectron({ profile })
  await foundDemoHall(program)
  await signIn(program)
  await program.when('ready-to-show', HALL)
  await settle(program)
  const issue = measured()
  const call = measured()
  /** @type {number[]} */
  const nothing = []
  for (let n = 0; n < tickets; n += 1) {
    await add(issue, program, profile, 'queue.issueTicket', { group: 'A', priority: null })
    await add(call, program, profile, 'queue.callNext', {})
    await program.page(COUNTER, send, { name: 'queue.startService', input: {} })
    await program.page(COUNTER, send, { name: 'queue.finishService', input: { saidEnd: null } })
    await quiet(program)
    nothing.push(await program.page(COUNTER, askNothing))
  }
  await program.quit()
  return { issue, call, nothing }
}

/** @returns {Measured} */
const measured = () => ({ door: { ms: [], rawMs: [] }, screen: { ms: [], rawMs: [] } })

/**
 * @param {Measured} into
 * @param {Running} program
 * @param {string} profile
 * @param {string} name
 * @param {object} input
 */
async function add(into, program, profile, name, input) {
  const ms = await program.page(COUNTER, send, { name, input })
  // A ticket prints itself and screens are drawn: neither side is to be measured while that goes on.
  await quiet(program)
  const { door, raw } = await program.main(writeTheSame, { profile, name })
  into.screen.ms.push(ms)
  into.screen.rawMs.push(raw)
  into.door.ms.push(door)
  into.door.rawMs.push(raw)
}

/** Until papers are printed and the screens have drawn what there is. @param {Running} program */
async function quiet(program) {
  await settle(program)
  for (const screen of [COUNTER, HALL]) await program.page(screen, twoFrames)
}

/** Runs in a page. */
function twoFrames() {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))
}

/** Runs in the page. @param {{ name: string, input: object }} command @returns {Promise<number>} milliseconds */
async function send({ name, input }) {
  const id = crypto.randomUUID()
  const begun = performance.now()
  const reply = /** @type {any} */ (
    await window.linchuang.command(/** @type {any} */ (name), id, /** @type {any} */ (input))
  )
  const ms = performance.now() - begun
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return ms
}

/** Runs in the page: an item that does not exist is known by a glance into a table. */
async function askNothing() {
  const begun = performance.now()
  await window.linchuang.query('catalogue.item', { itemId: 'none', version: null })
  return performance.now() - begun
}

/**
 * Runs in the main process: the newest record of the queue, written and synced once more into a file of its own.
 *
 * @param {any} tools
 * @param {unknown} _pageOf
 * @param {{ profile: string, name: string }} given
 */
function writeTheSame(tools, _pageOf, { profile, name }) {
  const fs = tools.require('node:fs')
  const path = tools.require('node:path')
  const log = path.join(profile, 'log')
  const newest = fs
    .readdirSync(log)
    .filter((/** @type {string} */ file) => /^\d+\.log$/.test(file))
    .sort()
    .at(-1)
  const lines = fs.readFileSync(path.join(log, newest), 'utf8').split('\n')
  const record = lines.findLast((/** @type {string} */ line) => line.includes('"stream":"queue-'))
  tools.raw ??= fs.openSync(path.join(profile, 'raw'), 'a')
  const bytes = Buffer.from(`${record}\n`)
  const begun = tools.performance.now()
  fs.writeSync(tools.raw, bytes)
  fs.fdatasyncSync(tools.raw)
  const raw = tools.performance.now() - begun
  const door = tools.doorTimes.findLast((/** @type {{ name: string }} */ one) => one.name === name).ms
  return { door, raw }
}
