import fs from 'node:fs'
import { performance } from 'node:perf_hooks'

/**
 * The few file operations the log is made of, so that tests can put a full, a failing or a power-cut disk in their
 * place. All throw the operating system's error. Writes go to an explicit offset and are synchronous: they only fill
 * the page cache; what takes time is the sync, and that exists in both forms.
 */
export interface LogFs {
  /** `read`: for reading; `update`: reading and writing an existing file; `create`: a new file, refuses an existing one. */
  open(path: string, mode: 'read' | 'update' | 'create'): number
  close(fd: number): void
  size(fd: number): number
  read(fd: number, into: Uint8Array, at: number, length: number, position: number): Promise<number>
  readNow(fd: number, into: Uint8Array, at: number, length: number, position: number): number
  /** May write less than asked; returns the bytes written. */
  write(fd: number, bytes: Uint8Array, at: number, length: number, position: number): number
  truncate(fd: number, length: number): void
  datasync(fd: number): Promise<void>
  datasyncNow(fd: number): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** Names in the folder, in no particular order. */
  list(folder: string): string[]
  /** Makes the folder and what is missing above it; true if it was not there. */
  makeFolder(folder: string): boolean
  /** Makes created, renamed and removed names durable. */
  syncFolder(folder: string): void
  /** A stopwatch in ms; only used to choose between the two forms of sync. */
  millis(): number
}

const FLAGS = { read: 'r', update: 'r+', create: 'wx+' } as const

/** Files hold personal data: nobody but the user of the program reads them. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

export const nodeLogFs: LogFs = {
  open: (path, mode) => fs.openSync(path, FLAGS[mode], FILE_MODE),
  close: (fd) => fs.closeSync(fd),
  size: (fd) => fs.fstatSync(fd).size,
  read: (fd, into, at, length, position) =>
    new Promise((resolve, reject) => {
      fs.read(fd, into, at, length, position, (error, bytes) => (error ? reject(error) : resolve(bytes)))
    }),
  readNow: (fd, into, at, length, position) => fs.readSync(fd, into, at, length, position),
  write: (fd, bytes, at, length, position) => fs.writeSync(fd, bytes, at, length, position),
  truncate: (fd, length) => fs.ftruncateSync(fd, length),
  datasync: (fd) =>
    new Promise((resolve, reject) => {
      fs.fdatasync(fd, (error) => (error ? reject(error) : resolve()))
    }),
  datasyncNow: (fd) => fs.fdatasyncSync(fd),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path),
  list: (folder) => fs.readdirSync(folder),
  makeFolder: (folder) => fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE }) !== undefined,
  syncFolder: (folder) => {
    // Windows cannot open a folder for this, and NTFS journals names by itself.
    if (process.platform === 'win32') return
    const fd = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  },
  millis: () => performance.now()
}
