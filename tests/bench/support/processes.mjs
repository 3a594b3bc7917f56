/**
 * What a program takes with all its processes, as Linux counts it.
 */
import { readdirSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Memory
 * @property {number} processes
 * @property {number} rssMb counts a page once for each process that has it
 * @property {number} pssMb divides shared pages among those who share them: what the program really takes
 * @property {number} mainMb part of `pssMb`: the main process
 * @property {number} pagesMb part of `pssMb`: the processes of pages
 */

/**
 * @param {number} pid
 * @returns {Memory}
 */
export function memoryOf(pid) {
  const sum = { processes: 0, rssMb: 0, pssMb: 0, mainMb: 0, pagesMb: 0 }
  for (const one of [pid, ...childrenOf(pid)]) {
    const rollup = read(`/proc/${one}/smaps_rollup`)
    if (rollup === null) continue
    const pssMb = kilobytes(rollup, 'Pss') / 1024
    sum.processes += 1
    sum.rssMb += kilobytes(rollup, 'Rss') / 1024
    sum.pssMb += pssMb
    if (one === pid) sum.mainMb += pssMb
    else if (read(`/proc/${one}/cmdline`)?.includes('--type=renderer')) sum.pagesMb += pssMb
  }
  return sum
}

/** A tick of the processor's clock in Linux's counters. */
const TICK_MS = 10

/** @param {number} pid @returns {number} milliseconds of processor time that all its processes have had so far */
export function processorMsOf(pid) {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => {
    const fields = statOf(one)
    return sum + (fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : 0)
  }, 0)
}

/** The fields behind the program's name, which stands in parentheses and may hold anything. @param {number | string} pid */
function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** @param {number} pid */
function childrenOf(pid) {
  if (process.platform !== 'linux') return []
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(statOf(name)?.[1] ?? -1)
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
