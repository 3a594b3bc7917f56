import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyShelf, evolveItem, type ItemShelf } from '../../../shared/domain/catalogue/catalogue.ts'
import { guarded, unguarded } from '../../../shared/domain/catalogue/exchangeCells.ts'
import { itemFileJson, itemsFromJson } from '../../../shared/domain/catalogue/exchangeJson.ts'
import { previewImport } from '../../../shared/domain/catalogue/exchangePreview.ts'
import { itemsFromSheets } from '../../../shared/domain/catalogue/exchangeRead.ts'
import type { RawCell, RawSheet } from '../../../shared/domain/catalogue/exchangeRows.ts'
import { sheetsOfItems } from '../../../shared/domain/catalogue/exchangeSheets.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { itemOf } from '../../support/builders.ts'
import { anyItem } from './itemArbitrary.ts'

const anyItems = fc.uniqueArray(anyItem, { minLength: 1, maxLength: 3, selector: (item) => item.id })

/** The sheets as a file would give them back: headings first. */
const asRead = (items: readonly ServiceItem[]): RawSheet[] =>
  sheetsOfItems(items).map(({ name, columns, rows }) => ({ name, rows: [columns.map((c) => c.header), ...rows] }))

/** One cell put differently; rows count from 1 as people see them. */
function put(sheets: readonly RawSheet[], sheet: string, row: number, header: string, cell: RawCell): RawSheet[] {
  return sheets.map((one) => {
    const at = (one.rows[0] ?? []).indexOf(header)
    if (one.name === sheet && at < 0) throw new Error(`no column ${header}`)
    const rows = one.rows.map((cells, index) =>
      one.name === sheet && index === row - 1 ? cells.map((old, place) => (place === at ? cell : old)) : cells
    )
    return { ...one, rows }
  })
}

const MZ = itemOf('MZ-001')
const errorsOf = (sheets: readonly RawSheet[]) => itemsFromSheets(sheets).errors

describe('a round trip', () => {
  it('through JSON gives every item back as it was', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        expect(itemsFromJson(itemFileJson(items, '示例'))).toEqual({ items, errors: [] })
      }),
      { numRuns: 150 }
    )
  })

  it('through the rows of 事项, 材料 and 情形 gives every item back as it was', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        expect(itemsFromSheets(asRead(items))).toEqual({ items, errors: [] })
      }),
      { numRuns: 250 }
    )
  })

  it('gives the 89 sample items back, both ways', () => {
    const { items, warning } = shippedItems()
    expect(itemsFromSheets(asRead(items)).items).toEqual(items)
    expect(itemsFromJson(itemFileJson(items, warning))).toEqual({ items, errors: [] })
  })

  it('a guarded text is no formula, and comes back whatever it was', () => {
    const risky = fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', 'a', '1'), { maxLength: 6 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(risky, (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@]/)
        expect(unguarded(guarded(text))).toBe(text)
      })
    )
  })
})

describe('the written sheets', () => {
  const sheets = sheetsOfItems([itemOf('GT-002'), itemOf('MZ-001'), itemOf('BM-001')])
  const cell = (sheet: number, row: number, header: string): string => {
    const written = sheets[sheet]
    return written?.rows[row]?.[written.columns.findIndex((c) => c.header === header)] ?? '?'
  }

  it('are 事项, 材料 and 情形, each row with the number of its item', () => {
    expect(sheets.map((s) => s.name)).toEqual(['事项', '材料', '情形'])
    for (const { columns, rows } of sheets) {
      expect(columns[0]?.header).toBe('事项编号')
      for (const row of rows) expect(['GT-002', 'MZ-001', 'BM-001']).toContain(row[0])
    }
  })

  it('have the codes of GB/T 39046-2020: A.1 kind of item, A.2 level, A.6 kind of case', () => {
    const codes = ['事项类型代码', '事项类型', '行使层级代码', '办件类型代码', '办件类型']
    expect(codes.map((header) => cell(0, 0, header))).toEqual(['01', '行政许可', '5', '2', '联办件'])
    expect(codes.map((header) => cell(0, 1, header))).toEqual(['05', '行政给付', '4', '2', '上报件'])
    expect(codes.map((header) => cell(0, 2, header))).toEqual(['20', '公共服务', '5', '9', '便民代办件'])
  })

  it('say the unit of every limit (行政许可法 82)', () => {
    expect([cell(0, 1, '承诺办结时限'), cell(0, 1, '承诺办结时限单位')]).toEqual(['20', '工作日'])
    expect([cell(0, 1, '补正期限'), cell(0, 1, '本级办理时限'), cell(0, 0, '送达时限')]).toEqual([
      '90个自然日',
      '10个工作日',
      '10个工作日'
    ])
    expect(cell(0, 0, '联办机构')).toBe('街道农业服务中心：3个工作日\n区规划和自然资源局：5个工作日')
  })

  it('say what a conditional material depends on', () => {
    const m6 = sheets[1]?.rows.findIndex(([item, id]) => item === 'MZ-001' && id === 'm6') ?? -1
    expect([cell(1, m6, '特定情形'), cell(1, m6, '情形规则')]).toEqual(['家庭有残疾人或重病患者时', 's1=yes'])
    expect([cell(2, 0, '问题'), cell(2, 0, '选项')]).toEqual([
      '共同生活的家庭成员中有残疾人或重病患者吗？',
      'yes=是\nno=否'
    ])
  })
})

