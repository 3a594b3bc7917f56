import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { folderPrinter } from '../../electron/printing/folderPrinter.ts'
import { ippPrinter } from '../../electron/printing/ippPrinter.ts'
import type { PdfResult } from '../../electron/printing/pdfProtocol.ts'
import type { PdfService } from '../../electron/printing/pdfService.ts'
import type { Outcome, Printer } from '../../electron/printing/printers.ts'
import { createPrintRunner, type PrintRunner, type QueuedPrint } from '../../electron/printing/printRunner.ts'
import { evolvePrints, initialPrints, type PrintEvent, type PrintJob } from '../../shared/domain/printing/printing.ts'
import { ticket } from '../documents/samples.ts'
import { startTestPrinters } from '../support/ippPrinter.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What lies on disk and in the tray: it outlives the program. */
interface World {
  readonly commits: Map<string, readonly PrintEvent[]>
  readonly queued: QueuedPrint[]
  /** Names of the jobs that came out, one a sheet. */
  readonly sheets: string[]
}

const world = (): World => ({ commits: new Map(), queued: [], sheets: [] })

/** Where the power may fail. */
type Cut =
  | 'none'
  | 'before sent is recorded'
  | 'after sent is recorded'
  | 'after the sheet'
  | 'after the outcome is recorded'

const forever = new Promise<never>(() => undefined)
const PDF: PdfResult = { ok: true, document: new Uint8Array([1, 2, 3]) }

function eventsOf({ commits }: World): readonly PrintEvent[] {
  return [...commits.values()].flat()
}

function jobIn(state: World, jobId: string): PrintJob {
  const print = state.queued.find((job) => job.jobId === jobId)
  if (!print) throw new Error('never queued')
  const queued: PrintEvent = { type: 'PrintQueued', v: 1, data: print }
  const events = [queued, ...eventsOf(state).filter((event) => event.data.jobId === jobId)]
  const [job] = events.reduce(evolvePrints, initialPrints).jobs
  if (!job) throw new Error('no job')
  return job
}

/** A printer that takes a job in two steps, and remembers it or not. */
function twoStepPrinter(state: World, cut: () => Cut, remembers: boolean): Printer {
  return {
    nameFor: ({ jobId }) => jobId,
    async submit({ name, onSent }) {
      await onSent('1')
      state.sheets.push(name)
      if (cut() === 'after the sheet') return forever
      return { status: 'printed', evidence: 'printer' }
    },
    async lookUp(name, reference) {
      if (reference !== null && remembers && state.sheets.includes(name))
        return { status: 'printed', evidence: 'printer' }
      return 'never-arrived'
    }
  }
}

interface Setting {
  readonly printer?: Printer
  readonly cut?: Cut
  readonly render?: PdfService['render']
}

/** One run of the program over the world, from its start to its end or to the cut. */
function program(state: World, { printer, cut = 'none', render = async () => PDF }: Setting): PrintRunner {
  return createPrintRunner({
    pdf: { render },
    printerFor: () => printer ?? twoStepPrinter(state, () => cut, true),
    async record(_docId, commitId, events) {
      const sent = commitId.endsWith(':sent')
      if (sent && cut === 'before sent is recorded') return forever
      state.commits.set(commitId, events)
      if (sent && cut === 'after sent is recorded') return forever
      if (!sent && cut === 'after the outcome is recorded') return forever
    },
    loadPaper: async (docId) => (docId === 'gone' ? null : { docNo: 'A007', template: 1, paper: ticket }),
    log: () => undefined,
    waitToRecord: async () => undefined
  })
}

const print = (jobId: string, more: Partial<QueuedPrint> = {}): QueuedPrint => ({
  docId: `doc-${jobId}`,
  jobId,
  printer: 'p1',
  copies: 1,
  reprint: 0,
  ...more
})

function enqueue(state: World, runner: PrintRunner, job: QueuedPrint): void {
  state.queued.push(job)
  runner.enqueue(job)
}

/** What the log leaves open, as the program finds it at its start. */
const unfinished = (state: World) =>
  state.queued.flatMap((job) => {
    const { status, reference } = jobIn(state, job.jobId)
    return status === 'queued' || status === 'sent' ? [{ ...job, status, reference }] : []
  })

async function settle(): Promise<void> {
  for (let i = 0; i < 50; i++) await new Promise((next) => setImmediate(next))
}

