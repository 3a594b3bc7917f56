import { describe, expect, test } from 'vitest'
import { EXCHANGE_ERROR } from '../../renderer/counter/admin/catalogue/exchangeTexts.ts'
import { differences } from '../../renderer/counter/admin/catalogue/model/differences.ts'
import {
  columnWords,
  errorRow,
  fieldWords,
  formatOf
} from '../../renderer/counter/admin/catalogue/model/importWords.ts'
import { indexOf, shownOf } from '../../renderer/counter/admin/catalogue/model/listed.ts'
import { GROUPS, ITEM_WORDS } from '../../renderer/counter/admin/catalogue/model/words.ts'
import { EXCHANGE_ERRORS } from '../../shared/domain/catalogue/exchange.ts'
import { changedFields } from '../../shared/domain/catalogue/sameItem.ts'
import type { Material, ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import type { ItemListed } from '../../shared/projections/catalogueViews.ts'

const ITEMS = shippedItems().items
const LOW_INCOME = ITEMS.find(({ id }) => id === 'MZ-001') as ServiceItem
const first = LOW_INCOME.materials[0] as Material

const changed = (more: Partial<ServiceItem>): ServiceItem => ({ ...LOW_INCOME, ...more })

describe('what a draft changes', () => {
  test.each(ITEMS.map((item) => [item.id, item] as const))('%s does not differ from itself', (_id, item) => {
    expect(differences(item, { ...item, version: item.version + 1 })).toEqual([])
  })

  test('nothing that changed goes unsaid', () => {
    for (const [at, item] of ITEMS.entries()) {
      const other = ITEMS[(at + 1) % ITEMS.length] as ServiceItem
      const fields = changedFields(item, other)
      const lines = differences(item, other)
      expect(lines.length).toBeGreaterThanOrEqual(fields.length)
      for (const { field, before, after } of lines) {
        expect(field).not.toMatch(/undefined|materials|situations/)
        expect(`${before}${after}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  test('a limit, a new material, a material that goes, a question: each in its own words', () => {
    const added: Material = { ...first, id: 'm10', name: '近期照片' }
    const situations = (LOW_INCOME.situations ?? []).map((one) =>
      one.id === 's2' ? { ...one, question: '有近亲属在这里工作吗？' } : one
    )
    const after = changed({
      promisedLimit: { value: 15, unit: 'WORKING_DAY' },
      materials: [...LOW_INCOME.materials.filter(({ id }) => id !== 'm4'), added],
      situations
    })
    expect(differences(LOW_INCOME, after)).toEqual([
      { field: '承诺时限', before: '20个工作日', after: '15个工作日' },
      { field: '申请材料“诚信（告知）承诺书”', before: '诚信（告知）承诺书', after: '删去' },
      { field: '申请材料“近期照片”', before: '', after: '新增' },
      {
        field: '情形“有近亲属在这里工作吗？”：问题',
        before: '家里有人和经办人员、村（居）委会成员是近亲属吗？',
        after: '有近亲属在这里工作吗？'
      }
    ])
  })

  test('within a material only the fields that changed', () => {
    const materials = LOW_INCOME.materials.map((one) =>
      one.id === 'm6' ? { ...one, copyCount: 2, when: [{ situation: 's1', options: ['no'] }] } : one
    )
    expect(differences(LOW_INCOME, changed({ materials })).map(({ field, after }) => [field, after])).toEqual([
      ['申请材料“残疾人证、疾病诊断等特殊情况材料”：复印件份数', '2'],
      ['申请材料“残疾人证、疾病诊断等特殊情况材料”：需要的条件', '“共同生活的家庭成员中有残疾人或重病患者吗？”回答“否”']
    ])
  })

  test('another order is said once', () => {
    expect(differences(LOW_INCOME, changed({ materials: LOW_INCOME.materials.toReversed() }))).toEqual([
      { field: '申请材料', before: '', after: '顺序有变动' }
    ])
  })
})

test('the page of an item shows each field once', () => {
  const keys = Object.values(GROUPS).flat()
  expect(keys.toSorted()).toEqual(Object.keys(ITEM_WORDS).toSorted())
  for (const item of ITEMS) for (const key of keys) expect(ITEM_WORDS[key](item)).not.toMatch(/undefined|NaN/)
})

const listed = (itemId: string, name: string, more: Partial<ItemListed> = {}): ItemListed => ({
  itemId,
  name,
  category: '民政',
  version: 1,
  effectiveFrom: '2026-01-01',
  next: null,
  draft: null,
  withdrawn: null,
  ...more
})

describe('the list', () => {
  const draft = { by: '单立新', at: null, problems: 0 }
  const list = indexOf([
    listed('MZ-001', '最低生活保障申请'),
    listed('MZ-002', '临时救助申请', { draft }),
    listed('WJ-001', '生育登记', { draft, next: { version: 2, effectiveFrom: '2027-01-01' } }),
    listed('WJ-002', '老年人优待证', { withdrawn: { effectiveTo: '2026-10-01', reason: '取消' } })
  ])
  const ids = (query: string, filter: Parameters<typeof shownOf>[2] = 'all'): string[] =>
    shownOf(list, query, filter).map(({ itemId }) => itemId)

  test('finds by number, by characters and by initials', () => {
    expect(ids('')).toEqual(['MZ-001', 'MZ-002', 'WJ-001', 'WJ-002'])
    expect(ids('wj')).toEqual(['WJ-001', 'WJ-002'])
    expect(ids('WJ-002')).toEqual(['WJ-002'])
    expect(ids('zdsh')).toEqual(['MZ-001'])
    expect(ids('救助')).toEqual(['MZ-002'])
    expect(ids('ｓｙｄｊ')).toEqual(['WJ-001'])
    expect(ids('没有的')).toEqual([])
  })

  test('shows only what the filter names, within what was found', () => {
    expect(ids('', 'draft')).toEqual(['MZ-002', 'WJ-001'])
    expect(ids('', 'coming')).toEqual(['WJ-001'])
    expect(ids('', 'withdrawn')).toEqual(['WJ-002'])
    expect(ids('mz', 'draft')).toEqual(['MZ-002'])
  })
})

describe('the preview of a file', () => {
  test('every mistake has a sentence in Chinese', () => {
    expect(Object.keys(EXCHANGE_ERROR).toSorted()).toEqual([...EXCHANGE_ERRORS].toSorted())
    for (const sentence of Object.values(EXCHANGE_ERROR)) expect(sentence).toMatch(/^\p{Script=Han}.*。$/su)
  })

  test('places of JSON are said in words, columns of Excel as they are', () => {
    expect(columnWords('materials.0.name')).toBe('申请材料 1：材料名称')
    expect(columnWords('materials.2.commitment.duty')).toBe('申请材料 3：告知承诺书：证明义务')
    expect(columnWords('promisedLimit.value')).toBe('承诺时限')
    expect(columnWords('everydayNames.2')).toBe('俗称')
    expect(columnWords('承诺办结时限单位')).toBe('承诺办结时限单位')
    expect(errorRow({ sheet: '', row: 0, column: '', code: 'file-shape', value: '' })).toMatchObject({
      sheet: '整个文件',
      row: ''
    })
  })

  test('changed fields are named once each', () => {
    expect(fieldWords(['promisedLimit', 'materials.m1', 'materials.m3', 'situations'])).toBe('承诺时限、申请材料、情形')
    expect(fieldWords(['withdrawn'])).toBe('重新启用')
  })

  test('a file is known by its name', () => {
    expect(formatOf('事项.XLSX')).toBe('xlsx')
    expect(formatOf('a.json')).toBe('json')
    expect(formatOf('a.xls')).toBeNull()
  })
})
