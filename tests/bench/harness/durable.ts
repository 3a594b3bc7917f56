import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { type MeasuredDesk, openMeasuredDesk } from './desk.ts'

/**
 * Measures what a command costs the main process, and right after each one what its bytes cost when they are written
 * and synced by nobody but the system. Asked by a line with a number of commands, answers one line of JSON.
 */

/** Milliseconds of each command and of the bare write of its record, and the records for whoever writes them elsewhere. */
interface Series {
  readonly ms: number[]
  readonly rawMs: number[]
  readonly records: string[]
}

/** A busy hall has ninety visitors a day; the queue of a day is kept whole, so its length is part of the cost. */
const TICKETS_A_DAY = 100

type Command = (commandId: string) => Promise<{ readonly ok: boolean }>

async function main(): Promise<void> {
  const folder = process.argv[2] ?? ''
  const desk = await openMeasuredDesk(folder)
  const raw = fs.openSync(path.join(folder, 'raw'), 'a')
  const { handlers, caller } = desk
  const issue: Command = (id) => handlers['queue.issueTicket']({ group: 'A', priority: null }, caller, id)
  const call: Command = (id) => handlers['queue.callNext']({}, caller, id)
  const serve: Command = async (id) => {
    await handlers['queue.startService']({}, caller, `${id}-s`)
    return handlers['queue.finishService']({ saidEnd: null }, caller, `${id}-f`)
  }
  let today = 0
  for await (const line of createInterface({ input: process.stdin })) {
    const count = Number(line)
    if (today + count > TICKETS_A_DAY) {
      await desk.nextDay()
      today = 0
    }
    today += count
    const issued = await series(desk, folder, raw, count, issue)
    const called = await series(desk, folder, raw, count, call, serve)
    process.stdout.write(`${JSON.stringify({ issue: issued, call: called })}\n`)
  }
  fs.closeSync(raw)
  await desk.close()
}

/** Each command is timed from the handler's entry to its reply, which comes after the sync. */
async function series(
  desk: MeasuredDesk,
  folder: string,
  raw: number,
  count: number,
  command: Command,
  untimedAfter?: Command
): Promise<Series> {
  const result: Series = { ms: [], rawMs: [], records: [] }
  for (let n = 0; n < count; n += 1) {
    const id = desk.newId()
    const before = desk.log.bookmark().offset
    const begun = performance.now()
    const reply = await command(id)
    result.ms.push(performance.now() - begun)
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const record = recordAfter(desk, folder, before)
    result.rawMs.push(writeDurably(raw, record))
    result.records.push(record.toString('utf8'))
    if (untimedAfter && !(await untimedAfter(desk.newId())).ok) throw new Error('not taken back')
  }
  return result
}

/** The line that stands behind a place of the newest segment, with its line feed. */
function recordAfter(desk: MeasuredDesk, folder: string, offset: number): Buffer {
  const { file = '', bytes = 0 } = desk.log.segments().at(-1) ?? {}
  const line = Buffer.alloc(bytes - offset)
  const fd = fs.openSync(path.join(folder, 'log', file), 'r')
  fs.readSync(fd, line, 0, line.length, offset)
  fs.closeSync(fd)
  return line
}

/** The least a durable write can be: the bytes behind the others of a file, then fdatasync. Milliseconds. */
function writeDurably(fd: number, bytes: Buffer): number {
  const begun = performance.now()
  fs.writeSync(fd, bytes)
  fs.fdatasyncSync(fd)
  return performance.now() - begun
}

void main()
