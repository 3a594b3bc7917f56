import { beforeEach, describe, expect, it } from 'vitest'
import { acceptByLaw, recomputeLimits, returnHandOvers } from '../../electron/commands/caseClock.ts'
import { registerPerson } from '../../electron/commands/staffHandlers.ts'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { plainAnswers } from '../support/answers.ts'
import { CLERK, DAY, itemOf, LEAD, metaOf, PEOPLE, ticksFor } from '../support/builders.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

/** What the handlers add to the rules: numbers, streams, versions of items, the clock, a lead's word. */

const LEAD_PASSWORD = 'Yanshi@2026'
const DAY_S = 24 * 3600
const quiet = { warn: () => undefined } as never

let hall: TestTerminal
let pressed = 0
beforeEach(async () => {
  hall = await fakeTerminal()
  pressed = 0
})

const press = (): string => {
  pressed += 1
  return `press-${String(pressed).padStart(4, '0')}`
}
const events = (): readonly DomainEvent[] => hall.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
const papersIssued = (): string[] => events().flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper.kind] : []))

const item = itemOf('MZ-001')
const BLANK = { name: '', idKind: 'residentId', idNumber: '', phone: null, address: '' }

type Intake = InputOf<'casework.receive'>
const papers = (caseId: string | null = null): Intake => ({
  caseId,
  itemId: item.id,
  answers: plainAnswers(item),
  applicant: { ...PEOPLE.plain },
  proxy: null,
  ticks: ticksFor(item)
})

async function granted<V>(reply: Promise<{ ok: true; value: V } | { ok: false; refusal: unknown }>): Promise<V> {
  const settled = await reply
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusal))
  return settled.value
}

const receive = () => granted(Promise.resolve(hall.handlers['casework.receive'](papers(), hall.caller, press())))
const ask = () =>
  granted(
    Promise.resolve(
      hall.handlers['enquiry.record'](
        {
          itemId: item.id,
          topic: '',
          answers: plainAnswers(item),
          applicant: BLANK,
          hasProxy: false,
          answer: { text: '', destination: null }
        },
        hall.caller,
        press()
      )
    )
  )

describe('somebody asks first and applies later', () => {
  it('an enquiry uses no case number; the case it becomes keeps its stream, its first responder and its papers', async () => {
    const asked = await ask()
    expect(asked.caseNo).toMatch(/^ZX\d{15}$/)
    hall.ambient.pass(DAY_S)
    const accepted = await granted(
      Promise.resolve(
        hall.handlers['casework.accept'](
          { ...papers(asked.caseId), decideNow: null },
          { ...hall.caller, session: { ...LEAD, counter: 2 } },
          press()
        )
      )
    )
    expect(accepted.caseId).toBe(asked.caseId)
    expect(accepted.caseNo).toMatch(/^\d{21}$/)
    expect(accepted.caseNo.slice(16, 20)).toBe('0001')
    expect(accepted.docId).not.toBe(asked.docId)
    expect(hall.desk.cases.get(asked.caseId)).toMatchObject({
      status: 'accepted',
      firstResponder: { personId: CLERK.personId },
      acceptedOn: '2026-11-24'
    })
  })

  it('a question of long ago is taken in anew', async () => {
    const asked = await ask()
    hall.ambient.pass(100 * DAY_S)
    await receive()
    const late = await hall.handlers['casework.receive'](papers(asked.caseId), hall.caller, press())
    expect(late).toMatchObject({ refusal: { code: 'enquiry-too-old' } })
  })
})

