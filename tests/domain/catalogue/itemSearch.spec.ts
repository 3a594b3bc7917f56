import { describe, expect, it } from 'vitest'
import { buildItemIndex, searchItems } from '../../../shared/domain/catalogue/itemSearch.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { nameKeys, textKeys } from '../../../shared/domain/people/pinyin.ts'

const { items } = shippedItems()
const index = buildItemIndex(items)
const ids = (query: string, limit = 10) => searchItems(index, query, limit).map((hit) => hit.item.id)

describe('finding an item', () => {
  it.each([
    'zdsh',
    'db',
    '低保',
    'zuidi',
    'MZ-001',
    'mz001',
    '最低',
    'dibao',
    'ZDSHBZ',
    'ｄｂ',
    'zui di',
    '生活保障',
    '吃低保'
  ])('%s puts 最低生活保障申请 first', (query) => {
    expect(ids(query)[0]).toBe('MZ-001')
  })

  it.each([
    ['wb', 'MZ-002'],
    ['老年证', 'MZ-009'],
    ['yanglaojin', 'SB-002'],
    ['xnh', 'YB-001'],
    ['baoyiyaofei', 'YB-005'],
    ['zsz', 'WJ-001'],
    ['危房', 'JH-003'],
    ['zjd', 'GT-001'],
    ['砍树', 'GT-004'],
    ['暂住证', 'HJ-002'],
    ['sfz', 'HJ-004'],
    ['lunyi', 'CL-003'],
    ['残疾证', 'CL-001'],
    ['cjz', 'CL-001'],
    ['电费', 'BM-002'],
    ['12345', 'ZH-003'],
    ['开证明', 'ZH-006'],
    ['wenlvshi', 'FY-003'],
    ['老兵', 'TY-001'],
    ['社保卡', 'SB-007']
  ])('%s, as people say it, puts %s first', (query, id) => {
    expect(ids(query)[0]).toBe(id)
  })

  it.each(items.map((item) => [item.id, item] as const))(
    '%s is first for its number and for its own name, by characters and by pinyin',
    (id, item) => {
      const { full, initials } = textKeys(item.name)
      for (const query of [id, item.name, full[0] ?? '']) expect(ids(query)[0]).toBe(id)
      // 养老 and 医疗 have the same initials: nobody can put both first.
      const equal = items.filter((other) => textKeys(other.name).initials[0] === initials[0]).length
      expect(ids(initials[0] ?? '', equal)).toContain(id)
    }
  )

  it.each(items.map((item) => [item.id, item] as const))('%s is on top for each of its everyday names', (id, item) => {
    for (const name of item.everydayNames) {
      const equal = items.filter((other) => other.everydayNames.includes(name)).length
      expect(ids(name, equal)).toContain(id)
    }
  })

  it.each(items.map((item) => [item.id, item] as const))(
    '%s is among the first eight for the initials of its commonest name',
    (id, item) => {
      expect(ids(nameKeys(item.everydayNames[0] ?? '').initials[0] ?? '', 8)).toContain(id)
    }
  )

  it('an exact everyday name beats a beginning, a beginning beats a middle', () => {
    const small = buildItemIndex([
      { id: 'AA-001', name: '甲事项', everydayNames: ['办低保'] },
      { id: 'AA-002', name: '乙事项', everydayNames: ['低保边缘'] },
      { id: 'AA-003', name: '丙事项', everydayNames: ['低保'] }
    ])
    expect(searchItems(small, '低保', 5).map((hit) => hit.item.id)).toEqual(['AA-003', 'AA-002', 'AA-001'])
    expect(searchItems(small, 'db', 5).map((hit) => hit.item.id)).toEqual(['AA-003', 'AA-002', 'AA-001'])
    expect(searchItems(small, 'dibao', 5).map((hit) => hit.item.id)).toEqual(['AA-003', 'AA-002', 'AA-001'])
  })

  it('characters in the right order with others between are found last', () => {
    const small = buildItemIndex([
      { id: 'AA-001', name: '残疾人护理补贴', everydayNames: ['护理费'] },
      { id: 'AA-002', name: '关于残疾补贴', everydayNames: ['残补'] }
    ])
    expect(searchItems(small, '残疾补贴', 5).map((hit) => hit.item.id)).toEqual(['AA-002', 'AA-001'])
    expect(searchItems(small, '补贴残疾', 5)).toEqual([])
  })

  it('words with blanks between must all be found, in any order', () => {
    expect(ids('补贴 残疾')).toEqual(expect.arrayContaining(['MZ-006', 'MZ-007']))
    expect(ids('残疾 补贴 zzzz')).toEqual([])
  })

  it('says what was matched: the words of the visitor, the name or the number', () => {
    expect(searchItems(index, '吃低', 1)[0]?.matched).toBe('吃低保')
    expect(searchItems(index, '最低生活保障申请', 1)[0]?.matched).toBe('最低生活保障申请（受理、初审）')
    expect(searchItems(index, 'MZ-001', 1)[0]?.matched).toBe('MZ-001')
  })

  it('finds nothing for nothing and for what is not there, and keeps to the limit', () => {
    for (const query of ['', '   ', '-', 'qqqq', '火星']) expect(ids(query)).toEqual([])
    expect(ids('sq', 3)).toHaveLength(3)
  })
})
