import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { dayHandlers, freeBytes } from '../../electron/commands/dayHandlers.ts'
import { closePastDays } from '../../electron/commands/queueClock.ts'
import type { Terminal } from '../../electron/commands/terminal.ts'
import type { DayCheckName } from '../../shared/domain/day/openingChecks.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { deskView } from '../../shared/projections/queueViews.ts'
import { HALL, LEAD } from '../support/builders.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

let there: TestTerminal
let presses = 0
const press = (): string => {
  presses += 1
  return `day-press-${String(presses).padStart(4, '0')}`
}

const CONDITION = { hallScreens: 1, history: 'ready', logAlarm: false, dataFolder: tmpdir() }
const doors = (condition: Partial<ReturnType<Terminal['condition']>> = {}) =>
  dayHandlers({ ...there.terminal, condition: () => ({ ...CONDITION, ...condition }) })

const events = (): readonly DomainEvent[] => there.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])

async function found(condition: Partial<ReturnType<Terminal['condition']>> = {}) {
  const reply = await doors(condition)['day.check']({}, there.caller, press())
  if (!reply.ok) throw new Error(reply.refusal.code)
  return (check: DayCheckName) => reply.value.checks.find((one) => one.check === check)
}

const sheet = async () => {
  const reply = await doors()['day.sheet']({}, there.caller)
  if (!reply.ok) throw new Error(reply.refusal.code)
  return reply.value
}

const view = () => {
  const { desk, terminal, ambient } = there
  return deskView(desk, HALL, ambient.today(), { counter: 1, personId: 'zhou' }, terminal.readCase)
}

const queue = async <K extends 'queue.issueTicket' | 'queue.openCounter' | 'queue.callNext'>(name: K, input: object) =>
  expect(await there.handlers[name](input as never, there.caller, press())).toMatchObject({ ok: true })

beforeEach(async () => {
  there = await fakeTerminal()
})

describe('the opening checks', () => {
  it('are recorded once, by whom and when, and the desk shows the newest of today', async () => {
    expect(view().opening).toBeNull()
    const commandId = press()
    const one = doors()
    const first = await one['day.check']({}, there.caller, commandId)
    expect(await one['day.check']({}, there.caller, commandId)).toEqual(first)
    expect(events().filter(({ type }) => type === 'OpeningChecked')).toMatchObject([{ data: { by: 'zhou' } }])
    expect(view().opening).toMatchObject({ at: there.ambient.nowIso() })
    there.ambient.pass(600)
    await found()
    expect(view().opening?.at).toBe(there.ambient.nowIso())
    expect(events().filter(({ type }) => type === 'OpeningChecked')).toHaveLength(2)
  })

  it('of yesterday say nothing about today', async () => {
    await found()
    there.ambient.pass(24 * 3600)
    expect(view().opening).toBeNull()
    await found()
    expect(view().opening?.at).toBe(there.ambient.nowIso())
  })

  it('see windows, history and log as the program knows them', async () => {
    const planned = there.desk.service.screens.filter(({ role }) => role === 'hall').length
    const well = await found({ hallScreens: planned })
    for (const check of ['hallScreen', 'history', 'log'] as const) expect(well(check)?.state).toBe('good')
    const ill = await found({ hallScreens: 0, history: 'failed', logAlarm: true })
    expect(ill('hallScreen')).toMatchObject({ state: 'bad', detail: `0/${planned}` })
    expect(ill('history')).toMatchObject({ state: 'warn', detail: 'failed' })
    expect(ill('log')?.state).toBe('bad')
  })

  it('ask printers how they are, and a folder is told as what it is', async () => {
    expect((await found())('ticketPrinter')).toMatchObject({ state: 'warn', detail: 'folder' })
    there.desk.printers = { ...there.desk.printers, paper: { kind: 'ipp', name: '前台', uri: 'ipp://127.0.0.1:9/x' } }
    expect((await found())('paperPrinter')).toMatchObject({ state: 'bad', detail: 'unreachable' })
  })

  it('an address that no printer can have is a printer nobody reaches, not an error', async () => {
    there.desk.printers = { ...there.desk.printers, paper: { kind: 'ipp', name: '前台', uri: 'not an address' } }
    expect((await found())('paperPrinter')).toMatchObject({ state: 'bad', detail: 'unreachable' })
  })

  it('see a clock that was set back behind the newest record', async () => {
    expect((await found())('clock')?.state).toBe('good')
    there.ambient.pass(-2 * 3600)
    expect((await found())('clock')).toMatchObject({ state: 'bad', detail: there.desk.at })
  })

  it('see papers that nobody printed and days that nobody closed', async () => {
    await queue('queue.issueTicket', { group: 'A', priority: null })
    there.ambient.pass(24 * 3600)
    expect((await found())('backlog')).toMatchObject({ state: 'bad', detail: '1/1' })
    await closePastDays(there.terminal)
    expect((await found())('backlog')).toMatchObject({ state: 'good', detail: '0/0' })
  })
})

