import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  type AcceptancePaper,
  type CasePaperData,
  isCasePaper,
  type OneTimeNoticePaper,
  type Typeface
} from '../../../shared/documents/papers.ts'
import type { CaseCommand, Intake } from '../../../shared/domain/casework/commands.ts'
import { resultsFor, type TickInput } from '../../../shared/domain/casework/ticks.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { neededMaterials, proxyAnswer } from '../../../shared/domain/catalogue/situations.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { residentIdCheckCharacter } from '../../../shared/domain/people/residentId.ts'
import { plainAnswers } from '../../support/answers.ts'
import {
  acceptCase,
  caseRules,
  giveNotice,
  HALL,
  itemOf,
  PEOPLE,
  PROXY,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const item = itemOf('MZ-001')

const papersOf = (command: CaseCommand): readonly CasePaperData[] =>
  given(caseRules)()
    .when(command)
    .events.flatMap((e) => (e.type === 'DocumentIssued' && isCasePaper(e.data.paper) ? [e.data.paper] : []))

function paperOf(command: CaseCommand): AcceptancePaper | OneTimeNoticePaper {
  const papers = papersOf(command)
  const paper = papers[0]
  if ((paper?.kind !== 'acceptanceNotice' && paper?.kind !== 'oneTimeNotice') || papers.length > 1)
    throw new Error('one paper of a case was wanted')
  return paper
}

const acceptance = (change: Partial<Intake> = {}): AcceptancePaper => paperOf(acceptCase(change)) as AcceptancePaper
const notice = (change: Partial<Intake> = {}): OneTimeNoticePaper => paperOf(giveNotice(change)) as OneTimeNoticePaper

describe('a paper of a case', () => {
  it('keeps the typeface that the hall had chosen when it was issued', () => {
    const under = (paperTypeface: Typeface) => acceptance({ rules: { ...defaultHallRules(), paperTypeface } }).typeface
    expect([under('serif'), under('sans')]).toEqual(['serif', 'sans'])
  })
})

describe('受理通知书 (许可法 32: with date, and what was received)', () => {
  it('says who, what, when, until when, and by which law', () => {
    expect(acceptance()).toMatchObject({
      kind: 'acceptanceNotice',
      hall: { name: HALL.name, authorityName: HALL.authorityName, demo: true },
      docNo: '云溪街办受〔2026〕010001号',
      caseNo: '500102202611230100011',
      itemName: item.name,
      itemCode: item.taskCode,
      caseTypeLabel: '上报件',
      handlingOffice: item.handlingOffice,
      receivedOn: '2026-11-23',
      issuedOn: '2026-11-23',
      acceptedOn: '2026-11-23',
      clerkName: '周晓禾',
      counter: 1,
      legalBasis: item.legalBasis,
      promisedDue: { date: '2026-12-21', provisional: false },
      promisedLimitText: '20个工作日',
      statutoryDue: { provisional: true },
      statutoryLimitText: '30个工作日',
      feeText: '不收费',
      resultName: item.result
    })
  })

  it('lists what was handed in, with the numbers of originals and copies, and leaves out what does not apply', () => {
    const { materials } = acceptance()
    const kept = item.materials.filter((m) => !['m6', 'm8', 'm9'].includes(m.id))
    expect(materials.map(({ name, originals, copies, result }) => ({ name, originals, copies, result }))).toEqual(
      kept.map((m) => ({ name: m.name, originals: m.originalCount, copies: m.copyCount, result: 'inOrder' }))
    )
  })

  it('says the charge where there is one', () => {
    const charged = { ...item, fee: { charged: true, note: '工本费 10 元' } }
    expect(acceptance({ item: charged }).feeText).toBe('工本费 10 元')
    expect(acceptance({ item: { ...item, fee: { charged: true } } }).feeText).toBe('按公示标准收取')
  })

  it('names the procedures that may stop the clock (许可法 45)', () => {
    const labels = acceptance({
      item: { ...item, excludedProcedures: ['EXPERT_REVIEW', 'PUBLICITY'] }
    }).excludedProcedures
    expect(labels).toEqual(['专家评审', '公示'])
  })

  it('has no statutory date where no law names one', () => {
    const free = itemOf('MZ-003')
    expect(acceptance({ item: free, ticks: ticksFor(free) })).toMatchObject({
      statutoryDue: null,
      statutoryLimitText: null
    })
  })
})

describe('收件凭证 (许可法 32(4): the only proof of the day the clock starts)', () => {
  it('says what was left, in how many originals and copies, what is kept, and until when the office must tell', () => {
    const [paper] = papersOf(receiveCase({ ticks: ticksFor(item, { m3: 'notMeeting', m4: 'missing' }).slice(0, 4) }))
    const [form, card, book] = item.materials
    expect(paper).toMatchObject({
      kind: 'receiptOfMaterials',
      receivedOn: '2026-11-23',
      notifyBy: { date: '2026-11-30', provisional: false },
      materials: [
        { name: form?.name, originals: 1, copies: 0, kept: true },
        { name: card?.name, originals: 1, copies: 1, kept: false },
        { name: book?.name, originals: 1, copies: 1, kept: false }
      ]
    })
  })
})

describe('一次性告知书 (许可法 32(4): all of it, once)', () => {
  it('lists every gap with its reason, and what is in order already', () => {
    const paper = notice({ ticks: ticksFor(item, { m1: 'missing', m3: 'notMeeting', m2: 'exempt', m4: 'corrected' }) })
    const name = (n: number) => item.materials[n - 1]?.name
    expect(paper).toMatchObject({
      kind: 'oneTimeNotice',
      docNo: '云溪街办告〔2026〕010001号',
      round: 1,
      lapseOn: '2027-02-22',
      gaps: [
        { name: name(1), result: 'missing', reason: '未提交' },
        { name: name(3), result: 'notMeeting', reason: '复印件看不清' }
      ]
    })
    expect(paper.inOrder.map((m) => m.name)).toEqual([4, 5, 7].map(name))
  })

  it('gives the reason in the words of the clerk where there are any', () => {
    const ticks = ticksFor(item, { m1: 'missing' }).map((t) =>
      t.materialId === 'm1' ? { ...t, reason: '身份证过期，先换证' } : t
    )
    expect(notice({ ticks }).gaps[0]?.reason).toBe('身份证过期，先换证')
  })

  it('shows where to get a material, as the guide of the item says', () => {
    const noted = item.materials.find((m) => m.note)
    expect(noted).toBeDefined()
    expect(notice({ ticks: ticksFor(item, { [noted?.id ?? '']: 'missing' }) }).gaps[0]?.note).toBe(noted?.note)
  })

  it('of any item and any ticks, gaps and what is in order are exactly what was ticked', () => {
    const items = shippedItems().items.filter((i) => i.materials.length > 0)
    const ticked = fc.constantFrom(...items).chain((it) =>
      fc.tuple(
        fc.constant(it),
        fc.tuple(
          ...it.materials.map((m) =>
            fc.record<TickInput>({
              materialId: fc.constant(m.id),
              result: fc.constantFrom(...resultsFor(m)),
              reason: fc.constantFrom('看不清', '缺章')
            })
          )
        )
      )
    )
    fc.assert(
      fc.property(ticked, ([it, ticks]) => {
        const answers = plainAnswers(it)
        const needed = neededMaterials(it, { ...answers, ...proxyAnswer(it, false) }).map((m) => m.id)
        const named = (...results: string[]) =>
          ticks
            .filter((t) => results.includes(t.result) && needed.includes(t.materialId))
            .map((t) => it.materials.find((m) => m.id === t.materialId)?.name)
        const change = { item: it, ticks, answers }
        if (named('missing', 'notMeeting').length === 0) {
          const paper = papersOf(acceptCase(change)).find((p) => p.kind === 'acceptanceNotice')
          expect(paper).toMatchObject({ committed: named('committed'), exempted: named('exempt') })
          expect(paper?.materials.map((m) => m.name)).toEqual(named('inOrder', 'corrected'))
          expect(paper?.deferred?.map((m) => m.name)).toEqual(named('deferred'))
          return
        }
        const paper = notice(change)
        expect(paper.gaps.map((m) => m.name)).toEqual(named('missing', 'notMeeting'))
        expect(paper.inOrder.map((m) => m.name)).toEqual(named('inOrder', 'corrected'))
        expect(paper.gaps.every((m) => m.reason !== null && m.reason !== '')).toBe(true)
      })
    )
  })
})

describe('numbers of people on any paper', () => {
  it('are masked: the receipt hides the birth, and the phone its middle', () => {
    expect(acceptance({ proxy: PROXY }).applicant).toEqual({
      name: PEOPLE.plain.name,
      idKindLabel: '居民身份证',
      idNumberMasked: '500102********9985',
      phoneMasked: '138****8000',
      proxyName: PROXY.name,
      proxyPhoneMasked: '138****8002'
    })
    expect(notice({ applicant: PEOPLE.rare, ticks: ticksFor(item, { m1: 'missing' }) }).applicant).toMatchObject({
      idNumberMasked: '500102********9994',
      phoneMasked: null,
      proxyName: null,
      proxyPhoneMasked: null
    })
  })

  it('are never there in full, whatever kind of document it is', () => {
    const resident = fc
      .tuple(
        fc.constantFrom('500102', '110101', '810000'),
        fc.integer({ min: 1930, max: 2020 }),
        fc.integer({ min: 996, max: 999 })
      )
      .map(([area, year, serial]) => `${area}${year}0228${serial}`)
      .map((body) => ({ idKind: 'residentId', idNumber: body + residentIdCheckCharacter(body) }))
    const other = fc.record({
      idKind: fc.constantFrom(
        'hkMacaoPermit',
        'taiwanPermit',
        'chinesePassport',
        'householdBook',
        'militaryCard',
        'other'
      ),
      idNumber: fc.string({ unit: fc.constantFrom(...'0123456789ABC字第号'), minLength: 1, maxLength: 40 })
    })
    fc.assert(
      fc.property(fc.oneof(resident, other), fc.boolean(), (id, missing) => {
        const applicant = { ...PEOPLE.plain, ...id }
        const ticks = ticksFor(item, missing ? { m1: 'missing' } : {})
        const change = { applicant, proxy: { ...PROXY, ...id }, ticks }
        const paper = missing ? notice(change) : acceptance(change)
        const { idNumberMasked } = paper.applicant
        expect(idNumberMasked).toContain('*')
        expect(idNumberMasked).not.toContain(id.idNumber)
        if (id.idNumber.length >= 6) expect(JSON.stringify(paper)).not.toContain(id.idNumber)
      })
    )
  })
})
