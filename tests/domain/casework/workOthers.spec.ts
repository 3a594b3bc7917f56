import { describe, expect, it } from 'vitest'
import type { WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { CaseOut } from '../../../shared/domain/casework/draft.ts'
import type { CommitmentMade, UpwardResult } from '../../../shared/domain/casework/facts.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { CALENDAR, PEOPLE } from '../../support/builders.ts'
import {
  accepted,
  acceptedFacts,
  act,
  CASE_NO,
  COMMITTED,
  ESCALATED,
  inWork,
  JOINT,
  KNOWN_2027,
  LICENSED,
  receivedFact,
  story,
  sure
} from './workSupport.ts'

describe('co-offices of a joint case (联办)', () => {
  const say = (office: string, agrees: boolean, note = ''): WorkCommand => ({
    ...act(JOINT, '2026-09-16'),
    type: 'giveOpinion',
    office,
    agrees,
    note
  })

  it('each speaks once, within its own part of the time', () => {
    expect(inWork(accepted(JOINT).state).opinions).toMatchObject([
      { office: '规划所', due: sure('2026-09-20') },
      { office: '林业站', due: sure('2026-09-17') }
    ])
    accepted(JOINT)
      .when(say('林业站', true))
      .recorded([
        { type: 'JointOpinionGiven', v: 1, data: { office: '林业站', on: '2026-09-16', agrees: true, note: '' } }
      ])
    accepted(JOINT)
      .and(say('林业站', true))
      .when(say('林业站', false, '反悔'))
      .refused('opinion-given', { office: '林业站' })
  })

  it('only those that take part; an objection says why', () => {
    accepted(JOINT).when(say('派出所', true)).refused('opinion-office-unknown', { field: 'office' })
    accepted(JOINT)
      .when(say('林业站', false, ' '))
      .refused('reason-missing', { field: 'note' })
  })
})

describe('up and back (上报)', () => {
  const submit = (change: { to?: string; expectedBack?: string | null; date?: string } = {}): WorkCommand => ({
    ...act(ESCALATED, change.date ?? '2026-09-16'),
    type: 'submitUpward',
    to: change.to ?? '区民政局',
    expectedBack: change.expectedBack ?? null
  })
  const back = (result: UpwardResult, note = '资料不全'): WorkCommand => ({
    ...act(ESCALATED, '2026-09-23'),
    type: 'returnFromAbove',
    result,
    note
  })

  it('is expected back on the promised day, and the promised clock goes on: article 45 knows no such stop', () => {
    const outcome = accepted(ESCALATED).when(submit())
    outcome.recorded([
      { type: 'SubmittedUpward', v: 1, data: { to: '区民政局', on: '2026-09-16', expectedBack: sure('2026-09-28') } }
    ])
    expect(inWork(outcome.state).promisedDue).toEqual(sure('2026-09-28'))
  })

  it('may be expected back on another day from today on, and goes to the item’s authority unless told otherwise', () => {
    expect(accepted(ESCALATED).when(submit({ to: '', expectedBack: '2026-09-24' })).events).toMatchObject([
      { data: { to: '区民政局', expectedBack: sure('2026-09-24') } }
    ])
    accepted(ESCALATED)
      .when(submit({ expectedBack: '2026-09-15' }))
      .refused('upward-expected-wrong')
    const nowhere = { ...ESCALATED, upperAuthority: undefined }
    accepted(ESCALATED)
      .when({ ...submit({ to: ' ' }), item: nowhere } as WorkCommand)
      .refused('upward-to-missing', { field: 'to' })
  })

  it('is for items that a higher level decides', () => {
    accepted(COMMITTED).when(submit()).refused('upward-not-escalated')
  })

  it('comes back approved, refused, or sent back for more work here; then it may go up again', () => {
    const up = accepted(ESCALATED).and(submit())
    up.when(submit()).refused('upward-running', { to: '区民政局' })
    up.when(back('sentBack')).recorded([
      { type: 'ReturnedFromAbove', v: 1, data: { on: '2026-09-23', result: 'sentBack', note: '资料不全' } }
    ])
    expect(up.and(back('sentBack')).when(submit({ date: '2026-09-24' })).events).toHaveLength(1)
    for (const result of ['approved', 'refused'] as const) {
      up.and(back(result)).when(submit()).refused('upward-answered')
      up.and(back(result)).when(back(result)).refused('upward-not-up')
    }
    accepted(ESCALATED).when(back('approved')).refused('upward-not-up')
  })

  it('a refusal or a return says why (许可法 38)', () => {
    const up = accepted(ESCALATED).and(submit())
    up.when(back('refused', '')).refused('reason-missing', { field: 'note' })
    up.when(back('sentBack', ' ')).refused('reason-missing', { field: 'note' })
    expect(up.when(back('approved', '')).events).toHaveLength(1)
  })
})

describe('pieces that may follow (容缺后补)', () => {
  const piece = { materialId: 'm3', name: '收入证明', due: sure('2026-09-23'), receivedOn: null }
  const waiting = accepted(COMMITTED, { deferred: [piece] })
  const hand = (materialId: string): WorkCommand => ({
    ...act(COMMITTED, '2026-09-22'),
    type: 'receiveDeferred',
    materialId
  })

  it('are received once each, and only those that were put off', () => {
    waiting
      .when(hand('m3'))
      .recorded([{ type: 'DeferredMaterialReceived', v: 1, data: { materialId: 'm3', on: '2026-09-22' } }])
    waiting.and(hand('m3')).when(hand('m3')).refused('deferred-received', { material: '收入证明' })
    waiting.when(hand('m1')).refused('deferred-unknown', { field: 'materialId' })
  })
})

describe('promises in place of certificates are checked later (国办发〔2020〕42号)', () => {
  const made: CommitmentMade = {
    materialId: 'm4',
    name: '无其他收入',
    version: 1,
    checkBy: sure('2026-10-30'),
    checked: null
  }
  const promised = accepted(COMMITTED, { commitments: [made] })
  const check = (kept: boolean, note = '', materialId = 'm4'): WorkCommand => ({
    ...act(COMMITTED, '2026-09-22'),
    type: 'checkCommitment',
    materialId,
    kept,
    note
  })
  const checked = (kept: boolean, note: string): CaseOut => ({
    type: 'CommitmentChecked',
    v: 1,
    data: { materialId: 'm4', on: '2026-09-22', kept, note }
  })

  it('one that was kept is noted', () => {
    promised.when(check(true)).recorded([checked(true, '')])
  })

  it('a false one bars the person from making another, in the same commit, and says in what it was false', () => {
    const reason = '另有经营收入'
    promised.when(check(false, reason)).recorded([
      checked(false, reason),
      {
        type: 'CommitmentBlocked',
        v: 1,
        data: { idNumber: PEOPLE.plain.idNumber, caseId: CASE_NO, on: '2026-09-22', reason }
      }
    ])
    promised.when(check(false, ' ')).refused('reason-missing', { field: 'note' })
  })

  it('somebody without a number bars nobody else', () => {
    const applicant = { ...PEOPLE.plain, idNumber: '' }
    const outcome = accepted(COMMITTED, { commitments: [made], applicant }).when(check(false, '另有经营收入'))
    expect(outcome.events.map((e) => e.type)).toEqual(['CommitmentChecked'])
  })

  it('once each, and only what was promised', () => {
    promised.and(check(true)).when(check(true)).refused('commitment-checked', { material: '无其他收入' })
    promised.when(check(true, '', 'm1')).refused('commitment-unknown', { field: 'materialId' })
  })

  it('also when the case is done, but not before it was accepted', () => {
    const facts = acceptedFacts(COMMITTED, { commitments: [made] })
    const done = story(...facts, { type: 'CaseCompleted', v: 1, data: { completedOn: '2026-09-21', note: '' } })
    const outcome = done.when(check(true))
    expect(outcome.state).toMatchObject({ status: 'completed', commitments: [{ checked: { kept: true } }] })
    story(receivedFact(COMMITTED, '2026-09-14')).when(check(true)).refused('case-not-open', { status: 'received' })
    story().when(check(true)).refused('case-unknown')
  })
})

describe('暂定 dates are counted again once holidays are loaded (许可法 82)', () => {
  const recount = (calendar = CALENDAR): WorkCommand => ({
    ...act(COMMITTED, '2026-12-30', { calendar }),
    type: 'recomputeLimits'
  })
  const late = accepted(COMMITTED, { on: '2026-12-22' })

  it('with an event that carries both dates', () => {
    expect(inWork(late.state)).toMatchObject({ promisedDue: { date: '2027-01-05', provisional: true } })
    late.when(recount(KNOWN_2027)).recorded([
      {
        type: 'LimitsRecomputed',
        v: 1,
        data: {
          lapseOn: null,
          dues: { promisedDue: sure('2027-01-05'), statutoryDue: sure('2027-01-19') },
          on: '2026-12-30'
        }
      }
    ])
    expect(inWork(late.when(recount(KNOWN_2027)).state)).toMatchObject({ promisedDue: sure('2027-01-05') })
  })

  it('without one when nothing changes', () => {
    late.when(recount()).nothing()
    late.and(recount(KNOWN_2027)).when(recount(KNOWN_2027)).nothing()
    accepted(COMMITTED).when(recount(KNOWN_2027)).nothing()
    story(receivedFact(COMMITTED, '2026-12-22')).when(recount(KNOWN_2027)).nothing()
    story().when(recount()).refused('case-unknown')
  })

  const noticed = (lapseOn: string | null) =>
    story(receivedFact(COMMITTED, '2026-12-22'), {
      type: 'OneTimeNoticeGiven',
      v: 1,
      data: { docId: `${CASE_NO}-1`, docNo: '', round: 1, gaps: [], givenOn: '2026-12-22', lapseOn, fault: null }
    })
  const short = { ...COMMITTED, lapse: { value: 10, unit: 'CALENDAR_DAY' as const } }
  const again = (calendar = CALENDAR): WorkCommand => ({ ...recount(calendar), item: short }) as WorkCommand

  it('the applicant’s day moves only to a later one: the earlier was printed', () => {
    // Ten calendar days end on Friday 2027-01-01, a rest day once the list is known; the next working day is Sunday 3rd.
    noticed('2027-01-01')
      .when(again(KNOWN_2027))
      .recorded([
        { type: 'LimitsRecomputed', v: 1, data: { lapseOn: sure('2027-01-03'), dues: null, on: '2026-12-30' } }
      ])
    expect(noticed('2027-01-01').when(again(KNOWN_2027)).state).toMatchObject({ notices: [{ lapseOn: '2027-01-03' }] })
    noticed('2027-01-04').when(again(KNOWN_2027)).nothing()
    noticed('2027-01-01').when(again()).nothing()
    noticed(null).when(again(KNOWN_2027)).nothing()
  })

  const recountOf = (item: ServiceItem): WorkCommand => ({ ...recount(KNOWN_2027), item }) as WorkCommand
  const provisional = { due: { provisional: true } }
  const certain = { due: { provisional: false } }

  it('the local part and the opinions are counted again as well', () => {
    const up = accepted({ ...ESCALATED, localLimit: { value: 8, unit: 'WORKING_DAY' } }, { on: '2026-12-22' })
    expect(inWork(up.state).localDue).toMatchObject({ provisional: true })
    const counted = up.when(recountOf({ ...ESCALATED, localLimit: { value: 8, unit: 'WORKING_DAY' } })).state
    expect(inWork(counted).localDue).toMatchObject({ provisional: false })
    const asked = accepted(JOINT, { on: '2026-12-29' })
    expect(inWork(asked.state).opinions[0]).toMatchObject(provisional)
    expect(inWork(asked.when(recountOf(JOINT)).state).opinions[0]).toMatchObject(certain)
  })

  it('a piece that follows moves only to a later day: the earlier was printed', () => {
    const early = {
      materialId: 'm2',
      name: '后补材料',
      due: { date: '2027-01-01', provisional: true },
      receivedOn: null
    }
    const later = { ...early, materialId: 'm1', due: { date: '2027-01-29', provisional: true } }
    const owed = accepted(COMMITTED, { on: '2026-12-24', deferred: [early, later] })
    const [moved, stood] = inWork(owed.when(recount(KNOWN_2027)).state).deferred
    expect((moved?.due.date ?? '') > '2027-01-01').toBe(true)
    expect(stood?.due).toEqual(later.due)
  })

  it('the day to tell and the last day to deliver are counted again', () => {
    const told = { date: '2027-01-01', provisional: true }
    const received = receivedFact(COMMITTED, '2026-12-28')
    const waiting = story({ ...received, data: { ...received.data, notifyBy: told } } as typeof received)
    expect(waiting.when(recount(KNOWN_2027)).state).toMatchObject({ notifyBy: { provisional: false } })
    const decided = {
      docId: `${CASE_NO}-2`,
      docNo: '云溪街办决〔2026〕010001号',
      result: 'approved',
      reasons: '',
      decidedOn: '2026-12-29',
      certificateNo: null,
      validUntil: null,
      reviewers: [],
      deliverBy: { date: '2027-01-12', provisional: true },
      onTheSpot: false
    } as const
    const facts = acceptedFacts(LICENSED, { on: '2026-12-22' })
    const out = story(...facts, { type: 'CaseDecided', v: 1, data: decided })
    expect(out.when(recountOf(LICENSED)).state).toMatchObject({ decision: { deliverBy: { provisional: false } } })
  })
})
