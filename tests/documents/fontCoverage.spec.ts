import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FontShelf, openFontShelf } from '../../electron/printing/fontShelf.ts'
import { BASE_FACE, SERIF_FACE } from '../../shared/documents/layout/measures.ts'
import { copyFonts, RARE_FONT } from '../printing/pdfWorker.ts'

const here = import.meta.dirname

/** 通用规范汉字表 (国发〔2013〕23号): 3,500, 3,000 and 1,605 characters in the order of the table, levels apart. */
const LEVELS = readFileSync(path.join(here, 'generalTable.txt'), 'utf8')
  .split('\n\n')
  .map((level) => [...level.replaceAll('\n', '')])

/** First and last assigned code point of each block of ideographs (Unicode 16.0, Blocks.txt and UnicodeData.txt). */
const BLOCKS: readonly (readonly [name: string, ...ranges: (readonly [number, number])[]])[] = [
  ['基本区', [0x4e00, 0x9fff]],
  ['扩展 A', [0x3400, 0x4dbf]],
  ['扩展 B', [0x20000, 0x2a6df]],
  ['扩展 C', [0x2a700, 0x2b739]],
  ['扩展 D', [0x2b740, 0x2b81d]],
  ['扩展 E', [0x2b820, 0x2cea1]],
  ['扩展 F', [0x2ceb0, 0x2ebe0]],
  ['扩展 G', [0x30000, 0x3134a]],
  ['扩展 H', [0x31350, 0x323af]],
  ['扩展 I', [0x2ebf0, 0x2ee5d]],
  ['兼容区', [0xf900, 0xfa6d], [0xfa70, 0xfad9]],
  ['兼容补充', [0x2f800, 0x2fa1d]]
]

const PAGE = readFileSync(path.join(here, '../../docs/fonts.md'), 'utf8')

let fonts: { readonly folder: string; remove(): void }
let shelf: FontShelf

beforeAll(() => {
  fonts = copyFonts()
  shelf = openFontShelf({ fontsFolder: fonts.folder, extraFontFiles: RARE_FONT ? [RARE_FONT] : [] })
})

afterAll(() => fonts.remove())

/** How a paper of that face is set: its own face first, then those that fill in. */
const isSet = (face: string, codePoint: number): boolean =>
  [face, ...shelf.faces].some((one) => shelf.covers(one, codePoint))

const codePointsOf = (ranges: readonly (readonly [number, number])[]): readonly number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))

const thousands = (count: number): string => count.toLocaleString('en-US')

describe('the fonts that papers are set in', () => {
  test('the list of the general table is whole', () => {
    expect(LEVELS.map((level) => level.length)).toEqual([3500, 3000, 1605])
    expect(new Set(LEVELS.flat()).size).toBe(8105)
  })

  test.each([BASE_FACE, SERIF_FACE])('%s has every character of the general table, in both weights', (face) => {
    const lacking = LEVELS.flat().filter((char) => !shelf.covers(face, char.codePointAt(0) ?? 0))
    expect(lacking).toEqual([])
  })

  test.each(BLOCKS.map(([name, ...ranges]) => ({ name, ranges })))(
    'docs/fonts.md says how much of $name can be printed',
    ({ name, ranges }) => {
      expect(RARE_FONT, 'the build fetches HanaMinB').toBeDefined()
      const all = codePointsOf(ranges)
      const counts = [BASE_FACE, SERIF_FACE].map((face) => all.filter((codePoint) => isSet(face, codePoint)).length)
      expect(new Set(counts).size).toBe(1)
      const row = PAGE.split('\n').find((line) => line.startsWith(`| ${name} |`))
      const [, , , assigned, printed] = row?.split('|').map((cell) => cell.trim()) ?? []
      expect([assigned, printed]).toEqual([thousands(all.length), thousands(counts[0] ?? 0)])
    }
  )
})
