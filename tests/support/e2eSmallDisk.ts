import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { RunningApp } from './app.ts'

/** A disk that can be filled and emptied while the program works on it. */
export interface SmallDisk {
  readonly dataFolder: string
  fill(running: RunningApp): Promise<void>
  makeRoom(running: RunningApp): Promise<void>
  remove(): void
}

const MEBIBYTES = 96

/**
 * A file system in memory where it may be mounted (Linux, root). Elsewhere the program's own writes are refused with
 * the error of a full disk, which is all that it sees of one.
 */
export function smallDisk(folder: string): SmallDisk {
  return process.platform === 'linux' && process.getuid?.() === 0 ? mountedDisk(folder) : refusingDisk(folder)
}

function mountedDisk(folder: string): SmallDisk {
  const mountPoint = path.join(folder, 'disk')
  mkdirSync(mountPoint)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEBIBYTES}m`, 'tmpfs', mountPoint])
  const ballast = path.join(mountPoint, 'ballast')
  return {
    dataFolder: path.join(mountPoint, 'data'),
    fill: () => Promise.resolve(fillUp(ballast)),
    makeRoom: () => Promise.resolve(rmSync(ballast)),
    // Lazily: a process that has just been killed may still hold a file for a moment.
    remove: () => execFileSync('umount', ['--lazy', mountPoint])
  }
}

/** Writes until not even a byte fits any more. */
function fillUp(ballast: string): void {
  const file = openSync(ballast, 'a')
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 16)) writeWhileItFits(file, Buffer.alloc(size))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function writeWhileItFits(file: number, bytes: Buffer): void {
  try {
    for (;;) if (writeSync(file, bytes) < bytes.length) return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

function refusingDisk(folder: string): SmallDisk {
  const setFull = ({ app }: RunningApp, full: boolean): Promise<void> =>
    app.evaluate((_electron, isFull) => {
      const fs = process.mainModule?.require('node:fs') as { writeSync: unknown; realWriteSync?: unknown }
      fs.realWriteSync ??= fs.writeSync
      const refuse = (): never => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      }
      fs.writeSync = isFull ? refuse : fs.realWriteSync
    }, full)
  return {
    dataFolder: path.join(folder, 'data'),
    fill: (running) => setFull(running, true),
    makeRoom: (running) => setFull(running, false),
    remove: () => undefined
  }
}
