import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { accepted, doorsOf, type RunningApp } from '../support/app.ts'
import { type Clerk, clerkAt, clockAt, type Launch } from '../support/e2eDesk.ts'
import { expect, test } from '../support/e2eTest.ts'

/** Every act on numbers by keyboard only, in the real program with the hall screen open. A Monday that is a working day. */

const DATE = '2026-11-23'

interface Settings {
  readonly chooseBy?: 'clerk' | 'lead'
}

/** The program at that time of day, with these settings of the hall, and a clerk at the open counter 1. */
async function clerkIn(launch: Launch, time: string, { chooseBy = 'clerk' }: Settings = {}) {
  const program = await launch({ env: clockAt(DATE, time) })
  await program.found({ login: 'shan' })
  const service = accepted(await program.api.query('service.get', {}))
  accepted(
    await program.api.command('service.set', {
      // What main gives is read-only; what a screen sends back it may have changed.
      service: JSON.parse(
        JSON.stringify({
          ...service,
          queue: { ...service.queue, recallLockSeconds: 2, noShowCalls: 2, noShowSeconds: 15, chooseBy },
          appointments: { ...service.appointments, on: true, places: { A: 2, B: 1 } }
        })
      )
    })
  )
  return { program, clerk: await sit(program, 'zhou') }
}

async function sit(program: RunningApp, login: string, counter = 1): Promise<Clerk> {
  await program.found({ login, counter })
  accepted(await program.api.command('queue.openCounter', {}))
  const clerk = clerkAt(program, await program.counter())
  await clerk.sees('服务中')
  return clerk
}

async function issue(program: RunningApp, group: string, reason: PriorityReason | null = null): Promise<string> {
  const priority = reason === null ? null : { reason, note: '' }
  return accepted(await program.api.command('queue.issueTicket', { group, priority })).no
}

const ticketBox = (page: Page) => page.getByTestId('current-ticket')
const why = (page: Page) => page.locator('.queueKeys__why')
const undoKey = (page: Page) => page.locator('[data-place="queue.undo"]')

/** Opens 号码操作 and takes a line by its key. */
async function menu(clerk: Clerk, name: string): Promise<void> {
  await clerk.press('Alt+q')
  const line = clerk.dialog().getByRole('button', { name, exact: true })
  await clerk.press((await line.getAttribute('aria-keyshortcuts')) ?? '')
}

test('the menu holds all acts, pale and with a sentence where they lead nowhere, and everything is in the list of F1', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  await program.hall()
  await clerk.screen('desk')
  await clerk.press('Alt+q')
  await clerk.screen('menu')
  await clerk.press('1')
  await expect(page.locator('.moreMenu__why')).toHaveText('挂起当前号：本窗口当前没有号，请先叫号。')
  await clerk.press('7')
  await expect(page.locator('.moreMenu__why')).toHaveText('过号的人回来了：现在没有过号的号。')
  await clerk.press('ArrowDown')
  await expect(clerk.dialog().getByRole('button', { name: '转给别处' })).toBeFocused()
  await clerk.press('Escape')
  await expect(clerk.dialog()).toHaveCount(0)
  await clerk.press('F1')
  for (const name of ['号码操作', '挑一个号叫', '过号的人回来了', '呼叫同事', '撤销']) {
    await expect(clerk.dialog().getByText(name, { exact: true })).toBeVisible()
  }
  await clerk.screen('keys')
})

test('who is next and why stands on the desk; a number is taken with a priority, granted one, cancelled, looked up', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  for (const group of 'AAB') await issue(program, group)
  await expect(ticketBox(page)).toContainText('下一个 A001 按取号先后：09:3')

  await clerk.press('F2')
  await clerk.press('3')
  await expect(clerk.dialog().getByRole('button', { name: '军人优先' })).toHaveAttribute('aria-pressed', 'true')
  await clerk.screen('take with priority')
  await clerk.press('a')
  await clerk.sees('A003')
  await clerk.press('Enter')
  await expect(ticketBox(page)).toContainText('下一个 A003 军人优先：09:3')
  await expect(ticketBox(page)).toContainText('先于 A001 等 3 个号')
  const rows = page.locator('.waiting__row')
  await expect(rows.first()).toContainText('A003')
  await expect(rows.first()).toContainText('优先')

  await clerk.press('Shift+F2')
  await clerk.letters('b1')
  await clerk.press('Enter')
  await page.getByRole('radio', { name: '孕产妇优先' }).focus()
  await clerk.press('Space')
  await clerk.screen('grant priority')
  await clerk.press('Control+Enter')
  // From its arrival, which was before the other's.
  await expect(rows.first()).toContainText('B001')
  await expect(rows.first()).toContainText('优先')

  await menu(clerk, '作废一个号')
  await clerk.type('A002')
  await clerk.press('Control+Enter')
  await clerk.sees('请填写。')
  await clerk.screen('cancel, refused')
  await clerk.fill('原因', '人已离开')
  await clerk.press('Control+Enter')
  await expect(clerk.dialog()).toHaveCount(0)
  await expect(rows).toHaveCount(3)

  await clerk.press('Shift+F6')
  await clerk.type('a9')
  await clerk.press('Enter')
  await clerk.sees('今天没有这个号')
  await clerk.fill('号码', 'a2')
  await clerk.press('Enter')
  await expect(clerk.dialog().getByRole('table')).toContainText('作废')
  await expect(clerk.dialog().getByRole('table')).toContainText('人已离开')
  await clerk.screen('trail')
})

