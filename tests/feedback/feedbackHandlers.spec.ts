import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '../../electron/catalogue/workbook.ts'
import { feedbackHandlers } from '../../electron/commands/feedbackHandlers.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { RatingLevel } from '../../shared/domain/feedback/rating.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'
import { CLERK, HALL, LEAD, metaOf } from '../support/builders.ts'

/** What leads do about ratings, and what they see of them. */

const MONTH = '2026-11'
const PHONE = '13800138000'
const OTHER_LEAD = { personId: 'admin', name: '管理员甲', roles: ['administrator'] as const }
const VISITOR: Caller = { contentsId: 9, screen: 'rating', session: null }
const callerOf = (person: typeof LEAD | typeof OTHER_LEAD): Caller => ({
  contentsId: 1,
  screen: 'counter',
  session: { personId: person.personId, name: person.name, roles: [...person.roles], counter: null }
})
const lead = callerOf(LEAD)
const administrator = callerOf(OTHER_LEAD)

let there: TestTerminal
let folder: string
let doors: ReturnType<typeof feedbackHandlers>
let presses = 0

const press = (): string => {
  presses += 1
  return `press-${presses}`
}

async function asked(ratingId: string, personId: string = CLERK.personId, caseNos: readonly string[] = []) {
  const at = there.ambient.nowIso()
  const until = new Date(Date.parse(at) + 60_000).toISOString()
  const person = { personId, personName: personId === CLERK.personId ? CLERK.name : LEAD.name }
  const on = there.ambient.today()
  const data = {
    ratingId,
    ticketId: ratingId,
    ticketNo: ratingId,
    group: 'A',
    counter: 1,
    ...person,
    caseNos,
    at,
    on,
    until
  }
  const events = [{ type: 'RatingAsked', v: 1, data } as const]
  const meta = metaOf({ at, date: on })
  await there.log.append(`rating-${ratingId}`, 0, { commitId: `ask-${ratingId}`, events, meta, reply: null })
}

async function given(
  ratingId: string,
  level: RatingLevel,
  more: { comment?: string; phone?: string; by?: string; caseNos?: readonly string[] } = {}
) {
  const { comment = '', phone = null, by, caseNos } = more
  await asked(ratingId, by, caseNos)
  const said = { ratingId, level, reasons: level >= 4 ? ['attitude' as const] : [], comment, phone }
  expect(await doors['rating.give'](said, VISITOR, press())).toEqual({ ok: true, value: null })
}

