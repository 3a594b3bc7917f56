import { describe, expect, it } from 'vitest'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import {
  acceptCase,
  askAbout,
  caseRules,
  declineCase,
  ELSEWHERE,
  giveNotice,
  itemOf,
  NOBODY,
  PEOPLE,
  PROXY,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const rules = { ...defaultHallRules(), reviewAuthority: '云溪县人民政府', court: '云溪县人民法院' }
const remedies = { reviewAuthority: '云溪县人民政府', reviewDays: 60, court: '云溪县人民法院', courtMonths: 6 }
const told = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing' }) }))
const left = story().and(receiveCase())

describe('告知不受理: the matter needs no procedure at all (许可法 32(1))', () => {
  it('is told at once, in writing, and takes an enquiry number, not a case number', () => {
    const outcome = story().when(declineCase('notRequired', { applicant: NOBODY, rules, caseSerial: 10_000 }))
    expect(outcome.events.map((e) => e.type)).toEqual(['EnquiryRecorded', 'AcceptanceDeclined', 'DocumentIssued'])
    expect(outcome.reply).toMatchObject({ caseNo: 'ZX202611230100010', docNo: '云溪街办不告〔2026〕010001号' })
    expect(outcome.events[2]).toMatchObject({
      data: { paper: { kind: 'notRequiredNotice', reason: '房前屋后的零星林木不需要采伐许可', remedies } }
    })
    expect(outcome.state).toMatchObject({
      status: 'declined',
      ending: { kind: 'notRequired', on: '2026-11-23', destination: null }
    })
  })

  it('keeps the name and the proxy of who has said them', () => {
    const outcome = story().when(declineCase('notRequired', { proxy: PROXY }))
    expect(outcome.state).toMatchObject({ applicant: PEOPLE.plain, proxy: PROXY })
  })

  it('of a question or of papers that were left, in the same stream', () => {
    const asked = story().and(askAbout({ answer: null }))
    for (const [at, caseNo] of [
      [asked, 'ZX202611230100010'],
      [left, '500102202611230100011'],
      [told, '500102202611230100011']
    ] as const) {
      const outcome = at.when(declineCase('notRequired', { docSerials: {} }))
      expect(outcome.events.map((e) => e.type)).not.toContain('CaseReceived')
      expect(outcome.state).toMatchObject({ status: 'declined', caseNo })
    }
  })
})

describe('不予受理: not within this authority (许可法 32(2))', () => {
  it('is decided at once, in writing, naming the right authority and the remedies', () => {
    const outcome = story().when(declineCase('outsideAuthority', { rules, reason: ' 归林业部门管 ' }))
    expect(outcome.events.map((e) => e.type)).toEqual(['CaseReceived', 'AcceptanceDeclined', 'DocumentIssued'])
    expect(outcome.reply).toMatchObject({
      caseNo: '500102202611230100011',
      docNo: '云溪街办不受〔2026〕010001号'
    })
    expect(outcome.events[2]).toMatchObject({
      data: { paper: { kind: 'nonAcceptanceDecision', reason: '归林业部门管', destination: ELSEWHERE, remedies } }
    })
    expect(outcome.state).toMatchObject({
      status: 'declined',
      ending: { kind: 'outsideAuthority', destination: ELSEWHERE }
    })
  })

  it('never without a name to go to, and never to nobody', () => {
    for (const destination of [null, { ...ELSEWHERE, name: ' ' }]) {
      story()
        .when(declineCase('outsideAuthority', { destination }))
        .refused('destination-missing', { field: 'destination.name' })
    }
    story()
      .when(declineCase('outsideAuthority', { applicant: NOBODY }))
      .refused('name-missing', { field: 'applicant.name' })
    const named = { ...NOBODY, name: '王欧' }
    expect(story().when(declineCase('outsideAuthority', { applicant: named })).reply).toBeTruthy()
  })

  it('asks no power of attorney of somebody who is only told so', () => {
    const { authority: _authority, ...bare } = PROXY
    expect(story().when(declineCase('outsideAuthority', { proxy: bare })).state).toMatchObject({ proxy: bare })
  })

  it('makes a case of a question first: a decision has a case number', () => {
    const asked = story().and(askAbout({ answer: null }))
    const outcome = asked.when(declineCase('outsideAuthority'))
    expect(outcome.state).toMatchObject({ caseId: 'ZX202611230100010', caseNo: '500102202611230100011' })
  })

  it('has a case number of its own, or says that there is none left', () => {
    story()
      .when(declineCase('outsideAuthority', { caseSerial: 10_000 }))
      .refused('case-numbers-used-up')
    expect(left.when(declineCase('outsideAuthority', { caseSerial: 10_000 })).reply).toBeTruthy()
  })
})

describe('both', () => {
  it('give reasons (许可法 72)', () => {
    for (const kind of ['notRequired', 'outsideAuthority'] as const) {
      story()
        .when(declineCase(kind, { reason: '  ' }))
        .refused('reason-missing', { field: 'reason' })
    }
  })

  it('are too late after acceptance, and concern the item that was applied for', () => {
    for (const kind of ['notRequired', 'outsideAuthority'] as const) {
      story().and(acceptCase()).when(declineCase(kind)).refused('case-not-open', { status: 'accepted' })
      left.when(declineCase(kind, { item: itemOf('MZ-003') })).refused('case-other-item')
      story()
        .when(declineCase(kind, { answers: { s99: 'yes' } }))
        .refused('situation-unknown')
    }
  })

  it('a number is left for who needs none', () => {
    story()
      .when(declineCase('notRequired', { enquirySerial: 10_000 }))
      .refused('enquiry-numbers-used-up')
  })
})
