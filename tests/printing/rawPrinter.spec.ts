import { describe, expect, onTestFinished, test } from 'vitest'
import type { Outcome, Printer } from '../../electron/printing/printers.ts'
import { checkRawPrinter } from '../../electron/printing/rawCheck.ts'
import { isRawAddress, type RawPrinterTimes, rawPrinter } from '../../electron/printing/rawPrinter.ts'
import { parseRawAddress } from '../../shared/documents/receipt/rawAddress.ts'
import { type RawHabits, type RawListener, startRawListener } from '../support/rawListener.ts'

/** A receipt of four lines, cut off. */
const RECEIPT = Uint8Array.from([
  0x1b,
  0x40,
  ...[...'one\ntwo\nthree\nfour\n'].map((c) => c.charCodeAt(0)),
  0x1d,
  0x56,
  66,
  0
])

const PRINTED: Outcome = { status: 'printed', evidence: 'printer' }
/** Short where the test waits for it to pass, long where something else has to happen first. */
const QUICK: Partial<RawPrinterTimes> = { pollMs: 5, blockedMs: 40 }

async function listener(habits: RawHabits = {}): Promise<RawListener> {
  const machine = await startRawListener(habits)
  onTestFinished(() => machine.stop())
  return machine
}

interface Sending {
  readonly copies?: number
  readonly onSent?: () => Promise<void>
}

const submit = (printer: Printer, { copies = 1, onSent = async () => undefined }: Sending = {}): Promise<Outcome> =>
  printer.submit({ name: 'doc-1-j1', document: RECEIPT, copies, media: 'roll', onSent })

const never = async (): Promise<void> => {
  throw new Error('recorded as sent')
}

describe('the address of a receipt printer', () => {
  test.each([
    ['raw://192.0.2.7:9100?paper=80', { host: '192.0.2.7', port: 9100, paper: 80, status: true }],
    ['raw://printer-1.hall:9101?paper=58', { host: 'printer-1.hall', port: 9101, paper: 58, status: true }],
    ['raw://[2001:db8::7]:9100?paper=80', { host: '2001:db8::7', port: 9100, paper: 80, status: true }],
    ['raw://192.0.2.7?paper=80&status=none', { host: '192.0.2.7', port: 9100, paper: 80, status: false }]
  ])('%s', (name, address) => {
    expect(parseRawAddress(name)).toEqual(address)
    expect(isRawAddress(name)).toBe(true)
  })

  test.each([
    'folder',
    'ipp://192.0.2.7/ipp/print',
    'raw://192.0.2.7:9100',
    'raw://192.0.2.7:9100?paper=76',
    'raw://192.0.2.7:0?paper=80',
    'raw://192.0.2.7:65536?paper=80',
    'raw://2001:db8::7:9100?paper=80',
    'raw://[192]:9100?paper=80',
    'raw://a@192.0.2.7:9100?paper=80',
    'raw://192.0.2.7:9100/queue?paper=80',
    'raw://192.0.2.7:9100?paper=80&paper=58',
    'raw://192.0.2.7:9100?paper=80&status=maybe',
    'raw://192.0.2.7:9100?paper=80&copies=2'
  ])('%s is none', (name) => {
    expect(isRawAddress(name)).toBe(false)
    expect(() => rawPrinter(name)).toThrow(TypeError)
  })

  test('says which form the printer takes', () => {
    expect(rawPrinter('raw://h:9100?paper=80').takes).toBe('escpos80')
    expect(rawPrinter('raw://h:9100?paper=58').takes).toBe('escpos58')
  })
})

describe('a receipt printer', () => {
  test('prints, and says itself that the receipt is out; it is recorded as sent before a byte of it leaves', async () => {
    const machine = await listener()
    const received: number[] = []
    const outcome = await submit(rawPrinter(machine.name(80), QUICK), {
      onSent: async () => void received.push(machine.received().length)
    })
    expect(outcome).toEqual(PRINTED)
    expect(received).toEqual([0])
    expect(machine.sheets()).toEqual([Buffer.from(RECEIPT)])
  })

  test('prints as many copies as asked for', async () => {
    const machine = await listener()
    expect(await submit(rawPrinter(machine.name(80), QUICK), { copies: 2 })).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([Buffer.from(RECEIPT), Buffer.from(RECEIPT)])
  })

  test('whose roll is nearly at its end still prints', async () => {
    const machine = await listener()
    machine.set({ paper: 'near-end' })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toEqual(PRINTED)
  })

  test('may speak unasked: flow control and automatic status are no answers', async () => {
    const machine = await listener({ noise: [0x11, 0x14, 0x00, 0x00, 0x0f, 0x13] })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toEqual(PRINTED)
    machine.set({ paper: 'out' })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toMatchObject({ reason: 'paper-out' })
  })

  test('that says that all is well, but still prints, has not printed', async () => {
    const machine = await listener()
    machine.set({ held: true })
    let settled = false
    const printing = submit(rawPrinter(machine.name(80), QUICK)).finally(() => {
      settled = true
    })
    await expect.poll(() => machine.asked()).toBeGreaterThan(20)
    expect(settled).toBe(false)
    machine.set({ held: false })
    expect(await printing).toEqual(PRINTED)
  })
})

