import { describe, expect, it } from 'vitest'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import {
  acceptCase,
  act,
  askAbout,
  caseAct,
  caseRules,
  giveNotice,
  itemOf,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const urgent = itemOf('MZ-003')
/** The supplement period ends on 2026-12-23. */
const monthly = { ...item, lapse: { value: 30, unit: 'CALENDAR_DAY' as const } }
const noticed = story().and(giveNotice({ item: monthly, ticks: ticksFor(item, { m1: 'missing', m2: 'exempt' }) }))
const remind = (date = '2026-12-16') =>
  ({ ...act({ date }), type: 'remindLapse', how: 'phone', note: ' 已电话告知 ' }) as const
const back = (date: string, reason = '逾期未补正', of: ServiceItem = monthly) =>
  ({ ...caseAct({ date, item: of }), type: 'returnCase', reason }) as const
const withdraw = (reason = '不办了', of: ServiceItem = item) =>
  ({ ...caseAct({ date: '2026-11-25', item: of }), type: 'withdrawCase', reason }) as const

describe('an applicant who stays silent after a notice (domain §2.2: no automatic refusal)', () => {
  it('is reminded, and that is recorded', () => {
    const outcome = noticed.when(remind())
    expect(outcome.events).toEqual([
      { type: 'LapseReminded', v: 1, data: { on: '2026-12-16', how: 'phone', note: '已电话告知' } }
    ])
    expect(outcome.state).toMatchObject({ status: 'supplement', reminded: ['2026-12-16'] })
  })

  it('is returned only after the printed day has passed, and only when reminded', () => {
    const reminded = noticed.and(remind())
    reminded.when(back('2026-12-23')).refused('lapse-not-yet', { lapseOn: '2026-12-23' })
    noticed.when(back('2026-12-24')).refused('lapse-not-reminded')
    reminded.when(back('2026-12-24', ' ')).refused('reason-missing', { field: 'reason' })
    const outcome = reminded.when(back('2026-12-24'))
    expect(outcome.events.map((e) => e.type)).toEqual(['CaseReturned', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({ status: 'returned', ending: { kind: 'lapsed', reason: '逾期未补正' } })
    expect(outcome.events[1]).toMatchObject({
      data: { paper: { kind: 'returnNotice', cause: 'lapsed', remedies: { reviewDays: 60, courtMonths: 6 } } }
    })
  })

  it('a new notice starts the period and the reminding again', () => {
    const again = noticed
      .and(remind())
      .and(giveNotice({ item: monthly, date: '2026-12-20', ticks: ticksFor(item, { m1: 'notMeeting' }) }))
    again.when(back('2026-12-24')).refused('lapse-not-yet')
    again.when(back('2027-03-01')).refused('lapse-not-reminded')
  })

  it('without a printed day nothing ever lapses', () => {
    const endless = { ...item, lapse: { value: 0, unit: 'CALENDAR_DAY' as const } }
    const open = story().and(giveNotice({ item: endless, ticks: ticksFor(item, { m1: 'missing' }) }))
    open.when(remind()).refused('lapse-none')
    open.when(back('2029-01-01', '太久了', endless)).refused('lapse-none')
  })

  it('only who owes a supplement is reminded', () => {
    story().when(remind()).refused('case-unknown')
    story().and(acceptCase()).when(remind()).refused('case-not-open', { status: 'accepted' })
  })
})

describe('a deferred piece that does not come (domain §7.2: late → ended)', () => {
  const off = { item: urgent, ticks: ticksFor(urgent, { m7: 'deferred' }) }
  const accepted = story().and(acceptCase(off))
  const late = (date: string) => back(date, '未按期补交', urgent)

  it('lets the case be returned from the day after its last day, never before', () => {
    accepted.when(late('2026-12-02')).refused('lapse-not-yet', { lapseOn: '2026-12-02' })
    const outcome = accepted.when(late('2026-12-03'))
    expect(outcome.state).toMatchObject({ status: 'returned', ending: { kind: 'deferredLate' } })
    expect(outcome.events[1]).toMatchObject({ data: { paper: { kind: 'returnNotice', cause: 'deferredLate' } } })
  })

  it('is no ground when it came, or when nothing was deferred', () => {
    const came = { ...caseAct({ item: urgent }), type: 'receiveDeferred', materialId: 'm7' } as const
    accepted.and(came).when(late('2026-12-03')).refused('case-not-open')
    story().and(acceptCase()).when(back('2028-01-01')).refused('case-not-open', { status: 'accepted' })
    story().when(back('2028-01-01')).refused('case-unknown')
    story().and(receiveCase()).when(back('2028-01-01')).refused('case-not-open', { status: 'received' })
  })
})

describe('撤件: at the applicant’s wish, until the decision', () => {
  it.each([
    ['received', story().and(receiveCase())],
    ['supplement', noticed],
    ['accepted', story().and(acceptCase())]
  ] as const)('from %s, with the paper that says what is handed back', (_status, at) => {
    const outcome = at.when(withdraw())
    expect(outcome.events.map((e) => e.type)).toEqual(['CaseWithdrawn', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({ status: 'withdrawn', ending: { kind: 'withdrawn', reason: '不办了' } })
    expect(outcome.state).not.toHaveProperty('promisedDue')
  })

  it('hands back the originals that were kept: not those returned at once, not what was never there', () => {
    const kept = ['最低生活保障申请书（审批表）', '诚信（告知）承诺书', '居民家庭经济状况核对授权书', '收入、财产说明']
    const handedBack = (at: typeof noticed) =>
      at.when(withdraw('')).events.flatMap((e) => (e.type === 'CaseWithdrawn' ? [...e.data.handedBack] : []))
    expect(handedBack(story().and(acceptCase()))).toEqual(kept)
    expect(handedBack(noticed)).toEqual(kept.slice(1))
    const promised = acceptCase({ ticks: ticksFor(item, { m7: 'committed' }) })
    expect(handedBack(story().and(promised))).toEqual(kept.slice(0, 3))
  })

  it('hands back a deferred piece that came in the meantime', () => {
    const kept = {
      ...urgent,
      materials: urgent.materials.map((m) => (m.id === 'm7' ? { ...m, originalReturned: false } : m))
    }
    const accepted = story().and(acceptCase({ item: kept, ticks: ticksFor(urgent, { m7: 'deferred' }) }))
    const came = { ...caseAct({ item: kept }), type: 'receiveDeferred', materialId: 'm7' } as const
    const names = (at: typeof accepted) =>
      at.when(withdraw('', kept)).events.flatMap((e) => (e.type === 'CaseWithdrawn' ? [...e.data.handedBack] : []))
    const card = urgent.materials.find((m) => m.id === 'm7')?.name
    expect(names(accepted)).not.toContain(card)
    expect(names(accepted.and(came))).toContain(card)
  })

  it('not after the end, not of a mere question, not of nothing', () => {
    const done = story().and(acceptCase()).and(withdraw())
    done.when(withdraw()).refused('case-not-open', { status: 'withdrawn' })
    story().and(askAbout()).when(withdraw()).refused('case-not-open', { status: 'answered' })
    story().when(withdraw()).refused('case-unknown')
    const decided = acceptCase({ item: itemOf('SB-006') }, { certificateNo: '' })
    story().and(decided).when(withdraw()).refused('case-not-open', { status: 'completed' })
  })
})
