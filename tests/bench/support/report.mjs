/**
 * How a bench ends: its table for the person who waits for it, its JSON for docs/performance.md.
 */
import { writeFileSync } from 'node:fs'
import os from 'node:os'

/** @typedef {import('../../../build/runtime/performancePage.mjs').BenchReport} BenchReport */

/** Few samples and small sizes, to see whether the benches themselves work. Their figures say little. */
export const quick = process.env.LINCHUANG_BENCH_QUICK === '1' || process.argv.includes('--quick')

/** @param {BenchReport} measured */
export function finish(measured) {
  const report = { ...measured, how: measured.how + loadNote() }
  const { title, columns, rows, goals } = report
  console.log(`\n${title}`)
  for (const line of aligned([columns, ...rows])) console.log(`  ${line}`)
  for (const { goal, reached, measured, reason } of goals) {
    console.log(`  ${reached ? '✓' : '✗'} ${goal}：实测 ${measured}${reason ? `。${reason}` : ''}`)
  }
  console.log(`  系统负载：${loads()}`)
  const file = process.env.LINCHUANG_BENCH_OUT
  if (file) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

const loads = () =>
  os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join('、')

/** Figures of a machine that had more to do than processors for it say so themselves. */
function loadNote() {
  const busy = (os.loadavg()[2] ?? 0) > os.cpus().length
  return busy ? `测量时机器还在做别的事（1、5、15 分钟系统负载 ${loads()}），绝对值偏大，看倍数。` : ''
}

/** @param {string} text a line of progress */
export const progress = (text) => console.log(`  ${text}`)

/** @param {(string | number)[][]} table */
function aligned(table) {
  const texts = table.map((row) => row.map(String))
  const widths = texts[0]?.map((_, column) => Math.max(...texts.map((row) => width(row[column] ?? '')))) ?? []
  return texts.map((row) =>
    row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text))).join('  ')
  )
}

/** Columns on a terminal: Chinese characters take two. @param {string} text */
const width = (text) =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1), 0)
