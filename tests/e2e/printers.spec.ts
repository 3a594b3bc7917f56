import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accepted, type RunningApp } from '../support/app.ts'
import { type CupsServer, startCups } from '../support/cupsServer.ts'
import { intake, itemFor, visitor } from '../support/e2eIntake.ts'
import { expect, test } from '../support/e2eTest.ts'
import { startTestPrinters, type TestPrinter, type TestPrinters } from '../support/ippPrinter.ts'
import { type RawListener, startRawListener } from '../support/rawListener.ts'

/** 打印机: each use of paper has its own, what comes out comes out there, and what stands in the way is said in words. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Legacy mode because Electron's pages cannot open a second one for the analysis. */
async function findings(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))
}

const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).filter({ visible: true })
const card = (page: Page, use: string) => page.getByRole('region', { name: use, exact: true })

let printers: TestPrinters
let cups: CupsServer

test.beforeAll(async () => {
  ;[printers, cups] = await Promise.all([startTestPrinters(), startCups()])
})

test.afterAll(async () => {
  await cups.stop()
  await printers.stop()
})

/** A lead at counter 1, who may choose printers and work at the desk, on the page 打印机. */
async function atPrinters(running: RunningApp): Promise<Page> {
  accepted(await running.api.command('staff.signOut', {}))
  await running.found({ login: 'shan', counter: 1 })
  const page = await running.counter()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('heading', { name: '管理' })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('button', { name: '更换号单的打印机' })).toBeFocused()
  return page
}

/** Tickets to a receipt printer, by keyboard. */
async function assignReceiptPrinter(page: Page, listener: RawListener): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Alt+h')
  await expect(page.getByRole('radio', { name: '存成文件' })).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: '小票打印机' })).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('请填写 IP 地址或主机名')).toBeVisible()
  await expect(page.getByText('请填写名称。')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await field(page, '主机').fill('127.0.0.1')
  await field(page, '端口').fill(String(listener.port))
  await field(page, '名称').fill('取号机')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: '更换号单的打印机' })).toBeFocused()
  await expect(card(page, '号单')).toContainText('就绪')
}

/** Papers to a printer of IPP, by keyboard. */
async function assignPaperPrinter(page: Page, machine: TestPrinter): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Alt+w')
  await expect(page.getByRole('radio', { name: '存成文件' })).toBeFocused()
  // One key after the other: each choice draws other fields.
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: '存成文件' })).not.toBeChecked()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: '网络打印机' })).toBeChecked()
  await field(page, '地址').fill(machine.uri)
  await keyboard.press('Alt+t')
  await expect(page.getByRole('form', { name: 'A4 文书送到哪里' })).toContainText('就绪')
  await field(page, '名称').fill('前台打印机')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: '更换A4 文书的打印机' })).toBeFocused()
  await expect(card(page, 'A4 文书')).toContainText('就绪')
}

test('tickets come out of the receipt printer, papers of the other; paper that is out is named, and refilled prints once', async ({
  desk
}) => {
  test.setTimeout(180_000)
  const [machine, listener] = await Promise.all([printers.printer(), startRawListener()])
  try {
    const { api } = desk
    const page = await atPrinters(desk)
    await assignReceiptPrinter(page, listener)
    await assignPaperPrinter(page, machine)
    expect(await findings(page)).toEqual([])

    // A test page comes out of the printer it is for, and its outcome stands beside it.
    await page.getByRole('button', { name: '打印A4 文书的测试页' }).press('Enter')
    await expect(card(page, 'A4 文书')).toContainText('已打印')
    await page.getByRole('button', { name: '打印号单的测试页' }).press('Enter')
    await expect(card(page, '号单')).toContainText('已打印')
    expect([machine.sheets().length, listener.sheets().length]).toEqual([1, 1])

    // What is in the way at the printer is seen while the page is open.
    listener.set({ paper: 'out' })
    await expect(card(page, '号单')).toContainText('缺纸')
    expect(await findings(page)).toEqual([])
    listener.set({ cover: 'open', paper: 'ok' })
    await expect(card(page, '号单')).toContainText('盖子开着')
    listener.set({ cover: 'closed' })
    await expect(card(page, '号单')).toContainText('就绪')

    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    await page.keyboard.press('a')
    await expect(page.getByTestId('taken-no')).toHaveText('A001')
    await expect.poll(() => listener.sheets().length).toBe(2)
    await page.keyboard.press('Escape')
    expect(machine.sheets()).toHaveLength(1)

    // A paper while there is none: what to do is said, and the clerk's key prints it once there is.
    machine.setMode('paper-out')
    const item = await itemFor(api, '最低生活保障')
    const { docId } = accepted(await api.command('casework.accept', intake(item, visitor(3))))
    accepted(await api.command('papers.print', { docId }))
    // This printer calls it a warning, as many do while a spare tray is empty: it is given half a minute.
    const failure = async () => accepted(await api.query('papers.get', { docId })).failure
    await expect.poll(failure, { timeout: 90_000 }).toBe('paper-out')
    await page.getByTestId('unprinted').getByRole('button').first().click()
    await expect(page.getByText('打印机缺纸。请装纸后再打印一次。')).toBeVisible()
    machine.setMode('ok')
    await page.keyboard.press('Control+p')
    await api.until('desk', ({ unprinted }) => unprinted.length === 0, 'the paper is out')
    expect(machine.sheets()).toHaveLength(2)
    expect(listener.sheets()).toHaveLength(2)
  } finally {
    await listener.stop()
  }
})

test('a queue of the print service is found, chosen and printed on; disabled, it says so and prints what is asked for again', async ({
  launch
}) => {
  test.setTimeout(180_000)
  const machine = await printers.printer()
  await cups.addQueue('qiantai', machine.uri)
  const running = await launch({ env: { CUPS_SERVER: cups.server } })
  await running.found()
  const { api } = running
  const page = await atPrinters(running)
  const { keyboard } = page
  await keyboard.press('Alt+w')
  await expect(page.getByRole('radio', { name: '存成文件' })).toBeFocused()
  await keyboard.press('ArrowDown')
  const found = page.getByRole('group', { name: '哪一台' }).getByRole('radio', { name: 'qiantai' })
  await expect(found).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('请选一台打印机。')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await found.press('Space')
  await keyboard.press('Control+Enter')
  await api.until('app', ({ printers: { paper } }) => paper.kind === 'spooler' && paper.queue === 'qiantai', 'assigned')
  await expect(card(page, 'A4 文书')).toContainText('就绪')

  cups.disable('qiantai')
  await expect(card(page, 'A4 文书')).toContainText('已暂停')
  const testPage = page.getByRole('button', { name: '打印A4 文书的测试页' })
  await testPage.press('Enter')
  await expect(card(page, 'A4 文书')).toContainText('打印失败')
  cups.enable('qiantai')
  await expect(card(page, 'A4 文书')).toContainText('就绪')
  await testPage.press('Enter')
  await expect(card(page, 'A4 文书')).toContainText('已打印')
  expect(machine.sheets()).toHaveLength(1)
  // A test page that has failed is nobody's work.
  expect((await api.listenOnce('desk')).unprinted).toEqual([])
})