describe('a case keeps the version of the item under which it was received', () => {
  it('a material that was added later is not asked of it', async () => {
    const { caseId } = await receive()
    const more = { ...item.materials[0], id: 'm90', name: '后来加的材料' } as (typeof item.materials)[number]
    const next = { ...item, version: 2, materials: [...item.materials, more] }
    await hall.log.append(`item-${item.id}`, 1, {
      commitId: 'second-version',
      events: [{ type: 'ItemPublished', v: 1, data: { itemId: item.id, version: 2, effectiveFrom: DAY, item: next } }],
      meta: metaOf(),
      reply: null
    })
    const old = await hall.handlers['casework.accept']({ ...papers(caseId), decideNow: null }, hall.caller, press())
    expect(old).toMatchObject({ ok: true })
    const fresh = await hall.handlers['casework.accept']({ ...papers(), decideNow: null }, hall.caller, press())
    expect(fresh).toMatchObject({ refusal: { code: 'tick-missing', materialId: 'm90' } })
  })
})

describe('silence counts as acceptance (许可法 32)', () => {
  it('when the sixth working day begins, once, from the day of receipt, with its paper', async () => {
    const { caseId } = await receive()
    for (let day = 0; day < 7; day += 1) {
      hall.ambient.pass(DAY_S)
      await acceptByLaw(hall.terminal, quiet)
      // 2026-11-23 is a Monday: the fifth working day is Monday the 30th.
      expect(hall.desk.cases.get(caseId)?.status).toBe('received')
    }
    hall.ambient.pass(DAY_S)
    await acceptByLaw(hall.terminal, quiet)
    await acceptByLaw(hall.terminal, quiet)
    expect(hall.desk.cases.get(caseId)).toMatchObject({ status: 'accepted', acceptedOn: DAY, deemed: true })
    expect(papersIssued().filter((kind) => kind === 'acceptanceNotice')).toHaveLength(1)
  })

  it('nothing is accepted of which something was told', async () => {
    const { caseId } = await receive()
    const { ticks, ...rest } = papers(caseId)
    const gap = ticks.map((tick, at) => (at === 0 ? { ...tick, result: 'missing' as const } : tick))
    const told = { ...rest, ticks: gap, secondNoticeReason: null, approval: null }
    await granted(Promise.resolve(hall.handlers['casework.giveOneTimeNotice'](told, hall.caller, press())))
    hall.ambient.pass(30 * DAY_S)
    await acceptByLaw(hall.terminal, quiet)
    expect(hall.desk.cases.get(caseId)?.status).toBe('supplement')
  })
})

describe('a matter that is handed over (首问负责)', () => {
  const offer = async (to: string) => {
    const { caseId } = await receive()
    const offered = await hall.handlers['casework.offerHandOver'](
      { caseId, to, reason: '由经办人办理' },
      hall.caller,
      press()
    )
    return { caseId, offered }
  }
  const register = (login: string, name: string, roles: readonly ('clerk' | 'lead')[]) =>
    registerPerson(
      hall.terminal,
      { login, name, roles, demo: true, password: LEAD_PASSWORD },
      press(),
      metaOf(),
      'password'
    )

  it('to nobody in particular is not handed over', async () => {
    const { offered } = await offer('nobody')
    expect(offered).toMatchObject({ refusal: { code: 'person-unknown', field: 'to' } })
  })

  it('is its giver’s until it is taken up, and again when nobody has taken it up in time', async () => {
    await register('qiu', '仇文澜', ['clerk'])
    const { caseId } = await offer('qiu')
    await returnHandOvers(hall.terminal, quiet)
    expect(hall.desk.cases.get(caseId)).toMatchObject({ owner: { personId: CLERK.personId }, handOverReturned: false })
    hall.ambient.pass(31 * 60)
    await returnHandOvers(hall.terminal, quiet)
    await returnHandOvers(hall.terminal, quiet)
    expect(hall.desk.cases.get(caseId)).toMatchObject({
      owner: { personId: CLERK.personId },
      handOver: null,
      handOverReturned: true
    })
    expect(events().filter((e) => e.type === 'HandOverReturned')).toHaveLength(1)
  })

  it('belongs to whoever has taken it up', async () => {
    await register('qiu', '仇文澜', ['clerk'])
    const { caseId } = await offer('qiu')
    const other = { ...hall.caller, session: { ...LEAD, counter: 2 } }
    expect(await hall.handlers['casework.acceptHandOver']({ caseId }, other, press())).toMatchObject({ ok: false })
    const qiu = { ...hall.caller, session: { personId: 'qiu', name: '仇文澜', roles: ['clerk'] as const, counter: 3 } }
    await granted(Promise.resolve(hall.handlers['casework.acceptHandOver']({ caseId }, qiu, press())))
    expect(hall.desk.cases.get(caseId)).toMatchObject({ owner: { personId: 'qiu' }, handOver: null })
  })
})

