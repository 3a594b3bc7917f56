/// <reference path="./page.d.ts" />
/**
 * What clerks type into the search field, and how long the answer takes at the screen.
 */
import { COUNTER } from './demoHall.mjs'

/** @typedef {import('./electron.mjs').Running} Running */
/** @typedef {import('./history.mjs').History} History */
/** @typedef {{ kind: string, text: string }} Search */
/** @typedef {{ kind: string, ms: number, nothingMs: number, found: number }} SearchTime */

/** As many as the field asks for. */
const LIMIT = 30
const AT_ONCE = 20

/** @type {Record<string, (sample: History['samples'][number], n: number) => string>} */
const kinds = {
  姓: ({ name }) => sliced(name, 1),
  姓名开头两字: ({ name }) => sliced(name, 2),
  全名: ({ name }) => name,
  首字母两位: (_, n) => ['zw', 'lx', 'wm', 'cj', 'yh', 'zj', 'hy', 'lm'][n % 8] ?? '',
  首字母三位: (_, n) => ['wyh', 'lxm', 'zgh', 'cjp', 'yml', 'zxf', 'hyq', 'lmj'][n % 8] ?? '',
  拼音姓: (_, n) => ['wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'huang', 'zhao'][n % 8] ?? '',
  全拼: (_, n) =>
    ['wangminghua', 'liguohong', 'zhangwenyu', 'liuxiufang', 'chenjianjun', 'yangmei', 'huanglei'][n % 7] ?? '',
  证件号前八位: ({ idNumber }) => idNumber.slice(0, 8),
  证件号前十二位: ({ idNumber }) => idNumber.slice(0, 12),
  完整证件号: ({ idNumber }) => idNumber,
  证件号后四位: ({ idNumber }) => idNumber.slice(-4),
  办件编号前十四位: ({ caseNo }) => caseNo.slice(0, 14),
  完整办件编号: ({ caseNo }) => caseNo,
  查无此名: (_, n) => `${['蹇', '郄', '逯', '邴'][n % 4]}乜${n}`,
  查无此号: (_, n) => `11010119490231${String(9000 + n)}`
}

/** @param {string} text @param {number} length in code points */
const sliced = (text, length) => [...text].slice(0, length).join('')

/** The rare ones first, which a plain slice of the samples would hardly meet. @param {History} history */
function rareNames(history) {
  return history.samples
    .map(({ name }) => name)
    .filter((name) => [...name].length !== name.length || name.includes('·'))
}

/**
 * @param {History} history
 * @param {number} each searches of each kind
 * @returns {Search[]} in an order in which the kinds take turns
 */
export function searchesOf(history, each) {
  /** @type {Search[]} */
  const all = []
  const rare = rareNames(history)
  for (let n = 0; n < each; n += 1) {
    const sample = history.samples[(n * 37) % history.samples.length]
    if (!sample) throw new Error('no samples')
    for (const [kind, textOf] of Object.entries(kinds)) all.push({ kind, text: textOf(sample, n) })
    const name = rare[(n * 11) % rare.length]
    if (name) all.push({ kind: '生僻字或多段姓名', text: name })
  }
  return all
}

/**
 * Asks from the counter's page, each search followed by a query that asks for nothing.
 *
 * @param {Running} program
 * @param {Search[]} searches
 * @returns {Promise<SearchTime[]>}
 */
export async function timeSearches(program, searches) {
  /** @type {SearchTime[]} */
  const times = []
  for (let start = 0; start < searches.length; start += AT_ONCE) {
    const some = searches.slice(start, start + AT_ONCE)
    const answers = await program.page(COUNTER, askAll, { texts: some.map(({ text }) => text), limit: LIMIT })
    times.push(...answers.map((answer, index) => ({ kind: some[index]?.kind ?? '', ...answer })))
  }
  return times
}

/** Runs in the page. @param {{ texts: string[], limit: number }} given */
async function askAll({ texts, limit }) {
  const answers = []
  for (const text of texts) {
    const begun = performance.now()
    const reply = /** @type {any} */ (await window.linchuang.query('casework.search', { text, limit }))
    const answered = performance.now()
    if (!reply.ok || !reply.value.complete) throw new Error(JSON.stringify(reply))
    await window.linchuang.query('catalogue.item', { itemId: 'none', version: null })
    answers.push({ ms: answered - begun, nothingMs: performance.now() - answered, found: reply.value.cases.length })
  }
  return answers
}

/**
 * Types into the field itself: from the input to the frame after which the list shows what was found.
 *
 * @param {Running} program
 * @param {Search[]} searches
 * @returns {Promise<number[]>} milliseconds
 */
export async function timeTyping(program, searches) {
  const times = []
  for (const { text } of searches) times.push(await program.page(COUNTER, type, text))
  return times
}

/** Runs in the page. @param {string} text */
async function type(text) {
  const field = /** @type {HTMLInputElement} */ (document.querySelector('input[data-place="search"]'))
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  /** @param {string} value */
  const put = (value) => {
    setValue?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const panel = /** @type {Element} */ (field.closest('search'))
  /** @param {() => boolean} holds */
  const until = (holds) =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return
        watcher.disconnect()
        resolve(null)
      }
      const watcher = new MutationObserver(look)
      watcher.observe(panel, { childList: true, subtree: true, attributes: true, characterData: true })
      look()
    })
  put('')
  await until(() => panel.querySelector('.search__said') === null)
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  const begun = performance.now()
  put(text)
  await until(() => panel.querySelector('.search__said') !== null)
  const ms = performance.now() - begun
  return ms
}