describe('a print', () => {
  test('is laid out for the roll it was asked for, also when a crash comes between', async () => {
    const state = world()
    const rolls: unknown[] = []
    const render: Setting['render'] = async (_paper, { roll }) => {
      rolls.push(roll)
      return PDF
    }
    enqueue(state, program(state, { render, cut: 'before sent is recorded' }), print('j1', { roll: 58 }))
    await settle()
    const next = program(state, { render })
    next.resume(unfinished(state))
    next.enqueue(print('j2'))
    await next.idle()
    expect(rolls).toEqual([58, 58, undefined])
  })

  test('is recorded as sent, then as printed, under ids made from its own', async () => {
    const state = world()
    const runner = program(state, {})
    enqueue(state, runner, print('j1'))
    await runner.idle()
    expect([...state.commits.keys()]).toEqual(['j1:sent', 'j1:outcome'])
    expect(eventsOf(state).map((event) => event.type)).toEqual(['PrintSent', 'Printed'])
  })

  test('goes one at a time to each printer, and to two printers at once', async () => {
    const state = world()
    const busy = new Map<string, number>()
    let together = 0
    let release = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const printerFor = (name: string): Printer => ({
      nameFor: ({ jobId }) => jobId,
      async submit() {
        busy.set(name, (busy.get(name) ?? 0) + 1)
        expect(busy.get(name)).toBe(1)
        together = Math.max(
          together,
          [...busy.values()].reduce((sum, n) => sum + n, 0)
        )
        if (together === 2) release()
        await gate
        busy.set(name, 0)
        return { status: 'printed', evidence: 'printer' }
      },
      lookUp: async () => 'never-arrived'
    })
    const runner = createPrintRunner({
      pdf: { render: async () => PDF },
      printerFor,
      record: async (_, commitId, events) => void state.commits.set(commitId, events),
      loadPaper: async () => ({ docNo: 'A007', template: 1, paper: ticket }),
      log: () => undefined
    })
    for (const [jobId, printer] of [
      ['a', 'p1'],
      ['b', 'p1'],
      ['c', 'p2'],
      ['d', 'p2']
    ] as const)
      runner.enqueue(print(jobId, { printer }))
    await runner.idle()
    expect(together).toBe(2)
    expect(state.commits.size).toBe(4)
  })

  test('that cannot be set stops before the printer, and names the characters', async () => {
    const state = world()
    const render = async (): Promise<PdfResult> => ({
      ok: false,
      failure: 'missing-glyph',
      characters: ['𮯰'],
      detail: 'U+2EBF0'
    })
    const runner = program(state, { render })
    enqueue(state, runner, print('j1'))
    await runner.idle()
    expect(jobIn(state, 'j1')).toMatchObject({ status: 'failed', failure: 'missing-glyph', detail: '𮯰' })
    expect(state.sheets).toEqual([])
  })

  test('of a paper or to a printer that does not exist has failed', async () => {
    const state = world()
    const runner = program(state, {})
    enqueue(state, runner, print('j1', { docId: 'gone' }))
    await runner.idle()
    expect(jobIn(state, 'j1')).toMatchObject({ status: 'failed', failure: 'other', detail: 'paper-unknown' })
  })

  test('whose printer breaks the program’s rules is unknown, and the next one is printed', async () => {
    const state = world()
    const broken = { ...twoStepPrinter(state, () => 'none', true), submit: () => Promise.reject(new Error('bug')) }
    const runner = program(state, { printer: broken })
    enqueue(state, runner, print('j1'))
    await runner.idle()
    expect(jobIn(state, 'j1')).toMatchObject({ status: 'unknown', detail: 'Error' })
    const next = program(state, {})
    enqueue(state, next, print('j2'))
    await next.idle()
    expect(jobIn(state, 'j2').status).toBe('printed')
  })

  test('waits for the log when its disk is full: nothing is printed before, nothing is lost after', async () => {
    const state = world()
    let refusals = 0
    const runner = createPrintRunner({
      pdf: { render: async () => PDF },
      printerFor: () => twoStepPrinter(state, () => 'none', true),
      async record(_, commitId, events) {
        refusals += 1
        if (refusals % 4 !== 0) {
          if (commitId.endsWith(':sent')) expect(state.sheets).toEqual([])
          throw new Error('log-full')
        }
        state.commits.set(commitId, events)
      },
      loadPaper: async () => ({ docNo: 'A007', template: 1, paper: ticket }),
      log: () => undefined,
      waitToRecord: async () => undefined
    })
    enqueue(state, runner, print('j1'))
    await runner.idle()
    expect(refusals).toBe(8)
    expect(jobIn(state, 'j1').status).toBe('printed')
    expect(state.sheets).toEqual(['j1'])
  })
})

