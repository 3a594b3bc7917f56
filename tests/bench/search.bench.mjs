/**
 * A hall with 200,000 and with 1,000,000 cases: how soon the desk works when the history is gone, how long the history
 * takes to come back, and how long a search takes at the screen afterwards.
 */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seconds } from '../../build/runtime/say.mjs'
import {
  COUNTER,
  historyState,
  newProfile,
  removeProfile,
  signIn,
  takeTicket,
  untilWhole
} from './support/demoHall.mjs'
import { electronVersion, startElectron } from './support/electron.mjs'
import { historyOf, placeHistory } from './support/history.mjs'
import { memoryOf } from './support/processes.mjs'
import { finish, progress, quick } from './support/report.mjs'
import { searchesOf, timeSearches, timeTyping } from './support/searches.mjs'
import { p50, p95, p99, quantile, round } from './support/stats.mjs'

const sizes = (process.env.LINCHUANG_BENCH_CASES ?? (quick ? '20000' : '200000,1000000')).split(',').map(Number)
const searchesEach = quick ? 10 : 40
/** Between two looks at a history that is being rebuilt. */
const LOOK_MS = quick ? 200 : 1000
const TOLD_MS = 20_000

/** @typedef {import('./support/electron.mjs').Running} Running */
/** @typedef {import('./support/history.mjs').History} History */

/**
 * @typedef {object} Result
 * @property {History} history
 * @property {number} signInMs from the start to the page that asks who is there
 * @property {number} commandMs from the start to the first ticket, with a person who signs in at once
 * @property {number} wholeMs from the start to a whole history
 * @property {number} rebuildMs from the first to the last record
 * @property {number[]} meanwhile queries that ask for nothing, while the history is being rebuilt
 * @property {number} storeMb
 * @property {number} peakMb
 * @property {number} withoutSnapshotMs from the start to the sign-in page, when the log has to be read from end to end
 * @property {number} againMs from the start to a whole history, the next time
 * @property {import('./support/searches.mjs').SearchTime[]} searches
 * @property {number[]} typing
 */

/** @param {number} cases @returns {Promise<Result>} */
async function measure(cases) {
  const history = await historyOf(cases)
  progress(
    `${cases.toLocaleString('en-US')} 件，${history.records.toLocaleString('en-US')} 条记录，${Math.round(history.bytes / 2 ** 20)} MB`
  )
  const profile = newProfile()
  placeHistory(history, profile)
  const lost = await rebuild(history, profile)
  const withoutSnapshotMs = await readEverything(history)
  const program = await startElectron({ profile })
  await program.when('ready-to-show', COUNTER)
  const againMs = (await untilWhole(program)) - program.startedAt
  await signIn(program)
  const searches = searchesOf(history, searchesEach)
  const times = await timeSearches(program, searches)
  const typing = await timeTyping(
    program,
    searches.filter((_, index) => index % 4 === 0)
  )
  await program.quit()
  removeProfile(profile)
  return { history, ...lost, withoutSnapshotMs, againMs, searches: times, typing }
}

/**
 * The first start after the store was lost.
 *
 * @param {History} history
 * @param {string} profile
 */
async function rebuild(history, profile) {
  const program = await startElectron({ profile, seen: { [COUNTER]: '.signIn__form' } })
  const asked = await program.when('seen', COUNTER)
  await signIn(program)
  const commandAt = await program.page(COUNTER, takeTicket)
  const watched = await watchRebuild(program, history)
  await program.quit()
  const store = path.join(profile, 'Partitions', 'store', 'IndexedDB')
  return {
    signInMs: asked.painted - program.startedAt,
    commandMs: commandAt - program.startedAt,
    wholeMs: watched.wholeAt - program.startedAt,
    rebuildMs: watched.wholeAt - watched.begunAt,
    meanwhile: watched.meanwhile,
    peakMb: watched.peakMb,
    storeMb: bytesIn(store) / 2 ** 20
  }
}

/** @param {Running} program @param {History} history */
async function watchRebuild(program, history) {
  /** @type {number[]} */
  const meanwhile = []
  let begunAt = Number.NaN
  let peakMb = 0
  let told = Date.now()
  for (;;) {
    const { phase, done = 0, at, nothingMs } = await program.page(COUNTER, historyState)
    if (phase === 'ready') return { begunAt, wholeAt: await untilWhole(program), meanwhile, peakMb }
    if (phase === 'rebuilding' && Number.isNaN(begunAt)) begunAt = at
    meanwhile.push(nothingMs)
    peakMb = Math.max(peakMb, memoryOf(program.pid).pssMb)
    if (Date.now() - told > TOLD_MS) {
      told = Date.now()
      progress(`重建 ${Math.round((100 * done) / history.records)} %，${seconds(at - begunAt)}`)
    }
    await pause(LOOK_MS)
  }
}

