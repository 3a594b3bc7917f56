import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ippPrinter } from '../../electron/printing/ippPrinter.ts'
import type { Submission } from '../../electron/printing/printers.ts'
import { startTestPrinters, type TestPrinter, type TestPrinters } from '../support/ippPrinter.ts'

/** Against a real `ippeveprinter`. Times are short so that faults show soon; nothing is decided by them passing. */
const QUICK = {
  pollMs: 20,
  askMs: 1_500,
  sendMs: 1_500,
  contactMs: 1_000,
  blockedMs: 150,
  vagueMs: 150,
  busyMs: 20_000,
  finishMs: 20_000
}

const PDF = readFileSync(new URL('./fixtures/blank.pdf', import.meta.url))

vi.setConfig({ testTimeout: 60_000 })

let printers: TestPrinters
let machine: TestPrinter
let sent: string[]
let count = 0

beforeAll(async () => {
  printers = await startTestPrinters()
}, 60_000)

afterAll(async () => {
  await printers.stop()
})

beforeEach(async () => {
  machine = await printers.printer()
  sent = []
})

const submission = (more: Partial<Submission> = {}): Submission => {
  count += 1
  return {
    name: `doc${count}-job${count}`,
    document: PDF,
    copies: 1,
    media: 'A4',
    onSent: async (reference) => void sent.push(reference),
    ...more
  }
}

describe('a printer that is asked directly', () => {
  test('says printed when the sheet has come out, and has printed what it was given', async () => {
    const job = submission()
    expect(await ippPrinter(machine.uri, QUICK).submit(job)).toEqual({ status: 'printed', evidence: 'printer' })
    expect(machine.sheets()).toEqual([job.name])
    expect(machine.document(job.name).equals(PDF)).toBe(true)
    expect(sent).toHaveLength(1)
  })

  test('nothing is printed before the job is recorded as sent', async () => {
    const job = submission({ onSent: async () => Promise.reject(new Error('the log is closed')) })
    await expect(ippPrinter(machine.uri, QUICK).submit(job)).rejects.toThrow('the log is closed')
    expect(await ippPrinter(machine.uri, QUICK).lookUp(job.name, null)).toBe('never-arrived')
    expect(machine.sheets()).toEqual([])
  })

  test('an engine that gives up is a failed print', async () => {
    machine.setMode('abort')
    const outcome = await ippPrinter(machine.uri, QUICK).submit(submission())
    expect(outcome).toMatchObject({ status: 'failed', reason: 'aborted' })
    expect(machine.sheets()).toEqual([])
  })

  test.each([
    ['paper-out', 'paper-out'],
    ['jam', 'jam'],
    ['cover-open', 'other']
  ] as const)(
    '%s is named; the job is dropped, and afterwards only what is asked for again comes out',
    async (mode, reason) => {
      machine.setMode(mode)
      const printer = ippPrinter(machine.uri, QUICK)
      expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason })
      machine.setMode('ok')
      const again = submission()
      expect(await printer.submit(again)).toEqual({ status: 'printed', evidence: 'printer' })
      expect(machine.sheets()).toEqual([again.name])
    }
  )

  test('paper that is refilled in time lets the same job come out, once', async () => {
    machine.setMode('paper-out')
    const job = submission()
    const printing = ippPrinter(machine.uri, { ...QUICK, vagueMs: 60_000 }).submit(job)
    await machine.reached()
    machine.setMode('ok')
    expect(await printing).toEqual({ status: 'printed', evidence: 'printer' })
    expect(machine.sheets()).toEqual([job.name])
  })

  test('a printer that is busy with another job is waited for', async () => {
    machine.setMode('hold')
    const first = ippPrinter(machine.uri, QUICK).submit(submission())
    await machine.reached()
    const second = ippPrinter(machine.uri, QUICK).submit(submission())
    machine.setMode('ok')
    expect(await first).toEqual({ status: 'printed', evidence: 'printer' })
    expect(await second).toEqual({ status: 'printed', evidence: 'printer' })
    expect(machine.sheets()).toHaveLength(2)
  })

  test('a printer that is switched off has failed, because nothing can have reached it', async () => {
    await machine.kill()
    const outcome = await ippPrinter(machine.uri, QUICK).submit(submission())
    expect(outcome).toMatchObject({ status: 'failed', reason: 'offline' })
    expect(sent).toEqual([])
  })

  test('a printer that dies in mid-job leaves the outcome unknown', async () => {
    machine.setMode('hold')
    const printing = ippPrinter(machine.uri, QUICK).submit(submission())
    await machine.reached()
    await machine.kill()
    expect(await printing).toMatchObject({ status: 'unknown' })
  })

  test('a printer that hangs in mid-job and comes to again is followed to the end', async () => {
    machine.setMode('hold')
    const job = submission()
    const printing = ippPrinter(machine.uri, { ...QUICK, askMs: 300, contactMs: 20_000 }).submit(job)
    await machine.reached()
    machine.hang()
    machine.setMode('ok')
    machine.goOn()
    expect(await printing).toEqual({ status: 'printed', evidence: 'printer' })
    expect(machine.sheets()).toEqual([job.name])
  })

  test('a printer that hangs before it has the document has failed or is unknown, never printed', async () => {
    const job = submission({ onSent: async () => machine.hang() })
    const outcome = await ippPrinter(machine.uri, { ...QUICK, askMs: 300, sendMs: 300 }).submit(job)
    machine.goOn()
    expect(outcome.status).toBe('unknown')
  })

  test('the job name holds ids, and no number of the paper', () => {
    const names = { docId: 'd1', docNo: '云溪街办受〔2026〕010007号', jobId: 'j1' }
    expect(ippPrinter(machine.uri).nameFor(names)).toBe('d1-j1')
  })
})