describe('a crash in mid-job', () => {
  const cuts: readonly Exclude<Cut, 'none'>[] = [
    'before sent is recorded',
    'after sent is recorded',
    'after the sheet',
    'after the outcome is recorded'
  ]

  test.each(cuts)('%s: after the next start at most one sheet has come out, and the record is true', async (cut) => {
    for (const remembers of [true, false]) {
      const state = world()
      const first = program(state, { cut, printer: twoStepPrinter(state, () => cut, remembers) })
      enqueue(state, first, print('j1'))
      await settle()
      first.close()

      const second = program(state, { printer: twoStepPrinter(state, () => 'none', remembers) })
      second.resume(unfinished(state))
      await second.idle()

      const { status } = jobIn(state, 'j1')
      expect(state.sheets.length).toBeLessThanOrEqual(1)
      expect(['printed', 'unknown']).toContain(status)
      if (status === 'printed') expect(state.sheets).toEqual(['j1'])
    }
  })

  test('a job that never got as far as the printer is printed after the next start', async () => {
    const state = world()
    const first = program(state, { cut: 'before sent is recorded' })
    enqueue(state, first, print('j1'))
    enqueue(state, first, print('j2'))
    await settle()
    first.close()
    const second = program(state, {})
    second.resume(unfinished(state))
    await second.idle()
    expect(state.sheets).toEqual(['j1', 'j2'])
  })

  test('a sent job that its printer does not know is never printed again unasked', async () => {
    const state = world()
    const first = program(state, { cut: 'after the sheet' })
    enqueue(state, first, print('j1'))
    await settle()
    first.close()
    const second = program(state, { printer: twoStepPrinter(state, () => 'none', false) })
    second.resume(unfinished(state))
    await second.idle()
    expect(jobIn(state, 'j1').status).toBe('unknown')
    expect(state.sheets).toEqual(['j1'])
  })

  test('resuming goes before what is asked for afterwards', async () => {
    const state = world()
    state.queued.push(print('old'))
    const runner = program(state, {})
    runner.resume(unfinished(state))
    enqueue(state, runner, print('new'))
    await runner.idle()
    expect(state.sheets).toEqual(['old', 'new'])
  })

  test('closed, it takes nothing up, and what is on its way records nothing more', async () => {
    const state = world()
    let answer = (_: Outcome): void => undefined
    const slow: Printer = {
      nameFor: ({ jobId }) => jobId,
      submit: () => new Promise((resolve) => (answer = resolve)),
      lookUp: async () => 'never-arrived'
    }
    const runner = program(state, { printer: slow })
    enqueue(state, runner, print('j1'))
    enqueue(state, runner, print('j2'))
    await settle()
    runner.close()
    enqueue(state, runner, print('j3'))
    answer({ status: 'printed', evidence: 'printer' })
    await runner.idle()
    expect(state.commits.size).toBe(0)
  })
})

describe('with real parts', () => {
  test('a folder: a crash between saving and recording leaves one file, found after the start', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-runner-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const state = world()
    const first = program(state, { cut: 'before sent is recorded', printer: folderPrinter(folder) })
    enqueue(state, first, print('j1'))
    await expect.poll(() => readdirSync(folder)).toEqual(['A007-j1.pdf'])
    first.close()
    expect(jobIn(state, 'j1').status).toBe('queued')

    const second = program(state, { printer: folderPrinter(folder) })
    second.resume(unfinished(state))
    await second.idle()
    expect(jobIn(state, 'j1').status).toBe('printed')
    expect(readdirSync(folder)).toEqual(['A007-j1.pdf'])
    expect([...readFileSync(path.join(folder, 'A007-j1.pdf'))]).toEqual([1, 2, 3])
  })

  test('an IPP printer: the program is killed in mid-job, and the sheet is found, not printed again', async () => {
    const printers = await startTestPrinters()
    onTestFinished(() => printers.stop())
    const machine = await printers.printer()
    const state = world()
    machine.setMode('hold')
    const first = program(state, { printer: ippPrinter(machine.uri) })
    enqueue(state, first, print('j1'))
    await machine.reached()
    first.close()
    expect(jobIn(state, 'j1').status).toBe('sent')
    machine.setMode('ok')

    const second = program(state, { printer: ippPrinter(machine.uri) })
    second.resume(unfinished(state))
    await second.idle()
    expect(jobIn(state, 'j1').status).toBe('printed')
    expect(machine.sheets()).toEqual(['doc-j1-j1'])
  })

  test('an IPP printer that was killed with the program: the clerk is asked', async () => {
    const printers = await startTestPrinters()
    onTestFinished(() => printers.stop())
    const machine = await printers.printer()
    const state = world()
    machine.setMode('hold')
    const first = program(state, { printer: ippPrinter(machine.uri) })
    enqueue(state, first, print('j1'))
    await machine.reached()
    first.close()
    await machine.kill()
    machine.setMode('ok')
    await machine.restart()

    const second = program(state, { printer: ippPrinter(machine.uri) })
    second.resume(unfinished(state))
    await second.idle()
    expect(jobIn(state, 'j1')).toMatchObject({ status: 'unknown' })
    expect(machine.sheets()).toEqual([])
  })
})
