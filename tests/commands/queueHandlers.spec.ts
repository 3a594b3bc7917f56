import { beforeEach, describe, expect, it } from 'vitest'
import { queueByClock } from '../../electron/commands/queueClock.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'
import { plainAnswers } from '../support/answers.ts'
import { CLERK, HALL, itemOf, LEAD, metaOf, PEOPLE, ticksFor } from '../support/builders.ts'
import { QUICK } from '../support/quickService.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

let hall: TestTerminal
let presses = 0
const press = (): string => {
  presses += 1
  return `press-${String(presses).padStart(4, '0')}`
}

const silent = { warn: () => undefined }
const events = (): readonly DomainEvent[] => hall.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
const last = <T extends DomainEvent['type']>(type: T) =>
  events().findLast((e): e is Extract<DomainEvent, { type: T }> => e.type === type)

/** What the hall sets, or its own description, as it is recorded. */
async function record(event: DomainEvent): Promise<void> {
  const version = hall.desk.versionOf('hall') ?? 0
  await hall.log.append('hall', version, {
    commitId: press(),
    events: [event] as never,
    meta: metaOf({ at: hall.ambient.nowIso() }),
    reply: null
  })
}
const set = (service: HallService) => record({ type: 'HallServiceSet', v: 1, data: { service } })

const sitting = (counter: number | null, person: Partial<NonNullable<Caller['session']>> = {}): Caller => ({
  ...hall.caller,
  session: { ...CLERK, ...person, counter }
})

async function register(person: { personId: string; name: string; password?: string; roles?: ['clerk' | 'lead'] }) {
  const administrator = sitting(null, { roles: ['administrator'] })
  const { personId, name, roles = ['clerk'], password = 'Yanshi@2026' } = person
  const input = { login: personId, name, roles, password }
  expect(await hall.handlers['staff.register'](input, administrator, press())).toMatchObject({ ok: true })
}

const issue = (group = 'A') => hall.handlers['queue.issueTicket']({ group, priority: null }, hall.caller, press())
const serving = async (): Promise<void> => {
  await hall.handlers['queue.openCounter']({}, hall.caller, press())
  await hall.handlers['queue.callNext']({}, hall.caller, press())
  await hall.handlers['queue.startService']({}, hall.caller, press())
}

beforeEach(async () => {
  hall = await fakeTerminal()
})

describe('calling somebody out of turn', () => {
  const choose = async (caller: Caller, approval: { login: string; password: string } | null) => {
    await issue()
    await issue()
    await hall.handlers['queue.openCounter']({}, caller, press())
    const ticketId = '20261123-A002'
    return hall.handlers['queue.callChosen']({ ticketId, reason: '要赶车', approval }, caller, press())
  }

  it('needs no lead where the hall leaves it to the clerk', async () => {
    expect(await choose(hall.caller, null)).toMatchObject({ ok: true, value: { no: 'A002' } })
    expect(last('TicketCalled')).toMatchObject({ data: { chosen: { reason: '要赶车', approvedBy: '' } } })
  })

  it('needs a lead’s word where the hall wants one', async () => {
    await set({ ...QUICK, queue: { ...QUICK.queue, chooseBy: 'lead' } })
    expect(await choose(hall.caller, null)).toMatchObject({ ok: false, refusal: { code: 'choose-needs-lead' } })
    await register({ personId: 'qiu', name: '仇文澜', roles: ['lead'] })
    const wrong = { login: 'qiu', password: 'Cuowu@2026' }
    expect(await choose(hall.caller, wrong)).toMatchObject({ refusal: { code: 'approval-failed' } })
    expect(await choose(hall.caller, { login: 'qiu', password: 'Yanshi@2026' })).toMatchObject({ ok: true })
    expect(last('TicketCalled')).toMatchObject({ data: { by: CLERK.personId, chosen: { approvedBy: 'qiu' } } })
  })

  it('a lead at the counter is their own word', async () => {
    await set({ ...QUICK, queue: { ...QUICK.queue, chooseBy: 'lead' } })
    expect(await choose(sitting(1, LEAD), null)).toMatchObject({ ok: true })
    expect(last('TicketCalled')).toMatchObject({ data: { chosen: { approvedBy: LEAD.personId } } })
  })
})

describe('sending somebody to a colleague', () => {
  const to = (toPerson: string) =>
    hall.handlers['queue.transfer']({ group: 'B', toCounter: null, toPerson, reason: '' }, hall.caller, press())

  it('records the name, and the colleague alone may call', async () => {
    await register({ personId: 'qiu', name: '仇文澜' })
    const colleague = sitting(2, { personId: 'qiu', name: '仇文澜' })
    await hall.handlers['queue.openCounter']({}, colleague, press())
    await issue()
    await serving()
    expect(await to('qiu')).toMatchObject({ ok: true })
    expect(last('TicketTransferred')).toMatchObject({ data: { toPerson: 'qiu', toPersonName: '仇文澜', group: 'B' } })
    expect(await hall.handlers['queue.callNext']({}, hall.caller, press())).toMatchObject({
      refusal: { code: 'nobody-waiting' }
    })
    expect(await hall.handlers['queue.callNext']({}, colleague, press())).toMatchObject({ value: { no: 'A001' } })
  })

  it('somebody who is unknown or has left is refused', async () => {
    await issue()
    await serving()
    expect(await to('nobody')).toMatchObject({ refusal: { code: 'person-unknown', field: 'toPerson' } })
  })
})

