import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf, widthOf } from '../../../shared/documents/receipt/columns.ts'
import { wrap, wrapEvenly } from '../../../shared/documents/receipt/wrap.ts'

const bare = (text: string): string => text.replaceAll(' ', '')
const chars = fc.constantFrom(...'请到窗口办理，。（）《》—·A0-: 9', '𠮷', '葛\u{e0100}', 'e\u{301}')
const someText = fc.array(chars, { maxLength: 80 }).map((parts) => parts.join(''))

describe('columns', () => {
  test('ASCII is one, everything else two, what has no width of its own none', () => {
    expect(widthOf('A1 ')).toBe(3)
    expect(widthOf('号·—é𠮷')).toBe(10)
    expect(widthOf('葛\u{e0100}')).toBe(2)
    expect(widthOf('e\u{301}')).toBe(1)
    expect(widthOf('ｱ')).toBe(1)
  })

  test('a character and its marks stay one', () => {
    expect(clustersOf('葛\u{e0100}e\u{301}𠮷')).toEqual(['葛\u{e0100}', 'e\u{301}', '𠮷'])
  })
})

describe('wrapping', () => {
  test('loses nothing, never cuts a character, and keeps to the width', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 4, max: 48 }), (text, columns) => {
        const lines = wrap(text, columns)
        expect(bare(lines.join(''))).toBe(bare(text))
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns)
          expect(line).toBe(line.trim())
        }
        expect(lines.flatMap(clustersOf).filter((c) => c !== ' ')).toEqual(clustersOf(text).filter((c) => c !== ' '))
      })
    )
  })

  test('no line begins with a closing mark or ends with an opening one (GB/T 15834)', () => {
    expect(wrap('请到一号窗口办理，谢谢', 16)).toEqual(['请到一号窗口办', '理，谢谢'])
    expect(wrap('一二三四五六七（八）九', 16)).toEqual(['一二三四五六七', '（八）九'])
  })

  test('numbers and times stay whole', () => {
    expect(wrap('咨询：023-00001000', 16)).toEqual(['咨询：', '023-00001000'])
    expect(wrap('工作日 9:00–17:30', 16)).toEqual(['工作日', '9:00–17:30'])
  })

  test('what is longer than a line is broken all the same', () => {
    expect(wrap('ABCDEFGHIJ', 4)).toEqual(['ABCD', 'EFGH', 'IJ'])
  })

  test('evenly: a name on two lines is balanced', () => {
    expect(wrapEvenly('云溪街道便民服务中心', 16)).toEqual(['云溪街道便', '民服务中心'])
    expect(wrapEvenly('云溪街道', 16)).toEqual(['云溪街道'])
    expect(wrapEvenly('', 16)).toEqual([])
  })
})
