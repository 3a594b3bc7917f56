import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch, nameKeys, textKeys } from '../../../shared/domain/people/pinyin.ts'
import { MATCH, matches } from '../../../shared/domain/people/pinyinMatch.ts'

const scoreName = (query: string, name: string) => matches(query, nameKeys(name))

describe('search keys of names', () => {
  it.each([
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['仇英', 'qiuying', 'qy'],
    ['解缙', 'xiejin', 'xj'],
    ['区志强', 'ouzhiqiang', 'ozq'],
    ['查良镛', 'zhaliangyong', 'zly'],
    ['曾小红', 'zengxiaohong', 'zxh'],
    ['朴树', 'piaoshu', 'ps'],
    ['欧阳娜娜', 'ouyangnana', 'oynn'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['朱䶮', 'zhuyan', 'zy'],
    ['王𬭎', 'wanghong', 'wh'],
    ['㛃', 'jie', 'j']
  ])('reads the surname of %s as people do: %s', (name, full, initials) => {
    expect(nameKeys(name).full[0]).toBe(full)
    expect(nameKeys(name).initials[0]).toBe(initials)
  })

  it.each([
    ['单雄信', 'danxiongxin'],
    ['单于明', 'chanyuming'],
    ['仇英', 'chouying'],
    ['查良镛', 'chaliangyong'],
    ['张行', 'zhanghang'],
    ['张乐', 'zhangyue'],
    ['重阳', 'zhongyang']
  ])('finds %s by its other reading %s too', (name, full) => {
    expect(nameKeys(name).full).toContain(full)
  })

  it('writes ü as v and as u, and takes ü, v and u in a query', () => {
    expect(nameKeys('吕布').full).toEqual(['lvbu', 'lubu'])
    for (const query of ['lvbu', 'lübu', 'LÜBU', 'lubu', 'lu\u0308bu']) expect(scoreName(query, '吕布')).toBe(30)
  })

  it('joins the parts of a long name and skips the dot', () => {
    expect(nameKeys('买买提·艾力').full[0]).toBe('maimaitiaili')
    expect(nameKeys('买买提·艾力').initials[0]).toBe('mmtal')
  })

  it.each(['𰻝', '𠮷', '\u{2EBF0}', '\uE001'])('lets %s, which has no reading, stand for itself', (char) => {
    const keys = nameKeys(`王${char}`)
    expect(keys.full).toContain(`wang${char}`)
    expect(keys.initials).toContain(`w${char}`)
    expect(scoreName(`w${char}`, `王${char}`)).toBe(MATCH.initialsPrefix)
  })

  it('takes letters by word and digits as they are', () => {
    expect(nameKeys('José Smith').full).toEqual(['josesmith'])
    expect(nameKeys('José Smith').initials).toEqual(['js'])
    expect(textKeys('12345热线').initials[0]).toBe('12345rx')
  })

  it('keeps the number of keys small and unique, whatever the name', () => {
    const char = fc.constantFrom(...'单仇解区查曾朴重长行乐朝盛都大柏露藏娜提')
    fc.assert(
      fc.property(fc.array(char, { maxLength: 16 }), (chars) => {
        const { full, initials } = nameKeys(chars.join(''))
        expect(full.length).toBeLessThanOrEqual(24)
        expect(new Set(full).size).toBe(full.length)
        expect(new Set(initials).size).toBe(initials.length)
      })
    )
  })

  it('makes keys of lower-case ASCII for names that have readings', () => {
    const char = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
    fc.assert(
      fc.property(fc.array(char, { minLength: 1, maxLength: 4 }), (chars) => {
        for (const key of nameKeys(chars.join('')).full) expect(key).toMatch(/^[a-z\p{Script=Han}]+$/u)
      })
    )
  })

  it('finds every name by itself, by its initials and by its pinyin', () => {
    const char = fc.constantFrom(...'王李张刘陈单仇解区查𠮷𰻝䶮吕女行长·')
    fc.assert(
      fc.property(fc.array(char, { minLength: 1, maxLength: 8 }), (chars) => {
        const keys = nameKeys(chars.join(''))
        fc.pre(keys.text !== '')
        for (const query of [keys.text, ...keys.full, ...keys.initials]) {
          expect(matches(query, keys)).toBeGreaterThan(MATCH.none)
        }
      })
    )
  })

  it('gives an empty name no keys and an empty query no match', () => {
    expect(nameKeys(' · ')).toEqual({ text: '', full: [], initials: [], starts: [] })
    expect(scoreName('', '张三')).toBe(MATCH.none)
    expect(scoreName('·', '张三')).toBe(MATCH.none)
  })
})

describe('scores of a query', () => {
  it('ranks beginning of the name, initials, initials inside, pinyin, characters inside, in this order', () => {
    const scores = [
      scoreName('欧阳', '欧阳娜娜'),
      scoreName('oyn', '欧阳娜娜'),
      scoreName('ynn', '欧阳娜娜'),
      scoreName('ouy', '欧阳娜娜'),
      scoreName('阳娜', '欧阳娜娜')
    ]
    expect(scores).toEqual([60, 50, 40, 30, 10])
  })

  it('counts the whole name most and a syllable inside more than nothing', () => {
    expect(scoreName('欧阳娜娜', '欧阳娜娜')).toBe(MATCH.exact)
    expect(scoreName('yangna', '欧阳娜娜')).toBe(MATCH.pinyinFromSyllable)
    expect(scoreName('angna', '欧阳娜娜')).toBe(MATCH.none)
    expect(scoreName('张', '欧阳娜娜')).toBe(MATCH.none)
  })

  it('folds the query as the keys are folded', () => {
    expect(foldForSearch(' Ｚ-d Ｓh（） ')).toBe('zdsh')
    expect(matches('ＺＤ ＳＨ', textKeys('最低生活保障申请'))).toBe(MATCH.initialsPrefix)
  })
})

describe('search keys of texts', () => {
  it('reads an item in context', () => {
    const keys = textKeys('最低生活保障申请（受理、初审）')
    expect(keys.full[0]).toBe('zuidishenghuobaozhangshenqingshoulichushen')
    expect(keys.initials[0]).toBe('zdshbzsqslcs')
    expect(textKeys('参保登记').full[0]).toBe('canbaodengji')
    expect(textKeys('重度残疾人').full[0]).toBe('zhongducanjiren')
  })

  it('knows where each syllable starts', () => {
    const { full, starts } = textKeys('养老金')
    expect(full[0]).toBe('yanglaojin')
    expect(starts[0]).toEqual([0, 4, 7])
  })
})
