import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CasePaperData } from '../../shared/documents/papers.ts'
import { RARE_FONT } from '../printing/pdfWorker.ts'
import { MUST } from './mustFields.ts'
import { bodyOf, codesOn, dense, openPress, type Press, pagesOf } from './printed.ts'
import * as s from './samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press

beforeAll(async () => {
  press = await openPress()
}, 60_000)

afterAll(() => press.close())

const pages = async (paper: CasePaperData): Promise<readonly string[]> => pagesOf(await press.print(paper))
const textOf = async (paper: CasePaperData): Promise<string> => (await pages(paper)).join('')

const has = (text: string, parts: readonly string[]): void => {
  expect(parts.filter((part) => !text.includes(dense(part)))).toEqual([])
}

/** What stands on all papers: whose it is, which case, who is spoken to, where to ask and to complain. */
const onAll = (paper: CasePaperData): readonly string[] => [
  ...[paper.hall.name, paper.hall.authorityName, paper.docNo, paper.caseNo, paper.itemName, paper.itemCode],
  ...[paper.handlingOffice, paper.applicant.name, paper.applicant.idNumberMasked, ...paper.legalBasis],
  ...[paper.applicant.phoneMasked ?? '联系电话未提供', paper.clerkName, paper.hall.address, paper.hall.hours],
  ...[`咨询${paper.hall.enquiryPhone}监督${paper.hall.supervisionPhone}`, '第1页', '演示文书·不具有法律效力']
]

describe('every paper', () => {
  test.each(MUST)('$title ($paper.docNo) carries its must-fields', async ({ title, paper, says }) => {
    const text = await textOf(paper)
    has(text, [title, ...onAll(paper), ...says])
  })

  test.each(MUST)('$title ($paper.docNo) comes in $copies, the same words on each', async ({ paper, copies }) => {
    const all = await pages(paper)
    const each = all.length / copies
    expect(Number.isInteger(each)).toBe(true)
    for (const [i, text] of all.entries()) has(text, [`第${(i % each) + 1}页共${each}页`])
    expect(all[0]?.includes('第一联')).toBe(copies === 2)
    const plain = (texts: readonly string[]) =>
      texts.map((text) => text.replace(/第[一二]联(窗口存根|入卷存档|交申请人|交受送达人)/, ''))
    if (copies === 2) {
      has(all[each] ?? '', ['第二联'])
      expect(plain(all.slice(each))).toEqual(plain(all.slice(0, each)))
    }
  })

  test.each(MUST)(
    '$title ($paper.docNo): seal and date, or the principal’s own signature and date',
    async ({ paper }) => {
      const last = (await pages(paper)).at(-1) ?? ''
      if (paper.kind === 'powerOfAttorney') return has(last, ['委托人签名（单位盖章）', '年月日'])
      const [year, month, day] = paper.issuedOn.split('-').map(Number)
      has(last, [`（盖章）${paper.hall.authorityName}${year}年${month}月${day}日`])
    }
  )

  test.each(MUST)(
    '$title ($paper.docNo): both codes hold the number of the case and nothing else',
    async ({ paper, copies }) => {
      const file = await press.print(paper)
      const page = pagesOf(file).length / copies
      expect(codesOn(file, page)).toEqual([`CODE-128:${paper.caseNo}`, `QR-Code:${paper.caseNo}`])
    }
  )

  test('of an ordinary case fits on one sheet a copy; the acceptance with its list and the enquiry take two', async () => {
    const two: readonly CasePaperData[] = [s.acceptance, s.acceptedOtherwise, s.enquiry]
    for (const { paper, copies } of MUST) {
      const each = (await pages(paper)).length / copies
      expect(each, paper.docNo).toBe(two.includes(paper) ? 2 : 1)
    }
  })
})

describe('names', () => {
  const long = '阿卜杜拉·买买提江·库尔班·阿布都热依木·吐尔逊江'

  test.each(['丁', '买买提·艾力', long])('%s comes out whole on every paper', async (name) => {
    for (const { paper } of MUST) has(await textOf(s.withName(paper, name)), [name])
  })

  test('a rare name comes out whole on every paper, an agent’s too', async () => {
    expect(RARE_FONT, 'the build fetches HanaMinB.ttf').toBeDefined()
    for (const { paper } of MUST) has(await textOf(s.withName(paper, '𠮷𬭎')), ['𠮷𬭎'])
    has(await textOf({ ...s.mandate, agent: { ...s.mandate.agent, name: '𠮷𬭎' } }), ['受托人𠮷𬭎'])
  })
})

