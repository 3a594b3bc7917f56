import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ippClient } from '../../electron/printing/ipp/client.ts'
import { isQueueAddress, ownService, queueSeat, type Seat } from '../../electron/printing/ipp/service.ts'
import { checkPrinter, checkTarget, findPrinters } from '../../electron/printing/printerCheck.ts'
import type { Printer, Submission } from '../../electron/printing/printers.ts'
import { spoolPrinter } from '../../electron/printing/spoolPrinter.ts'
import { type CupsServer, startCups } from '../support/cupsServer.ts'
import { startTestPrinters, type TestPrinter, type TestPrinters } from '../support/ippPrinter.ts'

/** A real CUPS in front of a real `ippeveprinter`. Times are short so that faults show soon; none decides by passing. */
const QUICK = {
  pollMs: 20,
  askMs: 1_500,
  sendMs: 1_500,
  contactMs: 2_000,
  blockedMs: 150,
  vagueMs: 150,
  busyMs: 20_000,
  finishMs: 30_000
}

const PDF = readFileSync(new URL('./fixtures/blank.pdf', import.meta.url))

vi.setConfig({ testTimeout: 90_000 })

let printers: TestPrinters
let cups: CupsServer
let machine: TestPrinter
let queue: string
let printer: Printer
let count = 0
let sent: string[]

const service = (): Seat => ownService({ CUPS_SERVER: cups.server })
const at = (name: string, times: Partial<typeof QUICK> = {}): Printer =>
  spoolPrinter(queueSeat(name, service()), { ...QUICK, ...times })

beforeAll(async () => {
  ;[printers, cups] = await Promise.all([startTestPrinters(), startCups()])
}, 60_000)

afterAll(async () => {
  await cups.stop()
  await printers.stop()
})

beforeEach(async () => {
  machine = await printers.printer()
  count += 1
  queue = `queue${count}`
  await cups.addQueue(queue, machine.uri)
  printer = at(queue)
  sent = []
})

const submission = (more: Partial<Submission> = {}): Submission => {
  count += 1
  const name = printer.nameFor({ docId: `doc-${count}`, docNo: 'A001', jobId: `job-${count}` })
  const onSent = async (reference: string): Promise<void> => void sent.push(reference)
  return { name, document: PDF, copies: 1, media: 'A4', onSent, ...more }
}

const PRINTED = { status: 'printed', evidence: 'printer' }

/** Everything that the queue still has has come out or is given up. */
const emptied = async (): Promise<void> => {
  const seat = queueSeat(queue, service())
  const client = ippClient(seat.uri, QUICK, seat.socket)
  await expect.poll(async () => (await client.waitingJobs(() => true)).length, { timeout: 30_000 }).toBe(0)
}