describe('free space', () => {
  it('is a number of bytes, and nothing at all where the system does not say', async () => {
    expect(await freeBytes(tmpdir())).toBeGreaterThan(0)
    expect(await freeBytes(path.join(tmpdir(), 'no', 'such', 'folder'))).toBeNull()
  })
})

describe('the day sheet', () => {
  it('prints what the screen shows, as a paper of its own with every asking', async () => {
    await queue('queue.issueTicket', { group: 'A', priority: null })
    await queue('queue.openCounter', {})
    await queue('queue.callNext', {})
    const { figures, lists } = await sheet()
    expect(figures).toMatchObject({ issued: 1, open: 1 })
    const first = await doors()['day.printSheet']({}, there.caller, press())
    const second = await doors()['day.printSheet']({}, there.caller, press())
    if (!first.ok || !second.ok) throw new Error('not printed')
    expect(first.value.docId).not.toBe(second.value.docId)
    const issued = events().flatMap((e) => (e.type === 'DocumentIssued' && e.data.paper.kind === 'daySheet' ? [e] : []))
    expect(issued).toHaveLength(2)
    expect(issued[0]?.data).toMatchObject({ caseId: null, docNo: '日结单 2026-11-23' })
    expect(issued[0]?.data.paper).toMatchObject({ figures, lists, closed: false, issuedBy: '周晓禾' })
    const queued = events().flatMap((e) => (e.type === 'PrintQueued' ? [e.data.jobId] : []))
    expect(queued).toEqual([first.value.jobId, second.value.jobId])
  })

  it('pressed twice is one sheet', async () => {
    const commandId = press()
    const one = doors()
    const first = await one['day.printSheet']({}, there.caller, commandId)
    expect(await one['day.printSheet']({}, there.caller, commandId)).toEqual(first)
    expect(events().filter(({ type }) => type === 'PrintQueued')).toHaveLength(1)
  })

  it('does not stand in its own list of papers that were not printed', async () => {
    await doors()['day.printSheet']({}, there.caller, press())
    const jobs = [...there.desk.papers.values()].filter(({ paper }) => paper.kind === 'daySheet')
    expect(jobs).toHaveLength(1)
    expect((await sheet()).lists.unprinted).toEqual([])
  })

  it('of a hall that cannot be closed names who is in the way; the refusal names the same (延时服务制)', async () => {
    await queue('queue.issueTicket', { group: 'A', priority: null })
    const lead = { ...there.caller, session: { ...LEAD, counter: 1 } }
    const refused = await there.handlers['queue.closeHall']({}, lead, press())
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'hall-not-empty', waiting: ['A001'] } })
    expect((await sheet()).left).toMatchObject({ waiting: ['A001'], called: [], serving: [], held: [] })
  })
})
