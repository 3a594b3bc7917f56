import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPdfService, type PdfService } from '../../../electron/printing/pdfService.ts'
import { handNoteText } from '../../../shared/documents/handNote.ts'
import type { PaperData } from '../../../shared/documents/papers.ts'
import { ROLLS } from '../../../shared/documents/receipt/rolls.ts'
import type { MadeGlyphs } from '../../../shared/domain/printing/glyphs.ts'
import { acceptance, materials, notice, ticket, withName } from '../../documents/samples.ts'
import { type Bitmap, bitmapOf, inkOf, overlap, pageBitmap } from '../escpos/bitmaps.ts'
import { decode } from '../escpos/decoder.ts'
import { type BuiltWorker, buildWorker, RARE_FONT } from '../pdfWorker.ts'
import { INVENTED, pictureOf } from './pictures.ts'

/** Through the bundled worker, as users get it; judged by pdftotext, pdftoppm and the decoder of receipts. */

const CHAR = '\u{2ebf0}'
const CODE = 0x2ebf0
const picture: MadeGlyphs = { pictures: [{ codePoint: CODE, bitmap: INVENTED }], byHand: [] }
const hand: MadeGlyphs = { pictures: [], byHand: [CODE] }

let built: BuiltWorker
let service: PdfService
let folder: string
let count = 0

beforeAll(async () => {
  built = await buildWorker()
  service = createPdfService({ ...built, extraFontFiles: RARE_FONT ? [RARE_FONT] : [] })
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-glyphs-'))
}, 60_000)

afterAll(async () => {
  await service.close()
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function file(paper: PaperData, glyphs: MadeGlyphs | null): Promise<string> {
  const result = await service.render(paper, { reprint: 0, glyphs })
  if (!result.ok) throw new Error(`${result.failure} ${result.detail}`)
  count += 1
  const name = path.join(folder, `${count}.pdf`)
  writeFileSync(name, result.document)
  return name
}

const textOf = (name: string): string => execFileSync('pdftotext', ['-raw', name, '-']).toString().replace(/\s+/gu, '')

const DPI = 300

/** What pdftoppm draws where pdftotext has the character itself, the `n`th time. */
function drawnAt(name: string, n = 0): Bitmap {
  const html = execFileSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', name, '-']).toString()
  const words = [...html.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu)]
  const found = words.filter((word) => word[5]?.includes(CHAR))[n]
  if (!found) throw new Error('not on the page')
  const [left = 0, y0 = 0, right = 0, y1 = 0] = found.slice(1, 5).map((points) => (Number(points) / 72) * DPI)
  const chars = [...(found[5] ?? '')]
  const width = (right - left) / chars.length
  const x0 = left + chars.indexOf(CHAR) * width
  const image = name.replace('.pdf', '')
  execFileSync('pdftoppm', ['-r', String(DPI), '-f', '1', '-l', '1', '-gray', '-singlefile', name, image])
  return pageBitmap(readFileSync(`${image}.pgm`), { x0, y0, x1: x0 + width, y1 })
}

/** The picture itself, as dots. */
const WANTED: Bitmap = {
  width: 128,
  height: 128,
  bits: Uint8Array.from(Buffer.from(INVENTED, 'base64')).reduce(
    (bits, byte, i) => {
      for (let n = 0; n < 8; n++) bits[i * 8 + n] = (byte >> (7 - n)) & 1
      return bits
    },
    new Uint8Array(128 * 128)
  )
}

/** Made as large as another, by the nearest dot. */
function scaled(from: Bitmap, width: number, height: number): Bitmap {
  const bits = new Uint8Array(width * height).map(
    (_, i) =>
      from.bits[
        Math.floor((Math.floor(i / width) * from.height) / height) * from.width +
          Math.floor(((i % width) * from.width) / width)
      ] ?? 0
  )
  return { width, height, bits }
}

const likeness = (drawn: Bitmap, wanted: Bitmap): number => {
  const ink = inkOf(drawn)
  const one = inkOf(wanted)
  return overlap(ink, scaled(one, ink.width, ink.height))
}

describe('a picture that was made of a character', () => {
  test('without it the paper stops, with it the paper has it: as ink in that place, and as that character in the text', async () => {
    const paper = withName(acceptance, `张${CHAR}`)
    expect(await service.render(paper, { reprint: 0 })).toMatchObject({ ok: false, characters: [CHAR] })
    const name = await file(paper, picture)
    expect(textOf(name)).toContain(`张${CHAR}：`)
    expect(likeness(drawnAt(name), WANTED)).toBeGreaterThan(0.7)
    const upsideDown = pictureOf((x, y) => (WANTED.bits[(127 - y) * 128 + x] ?? 0) === 1)
    const other = await file(paper, { ...picture, pictures: [{ codePoint: CODE, bitmap: upsideDown }] })
    expect(likeness(drawnAt(other), WANTED)).toBeLessThan(0.7)
  })

  test('stands in the line like any other: the paper is as long as with a character of the fonts', async () => {
    const long = (char: string): PaperData => ({
      ...notice,
      gaps: materials(12, 'notMeeting').map((gap) => ({ ...gap, reason: `请在${char}处补签名`.repeat(6) }))
    })
    const pages = (name: string): string => /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [name]).toString())?.[1] ?? ''
    const layout = (name: string): string[] =>
      [
        ...execFileSync('pdftotext', ['-bbox', name, '-'])
          .toString()
          .matchAll(/yMin="(\d+)[.\d]*"[^>]*>处/gu)
      ].map((found) => found[1] ?? '')
    const [made, ordinary] = [await file(long(CHAR), picture), await file(long('字'), null)]
    expect(pages(made)).toBe(pages(ordinary))
    expect(layout(made)).toEqual(layout(ordinary))
    expect(textOf(made).split(CHAR)).toHaveLength(textOf(ordinary).split('请在字处').length)
  })

  test('a font that has the character goes before the picture', async () => {
    const paper = withName(acceptance, '张龘')
    const both = await service.render(paper, {
      reprint: 0,
      glyphs: { pictures: [{ codePoint: 0x9f98, bitmap: INVENTED }], byHand: [0x9f98] }
    })
    expect(both).toEqual(await service.render(paper, { reprint: 0 }))
  })

  test('an old private-use code point becomes the real character first (GB 18030-2022)', async () => {
    const name = await file(withName(acceptance, '王\ue863'), {
      pictures: [],
      byHand: [0xe863]
    })
    expect(textOf(name)).toContain('王䶮：')
  })

  test('leaves nothing behind: the next paper with that character stops again', async () => {
    await file(withName(acceptance, CHAR), picture)
    expect(await service.render(withName(acceptance, CHAR), { reprint: 0 })).toMatchObject({
      ok: false,
      failure: 'missing-glyph'
    })
  })

  test('the same paper gives the same bytes, and carries its fonts', async () => {
    const paper = withName(acceptance, CHAR)
    const [once, again] = [await file(paper, picture), await file(paper, picture)]
    expect(readFileSync(again).equals(readFileSync(once))).toBe(true)
    const fonts = execFileSync('pdffonts', [once]).toString().trim().split('\n').slice(2)
    expect(fonts.some((line) => line.includes('Linchuang-pictures'))).toBe(true)
    for (const line of fonts) expect(line).toMatch(/\syes\s+yes\s+yes\s/)
  })
})

