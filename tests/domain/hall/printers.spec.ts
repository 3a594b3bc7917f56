import { describe, expect, it } from 'vitest'
import type { PrinterTarget } from '../../../shared/domain/hall/hall.ts'
import {
  calledOf,
  decidePrinter,
  evolvePrinters,
  FOLDER,
  initialPrinters,
  type Printers,
  printerName,
  printerUseOf,
  printerUseOfPaper,
  queueOf
} from '../../../shared/domain/hall/printers.ts'
import { hall } from '../../documents/samples.ts'

const FOLDER_TARGET: PrinterTarget = { kind: 'folder' }
const IPP: PrinterTarget = { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台' }
const RAW: PrinterTarget = { kind: 'raw', host: 'printer.test', port: 9100, paper: '58', status: true, name: '取号机' }
const QUEUE: PrinterTarget = { kind: 'spooler', queue: '前台 A#1', name: '前台' }

/** The printers after an assignment that must be accepted. */
function assigned(
  printers: Printers,
  ...args: Parameters<typeof decidePrinter> extends [unknown, ...infer R] ? R : never
) {
  const decision = decidePrinter(printers, ...args)
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.events.reduce(
    (now, event) => (event.type === 'PrinterAssigned' ? evolvePrinters(now, event) : now),
    printers
  )
}

describe('printers by what papers are for', () => {
  it('are files until somebody chooses', () => {
    expect(initialPrinters).toEqual({ ticket: FOLDER_TARGET, paper: FOLDER_TARGET, card: FOLDER_TARGET })
  })

  it('are given one by one, and the others keep theirs', () => {
    const tickets = assigned(initialPrinters, 'ticket', RAW)
    const both = assigned(tickets, 'paper', IPP)
    expect(both).toEqual({ ticket: RAW, paper: IPP, card: FOLDER_TARGET })
    expect(assigned(both, 'ticket', FOLDER_TARGET)).toEqual({ ticket: FOLDER_TARGET, paper: IPP, card: FOLDER_TARGET })
  })

  it('the one printer of before is that of tickets and papers; cards stay where they are', () => {
    const card = assigned(initialPrinters, 'card', QUEUE)
    expect(evolvePrinters(card, { type: 'PrinterChosen', v: 1, data: { target: IPP } })).toEqual({
      ticket: IPP,
      paper: IPP,
      card: QUEUE
    })
  })

  it('the same again is no news, another name for it is', () => {
    const printers = assigned(initialPrinters, 'paper', IPP)
    expect(decidePrinter(printers, 'paper', IPP)).toMatchObject({ ok: true, events: [] })
    expect(assigned(printers, 'paper', { ...IPP, name: '后台' }).paper).toMatchObject({ name: '后台' })
  })

  it.each(['paper', 'card'] as const)('a receipt printer is not for %s: a roll cuts off what is wider', (use) => {
    expect(decidePrinter(initialPrinters, use, RAW)).toMatchObject({
      ok: false,
      refusal: { code: 'printer-roll-only', field: 'target.kind' }
    })
  })
})

describe('what a paper is for', () => {
  it('follows from its kind', () => {
    expect((['ticket', 'acceptanceNotice', 'handOverSlip', 'contactCard'] as const).map(printerUseOf)).toEqual([
      'ticket',
      'paper',
      'paper',
      'card'
    ])
  })

  it.each(['ticket', 'paper', 'card'] as const)('a test page is for what it tests: %s', (use) => {
    const issuedAt = '2026-11-23T01:05:09.000Z'
    expect(printerUseOfPaper({ kind: 'testPage', hall, use, printerName: '', issuedAt, testId: 't' })).toBe(use)
  })
})

describe('the name of a printer in a job', () => {
  it.each([
    [FOLDER_TARGET, FOLDER],
    [IPP, 'ipp://printer.test/ipp/print'],
    [RAW, 'raw://printer.test:9100?paper=58'],
    [{ ...RAW, status: false, paper: '80' as const }, 'raw://printer.test:9100?paper=80&status=none'],
    [{ kind: 'spooler', queue: 'qiantai', name: '前台' } as const, 'spooler:qiantai']
  ])('is all that is needed to find it again', (target, name) => {
    expect(printerName(target)).toBe(name)
  })

  it('gives back the queue it was made of, whatever is in it, and no other kind is taken for one', () => {
    expect(queueOf(printerName(QUEUE))).toBe('前台 A#1')
    expect([FOLDER_TARGET, IPP, RAW].map((target) => queueOf(printerName(target)))).toEqual([null, null, null])
  })

  it('is not what people call it', () => {
    expect([FOLDER_TARGET, IPP, RAW, QUEUE].map(calledOf)).toEqual(['', '前台', '取号机', '前台'])
  })
})
