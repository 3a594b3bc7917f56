import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** The end of all processes of a running program at once, as a power switch would do it. */

const LONGEST_WAIT_MS = 20_000

/** SIGKILL for a process group; resolves when none of its processes, and none that names the data folder, is left. */
export async function endProcesses(leader: ChildProcess, dataFolder: string): Promise<void> {
  const { pid } = leader
  if (pid === undefined) throw new Error('the program was never started')
  const gone = leader.exitCode === null && leader.signalCode === null ? once(leader, 'exit') : Promise.resolve()
  killGroup(pid)
  await gone
  const deadline = performance.now() + LONGEST_WAIT_MS
  for (let left = relatives(pid, dataFolder); left.length > 0; left = relatives(pid, dataFolder)) {
    if (performance.now() > deadline) throw new Error(`processes outlive their end: ${left.join(', ')}`)
    for (const one of left) killOne(one)
    await pause(5)
  }
}

/** Processes that are left of the group or work on the data folder; on platforms without /proc nobody looks. */
export function relatives(group: number, dataFolder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isRelative(pid, group, dataFolder))
}

function isRelative(pid: number, group: number, dataFolder: string): boolean {
  try {
    // "pid (name) state ppid pgrp …"; the name may hold anything, also brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, , groupOf] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return false
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return Number(groupOf) === group || words.includes(`--user-data-dir=${dataFolder}`)
  } catch {
    // It ended while it was looked at.
    return false
  }
}

function killGroup(pid: number): void {
  if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
  else killOne(-pid)
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
