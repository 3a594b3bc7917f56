import type { Page } from '@playwright/test'
import type { HallService, ScreenPlan } from '../../shared/domain/hall/service.ts'
import { ADMINISTRATOR, accepted, type RunningApp } from '../support/app.ts'
import { violations } from '../support/e2eAxe.ts'
import { expect, test } from '../support/e2eTest.ts'

/** The screens that are planned beside the counter's: they open, close, look right, and come back by themselves. */

const plan = (id: string, change: Partial<ScreenPlan> = {}): ScreenPlan => ({
  id,
  role: 'hall',
  display: null,
  fullscreen: true,
  counter: null,
  groups: [],
  counters: [],
  speaks: false,
  ...change
})

/** Changes what the hall sets for itself; somebody who may is signed in for it. */
async function set(desk: RunningApp, change: (service: HallService) => HallService): Promise<void> {
  accepted(await desk.api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const service = accepted(await desk.api.query('service.get', {})) as HallService
  accepted(await desk.api.command('service.set', { service: change(service) as never }))
}

/** What main has open of visitors’ screens: address and title. */
const windows = (desk: RunningApp): Promise<Record<string, string>> =>
  desk.app.evaluate(({ BrowserWindow }) =>
    Object.fromEntries(
      BrowserWindow.getAllWindows()
        .map((window) => [window.webContents.getURL(), window.getTitle()] as const)
        .filter(([url]) => /^linchuang:\/\/(hall|kiosk|rating)\//.test(url))
        .sort(([a], [b]) => a.localeCompare(b))
    )
  )

/** What stands on the hall screen, asked of main: a page whose process has died is lost to the test, not to the hall. */
const hallText = (desk: RunningApp): Promise<string> =>
  desk.app.evaluate(async ({ BrowserWindow }) => {
    const hall = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('linchuang://hall/')
    )
    if (!hall || hall.webContents.isCrashed()) return ''
    return hall.webContents.executeJavaScript('document.body.innerText') as Promise<string>
  })

const hallProcess = (desk: RunningApp): Promise<number> =>
  desk.app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().startsWith('linchuang://hall/'))
        ?.webContents.getOSProcessId() ?? 0
  )

async function callOne({ api }: RunningApp): Promise<void> {
  for (const group of 'AAB') accepted(await api.command('queue.issueTicket', { group, priority: null }))
  accepted(await api.command('queue.callNext', {}))
}

test('a hall has one hall screen unless it plans others', async ({ desk }) => {
  await desk.hall()
  expect(await windows(desk)).toEqual({ 'linchuang://hall/?screen=hall-1': '邻窗 · 大厅屏' })
})

test('planned screens open, keep to their zones, and close when they are no longer planned', async ({ desk }) => {
  await callOne(desk)
  await set(desk, (service) => ({
    ...service,
    screens: [plan('hall-1', { speaks: true }), plan('hall-2', { groups: ['B'] })]
  }))
  await expect
    .poll(() => windows(desk))
    .toEqual({
      'linchuang://hall/?screen=hall-1': '邻窗 · 大厅屏 hall-1',
      'linchuang://hall/?screen=hall-2': '邻窗 · 大厅屏 hall-2'
    })
  const page = (id: string): Page => {
    const found = desk.app.windows().find((one) => one.url().endsWith(`?screen=${id}`))
    if (!found) throw new Error(`no ${id}`)
    return found
  }
  await page('hall-1').getByText('A001').first().waitFor()
  const zone = page('hall-2')
  const counts = zone.getByRole('region', { name: '等候人数' })
  await expect(counts).toContainText('共 1 人')
  await expect(counts.getByRole('listitem')).toHaveCount(1)
  await expect(zone.getByRole('region', { name: '叫号' })).not.toContainText('A001')

  await set(desk, (service) => ({ ...service, screens: [plan('hall-2')] }))
  await expect.poll(() => windows(desk)).toEqual({ 'linchuang://hall/?screen=hall-2': '邻窗 · 大厅屏' })
})

test('a call that was taken back leaves the screen', async ({ desk }) => {
  const hall = await desk.hall()
  await callOne(desk)
  await expect(hall.getByRole('region', { name: '叫号' })).toContainText('A001')
  accepted(await desk.api.command('queue.undo', {}))
  await expect(hall.getByRole('region', { name: '叫号' })).not.toContainText('A001')
})

test('a hall screen whose process is killed comes back with the right picture', async ({ desk }) => {
  await desk.hall()
  await callOne(desk)
  await expect.poll(() => hallText(desk)).toContain('A001')
  const before = await hallProcess(desk)
  process.kill(before, 'SIGKILL')
  await expect.poll(() => hallProcess(desk)).not.toBe(before)
  // The hall has gone on in the meantime.
  accepted(await desk.api.command('queue.startService', {}))
  accepted(await desk.api.command('queue.finishService', { saidEnd: null }))
  accepted(await desk.api.command('queue.callNext', {}))
  await expect.poll(() => hallText(desk)).toContain('A002')
  expect(await hallText(desk)).toContain('共 1 人')
})

test('a hall screen that hangs is started anew', async ({ desk }) => {
  test.setTimeout(120_000)
  const hall = await desk.hall()
  await callOne(desk)
  await hall.getByText('A001').first().waitFor()
  const before = await hallProcess(desk)
  // Never answers again; the promise is lost with the page.
  hall
    .evaluate(() => {
      setTimeout(() => {
        for (;;);
      })
    })
    .catch(() => undefined)
  await expect.poll(() => hallProcess(desk), { timeout: 60_000 }).not.toBe(before)
  await expect.poll(() => hallText(desk)).toContain('A001')
})

const LYING = { width: 1920, height: 1080 }
const UPRIGHT = { width: 1080, height: 1920 }

const NOTICE =
  '国庆节期间（10月1日至8日）本中心不对外办公，急办事项请拨打值班电话 023-40000000。老年人、残疾人等可预约上门服务，由所在社区登记。'

for (const theme of ['night', 'day', 'ink'] as const) {
  test(`the hall screen in the theme ${theme} breaks nothing of WCAG 2.2 AA, and nothing of it is cut off`, async ({
    desk
  }) => {
    const hall = await desk.hall()
    await callOne(desk)
    await set(desk, (service) => ({
      ...service,
      board: {
        ...service.board,
        theme,
        pageSeconds: 5,
        pages: [{ id: 'n1', kind: 'notice', title: '国庆节办公安排', text: NOTICE, until: null }]
      }
    }))
    await expect(hall.locator('html')).toHaveAttribute('data-theme', theme)
    const sizes = theme === 'night' ? [LYING, UPRIGHT] : [LYING]
    for (const size of sizes) {
      await hall.setViewportSize(size)
      const seen: string[] = []
      // Contrast of all themes is computed from their colours elsewhere; what is drawn is the same in each.
      for (const panel of theme === 'night' ? ['窗口状态', '通知公告'] : ['通知公告']) {
        await hall.getByRole('region', { name: panel }).waitFor()
        seen.push(...(await violations(hall, `${theme} ${size.width} ${panel}`)))
        seen.push(...(await cutOff(hall)))
      }
      expect(seen).toEqual([])
    }
  })
}

/** Parts whose text does not fit into them. Descenders of tight lines may hang out by a little. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.hall, .hall *')]
      .filter((one) => getComputedStyle(one).overflow !== 'visible')
      .filter((one) => {
        const descender = 0.5 * Number.parseFloat(getComputedStyle(one).fontSize)
        return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + descender
      })
      .map((one) => `${one.className}: ${one.textContent}`)
  )
