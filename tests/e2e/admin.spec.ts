import { readdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import { ADMINISTRATOR, accepted, type RunningApp, refused } from '../support/app.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 管理: people and their passwords, and where papers go. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Legacy mode because Electron's pages cannot open a second one for the analysis. */
async function findings(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`))
}

/** Nothing listens on port 1 of this PC. */
const NOBODY = { uri: 'ipp://localhost:1/ipp/print', name: '前台打印机' }
const NEWCOMER = { name: '何青溪', login: 'heqing', password: 'Xinren-2026' }

async function as(running: RunningApp, login: string, counter: number | null): Promise<Page> {
  accepted(await running.api.command('staff.signOut', {}))
  await running.found({ login, counter })
  return running.counter()
}

/** Opens 管理 and waits until the first part has the keyboard. */
async function manage(page: Page): Promise<void> {
  await page.keyboard.press('Control+m')
  await expect(chosen(page)).toBeFocused()
}

/** The person whose particulars stand beside the list. */
const chosen = (page: Page) => page.getByRole('row').locator('[aria-current="true"]')

const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).filter({ visible: true })

test('an administrator registers a clerk by keyboard, and the clerk signs in at counter 2', async ({ desk }) => {
  const page = await as(desk, ADMINISTRATOR.login, 1)
  const { keyboard } = page
  const name = field(page, '姓名')

  // Work is lying on the desk when somebody comes with a question.
  await keyboard.press('Control+k')
  await keyboard.insertText('db')
  await page.getByRole('option', { name: '最低生活保障' }).first().waitFor()
  await keyboard.press('Enter')
  await name.focus()
  await keyboard.insertText('𠮷田阿梅')

  await manage(page)
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+n')
  await expect(name).toBeFocused()
  await keyboard.insertText(NEWCOMER.name)
  await keyboard.press('Enter')
  await keyboard.insertText('Zhou')
  await keyboard.press('Enter')
  await keyboard.insertText(NEWCOMER.password)
  await keyboard.press('Enter')
  await keyboard.insertText(NEWCOMER.password)
  await keyboard.press('Enter')

  // The name is taken: said beside the field, and the rest is still there.
  await expect(page.getByText('这个登录名已有人使用，请换一个。')).toBeVisible()
  await expect(field(page, '登录名')).toBeFocused()
  await expect(name).toHaveValue(NEWCOMER.name)
  await expect(field(page, '首次密码')).toHaveValue(NEWCOMER.password)
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+a')
  await keyboard.insertText(NEWCOMER.login)
  await keyboard.press('Control+Enter')
  const row = page.getByRole('row', { name: NEWCOMER.login })
  await expect(row).toContainText(NEWCOMER.name)
  await expect(row).toContainText('窗口人员')
  await expect(chosen(page)).toHaveText(NEWCOMER.name)
  await expect(chosen(page)).toBeFocused()
  await expect(page.getByRole('region', { name: NEWCOMER.name })).toContainText('设新密码')

  // Back at the desk everything is as it was left, down to the field.
  await keyboard.press('Escape')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('𠮷田阿梅')
  await name.fill('')
  await page.getByRole('button', { name: '退出登录' }).press('Enter')
  const leave = page.getByRole('button', { name: '清空并退出' })
  await leave.or(field(page, '登录名')).waitFor()
  if (await leave.isVisible()) await leave.press('Enter')

  await expect(field(page, '登录名')).toBeFocused()
  await keyboard.insertText(NEWCOMER.login)
  await keyboard.press('Enter')
  await keyboard.insertText(NEWCOMER.password)
  await keyboard.press('Enter')
  await page.getByLabel('窗口').selectOption('2')
  await keyboard.press('Control+Enter')
  const app = await desk.api.until('app', ({ person }) => person?.login === NEWCOMER.login, 'the clerk is signed in')
  expect(app).toMatchObject({ counter: 2, person: { name: NEWCOMER.name, roles: ['clerk'], demo: false } })
  await expect(page.getByText('当前没有号')).toBeVisible()
})

test('a clerk has their own password there and nothing else, and the doors refuse the rest', async ({ desk }) => {
  const page = await desk.counter()
  await expect(page.getByRole('button', { name: '改密码' })).toBeVisible()
  await expect(page.getByRole('button', { name: '管理' })).toHaveCount(0)
  await page.keyboard.press('Control+m')
  await expect(page.locator('[data-place="admin.old"]')).toBeFocused()
  await expect(page.getByRole('tab')).toHaveCount(0)
  expect(await findings(page)).toEqual([])

  const { api } = desk
  const password = NEWCOMER.password
  const answers = [
    await api.query('staff.list', {}),
    await api.command('staff.setPassword', { personId: 'qiu', password }),
    await api.command('staff.end', { personId: 'qiu' }),
    await api.query('papers.folder', {}),
    await api.query('printers.check', { target: { kind: 'ipp', ...NOBODY } }),
    await api.query('printers.find', {})
  ]
  expect(answers.map(refused)).toEqual(answers.map(() => 'not-allowed'))

  // A lead sees the people and the printer, and changes nobody.
  await as(desk, 'shan', null)
  await manage(page)
  await expect(page.getByRole('row', { name: 'zhou' })).toBeVisible()
  await expect(page.getByRole('button', { name: '登记新人员' })).toHaveCount(0)
  await page.getByRole('button', { name: '周晓禾' }).click()
  await expect(page.getByText('由管理员办理')).toBeVisible()
  expect(refused(await api.command('staff.setPassword', { personId: 'zhou', password }))).toBe('not-allowed')
  expect(refused(await api.command('staff.end', { personId: 'zhou' }))).toBe('not-allowed')
  const people = accepted(await api.query('staff.list', {}))
  expect(people.map(({ login }) => login)).toEqual([ADMINISTRATOR.login, 'zhou', 'qiu', 'shan'])
  expect(JSON.stringify(people)).not.toMatch(/hash|salt|scrypt/)
})

test('one’s own password is changed with the present one, and a wrong one counts', async ({ desk }) => {
  const page = await desk.counter()
  const { keyboard } = page
  await keyboard.press('Control+m')
  await expect(field(page, '现在的密码')).toBeFocused()
  await keyboard.insertText('Vergessen-1')
  await keyboard.press('Enter')
  await keyboard.insertText('Xiugai-2026')
  await keyboard.press('Enter')
  await keyboard.insertText('Xiugai-2026')
  await keyboard.press('Enter')
  await expect(page.getByText('现在的密码不对，还可以再试 4 次。')).toBeVisible()
  await expect(field(page, '新密码')).toHaveValue('Xiugai-2026')
  await expect(field(page, '现在的密码')).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.insertText(DEMO_PASSWORD)
  await keyboard.press('Control+Enter')
  await expect(page.getByText('密码已修改')).toBeVisible()
  await expect(field(page, '新密码')).toHaveValue('')

  accepted(await desk.api.command('staff.signOut', {}))
  expect(refused(await desk.signIn('zhou', DEMO_PASSWORD, 1))).toBe('sign-in-failed')
  accepted(await desk.signIn('zhou', 'Xiugai-2026', 1))
  const weak = { old: 'Xiugai-2026', password: 'kurz' }
  expect(refused(await desk.api.command('staff.changeOwnPassword', weak))).toBe('password-short')
})

test('a locked account shows in the list, and a new password opens it at once', async ({ desk }) => {
  const { api } = desk
  accepted(await api.command('staff.signOut', {}))
  for (let n = 0; n < 5; n += 1) await desk.signIn('qiu', 'Falsch-2026', 3)
  expect(refused(await desk.signIn('qiu', DEMO_PASSWORD, 3))).toBe('sign-in-locked')
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const page = await desk.counter()
  const { keyboard } = page
  await manage(page)
  const row = page.getByRole('row', { name: 'qiu' })
  await expect(row).toContainText(/已锁定，\d\d:\d\d 解除/)
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(row.getByRole('button')).toBeFocused()
  await field(page, '新密码').focus()
  await keyboard.insertText('Jiesuo-2026')
  await keyboard.press('Enter')
  await keyboard.insertText('Jiesuo-2026')
  await keyboard.press('Enter')
  await expect(page.getByText('新密码已生效')).toBeVisible()
  await expect(row).toContainText('正常')
  expect(
    refused(await api.command('staff.setPassword', { personId: ADMINISTRATOR.login, password: 'Anders-2026' }))
  ).toBe('password-own')

  accepted(await api.command('staff.signOut', {}))
  accepted(await desk.signIn('qiu', 'Jiesuo-2026', 3))
})

test('whose access has ended is refused like somebody unknown, for good', async ({ desk, launch }) => {
  const { api } = desk
  const page = await as(desk, ADMINISTRATOR.login, null)
  await manage(page)
  await page.getByRole('button', { name: '仇文澜' }).click()
  await page.getByRole('button', { name: '停用账号' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('不能恢复')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('2')
  await expect(page.getByRole('row', { name: 'qiu' })).toContainText('已停用')
  expect(accepted(await api.query('staff.list', {})).at(-1)).toMatchObject({ login: 'qiu', ended: true })

  expect(refused(await api.command('staff.end', { personId: ADMINISTRATOR.login }))).toBe('staff-end-self')
  expect(refused(await api.command('staff.end', { personId: 'qiu' }))).toBe('person-unknown')
  expect(refused(await api.command('staff.setPassword', { personId: 'qiu', password: NEWCOMER.password }))).toBe(
    'person-unknown'
  )
  const again = { login: 'qiu', name: '另一位', roles: ['clerk' as const], password: NEWCOMER.password }
  expect(refused(await api.command('staff.register', again))).toBe('login-taken')

  accepted(await api.command('staff.signOut', {}))
  const ended = await desk.signIn('qiu', DEMO_PASSWORD, 3)
  expect(ended).toEqual(await desk.signIn('nobody', DEMO_PASSWORD, 3))
  expect(refused(ended)).toBe('sign-in-failed')
  await expect(page.getByText('仇文澜')).toHaveCount(0)
  await expect(page.getByText('周晓禾')).toBeVisible()

  await desk.close()
  const restarted = await launch()
  await restarted.api.until('app', ({ phase }) => phase === 'signIn', 'the program is there again')
  expect(refused(await restarted.signIn('qiu', DEMO_PASSWORD, 3))).toBe('sign-in-failed')
  accepted(await restarted.signIn('zhou', DEMO_PASSWORD, 1))
})

test('papers go to a folder or to a printer, and one that does not answer loses nothing', async ({ desk }) => {
  const { api, dataFolder } = desk
  const page = await as(desk, ADMINISTRATOR.login, 1)
  const { keyboard } = page
  await manage(page)
  await keyboard.press('Alt+2')
  await expect(page.getByRole('button', { name: '更换号单的打印机' })).toBeFocused()
  expect(await findings(page)).toEqual([])
  await keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: '存成文件' })).toBeFocused()
  await expect(page.getByText(path.join(dataFolder, 'papers'))).toBeVisible()

  // What this PC's own print service knows, if it has one.
  const found = accepted(await api.query('printers.find', {}))
  await keyboard.press('ArrowDown')
  const area = page.getByRole('group', { name: '哪一台' })
  if (found === null) await expect(area).toContainText('没有打印服务')
  else if (found.length === 0) await expect(area).toContainText('还没有打印机')
  else await expect(area.getByRole('radio')).toHaveCount(found.length)
  expect(await findings(page)).toEqual([])

  await keyboard.press('ArrowDown')
  await field(page, '名称').focus()
  await keyboard.insertText(NOBODY.name)
  await field(page, '地址').focus()
  await keyboard.insertText('printer.test')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('请填写以 ipp:// 或 ipps:// 开头的地址。')).toBeVisible()
  await keyboard.press('Control+a')
  await keyboard.insertText(NOBODY.uri)
  await keyboard.press('Alt+t')
  await expect(page.getByRole('form', { name: '号单送到哪里' })).toContainText('连不上')
  expect(await findings(page)).toEqual([])
  await keyboard.press('Control+Enter')
  await api.until(
    'app',
    ({ printers: { ticket } }) => ticket.kind === 'ipp' && ticket.uri === NOBODY.uri,
    'the printer is assigned'
  )
  await expect(page.getByText(`以后的号单送到“${NOBODY.name}”`)).toBeVisible()
  await expect(page.getByRole('button', { name: '更换号单的打印机' })).toBeFocused()
  await expect(page.getByRole('region', { name: '号单' })).toContainText('连不上')
  const unspeakable = { kind: 'ipp' as const, uri: 'ipp://[', name: 'x' }
  expect(refused(await api.command('printers.assign', { use: 'paper', target: unspeakable }))).toBe('printer-address')

  // A ticket is issued whatever the printer does; the paper waits where it is seen.
  await keyboard.press('Escape')
  await keyboard.press('F2')
  await keyboard.press('a')
  await expect(page.getByTestId('taken-no')).toHaveText('A001')
  await expect(page.getByRole('dialog')).toContainText('打印机没有连上。请检查电源和网线，再打印一次。')
  await expect(page.getByRole('dialog')).toContainText('前面没有人')
  await expect(page.getByRole('dialog')).toContainText('马上就到')
  // A print that went wrong has called the hands to the key that prints again; Escape leaves it for later.
  await keyboard.press('Escape')
  const failed = await api.until('desk', ({ unprinted }) => unprinted[0]?.status === 'failed', 'the print has failed')
  expect(failed.unprinted).toMatchObject([{ docNo: 'A001', failure: 'offline' }])
  expect(failed.waitingAll).toBe(1)

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await keyboard.press('Control+m')
  await expect(page.getByRole('heading', { name: '管理' })).toBeVisible()
  await keyboard.press('Alt+2')
  await keyboard.press('Enter')
  await page.getByRole('radio', { name: '存成文件' }).click()
  await keyboard.press('Control+Enter')
  await api.until('app', ({ printers }) => printers.ticket.kind === 'folder', 'the folder is assigned')
  accepted(await api.command('papers.print', { docId: failed.unprinted[0]?.docId ?? '' }))
  await api.until('desk', ({ unprinted }) => unprinted.length === 0, 'the paper is out')
  expect(readdirSync(path.join(dataFolder, 'papers')).filter((name) => name.startsWith('A001'))).toHaveLength(1)
})

test('a ticket for a group that no counter is open for promises no wait', async ({ desk }) => {
  accepted(await desk.api.command('queue.pauseCounter', { reason: '', until: null }))
  const page = await desk.counter()
  await page.keyboard.press('F2')
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog')).toContainText('还没有窗口开放')
  await page.keyboard.press('Escape')
  accepted(await desk.api.command('queue.openCounter', {}))
  await page.keyboard.press('F2')
  await page.keyboard.press('a')
  await expect(page.getByTestId('taken-no')).toHaveText('A002')
  await expect(page.getByRole('dialog')).toContainText('前面 1 人')
  await expect(page.getByRole('dialog')).toContainText('大约 6–10 分钟')
})

test('a long list under a field scrolls as a listbox, which needs no stop of its own', async ({ desk }) => {
  const page = await desk.counter()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('d')
  const list = page.getByRole('listbox').filter({ visible: true })
  await expect
    .poll(() => list.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight), 'longer than its place')
    .toBe(true)
  expect(await findings(page)).toEqual([])
})
