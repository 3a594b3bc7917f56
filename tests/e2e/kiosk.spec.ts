import type { Page } from '@playwright/test'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { accepted, type RunningApp } from '../support/app.ts'
import { violations } from '../support/e2eAxe.ts'
import { clockAt } from '../support/e2eDesk.ts'
import { filesWith, kioskPage, onReceiptPrinter, planned, setService } from '../support/e2eKiosk.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'
import { startRawListener } from '../support/rawListener.ts'
import { startReader } from '../support/readerSimulator.ts'

/** 取号机: a number for whoever comes, by finger or by key, with or without paper, and never one too many. */

const recorded = (desk: RunningApp): DomainEvent[] => new LogReader(desk.dataFolder).read().flatMap((r) => r.events)

type Issued = Extract<DomainEvent, { type: 'TicketIssued' }>['data']
const issued = (desk: RunningApp): Issued[] =>
  recorded(desk).flatMap((event) => (event.type === 'TicketIssued' ? [event.data] : []))

const start = (page: Page) => page.getByRole('heading', { name: '请选择要办的业务' })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const number = (page: Page, no: string) => page.getByRole('heading', { name: `您的号码 ${no}` })
const home = (page: Page) => button(page, '记住了，回首页').click()

test('a touch on a group gives one number, says what it means, and the kiosk goes back by itself', async ({ desk }) => {
  await setService(desk, (service) => planned(service, { idleSeconds: 10 }))
  const page = await kioskPage(desk)
  expect(await violations(page, 'start')).toEqual([])
  const group = button(page, /^A 民政 没有人等 约 \d+–\d+ 分钟|^A 民政 没有人等 马上就到/)
  await expect(group).toBeVisible()

  // Two touches at once are one.
  await group.dblclick()
  await expect(number(page, 'A001')).toBeFocused()
  await expect(page.getByText('前面没有人，请留意叫号')).toBeVisible()
  await expect(page.getByText('请留意 1、9 号窗口')).toBeVisible()
  await expect(page.getByText('票已打印，请取走。')).toBeVisible()
  await expect(page.getByRole('timer')).toContainText('秒后回到首页')
  expect(await violations(page, 'result')).toEqual([])
  expect(issued(desk)).toMatchObject([{ no: 'A001', source: 'kiosk' }])

  // By keyboard alone, from where the focus is.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(start(page)).toBeFocused()
  await button(page, /^B 社保就业/).focus()
  await page.keyboard.press('Enter')
  await expect(number(page, 'B001')).toBeFocused()
  // Nobody touches it any more.
  await expect(start(page)).toBeVisible({ timeout: 30_000 })
  await expect(button(page, /^A 民政 1 人在等/)).toBeVisible()
  expect(issued(desk)).toHaveLength(2)
})

test('large type stays until the visitor has gone; a touch gives the whole time again', async ({ desk }) => {
  await setService(desk, (service) => planned(service, { idleSeconds: 10 }))
  const page = await kioskPage(desk)
  await expect(page.getByRole('timer')).toHaveCount(0)
  await button(page, '大字版').click()
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  const large = await size()
  expect(await violations(page, 'large type')).toEqual([])
  await expect(page.getByRole('timer')).toContainText(/[1-6] 秒后回到首页/)
  await button(page, '再等一会儿').click()
  await expect(page.getByRole('timer')).toContainText(/(10|9) 秒后回到首页/)
  await expect(page.getByRole('heading', { name: '请点要办的事' })).toBeVisible()
  await expect(start(page)).toBeVisible({ timeout: 20_000 })
  expect(await size()).toBeLessThan(large)
  await expect(button(page, '大字版')).toHaveAttribute('aria-pressed', 'false')
})

test('an item is found by its initials on the screen or by words from a keyboard, and leads to its group', async ({
  desk
}) => {
  await setService(desk, (service) => planned(service))
  const page = await kioskPage(desk)
  await button(page, '不知道选哪个？按名称找').click()
  await expect(page.getByRole('heading', { name: '按名称找' })).toBeFocused()
  for (const letter of 'DBX') await button(page, letter).click()
  await expect(page.getByLabel('业务名称或拼音首字母')).toHaveValue('DBX')
  await button(page, '退一格').click()
  await expect(page.getByRole('status').filter({ hasText: '点一下就取号' })).toBeVisible()
  expect(await violations(page, 'search')).toEqual([])
  await button(page, '清空').click()
  await page.getByLabel('业务名称或拼音首字母').fill('低保')
  const found = button(page, /取“民政”的号/).first()
  await expect(found).toContainText('低保')
  await found.click()
  await expect(number(page, 'A001')).toBeVisible()
  const [ticket] = issued(desk)
  expect(ticket?.itemId).toMatch(/\S/)
})

