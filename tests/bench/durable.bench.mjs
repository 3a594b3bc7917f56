/**
 * Taking a ticket and calling the next one, acknowledged and therefore on disk, against a bare write and fdatasync of
 * the same bytes and against SQLite, in turns on the same disk.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { resolveElectron } from '../../build/runtime/electron.mjs'
import { bundle } from './support/bundle.mjs'
import { newProfile } from './support/demoHall.mjs'
import { measureProgram } from './support/durableProgram.mjs'
import { electronVersion } from './support/electron.mjs'
import { startLines } from './support/lines.mjs'
import { finish, progress, quick } from './support/report.mjs'
import { openSqlite } from './support/sqlite.mjs'
import { p50, p99, round, times } from './support/stats.mjs'

const blocks = quick ? 6 : 50
const commandsEach = 20
const programTickets = quick ? 40 : 400

/** @typedef {{ ms: number[], rawMs: number[] }} Pair milliseconds of ours, and of the bare write of the same bytes */

const disk = newProfile()
const harness = await bundle('harness/durable.ts')
const electron = await resolveElectron()
const hosts = [
  { name: 'Node', command: process.execPath, env: {} },
  { name: 'Electron 的 Node', command: electron.path, env: { ELECTRON_RUN_AS_NODE: '1' } }
].map(({ name, command, env }, index) => {
  const folder = path.join(disk, `host-${index}`)
  mkdirSync(folder)
  return { name, process: startLines(command, [harness, folder], env), issue: emptyPair(), call: emptyPair() }
})
const sqlites = [
  {
    name: 'SQLite synchronous=FULL，WAL',
    database: await openSqlite(disk, 'WAL'),
    issue: emptyPair(),
    call: emptyPair()
  },
  {
    name: 'SQLite synchronous=FULL，DELETE',
    database: await openSqlite(disk, 'DELETE'),
    issue: emptyPair(),
    call: emptyPair()
  }
]
/** @type {number[]} */
const pipe = []

/** @returns {Pair} */
function emptyPair() {
  return { ms: [], rawMs: [] }
}

for (let block = 0; block < blocks; block += 1) {
  for (const host of hosts) {
    const answer = JSON.parse(await host.process.ask(String(commandsEach)))
    for (const what of /** @type {const} */ (['issue', 'call'])) {
      host[what].ms.push(...answer[what].ms)
      host[what].rawMs.push(...answer[what].rawMs)
      if (host !== hosts[0]) continue
      for (const { database, ...sqlite } of sqlites) {
        for (const record of answer[what].records) sqlite[what].ms.push(await database.insert(record))
        sqlite[what].rawMs.push(...answer[what].rawMs)
        pipe.push(await database.nothing())
      }
    }
  }
  if (block % 10 === 9) progress(`第 ${block + 1}/${blocks} 组`)
}
for (const host of hosts) await host.process.end()
for (const { database } of sqlites) await database.end()

progress(`在真实的程序里取号、叫号各 ${programTickets} 次`)
const program = await measureProgram({ profile: newProfile(), tickets: programTickets })

/** @param {string} name @param {Pair} pair @returns {(string | number)[]} */
const row = (name, { ms, rawMs }) => [
  name,
  ms.length,
  round(p50(ms)),
  round(p99(ms)),
  round(p50(rawMs)),
  round(p99(rawMs)),
  round(p50(ms) - p50(rawMs)),
  times(p50(ms) / p50(rawMs)),
  times(p99(ms) / p99(rawMs))
]

/** A hard disk or a simple SSD of an office PC, milliseconds of a bare write. */
const OFFICE_DISK_MS = 5

/**
 * @param {string} what
 * @param {Pair} pair
 * @param {string} work what is done beside the write
 */
function judged(what, { ms, rawMs }, work) {
  const [middle, slow] = [p50(ms) / p50(rawMs), p99(ms) / p99(rawMs)]
  const reached = middle <= 1.5 && slow <= 3
  const more = p50(ms) - p50(rawMs)
  const reason =
    `裸写 p50 只要 ${round(p50(rawMs))} ms，多出的 ${round(more)} ms 是${work}，不随磁盘变慢；` +
    `裸写要 ${OFFICE_DISK_MS} ms 的盘上按此约为 ${times((OFFICE_DISK_MS + more) / OFFICE_DISK_MS)}`
  return {
    goal: `${what}：p50 不超过裸写的 1.5 倍，p99 不超过 3 倍`,
    reached,
    measured: `p50 ${times(middle)}，p99 ${times(slow)}`,
    ...(reached ? {} : { reason })
  }
}

const RULES = '规则、编码与校验和、折叠'
const DOOR = `消息校验、${RULES}、向两个屏幕推送`
const SCREEN = `进程间往返（空查询 p50 ${round(p50(program.nothing))} ms）、${DOOR}`
const [, electronNode] = hosts
if (!electronNode) throw new Error('no host')

finish({
  title: '取号与叫号（确认即落盘）',
  how:
    '每条命令之后立刻把它写进日志的同样字节另行 write + fdatasync 一次作为裸写，成对比较，同一块磁盘、同一个进程；SQLite 由命令行程序逐句提交同样的记录，所计时间含一次管道往返' +
    `（空语句 p50 ${round(p50(pipe))} ms）。“处理器到答复”是主进程内校验之后的全部工作（规则、日志、折叠）；“门内”是真实程序里主进程从收到消息到给出答复，含校验和向两个屏幕的推送；“屏幕”是从页面发出命令到收到答复。`,
  columns: ['', '次数', 'p50 ms', 'p99 ms', '裸写 p50', '裸写 p99', 'p50 相差', 'p50 倍数', 'p99 倍数'],
  rows: [
    ...hosts.flatMap(({ name, issue, call }) => [
      row(`取号，处理器到答复（${name}）`, issue),
      row(`叫号，处理器到答复（${name}）`, call)
    ]),
    row('取号，门内（真实程序）', program.issue.door),
    row('叫号，门内（真实程序）', program.call.door),
    row('取号，屏幕（真实程序）', program.issue.screen),
    row('叫号，屏幕（真实程序）', program.call.screen),
    [
      '空查询往返，屏幕（真实程序）',
      program.nothing.length,
      round(p50(program.nothing)),
      round(p99(program.nothing)),
      '—',
      '—',
      '—',
      '—',
      '—'
    ],
    ...sqlites.flatMap(({ name, issue, call }) => [row(`取号的记录，${name}`, issue), row(`叫号的记录，${name}`, call)])
  ],
  goals: [
    judged('取号，处理器到答复', electronNode.issue, RULES),
    judged('叫号，处理器到答复', electronNode.call, RULES),
    judged('取号，门内', program.issue.door, DOOR),
    judged('叫号，门内', program.call.door, DOOR),
    judged('取号，从屏幕看', program.issue.screen, SCREEN),
    judged('叫号，从屏幕看', program.call.screen, SCREEN)
  ],
  electron: await electronVersion()
})
