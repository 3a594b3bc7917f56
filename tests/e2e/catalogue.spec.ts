import { readdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'
import { MATERIAL_COLUMNS } from '../../shared/domain/catalogue/exchangeColumns.ts'
import { ADMINISTRATOR, accepted, type RunningApp, refused } from '../support/app.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 事项库: an item is changed, approved by somebody else, and asked for at the counter; files of items. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Legacy mode because Electron's pages cannot open a second one for the analysis. */
async function findings(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))
}

const QUESTION = '最近三个月换过住处吗？'
const MATERIAL = '新住处的租住说明'
const FORBIDDEN = '亲属关系证明'

async function as(running: RunningApp, login: string, counter: number | null): Promise<Page> {
  accepted(await running.api.command('staff.signOut', {}))
  await running.found({ login, counter })
  return running.counter()
}

/** A field of the editor by its name in the form. */
const at = (page: Page, path: string) => page.locator(`[data-place="item.${path}"]`)
const toSearch = (page: Page) => page.locator('[data-place="catalogue.search"]')

async function openCatalogue(page: Page): Promise<void> {
  await page.keyboard.press('Control+m')
  await page.keyboard.press('Alt+3')
  await expect(toSearch(page)).toBeFocused()
}

test('a lead changes an item, another approves it, and the counter asks and asks for it', async ({ desk }) => {
  const { api } = desk
  let page = await as(desk, 'shan', null)
  const { keyboard } = page
  await openCatalogue(page)
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(90)
  expect(await findings(page)).toEqual([])

  // Found by its initials, opened from the search.
  await keyboard.insertText('zdshbz')
  await expect(table.getByRole('row')).toHaveCount(2)
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^MZ-001/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '各个版本' })).toContainText('承诺时限')
  expect(await findings(page)).toEqual([])

  await keyboard.press('Control+e')
  await expect(at(page, 'name')).toBeFocused()
  expect(await findings(page)).toEqual([])

  await keyboard.press('Alt+q')
  await expect(at(page, 'situations.3.question')).toBeFocused()
  await keyboard.insertText(QUESTION)
  await keyboard.press('Alt+m')
  await expect(at(page, 'materials.9.name')).toBeFocused()
  await keyboard.insertText(FORBIDDEN)

  // 民发〔2020〕20号: said beside the name, with the name of the certificate; nothing is saved.
  await keyboard.press('Control+Enter')
  const row = page.getByRole('group', { name: new RegExp(`^材料 10：${FORBIDDEN}`) })
  await expect(row).toContainText(`这是“${FORBIDDEN}”，村（社区）不得出具`)
  await expect(row).toContainText('民发〔2020〕20号')
  await expect(at(page, 'materials.9.name')).toBeFocused()
  await expect(at(page, 'materials.9.name')).toHaveAttribute('aria-invalid', 'true')
  await expect(at(page, 'situations.3.question')).toHaveValue(QUESTION)
  expect(await findings(page)).toEqual([])
  const shelf = () => api.query('catalogue.get', { itemId: 'MZ-001' }).then(accepted)
  expect((await shelf()).draft).toBeNull()

  await keyboard.press('Control+a')
  await keyboard.insertText(MATERIAL)
  await expect(at(page, 'materials.9.name')).not.toHaveAttribute('aria-invalid', 'true')
  await at(page, 'materials.9.necessity').selectOption({ label: '特定情形必要' })
  await at(page, 'materials.9.condition').fill('最近换过住处时')
  await at(page, 'materials.9.when.add').press('Enter')
  await expect(at(page, 'materials.9.when.0.situation')).toBeFocused()
  await at(page, 'materials.9.when.0.situation').selectOption({ label: `问题 4：${QUESTION}` })

  // The row goes up by keys, and the hands stay in the field that they were in.
  await at(page, 'materials.9.name').focus()
  await keyboard.press('Alt+ArrowUp')
  await expect(at(page, 'materials.8.name')).toBeFocused()
  await expect(at(page, 'materials.8.name')).toHaveValue(MATERIAL)

  // A row that was taken out by mistake comes back as it was.
  await keyboard.press('Alt+Delete')
  await expect(page.locator('[data-group="materials"] > [data-row]')).toHaveCount(9)
  await expect(at(page, 'materials.8.name')).toBeFocused()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(at(page, 'materials.8.name')).toHaveValue(MATERIAL)
  await expect(at(page, 'materials.8.when.0.situation')).toHaveValue('s4')

  // Leaving asks, and staying loses nothing.
  await keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('dialog')).toContainText('改动还没有保存')
  await keyboard.press('1')
  await expect(at(page, 'materials.8.name')).toHaveValue(MATERIAL)
  await keyboard.press('Control+Enter')

  const draft = page.getByRole('region', { name: '草稿', exact: true })
  await expect(draft).toContainText('在第 1 版上修改')
  await expect(draft.getByRole('row', { name: `申请材料“${MATERIAL}”` })).toContainText('新增')
  await expect(draft.getByRole('row', { name: `情形“${QUESTION}”` })).toContainText('新增')
  await expect(draft).toContainText('您写过这份草稿，不能由您批准')
  await expect(page.getByRole('button', { name: '批准启用' })).toHaveCount(0)
  expect(await findings(page)).toEqual([])
  const { date } = await api.listenOnce('desk')
  expect(refused(await api.command('catalogue.approve', { itemId: 'MZ-001', effectiveFrom: date }))).toBe(
    'item-own-draft'
  )

  page = await as(desk, ADMINISTRATOR.login, null)
  await openCatalogue(page)
  await page.getByRole('radio', { name: '有草稿' }).click()
  await expect(page.getByRole('row', { name: 'MZ-001' })).toContainText('草稿：')
  await page.getByRole('button', { name: /^最低生活保障/ }).press('Enter')
  await expect(draft).toContainText('从哪天起启用')
  expect(await findings(page)).toEqual([])
  await keyboard.press('Alt+p')
  await expect(page.getByText(/第 2 版从 .+起启用。/)).toBeVisible()
  await expect(draft).toHaveCount(0)
  expect((await shelf()).versions.map(({ version }) => version)).toEqual([2, 1])

  page = await as(desk, 'zhou', 1)
  await keyboard.press('Control+k')
  await keyboard.insertText('zdshbz')
  await page.getByRole('option', { name: '最低生活保障' }).first().waitFor()
  await keyboard.press('Enter')
  const answers = page.getByRole('radiogroup', { name: QUESTION })
  await expect(answers).toBeVisible()
  await expect(page.getByText(MATERIAL)).toHaveCount(0)
  await answers.getByRole('radio', { name: '是' }).click()
  await expect(page.getByText(MATERIAL).first()).toBeVisible()
})