describe('a number', () => {
  it('is found by what stands on it, with its way through the hall', async () => {
    await issue()
    await serving()
    await hall.handlers['queue.finishService']({ saidEnd: null }, hall.caller, press())
    const found = await hall.handlers['queue.ticket']({ no: 'a001' }, hall.caller)
    expect(found).toMatchObject({ ok: true, value: { ticket: { no: 'A001', status: 'finished', groupName: '民政' } } })
    const kinds = found.ok ? found.value.trail.map((step) => step.kind) : []
    expect(kinds).toEqual(['TicketIssued', 'TicketCalled', 'ServiceStarted', 'ServiceFinished'])
    expect(await hall.handlers['queue.ticket']({ no: 'A002' }, hall.caller)).toMatchObject({
      refusal: { code: 'ticket-unknown' }
    })
  })
})

describe('a colleague who is wanted', () => {
  it('is answered from wherever somebody sits: the counter that called is meant', async () => {
    await hall.handlers['queue.openCounter']({}, hall.caller, press())
    await hall.handlers['queue.callColleague']({ reason: '请来看一下' }, hall.caller, press())
    const day = () => hall.desk.queues.get('2026-11-23')
    const alarm = () => {
      const now = day()
      return now && now.status !== 'unopened' ? now.counters.get(1)?.alarm : undefined
    }
    expect(alarm()).toMatchObject({ reason: '请来看一下', byName: CLERK.name })
    await hall.handlers['queue.answerColleague']({ counter: 1 }, sitting(null, LEAD), press())
    expect(alarm()).toBeNull()
  })
})

describe('延时服务', () => {
  const closingAt = (closingTime: string) =>
    record({ type: 'HallRulesSet', v: 1, data: { rules: { ...hall.desk.rules, closingTime } } })

  it('begins by the clock while somebody waits past closing time, once, and ends with the last', async () => {
    await closingAt('10:00')
    await issue()
    const minute = async (): Promise<number> => {
      hall.ambient.pass(60)
      await queueByClock(hall.terminal, silent)
      return events().filter((e) => e.type.startsWith('ExtendedService')).length
    }
    expect(await minute()).toBe(0)
    hall.ambient.setTo('2026-11-23T02:00:00.000Z')
    expect(await minute()).toBe(1)
    expect(await minute()).toBe(1)
    await serving()
    expect(await minute()).toBe(1)
    await hall.handlers['queue.finishService']({ saidEnd: null }, hall.caller, press())
    expect(await minute()).toBe(2)
    expect(last('ExtendedServiceEnded')).toMatchObject({ data: { served: 1, people: [CLERK.personId] } })
  })

  it('leaves the record alone on a day that nobody has opened', async () => {
    const before = hall.log.all().length
    hall.ambient.setTo('2026-11-23T12:00:00.000Z')
    await queueByClock(hall.terminal, silent)
    expect(hall.log.all()).toHaveLength(before)
  })
})

describe('the settings of the hall', () => {
  it('are what was set last, and the defaults before', async () => {
    expect(await hall.handlers['service.get']({}, hall.caller)).toEqual({ ok: true, value: defaultHallService() })
    await set(QUICK)
    expect(await hall.handlers['service.get']({}, hall.caller)).toEqual({ ok: true, value: QUICK })
  })
})

describe('a counter with a list of items', () => {
  const item = itemOf('MZ-001')
  const intake = (caller: Caller) => {
    const papers = { caseId: null, itemId: item.id, answers: plainAnswers(item), applicant: { ...PEOPLE.plain } }
    const ticks = ticksFor(item)
    return hall.handlers['casework.accept']({ ...papers, proxy: null, ticks, decideNow: null }, caller, press())
  }
  const listing = (items: Readonly<Record<number, readonly string[]>>) =>
    record({
      type: 'HallChanged',
      v: 1,
      data: {
        config: { ...HALL, counters: HALL.counters.map((c) => ({ ...c, ...(items[c.no] && { items: items[c.no] }) })) }
      }
    })

  it('takes in no other, and names the counters that do', async () => {
    await listing({ 1: ['HJ-002'], 2: ['MZ-001', 'SB-003'], 9: ['MZ-001'] })
    expect(await intake(hall.caller)).toMatchObject({
      refusal: { code: 'item-not-at-counter', field: 'itemId', counters: [2, 9] }
    })
    expect(await intake(sitting(9))).toMatchObject({ ok: true })
  })

  it('sends to counters without a list where none names the item', async () => {
    await listing({ 1: ['HJ-002'], 2: ['SB-003'] })
    expect(await intake(hall.caller)).toMatchObject({ refusal: { counters: [3, 4, 5, 6, 7, 8, 9] } })
    expect(await intake(sitting(3))).toMatchObject({ ok: true })
  })
})
