/// <reference path="../../electron/printing/pdfmake.d.ts" />
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { DocumentFont, Position } from 'pdfmake/js/PDFDocument.js'
import type { PlacedText } from 'pdfmake/js/TextInlines.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Drawing } from '../../electron/printing/compose/drawing.ts'
import type { OneTimeNoticePaper } from '../../shared/documents/papers.ts'
import { openPress, type Press, pagesOf } from '../documents/printed.ts'
import { acceptance, materials, notice, ticket } from '../documents/samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press

beforeAll(async () => {
  press = await openPress()
}, 60_000)

afterAll(() => press.close())

const long: OneTimeNoticePaper = { ...notice, gaps: materials(12, 'notMeeting') }
const named = (name: string): OneTimeNoticePaper => ({ ...notice, applicant: { ...notice.applicant, name } })

/** The streams of each page, by the numbers of their objects. */
const streamsOf = (file: string): readonly (readonly string[])[] =>
  [
    ...readFileSync(file)
      .toString('latin1')
      .matchAll(/\/Contents \[([^\]]*)\]/g)
  ].map(([, list = '']) => list.match(/\d+ 0 R/g) ?? [])

describe('the copies of a paper', () => {
  test('show one stream, each with a head and a foot of its own', async () => {
    const pages = streamsOf(await press.print(long))
    expect(pages).toHaveLength(4)
    const [first, second, third, fourth] = pages
    expect([third?.[0], fourth?.[0]]).toEqual([first?.[0], second?.[0]])
    expect(new Set(pages.map((streams) => streams[1])).size).toBe(4)
  })

  test('say the same but for the mark, and count their pages by themselves', async () => {
    const [first = '', second = '', third = '', fourth = ''] = pagesOf(await press.print(long))
    expect(third.replace('第二联交申请人', '第一联窗口存根')).toBe(first)
    expect(fourth.replace('第二联交申请人', '第一联窗口存根')).toBe(second)
    expect([first, second].every((page) => page.includes('第一联窗口存根'))).toBe(true)
    for (const [page, place] of [
      [first, '第1页共2页'],
      [fourth, '第2页共2页']
    ])
      expect(page).toContain(place)
  })

  test('are drawn in the same places', async () => {
    const file = await press.print(long)
    const places = execFileSync('pdftotext', ['-bbox', file, '-']).toString().split('<page ').slice(1)
    const marked = (page = ''): string =>
      page
        .split('\n')
        .filter((line) => line.includes('<word') && !/[一二]联|窗口存根|交申请人/.test(line))
        .join('\n')
    expect(marked(places[2])).toBe(marked(places[0]))
    expect(marked(places[3])).toBe(marked(places[1]))
    expect(marked(places[0])).toContain('一次性告知书')
  })
})

describe('what papers share in the thread', () => {
  test('shows in none of them: the same paper gives the same bytes, whatever was made before it', async () => {
    const before = readFileSync(await press.print(long))
    // 一 and the radical ⼀, 人 and ⼈ share a glyph each.
    for (const paper of [named('⼀⼈'), acceptance, ticket, named('丁一人')]) await press.print(paper)
    expect(readFileSync(await press.print(long)).equals(before)).toBe(true)
  })
})

test('a roll is as long as what stands on it', async () => {
  const heights = await Promise.all(
    [ticket, { ...ticket, counters: Array.from({ length: 40 }, (_, i) => i + 1) }].map(async (paper) => {
      const about = execFileSync('pdfinfo', [await press.print(paper)]).toString()
      return Number(/Page size: +[\d.]+ x ([\d.]+)/.exec(about)?.[1])
    })
  )
  expect(heights[0]).toBeGreaterThan(100)
  expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) + 10)
})

describe('a line of text', () => {
  const at = (xAdvance: number, xOffset = 0, yOffset = 0): Position => ({
    xAdvance,
    advanceWidth: xOffset === 0 ? xAdvance : 500,
    xOffset,
    yOffset
  })
  const fontOf = (positions: readonly Position[]): DocumentFont =>
    ({
      id: 'F1',
      encode: () => [positions.map((_, i) => `000${i + 1}`), positions],
      ref: () => ({})
    }) as unknown as DocumentFont
  const piece = (x: number, font: DocumentFont, color = 'black') =>
    ({ text: '字', font, fontSize: 10, color, characterSpacing: 0, width: 0, x }) as const

  function drawn(...inlines: readonly PlacedText[]): readonly string[] {
    const written: string[] = []
    const document = {
      page: { fonts: {} },
      addContent: (operators: string) => void written.push(operators),
      _normalizeColor: (name: string) => (name === 'black' ? [0, 0, 0] : [1, 0, 0])
    }
    const item = { x: 100, y: 50, inlines, getHeight: () => 14, getAscenderHeight: () => 11 }
    new Drawing(document as never).draw([{ type: 'line', item }])
    return written.join('\n').split('\n')
  }

  test('is one piece where its pieces follow one another', () => {
    const font = fontOf([at(1000)])
    expect(drawn(piece(0, font), piece(10, font), piece(20, font))).toEqual([
      'BT',
      '0 0 0 rg',
      '/F1 10 Tf 0 Tc',
      '1 0 0 -1 100 61 Tm',
      '[<000100010001>] TJ',
      'ET'
    ])
  })

  test('has its gaps where it is spread over the width, and its colours where they change', () => {
    const font = fontOf([at(1000)])
    expect(drawn(piece(0, font), piece(12, font), piece(22, font, 'red')).slice(4)).toEqual([
      '[<0001> -200 <0001>] TJ',
      '1 0 0 rg',
      '[<0001>] TJ',
      'ET'
    ])
  })

  test('has a mark beside and above the pen, and goes on as if there were none', () => {
    const font = fontOf([at(1000), at(0, -300, 200), at(1000)])
    expect(drawn(piece(0, font)).slice(4)).toEqual([
      '[<0001>] TJ',
      '2 Ts',
      '[300 <0002> 200] TJ',
      '0 Ts',
      '[<0003>] TJ',
      'ET'
    ])
  })
})
