import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What the working copy once held, kept outside of it: an empty database beside this was lost, it is not new. */
export interface Sentinel {
  readonly epoch: string
  readonly appliedSeq: number
}

const FILE = 'store-sentinel.json'
/** Written each so many records; it need not be exact, only say that there was something. */
const RECORDS_BETWEEN = 1000

/** The file beside the database's folder. Failing to write it costs a report, nothing else, so failures are kept quiet. */
export class SentinelFile {
  private readonly file: string
  private written: Sentinel | null
  private writing: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.file = path.join(folder, FILE)
    this.written = readSentinel(this.file)
  }

  /** What was there at the last start or write; `null`: nothing, or nothing readable. */
  known(): Sentinel | null {
    return this.written
  }

  /** Call after each batch. `always` writes however little has changed. */
  noticed(sentinel: Sentinel, always = false): Promise<void> {
    const { written } = this
    const same = written?.epoch === sentinel.epoch && written.appliedSeq === sentinel.appliedSeq
    const near =
      written?.epoch === sentinel.epoch && Math.abs(sentinel.appliedSeq - written.appliedSeq) < RECORDS_BETWEEN
    if (same || (near && !always)) return this.writing
    this.written = sentinel
    this.writing = this.writing.then(() => this.write(sentinel)).catch(() => undefined)
    return this.writing
  }

  private async write(sentinel: Sentinel): Promise<void> {
    const beside = `${this.file}.new`
    await mkdir(path.dirname(this.file), { recursive: true })
    await writeFile(beside, `${JSON.stringify(sentinel)}\n`)
    await rename(beside, this.file)
  }
}

function readSentinel(file: string): Sentinel | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Sentinel> | null
    const { epoch, appliedSeq } = value ?? {}
    return typeof epoch === 'string' && typeof appliedSeq === 'number' ? { epoch, appliedSeq } : null
  } catch {
    return null
  }
}
