import type { Page } from '@playwright/test'
import type { InputOf } from '../../shared/contract/contract.ts'
import { ADMINISTRATOR, accepted, doorsOf, type RunningApp, refused } from '../support/app.ts'
import { violations } from '../support/e2eAxe.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 管理: counters, queue, hall screens and what visitors use, changed by keyboard while the hall is at work. */

/** The administrator at 管理; what the clerk did before stays. */
async function manage(desk: RunningApp, login: string = ADMINISTRATOR.login): Promise<Page> {
  accepted(await desk.api.command('staff.signOut', {}))
  await desk.found({ login, counter: null })
  const page = await desk.counter()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('heading', { name: '管理', exact: true })).toBeVisible()
  return page
}

const form = (page: Page, name: string) => page.getByRole('form', { name }).filter({ visible: true })

/** A field by its whole label. */
const at = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).filter({ visible: true })

/** Replaces what stands in a field. */
async function type(page: Page, field: string, text: string): Promise<void> {
  const { keyboard } = page
  await at(page, field).focus()
  await keyboard.press('Control+a')
  await keyboard.insertText(text)
}

test('what is set for the hall screen hangs there at once, and what cannot be stays in its field', async ({ desk }) => {
  const page = await manage(desk)
  const { keyboard } = page
  const wall = await desk.hall()
  const hall = doorsOf(desk.hall)
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'night')

  await keyboard.press('Alt+e')
  await expect(page.getByRole('checkbox', { name: /^播报叫号/ })).toBeFocused()
  expect(await violations(page, 'hall and voice')).toEqual([])
  await page.getByRole('radio', { name: /^黑底/ }).focus()
  await keyboard.press('Space')
  await type(page, '每页停留多久', '５')
  await page.getByRole('button', { name: '加一页' }).press('Enter')
  await expect(at(page, '类别')).toBeFocused()
  const tooLong = '周三上午全楼停电检修请改天来办理业务谢谢配合'
  await type(page, '标题', tooLong)
  await type(page, '显示到哪天', '+10')
  await keyboard.press('Control+Enter')
  const area = form(page, '大厅屏与语音')
  await expect(area).toContainText('太长了，最多 20 个字，远处的人才看得完。请写短一些。')
  await expect(area).toContainText('标题和内容都要写。不需要这一页就把它删掉。')
  await expect(at(page, '标题')).toHaveValue(tooLong)
  await expect(at(page, '标题')).toBeFocused()
  await expect(area).toContainText('22/20 字')
  expect(await violations(page, 'a notice that is refused')).toEqual([])

  // Another part is looked at in between; nothing is lost.
  await keyboard.press('Alt+1')
  await expect(page.getByRole('row').locator('[aria-current="true"]')).toBeVisible()
  await keyboard.press('Alt+e')
  await expect(at(page, '标题')).toHaveValue(tooLong)
  await expect(area).toContainText('有改动还没有保存')
  await type(page, '标题', '停电通知')
  await type(page, '内容', '周三上午停电，请改天来。')
  await expect(page.locator('.boardPreview--ink')).toContainText('周三上午停电，请改天来。')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('设置已保存，从现在起生效。')).toBeVisible()
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'ink')
  const shown = await hall.until('hall', ({ board }) => board.pages.length === 1, 'the notice is on the wall')
  expect(shown.board).toMatchObject({ theme: 'ink', pageSeconds: 5, pages: [{ id: 'p1', title: '停电通知' }] })
  await expect(wall.getByText('停电通知')).toBeVisible({ timeout: 20_000 })

  // Defaults are typed in, and hold when they are saved.
  await page.getByRole('button', { name: '画面：恢复默认' }).press('Enter')
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'ink')
  await keyboard.press('Control+Enter')
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'night')

  // A zone: two counters and one letter.
  await keyboard.press('Alt+g')
  await expect(page.getByRole('button', { name: '加一块大厅屏' })).toBeFocused()
  expect(await violations(page, 'screens')).toEqual([])
  await expect(wall.getByText('社保就业')).not.toHaveCount(0)
  await type(page, '只显示这些类别', 'ａ')
  await type(page, '只显示这些窗口', '1、9')
  await page.getByRole('button', { name: '加一块评价屏' }).press('Enter')
  await keyboard.press('Control+Enter')
  const plans = form(page, '屏幕摆放')
  await expect(plans).toContainText('没有这个号的窗口。请选一个已有的窗口。')
  await expect(at(page, '只显示这些窗口')).toHaveValue('1、9')
  await at(page, '放在几号窗口前').selectOption('2')
  await keyboard.press('Control+Enter')
  await expect(wall.getByText('社保就业')).toHaveCount(0)
  await expect(wall.getByText('民政').first()).toBeVisible()
  const { screens } = accepted(await desk.api.query('service.get', {}))
  expect(screens).toMatchObject([
    { id: 'hall-1', groups: ['A'], counters: [1, 9] },
    { id: 'rating-1', counter: 2 }
  ])
})

