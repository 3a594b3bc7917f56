import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { NoAnswer, powerShell } from '../../../electron/printing/windows/powershell.ts'
import { JOB_VARIABLE, LIST_QUEUES, LOOK, QUEUE_VARIABLE, REMOVE } from '../../../electron/printing/windows/scripts.ts'
import { findWindowsQueues, readAnswer } from '../../../electron/printing/windows/spooler.ts'
import { isClean, jobWords, obstacleIn, printerWords } from '../../../electron/printing/windows/states.ts'

const PRINTER = { name: '前台 HP LaserJet', status: 'Normal', port: 'USB001', driver: 'HP' }
const READ = { name: PRINTER.name, words: [], port: 'USB001', driver: 'HP' }
const JOB = { id: 7, name: 'doc-1.abc', status: 'Printing, Retained' }

const read = (value: unknown) => readAnswer(JSON.stringify(value))

describe('what PowerShell answers', () => {
  it.each([
    ['a list', [PRINTER]],
    ['the one itself', PRINTER],
    ['a wrapped list', { value: [PRINTER], Count: 1 }]
  ])('one printer comes as %s', (_how, printers) => {
    expect(read({ ok: true, printers, jobs: JOB })).toEqual({
      queues: [READ],
      jobs: [{ id: 7, name: 'doc-1.abc', words: ['printing', 'retained'] }]
    })
  })

  it.each([
    ['an empty list', []],
    ['nothing', null],
    ['an empty object', {}],
    ['an empty wrap', { value: [], Count: 0 }]
  ])('none comes as %s', (_how, none) =>
    expect(read({ ok: true, printers: none, jobs: none })).toEqual({ queues: [], jobs: [] })
  )

  it('a mark of the encoding and words of a profile before it do not matter', () => {
    const text = `\uFEFFWelcome\r\n${JSON.stringify({ ok: true, printers: PRINTER })}\r\n`
    expect(readAnswer(text).queues).toEqual([READ])
  })

  it('an error of Windows is no answer; its words hold no name of a document', () => {
    const error = { ok: false, error: 'HRESULT 0x80070709,Get-PrintJob', kind: 'NotSpecified' }
    expect(() => read(error)).toThrow(new NoAnswer('HRESULT 0x80070709 NotSpecified'))
  })

  it.each([[''], ['no JSON'], ['{'], ['null'], ['{"ok":true,"printers":[{"status":1}]}'], ['{"ok":"yes"}'], ['[]']])(
    'is none: %s',
    (text) => expect(() => readAnswer(text)).toThrow(NoAnswer)
  )

  it('whatever comes, it is read or it is no answer', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readAnswer(text)
        } catch (error) {
          expect(error).toBeInstanceOf(NoAnswer)
        }
      })
    )
  })

  it('queues that paper never comes out of are not offered', async () => {
    const ports = ['PORTPROMPT:', 'SHRFAX:', 'FILE:', 'nul:', 'USB001', 'IP_192.168.1.20', 'WSD-1', '\\\\FWQ\\HP']
    const printers = ports.map((port) => ({ ...PRINTER, name: port, port }))
    const spooler = { queues: async () => read({ ok: true, printers }).queues }
    const found = await findWindowsQueues(spooler as Parameters<typeof findWindowsQueues>[0])
    expect(found?.map(({ queue }) => queue)).toEqual(ports.slice(4))
  })
})

describe('the words of the spooler', () => {
  it('names and the numbers they stand for mean the same', () => {
    expect(jobWords('Printing, PaperOut, Retained')).toEqual(['printing', 'paperout', 'retained'])
    expect(new Set(jobWords(String(0x10 + 0x40 + 0x2000)))).toEqual(new Set(jobWords('Printing, PaperOut, Retained')))
    expect(printerWords(String(0x400000))).toEqual(['dooropen'])
    expect(printerWords('Paper Jam')).toEqual(['paperjam'])
  })

  it.each([['Normal'], ['0'], [''], ['  ']])('“%s” says nothing', (status) => expect(printerWords(status)).toEqual([]))

  it('a word or a bit that nobody knows is never a clean print, and nothing that stops one', () => {
    for (const words of [jobWords('Levitating'), jobWords(String(2 ** 31))]) {
      expect(isClean(words)).toBe(false)
      expect(obstacleIn(words)).toBeNull()
    }
  })

  it('what explains more goes before a mere error', () => {
    expect(obstacleIn(printerWords('Error, PaperOut'))).toMatchObject({ reason: 'paper-out' })
    expect(obstacleIn(printerWords('Error, PaperJam'))).toMatchObject({ reason: 'jam' })
    expect(obstacleIn(printerWords('Busy, TonerLow'))).toBeNull()
  })
})

describe('asking PowerShell', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-powershell-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Stands in for powershell.exe; what Windows does with the script is not proved by it. */
  const program = (body: string): string => {
    const file = path.join(folder, `${Buffer.from(body).toString('hex').slice(-24)}.mjs`)
    writeFileSync(file, `#!${process.execPath}\n${body}`)
    chmodSync(file, 0o755)
    return file
  }

  it('names travel beside the script and are never read as one', async () => {
    const echo = program(`process.stdout.write(JSON.stringify([process.argv.slice(2), process.env.${QUEUE_VARIABLE}]))`)
    const odd = '"; Remove-Item C:\\ -Recurse; \' $(calc) `n 前台 [*] %PATH%'
    const said = await powerShell({ program: echo, first: ['-Command'] })(LOOK, { [QUEUE_VARIABLE]: odd })
    expect(JSON.parse(said)).toEqual([['-Command', LOOK], odd])
  })

  it('no script has a quotation mark or a name in it', () => {
    for (const script of [LIST_QUEUES, LOOK, REMOVE]) expect(script).not.toMatch(/["`]|-Name\b/)
    expect(LOOK).toContain(`$env:${QUEUE_VARIABLE}`)
    expect(REMOVE).toContain(`$env:${JOB_VARIABLE}`)
  })

  it('one that hangs is ended, one that fails or is not there is no answer', async () => {
    const hangs = program('setInterval(() => undefined, 1000)')
    const fails = program('process.exit(3)')
    const ask = (file: string) => powerShell({ program: file, first: [], timeoutMs: 300 })('', {})
    await expect(ask(hangs)).rejects.toThrow(new NoAnswer('timeout'))
    await expect(powerShell({ program: fails, first: [] })('', {})).rejects.toThrow(new NoAnswer('exit 3'))
    await expect(powerShell({ program: path.join(folder, 'none') })('', {})).rejects.toThrow(new NoAnswer('ENOENT'))
  })
})
