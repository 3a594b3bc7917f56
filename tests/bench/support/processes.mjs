/**
 * Memory of a program with all its processes, as Linux counts it.
 */
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @param {number} pid
 * @returns {{ processes: number, rssMb: number, pssMb: number }} `rssMb` counts a page once for each process that has
 *   it, `pssMb` divides shared pages among those who share them, so that the sum is what the program really takes
 */
export function memoryOf(pid) {
  const all = [pid, ...childrenOf(pid)]
  let rss = 0
  let pss = 0
  let processes = 0
  for (const one of all) {
    const rollup = read(`/proc/${one}/smaps_rollup`)
    if (rollup === null) continue
    processes += 1
    rss += kilobytes(rollup, 'Rss')
    pss += kilobytes(rollup, 'Pss')
  }
  return { processes, rssMb: rss / 1024, pssMb: pss / 1024 }
}

/** @param {number} pid */
function childrenOf(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    // The name of the program stands in parentheses and may hold anything; the parent is the second field after it.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? -1)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  /** @type {number[]} */
  const found = []
  for (const queue = [pid]; queue.length > 0; ) {
    const next = children.get(queue.shift() ?? -1) ?? []
    found.push(...next)
    queue.push(...next)
  }
  return found
}

/** @param {string} rollup @param {string} field */
const kilobytes = (rollup, field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)

/** @param {string} file @returns {string | null} `null` when the process has ended meanwhile */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