const handedIn = (count: number) =>
  s.materials(count).map(({ name, originals, copies }, i) => ({ name, originals, copies, kept: i % 2 === 0 }))

const pieces = (count: number) =>
  s.materials(count).map(({ name, originals, copies }) => ({
    name,
    originals,
    copies,
    due: { date: '2026-12-02', provisional: false }
  }))

const names = (count: number): readonly string[] => s.materials(count).map(({ name }) => name)

/** A paper with lists of a given length, and its sheets a copy for one piece and for thirty. */
const LISTS: readonly (readonly [string, (count: number) => CasePaperData, { 1: number; 30: number }])[] = [
  ['收件凭证', (count) => ({ ...s.receipt, materials: handedIn(count) }), { 1: 1, 30: 2 }],
  ['一次性告知书（咨询）', (count) => ({ ...s.enquiry, materials: s.askedMaterials(count) }), { 1: 2, 30: 4 }],
  ['容缺受理通知书', (count) => ({ ...s.deferredMaterials, pieces: pieces(count) }), { 1: 1, 30: 2 }],
  ['退件通知书', (count) => ({ ...s.returned, handedBack: names(count) }), { 1: 1, 30: 2 }],
  ['送达回证', (count) => ({ ...s.delivery, delivered: names(count) }), { 1: 1, 30: 2 }],
  [
    '受理通知书',
    (count) => ({ ...s.acceptedOtherwise, materials: s.materials(count), deferred: pieces(count) }),
    { 1: 2, 30: 4 }
  ]
]

const ENDS_WITH_HEADING =
  /(（共\d+种）|材料|须知|说明|签收|怎么办|情形|条件|流程|和结果|答复|到哪里办|原因|重新申请|序号材料名称.{0,24})$/
/** The notes, the places to sign or the declaration: a seal alone on a sheet could belong to any paper. */
const GOES_WITH_SEAL = /(说明1\.|怎么办1\.|须知1\.|签收受送达人|真实性负责)/

describe.each(LISTS)('%s', (title, paper, sheets) => {
  test.each([1, 30] as const)(
    '%d pieces: every one is there, no heading is left alone, the seal is not either',
    async (count) => {
      const made = paper(count)
      const copies = MUST.find((must) => must.paper.kind === made.kind)?.copies ?? 1
      const all = await pages(made)
      const first = all.slice(0, all.length / copies)
      const text = first.join('')
      has(text, [title, ...names(count)])
      expect(first).toHaveLength(sheets[count])
      for (const page of first) {
        const body = bodyOf(page, made)
        expect(body).not.toBe('')
        expect(body).not.toMatch(ENDS_WITH_HEADING)
        if (page.includes('（盖章）')) expect(body).toMatch(GOES_WITH_SEAL)
      }
      expect(text.split('（盖章）')).toHaveLength(2)
    }
  )
})

describe('a long text', () => {
  const long = Array.from({ length: 400 }, (_, i) => `第${i}处`).join('，')
  const wordy: readonly CasePaperData[] = [
    { ...s.nonAcceptance, reason: long },
    { ...s.notRequired, reason: long },
    { ...s.excluded, reason: long },
    { ...s.extension, reason: long },
    { ...s.refused, reasons: long },
    { ...s.approved, reasons: long },
    { ...s.returned, reason: long },
    { ...s.commitment, content: long },
    { ...s.mandate, powers: long },
    { ...s.handOver, reason: long },
    { ...s.enquiry, answer: long }
  ]

  test.each(wordy)('$kind: two thousand characters are printed to the last, and the closing too', async (paper) => {
    const text = (await pages(paper)).map((page) => bodyOf(page, paper)).join('')
    has(text, [long, `咨询${paper.hall.enquiryPhone}监督${paper.hall.supervisionPhone}`])
  })
})
