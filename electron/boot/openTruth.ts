import type { Recorded } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import type { Damage } from '../log/damage.ts'
import { type FileLog, type OpenResult, openFileLog } from '../log/fileLog.ts'
import type { Recovered } from '../log/recovery.ts'
import { readSnapshots, writeSnapshot } from '../log/snapshots.ts'
import type { Ambient } from './ambient.ts'
import type { Logger } from './logging.ts'

export type Truth =
  | { readonly ok: true; readonly log: FileLog; readonly desk: Desk; readonly recovered: Recovered | null }
  | { readonly ok: false; readonly damage: Damage }

/**
 * Opens the log and folds the desk from it: from the newest good snapshot and the records behind it, else from all
 * records. The desk first: this needs nothing of the history, and after a year of work reads at most one segment.
 */
export async function openTruth(options: {
  readonly folder: string
  readonly ambient: Ambient
  /** Of streams that are not on the desk. */
  readonly resolveVersion: (stream: string, desk: Desk) => Promise<number>
  readonly log: Logger
}): Promise<Truth> {
  const { folder, ambient, resolveVersion, log } = options
  const { snapshots, damaged } = readSnapshots(folder)
  for (const { file, reason } of damaged) log.warn('snapshot ignored', { file, reason })
  const common = { folder, clock: ambient, newEpoch: () => ambient.newId() }
  for (const snapshot of snapshots) {
    const desk = unpackDesk(snapshot.body)
    if (!desk) continue
    const before = [...desk.versions]
    const opened = await openFileLog({
      ...common,
      from: snapshot.bookmark,
      resolveVersion: (stream) => resolveVersion(stream, desk),
      onRecords: (records) => fold(desk, records)
    })
    if (opened.ok) {
      opened.log.primeVersions(before)
      return { ...opened, desk }
    }
    // The snapshot may be of another log or of a place that is gone; the log itself decides what is damage.
    if (opened.damage.kind !== 'bookmark') return opened
    log.warn('snapshot does not fit the log', { seq: snapshot.bookmark.seq })
  }
  const desk = new Desk()
  const opened: OpenResult = await openFileLog({ ...common, onRecords: (records) => fold(desk, records) })
  return opened.ok ? { ...opened, desk } : opened
}

function fold(desk: Desk, records: readonly Recorded[]): void {
  for (const recorded of records) desk.apply(recorded)
}

/** Records between two snapshots: so many are folded again after a kill, in about a tenth of a second. */
const RECORDS_BETWEEN = 5000

/** Writes a snapshot of the desk now and then and when the program ends. A failed one costs time at the next start, nothing else. */
export class Snapshotter {
  private readonly truth: { readonly log: FileLog; readonly desk: Desk }
  private readonly folder: string
  private readonly logger: Logger
  private written: number
  private writing: Promise<void> | null = null

  constructor(truth: { readonly log: FileLog; readonly desk: Desk }, folder: string, logger: Logger) {
    this.truth = truth
    this.folder = folder
    this.logger = logger
    this.written = truth.desk.seq
  }

  /** Call after durable records have been folded. */
  noticed(): void {
    if (this.writing || this.truth.desk.seq - this.written < RECORDS_BETWEEN) return
    this.writing = this.write().finally(() => {
      this.writing = null
    })
  }

  async write(): Promise<void> {
    const { log, desk } = this.truth
    if (desk.seq === this.written) return
    // Bookmark and desk are taken in one go: both stand at the last durable record.
    const bookmark = log.bookmark()
    if (bookmark.seq !== desk.seq) return
    const { seq } = bookmark
    const result = await writeSnapshot(this.folder, { bookmark, body: packDesk(desk) })
    if (result.ok) this.written = seq
    else this.logger.warn('snapshot not written', { reason: result.reason })
  }
}
