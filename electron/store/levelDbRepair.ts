import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { liveFiles } from './levelDb/manifest.ts'
import { type RecordScan, scanRecords } from './levelDb/recordFile.ts'

/** Why a database folder was removed. It is a copy: what is removed is made anew from the log. */
export type RemovalReason =
  | 'no-manifest'
  | 'damaged-manifest'
  | 'missing-table'
  | 'damaged-table'
  | 'damaged-log'
  | 'gap'
  | 'unreadable'

/** What was done to one database; names of files only. */
export type LevelDbReport =
  | {
      readonly what: 'cut'
      readonly database: string
      readonly file: string
      readonly cutBytes: number
      readonly copy: string
    }
  | { readonly what: 'removed'; readonly database: string; readonly because: RemovalReason; readonly file: string }

/** Copies of what was cut; only for whoever looks into a fault. */
const CUTS_KEPT = 4

/**
 * Makes the IndexedDB databases of a partition fit to be opened. Before any window opens: Chromium must not have them
 * open. A kill leaves a torn record at the end of LevelDB's newest log now and then; Chromium opens that, appends behind
 * it, and at the start after that deletes the whole database. So the tail is cut first, and a copy of it is kept. What
 * no cut can mend is removed here, because Chromium either never opens it again or, worse, opens it with a hole.
 *
 * @returns what was done; empty when all was well or there is nothing
 */
export function repairLevelDb(partitionFolder: string): readonly LevelDbReport[] {
  return databasesIn(path.join(partitionFolder, 'IndexedDB')).flatMap((folder) => {
    try {
      return repairDatabase(folder, path.join(partitionFolder, 'cut'))
    } catch {
      return [remove(folder, 'unreadable', '')]
    }
  })
}

function databasesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.leveldb'))
    .map((name) => path.join(folder, name))
}

function repairDatabase(folder: string, cuts: string): LevelDbReport[] {
  const names = readdirSync(folder)
  const data = names.some((name) => /\.(log|ldb|sst)$/.test(name) || name.startsWith('MANIFEST-'))
  if (!data) return []
  const manifest = currentManifest(folder)
  if (manifest === null) return [remove(folder, 'no-manifest', 'CURRENT')]
  const edits = scanRecords(readFileSync(path.join(folder, manifest)))
  // Tables that a later edit took away are gone: without that edit the rest would be opened with a hole in it.
  const live = edits.goesOn ? null : liveFiles(edits.records)
  if (live === null || edits.records.length === 0) return [remove(folder, 'damaged-manifest', manifest)]
  for (const [number, bytes] of live.tables) {
    const table = ['ldb', 'sst'].map((ending) => fileName(number, ending)).find((name) => names.includes(name))
    if (table === undefined) return [remove(folder, 'missing-table', fileName(number, 'ldb'))]
    if (statSync(path.join(folder, table)).size !== bytes) return [remove(folder, 'damaged-table', table)]
  }
  const logs = liveLogs(names, live.logNumber)
  const scans = logs.map(({ name }) => scanRecords(readFileSync(path.join(folder, name))))
  const unfit = firstUnfit(scans, BigInt(live.lastSequence))
  if (unfit !== null) return [remove(folder, unfit.because, logs[unfit.index]?.name ?? '')]
  const newest = logs.at(-1)
  return [cut(folder, manifest, edits, cuts), newest && cut(folder, newest.name, scans.at(-1), cuts)].filter(
    (report) => report !== undefined
  )
}

/** The file that CURRENT names, if it is there. */
function currentManifest(folder: string): string | null {
  const current = path.join(folder, 'CURRENT')
  if (!existsSync(current)) return null
  const name = /^(MANIFEST-\d+)\n$/.exec(readFileSync(current, 'latin1'))?.[1]
  return name !== undefined && existsSync(path.join(folder, name)) ? name : null
}

function liveLogs(names: readonly string[], logNumber: number): { number: number; name: string }[] {
  return names
    .flatMap((name) => {
      const number = Number(/^(\d+)\.log$/.exec(name)?.[1] ?? -1)
      return number >= logNumber && number >= 0 ? [{ number, name }] : []
    })
    .sort((a, b) => a.number - b.number)
}

/**
 * The first log that does not go on from what is before it: changes are missing although later ones are there. Only a
 * power cut leaves that, and LevelDB would not notice it.
 */
function firstUnfit(
  scans: readonly RecordScan[],
  inTables: bigint
): { index: number; because: 'damaged-log' | 'gap' } | null {
  let upTo = inTables
  for (const [index, scan] of scans.entries()) {
    const [first, last] = [scan.records[0], scan.records.at(-1)]
    // Later tables may hold part of the oldest log already; a newer log begins exactly where the older one ends.
    if (first && (index === 0 ? sequenceOf(first) > upTo + 1n : sequenceOf(first) !== upTo + 1n))
      return { index, because: 'gap' }
    if (!scan.whole && index < scans.length - 1) return { index, because: 'damaged-log' }
    if (last) upTo = sequenceAfter(last) - 1n
  }
  return null
}

/** A record of a log is a batch: sequence number of its first change (8), number of changes (4). LevelDB, db/write_batch.cc. */
const sequenceOf = (batch: Buffer): bigint => (batch.length < 12 ? -1n : batch.readBigUInt64LE(0))
const sequenceAfter = (batch: Buffer): bigint =>
  sequenceOf(batch) + BigInt(batch.length < 12 ? 0 : batch.readUInt32LE(8))

function cut(folder: string, file: string, scan: RecordScan | undefined, cuts: string): LevelDbReport | undefined {
  if (!scan || scan.whole) return undefined
  const whole = path.join(folder, file)
  const torn = readFileSync(whole).subarray(scan.goodEnd)
  const copy = `${file}-from-${scan.goodEnd}`
  mkdirSync(cuts, { recursive: true })
  writeFileSync(path.join(cuts, copy), torn)
  truncateSync(whole, scan.goodEnd)
  forgetOldCuts(cuts)
  return { what: 'cut', database: path.basename(folder), file, cutBytes: torn.length, copy }
}

function forgetOldCuts(cuts: string): void {
  const byAge = readdirSync(cuts)
    .map((name) => ({ name, at: statSync(path.join(cuts, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { name } of byAge.slice(CUTS_KEPT)) rmSync(path.join(cuts, name))
}

function remove(folder: string, because: RemovalReason, file: string): LevelDbReport {
  rmSync(folder, { recursive: true, force: true })
  rmSync(folder.replace(/\.leveldb$/, '.blob'), { recursive: true, force: true })
  return { what: 'removed', database: path.basename(folder), because, file }
}

const fileName = (number: number, ending: string): string => `${String(number).padStart(6, '0')}.${ending}`
