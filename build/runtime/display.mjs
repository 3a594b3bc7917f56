/**
 * A screen for programs on a machine without one.
 */
import { spawn } from 'node:child_process'
import { which } from './exec.mjs'
import { Stop } from './say.mjs'

/** @typedef {{ name: string, stop: () => Promise<void> }} Display */

/** @returns {boolean} whether windows can be opened as things are */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual X server of 1920×1080 on a free display number and waits until it answers. It ends with `stop()`,
 * at the latest with this process.
 *
 * @param {{ size?: string }} [options] `size` such as 1366x768
 * @returns {Promise<Display>} `name` is a value for DISPLAY
 * @throws {Stop} when Xvfb is missing or does not start
 */
export function startDisplay({ size = '1920x1080' } = {}) {
  if (!which('Xvfb')) throw new Stop('没有 Xvfb，无法建立虚拟显示。', 'Xvfb is not installed')
  return new Promise((resolve, reject) => {
    // With -displayfd the server itself picks a free number and writes it once it takes connections.
    const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const ended = new Promise((end) => server.once('close', end))
    const kill = () => server.kill('SIGTERM')
    let complaints = ''
    let number = ''
    server.stderr?.setEncoding('utf8').on('data', (text) => {
      complaints = (complaints + text).slice(-2000)
    })
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    pipe.setEncoding('utf8').on('data', (text) => {
      number += text
      if (!number.endsWith('\n')) return
      process.once('exit', kill)
      // A server that outlives its use must not keep this process from ending.
      server.unref()
      const stop = async () => {
        process.off('exit', kill)
        server.ref()
        kill()
        await ended
      }
      resolve({ name: `:${number.trim()}`, stop })
    })
    server.once('error', reject)
    server.once('close', () => reject(new Stop(`Xvfb 没有启动：${complaints.trim()}`, 'Xvfb did not start')))
  })
}

/**
 * Runs `work` with a display: the one there is, or a virtual one that lasts as long as the work. The variables it
 * names have to go into the environment of what is started.
 *
 * @template T
 * @param {(env: Record<string, string | undefined>) => Promise<T>} work
 * @param {{ always?: boolean, size?: string }} [options] `always`: a virtual one even where a real one exists, so that
 *   windows do not appear on the desktop of the person who runs the tests
 * @returns {Promise<T>}
 */
export async function withDisplay(work, { always = false, size } = {}) {
  const virtual = process.platform === 'linux' && (!hasDisplay() || (always && which('Xvfb') !== undefined))
  if (!virtual) return work({})
  const display = await startDisplay({ size })
  try {
    return await work({ DISPLAY: display.name, WAYLAND_DISPLAY: undefined })
  } finally {
    await display.stop()
  }
}
