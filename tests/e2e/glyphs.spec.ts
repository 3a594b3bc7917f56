import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { GLYPH_SIDE } from '../../shared/domain/printing/glyphBitmap.ts'
import { accepted } from '../support/app.ts'
import { type Clerk, clerkAt } from '../support/e2eDesk.ts'
import { intake, itemFor, visitor } from '../support/e2eIntake.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 生僻字: a name that no font has does not stop the visitor; the paper waits for what the clerk decides, and comes out. */

/** Extension I, one of the characters of personal names that no free font has. */
const CHAR = '\u{2ebf0}'
const CODE = 'U+2EBF0'
/** Another one, after what any font of this PC has. */
const OTHER = '\u{323b0}'
const OTHER_CODE = 'U+323B0'

const papersOf = ({ program }: Clerk): readonly string[] => {
  const folder = path.join(program.dataFolder, 'papers')
  try {
    return readdirSync(folder).map((name) => path.join(folder, name))
  } catch {
    return []
  }
}

/** A black cross on white, as a scanner would give it: PPM, made into a PNG by poppler's neighbours is not needed. */
function bmp(file: string): void {
  const side = 64
  const row = side * 3
  const bytes = Buffer.alloc(54 + row * side, 255)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(0, 6)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(side, 18)
  bytes.writeInt32LE(side, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  bytes.fill(0, 30, 54)
  for (let y = 8; y < 56; y++) {
    for (let x = 8; x < 56; x++)
      if (Math.abs(x - 32) < 5 || Math.abs(y - 32) < 5) bytes.fill(0, 54 + y * row + x * 3, 57 + y * row + x * 3)
  }
  writeFileSync(file, bytes)
}

test('a name that no font has: taken at the form, named when printing, left to a hand, and printed', async ({
  desk
}) => {
  test.setTimeout(180_000)
  const clerk = clerkAt(desk, await desk.counter())
  const { page } = clerk
  await clerk.item('临时救助', '临时救助（一般程序）')
  await clerk.at('answers.s1')
  await clerk.press('2')
  await clerk.person({ ...visitor(4), name: `欧阳${CHAR}` })
  await clerk.press('0')
  await clerk.outcome('材料齐全，将出具')
  await clerk.press('Control+Enter')
  // The preview cannot be drawn; what is lacking is named, with the way on.
  await clerk.sees(`字库里没有 ${CODE}`)
  await clerk.press('Control+p')
  await clerk.sees('打印失败')
  expect(papersOf(clerk)).toEqual([])
  await clerk.screen('lacking')

  await clerk.press('Alt+b')
  const dialog = clerk.dialog()
  await expect(dialog.getByText(CODE).first()).toBeVisible()
  await expect(dialog.getByRole('listitem').first()).toContainText('欧阳')
  await expect(dialog.getByText('本机的字体里也没有这个字。')).toBeVisible()
  await expect(dialog.getByRole('radio', { name: '留手写格' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: '留手写格' })).toBeFocused()
  await clerk.screen('dialog')
  await clerk.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await clerk.sees('已经补好')
  await expect(page.getByText(`字库里没有 ${CODE}`)).toHaveCount(0)
  await page.locator('canvas').first().waitFor()
  await clerk.screen('ready')
  await clerk.at('paper.print')
  await clerk.print()
  const docNo = (await page.getByTestId('doc-no').textContent())?.trim() ?? ''
  const text = clerk.paper(docNo)
  expect(text).toContain(`欧阳${CHAR}`)
  expect(text).toContain(`虚线框内由工作人员手写：${CODE}`)
  await expect(page.getByText('已经补好')).toHaveCount(0)
})

test('a picture from a file and one written on the screen serve every later paper', async ({ desk }, info) => {
  test.setTimeout(180_000)
  const clerk = clerkAt(desk, await desk.counter())
  const { page } = clerk
  const item = await itemFor(desk.api, '最低生活保障')
  const named = (n: number, name: string) => intake(item, { ...visitor(n), name })
  const { docId } = accepted(await desk.api.command('casework.accept', named(3, `周${CHAR}${OTHER}`)))
  accepted(await desk.api.command('papers.print', { docId }))
  await expect.poll(async () => accepted(await desk.api.query('papers.get', { docId })).failure).toBe('missing-glyph')
  await page.getByTestId('unprinted').getByRole('button').first().click()
  await clerk.sees(`字库里没有 ${CODE}、${OTHER_CODE}`)
  await clerk.press('Alt+b')
  const dialog = clerk.dialog()
  await expect(dialog.getByRole('heading', { name: '补字：第 1 个，共 2 个' })).toBeVisible()

  // By keyboard as far as the file; nothing chosen yet is said, not sent.
  await clerk.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: '选一张图片' })).toBeChecked()
  await clerk.press('Control+Enter')
  await expect(dialog.getByText('请先选好图片或写好字。')).toBeVisible()
  const bad = info.outputPath('bad.png')
  writeFileSync(bad, 'no picture')
  await dialog.getByLabel('图片文件').setInputFiles(bad)
  await expect(dialog.getByText('这个文件不是能看的图片。')).toBeVisible()
  const file = info.outputPath('cross.bmp')
  bmp(file)
  await dialog.getByLabel('图片文件').setInputFiles(file)
  await expect(dialog.getByRole('img', { name: `${CODE} 的图片` })).toHaveCount(2)
  await clerk.screen('file')
  await clerk.press('Control+Enter')

  // The second one is written with the mouse.
  await expect(dialog.getByRole('heading', { name: '补字：第 2 个，共 2 个' })).toBeVisible()
  await dialog.getByRole('radio', { name: '在屏幕上写' }).check()
  const pad = dialog.locator('.glyph__sheet')
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  for (const [fromX, fromY, toX, toY] of [
    [0.2, 0.2, 0.8, 0.8],
    [0.8, 0.2, 0.2, 0.8]
  ] as const) {
    await page.mouse.move(box.x + fromX * box.width, box.y + fromY * box.height)
    await page.mouse.down()
    await page.mouse.move(box.x + toX * box.width, box.y + toY * box.height, { steps: 8 })
    await page.mouse.up()
  }
  await expect(dialog.getByRole('img', { name: `${OTHER_CODE} 的图片` })).toHaveCount(2)
  await clerk.screen('pad')
  await clerk.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await clerk.sees('已经补好')
  await clerk.at('paper.print')
  await clerk.print()

  const docNo = accepted(await desk.api.query('papers.get', { docId })).docNo
  expect(clerk.paper(docNo)).toContain(`周${CHAR}${OTHER}`)
  const printed = papersOf(clerk).find((one) => path.basename(one).startsWith(docNo)) ?? ''
  const fonts = execFileSync('pdffonts', [printed]).toString()
  expect(fonts).toContain('Linchuang-pictures')
  expect(fonts).not.toContain('Linchuang-by-hand')

  // The next visitor of that name: nothing to decide any more, not even after a start from the log.
  const again = accepted(await desk.api.command('casework.accept', named(12, `吴${CHAR}`)))
  accepted(await desk.api.command('papers.print', { docId: again.docId }))
  await expect
    .poll(async () => accepted(await desk.api.query('papers.get', { docId: again.docId })).status)
    .toBe('printed')
  const lacking = accepted(await desk.api.query('glyphs.missing', { docId: again.docId }))
  expect(lacking.map(({ codePoint, way }) => [codePoint, way])).toEqual([[0x2ebf0, 'picture']])
  expect(Buffer.from(lacking[0]?.picture ?? '', 'base64')).toHaveLength((GLYPH_SIDE * GLYPH_SIDE) / 8)
})

