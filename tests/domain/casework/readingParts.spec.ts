import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../../shared/domain/casework/case.ts'
import type { OutcomeCommand, WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { CommitmentMade } from '../../../shared/domain/casework/facts.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { CLERK, instant, LEAD, PEOPLE } from '../../support/builders.ts'
import { QUIET, read } from './readingSupport.ts'
import {
  accepted,
  acceptedFacts,
  act,
  COMMITTED,
  ESCALATED,
  JOINT,
  LICENSED,
  receivedFact,
  story,
  sure
} from './workSupport.ts'

describe('the parts of the way have dates of their own', () => {
  const up = (expectedBack: string | null): WorkCommand => ({
    ...act(ESCALATED, '2026-09-16'),
    type: 'submitUpward',
    to: '',
    expectedBack
  })
  const back = (result: 'approved' | 'sentBack'): WorkCommand => ({
    ...act(ESCALATED, '2026-09-22'),
    type: 'returnFromAbove',
    result,
    note: '见批复'
  })

  it('上报件: first the local part, 4 working days', () => {
    expect(read(accepted(ESCALATED), '2026-09-16', ESCALATED)).toMatchObject({
      watching: 'local',
      due: '2026-09-18',
      remaining: 2
    })
    expect(read(accepted(ESCALATED), '2026-09-20', ESCALATED)).toMatchObject({
      light: 'green',
      reasons: ['local-late']
    })
  })

  it('an excluded procedure stops the local part, too', () => {
    const start: WorkCommand = {
      ...act(ESCALATED, '2026-09-16'),
      type: 'startExcludedProcedure',
      procedure: 'PUBLICITY',
      reason: '公示',
      basis: '办法第十一条',
      expectedEnd: '2026-09-22'
    }
    const running = accepted(ESCALATED).and(start)
    expect(read(running, '2026-09-23', ESCALATED).reasons).toEqual(['procedure-end-passed'])
    expect(read(running, '2026-09-28', ESCALATED).reasons).toEqual(['procedure-end-passed'])
    const over = running.and({ ...act(ESCALATED, '2026-09-22'), type: 'endExcludedProcedure' })
    expect(read(over, '2026-09-23', ESCALATED)).toMatchObject({ watching: 'local', due: '2026-09-24', reasons: [] })
  })

  it('then the higher level, while the promised clock goes on', () => {
    const away = accepted(ESCALATED).and(up('2026-09-21'))
    expect(read(away, '2026-09-21', ESCALATED)).toMatchObject({
      watching: 'upper',
      due: '2026-09-21',
      remaining: 0,
      light: 'green',
      reasons: []
    })
    expect(read(away, '2026-09-22', ESCALATED)).toMatchObject({ light: 'green', reasons: ['upper-late'] })
    expect(read(away, '2026-09-29', ESCALATED)).toMatchObject({
      light: 'red',
      watching: 'decide',
      due: '2026-09-28',
      reasons: ['decide-late', 'upper-late']
    })
  })

  it('then the decision; what was sent back is the local part again', () => {
    const away = accepted(ESCALATED).and(up(null))
    expect(read(away.and(back('approved')), '2026-09-22', ESCALATED)).toMatchObject({
      watching: 'decide',
      due: '2026-09-28',
      reasons: []
    })
    expect(read(away.and(back('sentBack')), '2026-09-22', ESCALATED)).toMatchObject({
      watching: 'local',
      reasons: ['local-late']
    })
  })

  it('联办件: an office that is silent after its day', () => {
    // 林业站 until the 17th, 规划所 until the 20th.
    expect(read(accepted(JOINT), '2026-09-17', JOINT).reasons).toEqual([])
    expect(read(accepted(JOINT), '2026-09-18', JOINT).reasons).toEqual(['opinion-late'])
    const spoken = accepted(JOINT).and({
      ...act(JOINT, '2026-09-18'),
      type: 'giveOpinion',
      office: '林业站',
      agrees: true,
      note: ''
    })
    expect(read(spoken, '2026-09-18', JOINT).reasons).toEqual([])
  })

  it('容缺后补: a piece that is due or late, until it is in', () => {
    const piece = { materialId: 'm3', name: '收入证明', due: sure('2026-09-18'), receivedOn: null }
    const waits = accepted(COMMITTED, { deferred: [piece] })
    expect(read(waits, '2026-09-16').reasons).toEqual([])
    expect(read(waits, '2026-09-17').reasons).toEqual(['deferred-due'])
    expect(read(waits, '2026-09-19').reasons).toEqual(['deferred-late'])
    const complete = waits.and({ ...act(COMMITTED, '2026-09-19'), type: 'receiveDeferred', materialId: 'm3' })
    expect(read(complete, '2026-09-19').reasons).toEqual([])
  })

  it('an extension waits for its approval (许可法 42)', () => {
    const asked = accepted(COMMITTED).and({
      ...act(COMMITTED, '2026-09-15'),
      type: 'requestExtension',
      days: 3,
      reason: '人手不足'
    })
    expect(read(asked, '2026-09-15').reasons).toEqual(['extension-to-approve'])
  })
})

describe('after the decision the clock of issue and delivery (许可法 44)', () => {
  const decide = (item: ServiceItem, result: 'approved' | 'refused' = 'approved'): OutcomeCommand => ({
    ...act(item, '2026-11-02'),
    type: 'decideCase',
    result,
    reasons: '不符合条件',
    certificateNo: null,
    validUntil: null,
    reviewers: ['周晓禾', '单雨青']
  })
  const licence = accepted(LICENSED).and(decide(LICENSED))

  it.each([
    ['2026-11-11', 'green', 3, []],
    ['2026-11-12', 'yellow', 2, ['deliver-soon']],
    ['2026-11-16', 'yellow', 0, ['deliver-soon']],
    ['2026-11-17', 'redStatutory', -1, ['deliver-late']]
  ] as const)('a licence within ten working days; on %s: %s', (today, light, remaining, reasons) => {
    expect(read(licence, today, LICENSED)).toEqual({
      ...QUIET,
      light,
      remaining,
      unit: 'WORKING_DAY',
      due: '2026-11-16',
      watching: 'deliver',
      reasons
    })
  })

  it('an earlier day of the item’s own is a promise, the ten days stay the law', () => {
    const fast: ServiceItem = { ...LICENSED, deliveryLimit: { value: 3, unit: 'WORKING_DAY' } }
    const quick = accepted(fast).and(decide(fast))
    expect(read(quick, '2026-11-06', fast).light).toBe('red')
    expect(read(quick, '2026-11-16', fast).light).toBe('red')
    expect(read(quick, '2026-11-17', fast).light).toBe('redStatutory')
    // Only what was granted is under article 44.
    expect(read(accepted(fast).and(decide(fast, 'refused')), '2026-11-30', fast).light).toBe('red')
  })

  it('nothing to watch where nobody sets a day', () => {
    expect(read(accepted(COMMITTED).and(decide(COMMITTED)), '2027-01-11')).toEqual({
      ...QUIET,
      unit: 'WORKING_DAY',
      watching: 'deliver'
    })
  })
})

describe('promises to be checked (国办发〔2020〕42号)', () => {
  const made: CommitmentMade = {
    materialId: 'm4',
    name: '无其他收入',
    version: 1,
    checkBy: sure('2026-10-30'),
    checked: null
  }
  const promised = accepted(COMMITTED, { on: '2026-10-26', commitments: [made] })
  const done = story(...acceptedFacts(COMMITTED, { on: '2026-10-26', commitments: [made] }), {
    type: 'CaseCompleted',
    v: 1,
    data: { completedOn: '2026-10-27', note: '' }
  })

  it('are due from the working day before', () => {
    expect(read(promised, '2026-10-28').reasons).toEqual([])
    expect(read(promised, '2026-10-29').reasons).toEqual(['commitment-check-due'])
    expect(read(promised, '2026-11-03').reasons).toEqual(['commitment-check-due'])
  })

  it('bring a completed case back, until they are checked', () => {
    expect(read(done, '2026-10-28')).toEqual({ ...QUIET, unit: 'WORKING_DAY' })
    expect(read(done, '2026-11-02')).toMatchObject({
      light: 'yellow',
      due: '2026-10-30',
      remaining: -1,
      watching: 'none',
      reasons: ['commitment-check-due']
    })
    const checked = done.and({
      ...act(COMMITTED, '2026-11-02'),
      type: 'checkCommitment',
      materialId: 'm4',
      kept: true,
      note: ''
    })
    expect(read(checked, '2026-11-02')).toEqual({ ...QUIET, unit: 'WORKING_DAY' })
  })
})

describe('who first hears of a matter owns it (首问负责)', () => {
  const asked: CaseEvent = {
    type: 'EnquiryRecorded',
    v: 1,
    data: {
      caseId: 'e1',
      enquiryNo: 'ZX202609140100013',
      askedOn: '2026-09-18',
      askedAt: instant(10, '2026-09-18'),
      item: null,
      topic: '门前路灯不亮',
      answers: {},
      applicant: PEOPLE.plain,
      ticketNo: null,
      counter: 1,
      firstResponder: { personId: CLERK.personId, name: CLERK.name }
    }
  }
  const offered: CaseEvent = {
    type: 'HandOverOffered',
    v: 1,
    data: {
      docId: 'e1-1',
      docNo: '',
      to: { personId: LEAD.personId, name: LEAD.name },
      reason: '属城建',
      offeredAt: instant(60, '2026-09-18'),
      returnsAt: instant(90, '2026-09-18')
    }
  }

  it('an answer is owed, and yellow when it has waited for more than a working day', () => {
    const enquiry = story(asked)
    expect(read(enquiry, '2026-09-18', null)).toEqual({
      ...QUIET,
      unit: 'WORKING_DAY',
      watching: 'answer',
      reasons: ['answer-owed']
    })
    // Friday; Sunday 2026-09-20 works.
    expect(read(enquiry, '2026-09-20', null).light).toBe('green')
    expect(read(enquiry, '2026-09-21', null).light).toBe('yellow')
  })

  it('an offer waits, and comes back when nobody takes it up, also before that is recorded', () => {
    const waiting = story(asked, offered)
    const at = (minute: number) => read(waiting, '2026-09-18', null, { now: instant(minute, '2026-09-18') })
    expect(at(89)).toMatchObject({ light: 'green', reasons: ['hand-over-waiting', 'answer-owed'] })
    expect(at(90)).toMatchObject({ light: 'yellow', reasons: ['hand-over-returned', 'answer-owed'] })
    const returned: CaseEvent = {
      type: 'HandOverReturned',
      v: 1,
      data: { cause: 'declined', reason: '', at: instant(70, '2026-09-18') }
    }
    expect(read(story(asked, offered, returned), '2026-09-18', null).light).toBe('yellow')
    const taken: CaseEvent = {
      type: 'HandOverAccepted',
      v: 1,
      data: { by: { personId: LEAD.personId, name: LEAD.name }, at: '' }
    }
    expect(read(story(asked, offered, taken), '2026-09-18', null).reasons).toEqual(['answer-owed'])
  })

  it('also of a case: the light stays that of the case', () => {
    const case1 = story(receivedFact(COMMITTED, '2026-09-18'), offered)
    expect(read(case1, '2026-09-19').reasons).toEqual(['hand-over-returned'])
  })

  it('what was answered owes nothing', () => {
    const answered: CaseEvent = {
      type: 'EnquiryAnswered',
      v: 1,
      data: { docId: '', docNo: '', on: '2026-09-18', answer: '已报修', destination: null }
    }
    expect(read(story(asked, answered), '2026-12-18', null)).toEqual({ ...QUIET, unit: 'WORKING_DAY' })
  })
})

describe('what has ended owes nothing', () => {
  const end = { docId: '', docNo: '', on: '2026-09-15', reason: '' }
  it.each<CaseEvent>([
    { type: 'AcceptanceDeclined', v: 1, data: { ...end, kind: 'notRequired', destination: null } },
    { type: 'CaseReturned', v: 1, data: { ...end, cause: 'lapsed', handedBack: [] } },
    { type: 'CaseWithdrawn', v: 1, data: { ...end, handedBack: [] } }
  ])('$type', (event) => {
    expect(read(story(receivedFact(COMMITTED, '2026-09-14'), event), '2027-09-14')).toEqual({
      ...QUIET,
      unit: 'WORKING_DAY'
    })
  })
})