test('a rule of content that a draft does not keep leads to its field, and holds the approval back', async ({
  desk
}) => {
  const page = await as(desk, 'shan', null)
  const { keyboard } = page
  await openCatalogue(page)
  await keyboard.insertText('MZ-001')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^MZ-001/ })).toBeVisible()
  await keyboard.press('Control+e')
  await expect(at(page, 'name')).toBeFocused()
  await at(page, 'promisedLimit.value').fill('六十')
  await keyboard.press('Control+Enter')
  await expect(at(page, 'promisedLimit.value')).toBeFocused()
  await expect(page.getByText('请填写整数，例如 5。')).toBeVisible()
  await at(page, 'promisedLimit.value').fill('６０')
  await keyboard.press('Control+Enter')
  const problem = page.getByRole('button', { name: /承诺时限会晚于法定时限/ })
  await expect(problem).toBeFocused()
  expect(await findings(page)).toEqual([])
  await keyboard.press('Enter')
  await expect(at(page, 'promisedLimit.value')).toBeFocused()
  await keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('region', { name: '草稿', exact: true })).toContainText('承诺时限会晚于法定时限')
  await page.getByRole('button', { name: '放弃草稿' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('在办的版本不变')
  await keyboard.press('2')
  await expect(page.getByRole('region', { name: '草稿', exact: true })).toHaveCount(0)

  // 停办: a reason is asked for beside its field; the list says it afterwards.
  await page.getByRole('button', { name: '停办' }).press('Enter')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('请写明停办的原因。')
  expect(await findings(page)).toEqual([])
  await page
    .getByRole('dialog')
    .getByLabel(/停办原因/)
    .fill('依据新的清单取消')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('以后停办。原因：依据新的清单取消')).toBeVisible()
  await keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('row', { name: 'MZ-001' })).toContainText('已停办')
})

/** Presses 导出 Excel and reads what lies in the folder then. */
async function exported({ dataFolder }: RunningApp, page: Page): Promise<exceljs.Workbook> {
  await page.keyboard.press('Alt+x')
  await expect(page.getByText(/已导出到 .+\.xlsx/)).toBeVisible()
  const folder = path.join(dataFolder, 'papers')
  const name = readdirSync(folder).find((one) => one.startsWith('事项库-') && one.endsWith('.xlsx'))
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(path.join(folder, name ?? ''))
  return book
}

