import type { Page } from '@playwright/test'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { HallService } from '../../shared/domain/hall/service.ts'
import { ADMINISTRATOR, accepted, doorsOf, type RunningApp, refused } from '../support/app.ts'
import { violations } from '../support/e2eAxe.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 好差评 in two windows: the clerk's, and the one before the visitor. */

const PLAN: HallService['screens'][number] = {
  id: 'rating-1',
  role: 'rating',
  display: null,
  fullscreen: false,
  counter: 1,
  groups: [],
  counters: [],
  speaks: false
}

/** Puts a rating screen before counter 1, then the clerk sits down again. */
async function withRatingScreen(desk: RunningApp, timeoutSeconds = 60): Promise<Page> {
  const { api, app } = desk
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const service = accepted(await api.query('service.get', {}))
  const rating = { ...service.rating, timeoutSeconds }
  const changed = { ...service, rating, screens: [...service.screens, PLAN] } as InputOf<'service.set'>['service']
  accepted(await api.command('service.set', { service: changed }))
  await as(desk, 'zhou', 1)
  accepted(await api.command('queue.openCounter', {}))
  const find = (): Page | undefined => app.windows().find((page) => page.url().startsWith('linchuang://rating/'))
  await expect.poll(() => find() !== undefined, { message: 'the rating screen is open' }).toBe(true)
  const page = find()
  if (!page) throw new Error('no rating screen')
  return page
}

async function as(desk: RunningApp, login: string, counter: number | null): Promise<void> {
  accepted(await desk.api.command('staff.signOut', {}))
  await desk.found({ login, counter })
}

/** Every fact in the log, read as anybody can. */
const recorded = (desk: RunningApp) => new LogReader(desk.dataFolder).read().flatMap(({ events }) => events)

/** One visitor comes, is called, served and done. */
async function serve({ api }: RunningApp): Promise<string> {
  const { no } = accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }))
  accepted(await api.command('queue.callNext', {}))
  accepted(await api.command('queue.startService', {}))
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  return no
}

