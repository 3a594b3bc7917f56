/// <reference path="./support/page.d.ts" />
/**
 * From the click of 叫号 to the number on the hall screen, against an Electron whose main process does nothing but
 * hand the click on, in turns.
 */
import { inRoot } from '../../build/runtime/paths.mjs'
import { watchCalls } from './support/calls.mjs'
import { COUNTER, foundDemoHall, HALL, newProfile, settle, signIn } from './support/demoHall.mjs'
import { electronVersion, startElectron } from './support/electron.mjs'
import { finish, progress, quick } from './support/report.mjs'
import { p50, p99, quantile, round, times } from './support/stats.mjs'

const rounds = quick ? 3 : 15
const callsEach = quick ? 10 : 20

const bareFolder = inRoot('tests', 'bench', 'bare')
const profile = newProfile()
const program = await startElectron({ profile })
await foundDemoHall(program)
await signIn(program)
await program.when('ready-to-show', HALL)
progress(`先取 ${rounds * callsEach} 个号并全部打印完`)
await program.page(COUNTER, issueTickets, rounds * callsEach)
await settle(program)

const bare = await startElectron({ profile: newProfile(), folder: bareFolder, args: ['--bare=relay'] })
const [bareCounter, bareHall] = [`file://${bareFolder}/counter.html`, `file://${bareFolder}/hall.html`]
await bare.when('ready-to-show', bareCounter)
await bare.when('ready-to-show', bareHall)

const calls = await watchCalls(program, COUNTER, HALL)
const bareCalls = await watchCalls(bare, bareCounter, bareHall)
progress(
  `一帧 ${round(calls.frameMs)} / ${round(bareCalls.frameMs)} ms；两个页面的墙上时钟相差 ${round(calls.clocksApartMs)} ms（未使用）`
)

/** @typedef {import('./support/calls.mjs').CallTimes} CallTimes */

const sides = [
  {
    name: '本程序：点击 → 记录落盘 → 大厅屏',
    async call() {
      const measured = await calls.call()
      await program.page(COUNTER, serve)
      return measured
    }
  },
  { name: '空 Electron：点击 → 主进程转发', call: () => bareCall(false) },
  { name: '空 Electron：点击 → 写入并 fdatasync → 转发', call: () => bareCall(true) }
]
/** @type {CallTimes[][]} */
const samples = sides.map(() => [])
for (let turn = 1; turn <= rounds; turn += 1) {
  for (const [index, side] of sides.entries()) {
    for (let n = 0; n < callsEach; n += 1) samples[index]?.push(await side.call())
  }
  if (turn % 5 === 0 || quick) progress(`第 ${turn}/${rounds} 轮`)
}
await bare.quit()
await program.quit()

/** @param {boolean} durably */
async function bareCall(durably) {
  await bare.page(bareCounter, (wanted) => Object.assign(window, { durably: wanted }) && null, durably)
  return bareCalls.call()
}

/** Runs in the page. @param {number} count */
async function issueTickets(count) {
  for (let n = 0; n < count; n += 1) {
    const reply = /** @type {any} */ (
      await window.linchuang.command('queue.issueTicket', crypto.randomUUID(), { group: 'A', priority: null })
    )
    if (!reply.ok) throw new Error(JSON.stringify(reply))
  }
}

/** Runs in the page: serves the visitor and waits until the desk knows. */
async function serve() {
  const { linchuang } = window
  await linchuang.command('queue.startService', crypto.randomUUID(), {})
  const end = { saidEnd: null }
  const reply = /** @type {any} */ (await linchuang.command('queue.finishService', crypto.randomUUID(), end))
  if (!reply.ok) throw new Error(JSON.stringify(reply))
}

/** @param {number} side @param {keyof CallTimes} field */
const of = (side, field) => (samples[side] ?? []).map((sample) => sample[field])
const domP99 = p99(of(0, 'dom'))
const frames = p99(of(0, 'painted')) / calls.frameMs
/** @param {keyof CallTimes} field */
const because = (field) =>
  `同时测得只转发的空 Electron p99 ${round(p99(of(1, field)))} ms、转发前先落盘的 ${round(p99(of(2, field)))} ms；` +
  `中位数比后者多 ${round(p50(of(0, field)) - p50(of(2, field)))} ms，是校验、规则、折叠和整块大厅屏的重画`

finish({
  title: '叫号到大厅屏',
  how:
    `按“叫号”（真实的鼠标事件，时刻取自浏览器收到它时）到大厅屏的文档里出现新号、到画出它的那一帧，共 ${samples[0]?.length} 次，与空 Electron 交替进行，每轮各 ${callsEach} 次。` +
    '两个页面的时刻都换算到同一个单调时钟上。一帧约 ' +
    `${round(calls.frameMs)} ms。`,
  columns: ['', 'DOM p50 ms', 'DOM p99 ms', '最慢 ms', '帧开始 p50 ms', '帧画完 p50 ms', '帧画完 p99 ms'],
  rows: sides.map(({ name }, side) => [
    name,
    round(p50(of(side, 'dom'))),
    round(p99(of(side, 'dom'))),
    round(quantile(of(side, 'dom'), 1)),
    round(p50(of(side, 'frame'))),
    round(p50(of(side, 'painted'))),
    round(p99(of(side, 'painted')))
  ]),
  goals: [
    {
      goal: '大厅屏的 DOM p99 在点击后 10 ms 之内',
      reached: domP99 <= 10,
      measured: `${round(domP99)} ms，p50 ${round(p50(of(0, 'dom')))} ms`,
      ...(domP99 > 10 && { reason: because('dom') })
    },
    {
      goal: '画出新号的那一帧 p99 在点击后两帧之内',
      reached: frames <= 2,
      measured: `${round(p99(of(0, 'painted')))} ms，${times(frames)}一帧；p50 ${times(p50(of(0, 'painted')) / calls.frameMs)}`,
      ...(frames > 2 && { reason: because('painted') })
    }
  ],
  electron: await electronVersion()
})
