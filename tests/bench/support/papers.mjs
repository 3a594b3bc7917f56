/**
 * Papers made inside the main process that is measured: by the program's own thread, and by a page of a browser.
 */

/** @typedef {import('./electron.mjs').Running} Running */
/** @typedef {{ ms: number, bytes: number, pages: number }} Made */

const PDF_THREAD = 'pdf.worker.cjs'

/**
 * From the request in main until its bytes are there. The request goes to the thread that the program has started and
 * warmed, as its service sends one.
 *
 * @param {Running} program
 * @param {object} request paper, template
 * @returns {Promise<Made & { threadAgeMs: number }>} `threadAgeMs`: since the thread was made, when it was asked
 */
export const makePaper = (program, request) => program.main(askThread, { request, file: PDF_THREAD })

/** Until the thread has nothing more to do by itself. @param {Running} program */
export const untilWarm = (program) => program.main(threadIdle, PDF_THREAD)

/** Keeps a hidden page for papers. @param {Running} bare @param {string} file of the page */
export const keepPage = (bare, file) => bare.main(openPage, file)

/** From the words until the bytes are there. @param {Running} bare @param {string} html @returns {Promise<Made>} */
export const printPage = (bare, html) => bare.main(printKept, html)

/** @param {any} tools @param {unknown} _pageOf @param {{ request: object, file: string }} given */
async function askThread(tools, _pageOf, { request, file }) {
  const { worker, at } = tools.threads.findLast((/** @type {{ file: string }} */ one) => one.file.endsWith(file))
  // The service counts upwards from 1 and overlooks every other answer.
  tools.asked = (tools.asked ?? 0) - 1
  const id = tools.asked
  const threadAgeMs = tools.now() - at
  const begun = tools.performance.now()
  const result = await new Promise((resolve) => {
    const take = (/** @type {any} */ answer) => {
      if (answer.id !== id) return
      worker.off('message', take)
      resolve(answer.result)
    }
    worker.on('message', take)
    worker.postMessage({ id, reprint: 0, ...request })
  })
  const ms = tools.performance.now() - begun
  if (!result.ok) throw new Error(`${result.failure} ${result.detail}`)
  const pages = Buffer.from(result.document).toString('latin1').split('/Type /Page\n').length - 1
  return { ms, bytes: result.document.length, pages, threadAgeMs }
}

/** @param {any} tools @param {unknown} _pageOf @param {string} file */
async function threadIdle(tools, _pageOf, file) {
  const find = () => tools.threads.findLast((/** @type {{ file: string }} */ one) => one.file.endsWith(file))
  const next = () => new Promise((resolve) => setTimeout(resolve, 100))
  while (!find()) await next()
  const { worker, at } = find()
  let quiet = 0
  while (quiet < 5) {
    const before = worker.performance.eventLoopUtilization()
    await next()
    const { utilization } = worker.performance.eventLoopUtilization(before)
    // Before the thread runs at all it reports nothing.
    quiet = before.active > 0 && utilization < 0.02 ? quiet + 1 : 0
  }
  return tools.now() - at - 500
}

/** @param {any} tools @param {unknown} _pageOf @param {string} file */
async function openPage(tools, _pageOf, file) {
  const window = new tools.electron.BrowserWindow({ show: false, webPreferences: { backgroundThrottling: false } })
  await window.loadFile(file)
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)')
  tools.kept = window.webContents
  return null
}

/** @param {any} tools @param {unknown} _pageOf @param {string} html */
async function printKept(tools, _pageOf, html) {
  const begun = tools.performance.now()
  await tools.kept.executeJavaScript(`document.body.innerHTML = ${JSON.stringify(html)}; null`)
  const pdf = await tools.kept.printToPDF({ printBackground: true, preferCSSPageSize: true })
  const ms = tools.performance.now() - begun
  const pages = pdf.toString('latin1').split(/\/Type \/Page\b(?!s)/).length - 1
  tools.printed = pdf
  return { ms, bytes: pdf.length, pages }
}
