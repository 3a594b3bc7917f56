import { describe, expect, test } from 'vitest'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { TestPagePaper } from '../../shared/documents/papers.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { hall } from './samples.ts'

const page = (change: Partial<TestPagePaper> = {}): TestPagePaper => ({
  kind: 'testPage',
  hall,
  use: 'paper',
  printerName: '前台打印机',
  issuedAt: '2026-11-23T01:05:09.000Z',
  testId: 'test-1',
  ...change
})

const laidOut = (paper: TestPagePaper, reprint = 0) => layoutPaper(paper, { template: TEMPLATE, reprint })
const words = (paper: TestPagePaper, reprint = 0): string => JSON.stringify(laidOut(paper, reprint).content)

describe('the test page', () => {
  test('is a strip for the printer of tickets, and a sheet of A4 for the others', () => {
    expect(laidOut(page({ use: 'ticket' })).pageSize).toMatchObject({ height: 'auto' })
    expect((['paper', 'card'] as const).map((use) => laidOut(page({ use })).pageSize)).toEqual(['A4', 'A4'])
  })

  test('says which printer it came from and when, and holds rare characters, a ruler and a code', () => {
    for (const wanted of ['前台打印机', '2026年11月23日 09:05', '𬭎', '𠮷', '50 毫米', '"qr":"test-1"'])
      expect(words(page())).toContain(wanted)
  })

  test('its ruler is 50 mm long on paper (1 inch = 25.4 mm = 72 pt)', () => {
    const ruler = laidOut(page()).content.find((node) => 'canvas' in node)
    const ends = ruler && 'canvas' in ruler ? ruler.canvas.flatMap((shape) => ('x2' in shape ? [shape.x2] : [])) : []
    expect(Math.max(...ends)).toBeCloseTo((50 / 25.4) * 72, 6)
  })

  test('says 演示 and 补打 as every paper does', () => {
    expect(words(page(), 2)).toContain('补打 第2次')
    expect(words(page())).toContain('演示')
    expect(words(page({ hall: { ...hall, demo: false } }))).not.toContain('演示')
  })
})
