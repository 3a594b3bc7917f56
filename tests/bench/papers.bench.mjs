/**
 * Papers: the first one after the start, the next ones against a browser's printToPDF in turns, and how long the main
 * process keeps everybody waiting while cards are printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { distDir, inRoot } from '../../build/runtime/paths.mjs'
import { bundle } from './support/bundle.mjs'
import { COUNTER, foundDemoHall, HALL, newProfile, settle, signIn, untilWhole } from './support/demoHall.mjs'
import { electronVersion, startElectron } from './support/electron.mjs'
import { keepPage, makePaper, printPage, untilWarm } from './support/papers.mjs'
import { pausesDuring, printCards, readyGrid } from './support/pauses.mjs'
import { finish, progress, quick } from './support/report.mjs'
import { p50, p99, quantile, round, times } from './support/stats.mjs'

const COLD_MS = 300
const WARM_MS = 35
const PAUSE_MS = 20

const launches = quick ? 2 : 9
const papers = quick ? 20 : 200
const idleSeconds = quick ? 3 : 20
const cards = quick ? 40 : 200

/** @type {typeof import('./harness/papers.ts')} */
const harness = createRequire(import.meta.url)(await bundle('harness/papers.ts'))
const notices = harness.notices(papers + 2 * launches)
/** @param {number} n */
const noticeAt = (n) => {
  const notice = notices[n]
  if (!notice) throw new Error('no such notice')
  return { request: { paper: notice.paper, template: notice.template }, html: notice.html }
}

const profile = newProfile()
const founding = await startElectron({ profile })
await foundDemoHall(founding)
await untilWhole(founding)
await founding.quit()

/**
 * The first paper of a run. @param {number} n @param {boolean} warmed whether the thread had the time to run warm
 */
async function firstPaper(n, warmed) {
  const program = await startElectron({ profile })
  await program.when('ready-to-show', COUNTER)
  await signIn(program)
  const warmMs = warmed ? await untilWarm(program) : Number.NaN
  const made = await makePaper(program, noticeAt(n).request)
  await program.quit()
  return { ...made, warmMs }
}

/** @type {Awaited<ReturnType<typeof firstPaper>>[]} */
const atOnce = []
/** @type {typeof atOnce} */
const afterWarming = []
for (let turn = 0; turn < launches; turn += 1) {
  atOnce.push(await firstPaper(2 * turn, false))
  afterWarming.push(await firstPaper(2 * turn + 1, true))
  progress(
    `第 ${turn + 1}/${launches} 轮：登录后立刻 ${round(atOnce.at(-1)?.ms ?? 0)} ms，预热后 ${round(afterWarming.at(-1)?.ms ?? 0)} ms`
  )
}

const program = await startElectron({ profile })
await program.when('ready-to-show', COUNTER)
await signIn(program)
await program.when('ready-to-show', HALL)
await untilWarm(program)
const bareFolder = inRoot('tests', 'bench', 'bare')
const bare = await startElectron({ profile: newProfile(), folder: bareFolder, args: ['--bare=empty:1'] })
const pageFolder = newProfile()
mkdirSync(pageFolder, { recursive: true })
const page = path.join(pageFolder, 'paper.html')
writeFileSync(page, harness.shell(`${pathToFileURL(path.join(distDir, 'fonts'))}/`))
await keepPage(bare, page)
// Both have made the first ones already when it counts: a browser's first is as slow as anybody's.
for (let n = 0; n < 5; n += 1) await printPage(bare, noticeAt(n).html)

/** @type {import('./support/papers.mjs').Made[]} */
const ours = []
/** @type {import('./support/papers.mjs').Made[]} */
const browser = []
for (let n = 2 * launches; n < notices.length; n += 1) {
  const { request, html } = noticeAt(n)
  ours.push(await makePaper(program, request))
  browser.push(await printPage(bare, html))
  if (ours.length % 50 === 0) progress(`第 ${ours.length}/${papers} 份`)
}
await bare.quit()

await settle(program)
const idle = await pausesDuring(program, () => pause(idleSeconds * 1000))
const gridId = await readyGrid(program)
progress(`打印 ${cards} 张联系卡，十张一版`)
const sheets = await pausesDuring(program, () => printCards(program, { gridId, format: 'sheet90x54', cards }))
progress(`打印 ${cards} 张联系卡，一张一份`)
const singles = await pausesDuring(program, () => printCards(program, { gridId, format: 'single85x54', cards }))
await program.quit()

