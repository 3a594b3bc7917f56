import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cardSides, contactCardLayout, sheetPlaces } from '../../shared/documents/cards/contactCard.ts'
import { breakLines, ems } from '../../shared/documents/cards/setting.ts'
import { mm } from '../../shared/documents/layout/measures.ts'
import type { LayoutNode } from '../../shared/documents/layout/nodes.ts'
import { CARD_FORMATS, type CardFormat, type ContactCardPaper } from '../../shared/documents/papers.ts'
import { ALL_ROLES, card, FEW, LONG, LONG_NAME } from './cardSamples.ts'
import { codesOn, dense, openPress, type Press } from './printed.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.close())

const textOf = (file: string, ...options: readonly string[]): string =>
  dense(execFileSync('pdftotext', [...options, '-raw', file, '-']).toString())

/** Of the first page, in millimetres. */
function pageSize(file: string): { readonly width: number; readonly height: number; readonly pages: number } {
  const info = execFileSync('pdfinfo', [file]).toString()
  const [, width = '', height = ''] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
  const [, pages = ''] = /Pages:\s+(\d+)/.exec(info) ?? []
  const inMm = (points: string): number => Number(points) / mm(1)
  return { width: inMm(width), height: inMm(height), pages: Number(pages) }
}

/** Ten dots to the millimetre: is there ink there? */
function inkOf(file: string): (xMm: number, yMm: number) => boolean {
  const image = file.replace('.pdf', '-ink')
  execFileSync('pdftoppm', ['-r', '254', '-f', '1', '-l', '1', '-gray', '-singlefile', file, image])
  const bytes = readFileSync(`${image}.pgm`)
  const [head = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(bytes.subarray(0, 60).toString('latin1')) ?? []
  const row = Number(width)
  const dark = (x: number, y: number): boolean => (bytes[head.length + y * row + x] ?? 255) < 200
  // A hair line of a tenth of a millimetre falls on one of two dots.
  return (xMm, yMm) =>
    [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => dark(Math.round(xMm * 10) + dx, Math.round(yMm * 10) + dy)))
}

const TRIM: Readonly<Record<CardFormat, readonly [number, number]>> = {
  sheet90x54: [210, 297],
  single85x54: [85.6, 54],
  A6: [105, 148],
  A5: [148, 210]
}

/** What every card must say, whoever it is for. */
const mustSay = (paper: ContactCardPaper): readonly string[] => [
  ...['为民服务联系卡', paper.street, paper.site, paper.gridName, paper.gridCode, paper.boundary],
  ...paper.staff.flatMap(({ roleLabel, name, phone, duty }) => [roleLabel, name, phone, duty]),
  ...[paper.hall.name, paper.hall.address, paper.hall.hours, paper.hall.enquiryPhone, paper.hall.supervisionPhone],
  ...['窗口咨询', '政务热线', '监督电话', paper.stationPhone, paper.hotline, '第3版', '2026年11月23日'],
  ...paper.promises,
  ...paper.cards.flatMap(({ cardNo, household }) => [cardNo, household ?? ''])
]

