import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { accepted, type RunningApp, settled } from '../support/app.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 网格与联系卡: a grid gets its worker, its card is looked at, and a list of households gets its cards, whatever happens. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Legacy mode because Electron's pages cannot open a second one for the analysis. */
async function findings(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))
}

const at = (page: Page, place: string) => page.locator(`[data-place="${place}"]`)
const SHEETS = 12

async function asLead(running: RunningApp): Promise<Page> {
  accepted(await running.api.command('staff.signOut', {}))
  await running.found({ login: 'shan', counter: null })
  return running.counter()
}

async function openGrids(page: Page): Promise<void> {
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('heading', { name: '网格', exact: true })).toBeVisible()
}

/** Registers the first grid of the hall and its worker, by keyboard. */
async function registerGrid(page: Page): Promise<void> {
  const { keyboard } = page
  await expect(at(page, 'grid.name')).toHaveValue('第一网格')
  await at(page, 'grid.boundary').fill('东至云溪路，南至滨河')
  await at(page, 'grid.households').fill('312')
  await at(page, 'grid.stationPhone').fill('12')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('电话号码的格式不对').first()).toBeVisible()
  await expect(at(page, 'grid.stationPhone')).toBeFocused()
  await keyboard.insertText('023-00001100')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('50010200101').first()).toBeVisible()
  await expect(page.getByText('这个网格现在没有主责网格员')).toBeVisible()
  expect(await findings(page)).toEqual([])

  await keyboard.press('Alt+a')
  await expect(at(page, 'gridStaff.role')).toBeFocused()
  expect(await findings(page)).toEqual([])
  await at(page, 'gridStaff.name').fill('𠮷雨青')
  await at(page, 'gridStaff.phone').fill('138 0013 8001')
  await keyboard.press('Control+Enter')
  await expect(at(page, 'gridStaff.duty')).toBeFocused()
  await keyboard.insertText('走访、收件、跑腿代办')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: '𠮷雨青' })).toContainText('主责')
}

/** A list of households as the street keeps it. */
async function listFile(folder: string): Promise<string> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('住户')
  sheet.addRow(['门牌', '户主', '网格'])
  for (let n = 1; n <= SHEETS; n += 1) sheet.addRow([`3栋${500 + n}`, `赵小${'甲乙丙丁'[n % 4]}`, '第一网格'])
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, '住户.xlsx')
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

const papersIn = (dataFolder: string): readonly string[] => {
  const folder = path.join(dataFolder, 'papers')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('LK')) : []
}

test('a grid gets its worker, and twelve households their cards, also when the program is killed in the middle', async ({
  desk,
  dataFolder,
  launch
}) => {
  let page = await asLead(desk)
  await openGrids(page)
  expect(await findings(page)).toEqual([])
  await registerGrid(page)

  // The card as it will come out.
  await page.keyboard.press('Alt+p')
  const preview = page.getByRole('region', { name: '预览' })
  await expect(preview.locator('[data-drawn]').first()).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('radio', { name: /A6 卡/ }).check()
  await page.getByRole('radio', { name: /按住户名单印/ }).check()
  await at(page, 'cards.list').setInputFiles(await listFile(path.join(dataFolder, 'lists-of-street')))
  await expect(page.getByText(`名单没有错误，共 ${SHEETS} 户。`)).toBeVisible()
  await expect(preview.locator('[data-drawn]').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '打印进度' })).toBeVisible()
  await expect.poll(() => papersIn(dataFolder).length, { intervals: [5] }).toBeGreaterThanOrEqual(3)
  await desk.kill()
  const before = papersIn(dataFolder).length
  expect(before).toBeLessThan(SHEETS)

  // It goes on by itself from where it was.
  const again = await launch()
  await again.found({ login: 'shan', counter: null })
  const status = async () => accepted(await again.api.query('cards.batches', {}))[0]?.status
  await expect.poll(status, { timeout: 60_000 }).toBe('done')
  expect(papersIn(dataFolder)).toHaveLength(SHEETS)
  await settled(again)
  const events = new LogReader(dataFolder).read().flatMap((record) => record.events)
  const entries = events.flatMap((event) => (event.type === 'ContactCardIssued' ? [event.data] : []))
  expect(entries.map(({ household }) => household?.door)).toEqual(
    Array.from({ length: SHEETS }, (_, i) => `3栋${501 + i}`)
  )
  expect(new Set(entries.map(({ cardNo }) => cardNo)).size).toBe(SHEETS)
  expect(readdirSync(path.join(dataFolder, 'card-lists'))).toEqual([])

  // The register of issue: which household, when, by whom, which version.
  page = await again.counter()
  await openGrids(page)
  await page.getByText(`发放登记（2026，${SHEETS}）`).click()
  const row = page.getByRole('row').filter({ hasText: '3栋501' })
  await expect(row).toContainText('赵*')
  await expect(row).toContainText('单雨青')
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('region', { name: '打印进度' })).toContainText(`A6 卡：${SHEETS} / ${SHEETS} 页`)
  expect(await findings(page)).toEqual([])
})
