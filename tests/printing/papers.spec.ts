import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createPdfService, type PdfService } from '../../electron/printing/pdfService.ts'
import type { PaperData } from '../../shared/documents/papers.ts'
import { acceptance, CASE_NO, materials, notice, ticket, withName } from '../documents/samples.ts'
import { type BuiltWorker, buildWorker, RARE_FONT } from './pdfWorker.ts'

/** What comes out is judged by the tools of others: pdftotext, pdfinfo, pdftoppm and zbarimg. */

vi.setConfig({ testTimeout: 60_000 })

let built: BuiltWorker
let pdf: PdfService
let folder: string

beforeAll(async () => {
  built = await buildWorker()
  pdf = createPdfService({ ...built, extraFontFiles: RARE_FONT ? [RARE_FONT] : [] })
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-paper-'))
}, 60_000)

afterAll(async () => {
  await pdf.close()
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

let count = 0

async function file(paper: PaperData, reprint = 0): Promise<string> {
  const result = await pdf.render(paper, { reprint })
  if (!result.ok) throw new Error(`${result.failure} ${result.detail}`)
  count += 1
  const name = path.join(folder, `${count}.pdf`)
  writeFileSync(name, result.document)
  return name
}

/** Text of a page or of all in the order of its making (a cell is not torn apart), without spaces and line ends. */
const textOf = (name: string, page?: number): string =>
  execFileSync('pdftotext', [...(page ? ['-f', String(page), '-l', String(page)] : []), '-raw', name, '-'])
    .toString()
    .replace(/\s+/gu, '')

const info = (name: string): string => execFileSync('pdfinfo', [name]).toString()
const pagesOf = (name: string): number => Number(/^Pages:\s+(\d+)/m.exec(info(name))?.[1])
const sizeOf = (name: string): readonly number[] =>
  (/^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info(name)) ?? [])
    .slice(1)
    .map((points) => Math.round((Number(points) / 72) * 254) / 10)

/** `QR-Code:…` and `CODE-128:…`, as a scanner at 200 dpi reads the first page. */
function codesOn(name: string): readonly string[] {
  const image = name.replace('.pdf', '')
  execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', '-singlefile', name, image])
  return execFileSync('zbarimg', ['-q', `${image}.png`], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim()
    .split('\n')
    .sort()
}

const has = (text: string, ...parts: readonly string[]): void => {
  for (const part of parts) expect(text).toContain(part.replace(/\s+/gu, ''))
}

describe('排队号', () => {
  test('carries number, group, people ahead, wait, counters and time, and how to mind it', async () => {
    const text = textOf(await file(ticket))
    has(text, '云溪街道便民服务中心', 'A007', '民政', '前方等候3人', '约10–25分钟', '1、9号', '2026年11月23日09:05')
    has(text, '叫号三次', '当日有效', ticket.hall.enquiryPhone, ticket.hall.supervisionPhone)
  })

  test('is as wide as the roll and as long as it needs, and the code holds the ticket and nothing else', async () => {
    const name = await file(ticket)
    expect(pagesOf(name)).toBe(1)
    expect(sizeOf(name)[0]).toBe(80)
    expect(sizeOf(name)[1]).toBeGreaterThan(150)
    expect(
      sizeOf(await file({ ...ticket, hall: { ...ticket.hall, address: '很长的地址'.repeat(30) } }))[1]
    ).toBeGreaterThan((sizeOf(name)[1] ?? 0) + 10)
    expect(codesOn(name)).toEqual([`QR-Code:${ticket.ticketId}`])
  })

  test('a long number stays on one line', async () => {
    has(textOf(await file({ ...ticket, no: 'AB12345' })), 'AB12345')
  })
})

describe('受理通知书', () => {
  test('carries what the law and custom ask for', async () => {
    const text = textOf(await file(acceptance))
    has(text, '云溪街道办事处', '受理通知书', '云溪街办受〔2026〕010007号', '张小满：', '决定予以受理')
    has(text, '《中华人民共和国行政许可法》第三十二条第一款第五项、第二款', '《中华人民共和国行政许可法》第四十五条')
    has(text, '受理日期', '2026年11月23日', '承诺办结日期', '2026年12月21日', '20个工作日')
    has(text, '法定办结日期【暂定】', '2027年1月5日', '30个工作日')
    has(text, acceptance.itemName, acceptance.itemCode, acceptance.caseTypeLabel, CASE_NO, acceptance.handlingOffice)
    has(text, acceptance.applicant.idKindLabel, acceptance.applicant.idNumberMasked, '138****0000', '代理人无')
    has(text, '收费不收费', '经办人李明（1号窗口）', ...acceptance.legalBasis, acceptance.resultName)
    has(text, '收到的申请材料（共6种）', ...acceptance.materials.map((m) => m.name))
    has(text, '申请人声明', '真实性负责', '签名', '（盖章）', '咨询023-00001000', '监督023-00001001', '第1页', '演示')
  })

  test('is A4; a scanner reads the case number from both codes, and nothing but it', async () => {
    const name = await file({ ...acceptance, materials: materials(3) })
    expect(sizeOf(name)).toEqual([210, 297])
    expect(codesOn(name)).toEqual([`CODE-128:${CASE_NO}`, `QR-Code:${CASE_NO}`])
  })

  test('an ordinary case fits on one sheet', async () => {
    const statutoryDue = { date: '2026-12-30', provisional: false }
    expect(pagesOf(await file({ ...acceptance, statutoryDue, materials: materials(6) }))).toBe(1)
  })

  test.each([1, 7, 12, 14, 18, 30, 60])(
    '%d materials: every one is there, heads repeat, the seal never stands alone',
    async (n) => {
      const name = await file({ ...acceptance, materials: materials(n) })
      const pages = pagesOf(name)
      const all = textOf(name)
      has(all, ...materials(n).map((m) => m.name))
      for (let page = 1; page <= pages; page++) {
        const text = textOf(name, page)
        has(text, '云溪街办受〔2026〕010007号', `第${page}页共${pages}页`)
        const listed = /\D(\d+)(居民身份证|申请家庭居民户口簿|诚信)/.test(text)
        if (listed) has(text, '材料名称')
        if (text.includes('（盖章）')) has(text, '申请人声明', '逾期没有办结的', '2026年11月23日')
      }
      expect(all.split('（盖章）')).toHaveLength(2)
    }
  )

  test('a limit the law does not set is not made up', async () => {
    const text = textOf(await file({ ...acceptance, statutoryDue: null, statutoryLimitText: null }))
    has(text, '法定办结日期', '未设定')
    expect(text).not.toContain('30个工作日')
  })
})

describe('一次性告知书', () => {
  test('carries everything that is missing, why, what to do, and what is in order already', async () => {
    const text = textOf(await file(notice), 1)
    has(
      text,
      '云溪街道办事处',
      '一次性告知书',
      '云溪街办告〔2026〕010012号',
      '张小满：',
      '一次告知',
      CASE_NO,
      notice.itemCode
    )
    has(
      text,
      '《中华人民共和国行政许可法》第三十二条第一款第四项',
      '需要补正的材料（共4项）',
      '已经符合要求、不必再交的材料（共3项）'
    )
    has(
      text,
      '序号',
      '材料名称',
      '存在问题',
      '如何补正',
      '缺少',
      '不符合要求：',
      '应交原件1份、复印件1份',
      '更正后交原件1份'
    )
    has(text, ...notice.inOrder.map((m) => m.name), '凭本告知书到1号窗口提交')
    has(text, '2026年12月23日（含当日）', '视为放弃本次申请', '承诺20个工作日，法定30个工作日')
    has(
      text,
      '收件人签名',
      '送达时间',
      '（盖章）',
      '2026年11月23日',
      '经办人：李明（1号窗口）',
      notice.hall.supervisionPhone
    )
  })

  test('two copies with the same words: the counterfoil and the applicant’s, each counted for itself', async () => {
    const name = await file({ ...notice, gaps: materials(30, 'notMeeting') }, 1)
    const pages = pagesOf(name)
    const each = pages / 2
    expect(each).toBeGreaterThan(1)
    for (let page = 1; page <= each; page++) {
      const first = textOf(name, page)
      has(first, '第一联窗口存根', '补打第1次', `第${page}页共${each}页`)
      expect(textOf(name, page + each)).toBe(first.replace('第一联窗口存根', '第二联交申请人'))
    }
  })

  test('four gaps fit on one sheet a copy', async () => {
    expect(pagesOf(await file(notice))).toBe(2)
  })

  test.each([1, 10, 15, 30])('%d gaps: every one with its reason, and no heading left alone', async (n) => {
    const name = await file({ ...notice, gaps: materials(n, 'notMeeting'), inOrder: materials(30) })
    const first = Array.from({ length: pagesOf(name) / 2 }, (_, i) => textOf(name, i + 1))
    expect(first.join('').split('不符合要求：')).toHaveLength(n + 1)
    for (const text of first) {
      const end = text.slice(0, text.lastIndexOf('办件编号'))
      expect(end).not.toMatch(/(（共\d+项）|须知)$/)
    }
  })

  test('a reason of a thousand characters is printed to its last', async () => {
    const reason = Array.from({ length: 250 }, (_, i) => `第${i}处`).join('，')
    const name = await file({ ...notice, gaps: materials(2, 'notMeeting').map((gap) => ({ ...gap, reason })) })
    const text = textOf(name)
    for (const i of [0, 100, 249]) expect(text.split(`第${i}处`).length - 1, `第${i}处`).toBeGreaterThanOrEqual(4)
    has(text, '补正须知', '（盖章）')
  })

  test('a scanner reads the case number from both codes', async () => {
    expect(codesOn(await file(notice))).toEqual([`CODE-128:${CASE_NO}`, `QR-Code:${CASE_NO}`])
  })
})

describe('names', () => {
  const extF = '𠮷田䶮𬭎'
  const long = '阿卜杜拉·买买提江·库尔班·阿布都热依木·吐尔逊江'

  test.each(['丁', '龘', '㛃', '買買提', long])('%s comes out whole on every paper', async (name) => {
    for (const paper of [withName(acceptance, name), withName(notice, name)])
      has(textOf(await file(paper)), `${name}：`)
  })

  test('a name beyond the BMP comes out whole with the font for rare characters', async () => {
    expect(RARE_FONT, 'the build fetches HanaMinB.ttf').toBeDefined()
    for (const paper of [withName(acceptance, extF), withName(notice, extF)])
      has(textOf(await file(paper)), `${extF}：`)
  })

  test('a parked private-use code point of GBK is printed as the character it stands for', async () => {
    has(textOf(await file(withName(acceptance, '王\ue863'))), '王䶮：')
  })

  test.each(['\u{2ebf0}', '\u{31350}', '\ue001'])('%s, which no font has, stops the paper by name', async (char) => {
    const result = await pdf.render(withName(acceptance, `张${char}`), { reprint: 0 })
    expect(result).toMatchObject({ ok: false, failure: 'missing-glyph', characters: [char] })
  })

  test('without the font for rare characters such a name is refused, never printed with a hole', async () => {
    const poor = createPdfService({ ...built, extraFontFiles: [] })
    const result = await poor.render(withName(acceptance, extF), { reprint: 0 })
    await poor.close()
    expect(result).toMatchObject({ ok: false, failure: 'missing-glyph', characters: ['𠮷'] })
  })

  test('a word longer than its cell is broken, not cut off', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'
    const text = textOf(await file(withName(acceptance, name)))
    has(text, `${name}：`)
  })

  test('what is written inside a file is that file’s own: a look-alike of an earlier paper does not leak into it', async () => {
    await file(withName(acceptance, '\u2f00\u2f2f'))
    has(textOf(await file(withName(acceptance, '一工'))), '一工：')
  })
})

describe('files', () => {
  test('the same paper gives the same bytes, today and years later', async () => {
    const once = await pdf.render(notice, { reprint: 0 })
    const again = await pdf.render(notice, { reprint: 0 })
    if (!once.ok || !again.ok) throw new Error('not rendered')
    expect(Buffer.from(again.document).equals(Buffer.from(once.document))).toBe(true)
  })

  test('say in their properties which paper they are, and nobody’s name', async () => {
    const properties = info(await file(withName(acceptance, '欧阳娜娜')))
    expect(properties).toContain('云溪街办受〔2026〕010007号')
    expect(properties).not.toContain('欧阳')
  })

  test('carry their fonts', async () => {
    const fonts = execFileSync('pdffonts', [await file(notice)]).toString()
    const lines = fonts.trim().split('\n').slice(2)
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(line).toMatch(/\syes\s+yes\s+yes\s/)
  })
})
