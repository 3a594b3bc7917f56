import { describe, expect, it } from 'vitest'
import type { CaseAct, WorkCommand } from '../../../shared/domain/casework/commands.ts'
import { mostExtensionDays } from '../../../shared/domain/casework/extension.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { CLERK, LEAD } from '../../support/builders.ts'
import { accepted, act, CASE_NO, COMMITTED, inWork, JOINT, LICENSED, papersIn, sure } from './workSupport.ts'

const request = (
  days: number,
  date = '2026-09-22',
  change: Partial<CaseAct> & { reason?: string } = {}
): WorkCommand => ({
  ...act(COMMITTED, date),
  type: 'requestExtension',
  days,
  reason: '入户核查人手不足',
  ...change
})
const approve = (change: Partial<CaseAct> & { head?: string } = {}): WorkCommand => ({
  ...act(COMMITTED, '2026-09-23', { by: LEAD }),
  type: 'approveExtension',
  head: '解明远',
  ...change
})
const decline = (change: Partial<CaseAct> & { reason?: string } = {}): WorkCommand => ({
  ...act(COMMITTED, '2026-09-23', { by: LEAD }),
  type: 'declineExtension',
  reason: '可以按期办结',
  ...change
})

const asked = accepted(COMMITTED).and(request(5))

describe('one extension, approved by the head, told with its reason (许可法 42)', () => {
  it('is asked for with its days and reason; no date moves yet', () => {
    accepted(COMMITTED)
      .when(request(5))
      .recorded([
        {
          type: 'ExtensionRequested',
          v: 1,
          data: {
            days: 5,
            reason: '入户核查人手不足',
            by: { personId: CLERK.personId, name: CLERK.name },
            on: '2026-09-22'
          }
        }
      ])
    expect(inWork(asked.state)).toMatchObject({ promisedDue: sure('2026-09-28'), extension: { status: 'requested' } })
  })

  it('once approved, both dates move by the days, and the paper says who signed and why', () => {
    const outcome = asked.when(approve())
    expect(outcome.events[0]).toEqual({
      type: 'ExtensionApproved',
      v: 1,
      data: {
        docId: `${CASE_NO}-2`,
        docNo: '云溪街办延〔2026〕010001号',
        days: 5,
        approvedBy: { personId: LEAD.personId, name: LEAD.name },
        head: '解明远',
        promisedDue: sure('2026-10-10'),
        statutoryDue: sure('2026-10-23')
      }
    })
    expect(papersIn(outcome.events)).toMatchObject([
      {
        kind: 'extensionNotice',
        days: 5,
        reason: '入户核查人手不足',
        approvedBy: '解明远',
        earlierPromisedDue: sure('2026-09-28'),
        promisedDue: sure('2026-10-10'),
        statutoryDue: sure('2026-10-23')
      }
    ])
  })

  it('moves dates of calendar days by calendar days', () => {
    const item: ServiceItem = { ...COMMITTED, promisedLimit: { value: 7, unit: 'CALENDAR_DAY' }, statutoryLimit: null }
    const outcome = accepted(item, { on: '2026-11-02' })
      .and(request(5, '2026-11-03', { item }))
      .when(approve({ ...act(item, '2026-11-04', { by: LEAD }) }))
    expect(inWork(outcome.state).promisedDue).toEqual(sure('2026-11-16'))
  })

  it('at most ten days; fifteen for a licence that several offices handle together; never more than the item allows', () => {
    const most = (item: ServiceItem) => mostExtensionDays(item)
    expect(most(COMMITTED)).toBe(10)
    expect(most(LICENSED)).toBe(10)
    expect(most(JOINT)).toBe(10)
    expect(most({ ...JOINT, itemTypeCode: '01' })).toBe(15)
    expect(most({ ...JOINT, itemTypeCode: '01', extensionMax: 3 })).toBe(3)
    for (const days of [0, 11, -1, 2.5, Number.NaN]) {
      accepted(COMMITTED).when(request(days)).refused('extension-days', { field: 'days', most: 10 })
    }
    expect(accepted(COMMITTED).when(request(1)).events).toHaveLength(1)
    expect(accepted(COMMITTED).when(request(10)).events).toHaveLength(1)
    const never: ServiceItem = { ...COMMITTED, extensionMax: 0 }
    accepted(never)
      .when(request(1, '2026-09-22', { item: never }))
      .refused('extension-days', { most: 0 })
  })

  it('needs a reason', () => {
    accepted(COMMITTED)
      .when(request(5, '2026-09-22', { reason: '' }))
      .refused('reason-missing', { field: 'reason' })
  })

  it('only once', () => {
    asked.and(approve()).when(request(1, '2026-09-24')).refused('extension-used')
    asked.when(request(1)).refused('extension-waiting')
  })

  it('not after the statutory date has passed; where no law names one, not after the promised date', () => {
    // 20 working days from 2026-09-14 end on 2026-10-16.
    expect(accepted(COMMITTED).when(request(5, '2026-10-16')).events).toHaveLength(1)
    accepted(COMMITTED).when(request(5, '2026-10-17')).refused('extension-too-late')
    const item: ServiceItem = { ...COMMITTED, statutoryLimit: null }
    expect(accepted(item).when(request(5, '2026-09-28', { item })).events).toHaveLength(1)
    accepted(item)
      .when(request(5, '2026-09-29', { item }))
      .refused('extension-too-late')
    // A signature does not come too late either.
    asked.when(approve({ ...act(COMMITTED, '2026-10-17', { by: LEAD }) })).refused('extension-too-late')
  })
})

