import path from 'node:path'
import type { LogFs } from '../../../electron/log/logFs.ts'

/** Sectors are written whole or not at all; what was never synced may be there in pieces of this size. */
const SECTOR = 256
const PIECE = 32

interface SimulatedFile {
  /** What a reader gets. */
  cache: Buffer
  /** What is on the disk. */
  disk: Buffer
  /** Written since the last sync, by ranges; a failed sync forgets them, as systems do. */
  dirty: { from: number; to: number }[]
}

type Fault = 'ENOSPC' | 'EIO'

/**
 * A disk in memory with a page cache, for tests: what is written is on the disk only after a sync, names only after the
 * folder's sync, and a power cut keeps any part of the rest. Faults can be ordered for single operations.
 */
export class SimulatedDisk {
  private names = new Map<string, SimulatedFile>()
  /** Renames, creations and removals not yet on the disk, in order: file systems keep that order. */
  private diskNames = new Map<string, SimulatedFile>()
  private pendingNames: ((names: Map<string, SimulatedFile>) => void)[] = []
  private readonly open = new Map<number, SimulatedFile>()
  private lastFd = 2
  private ticks = 0
  /** Operations that change something, so far. */
  operations = 0
  /** From this operation on nothing works any more: the power is cut. */
  cutAt = Number.POSITIVE_INFINITY
  /** Bytes that files may have together. */
  room = Number.POSITIVE_INFINITY
  /** Most bytes one write takes. */
  mostAtOnce = Number.POSITIVE_INFINITY
  /** Called before each operation; what it returns makes the operation fail. */
  fault: (operation: 'write' | 'datasync' | 'truncate' | 'read' | 'create', name: string) => Fault | null = () => null
  /** Milliseconds that a sync seems to take. */
  syncMillis = 0

  readonly fs: LogFs = {
    open: (file, mode) => this.openFile(file, mode),
    close: (fd) => void this.open.delete(fd),
    size: (fd) => this.file(fd).cache.length,
    read: async (fd, into, at, length, position) => this.fs.readNow(fd, into, at, length, position),
    readNow: (fd, into, at, length, position) => {
      this.fail('read', fd)
      return this.file(fd).cache.copy(into, at, position, position + length)
    },
    write: (fd, bytes, at, length, position) => this.write(fd, bytes.subarray(at, at + length), position),
    truncate: (fd, length) => {
      this.step()
      this.fail('truncate', fd)
      const file = this.file(fd)
      file.cache = Buffer.concat([file.cache.subarray(0, length)], length)
      file.dirty.push({ from: length, to: length })
    },
    datasync: async (fd) => {
      await Promise.resolve()
      this.fs.datasyncNow(fd)
    },
    datasyncNow: (fd) => this.sync(fd),
    rename: (from, to) => {
      this.step()
      const file = this.named(from)
      this.change((names) => {
        names.delete(from)
        names.set(to, file)
      })
    },
    remove: (file) => {
      this.step()
      this.named(file)
      this.change((names) => void names.delete(file))
    },
    list: (folder) =>
      [...this.names.keys()].filter((name) => path.dirname(name) === folder).map((n) => path.basename(n)),
    makeFolder: () => false,
    syncFolder: () => {
      this.step()
      this.diskNames = new Map(this.names)
      this.pendingNames = []
    },
    millis: () => {
      this.ticks += this.syncMillis
      return this.ticks
    }
  }

  /** The bytes of a file as a reader gets them. */
  content(file: string): Buffer {
    return this.named(file).cache
  }

  /** Bytes that all files have together. */
  used(): number {
    return [...this.names.values()].reduce((sum, one) => sum + one.cache.length, 0)
  }

  /** Puts other bytes into a file, in the cache and on the disk. */
  damage(file: string, change: (bytes: Buffer) => Buffer): void {
    const changed = change(Buffer.from(this.named(file).cache))
    Object.assign(this.named(file), { cache: changed, disk: Buffer.from(changed), dirty: [] })
  }

