import { describe, expect, it } from 'vitest'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import {
  acceptCase,
  type CaseOut,
  caseAct,
  caseRules,
  declineCase,
  giveNotice,
  itemOf,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
/** 工商企业等社会资本流转取得土地经营权审批: 15 working days promised. */
const licence = itemOf('NY-003')
const FRIDAY = '2026-09-18'
const brought = (item: typeof licence, ...ids: string[]) => ticksFor(item).filter((t) => ids.includes(t.materialId))
const papersOf = (events: readonly CaseOut[]) =>
  events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))
const deem = (date: string, item = licence, rules = defaultHallRules()) =>
  ({ ...caseAct({ date, item, rules }), type: 'deemAccepted' }) as const

const left = story().and(receiveCase({ item: licence, date: FRIDAY, ticks: brought(licence, 'm1', 'm2') }))
const gaps = (date: string) => giveNotice({ item: licence, date, ticks: ticksFor(licence, { m3: 'missing' }) })

describe('收件: papers are left to be looked through later', () => {
  it('starts the clock of 许可法 32(4), and the receipt proves the day', () => {
    const outcome = story().when(receiveCase({ item: licence, date: FRIDAY, ticks: brought(licence, 'm1', 'm5') }))
    expect(outcome.events.map((e) => e.type)).toEqual([
      'CaseReceived',
      'MaterialsChecked',
      'ReceiptGiven',
      'DocumentIssued'
    ])
    const notifyBy = { date: '2026-09-24', provisional: false }
    expect(outcome.state).toMatchObject({ status: 'received', receivedOn: FRIDAY, notifyBy, trips: 1, papers: 1 })
    expect(papersOf(outcome.events)).toMatchObject([
      {
        kind: 'receiptOfMaterials',
        docNo: '云溪街办收〔2026〕010001号',
        notifyBy,
        materials: [
          { name: '土地经营权流转审查审核申请表', originals: 1, copies: 0, kept: true },
          { name: '营业执照', kept: false }
        ]
      }
    ])
  })

  it('asks nothing that can wait, but a wrong answer is refused', () => {
    const item = itemOf('MZ-001')
    const ticks = brought(item, 'm1')
    expect(story().when(receiveCase({ answers: {}, ticks })).state).toMatchObject({ answers: { s3: 'no' } })
    story()
      .when(receiveCase({ answers: { s1: 'perhaps' }, ticks }))
      .refused('situation-unknown')
  })

  it('of nothing there is no receipt', () => {
    story()
      .when(receiveCase({ ticks: [] }))
      .refused('nothing-received')
    const missing = ticksFor(licence, { m1: 'missing' }).slice(0, 1)
    story()
      .when(receiveCase({ item: licence, ticks: missing }))
      .refused('nothing-received')
    expect(story().when(receiveCase({ item: itemOf('FY-003'), ticks: [] })).reply).toBeTruthy()
  })

  it('is given once: who brings the rest is accepted or told', () => {
    left.when(receiveCase({ item: licence, date: FRIDAY })).refused('case-not-open', { status: 'received' })
  })

  it('what lay complete was complete on the day it was left, however long it took to look (受理日期 = 交齐之日)', () => {
    const whole = story().and(receiveCase({ item: licence, date: FRIDAY }))
    const looked = (change: Parameters<typeof ticksFor>[1] = {}) =>
      whole.when(acceptCase({ item: licence, date: '2026-09-22', ticks: ticksFor(licence, change) })).state
    expect(looked()).toMatchObject({ status: 'accepted', acceptedOn: FRIDAY, trips: 1 })
    // Put right today: the last piece came today.
    expect(looked({ m2: 'corrected' })).toMatchObject({ acceptedOn: '2026-09-22' })
    const rest = acceptCase({ item: licence, date: '2026-09-22' })
    expect(left.when(rest).state).toMatchObject({ acceptedOn: '2026-09-22' })
  })
})

