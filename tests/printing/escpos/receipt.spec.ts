import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutCommands } from '../../../electron/printing/escpos/commands.ts'
import { encodeReceipt } from '../../../electron/printing/escpos/encode.ts'
import type { ReceiptForm } from '../../../electron/printing/pdfProtocol.ts'
import { createPdfService, type PdfService } from '../../../electron/printing/pdfService.ts'
import { TEST_CHARACTERS } from '../../../shared/documents/layout/testPage.ts'
import type { PaperData, TicketPaper } from '../../../shared/documents/papers.ts'
import { ROLLS } from '../../../shared/documents/receipt/rolls.ts'
import { acceptance, hall, ticket } from '../../documents/samples.ts'
import { type BuiltWorker, buildWorker, RARE_FONT } from '../pdfWorker.ts'
import { type Bitmap, bitmapOf, inkOf, overlap, pageBitmap } from './bitmaps.ts'
import { decode, type PrintedReceipt } from './decoder.ts'

/** Through the bundled worker, as users get it; judged by the decoder, which knows nothing of the encoder. */

let built: BuiltWorker
let service: PdfService
let folder: string

beforeAll(async () => {
  built = await buildWorker()
  service = createPdfService({ ...built, extraFontFiles: RARE_FONT ? [RARE_FONT] : [] })
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-receipt-'))
}, 60_000)