  /**
   * The power is cut and comes back. `choose(n)` picks one of n: how many of the pending names, and which pieces of what
   * was not synced, are on the disk.
   */
  cutPower(choose: (n: number) => number): void {
    const names = new Map(this.diskNames)
    for (const change of this.pendingNames.slice(0, choose(this.pendingNames.length + 1))) change(names)
    for (const file of new Set(names.values())) {
      file.disk = survive(file, choose)
      file.cache = Buffer.from(file.disk)
      file.dirty = []
    }
    this.names = names
    this.diskNames = new Map(names)
    this.pendingNames = []
    this.open.clear()
    this.cutAt = Number.POSITIVE_INFINITY
  }

  private openFile(file: string, mode: 'read' | 'update' | 'create'): number {
    if (mode === 'create') {
      this.step()
      if (this.names.has(file)) throw Object.assign(new Error('there already'), { code: 'EEXIST', path: file })
      this.raise(this.fault('create', path.basename(file)))
      const made: SimulatedFile = { cache: Buffer.alloc(0), disk: Buffer.alloc(0), dirty: [] }
      this.change((names) => void names.set(file, made))
    }
    this.lastFd += 1
    this.open.set(this.lastFd, this.named(file))
    return this.lastFd
  }

  private write(fd: number, bytes: Uint8Array, position: number): number {
    const torn = this.operations + 1 >= this.cutAt
    const file = this.file(fd)
    if (!torn) this.fail('write', fd)
    const grows = Math.max(0, position + bytes.length - file.cache.length)
    const refused = Math.max(0, this.used() + grows - this.room)
    const taken = Math.min(bytes.length - Math.min(refused, bytes.length), this.mostAtOnce)
    if (taken === 0 && bytes.length > 0) this.raise('ENOSPC')
    const size = Math.max(file.cache.length, position + taken)
    const grown = Buffer.concat([file.cache], size)
    grown.set(bytes.subarray(0, taken), position)
    file.cache = grown
    file.dirty.push({ from: position, to: position + taken })
    this.step()
    return taken
  }

  private sync(fd: number): void {
    this.step()
    const file = this.file(fd)
    const dirty = file.dirty
    file.dirty = []
    this.fail('datasync', fd)
    const disk = Buffer.concat([file.disk], file.cache.length)
    for (const { from, to } of dirty) file.cache.copy(disk, from, from, to)
    file.disk = disk
  }

  private change(change: (names: Map<string, SimulatedFile>) => void): void {
    change(this.names)
    this.pendingNames.push(change)
  }

  private step(): void {
    this.operations += 1
    if (this.operations >= this.cutAt) throw Object.assign(new Error('no power'), { code: 'ENOPOWER' })
  }

  private fail(operation: 'write' | 'datasync' | 'truncate' | 'read', fd: number): void {
    const file = this.file(fd)
    const name = [...this.names].find(([, one]) => one === file)?.[0] ?? ''
    this.raise(this.fault(operation, path.basename(name)))
  }

  private raise(code: Fault | null): void {
    if (code !== null) throw Object.assign(new Error(code), { code })
  }

  private file(fd: number): SimulatedFile {
    const file = this.open.get(fd)
    if (!file) throw Object.assign(new Error('not open'), { code: 'EBADF' })
    return file
  }

  private named(file: string): SimulatedFile {
    const found = this.names.get(file)
    if (!found) throw Object.assign(new Error('no such file'), { code: 'ENOENT', path: file })
    return found
  }
}

/** The disk's bytes, with any pieces of the newer ones; behind what was synced there may be anything. */
function survive(file: SimulatedFile, choose: (n: number) => number): Buffer {
  const { cache, disk, dirty } = file
  if (dirty.length === 0) return disk
  const shorter = Math.min(cache.length, disk.length)
  const longer = Math.max(cache.length, disk.length)
  const size = shorter + choose(longer - shorter + 1)
  const result = Buffer.concat([disk], size)
  for (let at = 0; at < Math.min(shorter, size); at += SECTOR) {
    if (choose(2) === 1) cache.copy(result, at, at, Math.min(at + SECTOR, shorter, size))
  }
  if (cache.length <= disk.length) return result
  for (let at = shorter; at < size; at += PIECE) {
    const end = Math.min(at + PIECE, size)
    const fate = choose(3)
    if (fate === 0) cache.copy(result, at, at, end)
    else result.fill(fate === 1 ? 0 : choose(256), at, end)
  }
  return result
}
