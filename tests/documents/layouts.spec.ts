import { describe, expect, test } from 'vitest'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import { CARD_FORMATS, type PaperData } from '../../shared/documents/papers.ts'
import { NATURE } from '../../shared/domain/casework/numbers.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { card } from './cardSamples.ts'
import { daySheet } from './daySamples.ts'
import {
  acceptance,
  acceptedOtherwise,
  approved,
  delivery,
  enquiry,
  enquiryElsewhere,
  excluded,
  extension,
  nonAcceptance,
  notice,
  notRequired,
  PAPERS,
  receipt,
  refused,
  returned,
  ticket,
  withName
} from './samples.ts'

const ALL: readonly PaperData[] = [ticket, daySheet, ...PAPERS, ...CARD_FORMATS.map((format) => card(format))]

const everything = (paper: PaperData, reprint = 0): string => {
  const definition = layoutPaper(paper, { template: TEMPLATE, reprint })
  const edges = definition.copies.map((copy) => [
    definition.header?.({ page: 1, pages: 2, copy }),
    definition.footer?.({ page: 1, pages: 2, copy })
  ])
  return JSON.stringify([definition, edges])
}

describe('layouts', () => {
  test('exist for the version that new papers are issued with', () => {
    for (const paper of ALL) expect(layoutPaper(paper, { template: TEMPLATE, reprint: 0 }).content).not.toEqual([])
  })

  test('a version that never was is refused', () => {
    expect(() => layoutPaper(ticket, { template: 0, reprint: 0 })).toThrow(RangeError)
  })

  test('the same paper gives the same definition', () => {
    for (const paper of ALL) expect(everything(paper)).toBe(everything(paper))
  })

  test('the samples hold every kind of paper', () => {
    const kinds = new Set(PAPERS.map((paper) => paper.kind))
    expect([...kinds].sort()).toEqual(Object.keys(NATURE).sort())
  })

  test.each(ALL)('$kind: a reprint says so with its count, a first print does not', (paper) => {
    expect(everything(paper, 0)).not.toContain('补打')
    expect(everything(paper, 3)).toContain('补打 第3次')
  })

  test.each(ALL)('$kind: a demo hall says so, a real one does not', (paper) => {
    expect(everything(paper)).toContain('演示')
    expect(everything({ ...paper, hall: { ...paper.hall, demo: false } })).not.toContain('演示')
  })

  test('the title inside the file is a number, never a person', () => {
    for (const paper of PAPERS.map((each) => withName(each, '欧阳娜娜'))) {
      expect(layoutPaper(paper, { template: 1, reprint: 0 }).title).toBe(paper.docNo)
    }
  })

  test('a licence is decided 依照 the Act, other matters 参照', () => {
    expect(everything(acceptance)).toContain('参照《中华人民共和国行政许可法》第三十二条')
    const licence = { ...acceptance, legalBasis: ['城乡规划法 第41条', '行政许可法 第42条'] }
    expect(everything(licence)).toContain('依照《中华人民共和国行政许可法》第三十二条')
  })

  test('暂定 stands only where a date is provisional', () => {
    expect(everything(acceptance)).toContain('暂定')
    expect(everything({ ...acceptance, statutoryDue: { date: '2026-12-30', provisional: false } })).not.toContain(
      '暂定'
    )
  })

  test('a second notice says which round it is', () => {
    expect(everything({ ...notice, round: 2 })).toContain('一次性告知书（第2次）')
    expect(everything(notice)).not.toContain('第1次')
  })

  test('a ticket without an estimate promises nothing, and one minute is no range', () => {
    expect(everything({ ...ticket, estimate: null })).toContain('以现场叫号为准')
    expect(everything({ ...ticket, estimate: { low: 5, high: 5 } })).toContain('约 5 分钟')
  })

  test('the receipt names the rule by which silence means acceptance, and promises nothing where there is none', () => {
    const source = '不动产登记暂行条例第十七条'
    expect(everything({ ...receipt, silence: { source } })).toContain(`视为受理（${source}）`)
    expect(everything({ ...receipt, silence: null })).not.toContain('视为受理')
  })

  const licence = ['行政许可法 第42条']

  test.each([
    [enquiry, '第三十条'],
    [nonAcceptance, '第三十二条第一款第二项'],
    [notRequired, '第三十二条第一款第一项'],
    [excluded, '第四十五条'],
    [extension, '第四十二条'],
    [approved, '第三十八条第一款'],
    [approved, '第三十四条第二款'],
    [approved, '第四十四条'],
    [refused, '第三十八条第二款']
  ])('$kind: 依照 for a licence, 参照 otherwise (行政许可法 %s)', (paper, article) => {
    const act = '《中华人民共和国行政许可法》'
    expect(everything(paper)).toContain(`参照${act}${article}`)
    expect(everything({ ...paper, legalBasis: licence })).toContain(`依照${act}${article}`)
  })

  test('a decision names what it grants or refuses: a licence, or the handling of a matter', () => {
    expect(everything(approved)).toContain('准予办理决定书')
    expect(everything(refused)).toContain('不予办理决定书')
    expect(everything({ ...approved, legalBasis: licence })).toContain('准予行政许可决定书')
    expect(everything({ ...refused, legalBasis: licence })).toContain('不予行政许可决定书')
  })

  test('a decision says 当场 only where it was made on the spot (行政许可法 34)', () => {
    expect(everything(approved)).toContain('当场作出')
    expect(everything({ ...approved, onTheSpot: false })).not.toContain('当场')
  })

  test('a refusal tells of the remedies even where no authority is named (行政许可法 38)', () => {
    expect(everything({ ...refused, remedies: null })).toContain('可以依法申请行政复议或者提起行政诉讼')
  })

  test('a day to deliver that the law does not set is not made up', () => {
    const text = everything({ ...approved, deliverBy: null })
    expect(text).not.toContain('第四十四条')
    expect(text).not.toContain('最迟颁发')
  })

  test('silence becomes acceptance only where there is a last day to tell (行政许可法 32)', () => {
    expect(everything(receipt)).toContain('视为受理')
    expect(everything({ ...receipt, notifyBy: null })).not.toContain('视为受理')
  })

  test('a deemed acceptance does not claim that the materials were found in order', () => {
    expect(everything(acceptance)).toContain('申请材料齐全、符合法定形式')
    const { deferred, ...deemed } = acceptedOtherwise
    expect(deferred).toHaveLength(2)
    expect(everything(deemed)).not.toContain('齐全、符合法定形式')
  })

  test('an acceptance with pieces to follow says that the others are complete', () => {
    const text = everything({ ...acceptedOtherwise, deemed: null })
    expect(text).toContain('主要申请材料齐全、符合法定形式，其余2种材料准许容缺后补')
    expect(text).not.toContain('视为受理')
  })

  test('an acceptance in the plain way mentions no other', () => {
    const none = { ...acceptance, deemed: null, deferred: [], committed: [], exempted: [], corrected: [] }
    expect(everything(none)).toBe(everything(acceptance))
    for (const word of ['视为受理', '容缺', '告知承诺', '免于提交', '当场更正'])
      expect(everything(acceptance)).not.toContain(`"${word}`)
  })

  test('a moved procedure is told as a change', () => {
    expect(everything(excluded)).not.toContain('（变更）')
    expect(everything({ ...excluded, moved: true })).toContain('特别程序告知书（变更）')
  })

  test.each([
    ['lapsed', '补正期满没有补正'],
    ['withdrawn', '申请人撤回申请'],
    ['deferredLate', '容缺后补的材料逾期没有补交'],
    ['other', '其他原因']
  ] as const)('a return for %s says %s', (cause, words) => {
    expect(everything({ ...returned, cause })).toContain(words)
  })

  test('nothing to hand back is said', () => {
    expect(everything({ ...returned, handedBack: [] })).toContain('退还的材料：无')
  })

  test.each([
    ['collect', '本人到窗口领取'],
    ['proxy', '代理人到窗口领取'],
    ['post', '邮寄送达'],
    ['home', '送上门']
  ] as const)('a delivery by %s says %s', (method, words) => {
    expect(everything({ ...delivery, method })).toContain(words)
  })

  test('an enquiry counts its own number, and a row without a code is left out', () => {
    expect(everything(enquiry)).toContain('咨询编号 ZX')
    expect(everything(enquiry)).not.toContain('办件编号')
    expect(everything(enquiry)).toContain('事项编码')
    expect(everything(enquiryElsewhere)).not.toContain('事项编码')
    for (const paper of [acceptance, notice, receipt, refused])
      expect(everything({ ...paper, itemCode: '' })).not.toContain('事项编码')
  })
})
