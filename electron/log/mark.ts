import path from 'node:path'
import { errorCode } from './damage.ts'
import { createDurably, readWhole, removeIfThere, writeAll } from './files.ts'
import { sha256 } from './format.ts'
import type { LogFs } from './logFs.ts'

/** How far the log is known to be on disk, and so acknowledged. */
export interface Mark {
  readonly epoch: string
  readonly segment: number
  readonly bytes: number
  readonly seq: number
}

export const MARK_FILE = 'acknowledged'

/** One disk sector or less: written over in place it is there whole or not at all, and needs no room on a full disk. */
const MARK_BYTES = 256

function encode(mark: Mark): Buffer {
  const { epoch, segment, bytes, seq } = mark
  const text = JSON.stringify({ epoch, segment, bytes, seq })
  return Buffer.from(`${`${text} ${sha256(text)}`.padEnd(MARK_BYTES - 1)}\n`)
}

function decode(bytes: Buffer): Mark | null {
  const line = bytes.toString('utf8').trimEnd()
  const space = line.lastIndexOf(' ')
  const text = line.slice(0, Math.max(0, space))
  return sha256(text) === line.slice(space + 1) ? (JSON.parse(text) as Mark) : null
}

/** The mark in the folder; null when there is none or it is torn: it adds proof, nothing depends on having it. */
export function readAnyMark(fs: LogFs, folder: string): Mark | null {
  const bytes = readWhole(fs, path.join(folder, MARK_FILE))
  return bytes === null ? null : decode(bytes)
}

/** The mark of this log; one of another epoch says nothing about it. */
export function readMark(fs: LogFs, folder: string, epoch: string): Mark | null {
  const mark = readAnyMark(fs, folder)
  return mark?.epoch === epoch ? mark : null
}

/**
 * Writes the mark while the log rests, and at its end. A mark only ever names records that were synced before it was
 * written, so an old one is as true as a new one: failures are left alone, the next mark does it.
 */
export class MarkWriter {
  private readonly fs: LogFs
  private readonly fd: number
  private pending: Promise<void> = Promise.resolve()
  private written = -1

  private constructor(fs: LogFs, fd: number) {
    this.fs = fs
    this.fd = fd
  }

  /** Null when the file cannot be made (a full disk). */
  static open(fs: LogFs, folder: string): MarkWriter | null {
    const file = path.join(folder, MARK_FILE)
    try {
      return new MarkWriter(fs, fs.open(file, 'update'))
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return null
    }
    try {
      createDurably(fs, folder, MARK_FILE, Buffer.alloc(MARK_BYTES, ' '))
      return new MarkWriter(fs, fs.open(file, 'update'))
    } catch {
      removeIfThere(fs, file)
      return null
    }
  }

  /** On disk when the promise resolves. */
  write(mark: Mark): Promise<void> {
    this.pending = this.pending.then(async () => {
      if (mark.seq === this.written) return
      try {
        writeAll(this.fs, this.fd, encode(mark), 0)
        await this.fs.datasync(this.fd)
        this.written = mark.seq
      } catch {
        // The mark before it stays true.
      }
    })
    return this.pending
  }

  async close(): Promise<void> {
    await this.pending
    this.fs.close(this.fd)
  }
}