describe('a second notice about what was visible before (许可法 72(4))', () => {
  const notice = (
    caseId: string | null,
    missing: readonly string[],
    approval: InputOf<'casework.giveOneTimeNotice'>['approval']
  ) => {
    const { ticks, ...rest } = papers(caseId)
    const given = ticks.map((tick) =>
      missing.includes(tick.materialId) ? { ...tick, result: 'missing' as const } : tick
    )
    const input = { ...rest, ticks: given, secondNoticeReason: '第一次漏看了', approval }
    return hall.handlers['casework.giveOneTimeNotice'](input, hall.caller, press())
  }

  it('goes out on the word of a lead who types name and password, and is a fault', async () => {
    const lead = {
      login: 'shan',
      name: '单雨青',
      roles: ['clerk', 'lead'] as const,
      demo: true,
      password: LEAD_PASSWORD
    }
    await registerPerson(hall.terminal, lead, press(), metaOf(), 'password')
    const first = await granted(Promise.resolve(notice(null, ['m1'], null)))
    expect(await notice(first.caseId, ['m1', 'm2'], null)).toMatchObject({
      refusal: { code: 'second-notice-needs-lead' }
    })
    const wrong = { login: 'shan', password: 'Falsch@2026' }
    expect(await notice(first.caseId, ['m1', 'm2'], wrong)).toMatchObject({
      refusal: { code: 'approval-failed', field: 'approval.password' }
    })
    const right = { login: 'shan', password: LEAD_PASSWORD }
    await granted(Promise.resolve(notice(first.caseId, ['m1', 'm2'], right)))
    expect(hall.desk.cases.get(first.caseId)).toMatchObject({ status: 'supplement', faults: 1 })
    expect(JSON.stringify(hall.log.all())).not.toContain(LEAD_PASSWORD)
  })

  it('a clerk’s own word is not a lead’s', async () => {
    const clerk = { login: 'qiu', name: '仇文澜', roles: ['clerk'] as const, demo: true, password: LEAD_PASSWORD }
    await registerPerson(hall.terminal, clerk, press(), metaOf(), 'password')
    const first = await granted(Promise.resolve(notice(null, ['m1'], null)))
    const given = { login: 'qiu', password: LEAD_PASSWORD }
    expect(await notice(first.caseId, ['m1', 'm2'], given)).toMatchObject({
      refusal: { code: 'approval-not-lead', field: 'approval.login' }
    })
  })
})

describe('other holidays come into force', () => {
  it('changes no case whose dates stay as they are', async () => {
    await granted(
      Promise.resolve(hall.handlers['casework.accept']({ ...papers(), decideNow: null }, hall.caller, press()))
    )
    expect(await recomputeLimits(hall.terminal, 'mark')).toBe(0)
  })
})

describe('who may take a matter over', () => {
  it('everybody but oneself, by pinyin with the readings of surnames', async () => {
    const people = [
      ['qiu', '仇文澜'],
      ['shan', '单雨青'],
      ['an', '安宁'],
      ['zhou', CLERK.name]
    ] as const
    for (const [login, name] of people) {
      const person = { login, name, roles: ['clerk'] as const, demo: true, password: LEAD_PASSWORD }
      await registerPerson(hall.terminal, person, press(), metaOf(), 'password')
    }
    const others = await granted(Promise.resolve(hall.handlers['staff.colleagues']({}, hall.caller)))
    expect(others.map((person) => person.name)).toEqual(['安宁', '仇文澜', '单雨青'])
  })
})
