/// <reference path="./page.d.ts" />
/**
 * From a click in one window to the number in another: the moments are taken inside the pages, on one clock.
 */

/** @typedef {import('./electron.mjs').Running} Running */

/**
 * A call in milliseconds since its click.
 *
 * @typedef {object} CallTimes
 * @property {number} dom the new number is in the other window's document
 * @property {number} frame the frame that draws it begins
 * @property {number} painted that frame has been handed over to be shown
 */

/**
 * @typedef {object} CallWindows
 * @property {(prepare?: () => Promise<unknown>) => Promise<CallTimes>} call clicks the button and waits for the frame
 * @property {number} frameMs how long a frame of the other window lasts
 * @property {number} clocksApartMs by how much the wall clocks of the two pages differ; not used, only a check
 */

/**
 * @param {Running} program
 * @param {string} counter beginning of the URL of the page with `[data-place="queue.call"]`
 * @param {string} hall of the page with `[data-call-id]`
 * @returns {Promise<CallWindows>}
 */
export async function watchCalls(program, counter, hall) {
  await program.page(counter, watchClicks)
  await program.page(hall, watchNumbers)
  const frameMs = await program.page(hall, frameLength)
  const zero = await steadyZero(program, counter)
  const hallZero = await steadyZero(program, hall)
  const [wall, hallWall] = [
    await program.page(counter, () => performance.timeOrigin),
    await program.page(hall, () => performance.timeOrigin)
  ]
  return {
    frameMs,
    clocksApartMs: Math.abs(hallWall - wall - (hallZero - zero)),
    async call() {
      const button = await program.page(counter, readyButton)
      const next = program.page(hall, () => /** @type {any} */ (window).bench.next())
      await program.main(click, { url: counter, ...button })
      const { dom, frame, painted } = await next
      const clicked = await program.page(counter, () => /** @type {any} */ (window).bench.clicked.at(-1))
      const since = (/** @type {number} */ at) => hallZero + at - (zero + clicked)
      return { dom: since(dom), frame: since(frame), painted: since(painted) }
    }
  }
}

/**
 * When a page's `performance.now()` was 0, on the clock that all processes of the machine share and nobody sets.
 *
 * @param {Running} program
 * @param {string} url
 * @returns {Promise<number>} milliseconds
 */
function steadyZero(program, url) {
  return program.main(async (_tools, pageOf, wanted) => {
    const { debugger: devtools } = pageOf(wanted)
    devtools.attach('1.3')
    await devtools.sendCommand('Performance.enable')
    const { metrics } = await devtools.sendCommand('Performance.getMetrics')
    await devtools.sendCommand('Performance.disable')
    devtools.detach()
    return metrics.find((/** @type {{ name: string }} */ metric) => metric.name === 'NavigationStart').value * 1000
  }, url)
}

/** Runs in the main process: a click of the mouse, as the system would report it. */
function click(
  /** @type {unknown} */ _tools,
  /** @type {(url: string) => any} */ pageOf,
  /** @type {{ url: string, x: number, y: number }} */ given
) {
  const { url, x, y } = given
  const contents = pageOf(url)
  for (const type of ['mouseDown', 'mouseUp']) contents.sendInputEvent({ type, x, y, button: 'left', clickCount: 1 })
}

/** Runs in the page: keeps the moment of each click as the browser took it, before any handler runs. */
function watchClicks() {
  /** @type {number[]} */
  const clicked = []
  Object.assign(window, { bench: { clicked } })
  addEventListener('click', (event) => clicked.push(event.timeStamp), true)
}

/** Runs in the page: waits until the button can be pressed; where it is. */
async function readyButton() {
  for (;;) {
    const button = document.querySelector('[data-place="queue.call"]')
    if (button && button.getAttribute('aria-disabled') !== 'true') {
      const { x, y, width, height } = button.getBoundingClientRect()
      // A click can come at any moment of a frame.
      await new Promise((wait) => setTimeout(wait, Math.random() * 34))
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
    }
    await new Promise((frame) => requestAnimationFrame(frame))
  }
}

/** Runs in the page. */
function watchNumbers() {
  const shownNow = () => document.querySelector('[data-call-id]')?.getAttribute('data-call-id') ?? ''
  let last = shownNow()
  /** @type {((times: object) => void)[]} */
  const waiting = []
  const afterFrame = new MessageChannel()
  /** @type {(() => void)[]} */
  const handedOver = []
  afterFrame.port1.onmessage = () => handedOver.shift()?.()
  new MutationObserver(() => {
    const id = shownNow()
    if (id === last || id === '') return
    last = id
    const dom = performance.now()
    requestAnimationFrame(() => {
      const frame = performance.now()
      // A message sent from within a frame arrives after the page has been laid out and drawn.
      handedOver.push(() => waiting.shift()?.({ dom, frame, painted: performance.now() }))
      afterFrame.port2.postMessage(null)
    })
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-call-id'] })
  Object.assign(window, { bench: { next: () => new Promise((resolve) => waiting.push(resolve)) } })
}

/** Runs in the page: median distance of frames. */
async function frameLength() {
  /** @type {number[]} */
  const lengths = []
  let before = await new Promise(requestAnimationFrame)
  while (lengths.length < 60) {
    const at = await new Promise(requestAnimationFrame)
    lengths.push(at - before)
    before = at
  }
  return lengths.sort((a, b) => a - b)[30] ?? 0
}