test('whoever wants to be called earlier says why, and can take it back', async ({ desk }) => {
  await setService(desk, (service) => planned(service))
  const page = await kioskPage(desk)
  await button(page, '是否需要优先？').click()
  await expect(page.getByRole('heading', { name: '您属于哪一种？' })).toBeFocused()
  expect(await violations(page, 'priority')).toEqual([])
  await button(page, '孕妇、带婴幼儿').click()
  await expect(page.getByText('优先：孕妇、带婴幼儿')).toBeVisible()
  expect(await violations(page, 'chosen')).toEqual([])
  await button(page, /^C 医保卫健/).click()
  await expect(number(page, 'C001')).toBeVisible()
  await expect(page.getByText('优先：孕妇、带婴幼儿')).toBeVisible()
  await home(page)
  // The next visitor begins with nothing.
  await expect(start(page)).toBeFocused()
  await button(page, /^C 医保卫健/).click()
  await expect(number(page, 'C002')).toBeVisible()
  expect(issued(desk).map(({ priority }) => priority?.reason ?? null)).toEqual(['maternity', null])
})

test('an appointment is checked in by its six digits, once, and a wrong code stays to be put right', async ({
  launch
}) => {
  // A Monday morning: appointments are for working days, and a slot must not have begun.
  const desk = await launch({ env: clockAt('2026-03-02', '09:05:00') })
  await desk.found()
  await setService(desk, (service) => ({
    ...planned(service),
    appointments: { ...service.appointments, on: true, places: { A: 2 } }
  }))
  const slot = { group: 'A', date: '2026-03-02', slot: '10:00' }
  const { code } = accepted(await desk.api.command('appointments.book', { ...slot, name: '欧阳娜娜子', phone: null }))
  const page = await kioskPage(desk)
  await button(page, '我有预约，签到').click()
  await expect(page.getByRole('heading', { name: '预约签到' })).toBeFocused()
  const typed = page.getByLabel('预约码')
  await button(page, '签到取号').click()
  await expect(page.getByText('预约码是六位数字，请接着输入。')).toBeVisible()
  const wrong = `${code.slice(0, 5)}${code.endsWith('0') ? '1' : '0'}`
  for (const digit of wrong) await button(page, digit).click()
  await button(page, '签到取号').click()
  await expect(page.getByText('今天没有这个预约。请核对六位预约码，或者直接取号。')).toBeVisible()
  await expect(typed).toHaveValue(wrong)
  expect(await violations(page, 'wrong code')).toEqual([])
  await button(page, '退一格').click()
  await typed.press('End')
  await typed.pressSequentially(code.slice(5))
  await expect(page.getByText('今天没有这个预约')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(number(page, 'A001')).toBeVisible()
  await expect(page.locator('body')).not.toContainText('欧阳')
  await home(page)
  await button(page, '我有预约，签到').click()
  for (const digit of code) await button(page, digit).click()
  await button(page, '签到取号').click()
  await expect(page.getByText('这个预约已经签到，取的是 A001 号。')).toBeVisible()
  expect(issued(desk)).toMatchObject([{ no: 'A001', source: 'kiosk' }])
})

test('a group that gives no numbers says why and what to do', async ({ desk }) => {
  await setService(desk, (service) => ({
    ...planned(service),
    queue: { ...service.queue, contingents: { A: 1 } }
  }))
  const page = await kioskPage(desk)
  await button(page, /^A 民政/).click()
  await home(page)
  const full = button(page, /^A 民政 今天的号已发完 请改天再来/)
  await expect(full).toHaveAttribute('aria-disabled', 'true')
  await full.click({ force: true })
  await button(page, '不知道选哪个？按名称找').click()
  await page.getByLabel('业务名称或拼音首字母').fill('低保')
  const found = button(page, /今天的号已发完/).first()
  await expect(found).toHaveAttribute('aria-disabled', 'true')
  expect(await violations(page, 'full')).toEqual([])
  expect(issued(desk)).toHaveLength(1)
})

test('without paper no number is lost: said first, taken only by a press, shown to be remembered', async ({ desk }) => {
  const printer = await startRawListener()
  try {
    await setService(
      desk,
      (service) => planned(service),
      async () => void accepted(await desk.api.command('printers.assign', onReceiptPrinter(printer.port)))
    )
    const page = await kioskPage(desk)
    printer.set({ paper: 'out' })
    await button(page, /^A 民政/).click()
    await expect(page.getByRole('heading', { name: '票纸用完了，号码不会丢' })).toBeFocused()
    expect(await violations(page, 'no paper')).toEqual([])
    expect(issued(desk)).toEqual([])
    await button(page, '不要纸票，记住号码').dblclick()
    await expect(number(page, 'A001')).toBeVisible()
    await expect(page.getByText('请记住号码（可拍照）。')).toBeVisible()
    expect(issued(desk)).toHaveLength(1)
    await home(page)
    await expect(page.getByText('票纸用完了，号码不会丢。现在取号不打票，请记住屏幕上的号码。')).toBeVisible()

    // Who would rather go to the counter has taken nothing.
    await button(page, /^B 社保就业/).click()
    await button(page, '不取了，回首页').click()
    await expect(start(page)).toBeVisible()
    expect(issued(desk)).toHaveLength(1)

    // New paper: the notice goes, the next number is A002 and comes out.
    printer.set({ paper: 'ok' })
    await button(page, /^A 民政/).click()
    await expect(number(page, 'A002')).toBeVisible()
    await expect(page.getByText('票已打印，请取走。')).toBeVisible()
    await home(page)
    await expect(page.getByText('票纸用完了')).toHaveCount(0)

    // It was well when it was asked, and could not print what it was sent.
    printer.when({ lines: 1, change: { paper: 'out' } })
    await button(page, /^A 民政/).click()
    await expect(number(page, 'A003')).toBeVisible()
    await expect(page.getByText('票没有打出来，号码有效，请记住 A003')).toBeVisible({ timeout: 20_000 })
    expect(await violations(page, 'print failed')).toEqual([])
    expect(issued(desk).map(({ no }) => no)).toEqual(['A001', 'A002', 'A003'])
  } finally {
    await printer.stop()
  }
})

test('a hall that wants paper sends to the counter when there is none', async ({ desk }) => {
  const printer = await startRawListener()
  try {
    printer.set({ paper: 'out' })
    await setService(
      desk,
      (service) => planned(service, { withoutPaper: false }),
      async () => void accepted(await desk.api.command('printers.assign', onReceiptPrinter(printer.port)))
    )
    const page = await kioskPage(desk)
    await button(page, /^A 民政/).click()
    await expect(page.getByText('请到窗口取号，工作人员会帮您。')).toBeVisible()
    await expect(button(page, '不要纸票，记住号码')).toHaveCount(0)
    expect(issued(desk)).toEqual([])
  } finally {
    await printer.stop()
  }
})

test('without the program behind it the kiosk says so and offers nothing to press', async ({ desk }) => {
  await setService(desk, (service) => planned(service))
  const page = await kioskPage(desk)
  // Main stands still; what the page shows meanwhile is looked at from within.
  await page.evaluate(() => {
    const look = setInterval(() => {
      const text = document.body.innerText
      if (!text.includes('连不上')) return
      clearInterval(look)
      const buttons = [...document.querySelectorAll('button')].filter((one) => one.checkVisibility()).length
      document.body.dataset.seen = JSON.stringify({ text, buttons })
    }, 50)
  })
  await desk.app.evaluate(() => {
    const end = Date.now() + 8000
    while (Date.now() < end);
  })
  await expect(page.locator('body')).toHaveAttribute('data-seen', /./)
  const seen = await page.locator('body').getAttribute('data-seen')
  const { text, buttons } = JSON.parse(seen ?? '') as { text: string; buttons: number }
  expect(text).toContain('取号机暂时连不上，不能取号。')
  expect(text).toContain('请到窗口取号')
  expect(buttons).toBe(0)
  await expect(start(page)).toBeVisible()
})

const OLD = { name: '欧阳娜娜子', idNumber: '11010519491231002X' }

test('a card tells the kiosk nothing but that somebody is old enough to be asked', async ({ desk }) => {
  const reader = await startReader()
  try {
    await setService(desk, (service) => planned(service, { reader: reader.ws }))
    const page = await kioskPage(desk)
    await expect(page.getByText('可以刷身份证')).toBeVisible()
    reader.lay({ idKind: 'residentId', ...OLD, validUntil: '长期', address: '云溪街道云栖社区 3 号' })
    await expect(page.getByText('您可以按老年人优先取号。')).toBeVisible()
    expect(await violations(page, 'card')).toEqual([])
    await button(page, '优先取号').click()
    await expect(page.getByText('优先：老年人')).toBeVisible()
    await button(page, /^A 民政/).click()
    await expect(number(page, 'A001')).toBeVisible()
    await home(page)

    // A younger one is thanked; one that types does as well as one that is asked.
    reader.lay({ idKind: 'residentId', name: '单雨青', idNumber: '500102200002299994' })
    await expect(page.getByText('证件已读，请选择业务。')).toBeVisible()
    await button(page, '知道了').click()
    await page.keyboard.type(`${OLD.name}|女|汉|${OLD.idNumber}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('您可以按老年人优先取号。')).toBeVisible()
    await button(page, '不用').click()
    await button(page, /^A 民政/).click()
    await expect(number(page, 'A002')).toBeVisible()
    expect(issued(desk).map(({ priority }) => priority ?? null)).toEqual([{ reason: 'elderly', note: '' }, null])

    // Gone and back: said by the reader's state, nothing else changes.
    await home(page)
    await reader.away()
    await expect(page.getByText('可以刷身份证')).toHaveCount(0)
    await reader.back()
    await expect(page.getByText('可以刷身份证')).toBeVisible({ timeout: 20_000 })
  } finally {
    await reader.stop()
  }
  await desk.close()
  expect(filesWith(desk.dataFolder, [OLD.name, OLD.idNumber, '500102200002299994'])).toEqual([])
})
