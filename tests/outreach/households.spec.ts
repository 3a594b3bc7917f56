import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '../../electron/catalogue/workbook.ts'
import { saveListTemplate } from '../../electron/outreach/templateFile.ts'
import { readHouseholds } from '../../shared/domain/outreach/households.ts'
import { listTemplate } from '../../shared/domain/outreach/listTemplate.ts'

const GRIDS = [
  { gridId: 'g1', code: '50010200101', name: '第一网格', siteName: '云栖社区' },
  { gridId: 'g2', code: '50010200201', name: '第一网格', siteName: '溪畔社区' },
  { gridId: 'g3', code: '50010200202', name: '河湾网格', siteName: '溪畔社区' }
]

const HEAD = ['户号/门牌', '户主', '网格']
const read = (...rows: (readonly string[])[]) => readHouseholds([{ name: '名单', rows: [HEAD, ...rows] }], GRIDS)

describe('a list of households', () => {
  it('is read with grids by number, by name, or by village and name, grid after grid', () => {
    const { households, errors } = read(
      ['3栋501', '赵小满', '河湾网格'],
      ['3栋502', '', '50010200101'],
      ['', '钱大有', '溪畔社区第一网格'],
      ['', '', ''],
      ['3栋503', '孙一', '云栖社区 第一网格']
    )
    expect(errors).toEqual([])
    expect(households.map(({ gridId, household }) => [gridId, household.door, household.head])).toEqual([
      ['g1', '3栋502', ''],
      ['g1', '3栋503', '孙一'],
      ['g2', '', '钱大有'],
      ['g3', '3栋501', '赵小满']
    ])
  })

  it('tells every mistake with its row, and with one of them holds nobody', () => {
    const { households, errors } = read(
      ['3栋501', '赵小满', '河湾网格'],
      ['', '', '河湾网格'],
      ['门'.repeat(41), '', '河湾网格'],
      ['3栋502', '<赵>', '河湾网格'],
      ['3栋503', '', ''],
      ['3栋504', '', '山顶网格'],
      ['3栋505', '', '第一网格'],
      ['3栋501', '赵小满', '河湾网格']
    )
    expect(households).toEqual([])
    expect(errors).toEqual([
      { row: 3, column: '门牌', code: 'household-empty', value: '' },
      { row: 4, column: '门牌', code: 'door-long', value: '' },
      { row: 5, column: '户主', code: 'head-wrong', value: '' },
      { row: 6, column: '网格', code: 'grid-missing', value: '' },
      { row: 7, column: '网格', code: 'grid-unknown', value: '山顶网格' },
      { row: 8, column: '网格', code: 'grid-ambiguous', value: '第一网格' },
      { row: 9, column: '门牌', code: 'household-twice', value: '2' }
    ])
  })

  it('needs the column of grids and one for the household', () => {
    const sheet = (header: string[]) =>
      readHouseholds([{ name: '名单', rows: [header, ['a', 'b', 'c']] }], GRIDS).errors
    expect(sheet(['门牌', '户主']).map(({ code, column }) => [code, column])).toEqual([['column-missing', '网格']])
    expect(sheet(['网格', '备注']).map(({ code, column }) => [code, column])).toEqual([['column-missing', '门牌']])
    expect(sheet(['网格', '门牌', '门牌号']).map(({ code }) => code)).toEqual(['column-twice'])
    expect(readHouseholds([], GRIDS).errors.map(({ code }) => code)).toEqual(['file-shape'])
    expect(read().errors.map(({ code }) => code)).toEqual(['no-households'])
  })

  it('never takes what a formula happens to show', () => {
    const rows = [HEAD, [{ problem: 'cell-formula', text: '=A1' } as const, '赵小满', '河湾网格']]
    expect(readHouseholds([{ name: '名单', rows }], GRIDS).errors).toEqual([
      { row: 2, column: '门牌', code: 'cell-formula', value: '' }
    ])
  })

  it('comes out of a workbook as it went in, whatever its sheet is called', async () => {
    const column = { width: 20, numeric: false }
    const bytes = await writeWorkbook([
      {
        name: '任意名字',
        columns: HEAD.map((header) => ({ ...column, header })),
        rows: [['0501', '𠮷小满', '河湾网格']]
      } as Parameters<typeof writeWorkbook>[0][number]
    ])
    const { households } = readHouseholds(await readWorkbook(bytes, null), GRIDS)
    expect(households).toEqual([{ gridId: 'g3', household: { door: '0501', head: '𠮷小满' } }])
  })
})

describe('an empty list to be filled in', () => {
  const template = async () => readWorkbook(await writeWorkbook([listTemplate()]), null)

  it('has the headings that are read, and an example that prints no card before it is replaced', async () => {
    const sheets = await template()
    expect(readHouseholds(sheets, GRIDS)).toEqual({
      households: [],
      errors: [{ row: 2, column: '网格', code: 'grid-unknown', value: '示例网格' }]
    })
    const [head = [], ...rest] = sheets[0]?.rows ?? []
    const filled = [{ name: '住户名单', rows: [head, ...rest.map((row) => ['河湾网格', ...row.slice(1)])] }]
    expect(readHouseholds(filled, GRIDS)).toEqual({
      households: [{ gridId: 'g3', household: { door: '示例路1号3栋501', head: '张示例' } }],
      errors: []
    })
  })

  it('is saved under a new name every time: one that is there may have been filled in', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-list-'))
    const papers = path.join(folder, 'papers')
    const names: string[] = []
    for (let i = 0; i < 2; i++) {
      const saved = await saveListTemplate(papers, { write: writeWorkbook })
      if (saved.ok) names.push(path.basename(saved.value.path))
      writeFileSync(path.join(papers, names.at(-1) ?? ''), 'filled in')
    }
    const kept = readdirSync(papers).map((name) => readFileSync(path.join(papers, name), 'utf8'))
    rmSync(folder, { recursive: true })
    expect([names, kept]).toEqual([
      ['住户名单模板.xlsx', '住户名单模板-2.xlsx'],
      ['filled in', 'filled in']
    ])
  })

  it('is refused where it cannot be made or saved', async () => {
    const broken = { write: () => Promise.reject(new Error('no thread')) }
    expect(await saveListTemplate(tmpdir(), broken)).toMatchObject({ refusal: { code: 'exchange-failed' } })
    const nowhere = path.join(import.meta.filename, 'inside-a-file')
    expect(await saveListTemplate(nowhere, { write: writeWorkbook })).toMatchObject({
      refusal: { code: 'export-not-saved' }
    })
  })
})