describe('a contact card', () => {
  it.each(CARD_FORMATS)('%s: has the size of its format, and with bleed 3 mm more on each side', async (format) => {
    const [width, height] = TRIM[format]
    const over = format === 'sheet90x54' ? 0 : 6
    const plain = pageSize(await press.print(card(format)))
    expect(plain.width).toBeCloseTo(width, 1)
    expect(plain.height).toBeCloseTo(height, 1)
    const bled = pageSize(await press.print(card(format, { bleed: true })))
    expect(bled.width).toBeCloseTo(width + over, 1)
    expect(bled.height).toBeCloseTo(height + over, 1)
  })

  it.each(CARD_FORMATS)('%s: says everything it must, with three people and with all nine roles', async (format) => {
    for (const staff of [FEW, ALL_ROLES]) {
      const paper = card(format, { staff })
      const file = await press.print(paper)
      const text = textOf(file)
      for (const said of mustSay(paper)) expect(text).toContain(dense(said))
      expect(pageSize(file).pages).toBe(cardSides(paper))
    }
  })

  it.each(CARD_FORMATS)('%s: its code holds the number of the card and nothing else', async (format) => {
    for (const staff of [FEW, ALL_ROLES]) {
      const paper = card(format, { staff })
      const file = await press.print(paper)
      const expected = paper.cards.map(({ cardNo }) => `QR-Code:${cardNo}`).sort()
      expect(codesOn(file, cardSides(paper) ?? 1)).toEqual(expected)
    }
  })

  it.each(CARD_FORMATS)('%s: a long name, a rare one and one of a single character are there whole', async (format) => {
    const paper = card(format, { staff: LONG })
    const text = textOf(await press.print(paper))
    for (const said of [LONG_NAME, '𠮷', '𬭎𠮷雪', '023-00001234-801', ...LONG.map(({ duty }) => duty)]) {
      expect(text).toContain(said)
    }
  })

  it('a second print and a demo hall say so, a real first one neither', () => {
    const words = (paper: ContactCardPaper, reprint: number): string =>
      JSON.stringify(contactCardLayout(paper, reprint))
    const real = card('A6', { hall: { ...card('A6').hall, demo: false } })
    expect(words(card('A6'), 2)).toContain('演示 补打 第2次')
    for (const mark of ['演示', '补打']) expect(words(real, 0)).not.toContain(mark)
  })

  it('roles that nobody has, a missing station and a missing household leave no label behind', () => {
    const bare = card('sheet90x54', {
      staff: FEW.slice(0, 1),
      stationPhone: '',
      cards: [{ cardNo: 'LK2026010000015', household: null }]
    })
    const words = JSON.stringify(contactCardLayout(bare, 0))
    for (const label of ['社区民警', '家庭医生', '服务站点', '住户']) expect(words).not.toContain(label)
  })

  it('too full for its format is told beforehand and never cut', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({
      ...(LONG[0] as (typeof LONG)[number]),
      phone: `138001380${10 + i}`
    }))
    for (const format of CARD_FORMATS) {
      expect(cardSides(card(format, { staff: crowd }))).toBeNull()
      expect(() => contactCardLayout(card(format, { staff: crowd }), 0)).toThrow(RangeError)
    }
  })

  const sizesOf = (node: LayoutNode, of: (text: string) => boolean): readonly number[] => {
    if ('stack' in node) return node.stack.flatMap((child) => sizesOf(child, of))
    if (!('text' in node)) return []
    const text = (typeof node.text === 'string' ? [node.text] : node.text)
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join('')
    return of(text) ? [node.fontSize ?? 0] : []
  }

  it.each(CARD_FORMATS)('%s: nothing is smaller than 6.5 points, names and phones not than 8', (format) => {
    for (const staff of [FEW, ALL_ROLES, LONG]) {
      const { content } = contactCardLayout(card(format, { staff }), 1)
      const all = content.flatMap((node) => sizesOf(node, (text) => text.trim() !== ''))
      expect(Math.min(...all)).toBeGreaterThanOrEqual(6.5)
      const called = new Set(staff.flatMap(({ name, phone }) => [name, phone]))
      const callable = content.flatMap((node) => sizesOf(node, (text) => called.has(text.trim())))
      expect(callable.length).toBeGreaterThan(0)
      expect(Math.min(...callable)).toBeGreaterThanOrEqual(8)
    }
  })
})