/** All snapshots of the desk gone as well: it is folded from the first record on. @param {History} history */
async function readEverything(history) {
  const profile = newProfile()
  placeHistory(history, profile, { snapshots: false })
  const program = await startElectron({ profile, seen: { [COUNTER]: '.signIn__form' } })
  const asked = await program.when('seen', COUNTER)
  await program.kill()
  removeProfile(profile)
  return asked.painted - program.startedAt
}

/** @param {string} folder @returns {number} */
function bytesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

/** @type {Result[]} */
const results = []
for (const cases of sizes) results.push(await measure(cases))

/** @param {(result: Result) => string | number} of @param {string} name @returns {(string | number)[]} */
const row = (name, of) => [name, ...results.map(of)]
const ms = (/** @type {{ ms: number }[]} */ times) => times.map((time) => time.ms)
/** @param {number[]} samples */
const middleAndSlow = (samples) => `${round(p50(samples))} / ${round(p95(samples))}`
const kinds = [...new Set(results.flatMap(({ searches }) => searches.map(({ kind }) => kind)))]
/** @param {Result} result @param {string} kind */
const ofKind = (result, kind) => result.searches.filter((time) => time.kind === kind)

/** @param {Result} result */
function goalsOf({ history, commandMs, signInMs, searches }) {
  const size = `${history.cases.toLocaleString('en-US')} 件`
  const slow = p95(ms(searches))
  const [worst] = kinds
    .map((kind) => ({ kind, slow: p95(ms(searches.filter((time) => time.kind === kind))) }))
    .sort((a, b) => b.slow - a.slow)
  const nothing = searches.map(({ nothingMs }) => nothingMs)
  return [
    {
      goal: `${size}，历史丢失后启动，5 秒内窗口可以办理`,
      reached: commandMs <= 5000,
      measured: `登录页 ${seconds(signInMs)}，立即登录并取出第一个号 ${seconds(commandMs)}`,
      ...(commandMs > 5000 && { reason: '启动与历史重建争用处理器和磁盘' })
    },
    {
      goal: `${size}，屏幕上搜索 p95 不超过 20 ms`,
      reached: slow <= 20,
      measured: `${round(slow)} ms；最慢的一类是${worst?.kind}，p95 ${round(worst?.slow ?? 0)} ms`,
      ...(slow > 20 && {
        reason: `p50 ${round(p50(ms(searches)))} ms；同时测得的空查询 p50 ${round(p50(nothing))} ms，p95 ${round(p95(nothing))} ms`
      })
    }
  ]
}

finish({
  title: '大量办件：重建与搜索',
  how:
    '日志由程序自己的规则生成：真实的 89 个事项、每件一份已打印的文书，绝大多数已办结，2,000 件在办，桌面快照之后还有近 5,000 条记录。' +
    '先在历史（IndexedDB）整个丢失的情况下启动，登录页一出现就登录、开窗、取号，同时等历史重建完；再正常启动一次，从窗口屏页面发出搜索，' +
    `每类 ${searchesEach} 次，各类交替，每次之后一次空查询作对照。`,
  columns: ['', ...results.map(({ history }) => `${history.cases.toLocaleString('en-US')} 件`)],
  rows: [
    row('日志记录数', ({ history }) => history.records),
    row('日志 MB', ({ history }) => Math.round(history.bytes / 2 ** 20)),
    row('启动到登录页（历史丢失）', ({ signInMs }) => seconds(signInMs)),
    row('启动到第一个号（历史丢失，立即登录）', ({ commandMs }) => seconds(commandMs)),
    row('启动到登录页（快照也丢失，全部重读）', ({ withoutSnapshotMs }) => seconds(withoutSnapshotMs)),
    row('启动到历史完整（历史丢失）', ({ wholeMs }) => seconds(wholeMs)),
    row('重建速度，记录/秒', ({ history, rebuildMs }) => Math.round((1000 * history.records) / rebuildMs)),
    row('重建期间空查询 p50 / p99 ms', ({ meanwhile }) => `${round(p50(meanwhile))} / ${round(p99(meanwhile))}`),
    row('重建期间内存最多 MB（PSS）', ({ peakMb }) => Math.round(peakMb)),
    row('历史占磁盘 MB', ({ storeMb }) => Math.round(storeMb)),
    row('再次启动到历史完整', ({ againMs }) => seconds(againMs)),
    ...kinds.map((kind) => row(`搜索：${kind}，p50 / p95 ms`, (result) => middleAndSlow(ms(ofKind(result, kind))))),
    row('搜索：全部，p50 / p95 ms', ({ searches }) => middleAndSlow(ms(searches))),
    row('搜索：全部，最慢 ms', ({ searches }) => round(quantile(ms(searches), 1))),
    row('搜索框里键入到列表出现，p50 / p95 ms', ({ typing }) => middleAndSlow(typing)),
    row('空查询往返，p50 / p95 ms', ({ searches }) => middleAndSlow(searches.map(({ nothingMs }) => nothingMs)))
  ],
  goals: results.flatMap(goalsOf),
  electron: await electronVersion()
})
