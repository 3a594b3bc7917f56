import path from 'node:path'
import { isFull } from './damage.ts'
import { createDurably, removeIfThere, writeAll } from './files.ts'
import type { LogFs } from './logFs.ts'
import { segmentFile } from './segments.ts'

/** `full`: nothing was kept. `broken`: nobody can tell what is on disk; the log has to be opened again. */
export type WriteOutcome = 'durable' | 'full' | 'broken'

/**
 * Above this the sync runs beside the event loop. Below it, handing it to another thread costs more than waiting: on a
 * fast disk that would double the time to an acknowledgement.
 */
const INLINE_SYNC_MS = 1
/** Weight of the newest sync in the running mean. */
const NEWEST = 0.3

/** Appends bytes to the last segment. One `commit` or `roll` at a time. */
export class SegmentWriter {
  private readonly fs: LogFs
  private readonly folder: string
  private fd: number
  private syncMs = 0
  private broken = false
  segment: number
  /** Bytes of the segment that are on disk. */
  length: number

  constructor(fs: LogFs, folder: string, fd: number, segment: number, length: number) {
    this.fs = fs
    this.folder = folder
    this.fd = fd
    this.segment = segment
    this.length = length
  }

  /** Writes and syncs; on a full disk the file is taken back to where it was before. */
  async commit(bytes: Uint8Array): Promise<WriteOutcome> {
    if (this.broken) return 'broken'
    try {
      writeAll(this.fs, this.fd, bytes, this.length)
    } catch (error) {
      return isFull(error) ? this.takeBack() : this.breakDown()
    }
    try {
      await this.sync()
    } catch {
      // After a failed sync the system may hold the bytes for written although they are not.
      return this.breakDown()
    }
    this.length += bytes.length
    return 'durable'
  }

  /** Starts the next segment with this header, on disk with its name before anything is appended to it. */
  roll(header: Uint8Array): WriteOutcome {
    if (this.broken) return 'broken'
    const name = segmentFile(this.segment + 1)
    try {
      createDurably(this.fs, this.folder, name, header)
    } catch (error) {
      return isFull(error) && this.isGone(name) ? 'full' : this.breakDown()
    }
    try {
      const fd = this.fs.open(path.join(this.folder, name), 'update')
      this.fs.close(this.fd)
      this.fd = fd
    } catch {
      return this.breakDown()
    }
    this.segment += 1
    this.length = header.length
    return 'durable'
  }

  close(): void {
    this.broken = true
    this.fs.close(this.fd)
  }

  private async sync(): Promise<void> {
    const started = this.fs.millis()
    if (this.syncMs <= INLINE_SYNC_MS) this.fs.datasyncNow(this.fd)
    else await this.fs.datasync(this.fd)
    this.syncMs += (this.fs.millis() - started - this.syncMs) * NEWEST
  }

  private takeBack(): WriteOutcome {
    try {
      this.fs.truncate(this.fd, this.length)
      this.fs.datasyncNow(this.fd)
      return 'full'
    } catch {
      return this.breakDown()
    }
  }

  private isGone(name: string): boolean {
    return removeIfThere(this.fs, path.join(this.folder, name))
  }

  private breakDown(): WriteOutcome {
    this.broken = true
    return 'broken'
  }
}
