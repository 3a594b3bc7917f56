/**
 * Starting other programs.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to this process's environment; undefined removes a name
 * @property {number} [timeoutMs] the program is killed after so many milliseconds
 * @property {boolean} [capture] keep the output instead of showing it
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 1 when a signal ended it, 127 when it could not be started
 * @property {boolean} timedOut
 * @property {string} stdout empty unless captured
 * @property {string} stderr empty unless captured
 */

/**
 * Runs a program to its end. Never throws: a program that cannot be started has code 127.
 * An interrupt from the keyboard reaches the child by itself (same process group); SIGTERM is handed on.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: environment(options.env),
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // On Windows npm and friends are .cmd files, which only a shell can start.
      shell: process.platform === 'win32' && command.endsWith('.cmd')
    })
    let stdout = ''
    let stderr = ''
    let timedOut = false
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, options.timeoutMs)
      : undefined
    const handOn = () => child.kill('SIGTERM')
    process.on('SIGTERM', handOn)
    // The keyboard's interrupt is the child's to answer; this process waits for it and then ends with its code.
    const stay = () => {}
    process.on('SIGINT', stay)
    /** @param {number} code */
    const done = (code) => {
      clearTimeout(timer)
      process.off('SIGTERM', handOn)
      process.off('SIGINT', stay)
      resolve({ code, timedOut, stdout, stderr })
    }
    child.once('error', (error) => {
      stderr += error.message
      done(127)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}

/**
 * Runs npm, the one this process was started by if there is one.
 *
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function npm(args, options) {
  const self = process.env.npm_execpath
  if (self && /npm-cli\.c?js$/.test(self)) return run(process.execPath, [self, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/**
 * @param {string} name of a program
 * @returns {string | undefined} its path, when PATH has it
 */
export function which(name) {
  // Servers lie where the PATH of an ordinary user does not look.
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin']
  for (const dir of folders) {
    const candidate = path.join(dir, name)
    try {
      accessSync(candidate, constants.X_OK)
      return candidate
    } catch {
      // not in this directory
    }
  }
  return undefined
}

/**
 * @param {Record<string, string | undefined>} [changes] undefined removes a name
 * @returns {Record<string, string>} this process's environment with the changes
 */
export function environment(changes = {}) {
  const names = Object.entries({ ...process.env, ...changes })
  return Object.fromEntries(names.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