describe('looking a job up after a crash', () => {
  test('finds a sheet that came out, by its name and by its reference', async () => {
    const job = submission()
    const printer = ippPrinter(machine.uri, QUICK)
    await printer.submit(job)
    expect(await printer.lookUp(job.name, sent[0] ?? '')).toEqual({ status: 'printed', evidence: 'printer' })
  })

  test('follows a job that is still being printed', async () => {
    machine.setMode('hold')
    const job = submission()
    const first = ippPrinter(machine.uri, QUICK).submit(job)
    await machine.reached()
    const found = ippPrinter(machine.uri, QUICK).lookUp(job.name, sent[0] ?? '')
    machine.setMode('ok')
    expect(await found).toEqual({ status: 'printed', evidence: 'printer' })
    await first
    expect(machine.sheets()).toEqual([job.name])
  })

  test('a restarted printer counts its jobs anew: another job under the same number is not ours', async () => {
    const mine = submission()
    await ippPrinter(machine.uri, QUICK).submit(mine)
    await machine.kill()
    await machine.restart()
    const reference = sent[0] ?? ''
    sent = []
    await ippPrinter(machine.uri, QUICK).submit(submission())
    expect(sent).toEqual([reference])
    expect(await ippPrinter(machine.uri, QUICK).lookUp(mine.name, reference)).toBe('never-arrived')
  })

  test('a job that was opened and never recorded as sent is dropped, and prints nothing', async () => {
    const stopped = submission({ onSent: () => new Promise(() => undefined) })
    void ippPrinter(machine.uri, QUICK).submit(stopped)
    const printer = ippPrinter(machine.uri, QUICK)
    await expect.poll(() => printer.lookUp(stopped.name, null)).toBe('never-arrived')
    expect(machine.sheets()).toEqual([])
  })

  test('a printer that cannot be reached leaves it unknown', async () => {
    const job = submission()
    await ippPrinter(machine.uri, QUICK).submit(job)
    await machine.kill()
    expect(await ippPrinter(machine.uri, QUICK).lookUp(job.name, sent[0] ?? '')).toMatchObject({ status: 'unknown' })
  })
})
