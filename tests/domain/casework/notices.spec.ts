import { describe, expect, it } from 'vitest'
import { acceptCase, CLERK, caseRules, giveNotice, itemOf, LEAD, ticksFor } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const LATER = '2026-11-26'
const later = { date: LATER, docSerials: { 告: 1 } } as const
type Results = Parameters<typeof ticksFor>[1]

/** m1 and m4 are missing; the visitor has gone home with a notice of 2026-11-23. */
const noticed = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m4: 'missing' }) }))

describe('incomplete: told once, all of it (许可法 32(4))', () => {
  it('one notice lists every gap, and the case waits for the rest', () => {
    const outcome = story().when(
      giveNotice({ ticks: ticksFor(item, { m1: 'missing', m3: 'notMeeting', m4: 'missing' }) })
    )
    expect(outcome.events.map((e) => e.type)).toEqual([
      'CaseReceived',
      'MaterialsChecked',
      'OneTimeNoticeGiven',
      'DocumentIssued'
    ])
    const gap = (n: number, result: string, reason: string) => ({
      materialId: `m${n}`,
      name: item.materials[n - 1]?.name,
      result,
      reason
    })
    expect(outcome.events[2]).toEqual({
      type: 'OneTimeNoticeGiven',
      v: 1,
      data: {
        docId: '500102202611230100011-1',
        docNo: '云溪街办告〔2026〕010001号',
        round: 1,
        gaps: [gap(1, 'missing', ''), gap(3, 'notMeeting', '复印件看不清'), gap(4, 'missing', '')],
        givenOn: '2026-11-23',
        lapseOn: '2027-02-22',
        lapseProvisional: true,
        fault: null,
        itemVersion: item.version
      }
    })
    expect(outcome.state).toMatchObject({ status: 'supplement', trips: 1 })
  })

  it('is refused when nothing is missing: then the case is accepted instead', () => {
    story().when(giveNotice()).refused('nothing-missing')
  })

  it('asks every question first, or it would not be all of it', () => {
    story()
      .when(giveNotice({ answers: { s2: 'no' }, ticks: ticksFor(item, { m1: 'missing' }) }))
      .refused('situation-unanswered', { field: 'answers.s1' })
  })

  it('asks only for what the situation needs', () => {
    const ticks = ticksFor(item, { m1: 'missing', m6: 'missing' })
    const gapsOf = (answers: Record<string, string>) =>
      story()
        .when(giveNotice({ answers, ticks }))
        .events.flatMap((e) => (e.type === 'OneTimeNoticeGiven' ? e.data.gaps.map((g) => g.materialId) : []))
    expect(gapsOf({ s1: 'no', s2: 'no' })).toEqual(['m1'])
    expect(gapsOf({ s1: 'yes', s2: 'no' })).toEqual(['m1', 'm6'])
  })

  it('no clock of the decision runs: there is no due date before acceptance', () => {
    expect(noticed.state).not.toHaveProperty('promisedDue')
  })
})