test('queue, appointments and visitors’ screens are set within their bounds', async ({ desk }) => {
  const page = await manage(desk, 'shan')
  const { keyboard } = page
  // Counters are the administrator's.
  await expect(page.getByRole('tab', { name: '窗口与类别' })).toHaveCount(0)

  await keyboard.press('Alt+d')
  await expect(at(page, '叫几次没人来，才能过号')).toBeFocused()
  await expect(form(page, '排队与预约')).toContainText('第一次叫号也算在内。可填 1 到 5，默认 3。')
  expect(await violations(page, 'queue')).toEqual([])
  await keyboard.press('Control+a')
  await keyboard.insertText('9')
  await page.getByRole('group', { name: '每天最多取多少号' }).getByLabel('B 社保就业').focus()
  await keyboard.insertText('40')
  await page.getByRole('button', { name: '加一个原因' }).press('Enter')
  await expect(at(page, '第 6 个原因')).toBeFocused()
  await keyboard.insertText('开会')
  await keyboard.press('Control+Enter')
  await expect(form(page, '排队与预约')).toContainText('请填 1 到 5 之间的整数。')
  await expect(at(page, '叫几次没人来，才能过号')).toBeFocused()
  await expect(at(page, '第 6 个原因')).toHaveValue('开会')
  await keyboard.press('Control+a')
  await keyboard.insertText('2')
  await page.getByRole('button', { name: '上移第 6 个原因' }).press('Enter')
  await expect(page.getByRole('button', { name: '上移第 5 个原因' })).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('设置已保存，从现在起生效。')).toBeVisible()

  await keyboard.press('Alt+z')
  await expect(page.getByRole('checkbox', { name: /^没有纸也可以取号/ })).toBeFocused()
  expect(await violations(page, 'visitors')).toEqual([])
  await page.getByRole('checkbox', { name: /^可以用手机看排到哪里/ }).press('Space')
  await type(page, '这台电脑的地址', 'http://192.168.1.20')
  await keyboard.press('Control+Enter')
  const visitors = form(page, '取号机、评价与手机')
  await expect(visitors).toContainText('不带 http 和端口')
  await expect(at(page, '这台电脑的地址')).toHaveValue('http://192.168.1.20')
  await type(page, '这台电脑的地址', '192.168.1.20')
  await expect(visitors).toContainText('保存以后，这里显示手机从哪个地址查看。')
  await keyboard.press('Control+Enter')
  await expect(visitors).toContainText('已经打开，手机经 http://192.168.1.20:8642/ 查看。')
  await expect(visitors.getByText('有改动还没有保存')).toHaveCount(0)
  const service = accepted(await desk.api.query('service.get', {}))
  expect(service.queue).toMatchObject({
    noShowCalls: 2,
    contingents: { B: 40 },
    pauseReasons: ['短时离开', '取材料', '系统维护', '交接班', '开会', '用餐']
  })
  expect(service.phone).toEqual({ on: true, port: 8642, host: '192.168.1.20' })
})