test('重呼 and 过号 say what they wait for, a slip is taken back on the hall screen too, a missed number comes back', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  await program.hall()
  const hall = doorsOf(program.hall)
  for (const group of 'ABA') await issue(program, group)

  await clerk.press('F5')
  await expect(why(page)).toContainText('再叫 1 次')
  await expect(page.locator('[data-place="queue.miss"]')).toHaveAccessibleDescription(/再叫 1 次.*才能过号/)
  await clerk.screen('locked keys')
  await hall.until('hall', ({ calls }) => calls[0]?.no === 'A001', 'the hall shows the call')
  await expect(undoKey(page)).toContainText('撤销叫号')
  await clerk.press('Control+z')
  await hall.until('hall', ({ calls, sayings }) => calls.length === 0 && sayings[0]?.kind === 'withdrawn', 'taken back')
  await expect(ticketBox(page)).toContainText('下一个 A001')

  // In a field Ctrl+Z is the field's own.
  await clerk.press('F5')
  await expect(ticketBox(page)).toContainText('已叫号')
  await clerk.press('F3')
  await clerk.type('张')
  await clerk.press('Control+z')
  await expect(page.getByRole('combobox', { name: '查办件' })).toHaveValue('')
  await expect(ticketBox(page)).toContainText('已叫号')

  const recall = page.locator('[data-place="queue.recall"]:not(.queueKeys__idle)')
  await recall.waitFor()
  await clerk.press('F6')
  await clerk.sees('已叫 2 次')
  await expect(why(page)).toContainText('秒才能过号')
  await page.locator('[data-place="queue.miss"]:not(.queueKeys__idle)').waitFor()
  await expect(why(page)).toHaveText('')
  await clerk.press('F7')
  await clerk.sees('当前没有号')
  await expect(undoKey(page)).toContainText('撤销过号')
  await clerk.press('Shift+F7')
  await clerk.screen('rejoin')
  await clerk.press('1')
  await expect(clerk.dialog()).toHaveCount(0)
  await expect(page.locator('.waiting__row').filter({ hasText: 'A001' })).toContainText('过号')
  await clerk.press('Shift+F7')
  await clerk.sees('现在没有过号的号。')
})