describe('a sheet of ten cards', () => {
  it('each card has its own number and household within its own edges', async () => {
    const paper = card('sheet90x54')
    const file = await press.print(paper)
    const places = sheetPlaces(false)
    paper.cards.forEach(({ cardNo, household }, i) => {
      const { x, y } = places[i] ?? { x: 0, y: 0 }
      const box = ['-x', x, '-y', y, '-W', mm(90), '-H', mm(54)].map((n) =>
        typeof n === 'number' ? `${Math.round(n)}` : n
      )
      const text = textOf(file, '-r', '72', ...box)
      expect(text).toContain(cardNo)
      expect(text).toContain(dense(household ?? ''))
      const others = paper.cards.filter((one) => one.cardNo !== cardNo)
      expect(others.filter((one) => text.includes(one.cardNo))).toEqual([])
    })
  })

  it.each([
    { bleed: false, xs: [15, 105, 195], away: 1 },
    { bleed: true, xs: [12, 102, 108, 198], away: 4 }
  ])('is cut where its marks stand (bleed: $bleed)', async ({ bleed, xs, away }) => {
    const ink = inkOf(await press.print(card('sheet90x54', { bleed })))
    const ys = [13.5, 67.5, 121.5, 175.5, 229.5, 283.5]
    const [left = 0, right = 0] = [xs[0], xs.at(-1)]
    for (const x of xs) for (const y of [13.5 - away - 2, 283.5 + away + 2]) expect(ink(x, y), `${x} ${y}`).toBe(true)
    for (const y of ys) for (const x of [left - away - 2, right + away + 2]) expect(ink(x, y), `${x} ${y}`).toBe(true)
    // Between the marks the margin is white.
    for (const x of xs) expect(ink(x + 4, 13.5 - away - 2)).toBe(false)
    for (const y of ys) expect(ink(left - away - 2, y + 3)).toBe(false)
    // The strip runs over the edge with bleed, and ends at it without.
    expect(ink(left - 2, 40)).toBe(bleed)
    expect(ink(left + 1, 40)).toBe(true)
    expect(ink(left + 1, 13.5 - 2)).toBe(bleed)
  })

  it('has people on the front and the hall on the back when one side does not hold both; backs lie behind their fronts', async () => {
    const paper = card('sheet90x54', { staff: ALL_ROLES })
    expect([cardSides(card('sheet90x54')), cardSides(paper)]).toEqual([1, 2])
    const file = await press.print(paper)
    const places = sheetPlaces(false)
    const at = (page: number, place: { readonly x: number; readonly y: number } | undefined): string => {
      const box = [place?.x ?? 0, place?.y ?? 0, mm(90), mm(54)].map((n) => `${Math.round(n)}`)
      const [x = '', y = '', width = '', height = ''] = box
      const pages = ['-f', `${page}`, '-l', `${page}`, '-r', '72']
      return textOf(file, ...pages, '-x', x, '-y', y, '-W', width, '-H', height)
    }
    for (const { name } of ALL_ROLES) expect(at(1, places[0])).toContain(name)
    expect(at(1, places[0])).not.toContain('LK')
    // Turned over the long edge, what was left is right.
    expect(at(2, places[1])).toContain(paper.cards[0]?.cardNo)
    expect(at(2, places[0])).toContain(paper.cards[1]?.cardNo)
    expect(at(2, places[8])).toContain(paper.cards[9]?.cardNo)
  })

  it('with fewer cards leaves the other places empty', async () => {
    const paper = card('sheet90x54')
    const few = { ...paper, cards: paper.cards.slice(0, 3) }
    const file = await press.print(few)
    expect(codesOn(file, 1)).toHaveLength(3)
    expect(inkOf(file)(106, 100)).toBe(false)
  })
})

describe('setting', () => {
  it('breaks where it fits, keeps numbers whole and no mark at the beginning of a line', () => {
    expect(breakLines('东至云溪路，南至滨河', 10, 52)).toEqual(['东至云溪', '路，南至滨', '河'])
    expect(breakLines('电话 023-00001000 转', 10, 80)).toEqual(['电话', '023-00001000', '转'])
    expect(breakLines('023-00001000', 10, 30).join('')).toBe('023-00001000')
    expect(breakLines('𠮷𬭎', 10, 10)).toEqual(['𠮷', '𬭎'])
  })

  it('never takes a text for narrower than the font sets it', () => {
    // Advance widths of the bold face, in thousandths.
    const widths = {
      '0': 590,
      A: 641,
      M: 853,
      W: 915,
      m: 964,
      i: 304,
      '-': 370,
      '–': 544,
      ' ': 227,
      网: 1000,
      '@': 1007
    }
    for (const [char, width] of Object.entries(widths)) expect(ems(char) * 1000).toBeGreaterThanOrEqual(width)
  })
})