describe('reading the sheets', () => {
  const sheets = asRead([MZ, itemOf('GT-002')])

  it('takes the columns in any order, and without those that may be empty', () => {
    const turned = asRead([MZ]).map(({ name, rows }) => {
      const keep = (rows[0] ?? []).map((header) => header !== '通办范围' && header !== '行使层级代码')
      return { name, rows: rows.map((cells) => cells.filter((_, at) => keep[at]).reverse()) }
    })
    expect(itemsFromSheets(turned)).toEqual({ items: [MZ], errors: [] })
  })

  it('takes codes for labels, a code that lost its zero, full-width signs, other line ends, empty rows', () => {
    let other = put(asRead([MZ]), '事项', 2, '办件类型', 'ESCALATED')
    other = put(other, '事项', 2, '事项类型代码', '5')
    other = put(other, '事项', 2, '俗称', MZ.everydayNames.join('\r\n'))
    other = put(other, '材料', 7, '情形规则', ' s1＝yes ')
    other = other.map(({ name, rows }) => ({ name, rows: [...rows, rows[0]?.map(() => '') ?? []] }))
    expect(itemsFromSheets(other)).toEqual({ items: [MZ], errors: [] })
  })

  it('does without 情形 where nothing depends on anything', () => {
    const item = itemOf('BM-001')
    const two = asRead([item]).filter(({ name }) => name !== '情形')
    expect(itemsFromSheets(two)).toEqual({ items: [item], errors: [] })
  })

  it.each([
    ['事项', 2, '事项名称', '', 'cell-required'],
    ['事项', 3, '承诺办结时限', '二十', 'cell-number'],
    ['事项', 2, '承诺办结时限单位', '小时', 'cell-choice'],
    ['事项', 2, '补正期限', '90天', 'cell-limit'],
    ['事项', 2, '是否收费', '免费', 'cell-yes-no'],
    ['事项', 3, '办件类型', '补办件', 'cell-choice'],
    ['事项', 3, '事项类型代码', '99', 'cell-choice'],
    ['事项', 3, '联办机构', '区规划和自然资源局', 'cell-list'],
    ['事项', 2, '事项名称', '长'.repeat(201), 'cell-too-long'],
    ['事项', 2, '事项编号', 'MZ1', 'cell-invalid'],
    ['事项', 3, '上级决定机关', '区民政局', 'cell-conflict'],
    ['事项', 2, '俗称', Array.from({ length: 7 }, (_, n) => `名${n}`).join('\n'), 'cell-invalid'],
    ['材料', 3, '原件份数', '-1', 'cell-number'],
    ['材料', 3, '原件份数', '21', 'cell-invalid'],
    ['材料', 3, '事项编号', 'XX-999', 'item-unknown'],
    ['材料', 3, '材料编号', 'm1', 'material-twice'],
    ['材料', 2, '特定情形', '由他人代办时', 'cell-conflict'],
    ['材料', 2, '容缺后补期限', '3个工作日', 'cell-conflict'],
    ['材料', 7, '情形规则', 's9=yes', 'cell-conflict'],
    ['材料', 7, '情形规则', 's1=vielleicht', 'cell-conflict'],
    ['材料', 7, '情形规则', 's1', 'cell-list'],
    ['情形', 2, '选项', '是、否', 'cell-list'],
    ['情形', 2, '回答方式', '猜', 'cell-choice'],
    ['情形', 3, '情形编号', 's1', 'situation-twice']
  ] as const)('%s row %i, %s = “%s”: %s, with its place', (sheet, row, header, value, code) => {
    const { items, errors } = itemsFromSheets(put(sheets, sheet, row, header, value))
    expect(items).toEqual([])
    const shown = [...value].length > 60 ? `${[...value].slice(0, 60).join('')}…` : value
    const where = errors.find((e) => e.sheet === sheet && e.row === row && e.column === header)
    expect(where, JSON.stringify(errors)).toMatchObject({ code })
    if (code !== 'cell-conflict' && code !== 'cell-invalid') expect(where?.value).toBe(shown)
  })

  it('imports no formula, and nothing that a formula has left behind', () => {
    const formula = put(sheets, '事项', 2, '备注', { problem: 'cell-formula', text: 'A1&B1' })
    expect(errorsOf(formula)).toEqual([{ sheet: '事项', row: 2, column: '备注', code: 'cell-formula', value: 'A1&B1' }])
    const broken = put(sheets, '材料', 4, '填报须知', { problem: 'cell-error', text: '#REF!' })
    expect(errorsOf(broken)).toMatchObject([{ sheet: '材料', row: 4, code: 'cell-error', value: '#REF!' }])
  })

  it('names the certificate that a material may not ask for (民发〔2020〕20号)', () => {
    const asked = put(sheets, '材料', 2, '材料名称', '社区出具的居民财产证明')
    expect(errorsOf(asked)).toEqual([
      { sheet: '材料', row: 2, column: '材料名称', code: 'forbidden-certificate', value: '居民财产证明' }
    ])
  })

  it('reports every mistake of every row at once, not one a try', () => {
    let many = put(sheets, '事项', 2, '补正期限', '90天')
    many = put(many, '事项', 3, '事项名称', '长'.repeat(201))
    many = put(many, '材料', 5, '原件退还', '也许')
    expect(errorsOf(many).map(({ sheet, row, code }) => [sheet, row, code])).toEqual([
      ['事项', 2, 'cell-limit'],
      ['材料', 5, 'cell-yes-no'],
      ['事项', 3, 'cell-too-long']
    ])
  })

  it('says which sheet or heading is missing, unknown or there twice', () => {
    expect(errorsOf([])).toMatchObject([
      { sheet: '事项', code: 'sheet-missing' },
      { sheet: '材料', code: 'sheet-missing' }
    ])
    const headed = (change: (header: RawCell) => RawCell) =>
      asRead([MZ]).map((one) =>
        one.name === '事项' ? { ...one, rows: [(one.rows[0] ?? []).map(change), ...one.rows.slice(1)] } : one
      )
    expect(errorsOf(headed((h) => (h === '事项名称' ? '名字' : h)))).toMatchObject([
      { sheet: '事项', row: 1, column: '名字', code: 'column-unknown' },
      { sheet: '事项', row: 1, column: '事项名称', code: 'column-missing' }
    ])
    expect(errorsOf(headed((h) => (h === '备注' ? '类别' : h)))).toMatchObject([
      { column: '类别', code: 'column-twice' }
    ])
    const none = asRead([MZ]).map((one) => ({ ...one, rows: one.rows.slice(0, 1) }))
    expect(errorsOf(none)).toMatchObject([{ code: 'no-items' }])
  })

  it('refuses an item that stands twice and a file that is no list of items at all', () => {
    expect(errorsOf(asRead([MZ, MZ]))).toContainEqual(
      expect.objectContaining({ sheet: '事项', row: 3, code: 'item-twice', value: 'MZ-001' })
    )
    const endless = [{ name: '事项', rows: Array.from({ length: 20_001 }, () => ['x']) }, ...asRead([MZ]).slice(1)]
    expect(errorsOf(endless)).toMatchObject([{ sheet: '事项', code: 'too-many-rows' }])
  })
})

