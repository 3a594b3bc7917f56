import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Excel, excelInThread } from '../../electron/catalogue/excel.ts'
import { readWorkbook, writeWorkbook } from '../../electron/catalogue/workbook.ts'
import { unpackedSize } from '../../electron/catalogue/zipSize.ts'
import { SHEETS } from '../../shared/domain/catalogue/exchangeColumns.ts'
import { itemsFromSheets } from '../../shared/domain/catalogue/exchangeRead.ts'
import { sheetsOfItems } from '../../shared/domain/catalogue/exchangeSheets.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { anyItem } from '../domain/catalogue/itemArbitrary.ts'
import { itemOf } from '../support/builders.ts'
import { buildExcelWorker } from './excelWorker.ts'

let built: Awaited<ReturnType<typeof buildExcelWorker>>
let excel: Excel
beforeAll(async () => {
  built = await buildExcelWorker()
  excel = excelInThread(built.workerFile)
}, 120_000)
afterAll(() => built.remove())

const NAMES = Object.values(SHEETS)
const sheetsOf = async (bytes: Uint8Array) => (await excel.read(bytes)) ?? []

/** As a table program would open and save it. */
async function edited(bytes: Uint8Array, edit: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  edit(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The cell under a heading; rows count from 1. */
function cellOf(book: exceljs.Workbook, name: string, row: number, header: string): exceljs.Cell {
  const sheet = book.getWorksheet(name)
  const headers = (sheet?.getRow(1).values ?? []) as readonly unknown[]
  const at = headers.indexOf(header)
  if (!sheet || at < 1) throw new Error(`no column ${header} in ${name}`)
  return sheet.getCell(row, at)
}

describe('a real workbook', () => {
  it('made and read in the thread gives the 89 sample items back as they were', async () => {
    const { items } = shippedItems()
    const bytes = await excel.write(sheetsOfItems(items))
    expect(itemsFromSheets(await sheetsOf(bytes))).toEqual({ items, errors: [] })
  })

  it('gives any items back, whatever signs their texts hold', async () => {
    const anyItems = fc.uniqueArray(anyItem, { minLength: 1, maxLength: 2, selector: (item) => item.id })
    await fc.assert(
      fc.asyncProperty(anyItems, async (items) => {
        const read = await readWorkbook(await writeWorkbook(sheetsOfItems(items)), NAMES)
        expect(itemsFromSheets(read)).toEqual({ items, errors: [] })
      }),
      { numRuns: 25 }
    )
  })

  it('has frozen headings, codes as texts, counts as numbers, and no text that begins like a formula', async () => {
    const risky = { ...itemOf('MZ-001'), note: '=HYPERLINK("http://example.test")', basicCode: '000590001000' }
    await edited(await excel.write(sheetsOfItems([risky])), (book) => {
      expect(book.worksheets.map((sheet) => sheet.name)).toEqual(NAMES)
      for (const sheet of book.worksheets) {
        expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
        expect(sheet.columns.every(({ width }) => (width ?? 0) >= 8)).toBe(true)
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.text).not.toMatch(/^[=+\-@]/)))
      }
      expect(cellOf(book, '事项', 2, '基本编码')).toMatchObject({ value: '000590001000', numFmt: '@' })
      expect(cellOf(book, '事项', 2, '备注').value).toBe(`'${risky.note}`)
      expect(cellOf(book, '材料', 2, '原件份数').value).toBe(1)
    })
  })
})

describe('a workbook that somebody has worked on', () => {
  const item = itemOf('MZ-001')
  const reworked = async (edit: (book: exceljs.Workbook) => void) =>
    itemsFromSheets(await sheetsOf(await edited(await excel.write(sheetsOfItems([item])), edit)))

  it('may have numbers for codes, formatted texts, links, other sheets and empty rows', async () => {
    const read = await reworked((book) => {
      cellOf(book, '事项', 2, '事项类型代码').value = 5
      cellOf(book, '事项', 2, '基本编码').value = Number(item.basicCode)
      cellOf(book, '事项', 2, '实施机构').value = { richText: [{ text: '社会事务' }, { text: '办公室' }] }
      cellOf(book, '事项', 2, '类别').value = { text: '民政', hyperlink: 'http://example.test' }
      book.addWorksheet('说明').addRow(['随便写'])
      book.getWorksheet('材料')?.getRow(40).getCell(3).style
    })
    expect(read).toEqual({ items: [item], errors: [] })
  })

  it('is not imported with a formula, an error, or a number that has lost digits in it', async () => {
    const read = await reworked((book) => {
      cellOf(book, '事项', 2, '备注').value = { formula: 'CONCATENATE("a","b")', result: 'ab' }
      cellOf(book, '事项', 2, '实施编码').value = 11500102e25
      cellOf(book, '材料', 3, '填报须知').value = { error: '#REF!' }
    })
    expect(read.items).toEqual([])
    expect(read.errors.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      ['事项', 2, '实施编码', 'cell-error'],
      ['事项', 2, '备注', 'cell-formula'],
      ['材料', 3, '填报须知', 'cell-error']
    ])
  })

  it('tells the rows of its mistakes as the table program counts them', async () => {
    const read = await reworked((book) => {
      book.getWorksheet('材料')?.insertRow(3, [])
      cellOf(book, '材料', 5, '来源渠道').value = '别处'
    })
    expect(read.errors).toEqual([{ sheet: '材料', row: 5, column: '来源渠道', code: 'cell-choice', value: '别处' }])
  })
})

describe('what is no workbook', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('事项编号,事项名称\nMZ-001,低保\n')],
    ['the beginning of an archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])]
  ])('%s is unreadable, and the thread says so', async (_, bytes) => {
    expect(await excel.read(bytes)).toBeNull()
  })

  it('an archive of something else is unreadable or holds none of the sheets', async () => {
    const other = new exceljs.Workbook()
    other.addWorksheet('Sheet1').addRow(['x'])
    const read = await excel.read(new Uint8Array(await other.xlsx.writeBuffer()))
    expect(itemsFromSheets(read ?? [])).toMatchObject({ items: [], errors: [{ code: 'sheet-missing' }, {}] })
  })

  it('an archive whose directory promises more than a hundred megabytes is not unpacked', async () => {
    const bytes = await excel.write(sheetsOfItems([itemOf('MZ-001')]))
    const honest = unpackedSize(bytes)
    expect(honest).toBeGreaterThan(bytes.length)
    const view = new DataView(bytes.buffer)
    const at = Array.from(bytes.keys()).findLast((n) => n + 4 <= bytes.length && view.getUint32(n, true) === 0x02014b50)
    view.setUint32((at ?? 0) + 24, 200 * 1024 * 1024, true)
    expect(unpackedSize(bytes)).toBeGreaterThan(200 * 1024 * 1024)
    expect(await excel.read(bytes)).toBeNull()
  })
})

describe('the thread', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-excel-thread-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const threadThat = (name: string, body: string): Excel => {
    const file = path.join(folder, `${name}.cjs`)
    writeFileSync(file, body)
    return excelInThread(file, 300)
  }

  it.each([
    ['dies', "throw new Error('x')"],
    ['ends without an answer', ''],
    ['hangs', 'setInterval(() => undefined, 1000)'],
    ['writes nothing', "require('node:worker_threads').parentPort.postMessage({ ok: false })"]
  ])('that %s fails the one request, and nothing else', async (name, body) => {
    await expect(threadThat(name.replaceAll(' ', '-'), body).write([])).rejects.toThrow(/Excel thread|x/)
    expect((await excel.write(sheetsOfItems([itemOf('BM-001')]))).length).toBeGreaterThan(1000)
  })
})
