import { describe, expect, test } from 'vitest'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { PaperData } from '../../shared/documents/papers.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { acceptance, notice, ticket, withName } from './samples.ts'

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
    for (const paper of [ticket, acceptance, notice])
      expect(layoutPaper(paper, { template: TEMPLATE, reprint: 0 }).content).not.toEqual([])
  })

  test('a version that never was is refused', () => {
    expect(() => layoutPaper(ticket, { template: 0, reprint: 0 })).toThrow(RangeError)
  })

  test('the same paper gives the same definition', () => {
    for (const paper of [ticket, acceptance, notice]) expect(everything(paper)).toBe(everything(paper))
  })

  test.each([ticket, acceptance, notice])(
    '$kind: a reprint says so with its count, a first print does not',
    (paper) => {
      expect(everything(paper, 0)).not.toContain('补打')
      expect(everything(paper, 3)).toContain('补打 第3次')
    }
  )

  test.each([ticket, acceptance, notice])('$kind: a demo hall says so, a real one does not', (paper) => {
    expect(everything(paper)).toContain('演示')
    expect(everything({ ...paper, hall: { ...paper.hall, demo: false } })).not.toContain('演示')
  })

  test('the title inside the file is a number, never a person', () => {
    for (const paper of [withName(acceptance, '欧阳娜娜'), withName(notice, '欧阳娜娜')]) {
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
})