afterAll(async () => {
  await service.close()
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

const rollOf = (form: ReceiptForm) => ROLLS[form === 'escpos80' ? 80 : 58]

async function bytesOf(paper: PaperData, form: ReceiptForm, reprint = 0): Promise<Uint8Array> {
  const result = await service.render(paper, { reprint, as: form })
  if (!result.ok) throw new Error(`${result.failure} ${result.detail}`)
  return result.document
}

const printed = async (paper: PaperData, form: ReceiptForm, reprint = 0): Promise<PrintedReceipt> =>
  decode(await bytesOf(paper, form, reprint), rollOf(form))

/** What stands there, without the spaces and line ends that hold it in place. */
const textOf = ({ lines }: PrintedReceipt): string =>
  lines
    .map((line) => line.text)
    .join('')
    .replace(/\s+/gu, '')

const forms: readonly ReceiptForm[] = ['escpos80', 'escpos58']

describe.each(forms)('排队号 on a receipt printer, %s', (form) => {
  const { columns } = rollOf(form)

  test('carries all that the ticket of the PDF carries, in its order', async () => {
    const receipt = await printed(ticket, form)
    const parts = [
      ...['云溪街道便民服务中心', '演示·不作办事凭证', '您的排队号', 'A007', '民政', '前方等候3人'],
      ...['预计等待约10–25分钟', '办理窗口1、9号', '取号时间2026年11月23日09:05', '请在大厅等候，留意叫号屏和语音。'],
      ...['叫号三次仍未到窗口的，按过号处理，请到窗口说明。', '本号当日有效；临近下班时，当天不一定能够办结。'],
      ...['地址：云溪路1号一楼大厅', '时间：工作日9:00–17:30', '咨询：023-00001000', '监督：023-00001001']
    ]
    let from = 0
    for (const part of parts) {
      const at = textOf(receipt).indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(from)
      from = at + part.length
    }
    expect(textOf(receipt)).not.toContain('补打')
    expect(receipt.pictures).toEqual([])
  })

  test('the number is four times the size, the hall and the group twice, in the middle', async () => {
    const { lines } = await printed(ticket, form)
    const sizeOf = (text: string) =>
      lines.filter((line) => line.text.includes(text)).map(({ size, align }) => [size, align])
    expect(sizeOf('A007')).toEqual([[4, 'center']])
    expect(sizeOf('民政')).toEqual([[2, 'center']])
    expect(lines[0]).toMatchObject({ size: 2, align: 'center' })
  })

  test('the code holds the id of the ticket and nothing else: model 2, level M, in the middle', async () => {
    const { qrs } = await printed(ticket, form)
    expect(qrs).toEqual([
      { data: ticket.ticketId, model: 50, level: 49, module: form === 'escpos80' ? 8 : 6, align: 'center' }
    ])
  })

  test('is cut off once, at its end', async () => {
    expect((await printed(ticket, form)).cuts).toBe(1)
  })

  test('facts stand at both ends of the line', async () => {
    const { lines } = await printed(ticket, form)
    const wait = lines.find((line) => line.text.startsWith('预计等待'))
    expect(wait?.columns).toBe(columns)
    expect(wait?.text.endsWith('约 10–25 分钟')).toBe(true)
  })

  test('a reprint says so with its count; a real hall has no 演示', async () => {
    const receipt = await printed({ ...ticket, hall: { ...hall, demo: false } }, form, 3)
    expect(textOf(receipt)).toContain('补打第3次')
    expect(textOf(receipt)).not.toContain('演示')
  })

  test('where the wait cannot be told, that is what it says; without counters there is no empty line for them', async () => {
    const text = textOf(await printed({ ...ticket, estimate: null, counters: [] }, form))
    expect(text).toContain('预计等待以现场叫号为准')
    expect(text).not.toContain('办理窗口')
    expect(textOf(await printed({ ...ticket, estimate: { low: 5, high: 5 } }, form))).toContain('约5分钟')
  })

  test('long names and many counters take more lines and lose nothing', async () => {
    const long: TicketPaper = {
      ...ticket,
      no: 'ABC1234567890',
      groupName: '城乡居民最低生活保障和特困人员供养',
      counters: Array.from({ length: 25 }, (_, i) => i + 1),
      hall: { ...hall, name: '云溪自治县云溪民族乡人民政府便民服务中心（新址）', address: '云溪路 1 号，'.repeat(20) }
    }
    const receipt = await printed(long, form)
    for (const part of [long.no, long.groupName, long.hall.name, long.counters.join('、'), '云溪路1号，'.repeat(20)])
      expect(textOf(receipt)).toContain(part)
  })

  test('a name with line breaks, tabs or commands in it stays a name', async () => {
    const receipt = await printed({ ...ticket, groupName: '民\n政\t一' }, form)
    expect(receipt.lines.map((line) => line.text)).toContain('民 政 一')
    const result = await service.render({ ...ticket, groupName: '民\x1b政' }, { reprint: 0, as: form })
    expect(result).toMatchObject({ ok: false, failure: 'missing-glyph', characters: ['\x1b'] })
  })

  test('the same paper gives the same bytes', async () => {
    expect(await bytesOf(ticket, form, 2)).toEqual(await bytesOf(ticket, form, 2))
  })

  test('打印测试页: what the printer has itself, what is drawn, the width, the code, the cut', async () => {
    const testPage = {
      kind: 'testPage',
      hall,
      use: 'ticket',
      printerName: '取号机',
      issuedAt: ticket.issuedAt,
      testId: ticket.ticketId
    } as const
    const receipt = await printed(testPage, form, 1)
    const text = textOf(receipt)
    for (const part of ['打印测试页', '演示', '补打第1次', '打印机：取号机', '1234567890'.repeat(3), 'A001'])
      expect(text).toContain(part)
    expect(receipt.lines.some((line) => line.columns === columns && line.text.startsWith('1234567890'))).toBe(true)
    expect(receipt.pictures.length).toBeGreaterThan(0)
    expect(receipt.pictures.length).toBeLessThan(TEST_CHARACTERS.length)
    expect(receipt.qrs).toHaveLength(1)
    expect(receipt.cuts).toBe(1)
  })

  test('a paper that is no receipt is refused, and so is a test page for sheets', async () => {
    const refused = { ok: false, failure: 'layout', detail: 'no-receipt-form' }
    expect(await service.render(acceptance, { reprint: 0, as: form })).toEqual(refused)
    const sheet = {
      kind: 'testPage',
      hall,
      use: 'paper',
      printerName: '',
      issuedAt: ticket.issuedAt,
      testId: 'x'
    } as const
    expect(await service.render(sheet, { reprint: 0, as: form })).toEqual(refused)
  })

  test('a template that does not exist is refused', async () => {
    expect(await service.render(ticket, { reprint: 0, template: 99, as: form })).toMatchObject({
      ok: false,
      failure: 'layout'
    })
  })
})

describe('rare characters', () => {
  const withGroup = (groupName: string): TicketPaper => ({ ...ticket, groupName })

  test.each(['𠮷田', '㛃', '䶮', '\u{e863}'])('a line with %s is drawn, all others are text', async (groupName) => {
    for (const form of forms) {
      const plain = await printed(ticket, form)
      const receipt = await printed(withGroup(groupName), form)
      expect(receipt.pictures).toHaveLength(1)
      expect(receipt.order.indexOf('PICTURE')).toBe(plain.order.indexOf('民政'))
      expect(receipt.lines).toHaveLength(plain.lines.length - 1)
    }
  })

  test('the old private-use code of 䶮 is drawn as 䶮', async () => {
    expect(await bytesOf(withGroup('\u{e863}'), 'escpos80')).toEqual(await bytesOf(withGroup('䶮'), 'escpos80'))
  })

  test('a character that no font has stops the ticket and is named, once', async () => {
    const paper = { ...ticket, groupName: '民\u{323b0}政', hall: { ...hall, address: '\u{323b0}\u{f0000}路' } }
    for (const as of forms) {
      expect(await service.render(paper, { reprint: 0, as })).toEqual({
        ok: false,
        failure: 'missing-glyph',
        characters: ['\u{323b0}', '\u{f0000}'],
        detail: 'U+323B0 U+F0000'
      })
    }
  })

  /** 16 points of the PDF's group name are 48 dots, twice the size of a receipt's line. */
  const DPI = (48 / 16) * 72

  async function fromPdf(groupName: string): Promise<Bitmap> {
    const result = await service.render(withGroup(groupName), { reprint: 0 })
    if (!result.ok) throw new Error(result.failure)
    const file = path.join(folder, 'ticket.pdf')
    writeFileSync(file, result.document)
    const words = execFileSync('pdftotext', ['-bbox', file, '-']).toString()
    const box = new RegExp(
      `xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${groupName}<`,
      'u'
    ).exec(words)
    if (!box) throw new Error('not on the page')
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-singlefile', file, path.join(folder, 'page')])
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box.slice(1).map((points) => (Number(points) / 72) * DPI)
    return pageBitmap(readFileSync(path.join(folder, 'page.pgm')), { x0, y0, x1, y1 })
  }

  test.each(['𠮷', '㛃', '䶮', '𬭎', '㛃𠮷𫖯'])(
    '%s has the shape that poppler draws from the PDF',
    async (groupName) => {
      const expected = inkOf(await fromPdf(groupName))
      for (const form of forms) {
        const receipt = await printed(withGroup(groupName), form)
        const [picture] = receipt.pictures
        if (!picture) throw new Error('nothing drawn')
        const ink = inkOf(bitmapOf(picture))
        expect(Math.abs(ink.width - expected.width)).toBeLessThanOrEqual(2)
        expect(Math.abs(ink.height - expected.height)).toBeLessThanOrEqual(2)
        expect(overlap(ink, expected)).toBeGreaterThan(0.75)
        const middle = (ink.left + ink.left + ink.width) / 2
        expect(Math.abs(middle - rollOf(form).dots / 2)).toBeLessThanOrEqual(4)
      }
    }
  )

  test('another character has another shape', async () => {
    const receipt = await printed(withGroup('㛃'), 'escpos80')
    const [picture] = receipt.pictures
    if (!picture) throw new Error('nothing drawn')
    expect(overlap(inkOf(bitmapOf(picture)), inkOf(await fromPdf('䶮')))).toBeLessThan(0.6)
  })

  test('what is drawn stands in the columns that text would stand in', async () => {
    const paper = { ...ticket, hall: { ...hall, address: '𠮷 1 号' } }
    const [picture] = (await printed(paper, 'escpos80')).pictures
    if (!picture) throw new Error('nothing drawn')
    const bitmap = bitmapOf(picture)
    const cell = (column: number, columns: number): number => {
      let ink = 0
      for (let y = 0; y < bitmap.height; y++)
        for (let x = column * 12; x < (column + columns) * 12; x++) ink += bitmap.bits[y * bitmap.width + x] ?? 0
      return ink
    }
    // 地址：𠮷 1 号
    for (const [column, columns] of [
      [0, 2],
      [2, 2],
      [4, 2],
      [6, 2],
      [9, 1],
      [11, 2]
    ] as const)
      expect(cell(column, columns), `column ${column}`).toBeGreaterThan(5)
    for (const [column, columns] of [
      [8, 1],
      [10, 1],
      [13, 35]
    ] as const)
      expect(cell(column, columns)).toBe(0)
  })
})

describe('the bytes', () => {
  test('of a picture never make a printer do something at once; nothing but single dots changes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    const risky = fc
      .array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0), { maxLength: 200 })
      .map((b) => Uint8Array.from(b))
    fc.assert(
      fc.property(fc.oneof(bytes, risky), (picture) => {
        const safe = withoutCommands(picture)
        const atOnce = safe.findIndex((byte, i) => byte === 0x10 && [0x04, 0x05, 0x14].includes(safe[i + 1] ?? 0))
        expect(atOnce).toBe(-1)
        safe.forEach((byte, i) => {
          if (byte !== picture[i]) expect([picture[i], byte]).toEqual([0x10, 0x18])
        })
      })
    )
  })

  test('a QR code of anything but printable ASCII is refused', () => {
    const draw = () => {
      throw new Error('nothing to draw')
    }
    for (const data of ['', '号', 'a\n'])
      expect(() => encodeReceipt([{ kind: 'qr', data }], ROLLS[80], draw)).toThrow(RangeError)
  })
})
