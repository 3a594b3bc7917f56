import { describe, expect, it } from 'vitest'
import { isCaseNumber, LAST_CASE_SERIAL } from '../../../shared/domain/casework/numbers.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import {
  acceptCase,
  CLERK,
  caseRules,
  giveNotice,
  HALL,
  itemOf,
  PEOPLE,
  PROXY,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const urgent = itemOf('MZ-003')
/** m1 and m4 are missing; the visitor has gone home with a notice of 2026-11-23. */
const noticed = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m4: 'missing' }) }))
const LATER = '2026-11-26'
const later = { date: LATER, docSerials: { 告: 1 } } as const

const accepted = (command: Parameters<ReturnType<typeof story>['when']>[0], from = story()) => {
  const { events } = from.when(command)
  const data = events.flatMap((e) => (e.type === 'CaseAccepted' ? [e.data] : []))[0]
  if (!data) throw new Error('nothing was accepted')
  return { events, data, papers: events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : [])) }
}

describe('complete and in the proper form (许可法 32(5))', () => {
  it('is accepted at once: received, checked, accepted, and the 受理通知书, all in one commit', () => {
    const events = story().when(acceptCase()).events
    expect(events.map((e) => e.type)).toEqual(['CaseReceived', 'MaterialsChecked', 'CaseAccepted', 'DocumentIssued'])
    const answers = { s1: 'no', s2: 'no', s3: 'no' }
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
          firstResponder: { personId: CLERK.personId, name: CLERK.name },
          answers
        }
      },
      {
        type: 'MaterialsChecked',
        v: 1,
        data: {
          answers,
          ticks: item.materials.map(({ id, name }) => ({
            materialId: id,
            name,
            result: ['m6', 'm8', 'm9'].includes(id) ? 'notApplicable' : 'inOrder',
            reason: ''
          }))
        }
      },
      {
        type: 'CaseAccepted',
        v: 1,
        data: expect.objectContaining({
          docId: '500102202611230100011-1',
          docNo: '云溪街办受〔2026〕010001号',
          acceptedOn: '2026-11-23',
          promisedDue: { date: '2026-12-21', provisional: false },
          statutoryDue: { date: '2027-01-04', provisional: true }
        })
      }
    ])
  })

  it('answers with the numbers that the clerk and the visitor go by, and with nothing of theirs', () => {
    const reply = story().when(acceptCase({ proxy: PROXY })).reply
    expect(reply).toEqual({
      caseId: '500102202611230100011',
      caseNo: '500102202611230100011',
      docId: '500102202611230100011-1',
      docNo: '云溪街办受〔2026〕010001号',
      also: []
    })
    expect(isCaseNumber('500102202611230100011')).toBe(true)
    for (const secret of [PEOPLE.plain.name, PEOPLE.plain.idNumber, PROXY.name, PROXY.idNumber, HALL.name]) {
      expect(JSON.stringify(reply)).not.toContain(secret)
    }
  })

  it('is refused while a material is missing or does not meet, naming each', () => {
    const materials = [0, 2].map((i) => item.materials[i]?.name)
    story()
      .when(acceptCase({ ticks: ticksFor(item, { m1: 'missing', m3: 'notMeeting' }) }))
      .refused('materials-not-in-order', { materials })
  })

  it('a list is complete only when every question it depends on is answered (许可法 32(4))', () => {
    story()
      .when(acceptCase({ answers: { s1: 'no' } }))
      .refused('situation-unanswered', { field: 'answers.s2' })
    story()
      .when(acceptCase({ answers: { s1: 'perhaps', s2: 'no' } }))
      .refused('situation-unknown', { field: 'answers.s1' })
  })

  it('whether there is a proxy is known, not asked: their papers are asked for by themselves', () => {
    const ticks = ticksFor(item).filter((t) => t.materialId !== 'm9')
    story()
      .when(acceptCase({ proxy: PROXY, ticks }))
      .refused('tick-missing', { materialId: 'm9' })
    expect(story().when(acceptCase({ ticks })).reply).toBeTruthy()
  })

  it('has no case number left after the last serial of a day, and says so instead of repeating one', () => {
    story()
      .when(acceptCase({ caseSerial: LAST_CASE_SERIAL + 1 }))
      .refused('case-numbers-used-up')
    expect(story().when(acceptCase({ caseSerial: LAST_CASE_SERIAL })).reply).toBeTruthy()
    // Who comes back has a number already.
    expect(noticed.when(acceptCase({ ...later, caseSerial: LAST_CASE_SERIAL + 1 })).reply).toBeTruthy()
  })

  it('a wrong number is refused at the field of its person, before any other is used', () => {
    const applicant = { ...PEOPLE.plain, idNumber: '500102198511209984' }
    story().when(acceptCase({ applicant })).refused('id-check-digit', { field: 'applicant.idNumber' })
    noticed.when(giveNotice({ ...later, applicant })).refused('id-check-digit', { field: 'applicant.idNumber' })
    story()
      .when(acceptCase({ ticks: [] }))
      .refused('tick-missing', { field: 'ticks.0.result', materialId: 'm1' })
  })
})

