/**
 * A child process that is asked and answers line by line.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { environment } from '../../../build/runtime/exec.mjs'

/**
 * @typedef {object} LineProcess
 * @property {(line: string) => Promise<string>} ask sends a line, resolves with the next line that comes back
 * @property {() => Promise<string>} next the next line
 * @property {() => Promise<void>} end closes its input and waits for its end
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {LineProcess}
 */
export function startLines(command, args, env = {}) {
  const child = spawn(command, args, { env: environment(env), stdio: ['pipe', 'pipe', 'inherit'] })
  /** @type {string[]} */
  const come = []
  /** @type {{ resolve: (line: string) => void, reject: (error: Error) => void }[]} */
  const waiting = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const first = waiting.shift()
    if (first) first.resolve(line)
    else come.push(line)
  })
  /** @type {number | null | undefined} */
  let code
  const ended = new Promise((resolve) => {
    child.once('close', (exit) => {
      code = exit
      for (const { reject } of waiting.splice(0)) reject(new Error(`${command} ended with ${exit}`))
      resolve(undefined)
    })
  })
  const killLater = () => child.kill('SIGKILL')
  process.once('exit', killLater)
  /** @returns {Promise<string>} */
  const next = () => {
    const line = come.shift()
    if (line !== undefined) return Promise.resolve(line)
    if (code !== undefined) return Promise.reject(new Error(`${command} ended with ${code}`))
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
  return {
    next,
    ask(line) {
      child.stdin.write(`${line}\n`)
      return next()
    },
    async end() {
      child.stdin.end()
      await ended
      process.off('exit', killLater)
    }
  }
}
