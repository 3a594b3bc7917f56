import { describe, expect, it } from 'vitest'
import type { WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import {
  accepted,
  act,
  CASE_NO,
  COMMITTED,
  inWork,
  LICENSED,
  papersIn,
  receivedFact,
  story,
  sure
} from './workSupport.ts'

type Start = Extract<WorkCommand, { type: 'startExcludedProcedure' }>

const start = (date: string, expectedEnd: string, change: Partial<Start> = {}): Start => ({
  ...act(COMMITTED, date),
  type: 'startExcludedProcedure',
  procedure: 'PUBLICITY',
  reason: '按规定公示名单',
  basis: '社会救助暂行办法第十一条',
  expectedEnd,
  ...change
})
const prolong = (date: string, expectedEnd: string, reason = '有人提出异议，需要核实'): WorkCommand => ({
  ...act(COMMITTED, date),
  type: 'prolongExcludedProcedure',
  expectedEnd,
  reason
})
const end = (date: string): WorkCommand => ({ ...act(COMMITTED, date), type: 'endExcludedProcedure' })

const due = (state: Parameters<typeof inWork>[0]) => inWork(state).promisedDue.date

describe('an excluded procedure stops the clock, told in writing (许可法 45)', () => {
  it('accepted 2026-09-14 with 10 days, 公示 from 09-21 to 10-12: due 2026-10-16 instead of 09-28', () => {
    const before = accepted(COMMITTED)
    expect(due(before.state)).toBe('2026-09-28')
    const outcome = before.when(start('2026-09-21', '2026-10-12'))
    expect(outcome.events.map((e) => e.type)).toEqual(['ExcludedProcedureStarted', 'DocumentIssued'])
    expect(outcome.events[0]).toEqual({
      type: 'ExcludedProcedureStarted',
      v: 1,
      data: {
        docId: `${CASE_NO}-2`,
        docNo: '云溪街办特〔2026〕010001号',
        exclusionId: 'x1',
        procedure: 'PUBLICITY',
        reason: '按规定公示名单',
        basis: '社会救助暂行办法第十一条',
        from: '2026-09-21',
        expectedEnd: '2026-10-12',
        promisedDue: sure('2026-10-16'),
        statutoryDue: sure('2026-10-30')
      }
    })
    expect(due(outcome.state)).toBe('2026-10-16')
  })

  it('the paper names kind, reason, basis, time needed and the dates before and after', () => {
    expect(papersIn(accepted(COMMITTED).when(start('2026-09-21', '2026-10-12')).events)).toMatchObject([
      {
        kind: 'excludedProcedureNotice',
        procedureLabel: '公示',
        reason: '按规定公示名单',
        basis: '社会救助暂行办法第十一条',
        from: '2026-09-21',
        expectedEnd: sure('2026-10-12'),
        earlierPromisedDue: sure('2026-09-28'),
        promisedDue: sure('2026-10-16'),
        statutoryDue: sure('2026-10-30'),
        moved: false
      }
    ])
  })

  it('the day it starts still counts, the day it ends does not: one day of 公示 costs one day', () => {
    expect(due(accepted(COMMITTED).when(start('2026-09-21', '2026-09-22')).state)).toBe('2026-09-29')
    expect(due(accepted(COMMITTED).when(start('2026-09-21', '2026-09-21')).state)).toBe('2026-09-28')
  })

  it('is never a free pause: only what the item lists', () => {
    accepted(COMMITTED)
      .when(start('2026-09-21', '2026-10-12', { procedure: 'SITE_SURVEY' }))
      .refused('procedure-not-listed', { field: 'procedure' })
    const none: ServiceItem = { ...COMMITTED, excludedProcedures: [] }
    accepted(none)
      .when(start('2026-09-21', '2026-10-12', { item: none }))
      .refused('procedure-not-listed')
  })

  it('of a licence only what article 45 names, whatever the item lists', () => {
    const licence = { item: LICENSED }
    accepted(LICENSED)
      .when(start('2026-09-21', '2026-10-12', licence))
      .refused('procedure-not-art45')
    const review = start('2026-09-21', '2026-10-12', { ...licence, procedure: 'EXPERT_REVIEW' })
    expect(due(accepted(LICENSED).when(review).state)).toBe('2026-10-16')
  })

  it('needs an expected end from today on, within ten years', () => {
    const at = (expectedEnd: string) => accepted(COMMITTED).when(start('2026-09-21', expectedEnd))
    for (const wrong of ['2026-09-20', '2036-09-22', '2026-02-30', 'soon', '']) {
      at(wrong).refused('procedure-end-wrong', { field: 'expectedEnd' })
    }
    expect(at('2036-09-21').events).toHaveLength(2)
  })

  it('needs its reason and its basis', () => {
    accepted(COMMITTED)
      .when(start('2026-09-21', '2026-10-12', { reason: '  ' }))
      .refused('reason-missing', { field: 'reason' })
    accepted(COMMITTED)
      .when(start('2026-09-21', '2026-10-12', { basis: '' }))
      .refused('basis-missing', { field: 'basis' })
  })

  it('one at a time', () => {
    accepted(COMMITTED)
      .and(start('2026-09-21', '2026-10-12'))
      .when(start('2026-09-22', '2026-10-12'))
      .refused('procedure-running')
  })

  it('only in a case that is being worked on', () => {
    story().when(start('2026-09-21', '2026-10-12')).refused('case-unknown')
    story(receivedFact(COMMITTED, '2026-09-14'))
      .when(start('2026-09-21', '2026-10-12'))
      .refused('case-not-open', { status: 'received' })
  })

  it('goes by the limits the case was received under, not by a newer list', () => {
    const slower: ServiceItem = {
      ...COMMITTED,
      promisedLimit: { value: 60, unit: 'WORKING_DAY' },
      statutoryLimit: null
    }
    const outcome = accepted(COMMITTED).when(start('2026-09-21', '2026-10-12', { item: slower }))
    expect(outcome.state).toMatchObject({ promisedDue: sure('2026-10-16'), statutoryDue: sure('2026-10-30') })
  })

  it('that runs into a year whose holidays are not loaded gives 暂定 dates', () => {
    const outcome = accepted(COMMITTED, { on: '2026-12-14' }).when(start('2026-12-21', '2027-01-08'))
    expect(inWork(outcome.state).promisedDue.provisional).toBe(true)
  })
})

describe('an expected end that moves is told again (许可法 45)', () => {
  const running = accepted(COMMITTED).and(start('2026-09-21', '2026-10-12'))

  it('to a later day, with a new paper that says so', () => {
    const outcome = running.when(prolong('2026-10-10', '2026-10-14'))
    expect(outcome.events[0]).toEqual({
      type: 'ExcludedProcedureProlonged',
      v: 1,
      data: {
        docId: `${CASE_NO}-3`,
        docNo: '云溪街办特〔2026〕010001号',
        exclusionId: 'x1',
        expectedEnd: '2026-10-14',
        reason: '有人提出异议，需要核实',
        promisedDue: sure('2026-10-20'),
        statutoryDue: sure('2026-11-03')
      }
    })
    expect(papersIn(outcome.events)).toMatchObject([
      {
        kind: 'excludedProcedureNotice',
        moved: true,
        basis: '社会救助暂行办法第十一条',
        from: '2026-09-21',
        expectedEnd: sure('2026-10-14'),
        earlierPromisedDue: sure('2026-10-16'),
        promisedDue: sure('2026-10-20')
      }
    ])
  })

  it('never to the same or an earlier day, nor into the past', () => {
    for (const wrong of ['2026-10-12', '2026-10-11', '', '2026-13-01']) {
      running.when(prolong('2026-10-10', wrong)).refused('procedure-end-not-later', { told: '2026-10-12' })
    }
    running.when(prolong('2026-10-15', '2026-10-14')).refused('procedure-end-not-later')
  })

  it('with its reason, and only while one runs', () => {
    running.when(prolong('2026-10-10', '2026-10-14', ' ')).refused('reason-missing', { field: 'reason' })
    accepted(COMMITTED).when(prolong('2026-10-10', '2026-10-14')).refused('procedure-none')
  })
})

describe('the clock goes on when the procedure ends', () => {
  const running = accepted(COMMITTED).and(start('2026-09-21', '2026-10-12'))

  it('on the day that was told: the date that was told', () => {
    running.when(end('2026-10-12')).recorded([
      {
        type: 'ExcludedProcedureEnded',
        v: 1,
        data: {
          exclusionId: 'x1',
          endedOn: '2026-10-12',
          promisedDue: sure('2026-10-16'),
          statutoryDue: sure('2026-10-30')
        }
      }
    ])
  })

  it('before that day: the due date comes earlier', () => {
    expect(due(running.when(end('2026-09-24')).state)).toBe('2026-10-08')
    expect(due(running.when(end('2026-09-21')).state)).toBe('2026-09-28')
  })

  it('after that day: what was not told in writing is not taken out', () => {
    expect(due(running.when(end('2026-10-15')).state)).toBe('2026-10-16')
    // Told late is told: the new end counts from then on.
    expect(due(running.and(prolong('2026-10-15', '2026-10-15')).when(end('2026-10-15')).state)).toBe('2026-10-21')
  })

  it('never before it began: a PC whose clock went back ends it on the day it started', () => {
    const running = accepted(COMMITTED).and(start('2026-09-21', '2026-10-12'))
    expect(inWork(running.when(end('2026-09-18')).state).exclusions[0]).toMatchObject({ endedOn: '2026-09-21' })
  })

  it('only when one runs', () => {
    accepted(COMMITTED).when(end('2026-10-12')).refused('procedure-none')
    running.and(end('2026-10-12')).when(end('2026-10-12')).refused('procedure-none')
  })

  it('a second procedure is another one, and days that both cover are taken out once', () => {
    const again = running.and(end('2026-09-24')).when(start('2026-09-24', '2026-10-12', { procedure: 'EXPERT_REVIEW' }))
    expect(again.events[0]).toMatchObject({ data: { exclusionId: 'x2' } })
    expect(due(again.state)).toBe('2026-10-16')
    const twice = running.and(end('2026-09-21')).when(start('2026-09-21', '2026-10-12', { procedure: 'EXPERT_REVIEW' }))
    expect(due(twice.state)).toBe('2026-10-16')
  })
})
