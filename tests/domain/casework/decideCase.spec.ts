import { describe, expect, it } from 'vitest'
import type { MaterialTick } from '../../../shared/domain/casework/case.ts'
import { isCaseNumber, LAST_CASE_SERIAL } from '../../../shared/domain/casework/numbers.ts'
import {
  acceptCase,
  CLERK,
  caseRules,
  giveNotice,
  HALL,
  itemOf,
  LEAD,
  PEOPLE,
  PROXY,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const ticksOf = (results: Parameters<typeof ticksFor>[1] = {}): MaterialTick[] =>
  ticksFor(item, results).map((t) => ({ ...t, name: item.materials.find((m) => m.id === t.materialId)?.name ?? '' }))

/** m1 and m4 are missing; the visitor has gone home with a notice of 2026-11-23. */
const noticed = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m4: 'missing' }) }))
const LATER = '2026-11-26'
const later = { date: LATER, docSerial: 2 } as const

describe('complete and in the proper form (许可法 32(5))', () => {
  it('is accepted at once: received, checked, accepted, and the 受理通知书, all in one commit', () => {
    const events = story().when(acceptCase()).events
    expect(events.map((e) => e.type)).toEqual(['CaseReceived', 'MaterialsChecked', 'CaseAccepted', 'DocumentIssued'])
    expect(events.slice(0, 3)).toEqual([
      {
        type: 'CaseReceived',
        v: 1,
        data: {
          caseId: '500102202611230100011',
          caseNo: '500102202611230100011',
          receivedOn: '2026-11-23',
          item: {
            itemId: 'MZ-001',
            version: item.version,
            name: item.name,
            taskCode: item.taskCode,
            caseType: 'ESCALATED',
            handlingOffice: item.handlingOffice,
            promisedLimit: { value: 20, unit: 'WORKING_DAY' },
            statutoryLimit: { value: 30, unit: 'WORKING_DAY' }
          },
          applicant: PEOPLE.plain,
          proxy: null,
          ticketNo: 'A001',
          counter: 1,
          firstResponder: { personId: CLERK.personId, name: CLERK.name }
        }
      },
      { type: 'MaterialsChecked', v: 1, data: { ticks: ticksOf() } },
      {
        type: 'CaseAccepted',
        v: 1,
        data: {
          docId: '500102202611230100011-1',
          docNo: '云溪街办受〔2026〕010001号',
          acceptedOn: '2026-11-23',
          promisedDue: { date: '2026-12-21', provisional: false },
          statutoryDue: { date: '2027-01-04', provisional: true }
        }
      }
    ])
  })

  it('answers with the numbers that the clerk and the visitor go by', () => {
    const reply = {
      caseId: '500102202611230100011',
      caseNo: '500102202611230100011',
      docId: '500102202611230100011-1',
      docNo: '云溪街办受〔2026〕010001号'
    }
    expect(story().when(acceptCase()).reply).toEqual(reply)
    expect(isCaseNumber(reply.caseNo)).toBe(true)
  })

  it('has two clocks, promised and statutory; beyond the loaded calendar a date is 暂定 (许可法 42, 82)', () => {
    const due = (change: Parameters<typeof acceptCase>[0]) =>
      story()
        .when(acceptCase(change))
        .events.flatMap((e) => (e.type === 'CaseAccepted' ? [e.data] : []))[0]
    expect(due({})?.promisedDue).toEqual({ date: '2026-12-21', provisional: false })
    expect(due({ date: '2026-12-07' })?.promisedDue.provisional).toBe(true)
    expect(due({ item: itemOf('MZ-003') })?.statutoryDue).toBeNull()
  })

  it('is refused while a material is missing or does not meet, naming each', () => {
    const materials = [0, 2].map((i) => item.materials[i]?.name)
    story()
      .when(acceptCase({ ticks: ticksFor(item, { m1: 'missing', m3: 'notMeeting' }) }))
      .refused('materials-not-in-order', { materials })
  })

  it('does not wait for what does not apply', () => {
    expect(story().when(acceptCase({ ticks: ticksFor(item, { m8: 'notApplicable' }) })).events).toHaveLength(4)
  })

  it('has no case number left after the last serial of a day, and says so instead of repeating one', () => {
    story()
      .when(acceptCase({ caseSerial: LAST_CASE_SERIAL + 1 }))
      .refused('case-numbers-used-up')
    expect(story().when(acceptCase({ caseSerial: LAST_CASE_SERIAL })).reply).toBeTruthy()
    // Who comes back has a number already.
    expect(noticed.when(acceptCase({ ...later, caseSerial: LAST_CASE_SERIAL + 1 })).reply).toBeTruthy()
  })
})

