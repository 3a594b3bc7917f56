import { beforeEach, describe, expect, it } from 'vitest'
import { closePastDays } from '../../electron/commands/queueClock.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { plainAnswers } from '../support/answers.ts'
import { itemOf, LEAD, PEOPLE, ticksFor } from '../support/builders.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

let hall: TestTerminal
beforeEach(async () => {
  hall = await fakeTerminal()
})

const events = (): readonly DomainEvent[] => hall.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
const ticketNumbers = (): string[] => events().flatMap((e) => (e.type === 'TicketIssued' ? [e.data.no] : []))
const issue = (commandId: string) =>
  hall.handlers['queue.issueTicket']({ group: 'A', priority: null }, hall.caller, commandId)

const item = itemOf('MZ-001')
const papers = (missing: readonly string[] = [], caseId: string | null = null) => ({
  caseId,
  itemId: item.id,
  answers: plainAnswers(item),
  applicant: { ...PEOPLE.plain },
  proxy: null,
  ticks: ticksFor(item, Object.fromEntries(missing.map((id) => [id, 'missing' as const])))
})
const acceptCase = (commandId: string, caseId: string | null = null) =>
  hall.handlers['casework.accept']({ ...papers([], caseId), decideNow: null }, hall.caller, commandId)
const giveNotice = (commandId: string) =>
  hall.handlers['casework.giveOneTimeNotice'](
    { ...papers(['m1']), secondNoticeReason: null, approval: null },
    hall.caller,
    commandId
  )
const caseNumbers = (): string[] => events().flatMap((e) => (e.type === 'CaseReceived' ? [e.data.caseNo] : []))
const docNumbers = (): string[] =>
  events().flatMap((e) => (e.type === 'DocumentIssued' && e.data.caseId !== null ? [e.data.docNo] : []))

describe('taking a ticket at the counter', () => {
  it('a double tap makes one ticket', async () => {
    const [one, two] = await Promise.all([issue('press-0001'), issue('press-0001')])
    expect(one).toEqual(two)
    expect(ticketNumbers()).toEqual(['A001'])
  })

  it('two taps of two people make two, numbered in the order in which they came', async () => {
    await Promise.all(['press-0001', 'press-0002', 'press-0003'].map(issue))
    expect(ticketNumbers()).toEqual(['A001', 'A002', 'A003'])
  })

  it('a number that a full disk took back is given to the next', async () => {
    await issue('press-0001')
    hall.log.refuseNext('full')
    expect(await issue('press-0002')).toMatchObject({ refusal: { code: 'log-full' } })
    await issue('press-0003')
    expect(ticketNumbers()).toEqual(['A001', 'A002'])
  })
})

describe('calling', () => {
  it('needs the counter of the session, whoever else sits there', async () => {
    const { handlers, caller } = hall
    await issue('press-0001')
    await handlers['queue.openCounter']({}, caller, 'press-0002')
    expect(await handlers['queue.callNext']({}, caller, 'press-0003')).toMatchObject({
      ok: true,
      value: { no: 'A001' }
    })
    const elsewhere = { ...caller, session: { ...LEAD, counter: null } }
    expect(await handlers['queue.callNext']({}, elsewhere, 'press-0004')).toMatchObject({
      refusal: { code: 'no-counter' }
    })
  })
})