describe('the clocks that start with acceptance', () => {
  it('promised and statutory stand side by side; beyond the loaded calendar a date is 暂定 (许可法 42, 82)', () => {
    expect(accepted(acceptCase()).data).toMatchObject({
      promisedDue: { date: '2026-12-21', provisional: false },
      statutoryDue: { provisional: true }
    })
    expect(accepted(acceptCase({ date: '2026-12-07' })).data.promisedDue.provisional).toBe(true)
    const free = itemOf('GT-005')
    expect(accepted(acceptCase({ item: { ...free, statutoryLimit: null } })).data.statutoryDue).toBeNull()
  })

  it('an escalated case has its local part, from the day of acceptance (许可法 43)', () => {
    const local = { ...item, localLimit: { value: 5, unit: 'WORKING_DAY' as const } }
    expect(accepted(acceptCase({ item: local })).data.localDue).toEqual({ date: '2026-11-30', provisional: false })
    const { localLimit: _none, ...without } = local
    expect(accepted(acceptCase({ item: without })).data).not.toHaveProperty('localDue')
  })

  it('of a joint case every other office has its own part of the time, and silence is no consent', () => {
    const joint = itemOf('GT-002')
    const { data } = accepted(acceptCase({ item: joint }))
    expect(data.opinions).toEqual(
      joint.jointOffices?.map(({ office, limit }) => ({
        office,
        due: { date: limit.value === 3 ? '2026-11-26' : '2026-11-30', provisional: false },
        given: null
      }))
    )
    expect(accepted(acceptCase()).data).not.toHaveProperty('opinions')
  })
})

describe('put right at the counter (许可法 32(3))', () => {
  it('lets the case be accepted, and the paper says what was put right', () => {
    const { papers } = accepted(acceptCase({ ticks: ticksFor(item, { m1: 'corrected' }) }))
    expect(papers).toMatchObject([
      { kind: 'acceptanceNotice', corrected: [`${item.materials[0]?.name}：日期已当场补填`] }
    ])
  })
})

describe('免提交 (在线政务服务若干规定 7)', () => {
  it('what the office gets itself is named on the paper, and not among what was handed in', () => {
    const { papers } = accepted(acceptCase({ ticks: ticksFor(item, { m2: 'exempt', m3: 'exempt' }) }))
    const names = ['m2', 'm3'].map((id) => item.materials.find((m) => m.id === id)?.name)
    const [paper] = papers
    expect(paper).toMatchObject({ exempted: names })
    expect(paper?.kind === 'acceptanceNotice' && paper.materials.map((m) => m.name)).not.toContain(names[0])
  })
})

describe('告知承诺 (国办发〔2020〕42号)', () => {
  const words = item.materials.find((m) => m.id === 'm7')?.commitment
  const promised = { ticks: ticksFor(item, { m7: 'committed' }) }

  it('accepts with the letter of the promise in its version, and the day by which it is checked', () => {
    const { data, papers, events } = accepted(acceptCase(promised))
    const checkBy = { date: '2027-01-04', provisional: true }
    expect(data.commitments).toEqual([
      { materialId: 'm7', name: '收入、财产说明', version: words?.version, checkBy, checked: null }
    ])
    expect(papers.map((p) => p.kind)).toEqual(['acceptanceNotice', 'commitmentLetter'])
    expect(papers[0]).toMatchObject({ committed: ['收入、财产说明'] })
    expect(papers[1]).toMatchObject({
      docNo: '云溪街办诺〔2026〕010001号',
      materialName: '收入、财产说明',
      version: words?.version,
      duty: words?.duty,
      content: words?.content,
      consequence: words?.consequence,
      checkBy
    })
    expect(data.alsoIssued).toEqual(['500102202611230100011-2'])
    expect(events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.docId] : []))).toEqual([
      data.docId,
      '500102202611230100011-2'
    ])
  })

  it('two promises are two letters, each with a number of its own', () => {
    const promise = item.materials.find((m) => m.id === 'm7')
    const materials = item.materials.map((m) =>
      m.id === 'm1' ? { ...m, waiver: 'COMMITMENT' as const, commitment: promise?.commitment } : m
    )
    const two = {
      item: { ...item, materials },
      docSerials: { 诺: 4 },
      ticks: ticksFor(item, { m1: 'committed', m7: 'committed' })
    }
    const issued = accepted(acceptCase(two)).events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data] : []))
    expect(issued.map((d) => [d.docId, d.docNo])).toEqual([
      ['500102202611230100011-1', '云溪街办受〔2026〕010001号'],
      ['500102202611230100011-2', '云溪街办诺〔2026〕010005号'],
      ['500102202611230100011-3', '云溪街办诺〔2026〕010006号']
    ])
  })

  it('the item may set its own day for the check', () => {
    const own = { value: 3, unit: 'WORKING_DAY' } as const
    const materials = item.materials.map((m) =>
      m.commitment ? { ...m, commitment: { ...m.commitment, checkLimit: own } } : m
    )
    const { data } = accepted(acceptCase({ ...promised, item: { ...item, materials } }))
    expect(data.commitments?.[0]?.checkBy.date).toBe('2026-11-26')
  })

  it('is not open to who has broken a promise before', () => {
    story()
      .when(acceptCase({ ...promised, commitmentBlocked: true }))
      .refused('commitment-blocked', { materialId: 'm7' })
    expect(story().when(acceptCase({ commitmentBlocked: true })).reply).toBeTruthy()
  })
})

