import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codePointLength,
  graphemes,
  hasLoneSurrogate,
  joinMarks,
  sliceCodePoints
} from '../../../shared/domain/people/codePoints.ts'
import { normalizePersonName } from '../../../shared/domain/people/personName.ts'
import { mapGbkPrivateUse, privateUseIn } from '../../../shared/domain/people/privateUse.ts'

const RARE = ['𠮷田', '㛃', '䶮', '𬭎', '𫖯', '𰻝', '\u{2EBF0}']

describe('characters by code point (GB 18030-2022)', () => {
  it.each(RARE)('counts and cuts %s without splitting it', (text) => {
    expect(codePointLength(text)).toBe([...text].length)
    expect(sliceCodePoints(text, 0, 1)).toBe([...text][0])
  })

  it('puts any text together again from its cut parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, at) => {
        expect(sliceCodePoints(text, 0, at) + sliceCodePoints(text, at)).toBe(text)
      })
    )
  })

  it('keeps a variation selector with its character, with and without a segmenter', () => {
    const text = '葛\u{E0101}城'
    expect(graphemes(text)).toEqual(['葛\u{E0101}', '城'])
    expect(joinMarks([...text])).toEqual(['葛\u{E0101}', '城'])
  })

  it('tells half of a surrogate pair from a whole one', () => {
    expect(hasLoneSurrogate('𠮷')).toBe(false)
    expect(hasLoneSurrogate('𠮷'.slice(0, 1))).toBe(true)
  })
})

describe('private-use characters of old cards and systems', () => {
  it('maps the parked characters of GBK as a GB 18030 decoder of today does', () => {
    const decoder = new TextDecoder('gb18030')
    const trails = Array.from({ length: 0xa1 - 0x50 }, (_, i) => 0x50 + i).filter((byte) => byte !== 0x7f)
    const beyondBmp = new Map([
      [0xe816, 0x20087],
      [0xe817, 0x20089],
      [0xe818, 0x200cc],
      [0xe831, 0x215d7],
      [0xe83b, 0x2298f],
      [0xe855, 0x241fe]
    ])
    trails.forEach((trail, index) => {
      const parked = 0xe815 + index
      const decoded = decoder.decode(Uint8Array.of(0xfe, trail)).codePointAt(0)
      const expected = beyondBmp.get(parked) ?? decoded
      expect(mapGbkPrivateUse(String.fromCodePoint(parked)).codePointAt(0)).toBe(expected)
    })
    expect(trails).toHaveLength(80)
  })

  it('turns U+E863 into 䶮 (U+4DAE) and leaves what it does not know', () => {
    expect(mapGbkPrivateUse('朱\uE863')).toBe('朱䶮')
    expect(mapGbkPrivateUse('王\uE001𠮷')).toBe('王\uE001𠮷')
  })

  it('finds what is left with its place by code point', () => {
    expect(privateUseIn('𠮷\uE001\u{100000}')).toEqual([
      { index: 1, codePoint: 0xe001 },
      { index: 2, codePoint: 0x100000 }
    ])
  })
})

describe('names of persons', () => {
  it.each([...RARE, '张三', '买买提·艾力', '阿卜杜拉·买买提江·库尔班', 'John Smith'])('keeps %s whole', (name) => {
    expect(normalizePersonName(name)).toEqual({ ok: true, name, warnings: [] })
  })

  it('keeps compatibility ideographs, which NFKC would replace', () => {
    expect(normalizePersonName('\uFA15')).toMatchObject({ ok: true, name: '\uFA15' })
  })

  it('writes the separating dot as U+00B7 and tidies blanks', () => {
    expect(normalizePersonName(' 买买提 ・ 艾力\u3000')).toMatchObject({ ok: true, name: '买买提·艾力' })
    expect(normalizePersonName('John   Smith')).toMatchObject({ ok: true, name: 'John Smith' })
  })

  it('says when a character was mapped and when one is left unknown', () => {
    expect(normalizePersonName('朱\uE863')).toEqual({ ok: true, name: '朱䶮', warnings: ['name-character-mapped'] })
    expect(normalizePersonName('朱\uE001')).toEqual({
      ok: true,
      name: '朱\uE001',
      warnings: ['name-character-unknown']
    })
  })

  it.each(['\u{30edd}', '\u{2ebf0}', '欧阳\u{2ebf0}', '\u{323b0}', '\u{3347f}', '\u{3fffd}'])(
    'takes %s, whether the tables of this program know it yet or not (GB 18030-2022 grows)',
    (name) => {
      expect(normalizePersonName(name)).toEqual({ ok: true, name, warnings: [] })
    }
  )

  it.each([
    ['  ', 'name-missing'],
    ['12345', 'name-characters'],
    ['张<b>', 'name-characters'],
    ['张\u0007', 'name-characters'],
    ['张\uD842', 'name-characters'],
    ['𠮷'.repeat(51), 'name-too-long']
  ])('refuses %j as %s', (raw, code) => {
    expect(normalizePersonName(raw)).toEqual({ ok: false, code })
  })

  it('counts the longest name by code point, not by UTF-16 unit', () => {
    expect(normalizePersonName('𠮷'.repeat(50))).toMatchObject({ ok: true })
  })
})
