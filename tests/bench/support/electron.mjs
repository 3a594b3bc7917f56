/**
 * Starts Electron with the hook in it and talks to it over a pipe.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { resolveElectron } from '../../../build/runtime/electron.mjs'
import { environment } from '../../../build/runtime/exec.mjs'
import { inRoot, root } from '../../../build/runtime/paths.mjs'

/**
 * @typedef {object} Running
 * @property {number} pid
 * @property {number} startedAt milliseconds since 1970, taken right before the process was made
 * @property {(event: string, url?: string) => Promise<any>} when what the hook said by itself: now or later
 * @property {<A, T>(url: string, run: (given: A) => T | Promise<T>, given?: A) => Promise<Awaited<T>>} page runs a
 *   function in the page whose URL begins so; it sees nothing but its argument and the page
 * @property {<A, T>(run: (tools: any, pageOf: (url: string) => any, given: A) => T | Promise<T>, given?: A) => Promise<Awaited<T>>} main
 *   runs a function in the main process; it sees nothing but `tools` (electron, require, doorTimes, threads …) and its arguments
 * @property {() => Promise<void>} quit a clean end
 * @property {() => Promise<void>} kill
 */

/** A clean end takes less than a second; the program itself gives up after eight. */
const QUIT_LIMIT_MS = 20_000

/** Version of the Electron that is measured. */
export const electronVersion = async () => (await resolveElectron()).version

/**
 * @param {object} options
 * @param {string} options.profile folder for everything the program keeps
 * @param {string} [options.folder] of the program; ours unless given
 * @param {Record<string, string>} [options.seen] selector to wait for, by beginning of the page's URL
 * @param {string[]} [options.args] behind the program's folder
 * @returns {Promise<Running>} as soon as its main process runs
 */
export async function startElectron({ profile, folder = root, seen = {}, args = [] }) {
  const electron = await resolveElectron()
  const place = mkdtempSync(path.join(tmpdir(), 'linchuang-pipe-'))
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(place)}` : path.join(place, 'bench')
  const server = createServer()
  await new Promise((listening) => server.listen(address, () => listening(undefined)))
  const connected = new Promise((resolve) => server.once('connection', resolve))
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const hook = inRoot('tests', 'bench', 'support', 'hook.cjs')
  const env = {
    LINCHUANG_BENCH_PIPE: address,
    LINCHUANG_BENCH_SEEN: JSON.stringify(seen),
    ELECTRON_RUN_AS_NODE: undefined
  }
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(electron.path, [...switches, `--user-data-dir=${profile}`, '-r', hook, folder, ...args], {
    cwd: root,
    env: environment(env),
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints = (complaints + text).slice(-4000)
  })
  const killLater = () => child.kill('SIGKILL')
  process.once('exit', killLater)
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('close', resolve))
  void ended.then(() => {
    process.off('exit', killLater)
    server.close()
    rmSync(place, { recursive: true, force: true })
  })
  const failed = ended.then((code) => {
    throw new Error(`Electron ended with ${code}: ${complaints}`)
  })
  failed.catch(() => undefined)
  /** @type {import('node:net').Socket} */
  const socket = await Promise.race([connected, failed])
  return { ...conversation(socket, failed), pid: child.pid ?? 0, startedAt, ...endings(child, socket, ended) }
}

/**
 * @param {import('node:net').Socket} socket
 * @param {Promise<never>} failed
 * @returns {Pick<Running, 'when' | 'page' | 'main'>}
 */
function conversation(socket, failed) {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const asked = new Map()
  /** @type {{ event: string, url?: string }[]} */
  const said = []
  /** @type {(() => void)[]} */
  const listening = []
  let numbers = 0
  let rest = ''
  socket.on('error', () => undefined)
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(JSON.parse(line))
  })
  /** @param {any} message */
  function take(message) {
    if (message.event) {
      said.push(message)
      for (const wake of listening.splice(0)) wake()
      return
    }
    const waiting = asked.get(message.n)
    asked.delete(message.n)
    if (message.ok) waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.error))
  }
  /** @param {object} question */
  function ask(question) {
    numbers += 1
    const n = numbers
    /** @type {Promise<any>} */
    const answered = new Promise((resolve, reject) => asked.set(n, { resolve, reject }))
    socket.write(`${JSON.stringify({ n, ...question })}\n`)
    return Promise.race([answered, failed])
  }
  return {
    async when(event, url = '') {
      for (;;) {
        const found = said.find((one) => one.event === event && (one.url ?? '').startsWith(url))
        if (found) return found
        await Promise.race([new Promise((wake) => listening.push(() => wake(undefined))), failed])
      }
    },
    page: (url, run, given) => ask({ op: 'page', url, code: `(${run})(${JSON.stringify(given ?? null)})` }),
    main: (run, given) => ask({ op: 'main', code: `(${run})(tools, pageOf, ${JSON.stringify(given ?? null)})` })
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('node:net').Socket} socket
 * @param {Promise<unknown>} ended
 * @returns {Pick<Running, 'quit' | 'kill'>}
 */
function endings(child, socket, ended) {
  return {
    async quit() {
      const late = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
      const code = '(tools.electron.app.quit(), null)'
      socket.write(`${JSON.stringify({ n: 0, op: 'main', code })}\n`)
      await ended
      clearTimeout(late)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    }
  }
}