describe('容缺后补 (domain §7.2)', () => {
  const off = { item: urgent, ticks: ticksFor(urgent, { m6: 'deferred', m7: 'deferred' }) }

  it('accepts with what is to follow and by when, told in its own paper', () => {
    const { data, papers } = accepted(acceptCase(off))
    const due = { date: '2026-12-02', provisional: false }
    expect(data.deferred?.map((p) => [p.materialId, p.due, p.receivedOn])).toEqual([
      ['m6', due, null],
      ['m7', due, null]
    ])
    expect(papers.map((p) => p.kind)).toEqual(['acceptanceNotice', 'deferredMaterialsNotice'])
    expect(papers[1]).toMatchObject({
      docNo: '云溪街办容〔2026〕010001号',
      pieces: [{ due }, { due }],
      promisedDue: data.promisedDue
    })
    expect(papers[0]).toMatchObject({ deferred: [{ due }, { due }] })
  })

  it('never after the promised day of the whole, whatever hall or item allow', () => {
    const rules = { ...defaultHallRules(), deferralLimit: { value: 60, unit: 'WORKING_DAY' as const } }
    const { data } = accepted(acceptCase({ ...off, rules }))
    expect(data.deferred?.map((p) => p.due)).toEqual([data.promisedDue, data.promisedDue])
  })

  it('the item may set its own day for a piece', () => {
    const deferLimit = { value: 2, unit: 'WORKING_DAY' } as const
    const materials = urgent.materials.map((m) => (m.id === 'm7' ? { ...m, deferLimit } : m))
    const { data } = accepted(acceptCase({ ...off, item: { ...urgent, materials } }))
    expect(data.deferred?.map((p) => p.due.date)).toEqual(['2026-12-02', '2026-11-25'])
  })
})

describe('decided on the spot, and still in writing (许可法 34)', () => {
  const quick = itemOf('SB-006')

  it('accepts and decides in one commit, each with its paper', () => {
    const outcome = story().when(acceptCase({ item: quick }, { certificateNo: ' 渝社 0001 ' }))
    expect(outcome.events.map((e) => e.type)).toEqual([
      'CaseReceived',
      'MaterialsChecked',
      'CaseAccepted',
      'CaseDecided',
      'CaseCompleted',
      'DocumentIssued',
      'DocumentIssued'
    ])
    expect(outcome.events[3]).toMatchObject({
      data: { result: 'approved', onTheSpot: true, certificateNo: '渝社 0001', decidedOn: '2026-11-23' }
    })
    const papers = outcome.events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data] : []))
    expect(papers.map((p) => p.paper.kind)).toEqual(['acceptanceNotice', 'decision'])
    expect(papers[1]?.paper).toMatchObject({ result: 'approved', onTheSpot: true, certificate: { no: '渝社 0001' } })
    expect(outcome.events[3]).toMatchObject({ data: { docId: papers[1]?.docId, docNo: papers[1]?.docNo } })
    expect(outcome.state).toMatchObject({ status: 'completed', papers: 2 })
    expect(outcome.reply).toMatchObject({ also: papers.slice(1).map((p) => p.docId) })
  })

  it('stays open while a certificate has still to be issued and delivered (许可法 44)', () => {
    const licence = { ...quick, deliveryLimit: { value: 10, unit: 'WORKING_DAY' as const } }
    const outcome = story().when(acceptCase({ item: licence }, { certificateNo: '' }))
    expect(outcome.state).toMatchObject({ status: 'decided', decision: { deliverBy: { date: '2026-12-07' } } })
  })

  it('a decision without a certificate has none', () => {
    const outcome = story().when(acceptCase({ item: quick }, { certificateNo: '' }))
    expect(outcome.events[3]).toMatchObject({ data: { certificateNo: null } })
  })

  it('is refused for what is not decided on the spot, and while a piece is still to come', () => {
    story()
      .when(acceptCase({}, { certificateNo: '' }))
      .refused('decide-now-refused')
    const instant = { ...urgent, caseType: 'INSTANT' as const }
    story()
      .when(acceptCase({ item: instant, ticks: ticksFor(urgent, { m7: 'deferred' }) }, { certificateNo: '' }))
      .refused('decide-now-refused')
    expect(story().when(acceptCase({ item: instant }, { certificateNo: '' })).reply).toBeTruthy()
  })
})
