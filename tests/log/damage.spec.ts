import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFileLog } from '../../electron/log/fileLog.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import { editLines, flipByte, rewriteLine } from './support/logFiles.ts'
import { appendAll, openLog, optionsFor, temporaryFolder } from './support/sample.ts'

/** A closed log of 30 records in segments of three or four. */
async function someLog(): Promise<string> {
  const folder = temporaryFolder()
  const log = await openLog(folder, { segmentBytes: 1500 })
  for (const stream of ['a', 'b', 'c']) await appendAll(log, stream, 1, 10)
  await log.close()
  return folder
}

/** The damage that opening and verifying both name. */
async function damageOf(folder: string): Promise<unknown> {
  const opened = await openFileLog(optionsFor(folder))
  const verified = await verifyLog(folder)
  if (opened.ok || verified.ok) throw new Error('the damage was not noticed')
  expect(verified.damage).toEqual(opened.damage)
  return opened.damage
}

describe('a damaged log is refused by file and line', () => {
  it('whichever byte of whichever record or header is changed', async () => {
    const folder = await someLog()
    const files = readdirSync(folder).filter((name) => name.endsWith('.log'))
    expect(files.length).toBeGreaterThan(5)
    const place = fc.record({ file: fc.constantFrom(...files), at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, by }) => {
        const name = path.join(folder, file)
        const before = readFileSync(name)
        const offset = at % before.length
        flipByte(name, offset, by)
        const damage = await damageOf(folder)
        writeFileSync(name, before)
        const line = before.subarray(0, offset).toString('latin1').split('\n').length
        expect(damage).toMatchObject({ file, line })
      }),
      { numRuns: 100 }
    )
  }, 60_000)

  it('and says nothing of what the records hold', async () => {
    const folder = await someLog()
    editLines(folder, '000002.log', (lines) => lines.map((line) => line.replace('演示甲', '演示乙')))
    expect(JSON.stringify(await damageOf(folder))).not.toContain('演示')
  })

  it('when a segment in the middle is missing', async () => {
    const folder = await someLog()
    rmSync(path.join(folder, '000003.log'))
    expect(await damageOf(folder)).toMatchObject({ file: '000003.log', line: 0, kind: 'missing-segment' })
  })

  it('when the first segment is missing', async () => {
    const folder = await someLog()
    rmSync(path.join(folder, '000001.log'))
    expect(await damageOf(folder)).toMatchObject({ file: '000001.log', kind: 'missing-segment' })
  })

  it('when all segments are missing', async () => {
    const folder = await someLog()
    for (const name of readdirSync(folder)) if (name.endsWith('.log')) rmSync(path.join(folder, name))
    expect(await damageOf(folder)).toMatchObject({ file: '000001.log', kind: 'missing-segment' })
  })

  it('when the last segment is missing and was acknowledged', async () => {
    const folder = await someLog()
    const last =
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .at(-1) ?? ''
    rmSync(path.join(folder, last))
    expect(await damageOf(folder)).toMatchObject({ kind: 'missing-tail', expected: 'record 30' })
  })

  it('when the last record was acknowledged and is gone without a trace', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder)
    await appendAll(log, 'a', 1, 3)
    await log.close()
    editLines(folder, '000001.log', (lines) => lines.slice(0, -1))
    expect(await damageOf(folder)).toMatchObject({ file: '000001.log', line: 4, kind: 'missing-tail' })
  })

  it('when the file of an acknowledged record ends inside it', async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder)
    await appendAll(log, 'a', 1, 3)
    await log.close()
    truncateSync(path.join(folder, '000001.log'), log.bookmark().offset - 1)
    expect(await damageOf(folder)).toMatchObject({ file: '000001.log', line: 4, kind: 'incomplete-line' })
  })

  it('when a sealed segment ends inside a line', async () => {
    const folder = await someLog()
    const bytes = readFileSync(path.join(folder, '000002.log'))
    writeFileSync(path.join(folder, '000002.log'), bytes.subarray(0, -40))
    expect(await damageOf(folder)).toMatchObject({ file: '000002.log', line: 4, kind: 'incomplete-line' })
  })

  it('when two segments have changed places', async () => {
    const folder = await someLog()
    const [two, three, aside] = ['000002.log', '000003.log', 'aside'].map((name) => path.join(folder, name))
    renameSync(two ?? '', aside ?? '')
    renameSync(three ?? '', two ?? '')
    renameSync(aside ?? '', three ?? '')
    expect(await damageOf(folder)).toMatchObject({ file: '000002.log', line: 1, kind: 'chain' })
  })

  it.each<[string, (lines: string[]) => string[], number, string]>([
    ['a line is taken out', (lines) => lines.toSpliced(2, 1), 3, 'chain'],
    ['a line stands twice', (lines) => lines.toSpliced(2, 0, lines[1] ?? ''), 3, 'chain'],
    ['two lines have changed places', ([h = '', a = '', b = '', ...rest]) => [h, b, a, ...rest], 2, 'chain'],
    ['an empty line stands in between', (lines) => lines.toSpliced(2, 0, ''), 3, 'not-a-record'],
    ['a record was rewritten with a fitting hash', replaced(2, { commitId: 'x' }), 4, 'chain'],
    ['a sequence number is left out', replaced(2, { seq: 9 }), 3, 'sequence'],
    ['a version does not follow the one before', replaced(2, { version: 7 }), 3, 'version'],
    ['a record has a later format', replaced(2, { f: 2 }), 3, 'format'],
    ['a line is no record', replaced(2, { stream: 5 }), 3, 'not-a-record'],
    ['the header is of another epoch', replaced(0, { epoch: 'epoch-2' }), 1, 'header'],
    ['the header is of another segment', replaced(0, { segment: 2 }), 1, 'header'],
    ['the header begins at another record', replaced(0, { firstSeq: 2 }), 1, 'header'],
    ['the header has a later format', replaced(0, { format: 2 }), 1, 'format']
  ])('when %s', async (_, edit, line, kind) => {
    const folder = await someLog()
    editLines(folder, '000001.log', edit)
    expect(await damageOf(folder)).toMatchObject({ file: '000001.log', line, kind })
  })

  it.each([
    ['is missing', null, 0],
    ['is empty', '', 1],
    ['has no epoch', '{"format":1}', 1],
    ['has a later format', '{"format":2,"epoch":"epoch-1"}', 1]
  ])('when log.json %s', async (_, content, line) => {
    const folder = await someLog()
    if (content === null) rmSync(path.join(folder, 'log.json'))
    else writeFileSync(path.join(folder, 'log.json'), content)
    expect(await damageOf(folder)).toMatchObject({ file: 'log.json', line, kind: 'log-json' })
  })

  it('when log.json is missing and nothing but the mark tells that there were records', async () => {
    const folder = await someLog()
    for (const name of readdirSync(folder)) if (name !== 'acknowledged') rmSync(path.join(folder, name))
    expect(await damageOf(folder)).toMatchObject({ file: 'log.json', line: 0, kind: 'log-json' })
  })

  it('and is left exactly as it was', async () => {
    const folder = await someLog()
    flipByte(path.join(folder, '000004.log'), 700)
    const content = (): string[] =>
      readdirSync(folder).map((name) => `${name} ${readFileSync(path.join(folder, name), 'hex')}`)
    const before = content()
    await damageOf(folder)
    expect(content()).toEqual(before)
  })
})

function replaced(index: number, change: Record<string, unknown>): (lines: string[]) => string[] {
  return (lines) => lines.map((line, at) => (at === index ? rewriteLine(line, change) : line))
}