describe('incomplete: told once, all of it (许可法 32(4))', () => {
  const gaps = ticksOf({ m1: 'missing', m3: 'notMeeting', m4: 'missing' }).filter((t) => t.result !== 'inOrder')

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
    expect(outcome.events[2]).toEqual({
      type: 'OneTimeNoticeGiven',
      v: 1,
      data: {
        docId: '500102202611230100011-1',
        docNo: '云溪街办告〔2026〕010001号',
        round: 1,
        gaps,
        givenOn: '2026-11-23',
        lapseOn: '2027-02-22',
        lapseProvisional: true,
        fault: null
      }
    })
    expect(outcome.state.status).toBe('supplement')
  })

  it('is refused when nothing is missing: then the case is accepted instead', () => {
    story().when(giveNotice()).refused('nothing-missing')
    story()
      .when(giveNotice({ ticks: ticksFor(item, { m8: 'notApplicable' }) }))
      .refused('nothing-missing')
  })

  it('no clock of the decision runs: there is no due date before acceptance', () => {
    expect(noticed.state).not.toHaveProperty('promisedDue')
  })
})

describe('the visitor comes back (domain: supplementing goes on in the same case)', () => {
  it('the day the last piece arrives is the day of acceptance (受理日期 = 交齐之日)', () => {
    const outcome = noticed.when(acceptCase({ ...later }))
    expect(outcome.events.map((e) => e.type)).toEqual(['MaterialsChecked', 'CaseAccepted', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({
      status: 'accepted',
      caseNo: '500102202611230100011',
      receivedOn: '2026-11-23',
      acceptedOn: LATER,
      promisedDue: { date: '2026-12-24', provisional: false }
    })
  })

  it('numbers go by the case: no second case number is used', () => {
    const reply = noticed.when(acceptCase({ ...later, caseSerial: 77 })).reply
    expect(reply).toMatchObject({ caseNo: '500102202611230100011', docNo: '云溪街办受〔2026〕010002号' })
  })

  it('what was promised when the case was received stays promised, whatever a newer item says', () => {
    const slower = { ...item, promisedLimit: { value: 60, unit: 'WORKING_DAY' as const }, statutoryLimit: null }
    const outcome = noticed.when(acceptCase({ ...later, item: slower, itemVersion: 2 }))
    expect(outcome.state).toMatchObject({ promisedDue: { date: '2026-12-24' }, statutoryDue: { provisional: true } })
    const paper = outcome.events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))[0]
    expect(paper).toMatchObject({ promisedLimitText: '20个工作日', statutoryLimitText: '30个工作日' })
  })

  it('corrected names and numbers are recorded, unchanged ones are not', () => {
    expect(noticed.when(acceptCase({ ...later })).events.map((e) => e.type)).not.toContain('ApplicantCorrected')
    const applicant = { ...PEOPLE.plain, name: '欧阳娜娜梓' }
    expect(noticed.when(acceptCase({ ...later, applicant })).events[0]).toEqual({
      type: 'ApplicantCorrected',
      v: 1,
      data: { applicant, proxy: null }
    })
    expect(noticed.when(acceptCase({ ...later, proxy: PROXY })).events[0]).toMatchObject({ data: { proxy: PROXY } })
  })

  it('another item is another case', () => {
    noticed.when(acceptCase({ ...later, item: itemOf('MZ-003') })).refused('case-other-item')
  })

  it('an older notice stays on record with what it said', () => {
    const state = noticed.when(acceptCase({ ...later })).state
    const notices = state.status === 'none' ? [] : state.notices
    expect(notices.map((n) => [n.givenOn, n.gaps.map((g) => g.materialId)])).toEqual([['2026-11-23', ['m1', 'm4']]])
  })
})