test('counters and groups change while the hall is at work, and nobody who waits is lost', async ({ desk }) => {
  const { api } = desk
  accepted(await api.command('queue.issueTicket', { group: 'B', priority: null }))
  const page = await manage(desk)
  const { keyboard } = page
  const hall = doorsOf(desk.hall)
  await keyboard.press('Alt+c')
  await expect(at(page, '第 1 类的字母')).toBeFocused()
  expect(await violations(page, 'counters')).toEqual([])

  await keyboard.press('Alt+a')
  await expect(at(page, '第 10 行窗口号')).toBeFocused()
  await expect(at(page, '第 10 行窗口号')).toHaveValue('10')
  await keyboard.press('Enter')
  await keyboard.insertText('综合')
  await keyboard.press('Enter')
  await keyboard.insertText('ａｘ')
  await keyboard.press('Control+Enter')
  const area = form(page, '窗口与类别')
  await expect(area).toContainText('没有字母为 X 的业务分类')
  await expect(at(page, '第 10 行窗口名称')).toHaveValue('综合')
  await type(page, '第 10 行业务字母', 'a')
  await page.getByRole('button', { name: '第 10 行可办事项：全部' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('综合 可以办哪些事项')
  await keyboard.insertText('db')
  await expect(page.getByRole('button', { name: '加上 最低生活保障' })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('已选 1 项')
  expect(await violations(page, 'items of a counter')).toEqual([])
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: '第 10 行可办事项：1 项' })).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByText('窗口与类别已保存，从现在起照新的叫号。')).toBeVisible()
  const shown = await hall.until('hall', ({ counters }) => counters.length === 10, 'the wall has the new counter')
  expect(shown.counters.at(-1)).toMatchObject({ no: 10, name: '综合' })
  const { hall: known } = await api.listenOnce('app')
  expect(known?.counters.at(-1)).toMatchObject({ no: 10, groups: ['A'] })
  expect(known?.counters.at(-1)?.items).toHaveLength(1)

  // B001 waits: its group stays, whatever is typed, and what is typed stays too.
  await page.getByRole('button', { name: '删除第 2 类' }).press('Enter')
  await type(page, '第 1 行业务字母', 'ACDEFGH')
  await type(page, '第 2 行业务字母', 'A')
  await keyboard.press('Control+Enter')
  await expect(area).toContainText('这一类还有没办完的号（B001）')
  await expect(at(page, '第 1 行业务字母')).toHaveValue('ACDEFGH')
  expect(await violations(page, 'counters refused')).toEqual([])
  expect((await hall.listenOnce('hall')).groups).toHaveLength(8)
  await page.getByRole('button', { name: '放弃改动' }).filter({ visible: true }).press('Enter')
  await expect(at(page, '第 1 行业务字母')).toHaveValue('ABCDEFGH')

  // A counter that a screen stands at does not go before the screen does.
  const service = accepted(await api.query('service.get', {})) as InputOf<'service.set'>['service']
  const screens = service.screens.map((plan) => ({ ...plan, counters: [10] }))
  accepted(await api.command('service.set', { service: { ...service, screens } }))
  await page.getByRole('button', { name: '删除第 10 行窗口' }).press('Enter')
  await keyboard.press('Control+Enter')
  await expect(area).toContainText('10 号窗口还有屏幕在用')
  expect((await hall.listenOnce('hall')).counters).toHaveLength(10)
  accepted(await api.command('service.set', { service }))
  await keyboard.press('Control+Enter')
  await hall.until('hall', (view) => view.counters.length === 9, 'the counter has gone')

  await manage(desk, 'shan')
  const { groups, counters } = (await api.listenOnce('app')).hall ?? { groups: [], counters: [] }
  const wanted = { groups: groups.map((one) => ({ ...one })), counters: counters.map((one) => ({ ...one })) }
  expect(refused(await api.command('hall.setCounters', wanted as InputOf<'hall.setCounters'>))).toBe('not-allowed')
})
