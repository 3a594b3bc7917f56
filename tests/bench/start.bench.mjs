/**
 * Start and memory of the whole program against an Electron with as many empty windows, in turns.
 */
import os from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot } from '../../build/runtime/paths.mjs'
import { COUNTER, foundDemoHall, HALL, newProfile, untilWhole } from './support/demoHall.mjs'
import { electronVersion, startElectron } from './support/electron.mjs'
import { memoryOf, processorMsOf } from './support/processes.mjs'
import { finish, progress, quick } from './support/report.mjs'
import { p50, quantile, round, times } from './support/stats.mjs'

/** @typedef {import('./support/processes.mjs').Memory} Memory */
/** @typedef {Memory & { shown: number, painted: number, processor: number, whole: number }} Sample milliseconds since the process was made */

const rounds = quick ? 2 : 9
/** After this long the papers' thread has run warm and nothing more comes by itself. */
const SETTLED_MS = 6000

const bare = inRoot('tests', 'bench', 'bare')
const profile = newProfile()
const bareProfile = newProfile()
const founding = await startElectron({ profile })
await foundDemoHall(founding)
await untilWhole(founding)
await founding.quit()

/** @returns {Promise<Sample>} */
async function ours() {
  const program = await startElectron({ profile, seen: { [COUNTER]: '.signIn__form', [HALL]: '.hall__head' } })
  const shown = await program.when('ready-to-show', COUNTER)
  const counter = await program.when('seen', COUNTER)
  const hall = await program.when('seen', HALL)
  const processor = processorMsOf(program.pid)
  const whole = await untilWhole(program)
  return end(program, { shown: shown.at, painted: Math.max(counter.painted, hall.painted), whole }, processor)
}

/** @param {number} windows @returns {Promise<Sample>} */
async function empty(windows) {
  const [first, second] = ['empty.html', 'empty2.html'].map((name) => `file://${bare}/${name}`)
  const seen = { [`${first}`]: 'body', [`${second}`]: 'body' }
  const program = await startElectron({ profile: bareProfile, folder: bare, seen, args: [`--bare=empty:${windows}`] })
  const shown = await program.when('ready-to-show', first)
  const painted = await program.when('seen', windows > 1 ? second : first)
  const also = await program.when('seen', first)
  const processor = processorMsOf(program.pid)
  return end(
    program,
    { shown: shown.at, painted: Math.max(painted.painted, also.painted), whole: Number.NaN },
    processor
  )
}

/**
 * @param {import('./support/electron.mjs').Running} program
 * @param {{ shown: number, painted: number, whole: number }} at milliseconds since 1970
 * @param {number} processor
 * @returns {Promise<Sample>}
 */
async function end(program, at, processor) {
  await pause(SETTLED_MS)
  const memory = memoryOf(program.pid)
  await program.quit()
  const { startedAt } = program
  const [shown, painted, whole] = [at.shown - startedAt, at.painted - startedAt, at.whole - startedAt]
  return { shown, painted, whole, processor, ...memory }
}

const sides = [
  { name: '本程序（窗口屏、大厅屏、隐藏的存储页）', run: ours },
  { name: '空 Electron，同样三个窗口（一个隐藏）', run: () => empty(3) },
  { name: '空 Electron，一个窗口', run: () => empty(1) }
]
/** @type {Sample[][]} */
const samples = sides.map(() => [])
// The first start of each reads its files from the disk; every later one finds them in memory, as on a PC in use.
for (let turn = 0; turn <= rounds; turn += 1) {
  for (const [index, side] of sides.entries()) {
    const sample = await side.run()
    if (turn > 0) samples[index]?.push(sample)
  }
  if (turn > 0)
    progress(`第 ${turn}/${rounds} 轮：${samples.map((all) => Math.round(all.at(-1)?.painted ?? 0)).join(' / ')} ms`)
}

/** @param {number} side @param {keyof Sample} field */
const of = (side, field) => (samples[side] ?? []).map((sample) => sample[field])
/** @param {keyof Sample} field */
const ratio = (field) => p50(of(0, field)) / p50(of(1, field))
/** @param {keyof Sample} field */
const more = (field) => Math.round(p50(of(0, field)) - p50(of(1, field)))
/** @param {string} goal @param {keyof Sample} field @param {string} reason */
function judged(goal, field, reason) {
  const reached = ratio(field) <= 1.5
  return { goal, reached, measured: times(ratio(field)), ...(reached ? {} : { reason }) }
}

finish({
  title: '启动与内存',
  how:
    `每轮依次启动：本程序（演示大厅、已建档、在登录页）、开同样三个窗口的空 Electron、开一个窗口的空 Electron，共 ${rounds} 轮，另有一轮预热不计。` +
    `时间从创建进程起算；“画出”指两个可见窗口的内容都已画到屏上（本程序为登录表单和大厅屏）。内存在画出 ${SETTLED_MS / 1000} 秒后对所有进程求和，PSS 把共享页按人头分摊。`,
  columns: [
    '',
    '窗口可显示 p50 ms',
    '画出 p50 ms',
    '画出最慢 ms',
    '到画出为止的处理器时间 ms',
    '历史就绪 p50 ms',
    'PSS MB',
    'RSS MB',
    '进程数'
  ],
  rows: sides.map(({ name }, side) => [
    name,
    round(p50(of(side, 'shown'))),
    round(p50(of(side, 'painted'))),
    round(quantile(of(side, 'painted'), 1)),
    round(p50(of(side, 'processor'))),
    side === 0 ? round(p50(of(side, 'whole'))) : '—',
    round(p50(of(side, 'pssMb'))),
    round(p50(of(side, 'rssMb'))),
    p50(of(side, 'processes'))
  ]),
  goals: [
    judged(
      '启动不超过同样数量空窗口的 1.5 倍',
      'painted',
      `到画出为止比空窗口多用 ${more('processor')} ms 处理器时间，本机 ${os.cpus().length} 核：载入程序、读桌面快照、打开日志和存储页，两个页面的脚本、排版和十来个中文字体文件；空窗口什么都不画`
    ),
    judged(
      '内存（PSS）不超过同样数量空窗口的 1.5 倍',
      'pssMb',
      `三个页面共多 ${more('pagesMb')} MB（React、样式、中文字体、IndexedDB），主进程多 ${more('mainMb')} MB（规则、事项、日志，以及排版文书的线程和它的字体）`
    )
  ],
  electron: await electronVersion()
})
