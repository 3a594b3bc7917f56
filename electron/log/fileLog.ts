import path from 'node:path'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { CommitMemory } from './commitMemory.ts'
import { createLog, readEpoch, requireNoRecords } from './creation.ts'
import { type Damage, errorCode, LogDamaged } from './damage.ts'
import { type LogFs, nodeLogFs } from './logFs.ts'
import { MarkWriter, readMark } from './mark.ts'
import { FileLog, type FileLogSettings } from './openedLog.ts'
import { checkVersions, describeSegments, type LogPlace, readToEnd, repairTail, startingState } from './openLog.ts'
import type { Recovered } from './recovery.ts'
import { listSegments, requireAll, segmentFile } from './segments.ts'
import { SegmentWriter } from './writer.ts'

export type { Damage, DamageKind } from './damage.ts'
export { FileLog } from './openedLog.ts'
export type { Recovered } from './recovery.ts'
export type { LogBookmark, SegmentInfo } from './segments.ts'

export interface FileLogOptions extends FileLogSettings {
  /** Made when it does not exist. Exactly one process may have it open: the program's single-instance lock sees to that. */
  readonly folder: string
  readonly clock: { nowIso(): string }
  /** Called once, for a new log. */
  readonly newEpoch: () => string
  /**
   * Gets the records that are read while opening, in order, so that views need not read them again. What was made of
   * them must be thrown away when opening ends with a damage.
   */
  readonly onRecords?: (records: readonly Recorded[]) => void
  readonly onRecovered?: (recovered: Recovered) => void
  readonly fs?: LogFs
}

export type OpenResult =
  | { readonly ok: true; readonly log: FileLog; readonly recovered: Recovered | null; readonly needKey: number }
  | { readonly ok: false; readonly damage: Damage }

/**
 * Opens the log in a folder, or makes it. Verifies what it reads, cuts a torn tail and reports it, and refuses every
 * other damage by name. Expected failures come back as `damage`; throws a TypeError when `from` comes without
 * `resolveVersion`.
 */
export async function openFileLog(options: FileLogOptions): Promise<OpenResult> {
  if (options.from && !options.resolveVersion) throw new TypeError('`from` needs `resolveVersion`')
  try {
    return await open(options)
  } catch (error) {
    if (error instanceof LogDamaged) return { ok: false, damage: error.damage }
    const code = errorCode(error)
    if (code === 'error') throw error
    const at = (error as { path?: unknown }).path
    const file = typeof at === 'string' ? path.basename(at) : ''
    return { ok: false, damage: { file, line: 0, kind: 'unwritable', expected: 'a log', found: code } }
  }
}

async function open(options: FileLogOptions): Promise<OpenResult> {
  const { folder, clock, from, fs = nodeLogFs } = options
  fs.makeFolder(folder)
  let epoch = readEpoch(fs, folder)
  if (epoch === null) {
    requireNoRecords(fs, folder)
    epoch = options.newEpoch()
    await createLog(fs, folder, epoch, clock.nowIso())
  }
  const place: LogPlace = { fs, folder, epoch }
  const segments = listSegments(fs, folder)
  requireAll(segments)
  const mark = readMark(fs, folder, epoch)
  const state = startingState(place, segments, from)
  const versions = new Map<string, number>()
  const commits = new CommitMemory(clock.nowIso)
  const damage = await readToEnd(place, state, segments.length, (records) => {
    const wrong = checkVersions(versions, records, state, !from)
    if (wrong !== null) return wrong
    commits.remember(records)
    options.onRecords?.(records)
    return null
  })
  if (damage !== null && state.segment !== segments.length) throw new LogDamaged(damage)
  const fd = fs.open(path.join(folder, segmentFile(state.segment)), 'update')
  try {
    const recovered = repairTail(place, fd, state, damage, mark)
    const log = new FileLog(options, place, {
      end: { epoch, segment: state.segment, offset: state.offset, seq: state.seq, hash: state.hash },
      versions,
      commits,
      segments: describeSegments(place, segments, state),
      marks: MarkWriter.open(fs, folder),
      writer: new SegmentWriter(fs, folder, fd, state.segment, state.offset)
    })
    await log.settle()
    if (recovered !== null) options.onRecovered?.(recovered)
    return { ok: true, log, recovered, needKey: state.needKey }
  } catch (error) {
    fs.close(fd)
    throw error
  }
}
