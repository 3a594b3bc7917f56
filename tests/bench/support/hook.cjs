'use strict'
/**
 * Loaded into Electron's main process before the program itself (`electron -r hook.cjs folder`): lets a bench look at
 * the program from inside and drive its pages, without a debugger that would slow them down. It opens a pipe to the
 * bench, answers what is asked there, and says by itself when windows are shown and when something stands on a page.
 */
const { performance } = require('node:perf_hooks')
const { connect } = require('node:net')
const electron = require('electron')

/** @typedef {{ n: number, op: 'page', url: string, code: string } | { n: number, op: 'main', code: string }} Question */

const pipe = connect(/** @type {string} */ (process.env.LINCHUANG_BENCH_PIPE))
/** Selector to wait for, by the beginning of a page's URL. @type {Record<string, string>} */
const seen = JSON.parse(process.env.LINCHUANG_BENCH_SEEN ?? '{}')

/** Milliseconds since 1970 with fractions: the same clock in every process of this machine. */
const now = () => performance.timeOrigin + performance.now()

/** @param {object} message */
const say = (message) => pipe.write(`${JSON.stringify(message)}\n`)

/** What the main process spent between a message at its door and the answer. @type {{ name: string, ms: number }[]} */
const doorTimes = []

// Every `invoke` of a page ends up in a listener that was given here.
const handle = electron.ipcMain.handle.bind(electron.ipcMain)
electron.ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...given) => {
    const begun = performance.now()
    try {
      return await listener(event, ...given)
    } finally {
      doorTimes.push({ name: given[0]?.name ?? channel, ms: performance.now() - begun })
    }
  })

/** Threads of the main process, in the order of their making. @type {{ file: string, at: number, worker: import('node:worker_threads').Worker }[]} */
const threads = []
const workerThreads = require('node:worker_threads')
workerThreads.Worker = class extends workerThreads.Worker {
  /** @param {[file: string | URL, options?: import('node:worker_threads').WorkerOptions]} given */
  constructor(...given) {
    super(...given)
    threads.push({ file: String(given[0]), at: now(), worker: this })
  }
}

/** What code sent with `op: 'main'` may use. */
const tools = { electron, require, doorTimes, threads, now, performance }

/** @param {string} url beginning of the page's URL */
function pageOf(url) {
  const page = electron.webContents.getAllWebContents().find((contents) => contents.getURL().startsWith(url))
  if (!page) throw new Error(`no page ${url}`)
  return page
}

/** @param {Question} question */
async function answer(question) {
  const { n } = question
  try {
    const value =
      question.op === 'page'
        ? await pageOf(question.url).executeJavaScript(question.code, true)
        : await new Function('tools', 'pageOf', `return (${question.code})`)(tools, pageOf)
    say({ n, ok: true, value })
  } catch (error) {
    say({ n, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

let rest = ''
pipe.setEncoding('utf8').on('data', (text) => {
  const lines = (rest + text).split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) void answer(JSON.parse(line))
})
// The bench is gone: nobody needs this program any more.
pipe.on('close', () => electron.app.exit(0))
pipe.on('error', () => electron.app.exit(1))
// An open pipe alone must not keep a program that is quitting.
pipe.unref()

/** Runs in a page: resolves when something that fits is on it, with the moments of that and of the frame after it. */
const waitInPage = `async (selector) => {
  const now = () => performance.timeOrigin + performance.now()
  await new Promise((there) => {
    const look = () => document.querySelector(selector) !== null && (watcher.disconnect(), there())
    const watcher = new MutationObserver(look)
    watcher.observe(document, { childList: true, subtree: true, attributes: true })
    look()
  })
  const dom = now()
  await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)))
  return { dom, painted: now() }
}`

say({ event: 'main', at: now() })
electron.app.once('ready', () => say({ event: 'ready', at: now() }))
electron.app.on('browser-window-created', (_event, window) => {
  const { webContents } = window
  window.once('ready-to-show', () => say({ event: 'ready-to-show', url: webContents.getURL(), at: now() }))
  webContents.once('dom-ready', () => {
    const url = webContents.getURL()
    const beginning = Object.keys(seen).find((known) => url.startsWith(known))
    if (beginning === undefined) return
    webContents.executeJavaScript(`(${waitInPage})(${JSON.stringify(seen[beginning])})`).then(
      (times) => say({ event: 'seen', url, ...times }),
      () => undefined
    )
  })
})