describe('a receipt printer that cannot print fails before a byte is sent', () => {
  test.each([
    [{ paper: 'out' }, 'paper-out', 'paper-end offline'],
    [{ cover: 'open' }, 'other', 'cover-open offline'],
    [{ cover: 'open', paper: 'out' }, 'other', 'cover-open paper-end offline'],
    [{ offline: true }, 'offline', 'offline'],
    [{ error: 'cutter' }, 'jam', 'cutter-error error offline'],
    [{ error: 'unrecoverable' }, 'other', 'unrecoverable-error error offline']
  ] as const)('%o', async (state, reason, detail) => {
    const machine = await listener()
    machine.set(state)
    const outcome = await submit(rawPrinter(machine.name(80), QUICK), { onSent: never })
    expect(outcome).toEqual({ status: 'failed', reason, detail })
    expect(machine.received().length).toBe(0)
  })

  test('nobody listens', async () => {
    const machine = await listener()
    await machine.stop()
    const outcome = await submit(rawPrinter(machine.name(80), QUICK), { onSent: never })
    expect(outcome).toEqual({ status: 'failed', reason: 'offline', detail: 'ECONNREFUSED' })
  })

  test('it takes the connection and says nothing', async () => {
    const machine = await listener()
    machine.set({ mute: true })
    const outcome = await submit(rawPrinter(machine.name(80), { ...QUICK, askMs: 50 }), { onSent: never })
    expect(outcome).toEqual({ status: 'failed', reason: 'offline', detail: 'no-answer' })
    expect(machine.received().length).toBe(0)
  })

  test('the log refuses to record it as sent', async () => {
    const machine = await listener()
    await expect(submit(rawPrinter(machine.name(80), QUICK), { onSent: never })).rejects.toThrow('recorded as sent')
    expect(machine.received().length).toBe(0)
  })

  test('it goes away while the log is being written', async () => {
    const machine = await listener()
    const outcome = await submit(rawPrinter(machine.name(80), QUICK), {
      onSent: async () => {
        await machine.stop()
        await new Promise((next) => setImmediate(next))
      }
    })
    expect(outcome.status).not.toBe('printed')
    expect(machine.received().length).toBe(0)
  })
})

describe('a receipt printer that stops in the middle', () => {
  test('without paper: failed, and the rest does not come out when the paper is back', async () => {
    const machine = await listener()
    machine.when({ lines: 2, change: { paper: 'out' } })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toEqual({
      status: 'failed',
      reason: 'paper-out',
      detail: 'paper-end offline'
    })
    machine.set({ paper: 'ok' })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toEqual(PRINTED)
    expect(machine.sheets()).toEqual([Buffer.from(RECEIPT)])
  })

  test('without paper, and cannot drop the rest: failed all the same, nobody holds a whole receipt', async () => {
    const machine = await listener({ clears: false })
    machine.when({ lines: 2, change: { paper: 'out' } })
    const outcome = await submit(rawPrinter(machine.name(80), { ...QUICK, askMs: 50 }))
    expect(outcome).toMatchObject({ status: 'failed', reason: 'paper-out' })
  })

  test('and goes on when the paper is back at once: printed, once', async () => {
    const machine = await listener()
    machine.when({ lines: 2, change: { paper: 'out' } })
    const printing = submit(rawPrinter(machine.name(80), { ...QUICK, blockedMs: 60_000 }))
    await expect.poll(() => machine.asked()).toBeGreaterThan(12)
    machine.set({ paper: 'ok' })
    expect(await printing).toEqual(PRINTED)
    expect(machine.sheets()).toHaveLength(1)
  })

  test('with its cover open: failed where it drops the rest, unknown where it may still print it', async () => {
    const drops = await listener()
    drops.when({ lines: 2, change: { cover: 'open' } })
    expect(await submit(rawPrinter(drops.name(80), QUICK))).toMatchObject({ status: 'failed', reason: 'other' })
    drops.set({ cover: 'closed' })
    expect(drops.sheets()).toEqual([])

    const keeps = await listener({ clears: false })
    keeps.when({ lines: 2, change: { cover: 'open' } })
    const outcome = await submit(rawPrinter(keeps.name(80), { ...QUICK, askMs: 50 }))
    expect(outcome).toEqual({ status: 'unknown', detail: 'cover-open offline' })
  })

  test('at the knife: all is printed and hangs there, so that only the clerk can see', async () => {
    const machine = await listener()
    machine.when({ atCut: true, change: { error: 'cutter' } })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toMatchObject({ status: 'unknown' })
  })

  test('behind the last line: the roll has ended, the receipt may be whole', async () => {
    const machine = await listener()
    machine.when({ afterCut: true, change: { paper: 'out' } })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toEqual({
      status: 'unknown',
      detail: 'paper-end offline'
    })
    expect(machine.sheets()).toHaveLength(1)
  })

  test('and dies: unknown', async () => {
    const machine = await listener()
    machine.when({ bytes: 10, dies: true })
    expect(await submit(rawPrinter(machine.name(80), QUICK))).toMatchObject({ status: 'unknown' })
  })

  test('and hangs: unknown', async () => {
    const machine = await listener()
    machine.when({ bytes: 10, change: { mute: true } })
    const outcome = await submit(rawPrinter(machine.name(80), { ...QUICK, contactMs: 60 }))
    expect(outcome).toEqual({ status: 'unknown', detail: 'no contact: no-answer' })
  })

  test('and never says that it has ended: unknown, not printed on hope', async () => {
    const machine = await listener({ marks: false })
    const outcome = await submit(rawPrinter(machine.name(80), { ...QUICK, finishMs: 60 }))
    expect(outcome).toEqual({ status: 'unknown', detail: 'no-end-mark' })
  })
})

