import { describe, expect, it } from 'vitest'
import { neededMaterials } from '../../shared/domain/catalogue/situations.ts'
import { caseDetail, caseShown, type KnownCase } from '../../shared/projections/caseShown.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import { timeline } from '../../shared/projections/timeline.ts'
import { AUTHORITY, HALL, itemOf, LEAD, PEOPLE, PROXY, ticksFor } from '../support/builders.ts'
import { readingOf } from '../support/caseReading.ts'
import { HallRun } from './support/hallRun.ts'

const item = itemOf('MZ-001')

/** Noticed on the 23rd, told more with a fault on the 24th, accepted on the 26th, printed twice, revealed, completed. */
function longCase() {
  const run = new HallRun()
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
  const bring = { item, applicant: PEOPLE.rare, proxy: PROXY, by: LEAD, ticks: ticksFor(item, { m1: 'missing' }) }
  run.takeIn('giveOneTimeNotice', { ...bring, ticketNo: 'A007' })
  const [caseId = ''] = run.cases.keys()
  run.goDays(1)
  run.takeIn('giveOneTimeNotice', { ...bring, caseId, ticks: ticksFor(item, { m4: 'notMeeting' }) }, '漏看')
  run.goDays(2)
  run.takeIn('acceptCase', {
    ...bring,
    caseId,
    applicant: { ...PEOPLE.rare, phone: '13800138003' },
    ticks: ticksFor(item)
  })
  const docId = `${caseId}-3`
  run.print({ type: 'queuePrint', docId, jobId: 'j1', printer: 'folder', copies: 1 })
  run.print({ type: 'markSent', docId, jobId: 'j1', reference: 'r' })
  run.print({ type: 'markFailed', docId, jobId: 'j1', reason: 'paper-out', detail: '' })
  run.print({ type: 'queuePrint', docId, jobId: 'j2', printer: 'folder', copies: 1 })
  run.print({ type: 'markUnknown', docId, jobId: 'j2', detail: '' })
  run.print({ type: 'queuePrint', docId, jobId: 'j3', printer: 'folder', copies: 1 })
  run.print({ type: 'markPrinted', docId, jobId: 'j3', evidence: 'file' })
  run.onCase(caseId, { type: 'revealIdentity', field: 'proxy' })
  run.finish(caseId)
  const state = run.cases.get(caseId) as KnownCase
  const records = run.records.filter((r) => r.stream.startsWith('case-') || r.stream.startsWith('doc-'))
  const papers = [...run.desk.papers.values()].map(paperShown)
  const around = {
    item,
    who: { personId: LEAD.personId, roles: LEAD.roles, today: run.date },
    reading: readingOf(run.desk)
  }
  return { run, state, records, papers, around }
}

const { state, records, papers, around } = longCase()

describe('the timeline of a case', () => {
  const lines = timeline(records)

  it('tells one line a thing that happened, in order', () => {
    expect(lines.map((l) => l.kind)).toEqual([
      'received',
      'checked',
      'notice',
      'checked',
      'notice',
      'corrected',
      'checked',
      'accepted',
      'printFailed',
      'printUnknown',
      'printQueued',
      'printed',
      'revealed',
      'submittedUpward',
      'returnedFromAbove',
      'decided',
      'delivered',
      'completed'
    ])
  })

  it('is the same in whatever order the records come', () => {
    expect(timeline(records.toReversed())).toEqual(lines)
  })

  it('says when, by whom and at which counter', () => {
    expect(lines[0]).toMatchObject({
      at: '2026-11-23T01:00:00.000Z',
      byName: '周晓禾',
      counter: 1,
      detail: { ticketNo: 'A007', notifyBy: null }
    })
  })

  it('counts what was in order and what was not', () => {
    expect(lines[1]?.detail).toEqual({
      inOrder: neededMaterials(item, { s1: 'no', s2: 'no', s3: 'yes' }).length - 1,
      gaps: 1
    })
  })

  it('tells of a second notice what it was about, and that it was a fault (许可法 72(4))', () => {
    expect(lines[2]?.detail).toMatchObject({ round: 1, fault: null, gaps: item.materials[0]?.name })
    expect(lines[4]?.detail).toMatchObject({ round: 2, fault: '漏看', gaps: item.materials[3]?.name })
  })

  it('tells of the acceptance both due dates, and whether the promised one is 暂定', () => {
    expect(lines[7]?.detail).toEqual({
      docNo: '云溪街办受〔2026〕010001号',
      promisedDue: '2026-12-24',
      provisional: false,
      statutoryDue: '2027-01-07',
      deemed: false,
      deferred: '',
      commitments: '',
      localDue: '2026-12-10'
    })
  })

  it('tells of reprints and failures of paper, not of the first print', () => {
    expect(lines.filter((l) => l.kind.startsWith('print')).map((l) => l.detail)).toEqual([
      { reason: 'paper-out', paper: 'acceptanceNotice' },
      { paper: 'acceptanceNotice' },
      { reprint: 1, paper: 'acceptanceNotice' },
      { evidence: 'file', paper: 'acceptanceNotice' }
    ])
  })

  it('names nobody’s number', () => {
    const shown = JSON.stringify(lines)
    for (const secret of [PEOPLE.rare.idNumber, PROXY.idNumber, '13800138003', PROXY.phone])
      expect(shown).not.toContain(secret)
  })

  it('knows nothing of what is not a case', () => {
    const { run } = longCase()
    run.issue('A')
    expect(timeline(run.records.filter((r) => r.stream.startsWith('queue-') || r.stream === 'hall'))).toEqual([])
  })
})

