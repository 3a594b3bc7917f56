import path from 'node:path'
import { errorCode } from './damage.ts'
import type { LogFs } from './logFs.ts'

/** Writes all bytes at `position`, however often the system takes only a part. Throws ENOSPC when it takes nothing. */
export function writeAll(fs: LogFs, fd: number, bytes: Uint8Array, position: number): void {
  let done = 0
  while (done < bytes.length) {
    const written = fs.write(fd, bytes, done, bytes.length - done, position + done)
    if (written <= 0) throw Object.assign(new Error('the disk took nothing'), { code: 'ENOSPC' })
    done += written
  }
}

/** `length` bytes from `position`, fewer where the file ends. Throws the system's error. */
export function readRange(fs: LogFs, fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const read = fs.readNow(fd, buffer, done, length - done, position + done)
    if (read === 0) break
    done += read
  }
  return buffer.subarray(0, done)
}

/** Content of a small file, or null when there is none. Throws the system's other errors. */
export function readWhole(fs: LogFs, file: string): Buffer | null {
  let fd: number
  try {
    fd = fs.open(file, 'read')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  try {
    return readRange(fs, fd, 0, fs.size(fd))
  } finally {
    fs.close(fd)
  }
}

/** A new file with this content, on disk together with its name. Throws, and leaves no file then, if it can. */
export function createDurably(fs: LogFs, folder: string, name: string, bytes: Uint8Array): void {
  const file = path.join(folder, name)
  const fd = fs.open(file, 'create')
  try {
    try {
      writeAll(fs, fd, bytes, 0)
      fs.datasyncNow(fd)
    } finally {
      fs.close(fd)
    }
    fs.syncFolder(folder)
  } catch (error) {
    removeIfThere(fs, file)
    throw error
  }
}

/**
 * Puts `name` there with this content in one step: a reader (or a power cut) sees the old file or the new one, never a
 * part. The sync of a large file runs beside the event loop. Throws the system's error; the old file stays then.
 */
export async function replaceDurably(fs: LogFs, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const draft = path.join(folder, `${name}.tmp`)
  removeIfThere(fs, draft)
  const fd = fs.open(draft, 'create')
  try {
    try {
      writeAll(fs, fd, bytes, 0)
      await fs.datasync(fd)
    } finally {
      fs.close(fd)
    }
    fs.rename(draft, path.join(folder, name))
    fs.syncFolder(folder)
  } catch (error) {
    removeIfThere(fs, draft)
    throw error
  }
}

/** Removes a file that may not be there; other errors are the caller's only if the file must be gone. */
export function removeIfThere(fs: LogFs, file: string): boolean {
  try {
    fs.remove(file)
    return true
  } catch (error) {
    return errorCode(error) === 'ENOENT'
  }
}