describe('a square to write into', () => {
  test('is drawn in that place, empty inside, and the foot says what belongs there', async () => {
    const name = await file(withName(acceptance, `张${CHAR}`), hand)
    const text = textOf(name)
    expect(text).toContain(`张${CHAR}：`)
    expect(text).toContain(handNoteText([CODE]).replace(/\s/gu, ''))
    expect(text).toContain('虚线框内由工作人员手写：U+2EBF0')
    const { width, height, bits } = inkOf(drawnAt(name))
    const shareOf = (from: number, to: number): number => {
      let ink = 0
      for (let y = Math.ceil(from * height); y < to * height; y++)
        for (let x = Math.ceil(from * width); x < to * width; x++) ink += bits[y * width + x] ?? 0
      return ink
    }
    expect(Math.abs(width - height)).toBeLessThanOrEqual(2)
    expect(shareOf(0, 1)).toBeGreaterThan(20)
    expect(shareOf(0.15, 0.85)).toBe(0)
  })

  test('both copies and every page say so, and the foot stays on the page', async () => {
    const paper = withName({ ...notice, gaps: materials(20, 'missing') }, CHAR)
    const name = await file(paper, hand)
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [name]).toString())?.[1])
    expect(pages).toBeGreaterThan(2)
    expect(textOf(name).split('虚线框内由工作人员手写').length - 1).toBe(pages)
    const foot = (of: string): number =>
      Math.max(
        ...[
          ...execFileSync('pdftotext', ['-bbox', of, '-'])
            .toString()
            .matchAll(/yMax="([\d.]+)">/gu)
        ].map(([, y]) => Number(y))
      )
    expect(foot(name)).toBeLessThanOrEqual(foot(await file(withName(paper, '龘'), null)))
  })

  test('a private-use code point that stands for nothing known can be left to a hand, and only that', async () => {
    const paper = withName(acceptance, '张\ue001')
    const asPicture = { pictures: [{ codePoint: 0xe001, bitmap: INVENTED }], byHand: [] }
    expect(await service.render(paper, { reprint: 0, glyphs: asPicture })).toMatchObject({ failure: 'missing-glyph' })
    expect(textOf(await file(paper, { pictures: [], byHand: [0xe001] }))).toContain('手写：U+E001')
  })

  test('a paper without squares has no such line', async () => {
    expect(textOf(await file(withName(acceptance, CHAR), { ...picture, byHand: [CODE] }))).not.toContain('虚线框')
  })
})

describe.each([80, 58] as const)('a receipt of %d mm', (width) => {
  const as = `escpos${width}` as const
  const paper = { ...ticket, groupName: `民${CHAR}政` }

  const receipt = async (glyphs: MadeGlyphs) => {
    const result = await service.render(paper, { reprint: 0, as, glyphs })
    if (!result.ok) throw new Error(result.detail)
    return decode(result.document, ROLLS[width])
  }

  test('has the picture as dots in its line, and another one for another picture', async () => {
    const [line] = (await receipt(picture)).pictures
    const [bare] = (await receipt(hand)).pictures
    if (!line || !bare) throw new Error('nothing drawn')
    // Twice the size, in the middle: the middle one of three characters of 48 dots.
    const cell = (of: typeof line): Bitmap => {
      const bitmap = bitmapOf(of)
      const left = ROLLS[width].dots / 2 - 24
      const bits = new Uint8Array(48 * bitmap.height).map(
        (_, i) => bitmap.bits[Math.floor(i / 48) * bitmap.width + left + (i % 48)] ?? 0
      )
      return { width: 48, height: bitmap.height, bits }
    }
    expect(likeness(cell(line), WANTED)).toBeGreaterThan(0.6)
    expect(likeness(cell(bare), WANTED)).toBeLessThan(0.4)
  })

  test('says what is to be written into its square', async () => {
    const words = (await receipt(hand)).lines.map(({ text }) => text).join('')
    expect(words).toContain('虚线框内由工作人员手写：U+2EBF0')
  })
})