async function must<T>(reply: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-ratings-'))
  there = await fakeTerminal()
  const excel = { write: writeWorkbook, read: () => Promise.resolve(null) }
  doors = feedbackHandlers({ ...there.terminal, paperFolder: folder }, excel)
  const meta = metaOf({ at: there.ambient.nowIso(), date: there.ambient.today() })
  for (const person of [LEAD, OTHER_LEAD]) {
    const { personId, name, roles } = person
    const registered = { personId, login: personId, name, roles: [...roles], demo: false }
    const events = [{ type: 'StaffRegistered', v: 1, data: registered } as const]
    await there.log.append(`staff-${personId}`, 0, { commitId: `staff-${personId}`, events, meta, reply: null })
  }
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('国办发〔2019〕51号: a bad rating is taken up, called back and closed', () => {
  it('from the list by the day it is due to its end', async () => {
    await given('A001', 5, { comment: '推来推去', phone: PHONE })
    const before = await must(doors['ratings.list']({ month: MONTH }, lead))
    expect(before.open).toMatchObject([
      {
        ratingId: 'A001',
        level: 5,
        phone: '138****8000',
        followUp: { step: 'start', due: '2026-11-24', light: 'amber' }
      }
    ])
    const ratingId = 'A001'
    await must(doors['ratings.start']({ ratingId, reviewer: LEAD.personId }, lead, press()))
    const soon = { ratingId, outcome: 'fixed', text: '已整改', secondLevel: null } as const
    expect(await doors['ratings.close'](soon, lead, press())).toMatchObject({
      refusal: { code: 'follow-up-call-first' }
    })
    await must(doors['ratings.callBack']({ ratingId, reached: true, text: '已致歉' }, lead, press()))
    await must(
      doors['ratings.extend']({ ratingId, until: '2026-12-10', reason: '等答复', approval: null }, lead, press())
    )
    await must(doors['ratings.close']({ ...soon, secondLevel: 2 }, lead, press()))
    expect((await must(doors['ratings.list']({ month: MONTH }, lead))).open).toEqual([])
    expect(await must(doors['ratings.get']({ ratingId }, lead))).toMatchObject({
      level: 5,
      clerkName: CLERK.name,
      closed: { outcome: 'fixed', secondLevel: 2, by: { name: LEAD.name } },
      extensions: [{ until: '2026-12-10', approvedBy: { personId: LEAD.personId } }]
    })
    expect(await must(doors['ratings.month']({ month: MONTH }, lead))).toMatchObject({
      asked: 1,
      rated: 1,
      good: 0,
      followUps: { opened: 1, closed: 1, closedOnTime: 1, overdue: 0, second: 1, secondGood: 1 },
      callBacks: { withPhone: 1, calledBack: 1, reached: 1 }
    })
  })

  it('red when its day has passed', async () => {
    await given('A001', 4)
    there.ambient.setTo('2026-11-25T01:00:00.000Z')
    const { open } = await must(doors['ratings.list']({ month: MONTH }, lead))
    expect(open).toMatchObject([{ followUp: { light: 'red', left: -1 } }])
  })

  it('is not handed to somebody who is not there any more or never was', async () => {
    await given('A001', 4)
    expect(await doors['ratings.start']({ ratingId: 'A001', reviewer: 'nobody' }, lead, press())).toMatchObject({
      refusal: { code: 'person-unknown', field: 'reviewer' }
    })
  })
})

describe('GB/T 39734 4.1: whoever was rated neither sees nor steers it', () => {
  it('a lead who was rated finds that it is there, and nothing more', async () => {
    await given('A001', 5, { by: LEAD.personId, comment: '态度差', phone: PHONE })
    const own = await must(doors['ratings.list']({ month: MONTH }, lead))
    expect(own.open).toMatchObject([{ own: true, level: null, reasons: [], hasComment: false, phone: null }])
    expect(JSON.stringify(own)).not.toMatch(/态度差|8000|attitude/)
    const ratingId = 'A001'
    const tries = [
      await doors['ratings.get']({ ratingId }, lead),
      await doors['ratings.revealPhone']({ ratingId }, lead, press()),
      await doors['ratings.start']({ ratingId, reviewer: OTHER_LEAD.personId }, lead, press()),
      await doors['ratings.start']({ ratingId, reviewer: LEAD.personId }, administrator, press()),
      await doors['ratings.annotate']({ ratingId, text: '误会' }, lead, press())
    ]
    for (const reply of tries) expect(reply).toMatchObject({ ok: false, refusal: { code: 'rating-own' } })
    expect((await must(doors['ratings.get']({ ratingId }, administrator))).comment).toBe('态度差')
  })

  it('the counter has no door that gives a rating, and clerks have none to any of this', () => {
    for (const [name, door] of Object.entries(contract)) {
      if (/^rating\./.test(name)) expect(door.screens).toEqual(['rating'])
      if (/^ratings\./.test(name)) {
        expect(door.screens).toEqual(['counter'])
        expect('allowed' in door && door.allowed).not.toContain('clerk')
      }
      // What is pushed to the rating screen does not reach the counter.
      if (name === 'rating') expect(door.screens).toEqual(['rating'])
    }
  })

  it('figures of persons are for leads, without themselves', async () => {
    await given('A001', 1)
    await given('A002', 5, { by: LEAD.personId })
    const seen = await must(doors['ratings.month']({ month: MONTH }, lead))
    expect(seen.byPerson).toEqual([{ personId: CLERK.personId, name: CLERK.name, asked: 1, rated: 1, good: 1 }])
    expect((await must(doors['ratings.month']({ month: MONTH }, administrator))).byPerson).toBeNull()
  })
})

describe('personal data', () => {
  it('个人信息保护法 6: the number is masked until somebody asks, and the asking is a fact', async () => {
    await given('A001', 5, { phone: PHONE })
    const detail = await must(doors['ratings.get']({ ratingId: 'A001' }, lead))
    expect(JSON.stringify(detail)).not.toContain(PHONE)
    expect(await must(doors['ratings.revealPhone']({ ratingId: 'A001' }, lead, 'reveal-1'))).toEqual({ phone: PHONE })
    const recorded = there.log.all().find(({ commit }) => commit.commitId === 'reveal-1')?.commit
    expect(recorded?.events).toMatchObject([{ type: 'RatingPhoneRevealed', data: { by: { personId: LEAD.personId } } }])
    expect(recorded?.reply).toBeNull()
  })
})

describe('figures and export', () => {
  it('count who said nothing as not rated, in no grade', async () => {
    for (const [n, level] of ([1, 2, 3, 4, 5] as const).entries()) await given(`A00${n + 1}`, level)
    await asked('A006')
    expect(await must(doors['ratings.month']({ month: MONTH }, lead))).toMatchObject({
      asked: 6,
      rated: 5,
      good: 3,
      waiting: 1,
      byLevel: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
      byReason: { attitude: 2, charges: 0 }
    })
    const { byGroup } = await must(doors['ratings.month']({ month: MONTH }, lead))
    expect(byGroup.find(({ group }) => group === 'A')).toMatchObject({ asked: 6, rated: 5, good: 3 })
    expect((await must(doors['ratings.month']({ month: '2026-10' }, lead))).asked).toBe(0)
  })

  it('GB/T 39046 table 9: nine fields in their order, nobody named, no formula let through', async () => {
    await given('A001', 5, { comment: '=cmd', phone: PHONE, caseNos: ['500102202611230100011'] })
    await given('A002', 1)
    const { path: file, count } = await must(doors['ratings.export']({ month: MONTH }, lead))
    expect(count).toBe(2)
    expect(path.basename(file)).toBe('好差评-2026-11.xlsx')
    const [sheet] = await readWorkbook(new Uint8Array(readFileSync(file)), null)
    expect(sheet?.rows).toEqual([
      ['办件编号', '评价渠道', '评价人', '评价时间', '评价次数', '满意度', '满意度代码', '文字评价', '行政区划'],
      [
        '500102202611230100011',
        '窗口评价器',
        '实名（已留电话）',
        '2026-11-23 09:00:00',
        '1',
        '非常不满意',
        '5',
        "'=cmd",
        HALL.regionCode
      ],
      ['', '窗口评价器', '匿名', '2026-11-23 09:00:00', '1', '非常满意', '1', '', HALL.regionCode]
    ])
    expect(await doors['ratings.export']({ month: '2026-10' }, lead)).toMatchObject({
      refusal: { code: 'rating-month-empty' }
    })
  })
})