describe('who approves an extension (许可法 42 "经本行政机关负责人批准")', () => {
  it('a lead or an administrator, never who asked for it', () => {
    asked.when(approve({ by: CLERK })).refused('not-allowed')
    asked.when(approve({ by: { ...CLERK, roles: ['administrator'] } })).refused('extension-own')
    const own = accepted(COMMITTED).and(request(5, '2026-09-22', { by: LEAD }))
    own.when(approve()).refused('extension-own')
    const root = { personId: 'root', name: '管理员', roles: ['administrator'] } as const
    expect(own.when(approve({ by: root })).events).toHaveLength(2)
  })

  it('with the name of the head who signed', () => {
    asked.when(approve({ head: '  ' })).refused('extension-head-missing', { field: 'head' })
  })

  it('only what was asked for and not settled', () => {
    accepted(COMMITTED).when(approve()).refused('extension-none')
    accepted(COMMITTED).when(decline()).refused('extension-none')
    asked.and(approve()).when(approve()).refused('extension-none')
    asked.and(approve()).when(decline()).refused('extension-none')
  })
})

describe('a request that is declined', () => {
  it('leaves the dates, says why, and may be made again', () => {
    asked.when(decline()).recorded([
      {
        type: 'ExtensionDeclined',
        v: 1,
        data: { reason: '可以按期办结', declinedBy: { personId: LEAD.personId, name: LEAD.name } }
      }
    ])
    const again = asked.and(decline()).and(request(3, '2026-09-24'))
    expect(inWork(again.state)).toMatchObject({ promisedDue: sure('2026-09-28'), extension: { days: 3 } })
    expect(inWork(again.when(approve({ ...act(COMMITTED, '2026-09-24', { by: LEAD }) })).state).promisedDue).toEqual(
      sure('2026-10-08')
    )
  })

  it('no more than one that waits moves a date when the clocks are counted for another reason', () => {
    const start: WorkCommand = {
      ...act(COMMITTED, '2026-09-23'),
      type: 'startExcludedProcedure',
      procedure: 'PUBLICITY',
      reason: '公示',
      basis: '办法第十一条',
      expectedEnd: '2026-09-23'
    }
    for (const before of [asked, asked.and(decline())]) {
      expect(inWork(before.when(start).state).promisedDue).toEqual(sure('2026-09-28'))
    }
    expect(inWork(asked.and(approve()).when(start).state).promisedDue).toEqual(sure('2026-10-10'))
  })

  it('is declined by a lead, with a reason', () => {
    asked.when(decline({ by: CLERK })).refused('not-allowed')
    asked.when(decline({ reason: '' })).refused('reason-missing', { field: 'reason' })
  })
})
