import type { StopSignal } from '../../shared/kernel/eventLog.ts'
import type { Position } from '../../shared/kernel/messages.ts'
import { readEpoch, requireNoRecords } from './creation.ts'
import { type Damage, LogDamaged } from './damage.ts'
import { type LogFs, nodeLogFs } from './logFs.ts'
import { readMark } from './mark.ts'
import { checkVersions } from './openLog.ts'
import { missingTail } from './recovery.ts'
import { atStart, type ChainState, scanLog } from './scan.ts'
import { type LogBookmark, listSegments, requireAll, segmentBytes, segmentFile } from './segments.ts'

export interface VerifyOptions {
  /**
   * Where to stop: `bookmark()` of the log when it is open, because a write that is under way looks like damage.
   * Without it everything is verified, and a torn tail that the next start would cut is a damage too.
   */
  readonly upTo?: LogBookmark
  readonly signal?: StopSignal
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly fs?: LogFs
}

export interface VerifyProgress {
  readonly bytes: number
  readonly totalBytes: number
  readonly records: number
}

export type VerifyResult =
  | { readonly ok: true; readonly head: Position; readonly records: number; readonly needKey: number }
  | { readonly ok: false; readonly damage: Damage }
  | { readonly ok: false; readonly damage: null; readonly stopped: true }

/**
 * Verifies the whole log: the chain over all segments, sequence numbers, the versions of each stream, and that it is as
 * long as what is known to have been acknowledged. Changes nothing. Works in steps of a few milliseconds; about a
 * hundred bytes are held for each stream.
 */
export async function verifyLog(folder: string, options: VerifyOptions = {}): Promise<VerifyResult> {
  try {
    return await verify(folder, options)
  } catch (error) {
    if (error instanceof LogDamaged) return { ok: false, damage: error.damage }
    throw error
  }
}

async function verify(folder: string, options: VerifyOptions): Promise<VerifyResult> {
  const { upTo, signal, onProgress, fs = nodeLogFs } = options
  const epoch = readEpoch(fs, folder)
  if (epoch === null) {
    requireNoRecords(fs, folder)
    throw new LogDamaged({ file: 'log.json', line: 0, kind: 'log-json', expected: 'the file', found: 'none' })
  }
  const segments = listSegments(fs, folder)
  requireAll(segments)
  const state = atStart(epoch)
  const lastSegment = upTo?.segment ?? segments.length
  const limit = upTo?.offset ?? Number.POSITIVE_INFINITY
  const sizes = segments.slice(0, lastSegment).map((segment) => segmentBytes(fs, folder, segment))
  const totalBytes = sizes.reduce((sum, bytes) => sum + bytes, 0)
  const before = (segment: number): number => sizes.slice(0, segment - 1).reduce((sum, bytes) => sum + bytes, 0)
  const versions = new Map<string, number>()
  const scan = scanLog(state, { fs, folder, lastSegment, limit, signal })
  for (;;) {
    const step = await scan.next()
    const damage = step.done ? step.value : checkVersions(versions, step.value, state, true)
    if (damage !== null) {
      await scan.return(null)
      return { ok: false, damage }
    }
    if (step.done) break
    onProgress?.({ bytes: before(state.segment) + state.offset, totalBytes, records: state.seq })
  }
  if (signal?.aborted) return { ok: false, damage: null, stopped: true }
  const lost = upTo ? endsElsewhere(state, upTo) : missingTail(state, readMark(fs, folder, epoch))
  if (lost !== null) return { ok: false, damage: lost }
  return { ok: true, head: { epoch, seq: state.seq }, records: state.seq, needKey: state.needKey }
}

/** The damage when the log does not lead to the place that the open log stands at. */
function endsElsewhere(state: ChainState, upTo: LogBookmark): Damage | null {
  if (state.hash === upTo.hash) return null
  const file = segmentFile(state.segment)
  const found = `end after record ${state.seq}`
  return { file, line: state.line + 1, kind: 'missing-tail', expected: `record ${upTo.seq}`, found }
}