describe('a queue of the print service', () => {
  test('counts a paper as printed when the printer behind it says so, and not when the queue has taken it', async () => {
    machine.setMode('hold')
    const job = submission()
    let over = false
    const printing = printer.submit(job).finally(() => (over = true))
    await machine.reached()
    expect(over).toBe(false)
    machine.setMode('ok')
    expect(await printing).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([job.name])
    expect(sent).toHaveLength(1)
  })

  test('is spoken to through the domain socket as well', async () => {
    const seat = queueSeat(queue, ownService({ CUPS_SERVER: cups.socket }))
    expect(seat.socket).toBe(cups.socket)
    expect(await spoolPrinter(seat, QUICK).submit(submission())).toEqual(PRINTED)
  })

  test('a printer that gives a job up has failed, whatever the queue makes of it', async () => {
    machine.setMode('abort')
    expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason: 'aborted' })
    expect(machine.sheets()).toEqual([])
  })

  test.each([
    ['paper-out', 'paper-out'],
    ['jam', 'jam'],
    ['cover-open', 'other']
  ] as const)(
    '%s is named; the printer drops the job, and afterwards prints only what is asked for again',
    async (mode, reason) => {
      machine.setMode(mode)
      const first = submission()
      expect(await printer.submit(first)).toMatchObject({ status: 'failed', reason })
      machine.setMode('ok')
      const again = submission()
      expect(await printer.submit(again)).toEqual(PRINTED)
      await emptied()
      expect(machine.sheets()).toEqual([again.name])
    }
  )

  test('paper that is refilled in time lets the same job come out, once', async () => {
    machine.setMode('paper-out')
    const job = submission()
    const printing = at(queue, { vagueMs: 60_000, blockedMs: 60_000 }).submit(job)
    await machine.reached()
    machine.setMode('ok')
    expect(await printing).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([job.name])
  })

  test('a printer that is off has failed before anything is queued, and nothing comes out when it is back', async () => {
    await machine.kill()
    expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason: 'offline' })
    expect(sent).toEqual([])
    await machine.restart()
    const again = submission()
    expect(await printer.submit(again)).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([again.name])
  })

  test('a printer that goes off while the queue looks for it leaves a job that is dropped there', async () => {
    const first = submission({ onSent: async () => machine.kill() })
    expect(await printer.submit(first)).toMatchObject({ status: 'failed', reason: 'offline' })
    await machine.restart()
    await emptied()
    expect(machine.sheets()).toEqual([])
  })

  test('a printer that dies with the job leaves the outcome unknown', async () => {
    machine.setMode('hold')
    const printing = printer.submit(submission())
    await machine.reached()
    await machine.kill()
    expect(await printing).toMatchObject({ status: 'unknown' })
  })

  test('a printer that is back without memory of the job makes the queue say done: nobody has seen a sheet', async () => {
    machine.setMode('hold')
    const printing = at(queue, { vagueMs: 60_000, blockedMs: 60_000 }).submit(submission())
    await machine.reached()
    await machine.kill()
    machine.setMode('ok')
    await machine.restart()
    expect(await printing).toMatchObject({ status: 'unknown' })
    expect(machine.sheets()).toEqual([])
  })

  test('a disabled queue is refused at once, and keeps nothing that would come out when it is enabled', async () => {
    cups.disable(queue)
    expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason: 'rejected' })
    cups.enable(queue)
    const again = submission()
    expect(await printer.submit(again)).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([again.name])
  })

  test('a queue that is disabled while it has the job drops it', async () => {
    const first = submission({ onSent: async () => cups.disable(queue) })
    expect(await printer.submit(first)).toMatchObject({ status: 'failed', reason: 'rejected' })
    cups.enable(queue)
    await emptied()
    expect(machine.sheets()).toEqual([])
  })

  test('a queue that takes no jobs says so, and takes them again', async () => {
    cups.reject(queue)
    expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason: 'rejected' })
    cups.accept(queue)
    expect(await printer.submit(submission())).toEqual(PRINTED)
  })

  test('an older print of the same paper that a queue still keeps does not come out beside the new one', async () => {
    machine.setMode('hold')
    const seat = queueSeat(queue, service())
    const client = ippClient(seat.uri, QUICK, seat.socket)
    const older = await client.createJob('doc-7.job-1', [])
    await client.sendDocument(older.id, PDF)
    const other = await client.createJob('doc-71.job-1', [])
    await client.sendDocument(other.id, PDF)
    await machine.reached()
    const newer = submission({ name: 'doc-7.job-2', onSent: async () => machine.setMode('ok') })
    expect(await printer.submit(newer)).toEqual(PRINTED)
    await emptied()
    expect([...machine.sheets()].sort()).toEqual(['doc-7.job-2', 'doc-71.job-1'])
  })
})

describe('a queue whose printer cannot be asked', () => {
  /** CUPS speaks to it through a backend that tells the program no address that it could ask at. */
  const withoutWord = (): Printer => {
    cups.readdress(queue, machine.uri.replace('ipp:', 'http:'))
    return at(queue)
  }

  test('counts what it calls done as handed over, as long as it has nothing to complain about', async () => {
    const blind = withoutWord()
    expect(await blind.submit(submission())).toEqual({ status: 'printed', evidence: 'handed-over' })
    expect(machine.sheets()).toHaveLength(1)
  })

  test('what it calls done although the printer has forgotten it is unknown', async () => {
    const blind = withoutWord()
    machine.setMode('hold')
    const printing = blind.submit(submission())
    await machine.reached()
    await machine.kill()
    machine.setMode('ok')
    await machine.restart()
    expect(await printing).toMatchObject({ status: 'unknown' })
    expect(machine.sheets()).toEqual([])
  })
})