test('what a font of this PC has is drawn by it, shown before it is used, and printed', async ({ desk }) => {
  test.setTimeout(120_000)
  const clerk = clerkAt(desk, await desk.counter())
  const { page } = clerk
  // A letter that no font of the papers has and DejaVu, which comes with every Linux desktop, does.
  const letter = '\u{10d0}'
  const item = await itemFor(desk.api, '最低生活保障')
  const { docId } = accepted(
    await desk.api.command('casework.accept', intake(item, { ...visitor(3), name: `尼诺${letter}` }))
  )
  await page.getByTestId('unprinted').getByRole('button').first().click()
  await clerk.sees('字库里没有 U+10D0')
  await clerk.press('Alt+b')
  const dialog = clerk.dialog()
  await expect(dialog.getByRole('radio', { name: '用本机字体画成图' })).toBeChecked()
  await expect(dialog.getByRole('img', { name: 'U+10D0 的图片' })).toHaveCount(2)
  await expect(dialog.getByText('本机的字体里也没有这个字。')).toHaveCount(0)
  await clerk.screen('system')
  await clerk.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await clerk.at('paper.print')
  await clerk.print()
  expect(clerk.paper(accepted(await desk.api.query('papers.get', { docId })).docNo)).toContain(`尼诺${letter}`)
})