describe('a second notice about what could be seen the first time is a fault (许可法 72(4))', () => {
  const again = (
    results: Parameters<typeof ticksFor>[1],
    reason: string | null,
    by: typeof CLERK | typeof LEAD = CLERK
  ) => giveNotice({ ...later, by, ticks: ticksFor(item, results) }, reason)

  it('what was told and is still missing may be told again, without a fault', () => {
    expect(noticed.when(again({ m4: 'missing' }, null)).events[1]).toMatchObject({
      type: 'OneTimeNoticeGiven',
      data: { round: 2, fault: null }
    })
  })

  it('what was told as missing and was brought in a form that does not meet is the same gap', () => {
    expect(noticed.when(again({ m4: 'notMeeting' }, null)).events[1]).toMatchObject({ data: { fault: null } })
  })

  it('a new gap needs a lead and a reason, and is named', () => {
    const refused = { field: 'secondNoticeReason', materials: [item.materials[4]?.name] }
    noticed.when(again({ m4: 'missing', m5: 'missing' }, null)).refused('second-notice-needs-lead', refused)
    noticed.when(again({ m5: 'missing' }, '当时没有看出来')).refused('second-notice-needs-lead', refused)
    noticed.when(again({ m5: 'missing' }, null, LEAD)).refused('second-notice-needs-lead', refused)
    noticed.when(again({ m5: 'missing' }, '   ', LEAD)).refused('second-notice-needs-lead', refused)
  })

  it('with both it is given in the same case, and recorded as the fault it is', () => {
    const outcome = noticed.when(again({ m5: 'missing' }, ' 当时没有看出来 ', LEAD))
    expect(outcome.events.map((e) => e.type)).toEqual(['MaterialsChecked', 'OneTimeNoticeGiven', 'DocumentIssued'])
    expect(outcome.events[1]).toMatchObject({
      data: { round: 2, fault: { reason: '当时没有看出来', approvedBy: LEAD.name } }
    })
  })

  it('an administrator stands in for a lead', () => {
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

  it('the first notice can have no fault', () => {
    const first = giveNotice({ by: LEAD, ticks: ticksFor(item, { m1: 'missing' }) }, '没有用的理由')
    expect(story().when(first).events[2]).toMatchObject({ data: { round: 1, fault: null } })
  })
})

describe('who applies (许可法 29)', () => {
  const inPerson = itemOf('HJ-004')

  it('a proxy is refused where the law wants the person', () => {
    story()
      .when(acceptCase({ item: inPerson, proxy: PROXY, ticks: ticksFor(inPerson) }))
      .refused('proxy-refused', { field: 'proxy.name' })
    expect(story().when(acceptCase({ item: inPerson, ticks: ticksFor(inPerson) })).reply).toBeTruthy()
  })

  it('a proxy where one is allowed is recorded beside the applicant', () => {
    expect(story().when(acceptCase({ proxy: PROXY })).events[0]).toMatchObject({
      data: { applicant: PEOPLE.plain, proxy: PROXY }
    })
  })

  it('a wrong number is refused at the field of its person', () => {
    const applicant = { ...PEOPLE.plain, idNumber: '500102198511209984' }
    const proxy = { ...PROXY, idNumber: '500102198513209989' }
    story().when(acceptCase({ applicant })).refused('id-check-digit', { field: 'applicant.idNumber' })
    story().when(acceptCase({ proxy })).refused('id-birth-invalid', { field: 'proxy.idNumber' })
    noticed.when(giveNotice({ ...later, applicant })).refused('id-check-digit', { field: 'applicant.idNumber' })
  })

  it('unanswered materials are refused before any number is used', () => {
    story()
      .when(acceptCase({ ticks: [] }))
      .refused('tick-missing', { field: 'ticks.0.result', materialId: 'm1' })
  })
})

describe('names', () => {
  it.each([PEOPLE.rare, PEOPLE.long, PEOPLE.plain])(
    'of the applicant are never lost on the way ($name)',
    (applicant) => {
      const outcome = story().when(acceptCase({ applicant, proxy: { ...PROXY, name: applicant.name } }))
      const state = outcome.state
      expect(state.status !== 'none' && [state.applicant.name, state.proxy?.name]).toEqual([
        applicant.name,
        applicant.name
      ])
      const paper = outcome.events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))[0]
      expect(paper).toMatchObject({ applicant: { name: applicant.name, proxyName: applicant.name } })
    }
  )

  it('of the first responder stay with the case when somebody else goes on', () => {
    const state = noticed.when(acceptCase({ ...later, by: LEAD })).state
    expect(state).toMatchObject({ firstResponder: { name: CLERK.name } })
  })
})

