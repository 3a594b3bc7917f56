import { describe, expect, it } from 'vitest'
import {
  acceptCase,
  CLERK,
  caseRules,
  giveNotice,
  itemOf,
  LEAD,
  PEOPLE,
  PROXY,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
/** m1 and m4 are missing; the visitor has gone home with a notice of 2026-11-23. */
const noticed = story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing', m4: 'missing' }) }))
const LATER = '2026-11-26'
const later = { date: LATER, docSerials: { 告: 1 } } as const

describe('the visitor comes back (domain §2.2: supplementing goes on in the same case)', () => {
  it('the day the last piece arrives is the day of acceptance (受理日期 = 交齐之日)', () => {
    const outcome = noticed.when(acceptCase({ ...later }))
    expect(outcome.events.map((e) => e.type)).toEqual(['MaterialsChecked', 'CaseAccepted', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({
      status: 'accepted',
      caseNo: '500102202611230100011',
      receivedOn: '2026-11-23',
      acceptedOn: LATER,
      promisedDue: { date: '2026-12-24', provisional: false },
      trips: 2
    })
  })

  it('numbers go by the case: no second case number is used, and no paper id twice', () => {
    const outcome = noticed.when(acceptCase({ ...later, caseSerial: 77 }))
    expect(outcome.reply).toMatchObject({ caseNo: '500102202611230100011', docId: '500102202611230100011-2' })
  })

  it('materials are those of the version it was received under, which comes with the command', () => {
    const longer = {
      ...item,
      version: 2,
      materials: [...item.materials, { ...item.materials[0], id: 'm10', name: '新增材料' }] as typeof item.materials
    }
    // A newer list asks for one more; who was told by the older one is not asked for it.
    noticed.when(acceptCase({ ...later, item: longer, ticks: ticksFor(item) })).refused('tick-missing')
    expect(noticed.when(acceptCase({ ...later, item })).state).toMatchObject({ item: { version: item.version } })
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

  it('the first responder stays with the case when somebody else goes on', () => {
    expect(noticed.when(acceptCase({ ...later, by: LEAD })).state).toMatchObject({
      firstResponder: { name: CLERK.name }
    })
  })

  it('an accepted case takes nothing in any more', () => {
    const at = story().and(acceptCase())
    for (const command of [acceptCase(later), giveNotice(later), receiveCase(later)]) {
      at.when(command).refused('case-not-open', { status: 'accepted', caseNo: '500102202611230100011' })
    }
  })
})

describe('names', () => {
  it.each([PEOPLE.rare, PEOPLE.long, PEOPLE.plain])(
    'of the applicant are never lost on the way ($name)',
    (applicant) => {
      const outcome = story().when(acceptCase({ applicant, proxy: { ...PROXY, name: applicant.name } }))
      expect(outcome.state).toMatchObject({ applicant: { name: applicant.name }, proxy: { name: applicant.name } })
      const paper = outcome.events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))[0]
      expect(paper).toMatchObject({ applicant: { name: applicant.name, proxyName: applicant.name } })
    }
  )
})
