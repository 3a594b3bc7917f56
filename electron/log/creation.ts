import path from 'node:path'
import { LogDamaged } from './damage.ts'
import { createDurably, readWhole, removeIfThere, replaceDurably } from './files.ts'
import { chainStart, contentHash, FORMAT, parseHeader, writtenHash } from './format.ts'
import type { LogFs } from './logFs.ts'
import { readAnyMark } from './mark.ts'
import { HEADER_ROOM, listSegments, segmentFile, segmentHeader } from './segments.ts'

/** The file that says that a log exists and which one it is. */
const LOG_FILE = 'log.json'

/** Epoch of the log in the folder; null when there is no log. Throws `LogDamaged` when the file says something else. */
export function readEpoch(fs: LogFs, folder: string): string | null {
  const bytes = readWhole(fs, path.join(folder, LOG_FILE))
  if (bytes === null) return null
  const expected = `a log of format ${FORMAT}`
  const damage = { file: LOG_FILE, line: 1, kind: 'log-json', expected } as const
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new LogDamaged({ ...damage, found: 'no JSON' })
  }
  const { format, epoch } = (value ?? {}) as { format?: unknown; epoch?: unknown }
  if (typeof epoch !== 'string' || epoch === '') throw new LogDamaged({ ...damage, found: 'no epoch' })
  if (format !== FORMAT) throw new LogDamaged({ ...damage, found: `format ${String(format)}` })
  return epoch
}

/**
 * A folder without `log.json` is empty, or its log was never finished being made; one that has held records has lost the
 * file. Throws `LogDamaged` then.
 */
export function requireNoRecords(fs: LogFs, folder: string): void {
  const segments = listSegments(fs, folder)
  const held =
    (readAnyMark(fs, folder)?.seq ?? 0) > 0 || segments.some((one) => one > 1 || holdsRecord(fs, folder, one))
  if (held) throw new LogDamaged({ file: LOG_FILE, line: 0, kind: 'log-json', expected: 'the file', found: 'none' })
}

/** More than the pieces of a header that a power cut can leave. */
function holdsRecord(fs: LogFs, folder: string, segment: number): boolean {
  const bytes = readWhole(fs, path.join(folder, segmentFile(segment))) ?? Buffer.alloc(0)
  if (bytes.length > HEADER_ROOM) return true
  for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
    if (writtenHash(bytes, start, end) !== contentHash(bytes, start, end)) continue
    if (parseHeader(bytes, start, end) === null || end + 1 < bytes.length) return true
  }
  return false
}

/**
 * Makes an empty log. `log.json` comes last: where it is, the first segment was on disk before it. Throws the system's
 * error.
 */
export async function createLog(fs: LogFs, folder: string, epoch: string, createdAt: string): Promise<void> {
  removeIfThere(fs, path.join(folder, segmentFile(1)))
  createDurably(fs, folder, segmentFile(1), segmentHeader(epoch, 1, 1, chainStart(epoch)).bytes)
  const text = `${JSON.stringify({ format: FORMAT, epoch, createdAt })}\n`
  await replaceDurably(fs, folder, LOG_FILE, Buffer.from(text))
  fs.syncFolder(path.dirname(folder))
}
