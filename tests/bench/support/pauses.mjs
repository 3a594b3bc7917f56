/// <reference path="./page.d.ts" />
/**
 * How long the main process keeps everybody waiting, and batches of cards to keep it busy.
 */
import { COUNTER } from './demoHall.mjs'

/** @typedef {import('./electron.mjs').Running} Running */

/**
 * @typedef {object} Pauses
 * @property {number[]} gaps milliseconds between two turns of a timer of 1 ms: what an answer may have to wait
 * @property {number} seconds how long it was watched
 */

/**
 * A timer of 1 ms in the main process: no pause of more than a millisecond or two can hide from it, and its own work is
 * a few microseconds a turn.
 *
 * @template T
 * @param {Running} program
 * @param {() => Promise<T>} work
 * @returns {Promise<Pauses>}
 */
export async function pausesDuring(program, work) {
  await program.main(startProbe)
  await work()
  return program.main(endProbe)
}

/** @param {any} tools */
function startProbe(tools) {
  const begun = tools.performance.now()
  const probe = { gaps: /** @type {number[]} */ ([]), begun, last: begun, timer: /** @type {any} */ (null) }
  const turn = () => {
    const now = tools.performance.now()
    probe.gaps.push(now - probe.last)
    probe.last = now
    probe.timer = setTimeout(turn, 1)
  }
  probe.timer = setTimeout(turn, 1)
  tools.probe = probe
  return null
}

/** @param {any} tools @returns {Pauses} */
function endProbe(tools) {
  const { gaps, begun, last, timer } = tools.probe
  clearTimeout(timer)
  return { gaps, seconds: (last - begun) / 1000 }
}

/** The hall's first grid with a worker, ready for cards. @param {Running} program @returns {Promise<string>} its id */
export const readyGrid = (program) => program.page(COUNTER, registerGrid)

/** @param {Running} program @param {{ gridId: string, format: string, cards: number }} wanted */
export const printCards = (program, wanted) => program.page(COUNTER, printBatch, wanted)

/** Runs in the page. */
async function registerGrid() {
  const { linchuang } = window
  /** @param {any} reply */
  const value = (reply) => {
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return reply.value
  }
  const [grid] = value(await linchuang.query('grid.list', {}))
  const gridId = grid.gridId
  value(
    await linchuang.command('grid.register', crypto.randomUUID(), {
      gridId,
      name: grid.name,
      siteId: grid.siteId,
      boundary: '东至云溪路，南至滨河',
      households: 312,
      stationPhone: '023-00001100'
    })
  )
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const worker = { name: '赵小满', phone: '13800138001', duty: '走访、收件、跑腿代办' }
  value(
    await linchuang.command('grid.assign', crypto.randomUUID(), {
      ...worker,
      gridId,
      role: 'worker',
      primary: true,
      from: today
    })
  )
  return gridId
}

/** Runs in the page. @param {{ gridId: string, format: string, cards: number }} wanted */
async function printBatch({ gridId, format, cards }) {
  const { linchuang } = window
  const batchId = crypto.randomUUID()
  const source = { from: 'stock', parts: [{ gridId, cards }] }
  const started = /** @type {any} */ (
    await linchuang.command('cards.start', batchId, /** @type {any} */ ({ format, bleed: false, source }))
  )
  if (!started.ok) throw new Error(JSON.stringify(started))
  for (;;) {
    await new Promise((later) => setTimeout(later, 200))
    const shown = /** @type {any} */ (await linchuang.query('cards.batches', {}))
    const batch = shown.value.find((/** @type {any} */ one) => one.batchId === started.value.batchId)
    if (batch.status === 'done') return batch
    if (batch.status !== 'running') throw new Error(JSON.stringify(batch))
  }
}
