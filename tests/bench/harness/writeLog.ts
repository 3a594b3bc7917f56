import fs from 'node:fs'
import path from 'node:path'
import { createLog } from '../../../electron/log/creation.ts'
import { chainStart, freezeCommit, recordLine } from '../../../electron/log/format.ts'
import { nodeLogFs } from '../../../electron/log/logFs.ts'
import { MarkWriter } from '../../../electron/log/mark.ts'
import { type LogBookmark, segmentFile, segmentHeader } from '../../../electron/log/segments.ts'
import type { Commit, Recorded } from '../../../shared/kernel/messages.ts'

/** As the program has it: the size at which a segment is closed. */
const SEGMENT_BYTES = 16 * 1024 * 1024
/** Records that count as written and synced together. */
const BATCH = 200

/**
 * Writes a log line by line with the log's own functions, but without a sync for each commit: what years of work leave
 * behind, in minutes.
 */
export class LogWriter {
  readonly folder: string
  private readonly epoch: string
  private readonly versions = new Map<string, number>()
  private fd: number
  private end: LogBookmark
  private synced = 0
  private lines: string[] = []

  private constructor(folder: string, epoch: string) {
    this.folder = folder
    this.epoch = epoch
    const header = segmentHeader(epoch, 1, 1, chainStart(epoch))
    this.fd = fs.openSync(path.join(folder, segmentFile(1)), 'a')
    this.end = { epoch, segment: 1, offset: header.bytes.length, seq: 0, hash: header.hash }
  }

  static async create(folder: string, epoch: string, createdAt: string): Promise<LogWriter> {
    fs.mkdirSync(folder, { recursive: true })
    await createLog(nodeLogFs, folder, epoch, createdAt)
    return new LogWriter(folder, epoch)
  }

  /** The record as readers will get it. `finished`: nothing will be appended to the stream any more. */
  append(stream: string, commit: Commit, finished = false): Recorded {
    const version = (this.versions.get(stream) ?? 0) + 1
    if (finished) this.versions.delete(stream)
    else this.versions.set(stream, version)
    const seq = this.end.seq + 1
    const frozen = freezeCommit(stream, commit)
    const line = recordLine({ seq, stream, version, synced: this.synced, prev: this.end.hash }, frozen)
    this.lines.push(line.text)
    this.end = { ...this.end, seq, hash: line.hash }
    if (this.lines.length === BATCH) this.flush()
    return { stream, version, position: { epoch: this.epoch, seq }, commit: frozen.commit }
  }

  /** Where the log ends now. */
  bookmark(): LogBookmark {
    this.flush()
    return this.end
  }

  async close(): Promise<void> {
    this.flush()
    fs.fdatasyncSync(this.fd)
    fs.closeSync(this.fd)
    const { epoch, segment, offset, seq } = this.end
    const marks = MarkWriter.open(nodeLogFs, this.folder)
    await marks?.write({ epoch, segment, bytes: offset, seq })
    await marks?.close()
  }

  private flush(): void {
    if (this.lines.length === 0) return
    const bytes = Buffer.from(this.lines.join(''))
    this.lines = []
    fs.writeSync(this.fd, bytes)
    this.end = { ...this.end, offset: this.end.offset + bytes.length }
    this.synced = this.end.seq
    if (this.end.offset >= SEGMENT_BYTES) this.roll()
  }

  private roll(): void {
    fs.fdatasyncSync(this.fd)
    fs.closeSync(this.fd)
    const segment = this.end.segment + 1
    const header = segmentHeader(this.epoch, segment, this.end.seq + 1, this.end.hash)
    this.fd = fs.openSync(path.join(this.folder, segmentFile(segment)), 'wx')
    fs.writeSync(this.fd, header.bytes)
    this.end = { ...this.end, segment, offset: header.bytes.length, hash: header.hash }
  }
}