describe('a second notice about what could be seen the first time is a fault (许可法 72(4))', () => {
  const again = (results: Results, reason: string | null, by: typeof CLERK | typeof LEAD = CLERK) =>
    giveNotice({ ...later, by, ticks: ticksFor(item, results) }, reason)

  it('what was told and is still missing may be told again, without a fault', () => {
    expect(noticed.when(again({ m4: 'missing' }, null)).events[1]).toMatchObject({
      type: 'OneTimeNoticeGiven',
      data: { round: 2, fault: null }
    })
  })

  it('what was told as missing and was brought in a form that does not meet is the same gap', () => {
    expect(noticed.when(again({ m4: 'notMeeting' }, null)).events[1]).toMatchObject({ data: { fault: null } })
  })

  it('a new gap needs a reason and a lead, and is named', () => {
    const materials = [item.materials[4]?.name]
    const code = 'second-notice-needs-lead'
    noticed
      .when(again({ m4: 'missing', m5: 'missing' }, null))
      .refused(code, { field: 'secondNoticeReason', materials })
    noticed.when(again({ m5: 'missing' }, '当时没有看出来')).refused(code, { field: 'approver', materials })
    noticed.when(again({ m5: 'missing' }, '   ', LEAD)).refused(code, { field: 'secondNoticeReason', materials })
  })

  it('with both it is given in the same case, and recorded as the fault it is', () => {
    const outcome = noticed.when(again({ m5: 'missing' }, ' 当时没有看出来 ', LEAD))
    expect(outcome.events.map((e) => e.type)).toEqual(['MaterialsChecked', 'OneTimeNoticeGiven', 'DocumentIssued'])
    expect(outcome.events[1]).toMatchObject({
      data: { round: 2, fault: { reason: '当时没有看出来', approvedBy: LEAD.name } }
    })
    expect(outcome.state).toMatchObject({ faults: 1, trips: 2 })
  })

  it('a lead beside the clerk answers for it, an administrator stands in for one', () => {
    const approver = { personId: LEAD.personId, name: LEAD.name }
    const beside = giveNotice({ ...later, ticks: ticksFor(item, { m5: 'missing' }) }, '漏看', approver)
    expect(noticed.when(beside).events[1]).toMatchObject({ data: { fault: { approvedBy: LEAD.name } } })
    const by = { personId: 'root', name: '管理员', roles: ['administrator'] } as const
    const asked = giveNotice({ ...later, by, ticks: ticksFor(item, { m5: 'missing' }) }, '漏看')
    expect(noticed.when(asked).events[1]).toMatchObject({ data: { fault: { approvedBy: '管理员' } } })
  })

  it('counts what any earlier notice told, not only the last one', () => {
    const third = noticed
      .and(again({ m5: 'missing' }, '漏看', LEAD))
      .when(giveNotice({ ...later, ticks: ticksFor(item, { m1: 'missing', m5: 'missing' }) }))
    expect(third.events[1]).toMatchObject({ data: { round: 3, fault: null } })
  })

  it('what is asked for only because an answer has changed was not visible: no fault', () => {
    const answers = { s1: 'yes', s2: 'no' }
    const changed = giveNotice({ ...later, answers, ticks: ticksFor(item, { m6: 'missing' }) })
    expect(noticed.when(changed).events[1]).toMatchObject({ data: { round: 2, fault: null } })
  })

  it('but what an earlier round has looked at stays visible, though an answer took it away in between', () => {
    const withS1 = (s1: string, results: Results) =>
      giveNotice({ ...later, answers: { s1, s2: 'no' }, ticks: ticksFor(item, results) })
    const thrice = story()
      .and(withS1('yes', { m1: 'missing' }))
      .and(withS1('no', { m1: 'missing' }))
    thrice.when(withS1('yes', { m6: 'notMeeting' })).refused('second-notice-needs-lead')
  })

  it('what the applicant had promised or put off was not there to be looked at: no fault', () => {
    const promised = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m7: 'committed' }) }))
    expect(promised.when(again({ m7: 'missing' }, null)).events[1]).toMatchObject({ data: { fault: null } })
  })

  it('what the office had undertaken to get itself and now asks for is its fault', () => {
    const exempted = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m2: 'exempt' }) }))
    exempted.when(again({ m2: 'missing' }, null)).refused('second-notice-needs-lead')
  })

  it('A4: notice 1 lists 3 of 4 visible gaps; notice 2 for the 4th only with a recorded fault, in the same case', () => {
    const three = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m3: 'missing', m4: 'notMeeting' }) }))
    three.when(again({ m5: 'notMeeting' }, null)).refused('second-notice-needs-lead')
    const second = three.when(again({ m5: 'notMeeting' }, '第一次漏看', LEAD))
    expect(second.state).toMatchObject({ caseNo: '500102202611230100011', faults: 1 })
    expect(second.events.map((e) => e.type)).not.toContain('CaseReceived')
  })

  it('the first notice can have no fault', () => {
    const first = giveNotice({ by: LEAD, ticks: ticksFor(item, { m1: 'missing' }) }, '没有用的理由')
    expect(story().when(first).events[2]).toMatchObject({ data: { round: 1, fault: null } })
  })

  it('rounds kept from before say nothing of what was looked at: then everything was', () => {
    const state = noticed.state
    if (state.status === 'none') throw new Error('there is a case')
    const [{ seen: _seen, ...old } = { docId: '', docNo: '', givenOn: '', lapseOn: null, gaps: [] }] = state.notices
    const before = { ...caseRules, initial: { ...state, notices: [old] } }
    given(before)()
      .when(again({ m5: 'missing' }, null))
      .refused('second-notice-needs-lead')
  })
})

describe('a notice that comes after acceptance', () => {
  it('is refused', () => {
    story().and(acceptCase()).when(giveNotice(later)).refused('case-not-open', { status: 'accepted' })
  })
})