test('a bad rating goes from the visitor past the clerk to the lead, who calls back and closes it', async ({
  desk
}) => {
  const { api } = desk
  const page = await withRatingScreen(desk)
  await expect(page.getByRole('heading', { name: '欢迎您来办事' })).toBeVisible()
  expect(await violations(page, 'idle')).toEqual([])

  await serve(desk)
  const question = page.getByRole('heading', { name: '您对这次服务满意吗？' })
  await expect(question).toBeFocused()
  await expect(page.getByText(/还剩 \d+ 秒/)).toBeVisible()
  const asked = await api.until('desk', ({ rating }) => rating === 'asked', 'the clerk sees that somebody is asked')
  expect(JSON.stringify(asked)).not.toMatch(/ratingId|level/)
  // GB/T 39046 A.8: five grades in their order, and nobody's name.
  await expect(page.locator('.rating__face')).toHaveText(['非常满意', '满意', '基本满意', '不满意', '非常不满意'])
  await expect(page.getByText('周晓禾')).toHaveCount(0)
  expect(await violations(page, 'question')).toEqual([])

  // By keyboard alone: the worst of five.
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '您选的是：非常不满意' })).toBeFocused()
  await page.getByRole('button', { name: '态度不好' }).click()
  await page.getByRole('button', { name: '没有一次说清' }).click()
  await expect(page.getByRole('button', { name: '态度不好' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByLabel('想说的话').fill('材料少一样，跑了两趟')
  for (const digit of '1380013800') await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText('电话号码不对，请核对；不想留请清空。')).toBeVisible()
  expect(await violations(page, 'reasons')).toEqual([])
  await page.getByRole('button', { name: '0', exact: true }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByRole('heading', { name: '谢谢您的评价' })).toBeVisible()
  expect(await violations(page, 'thanks')).toEqual([])

  // The clerk learns that it is over, and has no door to any of it.
  const done = await api.until('desk', ({ rating }) => rating === 'done', 'the clerk sees that it is over')
  expect(JSON.stringify(done)).not.toMatch(/attitude|跑了两趟|13800138000/)
  const counter = await desk.counter()
  const doors = await counter.evaluate(() => (window.linchuang as unknown as { doors: readonly string[] }).doors)
  expect(doors.filter((door) => door.startsWith('rating.') || door === 'rating')).toEqual([])
  expect(refused(await api.query('ratings.list', { month: done.date.slice(0, 7) }))).toBe('not-allowed')
  const theirs = await page.evaluate(() => (window.linchuang as unknown as { doors: readonly string[] }).doors)
  expect([...theirs].sort()).toEqual(['beat', 'rating', 'rating.give', 'rating.stay'])

  await as(desk, 'shan', null)
  await counter.keyboard.press('Control+m')
  await counter.getByRole('tab', { name: '评价与回访' }).click()
  const open = counter.getByRole('region', { name: '要回访的差评' })
  await expect(open).toContainText('启动')
  expect(await violations(counter, 'list')).toEqual([])
  await open.getByRole('button', { name: 'A001' }).click()
  const said = counter.getByRole('region', { name: 'A001 号的评价' })
  await expect(said).toContainText('材料少一样，跑了两趟')
  await expect(said).toContainText('态度不好、没有一次说清')
  await expect(said).toContainText('138****8000')
  expect(await violations(counter, 'one rating')).toEqual([])
  await said.getByRole('button', { name: '看完整号码' }).click()
  await expect(said).toContainText('13800138000')

  // The rated clerk is not among those who may do it.
  const reviewer = counter.getByLabel('负责回访的人')
  await expect(reviewer.getByRole('option', { name: '单雨青' })).toHaveCount(1)
  await expect(reviewer.getByRole('option', { name: '周晓禾' })).toHaveCount(0)
  await reviewer.selectOption('shan')
  await counter.getByRole('form', { name: '启动' }).getByRole('button', { name: '启动' }).click()
  const closing = counter.getByRole('form', { name: '办结' })
  await closing.getByLabel('怎样处理、怎样告诉群众的').fill('补发了材料清单，已当面致歉')
  await closing.getByRole('button', { name: '办结' }).click()
  await expect(closing).toContainText('至少要回访一次才能办结')
  expect(await violations(counter, 'steps')).toEqual([])
  const calling = counter.getByRole('form', { name: '回访' })
  await calling.getByLabel('回访情况').fill('本人接听，说明了情况')
  await calling.getByRole('button', { name: '记下回访' }).click()
  await expect(counter.getByRole('region', { name: '经过' })).toContainText('回访，已联系上')
  await closing.getByLabel('群众的再次评价').selectOption({ label: '满意' })
  await closing.getByRole('button', { name: '办结' }).click()
  await expect(counter.getByRole('region', { name: '经过' })).toContainText('办结：属实，已整改')
  await counter.getByRole('button', { name: '回到列表' }).click()
  await expect(open).toContainText('没有要办的差评')
  const figures = counter.getByRole('region', { name: '本月数字' })
  await expect(figures).toContainText('100%（1/1）')
  await figures.getByRole('button', { name: '导出评价表' }).click()
  await expect(counter.getByText(/已导出 1 条/)).toBeVisible()

  const kinds = recorded(desk)
    .map(({ type }) => type)
    .filter((type) => /^(?:Rat|NotRated|FollowUp|CalledBack)/.test(type))
  expect(kinds).toEqual([
    'RatingAsked',
    'Rated',
    'FollowUpOpened',
    'RatingPhoneRevealed',
    'FollowUpStarted',
    'CalledBack',
    'FollowUpClosed'
  ])
})

test('who says nothing in time is not rated, and a face that was touched counts when time runs out', async ({
  desk
}) => {
  // Twice the shortest time that a hall may set.
  test.setTimeout(120_000)
  const page = await withRatingScreen(desk, 20)
  const visitor = doorsOf(() => Promise.resolve(page))
  await serve(desk)
  const asked = await visitor.until('rating', ({ screens }) => screens[0]?.ask != null, 'somebody is asked')
  const { ratingId = '' } = asked.screens[0]?.ask ?? {}
  await desk.api.until('desk', ({ rating }) => rating === 'done', 'the time is over')
  await expect(page.getByRole('heading', { name: '欢迎您来办事' })).toBeVisible()
  const late = { ratingId, level: 1, reasons: [], comment: '', phone: null }
  expect(refused(await visitor.command('rating.give', late))).toBe('rating-over')

  await serve(desk)
  await page.getByRole('button', { name: '基本满意' }).click()
  await expect(page.getByText(/到时按您选的提交/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '谢谢您的评价' })).toBeVisible({ timeout: 40_000 })
  const facts = recorded(desk)
  expect(facts.find(({ type }) => type === 'NotRated')).toMatchObject({ data: { why: 'timeout' } })
  expect(facts.find(({ type }) => type === 'Rated')).toMatchObject({ data: { level: 3, phone: null } })
})
