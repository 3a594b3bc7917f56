import path from 'node:path'
import { LogDamaged } from './damage.ts'
import { createDurably, readWhole, removeIfThere, replaceDurably } from './files.ts'
import { chainStart, FORMAT } from './format.ts'
import type { LogFs } from './logFs.ts'
import { listSegments, segmentFile, segmentHeader } from './segments.ts'

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

/** A folder without `log.json` that holds records has lost it. Throws `LogDamaged`; a half-made log has no record. */
export function requireNoRecords(fs: LogFs, folder: string): void {
  const lost = listSegments(fs, folder).some((segment) => {
    if (segment > 1) return true
    const bytes = readWhole(fs, path.join(folder, segmentFile(segment)))
    const header = bytes === null ? -1 : bytes.indexOf(10)
    return bytes !== null && header >= 0 && bytes.length > header + 1
  })
  if (lost) throw new LogDamaged({ file: LOG_FILE, line: 0, kind: 'log-json', expected: 'the file', found: 'none' })
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