test('held and taken back, next matter, corrected, transferred, without a ticket', async ({ launch }) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  for (const group of 'AB') await issue(program, group)
  await clerk.press('F5')
  await expect(ticketBox(page)).toContainText('A001')
  await clerk.press('F8')
  await expect(ticketBox(page)).toContainText('办理中')

  await clerk.press('Shift+F8')
  await clerk.screen('hold')
  await page.getByRole('radio', { name: '其他' }).focus()
  await clerk.press('Space')
  await clerk.press('Control+Enter')
  await clerk.sees('请填写。')
  await page.getByRole('radio', { name: '去拍照' }).focus()
  await clerk.press('Space')
  await clerk.press('Control+Enter')
  await expect(ticketBox(page)).toContainText('当前没有号')
  await clerk.press('Control+F8')
  await expect(clerk.dialog()).toContainText('去拍照')
  await clerk.screen('take back')
  await clerk.press('Enter')
  await expect(ticketBox(page)).toContainText('办理中')
  await clerk.at('itemId')

  await menu(clerk, '接着办下一项')
  await clerk.screen('next matter')
  await clerk.press('c')
  await expect(ticketBox(page)).toContainText('医保卫健')
  await menu(clerk, '更正业务分类')
  await clerk.press('d')
  await expect(ticketBox(page)).toContainText('国土建环')

  await clerk.press('Shift+F9')
  await page.getByRole('radio', { name: '指定窗口' }).focus()
  await clerk.press('Space')
  await clerk.press('Control+Enter')
  await clerk.sees('请选一项。')
  await page.getByRole('radio', { name: '指定同事' }).focus()
  await clerk.press('Space')
  await clerk.place('act.colleague').focus()
  await clerk.letters('qwl')
  await clerk.press('Enter')
  await clerk.screen('transfer')
  await clerk.press('Control+Enter')
  // The colleague has no counter open: said beside the field, and nothing typed is lost.
  await clerk.sees('这位同事现在没有开放窗口')
  await page.getByRole('radio', { name: '办这类的任何窗口' }).focus()
  await clerk.press('Space')
  await clerk.field('业务分类').selectOption('E')
  await clerk.fill('原因（可不填）', '要先办户籍')
  await clerk.press('Control+Enter')
  await expect(ticketBox(page)).toContainText('当前没有号')
  await expect(page.locator('.waiting__row').filter({ hasText: 'A001' })).toContainText('转来')

  await menu(clerk, '没有号，直接办')
  await clerk.press('h')
  await expect(ticketBox(page)).toContainText('H001')
  await expect(ticketBox(page)).toContainText('没有取号，直接办理')
  await clerk.press('F9')
  await expect(ticketBox(page)).toContainText('当前没有号')
})

test('somebody is called out of turn with a reason, and with a lead who signs where the hall wants it', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00', { chooseBy: 'lead' })
  const { page } = clerk
  for (const group of 'AAA') await issue(program, group)
  await clerk.press('Shift+F5')
  await clerk.letters('3')
  await clerk.press('Enter')
  await clerk.fill('原因', '老人身体不适')
  await clerk.press('Control+Enter')
  await clerk.sees('本大厅挑选叫号要负责人同意')
  await clerk.fill('负责人登录名', 'shan')
  await clerk.fill('负责人密码', 'wrong-Password1')
  await clerk.press('Control+Enter')
  await clerk.sees('负责人的登录名或密码不正确')
  await expect(clerk.field('原因')).toHaveValue('老人身体不适')
  await clerk.screen('call chosen, refused')
  await clerk.fill('负责人密码', DEMO_PASSWORD)
  await clerk.press('Control+Enter')
  await expect(ticketBox(page)).toContainText('A003')
  await expect(ticketBox(page)).toContainText('挑选叫号：老人身体不适')
})

test('a pause says why and until when, the counter closes, and a colleague who is wanted is told at other counters', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  await clerk.press('Control+o')
  await page.getByRole('radio', { name: '用餐' }).focus()
  await clerk.press('Space')
  await clerk.fill('预计回来（可不填）', '0800')
  await clerk.press('Control+Enter')
  await clerk.sees('预计回来的时间已经过去')
  await clerk.screen('pause, refused')
  await clerk.fill('预计回来（可不填）', '1330')
  await clerk.press('Control+Enter')
  await clerk.sees('用餐 · 13:30 回来')
  await clerk.press('Control+o')
  await clerk.sees('服务中')

  await clerk.press('Alt+h')
  await clerk.type('请来一个会手语的')
  await clerk.screen('call colleague')
  await clerk.press('Control+Enter')
  await expect(page.getByTestId('alarm')).toContainText('已经呼叫同事')
  await clerk.screen('alarm of one’s own')

  const other = await sit(program, 'qiu', 2)
  await expect(page.getByTestId('alarm')).toContainText('1 号窗口 周晓禾（演示） 呼叫同事：请来一个会手语的')
  await other.screen('alarm of a colleague')
  await other.press('Alt+l')
  await expect(page.getByTestId('alarm')).toHaveCount(0)
  await menu(other, '关闭窗口')
  await other.sees('未开放')
})

