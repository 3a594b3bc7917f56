import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ownService, queueSeat } from '../../electron/printing/ipp/service.ts'
import { createPrintRunner, type PrintRunner, type QueuedPrint } from '../../electron/printing/printRunner.ts'
import { spoolPrinter } from '../../electron/printing/spoolPrinter.ts'
import { queueOf } from '../../shared/domain/hall/printers.ts'
import { evolvePrints, initialPrints, type PrintEvent, type PrintJob } from '../../shared/domain/printing/printing.ts'
import { ticket } from '../documents/samples.ts'
import { type CupsServer, startCups } from '../support/cupsServer.ts'
import { startTestPrinters, type TestPrinter, type TestPrinters } from '../support/ippPrinter.ts'

/** The real runner over a real CUPS and a real printer, with the program killed wherever it hurts. */

const PDF = new Uint8Array(readFileSync(new URL('./fixtures/blank.pdf', import.meta.url)))

vi.setConfig({ testTimeout: 90_000 })

let printers: TestPrinters
let cups: CupsServer
let machine: TestPrinter
let count = 0

beforeAll(async () => {
  ;[printers, cups] = await Promise.all([startTestPrinters(), startCups()])
}, 60_000)

afterAll(async () => {
  await cups.stop()
  await printers.stop()
})

/** What outlives the program: its log. */
interface World {
  readonly commits: Map<string, readonly PrintEvent[]>
  readonly job: QueuedPrint
}

let world: World

beforeEach(async () => {
  machine = await printers.printer()
  count += 1
  await cups.addQueue(`queue${count}`, machine.uri)
  const job = { docId: `doc-${count}`, jobId: 'job-1', printer: `spooler:queue${count}`, copies: 1, reprint: 0 }
  world = { commits: new Map(), job }
})

type Cut = 'nowhere' | 'before sent is recorded' | 'after sent is recorded' | 'before the outcome is recorded'

const forever = new Promise<never>(() => undefined)

/** `reached` resolves where the program is killed. */
function program(cut: Cut = 'nowhere'): { readonly runner: PrintRunner; readonly reached: Promise<void> } {
  let here: () => void = () => undefined
  const reached = new Promise<void>((resolve) => {
    here = resolve
  })
  const stop = (): Promise<never> => {
    here()
    return forever
  }
  const runner = createPrintRunner({
    pdf: { render: async () => ({ ok: true, document: PDF }) },
    printerFor: (name) =>
      spoolPrinter(queueSeat(queueOf(name) ?? '', ownService({ CUPS_SERVER: cups.server })), { pollMs: 20 }),
    async record(_docId, commitId, events) {
      const sent = commitId.endsWith(':sent')
      if (cut === 'before sent is recorded' && sent) return stop()
      if (cut === 'before the outcome is recorded' && !sent) return stop()
      world.commits.set(commitId, events)
      if (cut === 'after sent is recorded' && sent) return stop()
    },
    loadPaper: async () => ({ docNo: 'A007', template: 1, paper: ticket }),
    log: () => undefined,
    waitToRecord: async () => undefined
  })
  return { runner, reached }
}

function job(): PrintJob {
  const queued: PrintEvent = { type: 'PrintQueued', v: 1, data: world.job }
  const [found] = [queued, ...[...world.commits.values()].flat()].reduce(evolvePrints, initialPrints).jobs
  if (!found) throw new Error('no job')
  return found
}

async function startAgain(): Promise<PrintJob> {
  const { runner } = program()
  const { status, reference } = job()
  if (status === 'queued' || status === 'sent') runner.resume([{ ...world.job, status, reference }])
  await runner.idle()
  return job()
}

async function killedAt(cut: Cut): Promise<void> {
  const { runner, reached } = program(cut)
  runner.enqueue(world.job)
  await reached
  runner.close()
}

describe('a program that is killed while a queue has its paper', () => {
  test('before it was recorded as sent: nothing has come out, and it is printed once', async () => {
    await killedAt('before sent is recorded')
    expect(machine.sheets()).toEqual([])
    expect(await startAgain()).toMatchObject({ status: 'printed' })
    expect(machine.sheets()).toEqual([`doc-${count}.job-1`])
  })

  test('after it was recorded as sent, before the paper left: it is not printed on hope', async () => {
    await killedAt('after sent is recorded')
    cups.disable(`queue${count}`)
    const after = await startAgain()
    expect(['unknown', 'failed']).toContain(after.status)
    cups.enable(`queue${count}`)
    expect(machine.sheets()).toEqual([])
  })

  test('while it was being printed: the sheet is found, not printed again', async () => {
    machine.setMode('hold')
    const { runner } = program()
    runner.enqueue(world.job)
    await machine.reached()
    runner.close()
    expect(job().status).toBe('sent')
    machine.setMode('ok')
    expect(await startAgain()).toMatchObject({ status: 'printed' })
    expect(machine.sheets()).toEqual([`doc-${count}.job-1`])
  })

  test('before the outcome was recorded: it is asked for again, and nothing comes out twice', async () => {
    await killedAt('before the outcome is recorded')
    expect(machine.sheets()).toHaveLength(1)
    expect(await startAgain()).toMatchObject({ status: 'printed' })
    expect(machine.sheets()).toHaveLength(1)
  })

  test('and the print service with it: what it had taken is not lost, and the program sends it no second time', async () => {
    machine.setMode('hold')
    const { runner } = program()
    runner.enqueue(world.job)
    await machine.reached()
    runner.close()
    await cups.kill()
    await cups.restart()
    machine.setMode('ok')
    expect(await startAgain()).toMatchObject({ status: 'printed' })
    // CUPS begins by itself again what it had begun. The printer's word stops it, unless the printer was quicker (0014).
    expect(new Set(machine.sheets())).toEqual(new Set([`doc-${count}.job-1`]))
    const queued = cups
      .log()
      .split('\n')
      .filter((line) => line.includes(`Queued on "queue${count}"`))
    expect(queued).toHaveLength(1)
  })
})
