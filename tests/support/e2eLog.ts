import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import path from 'node:path'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'

/** The event log as anybody can read it from the disk, without the program (docs/decisions/0001-log-on-disk.md). */

export interface LogRecord {
  readonly seq: number
  readonly stream: string
  readonly version: number
  readonly commitId: string
  readonly meta: Meta
  readonly reply: Json
  readonly events: readonly DomainEvent[]
}

export const logFolder = (dataFolder: string): string => path.join(dataFolder, 'log')

/** Names of the segments, oldest first. */
export const segmentNames = (dataFolder: string): string[] =>
  readdirSync(logFolder(dataFolder))
    .filter((name) => /^\d{6,}\.log$/.test(name))
    .sort()

/** Reads the log bit by bit: each `read` gives what has come since the one before, and checks that it fits. */
export class LogReader {
  private readonly dataFolder: string
  private readonly offsets = new Map<string, number>()
  private readonly versions = new Map<string, number>()
  private previousHash: string | null = null
  private seq = 0

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder
  }

  /** Only while nothing is being written. Throws when a line is torn, changed, missing or doubled. */
  read(): LogRecord[] {
    return segmentNames(this.dataFolder).flatMap((name) =>
      this.newLines(name).flatMap((line) => {
        const value = this.follow(name, line)
        return 'segment' in value ? [] : [this.count(value as LogRecord)]
      })
    )
  }

  private newLines(name: string): string[] {
    const file = openSync(path.join(logFolder(this.dataFolder), name), 'r')
    try {
      const offset = this.offsets.get(name) ?? 0
      const bytes = Buffer.alloc(fstatSync(file).size - offset)
      readSync(file, bytes, 0, bytes.length, offset)
      this.offsets.set(name, offset + bytes.length)
      const lines = bytes.toString('utf8').split('\n')
      if (lines.pop() !== '') throw new Error(`${name} ends inside a line`)
      return lines
    } finally {
      closeSync(file)
    }
  }

  private follow(name: string, line: string): object {
    const { hash, prev, ...value } = JSON.parse(line) as { hash: string; prev: string }
    const hashed = line.slice(0, line.lastIndexOf(',"hash":"'))
    if (createHash('sha256').update(hashed).digest('hex') !== hash) throw new Error(`${name}: a line was changed`)
    if (this.previousHash !== null && prev !== this.previousHash) throw new Error(`${name}: the chain is broken`)
    this.previousHash = hash
    return value
  }

  private count(record: LogRecord): LogRecord {
    const version = (this.versions.get(record.stream) ?? 0) + 1
    if (record.seq !== this.seq + 1) throw new Error(`record ${record.seq} follows ${this.seq}`)
    if (record.version !== version) throw new Error(`${record.stream}: version ${record.version}, not ${version}`)
    this.seq = record.seq
    this.versions.set(record.stream, version)
    return record
  }
}
