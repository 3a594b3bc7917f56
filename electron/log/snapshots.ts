import path from 'node:path'
import type { Json } from '../../shared/kernel/messages.ts'
import { errorCode } from './damage.ts'
import { readWhole, removeIfThere, replaceDurably } from './files.ts'
import { FORMAT, sha256 } from './format.ts'
import { type LogFs, nodeLogFs } from './logFs.ts'
import type { LogBookmark } from './segments.ts'

const SNAPSHOT_NAME = /^desk-(\d+)\.json$/
/** The newest may be damaged, and the one before it may be what damaged it. */
const KEPT = 3

/** What was made of the log up to a place. It is a short cut: the log can always make it again. */
export interface Snapshot {
  readonly bookmark: LogBookmark
  readonly body: Json
}

export interface DamagedSnapshot {
  readonly file: string
  /** `unreadable: EIO`, `format 2`, `checksum`, `not a snapshot`. */
  readonly reason: string
}

/** First line of the file; the second one is the body. The checksum covers the bookmark and the body. */
interface SnapshotHeader {
  readonly format: number
  readonly bookmark: LogBookmark
  readonly sha256: string
}

/**
 * Writes `desk-<seq>.json` in one step and then removes what is older than the last three, or of another epoch. `full`
 * and `failed` leave the former snapshots as they were.
 */
export async function writeSnapshot(
  folder: string,
  snapshot: Snapshot,
  fs: LogFs = nodeLogFs
): Promise<{ ok: true; file: string } | { ok: false; reason: string }> {
  const { bookmark, body } = snapshot
  const file = `desk-${bookmark.seq}.json`
  const text = JSON.stringify(body)
  const header: SnapshotHeader = { format: FORMAT, bookmark, sha256: checksum(bookmark, text) }
  try {
    fs.makeFolder(folder)
    await replaceDurably(fs, folder, file, Buffer.from(`${JSON.stringify(header)}\n${text}\n`))
  } catch (error) {
    return { ok: false, reason: errorCode(error) }
  }
  const others = listSnapshots(fs, folder).filter((name) => name !== file)
  const ofThisLog = others.filter((name) => epochOf(fs, folder, name) === bookmark.epoch).slice(0, KEPT - 1)
  for (const name of others) if (!ofThisLog.includes(name)) removeIfThere(fs, path.join(folder, name))
  return { ok: true, file }
}

/** Snapshots that are whole, newest first, and those that are not, by name. A missing folder has none. */
export function readSnapshots(
  folder: string,
  fs: LogFs = nodeLogFs
): { snapshots: Snapshot[]; damaged: DamagedSnapshot[] } {
  const snapshots: Snapshot[] = []
  const damaged: DamagedSnapshot[] = []
  for (const file of listSnapshots(fs, folder)) {
    try {
      const bytes = readWhole(fs, path.join(folder, file))
      const found = bytes === null ? 'not a snapshot' : decode(bytes)
      if (typeof found === 'string') damaged.push({ file, reason: found })
      else snapshots.push(found)
    } catch (error) {
      damaged.push({ file, reason: `unreadable: ${errorCode(error)}` })
    }
  }
  return { snapshots, damaged }
}

function checksum(bookmark: LogBookmark, body: string): string {
  return sha256(`${JSON.stringify(bookmark)}\n${body}`)
}

function decode(bytes: Buffer): Snapshot | string {
  const [first = '', body = '', rest] = bytes.toString('utf8').split('\n')
  const header = parseHeader(first)
  if (header === null || rest !== '') return 'not a snapshot'
  if (header.format !== FORMAT) return `format ${header.format}`
  if (header.sha256 !== checksum(header.bookmark, body)) return 'checksum'
  return { bookmark: header.bookmark, body: JSON.parse(body) as Json }
}

function parseHeader(line: string): SnapshotHeader | null {
  try {
    const header = JSON.parse(line) as SnapshotHeader | null
    return typeof header?.bookmark?.epoch === 'string' ? header : null
  } catch {
    return null
  }
}

function epochOf(fs: LogFs, folder: string, file: string): string | undefined {
  try {
    const text = readWhole(fs, path.join(folder, file))?.toString('utf8') ?? ''
    return parseHeader(text.slice(0, Math.max(0, text.indexOf('\n'))))?.bookmark.epoch
  } catch {
    return undefined
  }
}

/** Newest first. */
function listSnapshots(fs: LogFs, folder: string): string[] {
  let names: string[]
  try {
    names = fs.list(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
  const seqOf = (name: string): number => Number(SNAPSHOT_NAME.exec(name)?.[1] ?? -1)
  return names.filter((name) => seqOf(name) >= 0).sort((a, b) => seqOf(b) - seqOf(a))
}