async function choose(page: Page, book: exceljs.Workbook): Promise<void> {
  await page.getByLabel('选文件').setInputFiles({
    name: '事项库.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer())
  })
}

/** Column in the sheet of materials; the first one is the number of the item. */
const materialColumn = (header: string): number => MATERIAL_COLUMNS.findIndex((one) => one.header === header) + 2

test('an Excel file with one broken row shows that row and imports nothing; put right, it is drafts', async ({
  desk
}) => {
  const { api } = desk
  const page = await as(desk, 'shan', null)
  const { keyboard } = page
  await openCatalogue(page)
  const book = await exported(desk, page)
  await keyboard.press('Alt+i')
  await expect(page.getByLabel('选文件')).toBeFocused()
  expect(await findings(page)).toEqual([])

  const cell = book.getWorksheet('材料')?.getRow(3).getCell(materialColumn('原件份数'))
  if (!cell) throw new Error('no sheet 材料')
  cell.value = '两份'
  await choose(page, book)
  const wrong = page.getByRole('row').filter({ hasText: '原件份数' })
  await expect(wrong).toHaveCount(1)
  await expect(wrong.getByRole('cell')).toHaveText(['材料', '3', '请填写整数。', '两份'])
  await expect(page.getByRole('button', { name: '导入为草稿' })).toHaveAttribute('aria-disabled', 'true')
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+Enter')
  const drafts = async () => accepted(await api.query('catalogue.list', {})).filter(({ draft }) => draft !== null)
  expect(await drafts()).toEqual([])

  cell.value = 2
  await choose(page, book)
  await expect(page.getByText('新增 0 项，改动 1 项，不变 88 项。')).toBeVisible()
  await expect(page.getByRole('row', { name: 'MZ-001' })).toContainText('申请材料')
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('radio', { name: '有草稿' })).toBeChecked()
  await expect(page.getByRole('row', { name: 'MZ-001' })).toContainText('草稿：')
  expect(await drafts()).toMatchObject([{ itemId: 'MZ-001' }])

  // 四眼: who imported it does not approve it; the reason is told, and the draft stays.
  await page.getByRole('button', { name: '选中全部草稿' }).press('Enter')
  await keyboard.press('Alt+a')
  await expect(page.getByRole('dialog')).toContainText('批准 1 份草稿')
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('1 份草稿没有批准')
  await expect(page.getByRole('dialog')).toContainText('自己写的草稿不能自己启用')
  expect(await drafts()).toHaveLength(1)

  const other = await as(desk, ADMINISTRATOR.login, null)
  await openCatalogue(other)
  await other.getByRole('button', { name: '选中全部草稿' }).press('Enter')
  await keyboard.press('Alt+a')
  await keyboard.press('Control+Enter')
  await expect(other.getByText('已批准 1 项。')).toBeVisible()
  expect(await drafts()).toEqual([])
  await expect(other.getByRole('row', { name: 'MZ-001' })).toContainText('第 2 版')
})

test('a new item needs a number of its own and what everybody must know', async ({ desk }) => {
  const page = await as(desk, 'shan', null)
  const { keyboard } = page
  await openCatalogue(page)
  await keyboard.press('Control+n')
  await expect(at(page, 'id')).toBeFocused()
  await keyboard.insertText('MZ-001')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('这个编号已有事项使用，请换一个。')).toBeVisible()
  await expect(at(page, 'id')).toBeFocused()
  await expect(page.getByText('有 9 处要改，已经标在旁边。')).toBeVisible()
  expect(await findings(page)).toEqual([])
  const typed = {
    id: 'ZZ-001',
    name: '公益广告栏使用登记',
    everydayNames: '贴广告',
    category: '便民',
    publicGroup: '便民',
    result: '登记完成',
    'promisedLimit.value': '3',
    'lapse.value': '30',
    handlingOffice: '便民服务中心'
  }
  for (const [path, value] of Object.entries(typed)) await at(page, path).fill(value)
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '草稿', exact: true })).toContainText('新事项，还没有启用过')
  const shelf = accepted(await desk.api.query('catalogue.get', { itemId: 'ZZ-001' }))
  expect(shelf.draft?.item).toMatchObject({ name: typed.name, promisedLimit: { value: 3, unit: 'WORKING_DAY' } })
  expect(shelf.versions).toEqual([])
})