describe('a receipt printer that can tell nothing', () => {
  const HANDED_OVER: Outcome = { status: 'printed', evidence: 'handed-over' }

  test('is asked nothing; when it has read everything the receipt is handed over, which is less than printed', async () => {
    const machine = await listener()
    expect(await submit(rawPrinter(machine.name(80, false), QUICK), { copies: 2 })).toEqual(HANDED_OVER)
    expect(machine.asked()).toBe(0)
    expect(machine.received()).toEqual(Buffer.concat([RECEIPT, RECEIPT]))
  })

  test('and does not end the connection: unknown', async () => {
    const machine = await listener({ ends: false })
    const outcome = await submit(rawPrinter(machine.name(80, false), { ...QUICK, closeMs: 60 }))
    expect(outcome).toEqual({ status: 'unknown', detail: 'connection not ended' })
  })

  test('and dies: unknown', async () => {
    const machine = await listener()
    machine.when({ bytes: 10, dies: true })
    expect(await submit(rawPrinter(machine.name(80, false), QUICK))).toMatchObject({ status: 'unknown' })
  })

  test('and is not there: failed', async () => {
    const machine = await listener()
    await machine.stop()
    expect(await submit(rawPrinter(machine.name(80, false), QUICK), { onSent: never })).toMatchObject({
      status: 'failed',
      reason: 'offline'
    })
  })
})

describe('after a crash', () => {
  test('what was never recorded as sent has not been printed; the rest is for the clerk', async () => {
    const printer = rawPrinter('raw://127.0.0.1:9?paper=80')
    expect(await printer.lookUp('doc-1-j1', null)).toBe('never-arrived')
    expect(await printer.lookUp('doc-1-j1', 'doc-1-j1')).toMatchObject({ status: 'unknown' })
  })
})

describe('a look at a receipt printer', () => {
  test.each([
    [{}, 'ready', ''],
    [{ paper: 'near-end' }, 'ready', 'paper-near-end'],
    [{ paper: 'out' }, 'paper-out', 'paper-end offline'],
    [{ cover: 'open' }, 'cover-open', 'cover-open offline'],
    [{ error: 'cutter' }, 'jam', 'cutter-error error offline'],
    [{ error: 'unrecoverable' }, 'attention', 'unrecoverable-error error offline'],
    [{ offline: true }, 'offline', 'offline'],
    [{ mute: true }, 'not-there', 'no-answer']
  ] as const)('%o is %s, and nothing is printed', async (state, health, detail) => {
    const machine = await listener()
    machine.set(state)
    expect(await checkRawPrinter(machine.name(80), { answerMs: 100 })).toEqual({ name: '', health, detail })
    expect(machine.received().length).toBe(0)
  })

  test('that answers nothing by its nature, or is not there', async () => {
    const machine = await listener()
    machine.set({ mute: true })
    expect(await checkRawPrinter(machine.name(80, false))).toEqual({ name: '', health: 'ready', detail: 'no-status' })
    await machine.stop()
    expect(await checkRawPrinter(machine.name(80))).toMatchObject({ health: 'unreachable', detail: 'ECONNREFUSED' })
    await expect(checkRawPrinter('folder')).rejects.toThrow(TypeError)
  })
})