describe('silence (许可法 32(4): 逾期不告知的，自收到申请材料之日起即为受理)', () => {
  it('A1: licence, received Fri 2026-09-18, nothing told by the end of 09-24: accepted on 09-25, as of 09-18', () => {
    left.when(deem('2026-09-24')).refused('deemed-not-yet', { notifyBy: '2026-09-24' })
    const outcome = left.when(deem('2026-09-25'))
    expect(outcome.events.map((e) => e.type)).toEqual(['CaseAccepted', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({
      status: 'accepted',
      acceptedOn: FRIDAY,
      deemed: true,
      // 15 working days from the day of receipt, not from the day the time ran out.
      promisedDue: { date: '2026-10-15', provisional: false }
    })
    expect(papersOf(outcome.events)).toMatchObject([
      {
        kind: 'acceptanceNotice',
        issuedOn: '2026-09-25',
        acceptedOn: FRIDAY,
        deemed: { since: '2026-09-25', source: '行政许可法第三十二条' },
        materials: [{ name: '土地经营权流转审查审核申请表' }, { name: '流转意向协议书' }]
      }
    ])
  })

  it('A2: a notice on the fifth working day, 2026-09-24, is in time', () => {
    expect(left.when(gaps('2026-09-24')).state).toMatchObject({ status: 'supplement' })
  })

  it('A3: received 2026-09-30 before the holidays, the last day to tell is 2026-10-13', () => {
    const before = story().and(receiveCase({ item: licence, date: '2026-09-30', ticks: brought(licence, 'm1') }))
    expect(before.state).toMatchObject({ notifyBy: { date: '2026-10-13' } })
    expect(before.when(gaps('2026-10-13')).state).toMatchObject({ status: 'supplement' })
    before.when(deem('2026-10-13')).refused('deemed-not-yet')
    expect(before.when(deem('2026-10-14')).state).toMatchObject({ acceptedOn: '2026-09-30' })
  })

  it('A5: real estate, incomplete, not refused on the spot: accepted in the same commit (不动产登记暂行条例 17)', () => {
    const house = itemOf('GT-005')
    const outcome = story().when(receiveCase({ item: house, ticks: brought(house, 'm1') }))
    expect(outcome.events.map((e) => e.type)).toEqual([
      'CaseReceived',
      'MaterialsChecked',
      'ReceiptGiven',
      'CaseAccepted',
      'DocumentIssued',
      'DocumentIssued'
    ])
    expect(outcome.state).toMatchObject({ status: 'accepted', deemed: true, acceptedOn: '2026-11-23', papers: 2 })
    expect(papersOf(outcome.events).map((p) => p.kind)).toEqual(['receiptOfMaterials', 'acceptanceNotice'])
    // Told on the spot it is not accepted.
    const told = giveNotice({ item: house, ticks: ticksFor(house, { m3: 'missing' }) })
    expect(story().when(told).state).toMatchObject({ status: 'supplement' })
  })

  it('A6: an unclear disclosure request may be told on the 7th working day; the corrected one starts the clock (条例 30)', () => {
    const open = itemOf('ZH-001')
    const asked = story().and(receiveCase({ item: open, ticks: brought(open, 'm1') }))
    expect(asked.state).toMatchObject({ notifyBy: { date: '2026-12-02' } })
    const told = giveNotice({ item: open, date: '2026-12-02', ticks: ticksFor(open, { m1: 'notMeeting' }) })
    const corrected = asked.and(told).when(acceptCase({ item: open, date: '2026-12-04' }))
    expect(corrected.state).toMatchObject({ acceptedOn: '2026-12-04', promisedDue: { date: '2026-12-25' } })
  })

  it('A7: "trees beside the house" needs no licence: told at once, no case number is consumed (许可法 32(1))', () => {
    const outcome = story().when(declineCase('notRequired', { item: itemOf('NY-003') }))
    expect(outcome.events.map((e) => e.type)).toEqual(['EnquiryRecorded', 'AcceptanceDeclined', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({ status: 'declined', caseNo: expect.stringMatching(/^ZX/) })
  })

  it('of information disclosure and legal aid nothing follows from silence (条例 30; 法律援助法 43)', () => {
    for (const id of ['ZH-001', 'FY-001']) {
      const item = itemOf(id)
      const asked = story().and(receiveCase({ item, ticks: brought(item, 'm1') }))
      asked.when(deem('2027-03-01', item)).refused('deemed-not-yet')
      const late = giveNotice({ item, date: '2027-03-01', ticks: ticksFor(item, { m1: 'notMeeting' }) })
      expect(asked.when(late).state).toMatchObject({ status: 'supplement' })
    }
  })

  it('of what is no application there is no such day', () => {
    const advice = itemOf('FY-003')
    expect(story().when(receiveCase({ item: advice, ticks: [] })).state).toMatchObject({ notifyBy: null })
  })

  it('once the law has accepted, nothing may be told, accepted of today, or declined any more', () => {
    for (const command of [
      gaps('2026-09-25'),
      acceptCase({ item: licence, date: '2026-09-25' }),
      declineCase('outsideAuthority', { item: licence, date: '2026-09-25' })
    ]) {
      left.when(command).refused('deemed-already', { since: '2026-09-25' })
    }
  })

  it('concerns only what was received and never answered', () => {
    story().when(deem('2026-09-25')).refused('case-unknown')
    left.and(gaps('2026-09-24')).when(deem('2026-12-01')).refused('case-not-open', { status: 'supplement' })
    left.and(deem('2026-09-25')).when(deem('2026-09-26')).refused('case-not-open', { status: 'accepted' })
  })

  it('a receipt on a rest day counts as the hall has set: as it happened, or from the next working day', () => {
    const SATURDAY = '2026-05-16'
    const on = (rules: ReturnType<typeof defaultHallRules>) =>
      story().and(receiveCase({ item: licence, date: SATURDAY, rules, ticks: brought(licence, 'm1') }))
    const actual = defaultHallRules()
    expect(on(actual).state).toMatchObject({ notifyBy: { date: '2026-05-22' } })
    const next = { ...actual, restDayReceipt: 'nextWorkingDay' as const }
    expect(on(next).state).toMatchObject({ receivedOn: SATURDAY, notifyBy: { date: '2026-05-25' } })
    on(next)
      .when(deem('2026-05-25', licence, next))
      .refused('deemed-not-yet')
    expect(on(next).when(deem('2026-05-26', licence, next)).state).toMatchObject({ acceptedOn: '2026-05-18' })
    expect(on(actual).when(deem('2026-05-23', licence, actual)).state).toMatchObject({ acceptedOn: SATURDAY })
  })

  it('what must be told on the spot knows no next working day', () => {
    const house = itemOf('GT-005')
    const rules = { ...defaultHallRules(), restDayReceipt: 'nextWorkingDay' as const }
    const command = receiveCase({ item: house, date: '2026-05-16', rules, ticks: brought(house, 'm1') })
    expect(story().when(command).state).toMatchObject({ status: 'accepted', acceptedOn: '2026-05-16' })
  })
})
