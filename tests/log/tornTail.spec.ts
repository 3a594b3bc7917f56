import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBatch } from '../../electron/log/batch.ts'
import { type FileLog, openFileLog, type Recovered } from '../../electron/log/fileLog.ts'
import { freezeCommit } from '../../electron/log/format.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import { editLines, flipByte } from './support/logFiles.ts'
import { appendAll, collect, commitIds, openLog, optionsFor, sampleCommit, temporaryFolder } from './support/sample.ts'

const FIRST = '000001.log'

/** A copy of the folder as a crash would leave it: what was acknowledged is there, nothing was closed or marked. */
function crashed(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** The bytes of a batch that would come next: two records written together. */
function nextBatch(log: FileLog): Buffer {
  const waiting = ['next-1', 'next-2'].map((id) => ({
    stream: id,
    expected: 0,
    frozen: freezeCommit(id, sampleCommit(id))
  }))
  return makeBatch(waiting, log.bookmark(), () => 0).bytes
}

async function logOf(count: number): Promise<{ folder: string; log: FileLog }> {
  const folder = temporaryFolder()
  const log = await openLog(folder)
  await appendAll(log, 'a', 1, count)
  return { folder, log }
}

async function reopen(folder: string): Promise<{ ids: string[]; recovered: Recovered | null }> {
  const opened = await openFileLog(optionsFor(folder))
  if (!opened.ok) throw new Error(JSON.stringify(opened.damage))
  const ids = commitIds(await collect(opened.log.readFrom()))
  await opened.log.close()
  return { ids, recovered: opened.recovered }
}

describe('a torn tail', () => {
  it('is cut and kept aside, however much of the last batch arrived and whatever stands in its place', async () => {
    const { folder, log } = await logOf(3)
    const batch = nextBatch(log)
    const tail = fc.record({
      length: fc.integer({ min: 0, max: batch.length }),
      holes: fc.array(fc.record({ at: fc.nat({ max: batch.length }), size: fc.nat({ max: 200 }), byte: fc.nat(255) }), {
        maxLength: 3
      }),
      garbage: fc.uint8Array({ maxLength: 50 })
    })
    await fc.assert(
      fc.asyncProperty(tail, async ({ length, holes, garbage }) => {
        const bytes = Buffer.from(batch.subarray(0, length))
        for (const { at, size, byte } of holes) bytes.fill(byte, Math.min(at, length), Math.min(at + size, length))
        const torn = Buffer.concat([bytes, garbage])
        const copy = crashed(folder)
        appendFileSync(path.join(copy, FIRST), torn)
        const { ids, recovered } = await reopen(copy)
        expect(ids.slice(0, 3)).toEqual(['a-1', 'a-2', 'a-3'])
        const whole = bytes.equals(batch) ? 2 : bytes.indexOf(batch.subarray(0, batch.indexOf(10) + 1)) === 0 ? 1 : 0
        expect(ids.slice(3)).toEqual(['next-1', 'next-2'].slice(0, whole))
        const kept = whole === 0 ? torn : torn.subarray(whole === 2 ? batch.length : batch.indexOf(10) + 1)
        if (kept.length === 0) expect(recovered).toBeNull()
        else {
          const keptCopy = `torn-${4 + whole}.bin`
          expect(recovered).toEqual({ file: FIRST, cutBytes: kept.length, seq: 4 + whole, keptCopy })
          expect(readFileSync(path.join(copy, keptCopy)).equals(kept)).toBe(true)
        }
        expect(await verifyLog(copy)).toMatchObject({ ok: true, records: 3 + whole })
        rmSync(copy, { recursive: true })
      }),
      { numRuns: 80 }
    )
    await log.close()
  }, 60_000)

  it('is reported to the program, and the log goes on behind the cut', async () => {
    const { folder, log } = await logOf(2)
    const copy = crashed(folder)
    await log.close()
    appendFileSync(path.join(copy, FIRST), nextBatch(log).subarray(0, 100))
    const reported: Recovered[] = []
    const again = await openLog(copy, { onRecovered: (recovered) => reported.push(recovered) })
    expect(reported).toEqual([{ file: FIRST, cutBytes: 100, seq: 3, keptCopy: 'torn-3.bin' }])
    await appendAll(again, 'b', 1, 2)
    await again.close()
    expect((await reopen(copy)).ids).toEqual(['a-1', 'a-2', 'b-1', 'b-2'])
  })

  it('never overwrites the copy of an earlier one', async () => {
    const { folder, log } = await logOf(2)
    await log.close()
    for (const text of ['first', 'second']) {
      appendFileSync(path.join(folder, FIRST), text)
      await reopen(folder)
    }
    expect(readFileSync(path.join(folder, 'torn-3.bin'), 'utf8')).toBe('first')
    expect(readFileSync(path.join(folder, 'torn-3-2.bin'), 'utf8')).toBe('second')
  })

  it.each(['', '{"segment":2,"for', '\0\0\0\0\n'])('may be a header that was never finished (%j)', async (torn) => {
    const { folder, log } = await logOf(2)
    await log.close()
    writeFileSync(path.join(folder, '000002.log'), torn)
    expect(await reopen(folder)).toMatchObject({
      ids: ['a-1', 'a-2'],
      recovered: torn === '' ? null : { file: '000002.log', cutBytes: torn.length, seq: 3 }
    })
    const again = await openLog(folder)
    await appendAll(again, 'b', 1, 1)
    expect(again.segments().map((one) => [one.firstSeq, one.lastSeq])).toEqual([
      [1, 2],
      [3, 3]
    ])
    await again.close()
    expect(await verifyLog(folder)).toMatchObject({ ok: true, records: 3 })
  })
})

describe('a record that was acknowledged is never cut', () => {
  it('when a later batch shows that it was on disk', async () => {
    const { folder, log } = await logOf(3)
    const copy = crashed(folder)
    await log.close()
    rmSync(path.join(copy, 'acknowledged'))
    const header = readFileSync(path.join(copy, FIRST), 'utf8').indexOf('\n')
    flipByte(path.join(copy, FIRST), header + 300)
    const opened = await openFileLog(optionsFor(copy))
    expect(opened).toMatchObject({ ok: false, damage: { file: FIRST, line: 2, kind: 'hash' } })
    expect(readdirSync(copy).filter((name) => name.startsWith('torn'))).toEqual([])
  })

  it('when the log was at rest, or closed, after it', async () => {
    const { folder, log } = await logOf(3)
    await log.settle()
    const copy = crashed(folder)
    await log.close()
    flipByte(path.join(copy, FIRST), log.bookmark().offset - 100)
    expect(await openFileLog(optionsFor(copy))).toMatchObject({ ok: false, damage: { line: 4, kind: 'hash' } })
  })

  it('when the log has been opened since: what readers saw then counts', async () => {
    const { folder, log } = await logOf(3)
    const copy = crashed(folder)
    await log.close()
    const again = crashed(copy)
    await openLog(again)
    truncateSync(path.join(again, FIRST), log.bookmark().offset - 1)
    expect(await openFileLog(optionsFor(again))).toMatchObject({ ok: false, damage: { kind: 'incomplete-line' } })
  })

  it('when more is damaged than one batch can be', async () => {
    const { folder, log } = await logOf(1)
    await log.close()
    appendFileSync(path.join(folder, FIRST), Buffer.alloc(8 * 1024 * 1024 + 1))
    expect(await openFileLog(optionsFor(folder))).toMatchObject({
      ok: false,
      damage: { line: 3, kind: 'not-a-record' }
    })
  })

  it('when records stand behind the header that is damaged', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder, { segmentBytes: 500 })
    await appendAll(log, 'a', 1, 4)
    const copy = crashed(folder)
    await log.close()
    rmSync(path.join(copy, 'acknowledged'))
    const last =
      readdirSync(copy)
        .filter((name) => name.endsWith('.log'))
        .at(-1) ?? ''
    flipByte(path.join(copy, last), 5)
    expect(await openFileLog(optionsFor(copy))).toMatchObject({
      ok: false,
      damage: { file: last, line: 1, kind: 'hash' }
    })
  })

  it('when it stands before a segment that is known to have held records and is gone', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder, { segmentBytes: 500 })
    await appendAll(log, 'a', 1, 2)
    await log.close()
    rmSync(path.join(folder, '000002.log'))
    flipByte(path.join(folder, FIRST), 400)
    const damaged = readFileSync(path.join(folder, FIRST))
    expect(await openFileLog(optionsFor(folder))).toMatchObject({ ok: false, damage: { file: FIRST, line: 2 } })
    expect(readFileSync(path.join(folder, FIRST)).equals(damaged)).toBe(true)
  })

  it('nor is the header of a log that has been finished, even of an empty one', async () => {
    const { folder, log } = await logOf(0)
    await log.close()
    rmSync(path.join(folder, 'acknowledged'))
    flipByte(path.join(folder, FIRST), 5)
    expect(await openFileLog(optionsFor(folder))).toMatchObject({ ok: false, damage: { file: FIRST, line: 1 } })
  })

  it('without being reported and kept, in the one case that nothing proves: the last batch before a power cut', async () => {
    const { folder, log } = await logOf(3)
    const copy = crashed(folder)
    await log.close()
    editLines(copy, FIRST, (lines) => lines.with(3, (lines[3] ?? '').replace('演示甲', '演示乙')))
    const { ids, recovered } = await reopen(copy)
    expect(ids).toEqual(['a-1', 'a-2'])
    expect(readFileSync(path.join(copy, recovered?.keptCopy ?? ''), 'utf8')).toContain('"commitId":"a-3"')
  })
})

describe('a log that was never finished being made', () => {
  it.each(['', '{"segm', '\0\n\0', 'header'])('is made anew (%j)', async (content) => {
    const folder = temporaryFolder()
    const log = await openLog(folder)
    await log.close()
    rmSync(path.join(folder, 'log.json'))
    if (content !== 'header') writeFileSync(path.join(folder, FIRST), content)
    const again = await openLog(folder, { newEpoch: () => 'epoch-2' })
    expect(await again.head()).toEqual({ epoch: 'epoch-2', seq: 0 })
    await appendAll(again, 'a', 1, 1)
    await again.close()
    expect((await reopen(folder)).ids).toEqual(['a-1'])
    expect(existsSync(path.join(folder, 'log.json'))).toBe(true)
  })
})