test('a service that is very long is asked about, and its end is told in words that the hall takes', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  await issue(program, 'A')
  await clerk.press('F5')
  await expect(ticketBox(clerk.page)).toContainText('A001')
  await clerk.press('F8')
  await expect(ticketBox(clerk.page)).toContainText('办理中')
  await program.kill()

  const later = await launch({ env: clockAt(DATE, '10:25:00') })
  await later.found()
  const again = clerkAt(later, await later.counter())
  const ask = again.page.getByTestId('forgotten')
  await expect(ask).toContainText(/A001 已办理 5\d 分钟，办完了吗？/)
  await again.screen('forgotten')
  await again.press('Alt+j')
  await expect(ask).toHaveCount(0)
  await later.kill()

  const last = await launch({ env: clockAt(DATE, '11:30:00') })
  await last.found()
  const end = clerkAt(last, await last.counter())
  await end.sees(/A001 已办理 1 小时 5\d 分钟，办完了吗？|A001 已办理 2 小时/)
  await end.press('Alt+z')
  await end.type('0900')
  await end.press('Control+Enter')
  await end.sees('办完的时间要在')
  await end.screen('said end, refused')
  await end.fill('办完的时间', '9点45')
  await end.press('Control+Enter')
  await expect(ticketBox(end.page)).toContainText('当前没有号')
  const trail = accepted(await last.api.query('queue.ticket', { no: 'A001' }))
  expect(trail.ticket.status).toBe('finished')
})

test('appointments are booked, listed without names, checked in and cancelled', async ({ launch }) => {
  const { clerk } = await clerkIn(launch, '09:10:00')
  const { page } = clerk
  await menu(clerk, '预约')
  await clerk.field('时段').focus()
  await clerk.screen('appointments')
  await clerk.press('Control+Enter')
  await expect(page.locator('.ui-field__error')).toHaveText('请选择时段。')
  for (const name of ['欧阳若兰', '贾思齐']) {
    await expect(clerk.field('时段').locator('option', { hasText: '09:30' })).toContainText('剩')
    await clerk.field('时段').selectOption('09:30')
    await clerk.fill('姓名（可不填）', name)
    await clerk.fill('电话（可不填）', '13800138000')
    await clerk.press('Control+Enter')
    await clerk.sees(/已登记 09:30 的预约，预约码 \d{6}/)
    await expect(clerk.field('时段')).toHaveValue('')
  }
  await expect(clerk.field('时段').locator('option', { hasText: '09:30' })).toHaveText('09:30（已约满）')
  const rows = page.getByTestId('appointment')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).not.toContainText('欧阳若兰')
  await expect(rows.first()).not.toContainText('13800138000')
  await clerk.screen('appointments of the day')

  await rows.first().getByRole('button', { name: /^签到/ }).focus()
  await clerk.press('Enter')
  await expect(page.getByTestId('taken-no')).toHaveText('A001')
  await clerk.press('Enter')
  await expect(rows.first()).toContainText('已签到 A001')
  await rows.nth(1).getByRole('button', { name: /^取消/ }).focus()
  await clerk.press('Enter')
  await clerk.screen('cancel an appointment')
  await clerk.press('Control+Enter')
  await expect(rows.nth(1)).toContainText('已取消')
  await clerk.press('Escape')
  await expect(page.locator('.waiting__row').filter({ hasText: 'A001' })).toContainText('预约')
})

test('on a screen of 1366×768 the left column neither scrolls nor moves, whatever it has to say', async ({
  launch
}) => {
  const { program, clerk } = await clerkIn(launch, '09:30:00')
  const { page } = clerk
  await program.app.evaluate(({ BrowserWindow }) => {
    const counter = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('counter'))
    counter?.unmaximize()
    counter?.setContentSize(1366, 768)
  })
  await page.waitForFunction(() => window.innerWidth === 1366 && window.innerHeight === 768)
  const tops = (): Promise<readonly number[]> =>
    page.evaluate(() => {
      const column = document.querySelector('.desk__queue')
      const keys = [...document.querySelectorAll('.queueKeys button, .queueMore button, .waiting h2')]
      const scrolls = (column?.scrollHeight ?? 0) - (column?.clientHeight ?? 0)
      return [scrolls, ...keys.map((key) => Math.round(key.getBoundingClientRect().top))]
    })
  const before = await tops()
  expect(before[0]).toBe(0)
  for (const group of 'AABBC') await issue(program, group)
  await issue(program, 'A', 'mobility')
  await expect(ticketBox(page)).toContainText('行动不便优先')
  expect(await tops(), 'somebody waits').toEqual(before)
  await clerk.press('F5')
  await expect(why(page)).not.toHaveText('')
  expect(await tops(), 'called').toEqual(before)
  await clerk.press('F8')
  await expect(ticketBox(page)).toContainText('办理中')
  expect(await tops(), 'serving').toEqual(before)
  accepted(await program.api.command('queue.callColleague', { reason: '请来一个会手语的' }))
  await expect(page.getByTestId('alarm')).toBeVisible()
  expect(await tops(), 'a colleague is called').toEqual(before)
})