describe('a case in a list', () => {
  it('is masked and has its dates only once it is accepted', () => {
    expect(caseShown(state, around.reading)).toMatchObject({
      itemName: item.name,
      applicantMasked: '𠮷*',
      idMasked: '5001**********9994',
      status: 'completed',
      promisedDue: { date: '2026-12-24', provisional: false },
      statutoryDue: { provisional: true },
      notices: 2
    })
    const run = new HallRun()
    run.takeIn('giveOneTimeNotice', {
      item,
      applicant: PEOPLE.rare,
      proxy: null,
      ticks: ticksFor(item, { m1: 'missing' })
    })
    const [other] = [...run.cases.values()] as KnownCase[]
    if (!other) throw new Error('no case')
    expect(caseShown(other, around.reading)).toMatchObject({
      promisedDue: null,
      statutoryDue: null
    })
  })
})

describe('the page of a case', () => {
  const detail = caseDetail(state, { ...around, papers, timeline: timeline(records) })

  it('has names in full, whole beyond the BMP, and numbers masked until they are revealed', () => {
    expect(detail.applicant).toEqual({
      name: '𠮷𬭎',
      idKind: 'residentId',
      idMasked: '5001**********9994',
      phoneMasked: '138****8003',
      address: PEOPLE.rare.address
    })
    expect(detail.proxy).toEqual({
      name: PROXY.name,
      idKind: 'residentId',
      idMasked: '5001**********996X',
      phoneMasked: '138****8002',
      authority: AUTHORITY
    })
    expect(JSON.stringify(detail)).not.toMatch(/500102200002299994|50010219660502996X|13800138003/)
  })

  it('has all a clerk needs to go on: ticks, last notice, first responder, papers', () => {
    expect(detail).toMatchObject({
      itemVersion: 1,
      ticketNo: 'A007',
      firstResponder: LEAD.name,
      acceptedOn: '2026-11-26',
      lastNotice: { docNo: '云溪街办告〔2026〕010002号', givenOn: '2026-11-24' }
    })
    expect(detail.ticks).toHaveLength(item.materials.length)
    expect(detail.papers.map((p) => [p.kind, p.status, p.prints])).toEqual([
      ['oneTimeNotice', 'issued', 0],
      ['oneTimeNotice', 'issued', 0],
      ['acceptanceNotice', 'printed', 1],
      ['decision', 'issued', 0],
      ['deliveryReceipt', 'issued', 0]
    ])
  })

  it('of somebody without phone, proxy or notice says so plainly', () => {
    const run = new HallRun()
    run.takeIn('acceptCase', { item, applicant: PEOPLE.rare, proxy: null, ticks: ticksFor(item) })
    const [only] = run.cases.values()
    const bare = { ...around, reading: readingOf(run.desk), papers: [], timeline: [] }
    expect(caseDetail(only as KnownCase, bare)).toMatchObject({
      applicant: { phoneMasked: null },
      proxy: null,
      lastNotice: null,
      papers: [],
      timeline: []
    })
  })
})
