import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createPdfService, type PdfService } from '../../../electron/printing/pdfService.ts'
import { createPrintRunner, type PrintRunner, type QueuedPrint } from '../../../electron/printing/printRunner.ts'
import { rawPrinter } from '../../../electron/printing/rawPrinter.ts'
import type { PaperData } from '../../../shared/documents/papers.ts'
import { ROLLS } from '../../../shared/documents/receipt/rolls.ts'
import {
  evolvePrints,
  initialPrints,
  type PrintEvent,
  type PrintJob
} from '../../../shared/domain/printing/printing.ts'
import { acceptance, ticket } from '../../documents/samples.ts'
import { type RawListener, startRawListener } from '../../support/rawListener.ts'
import { type BuiltWorker, buildWorker } from '../pdfWorker.ts'
import { decode } from './decoder.ts'

/** From the log to the roll: the real runner, the real worker, a printer on loopback. */

let built: BuiltWorker
let pdf: PdfService

beforeAll(async () => {
  built = await buildWorker()
  pdf = createPdfService({ ...built, extraFontFiles: [] })
}, 60_000)

afterAll(async () => {
  await pdf.close()
  built.remove()
})

/** What outlives the program: its log. */
interface World {
  readonly machine: RawListener
  readonly commits: Map<string, readonly PrintEvent[]>
  readonly job: QueuedPrint
  readonly paper: PaperData
}

async function world(paper: PaperData = ticket, width: 80 | 58 = 80): Promise<World> {
  const machine = await startRawListener()
  onTestFinished(() => machine.stop())
  const job = { docId: 'doc-1', jobId: 'j1', printer: machine.name(width), copies: 1, reprint: 0 }
  return { machine, commits: new Map(), job, paper }
}

/** Where the power may fail. */
type Cut = 'none' | 'before sent is recorded' | 'after sent is recorded' | 'before the outcome is recorded'

const forever = new Promise<never>(() => undefined)

function program({ commits, paper }: World, cut: Cut = 'none'): PrintRunner {
  return createPrintRunner({
    pdf,
    printerFor: (name) => rawPrinter(name, { pollMs: 5, blockedMs: 40 }),
    async record(_docId, commitId, events) {
      const sent = commitId.endsWith(':sent')
      if (cut === 'before sent is recorded' && sent) return forever
      if (cut === 'before the outcome is recorded' && !sent) return forever
      commits.set(commitId, events)
      if (cut === 'after sent is recorded' && sent) return forever
    },
    loadPaper: async () => ({ docNo: 'A007', template: 1, paper }),
    log: () => undefined,
    waitToRecord: async () => undefined
  })
}

function jobIn({ commits, job }: World): PrintJob {
  const queued: PrintEvent = { type: 'PrintQueued', v: 1, data: job }
  const [found] = [queued, ...[...commits.values()].flat()].reduce(evolvePrints, initialPrints).jobs
  if (!found) throw new Error('no job')
  return found
}

/** The next start of the program: takes up what the log leaves open. */
async function startAgain(state: World): Promise<void> {
  const runner = program(state)
  const { status, reference } = jobIn(state)
  if (status === 'queued' || status === 'sent') runner.resume([{ ...state.job, status, reference }])
  await runner.idle()
}

async function run(state: World): Promise<PrintJob> {
  const runner = program(state)
  runner.enqueue(state.job)
  await runner.idle()
  return jobIn(state)
}

describe('a ticket to a receipt printer', () => {
  test.each([80, 58] as const)('%d mm: sent, then printed, and the ticket lies there', async (width) => {
    const state = await world(ticket, width)
    expect(await run(state)).toMatchObject({ status: 'printed', reference: 'doc-1-j1' })
    expect([...state.commits.values()].flat().at(-1)).toMatchObject({ data: { evidence: 'printer' } })
    const [sheet, ...more] = state.machine.sheets()
    expect(more).toEqual([])
    const receipt = decode(sheet ?? new Uint8Array(), ROLLS[width])
    expect(receipt.order).toContain('A007')
    expect(receipt.qrs.map(({ data }) => data)).toEqual([ticket.ticketId])
  })

  test('that has no paper fails with its reason, and nothing is recorded as sent', async () => {
    const state = await world()
    state.machine.set({ paper: 'out' })
    expect(await run(state)).toMatchObject({ status: 'failed', failure: 'paper-out', reference: null })
    expect(state.machine.received().length).toBe(0)
  })

  test('with a character that no font has fails and names it; nothing is sent', async () => {
    const state = await world({ ...ticket, groupName: '\u{323b0}' })
    expect(await run(state)).toMatchObject({ status: 'failed', failure: 'missing-glyph', detail: '\u{323b0}' })
    expect(state.machine.received().length).toBe(0)
  })

  test('a notice is not for a roll: it fails, and nothing is sent', async () => {
    const state = await world(acceptance)
    expect(await run(state)).toMatchObject({ status: 'failed', failure: 'layout', detail: 'no-receipt-form' })
    expect(state.machine.received().length).toBe(0)
  })

  test('an address with a mistake in it is no printer', async () => {
    const state = await world()
    const wrong = { ...state, job: { ...state.job, printer: 'raw://127.0.0.1:9100?paper=76' } }
    expect(await run(wrong)).toMatchObject({ status: 'failed', detail: 'printer-unknown' })
  })
})

describe('the program is killed', () => {
  test('before the job is recorded as sent: nothing has left, and it is printed after the start, once', async () => {
    const state = await world()
    const first = program(state, 'before sent is recorded')
    first.enqueue(state.job)
    await expect.poll(() => state.machine.asked()).toBe(4)
    expect(state.machine.received().length).toBe(0)
    first.close()
    await startAgain(state)
    expect(jobIn(state).status).toBe('printed')
    expect(state.machine.sheets()).toHaveLength(1)
  })

  test('after it: the clerk is asked, and no second ticket comes out unasked', async () => {
    const state = await world()
    const first = program(state, 'after sent is recorded')
    first.enqueue(state.job)
    await expect.poll(() => jobIn(state).status).toBe('sent')
    first.close()
    await startAgain(state)
    expect(jobIn(state).status).toBe('unknown')
    expect(state.machine.sheets()).toEqual([])
  })

  test('when the ticket is out and not yet recorded: the clerk is asked, and there is one ticket', async () => {
    const state = await world()
    const first = program(state, 'before the outcome is recorded')
    first.enqueue(state.job)
    await expect.poll(() => state.machine.sheets().length).toBe(1)
    first.close()
    await startAgain(state)
    expect(jobIn(state).status).toBe('unknown')
    expect(state.machine.sheets()).toHaveLength(1)
  })
})