describe('taking papers in', () => {
  it('of several visitors at once: case and document numbers without a gap, none twice', async () => {
    const replies = await Promise.all(
      ['press-0001', 'press-0002', 'press-0003', 'press-0004'].map((id) => acceptCase(id))
    )
    expect(replies.every((r) => r.ok)).toBe(true)
    expect(caseNumbers().map((no) => no.slice(14, 20))).toEqual(['010001', '010002', '010003', '010004'])
    expect(docNumbers()).toEqual([1, 2, 3, 4].map((n) => `云溪街办受〔2026〕01000${n}号`))
    expect(new Set(hall.log.all().map((r) => r.stream)).size).toBe(2 + 4)
  })

  it('pressed twice is one case with one paper, and both presses get its numbers', async () => {
    const [one, two] = await Promise.all([acceptCase('press-0001'), acceptCase('press-0001')])
    expect(one).toEqual(two)
    expect([caseNumbers().length, docNumbers().length]).toEqual([1, 1])
  })

  it('a refusal uses no number', async () => {
    const wrong = { ...papers(), decideNow: null, applicant: { ...PEOPLE.plain, idNumber: '500102198511209984' } }
    expect(await hall.handlers['casework.accept'](wrong, hall.caller, 'press-0001')).toMatchObject({ ok: false })
    await acceptCase('press-0002')
    expect(caseNumbers()[0]?.slice(14, 20)).toBe('010001')
  })

  it('the visitor who comes back goes on in the same case', async () => {
    const noticed = await giveNotice('press-0001')
    const caseId = noticed.ok ? noticed.value.caseId : ''
    hall.ambient.pass(3 * 24 * 3600)
    const accepted = await acceptCase('press-0002', caseId)
    expect(accepted).toMatchObject({ ok: true, value: { caseId, caseNo: caseNumbers()[0] } })
    expect(caseNumbers()).toHaveLength(1)
    expect(hall.desk.cases.get(caseId)).toMatchObject({ status: 'accepted', acceptedOn: '2026-11-26' })
    expect(docNumbers()).toEqual(['云溪街办告〔2026〕010001号', '云溪街办受〔2026〕010001号'])
  })

  it('two clerks who accept the same case at once: one does, the other is told', async () => {
    const noticed = await giveNotice('press-0001')
    const caseId = noticed.ok ? noticed.value.caseId : ''
    const replies = await Promise.all([acceptCase('press-0002', caseId), acceptCase('press-0003', caseId)])
    expect(replies[0]).toMatchObject({ ok: true })
    expect(replies[1]).toMatchObject({ ok: false, refusal: { code: 'case-not-open', status: 'accepted' } })
    expect(docNumbers()).toHaveLength(2)
  })

  it('a clock that is set back and forth gives no case number twice', async () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-23', '2015-01-01', '2026-11-23', '2026-11-24']
    for (const [n, day] of days.entries()) {
      hall.ambient.setTo(`${day}T02:00:00.000Z`)
      expect(await acceptCase(`press-000${n}`)).toMatchObject({ ok: true })
    }
    expect(new Set(caseNumbers()).size).toBe(days.length)
    expect(caseNumbers().map((no) => no.slice(6, 20))).toEqual([
      '20261123010001',
      '20261124010001',
      '20261123010002',
      '20150101010001',
      '20261123010003',
      '20261124010002'
    ])
  })

  it('the ticket that is being served stands in the case', async () => {
    const { handlers, caller } = hall
    await issue('press-0001')
    await handlers['queue.openCounter']({}, caller, 'press-0002')
    await handlers['queue.callNext']({}, caller, 'press-0003')
    await handlers['queue.startService']({}, caller, 'press-0004')
    await acceptCase('press-0005')
    expect(events().find((e) => e.type === 'CaseReceived')).toMatchObject({ data: { ticketNo: 'A001', counter: 1 } })
  })
})

describe('the end of a day', () => {
  it('comes with the next one: leftovers are expired by name, once', async () => {
    await issue('press-0001')
    await closePastDays(hall.terminal)
    expect(events().some((e) => e.type === 'HallDayClosed')).toBe(false)
    hall.ambient.pass(24 * 3600)
    await closePastDays(hall.terminal)
    await closePastDays(hall.terminal)
    expect(events().filter((e) => e.type === 'HallDayClosed')).toMatchObject([
      { data: { date: '2026-11-23', expired: ['A001'] } }
    ])
  })

  it('begins the next at 001', async () => {
    await issue('press-0001')
    hall.ambient.pass(24 * 3600)
    await closePastDays(hall.terminal)
    await issue('press-0002')
    expect(ticketNumbers()).toEqual(['A001', 'A001'])
  })

  it('a clock that goes back to a closed day gives none of its numbers again', async () => {
    await issue('press-0001')
    hall.ambient.pass(24 * 3600)
    await closePastDays(hall.terminal)
    hall.ambient.pass(-24 * 3600)
    await issue('press-0002')
    expect(ticketNumbers()).toEqual(['A001', 'A002'])
  })
})
