import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  DAY_FIGURES,
  DAY_LISTS,
  type DayLists,
  type DaySheetPaper,
  figureText
} from '../../shared/documents/daySheetPaper.ts'
import { linesShown } from '../../shared/documents/layout/daySheet.ts'
import { dayLists, daySheet } from './daySamples.ts'
import { dense, openPress, type Press, pagesOf } from './printed.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

const pageCount = (file: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file]).toString())?.[1])

const sheet = (change: Partial<DaySheetPaper>): DaySheetPaper => ({ ...daySheet, ...change })
const printed = async (change: Partial<DaySheetPaper>, reprint = 0): Promise<string> => {
  const file = await press.print(sheet(change), reprint)
  expect(pageCount(file)).toBe(1)
  return pagesOf(file).join('')
}

describe('the day sheet', () => {
  test('has every figure under its name, with what it means', async () => {
    const text = await printed({})
    for (const { figure, label, unit, meaning } of DAY_FIGURES) {
      expect(text).toContain(dense(`${label}：${meaning}`))
      expect(text).toContain(dense(figureText(daySheet.figures[figure], unit)))
    }
    expect(figureText(null, '分钟')).toBe('—')
  })

  test('has every list with its count, and names those that are empty', async () => {
    const text = await printed({})
    for (const { list, title } of DAY_LISTS) {
      const { length } = daySheet.lists[list]
      if (length > 0) expect(text).toContain(`${title}（${length}项）`)
      else expect(/没有：([^。]*)。/.exec(text)?.[1]).toContain(title)
    }
    expect(text).toContain('值班人员')
    expect(text).toContain('大厅负责人')
  })

  test('says whether the hall is closed, and since when people are served past closing time', async () => {
    expect(await printed({})).toContain('大厅已经关闭')
    const late = await printed({ closed: false, extendedSince: '2026-11-23T09:31:00.000Z' })
    expect(late).toContain('大厅还没有关闭')
    expect(late).toContain('延时服务从17:31开始')
  })

  test('is one page when nothing is left over', async () => {
    expect(await printed({ lists: dayLists(0) })).toContain('没有遗留')
  })

  test('is one page with two hundred leftovers, and says how many there are', async () => {
    const text = await printed({ lists: dayLists({ lapsed: 200 }) })
    expect(/（共200项，这里列出前(\d+)项）/.exec(text)?.[1]).toBe(String(linesShown([200])[0]))
    expect(text).toContain('B001民政11月22日没办完，已作废')
  })

  test('is one page with two hundred lines in each list, long names and a reprint', async () => {
    const figures = Object.fromEntries(DAY_FIGURES.map(({ figure }) => [figure, 1234])) as never
    const hall = { ...daySheet.hall, name: '云溪街道便民服务中心（社会治理综合服务中心）一楼大厅' }
    const extendedSince = '2026-11-23T09:31:00.000Z'
    const issuedBy = '买买提·艾力江·吐尔逊'
    const change = { lists: dayLists(200), figures, hall, extendedSince, issuedBy, closed: false }
    const text = await printed(change, 12)
    for (const { title } of DAY_LISTS) expect(text).toContain(`${title}（共200项`)
    expect(text).toContain('大厅负责人')
  })

  test('holds as much as fits whichever lists there are: never an empty list’s head, never two pages', async () => {
    const keys = DAY_LISTS.map(({ list }) => list)
    for (const lists of [[0], [0, 1], [2, 3, 4], [0, 1, 2, 3], [0, 2, 3, 5, 6], [1, 2, 3, 4, 5, 6]]) {
      const lengths = Object.fromEntries(lists.map((at) => [keys[at], 60])) as Partial<Record<keyof DayLists, number>>
      await printed({ lists: dayLists(lengths) })
    }
  })

  test('shows all that fits, something of everything, and no line that is not there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(250), { minLength: 7, maxLength: 7 }), (lengths) => {
        const shown = linesShown(lengths)
        const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
        for (const [i, length] of lengths.entries()) {
          expect(shown[i]).toBeLessThanOrEqual(length)
          if (length > 0) expect(shown[i]).toBeGreaterThan(0)
        }
        // Where a line is left out, no room is left for it.
        const most = sum(linesShown(lengths.map((length) => (length === 0 ? 0 : 250))))
        expect(sum(shown)).toBe(Math.min(sum(lengths), most))
      })
    )
  })
})
