import { describe, expect, it } from 'vitest'
import type { ProxyPerson } from '../../../shared/domain/casework/case.ts'
import {
  AUTHORITY,
  acceptCase,
  type CaseOut,
  caseRules,
  giveNotice,
  itemOf,
  PROXY,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const under = (change: Partial<typeof AUTHORITY>): ProxyPerson => ({ ...PROXY, authority: { ...AUTHORITY, ...change } })
const refused = (proxy: ProxyPerson, code: string, field: string) =>
  story().when(acceptCase({ proxy })).refused(code, { field })
const papersOf = (events: readonly CaseOut[]) => events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data] : []))

describe('who may act for the applicant (许可法 29)', () => {
  it('nobody where the law wants the person, and the item says why', () => {
    const inPerson = itemOf('HJ-004')
    for (const command of [acceptCase, giveNotice, receiveCase]) {
      story()
        .when(command({ item: inPerson, proxy: PROXY }))
        .refused('proxy-refused', { field: 'proxy.name', reason: inPerson.mustAppearInPerson })
    }
    expect(story().when(acceptCase({ item: inPerson })).reply).toBeTruthy()
  })

  it('a proxy where one is allowed is recorded beside the applicant', () => {
    expect(story().when(acceptCase({ proxy: PROXY })).state).toMatchObject({ proxy: PROXY })
  })

  it('a wrong number of theirs is refused at their field', () => {
    refused({ ...PROXY, idNumber: '500102198513209989' }, 'id-birth-invalid', 'proxy.idNumber')
  })
})

describe('a power of attorney names matters, powers and period, and is signed (民法典 165)', () => {
  it('each of them is needed', () => {
    refused(under({ matters: ' ' }), 'proxy-matters-missing', 'proxy.authority.matters')
    refused(under({ powers: '' }), 'proxy-powers-missing', 'proxy.authority.powers')
    refused(under({ signed: false }), 'proxy-unsigned', 'proxy.authority.signed')
  })

  it('the period has begun and has not ended; both days count', () => {
    refused(under({ from: '2026-11-24' }), 'proxy-period', 'proxy.authority.from')
    refused(under({ from: 'soon' }), 'proxy-period', 'proxy.authority.from')
    refused(under({ until: '2026-11-22' }), 'proxy-period', 'proxy.authority.until')
    refused(under({ from: '2026-11-23', until: '2026-02-30' }), 'proxy-period', 'proxy.authority.until')
    refused(under({ from: '2026-11-20', until: '2026-11-19' }), 'proxy-period', 'proxy.authority.until')
    const today = under({ from: '2026-11-23', until: '2026-11-23' })
    expect(story().when(acceptCase({ proxy: today })).reply).toBeTruthy()
  })

  it('who says nothing of it is refused; a legal guardian needs none', () => {
    const { authority: _authority, ...bare } = PROXY
    refused(bare, 'proxy-authority-missing', 'proxy.authority')
    const guardian = { ...PROXY, authority: null }
    expect(story().when(acceptCase({ proxy: guardian })).state).toMatchObject({ proxy: { authority: null } })
  })
})

describe('the office draws it up for signature', () => {
  const drawn = under({ signed: false, drawUp: true, matters: ' 代为申请 ' })
  const kinds = (events: readonly CaseOut[]) => papersOf(events).map((d) => d.paper.kind)

  it('with the outcome, in the same commit', () => {
    const outcome = story().when(acceptCase({ proxy: drawn }))
    expect(kinds(outcome.events)).toEqual(['acceptanceNotice', 'powerOfAttorney'])
    expect(papersOf(outcome.events)[1]).toMatchObject({
      docId: '500102202611230100011-2',
      docNo: '云溪街办委〔2026〕010001号',
      paper: {
        agent: { name: PROXY.name, idKindLabel: '居民身份证', idNumberMasked: '500102********996X' },
        matters: '代为申请',
        powers: AUTHORITY.powers,
        from: AUTHORITY.from,
        until: AUTHORITY.until
      }
    })
    expect(outcome.state).toMatchObject({ papers: 2 })
    const told = giveNotice({ proxy: drawn, ticks: ticksFor(item, { m9: 'missing' }) })
    expect(kinds(story().when(told).events)).toEqual(['oneTimeNotice', 'powerOfAttorney'])
    expect(kinds(story().when(receiveCase({ proxy: drawn })).events)).toEqual(['receiptOfMaterials', 'powerOfAttorney'])
  })

  it('once: who comes back under the same authority has the paper', () => {
    const told = story().and(giveNotice({ proxy: drawn, ticks: ticksFor(item, { m9: 'missing' }) }))
    const back = told.when(acceptCase({ proxy: { ...drawn, phone: null } }))
    expect(kinds(back.events)).toEqual(['acceptanceNotice'])
    expect(papersOf(back.events)[0]?.docId).toBe('500102202611230100011-3')
    const wider = { ...drawn, authority: { ...AUTHORITY, drawUp: true, powers: '特别授权' } }
    expect(kinds(told.when(acceptCase({ proxy: wider })).events)).toEqual(['acceptanceNotice', 'powerOfAttorney'])
  })

  it('not when the applicant brought a signed one', () => {
    expect(kinds(story().when(acceptCase({ proxy: PROXY })).events)).toEqual(['acceptanceNotice'])
  })
})