describe('reading JSON', () => {
  const file = (items: unknown[]): string =>
    JSON.stringify({ schemaVersion: 1, status: 'official', warning: '', items })

  it.each([
    ['no JSON', 'PK\u0003\u0004'],
    ['another JSON', '[]'],
    ['a file of a later kind', JSON.stringify({ schemaVersion: 2, status: 'official', warning: '', items: [MZ] })],
    ['an unknown key', JSON.stringify({ schemaVersion: 1, status: 'official', warning: '', items: [MZ], by: 'x' })]
  ])('refuses %s as a whole', (_, text) => {
    expect(itemsFromJson(text)).toMatchObject({ items: [], errors: [{ row: 0, code: 'file-shape' }] })
  })

  it('begins with a byte order mark or not', () => {
    expect(itemsFromJson(`\uFEFF${file([MZ])}`)).toEqual({ items: [MZ], errors: [] })
  })

  it('names item and path of every mistake, and takes nothing when there is one', () => {
    const wrong = { ...MZ, name: '', promisedLimit: { value: 20, unit: 'HOUR' } }
    const asking = { ...MZ, id: 'MZ-002', materials: [{ ...MZ.materials[0], name: '健在证明' }], situations: [] }
    expect(itemsFromJson(file([MZ, wrong, asking, MZ]))).toEqual({
      items: [],
      errors: [
        { sheet: 'JSON', row: 2, column: 'name', code: 'cell-required', value: '' },
        { sheet: 'JSON', row: 2, column: 'promisedLimit.unit', code: 'cell-invalid', value: 'HOUR' },
        { sheet: 'JSON', row: 3, column: 'materials.0.name', code: 'forbidden-certificate', value: '健在证明' },
        { sheet: 'JSON', row: 4, column: 'id', code: 'item-twice', value: 'MZ-001' }
      ]
    })
  })

  it('says of a list without items that there are none', () => {
    expect(itemsFromJson(file([])).errors).toMatchObject([{ code: 'no-items' }])
  })
})