describe('a print service that is stopped', () => {
  test('has failed while nothing listens, and prints once when it is back', async () => {
    await cups.kill()
    expect(await printer.submit(submission())).toMatchObject({ status: 'failed', reason: 'offline' })
    expect(await findPrinters(service(), QUICK.askMs)).toBeNull()
    await cups.restart()
    const again = submission()
    expect(await printer.submit(again)).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([again.name])
  })

  test('and stays away with the job leaves it unknown; when it is back the job is found, not sent again', async () => {
    machine.setMode('hold')
    const job = submission()
    const printing = printer.submit(job)
    await machine.reached()
    await cups.kill()
    expect(await printing).toMatchObject({ status: 'unknown' })
    await cups.restart()
    machine.setMode('ok')
    expect(await printer.lookUp(job.name, sent[0] ?? '')).toEqual(PRINTED)
    await emptied()
    expect(sent).toHaveLength(1)
    // CUPS would have sent it again by itself.
    expect(machine.sheets()).toEqual([job.name])
  })
})

describe('looking a job up after the program was killed', () => {
  test('follows it to its end and prints nothing twice', async () => {
    machine.setMode('hold')
    const job = submission()
    void printer.submit(job)
    await machine.reached()
    const found = at(queue).lookUp(job.name, sent[0] ?? '')
    machine.setMode('ok')
    expect(await found).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([job.name])
  })

  test('a job that was opened but never recorded as sent is dropped, and may be printed', async () => {
    let opened = false
    const onSent = (): Promise<void> => {
      opened = true
      return new Promise(() => undefined)
    }
    const job = submission({ onSent })
    void printer.submit(job)
    // Looked up before it is opened, it would be unknown, and stay in the queue afterwards.
    await expect.poll(() => opened).toBe(true)
    await expect.poll(() => at(queue).lookUp(job.name, null)).toBe('never-arrived')
    await emptied()
    expect(machine.sheets()).toEqual([])
  })

  test('a name that the queue does not know has never arrived', async () => {
    expect(await printer.lookUp('doc-0.job-0', null)).toBe('never-arrived')
  })
})

describe('how a queue is', () => {
  test('is how the printer behind it is', async () => {
    const seat = queueSeat(queue, service())
    const health = async (): Promise<string> => (await checkPrinter(seat.uri, QUICK.askMs)).health
    expect(await health()).toBe('ready')
    machine.setMode('paper-out')
    const printing = at(queue, { vagueMs: 60_000, blockedMs: 60_000 }).submit(submission())
    await machine.reached()
    await expect.poll(health).toBe('paper-out')
    machine.setMode('ok')
    await printing
    expect(await health()).toBe('ready')
    cups.reject(queue)
    expect(await health()).toBe('not-accepting')
    cups.accept(queue)
    cups.disable(queue)
    expect(await health()).toBe('paused')
    cups.enable(queue)
    await machine.kill()
    expect(await health()).toBe('offline')
  })

  test('is told for each queue of the service, by the name that jobs go to', async () => {
    const found = await findPrinters(service(), QUICK.askMs)
    expect(found?.find((one) => one.queue === queue)).toMatchObject({ queue, health: 'ready' })
  })

  test('a queue that is not there says so', async () => {
    expect(await checkPrinter(queueSeat('nobody', service()).uri, QUICK.askMs)).toMatchObject({ health: 'not-there' })
  })

  test('a folder is always there', async () => {
    expect(await checkTarget({ kind: 'folder' })).toEqual({ name: '', health: 'ready', detail: '' })
  })
})

describe('where the print service is', () => {
  test.each([
    ['/run/other.sock', { uri: 'ipp://localhost/', socket: '/run/other.sock' }],
    ['printserver', { uri: 'ipp://printserver/', socket: null }],
    ['printserver:6310', { uri: 'ipp://printserver:6310/', socket: null }]
  ])('CUPS_SERVER=%s', (told, seat) => {
    expect(ownService({ CUPS_SERVER: told })).toEqual(seat)
    expect(queueSeat('前台', seat).uri).toBe(`${seat.uri}printers/%E5%89%8D%E5%8F%B0`)
  })

  test.each([
    ['http://h:631/printers/qiantai', true],
    ['http://h:631/classes/all', true],
    ['http://h:631/ipp/print', false],
    ['http://h:631/printers/', false]
  ])('%s is a queue: %s', (url, queueThere) => expect(isQueueAddress(new URL(url))).toBe(queueThere))
})
