import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

/** What the real parts that tests start have in common: programs of the system, their ends, a free port. */

/** Where a program of the system lies. Throws with the command that installs it. */
export const which = (program: string): string => {
  const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin']
  const found = places.map((place) => path.join(place, program)).find((file) => existsSync(file))
  if (!found) throw new Error(`${program} is not installed (build/runtime/systemPackages.mjs names its package)`)
  return found
}

/** Waits for a condition, half a minute at most. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((next) => setTimeout(next, 25))
  }
}

export const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (ended(child)) return
  child.kill(signal)
  await until(() => ended(child), 'the end of a process')
}

/** A port of loopback that nobody listened at a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
