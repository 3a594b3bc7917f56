import { describe, expect, it } from 'vitest'
import type { OutcomeCommand, WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { UpwardResult } from '../../../shared/domain/casework/facts.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { HALL, PEOPLE, PROXY } from '../../support/builders.ts'
import {
  accepted,
  acceptedFacts,
  act,
  CASE_NO,
  COMMITTED,
  ESCALATED,
  inWork,
  JOINT,
  LICENSED,
  papersIn,
  receivedFact,
  story,
  sure,
  UTILITY
} from './workSupport.ts'

type Decide = Extract<OutcomeCommand, { type: 'decideCase' }>
type Deliver = Extract<OutcomeCommand, { type: 'deliverResult' }>

const decide = (item: ServiceItem, change: Partial<Decide> = {}): Decide => ({
  ...act(item, '2026-09-24'),
  type: 'decideCase',
  result: 'approved',
  reasons: '',
  certificateNo: '云溪救字第 3 号',
  validUntil: '2027-09-23',
  reviewers: ['周晓禾', '单雨青'],
  ...change
})
const refuseIt = (item: ServiceItem, reasons = '家庭收入超过标准（办法第八条）') =>
  decide(item, { result: 'refused', reasons })

describe('the decision is written (许可法 34, 38)', () => {
  it('with its number, who checked, and the last day to deliver (44)', () => {
    const outcome = accepted(LICENSED).when(decide(LICENSED))
    expect(outcome.events.map((e) => e.type)).toEqual(['CaseDecided', 'DocumentIssued'])
    expect(outcome.events[0]).toEqual({
      type: 'CaseDecided',
      v: 1,
      data: {
        docId: `${CASE_NO}-2`,
        docNo: '云溪街办决〔2026〕010001号',
        result: 'approved',
        reasons: '',
        decidedOn: '2026-09-24',
        certificateNo: '云溪救字第 3 号',
        validUntil: '2027-09-23',
        reviewers: ['周晓禾', '单雨青'],
        // Ten working days: 28 to 30 September, 8 to 15 October without Sunday 11.
        deliverBy: sure('2026-10-15'),
        onTheSpot: false
      }
    })
    expect(papersIn(outcome.events)).toMatchObject([
      {
        kind: 'decision',
        result: 'approved',
        certificate: { no: '云溪救字第 3 号', validUntil: '2027-09-23' },
        resultName: LICENSED.result,
        deliverBy: sure('2026-10-15'),
        remedies: null
      }
    ])
    expect(outcome.state).toMatchObject({ status: 'decided', decision: { result: 'approved' } })
    expect(outcome.reply).toMatchObject({ caseNo: CASE_NO, docNo: '云溪街办决〔2026〕010001号' })
  })

  it('the item’s own time to deliver goes before that of the law; no licence and no time: no day', () => {
    const fast: ServiceItem = { ...LICENSED, deliveryLimit: { value: 2, unit: 'WORKING_DAY' } }
    expect(accepted(fast).when(decide(fast)).events[0]).toMatchObject({ data: { deliverBy: sure('2026-09-29') } })
    expect(accepted(COMMITTED).when(decide(COMMITTED)).events[0]).toMatchObject({ data: { deliverBy: null } })
  })

  it('a refusal has reasons, remedies with their periods, and grants nothing (许可法 38, 72; 复议法 20; 行政诉讼法 46)', () => {
    const { reviewAuthority, court } = defaultHallRules()
    const outcome = accepted(COMMITTED).when(refuseIt(COMMITTED))
    expect(outcome.events[0]).toMatchObject({
      data: { result: 'refused', reasons: '家庭收入超过标准（办法第八条）', certificateNo: null, validUntil: null }
    })
    expect(papersIn(outcome.events)).toMatchObject([
      {
        result: 'refused',
        reasons: '家庭收入超过标准（办法第八条）',
        certificate: null,
        remedies: { reviewAuthority, reviewDays: 60, court, courtMonths: 6 }
      }
    ])
    accepted(COMMITTED).when(refuseIt(COMMITTED, ' ')).refused('decision-reasons-missing', { field: 'reasons' })
  })

  it('without a number there is no certificate, and nothing that runs out', () => {
    const outcome = accepted(COMMITTED).when(decide(COMMITTED, { certificateNo: ' ' }))
    expect(outcome.events[0]).toMatchObject({ data: { certificateNo: null, validUntil: null } })
    expect(papersIn(outcome.events)).toMatchObject([{ certificate: null }])
  })

  it('the substance of a licence is checked by two different people (许可法 34)', () => {
    for (const reviewers of [[], ['周晓禾'], ['周晓禾', ' 周晓禾 '], ['周晓禾', '  ']]) {
      accepted(LICENSED).when(decide(LICENSED, { reviewers })).refused('reviewers-two', { field: 'reviewers' })
    }
    expect(accepted(COMMITTED).when(decide(COMMITTED, { reviewers: ['周晓禾'] })).events).toHaveLength(2)
    // On the spot there are only the papers to look at.
    const instant: ServiceItem = { ...LICENSED, caseType: 'INSTANT' }
    const now = decide(instant, { ...act(instant, '2026-09-14'), reviewers: ['周晓禾'] })
    expect(accepted(instant).when(now).events[0]).toMatchObject({ data: { onTheSpot: true, reviewers: ['周晓禾'] } })
  })

  it('belongs to cases in work: not before acceptance, not twice', () => {
    story().when(decide(COMMITTED)).refused('case-unknown')
    story(receivedFact(COMMITTED, '2026-09-14'))
      .when(decide(COMMITTED))
      .refused('case-not-open', { status: 'received' })
    accepted(COMMITTED).and(decide(COMMITTED)).when(decide(COMMITTED)).refused('case-not-open', { status: 'decided' })
  })

  it('便民代办 knows no decision', () => {
    accepted(UTILITY).when(decide(UTILITY)).refused('no-decision-for-utility')
  })

  it('waits for a procedure that runs (许可法 45)', () => {
    const start: WorkCommand = {
      ...act(COMMITTED, '2026-09-21'),
      type: 'startExcludedProcedure',
      procedure: 'PUBLICITY',
      reason: '公示',
      basis: '办法第十一条',
      expectedEnd: '2026-10-12'
    }
    const running = accepted(COMMITTED).and(start)
    running.when(decide(COMMITTED)).refused('procedure-running', { expectedEnd: '2026-10-12' })
    const over = running.and({ ...act(COMMITTED, '2026-09-24'), type: 'endExcludedProcedure' })
    expect(over.when(decide(COMMITTED)).events).toHaveLength(2)
  })

  it('no result before a deferred piece is in (容缺后补)', () => {
    const piece = { materialId: 'm3', name: '收入证明', due: sure('2026-09-23'), receivedOn: null }
    const waiting = accepted(COMMITTED, { deferred: [piece] })
    waiting.when(decide(COMMITTED)).refused('deferred-outstanding', { materials: ['收入证明'] })
    const complete = waiting.and({ ...act(COMMITTED, '2026-09-24'), type: 'receiveDeferred', materialId: 'm3' })
    expect(complete.when(decide(COMMITTED)).events).toHaveLength(2)
  })
})

describe('joint cases: silence is no consent', () => {
  const say = (office: string, agrees: boolean): WorkCommand => ({
    ...act(JOINT, '2026-09-16'),
    type: 'giveOpinion',
    office,
    agrees,
    note: agrees ? '' : '占用林地'
  })

  it('nothing is decided while an office is silent', () => {
    accepted(JOINT)
      .when(decide(JOINT))
      .refused('opinion-missing', { offices: ['规划所', '林业站'] })
    const half = accepted(JOINT).and(say('规划所', true))
    half.when(refuseIt(JOINT)).refused('opinion-missing', { offices: ['林业站'] })
    expect(half.and(say('林业站', true)).when(decide(JOINT)).events).toHaveLength(2)
  })

  it('an objection must be answered in the reasons of an approval', () => {
    const objected = accepted(JOINT).and(say('规划所', true)).and(say('林业站', false))
    objected.when(decide(JOINT)).refused('opinion-objected', { field: 'reasons', offices: ['林业站'] })
    expect(objected.when(decide(JOINT, { reasons: '已调整位置，不占林地' })).events).toHaveLength(2)
    expect(objected.when(refuseIt(JOINT)).events).toHaveLength(2)
  })
})

describe('escalated cases: the higher level decides', () => {
  const up: WorkCommand = { ...act(ESCALATED, '2026-09-16'), type: 'submitUpward', to: '', expectedBack: null }
  const back = (result: UpwardResult): WorkCommand => ({
    ...act(ESCALATED, '2026-09-23'),
    type: 'returnFromAbove',
    result,
    note: '见批复'
  })

  it('nothing is decided before it has answered', () => {
    accepted(ESCALATED).when(decide(ESCALATED)).refused('upward-not-back')
    accepted(ESCALATED).and(up).when(decide(ESCALATED)).refused('upward-not-back')
    accepted(ESCALATED).and(up).and(back('sentBack')).when(decide(ESCALATED)).refused('upward-not-back')
  })

  it('and what it answered is what is decided', () => {
    const granted = accepted(ESCALATED).and(up).and(back('approved'))
    granted.when(refuseIt(ESCALATED)).refused('upward-other-result', { field: 'result', above: 'approved' })
    expect(granted.when(decide(ESCALATED)).events).toHaveLength(2)
    const denied = accepted(ESCALATED).and(up).and(back('refused'))
    denied.when(decide(ESCALATED)).refused('upward-other-result', { above: 'refused' })
    expect(denied.when(refuseIt(ESCALATED)).events).toHaveLength(2)
  })
})

describe('delivery ends the case, with the 送达回证 (许可法 44)', () => {
  const decided = accepted(COMMITTED).and(decide(COMMITTED))
  const deliver = (change: Partial<Deliver> = {}): Deliver => ({
    ...act(COMMITTED, '2026-09-28'),
    type: 'deliverResult',
    method: 'collect',
    recipient: ' 欧阳娜娜子 ',
    agent: null,
    trackingNo: null,
    place: '',
    ...change
  })
  const agent = { name: PROXY.name, idNumber: '50010219660502996x', relation: '女儿' }

  it('collected: recorded, printed and completed in one commit', () => {
    const outcome = decided.when(deliver())
    expect(outcome.events.map((e) => e.type)).toEqual(['ResultDelivered', 'CaseCompleted', 'DocumentIssued'])
    expect(outcome.events[0]).toEqual({
      type: 'ResultDelivered',
      v: 1,
      data: {
        docId: `${CASE_NO}-3`,
        docNo: '云溪街办送〔2026〕010001号',
        on: '2026-09-28',
        method: 'collect',
        recipient: '欧阳娜娜子',
        agent: null,
        trackingNo: null,
        place: HALL.address
      }
    })
    expect(outcome.state).toMatchObject({
      status: 'completed',
      completedOn: '2026-09-28',
      decision: { result: 'approved' }
    })
    expect(papersIn(outcome.events)).toMatchObject([
      {
        kind: 'deliveryReceipt',
        recipient: '欧阳娜娜子',
        delivered: ['准予决定书（云溪街办决〔2026〕010001号）', `${COMMITTED.result}（云溪救字第 3 号）`]
      }
    ])
  })

  it('of a refusal the decision alone is handed over', () => {
    const outcome = accepted(COMMITTED).and(refuseIt(COMMITTED)).when(deliver())
    expect(papersIn(outcome.events)).toMatchObject([{ delivered: ['不予批准决定书（云溪街办决〔2026〕010001号）'] }])
  })

  it('by an agent: who it is, with a right number, and the relation; masked on paper', () => {
    const byAgent = (change: Partial<typeof agent> = {}) => deliver({ method: 'proxy', agent: { ...agent, ...change } })
    decided.when(deliver({ method: 'proxy' })).refused('agent-missing', { field: 'agent.name' })
    decided.when(byAgent({ name: ' ' })).refused('name-missing', { field: 'agent.name' })
    decided.when(byAgent({ idNumber: '500102198511209984' })).refused('id-check-digit', { field: 'agent.idNumber' })
    decided.when(byAgent({ relation: ' ' })).refused('agent-relation-missing', { field: 'agent.relation' })
    const outcome = decided.when(byAgent())
    expect(outcome.events[0]).toMatchObject({
      data: { agent: { name: PROXY.name, idKind: 'residentId', idNumber: '50010219660502996X', relation: '女儿' } }
    })
    expect(papersIn(outcome.events)).toMatchObject([{ agent: { idNumberMasked: '500102********996X' } }])
    expect(JSON.stringify(papersIn(outcome.events))).not.toContain('50010219660502996X')
  })

  it('an agent with another document than an identity card may collect, too', () => {
    const foreign = { name: 'Maria Silva', idKind: 'foreignPassport', idNumber: 'ab123456', relation: '同事' }
    expect(decided.when(deliver({ method: 'proxy', agent: foreign })).events[0]).toMatchObject({
      data: { agent: { idKind: 'foreignPassport', idNumber: 'AB123456' } }
    })
  })

  it('by post: with a tracking number, to the applicant’s address unless another is said', () => {
    decided.when(deliver({ method: 'post', trackingNo: ' ' })).refused('tracking-missing', { field: 'trackingNo' })
    decided.when(deliver({ method: 'post' })).refused('tracking-missing')
    expect(decided.when(deliver({ method: 'post', trackingNo: 'EB123' })).events[0]).toMatchObject({
      data: { trackingNo: 'EB123', place: PEOPLE.plain.address, agent: null }
    })
  })

  it('at home: the family may take it, nobody must', () => {
    expect(decided.when(deliver({ method: 'home' })).events[0]).toMatchObject({ data: { agent: null } })
    expect(decided.when(deliver({ method: 'home', agent, place: '村口' })).events[0]).toMatchObject({
      data: { agent: { name: PROXY.name }, place: '村口' }
    })
  })

  it('somebody received it, and there was something to receive', () => {
    decided.when(deliver({ recipient: ' ' })).refused('recipient-missing', { field: 'recipient' })
    accepted(COMMITTED).when(deliver()).refused('case-not-open', { status: 'accepted' })
    decided.and(deliver()).when(deliver()).refused('case-not-open', { status: 'completed' })
    story().when(deliver()).refused('case-unknown')
  })
})

describe('done without a decision', () => {
  const complete = { type: 'completeCase', date: '2026-09-24', note: ' 已代缴 ' } as const

  it('only 便民代办, which knows none', () => {
    accepted(UTILITY)
      .when(complete)
      .recorded([{ type: 'CaseCompleted', v: 1, data: { completedOn: '2026-09-24', note: '已代缴' } }])
    accepted(COMMITTED).when(complete).refused('complete-needs-decision')
    accepted(COMMITTED).and(decide(COMMITTED)).when(complete).refused('case-not-open', { status: 'decided' })
    story().when(complete).refused('case-unknown')
  })

  it('with every piece in', () => {
    const piece = { materialId: 'm1', name: '缴费单', due: sure('2026-09-23'), receivedOn: null }
    accepted(UTILITY, { deferred: [piece] })
      .when(complete)
      .refused('deferred-outstanding', { materials: ['缴费单'] })
  })
})

describe('a full number is shown on a click that is recorded (个人信息保护法 6)', () => {
  it('of the applicant, and of a proxy where there is one', () => {
    const reveal = (field: 'applicant' | 'proxy') => ({ type: 'revealIdentity', field }) as const
    const state = accepted(COMMITTED)
    state.when(reveal('applicant')).recorded([{ type: 'IdentityRevealed', v: 1, data: { field: 'applicant' } }])
    state.when(reveal('proxy')).refused('proxy-none')
    story().when(reveal('applicant')).refused('case-unknown')
    const [received, taken] = acceptedFacts(COMMITTED)
    if (received?.type !== 'CaseReceived' || !taken) throw new Error('a case begins with its receipt')
    const withProxy = story({ ...received, data: { ...received.data, proxy: PROXY } }, taken)
    expect(inWork(withProxy.state).proxy).toEqual(PROXY)
    expect(withProxy.when(reveal('proxy')).events).toHaveLength(1)
  })
})