describe('the end of a case', () => {
  const accepted = story().and(acceptCase())
  const complete = { type: 'completeCase', date: '2026-11-25', note: '已送达' } as const

  it('an accepted case is completed with its day and note', () => {
    accepted
      .when(complete)
      .recorded([{ type: 'CaseCompleted', v: 1, data: { completedOn: '2026-11-25', note: '已送达' } }])
    expect(accepted.when(complete).state).toMatchObject({ status: 'completed', completedOn: '2026-11-25' })
  })

  it('nothing else is: not one that waits for materials, not one that is completed, none that does not exist', () => {
    noticed.when(complete).refused('case-not-open', { status: 'supplement' })
    accepted.and(complete).when(complete).refused('case-not-open', { status: 'completed' })
    story().when(complete).refused('case-unknown')
  })

  it('an accepted or completed case takes nothing in any more', () => {
    const { caseNo } = accepted.state as { caseNo: string }
    for (const [at, status] of [
      [accepted, 'accepted'],
      [accepted.and(complete), 'completed']
    ] as const) {
      at.when(acceptCase({ ...later })).refused('case-not-open', { status, caseNo })
      at.when(giveNotice({ ...later, ticks: ticksFor(item, { m1: 'missing' }) })).refused('case-not-open', {
        status,
        caseNo
      })
    }
  })
})

describe('looking at full numbers (个人信息保护法 6)', () => {
  const reveal = (field: 'applicant' | 'proxy') => ({ type: 'revealIdentity', field }) as const

  it('is recorded, and the record holds no number', () => {
    noticed.when(reveal('applicant')).recorded([{ type: 'IdentityRevealed', v: 1, data: { field: 'applicant' } }], null)
  })

  it('of a proxy needs one', () => {
    noticed.when(reveal('proxy')).refused('proxy-none')
    expect(
      story()
        .and(acceptCase({ proxy: PROXY }))
        .when(reveal('proxy')).events
    ).toHaveLength(1)
  })

  it('of a case that does not exist is refused', () => {
    story().when(reveal('applicant')).refused('case-unknown')
  })

  it('changes nothing about the case, also when it is completed', () => {
    const done = story().and(acceptCase()).and({ type: 'completeCase', date: '2026-11-25', note: '' })
    expect(done.when(reveal('applicant')).state).toEqual(done.state)
  })
})

describe('the reply', () => {
  it('holds numbers and ids only: it is kept in the log and answered again', () => {
    const reply = JSON.stringify(story().when(acceptCase({ proxy: PROXY })).reply)
    for (const secret of [PEOPLE.plain.name, PEOPLE.plain.idNumber, PROXY.name, PROXY.idNumber, HALL.name]) {
      expect(reply).not.toContain(secret)
    }
  })
})
