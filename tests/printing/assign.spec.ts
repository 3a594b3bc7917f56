import { describe, expect, test } from 'vitest'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { PrinterTarget } from '../../shared/domain/hall/hall.ts'
import { FOLDER } from '../../shared/domain/hall/printers.ts'
import { isUnprinted, paperShown } from '../../shared/projections/paperShown.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'

const IPP: PrinterTarget = { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台' }
const RAW: PrinterTarget = { kind: 'raw', host: 'printer.test', port: 9100, paper: '80', status: true, name: '取号机' }

let commands = 0
const newId = (): string => `command-${++commands}`

const assign = ({ handlers, caller }: TestTerminal, use: 'ticket' | 'paper' | 'card', target: PrinterTarget) =>
  handlers['printers.assign']({ use, target }, caller, newId())

const rollsOf = ({ log }: TestTerminal): readonly unknown[] =>
  log
    .all()
    .flatMap(({ commit }) => commit.events as readonly DomainEvent[])
    .flatMap((event) => (event.type === 'PrintQueued' ? [event.data.roll ?? null] : []))

const queuedOn = ({ log }: TestTerminal): readonly string[] =>
  log
    .all()
    .flatMap(({ commit }) => commit.events as readonly DomainEvent[])
    .flatMap((event) => (event.type === 'PrintQueued' ? [event.data.printer] : []))

describe('printers.assign', () => {
  test('holds for its use from then on', async () => {
    const hall = await fakeTerminal()
    expect(await assign(hall, 'ticket', RAW)).toEqual({ ok: true, value: null })
    expect(await assign(hall, 'paper', IPP)).toEqual({ ok: true, value: null })
    expect(hall.desk.printers).toEqual({ ticket: RAW, paper: IPP, card: { kind: 'folder' } })
  })

  test('an address that nobody can have is refused at its field, and nothing changes', async () => {
    const hall = await fakeTerminal()
    expect(await assign(hall, 'paper', { ...IPP, uri: 'ipp://[' })).toMatchObject({
      ok: false,
      refusal: { code: 'printer-address', field: 'target.uri' }
    })
    expect(hall.desk.printers.paper).toEqual({ kind: 'folder' })
  })

  test('a receipt printer is for tickets only', async () => {
    const hall = await fakeTerminal()
    expect(await assign(hall, 'card', RAW)).toMatchObject({ ok: false, refusal: { code: 'printer-roll-only' } })
  })

  test('sent again it changes nothing', async () => {
    const hall = await fakeTerminal()
    await assign(hall, 'paper', IPP)
    const before = hall.log.all().length
    await assign(hall, 'paper', IPP)
    expect(hall.log.all()).toHaveLength(before)
  })
})

describe('a printer with a roll of 58 mm', () => {
  const narrow = (target: PrinterTarget): PrinterTarget => ({ ...target, ticketWidth: '58' }) as PrinterTarget

  test('is the same printer with another roll, and so another assignment', async () => {
    const hall = await fakeTerminal()
    await assign(hall, 'ticket', IPP)
    const before = hall.log.all().length
    await assign(hall, 'ticket', narrow(IPP))
    await assign(hall, 'ticket', narrow(IPP))
    expect(hall.log.all()).toHaveLength(before + 1)
    expect(hall.desk.printers.ticket).toEqual(narrow(IPP))
  })

  test('is given tickets of that width, and says nothing of other papers', async () => {
    const hall = await fakeTerminal()
    for (const use of ['ticket', 'paper', 'card'] as const) {
      await assign(hall, use, narrow(IPP))
      await hall.handlers['printers.testPage']({ use }, hall.caller, newId())
    }
    await assign(hall, 'ticket', IPP)
    await hall.handlers['printers.testPage']({ use: 'ticket' }, hall.caller, newId())
    expect(rollsOf(hall)).toEqual([58, null, null, null])
    expect(new Set(queuedOn(hall))).toEqual(new Set([IPP.kind === 'ipp' ? IPP.uri : '']))
  })
})

describe('printers.testPage', () => {
  test('goes to the printer of its use, as a paper of its own that is seen like any other', async () => {
    const hall = await fakeTerminal()
    await assign(hall, 'ticket', RAW)
    const reply = await hall.handlers['printers.testPage']({ use: 'ticket' }, hall.caller, newId())
    if (!reply.ok) throw new Error(reply.refusal.code)
    const { docId, jobId } = reply.value
    expect(docId).toMatch(/^test-/)
    expect(queuedOn(hall)).toEqual(['raw://printer.test:9100?paper=80'])
    const paper = hall.desk.papers.get(docId)
    expect(paper?.paper).toMatchObject({ kind: 'testPage', use: 'ticket', printerName: '取号机', testId: docId })
    expect(paper?.prints.jobs).toMatchObject([{ jobId, status: 'queued', reprint: 0 }])
    expect(await hall.handlers['papers.get']({ docId }, hall.caller)).toMatchObject({
      ok: true,
      value: { kind: 'testPage', status: 'queued', jobId }
    })
  })

  test('the same press twice prints one page', async () => {
    const hall = await fakeTerminal()
    const id = newId()
    const first = await hall.handlers['printers.testPage']({ use: 'paper' }, hall.caller, id)
    expect(await hall.handlers['printers.testPage']({ use: 'paper' }, hall.caller, id)).toEqual(first)
    expect(queuedOn(hall)).toEqual([FOLDER])
  })

  test('takes no document number away from the papers', async () => {
    const hall = await fakeTerminal()
    await hall.handlers['printers.testPage']({ use: 'paper' }, hall.caller, newId())
    expect(hall.desk.docSerials.size).toBe(0)
  })

  test.each([
    ['queued', true],
    ['sent', true],
    ['unknown', true],
    ['failed', false],
    ['printed', false]
  ] as const)('stands among the papers to be seen to while it is %s: %s', async (status, stands) => {
    const hall = await fakeTerminal()
    const reply = await hall.handlers['printers.testPage']({ use: 'card' }, hall.caller, newId())
    const paper = reply.ok ? hall.desk.papers.get(reply.value.docId) : undefined
    if (!paper) throw new Error('no test page')
    const jobs = paper.prints.jobs.map((job) => ({ ...job, status }))
    expect(isUnprinted(paperShown({ ...paper, prints: { jobs } }))).toBe(stands)
  })
})

test('a paper is printed where its use is assigned when it is asked for', async () => {
  const hall = await fakeTerminal()
  await assign(hall, 'ticket', RAW)
  await assign(hall, 'paper', IPP)
  const reply = await hall.handlers['printers.testPage']({ use: 'paper' }, hall.caller, newId())
  if (!reply.ok) throw new Error(reply.refusal.code)
  const { docId, jobId } = reply.value
  await hall.terminal.executor.run({
    lane: `doc-${docId}`,
    stream: `doc-${docId}`,
    commandId: newId(),
    meta: {
      at: hall.ambient.nowIso(),
      date: hall.ambient.today(),
      by: 'system',
      byName: '',
      screen: 'main',
      terminal: '01'
    },
    decide: () => ({
      ok: true,
      events: [{ type: 'PrintFailed', v: 1, data: { docId, jobId, reason: 'paper-out', detail: '' } }],
      reply: null
    }),
    expected: () => hall.desk.versionOf(`doc-${docId}`) ?? 0
  })
  await assign(hall, 'paper', { kind: 'spooler', queue: 'qiantai', name: '后台' })
  expect(await hall.handlers['papers.print']({ docId }, hall.caller, newId())).toMatchObject({ ok: true })
  expect(queuedOn(hall)).toEqual([IPP.uri, 'spooler:qiantai'])
})
