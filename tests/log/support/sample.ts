import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type FileLog, type FileLogOptions, openFileLog } from '../../../electron/log/fileLog.ts'
import type { AppendResult, EventLog } from '../../../shared/kernel/eventLog.ts'
import type { Commit, Recorded } from '../../../shared/kernel/messages.ts'

export const clock = { nowIso: () => '2025-03-03T01:00:00.000Z' }

/** A commit that carries its own number, padded to the length wanted. */
export function sampleCommit(id: string, padding = 0): Commit {
  return {
    commitId: id,
    meta: {
      at: '2025-03-03T01:00:00.000Z',
      date: '2025-03-03',
      by: 'p-1',
      byName: '演示甲',
      screen: 'counter',
      counter: 1,
      terminal: '01'
    },
    reply: { number: 'A001' },
    events: [{ type: 'ticketTaken', v: 1, data: { id, padding: '号'.repeat(padding) } }]
  }
}

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function optionsFor(folder: string, more: Partial<FileLogOptions> = {}): FileLogOptions {
  return { folder, clock, newEpoch: () => 'epoch-1', markAfterMs: Number.POSITIVE_INFINITY, ...more }
}

/** The log in this folder; the test fails when it is damaged. */
export async function openLog(folder: string, more: Partial<FileLogOptions> = {}): Promise<FileLog> {
  const opened = await openFileLog(optionsFor(folder, more))
  if (!opened.ok) throw new Error(`the log does not open: ${JSON.stringify(opened.damage)}`)
  return opened.log
}

export function recordedOf(result: AppendResult): Recorded {
  if (!result.ok) throw new Error(`not appended: ${result.reason}`)
  return result.recorded
}

/** Appends commits `first`…`last` to one stream each by itself, in order. */
export async function appendAll(log: EventLog, stream: string, first: number, last: number): Promise<void> {
  for (let n = first; n <= last; n += 1) recordedOf(await log.append(stream, n - 1, sampleCommit(`${stream}-${n}`)))
}

export async function collect(batches: AsyncIterable<readonly Recorded[]>): Promise<Recorded[]> {
  const records: Recorded[] = []
  for await (const batch of batches) records.push(...batch)
  return records
}

export const commitIds = (records: readonly Recorded[]): string[] => records.map((one) => one.commit.commitId)
