import { accepted } from '../support/app.ts'
import { clerkAt, clockAt } from '../support/e2eDesk.ts'
import { clerkIn, DATE, issue, menu, sit, ticketBox, why } from '../support/e2eQueue.ts'
import { expect, test } from '../support/e2eTest.ts'

/** What the desk says and asks around a number, by keyboard only, in the real program. */

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