describe('the preview', () => {
  const published = (item: ServiceItem): ItemShelf =>
    evolveItem(emptyShelf(item.id), {
      type: 'ItemPublished',
      v: 1,
      data: { itemId: item.id, version: 3, effectiveFrom: '2026-01-01', item: { ...item, version: 3 } }
    })
  const shelves = new Map([MZ, itemOf('HJ-001'), itemOf('BM-001')].map((item) => [item.id, published(item)]))
  const preview = (items: readonly ServiceItem[]) => previewImport(shelves, { items, errors: [] })

  it('tells new items from changed ones, field by field, and from those that are the same', () => {
    const materials = MZ.materials.map((m) => (m.id === 'm3' ? { ...m, copyCount: 2 } : m)).filter((m) => m.id !== 'm5')
    const changed = { ...MZ, promisedLimit: { value: 18, unit: 'WORKING_DAY' as const }, materials }
    expect(preview([changed, itemOf('HJ-001'), itemOf('YB-001')])).toEqual({
      added: [{ itemId: 'YB-001', name: itemOf('YB-001').name }],
      changed: [{ itemId: 'MZ-001', name: MZ.name, fields: ['promisedLimit', 'materials.m3', 'materials.m5'] }],
      unchanged: 1,
      errors: []
    })
  })

  it('does not look at version numbers, and sees another order', () => {
    expect(preview([{ ...MZ, version: 99 }])).toMatchObject({ changed: [], unchanged: 1 })
    expect(preview([{ ...MZ, materials: [...MZ.materials].reverse() }])).toMatchObject({
      changed: [{ fields: ['materials'] }]
    })
  })

  it('shows an item that was withdrawn as one that would come back', () => {
    const data = { itemId: MZ.id, effectiveTo: '2026-10-31', reason: '合并' }
    const gone = evolveItem(published(MZ), { type: 'ItemWithdrawn', v: 1, data })
    expect(previewImport(new Map([[MZ.id, gone]]), { items: [MZ], errors: [] })).toMatchObject({
      changed: [{ itemId: 'MZ-001', fields: ['withdrawn'] }]
    })
  })
})