/** @param {{ ms: number }[]} made */
const msOf = (made) => made.map(({ ms }) => ms)
/** @param {number[]} all */
const longest = (all) => quantile(all, 1)
/** @param {string} name @param {{ ms: number, bytes: number, pages: number }[]} made @returns {(string | number)[]} */
const row = (name, made) => [
  name,
  made.length,
  round(p50(msOf(made))),
  round(p99(msOf(made))),
  round(longest(msOf(made))),
  `${p50(made.map(({ pages }) => pages))} 页，${Math.round(p50(made.map(({ bytes }) => bytes)) / 1024)} KB`
]
/** @param {string} name @param {import('./support/pauses.mjs').Pauses} pauses @returns {(string | number)[]} */
const pauseRow = (name, { gaps, seconds }) => [
  name,
  gaps.length,
  round(p50(gaps)),
  round(p99(gaps)),
  round(longest(gaps)),
  `${round(seconds)} 秒`
]
const [warmP50, browserP50] = [p50(msOf(ours)), p50(msOf(browser))]
const coldest = longest(msOf(afterWarming))
const busiest = Math.max(longest(sheets.gaps), longest(singles.gaps))
const warmSeconds = round(p50(afterWarming.map(({ warmMs }) => warmMs)) / 1000)

finish({
  title: '文书与打印',
  how:
    `一次性告知书，${harness.ROWS} 行缺件，两联，有二维码和条形码，每份内容都不同。从真实程序的主进程向它自己的文书线程提出请求，到拿到 PDF 的字节。` +
    `“登录后立刻”：程序刚启动，登录触发预热，预热还没做完（线程建立后 p50 ${round(p50(atOnce.map(({ threadAgeMs }) => threadAgeMs)))} ms）就要第一张，其中有载入线程、字体和从没运行过的代码；“预热后”：等线程自己预热完（建立后约 ${warmSeconds} 秒）再要第一张；各 ${launches} 次启动。` +
    `“连续”与 Chromium 交替进行：空 Electron 里留着一个隐藏页面，换上同样内容的网页再 printToPDF（同样的字体、字号、表格，页眉页脚每联一次；生成网页的时间不计）。` +
    `停顿：主进程里一个 1 ms 的定时器两次之间的间隔，次数即定时器的次数；期间真实地成批打印 ${cards} 张联系卡，存入文件夹，每一步落盘、登记、推送到屏幕。`,
  columns: ['', '次数', 'p50 ms', 'p99 ms', '最长 ms', '大小或时长'],
  rows: [
    row('第一张，登录后立刻', atOnce),
    row('第一张，预热后', afterWarming),
    row('连续，本程序', ours),
    row('连续，Chromium printToPDF', browser),
    pauseRow('主进程停顿，空闲', idle),
    pauseRow(`主进程停顿，打印 ${cards} 张联系卡（十张一版）`, sheets),
    pauseRow(`主进程停顿，打印 ${cards} 张联系卡（一张一份）`, singles)
  ],
  goals: [
    {
      goal: `启动后的第一张不超过 ${COLD_MS} ms`,
      reached: coldest <= COLD_MS,
      measured: `最长 ${round(coldest)} ms；登录的同时就要，p50 ${round(p50(msOf(atOnce)))} ms，最长 ${round(longest(msOf(atOnce)))} ms`,
      ...(coldest > COLD_MS && { reason: '预热过的线程也没有赶上' })
    },
    {
      goal: `连续出纸 p50 不超过 ${WARM_MS} ms`,
      reached: warmP50 <= WARM_MS,
      measured: `${round(warmP50)} ms，是 Chromium printToPDF（${round(browserP50)} ms）的 ${times(warmP50 / browserP50)}`,
      ...(warmP50 > WARM_MS && { reason: '见同一次运行里 Chromium 的时间' })
    },
    {
      goal: `打印 ${cards} 张联系卡时主进程停顿不超过 ${PAUSE_MS} ms`,
      reached: busiest <= PAUSE_MS,
      measured: `${round(busiest)} ms，空闲时 ${round(longest(idle.gaps))} ms`,
      ...(busiest > PAUSE_MS && {
        reason: `超过的 ${[...sheets.gaps, ...singles.gaps].filter((gap) => gap > PAUSE_MS).length} 次，间隔共 ${sheets.gaps.length + singles.gaps.length} 次`
      })
    }
  ],
  electron: await electronVersion()
})
