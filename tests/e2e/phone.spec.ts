import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { TicketPaper } from '../../shared/documents/papers.ts'
import type { HallService } from '../../shared/domain/hall/service.ts'
import { ADMINISTRATOR, accepted, type RunningApp, settled } from '../support/app.ts'
import { violations } from '../support/e2eAxe.ts'
import { openBrowser } from '../support/e2eBrowser.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** 排队情况 on the visitor's own phone: the real program, asked over the network as a phone would. */

/** A port that nobody has just now. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '0.0.0.0', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** An administrator sets the page; the clerk sits down again. What became of it. */
async function setPhone(desk: RunningApp, phone: HallService['phone']) {
  const { api } = desk
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const service = accepted(await api.query('service.get', {}))
  accepted(await api.command('service.set', { service: { ...service, phone } as InputOf<'service.set'>['service'] }))
  const state = accepted(await api.query('phone.state', {}))
  accepted(await api.command('staff.signOut', {}))
  await desk.found()
  accepted(await api.command('queue.openCounter', {}))
  return state
}

const take = async ({ api }: RunningApp) =>
  accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }))

/** Papers of tickets as they are on record, oldest first. */
const papers = (desk: RunningApp): readonly TicketPaper[] =>
  new LogReader(desk.dataFolder)
    .read()
    .flatMap(({ events }) => events)
    .flatMap((e) => (e.type === 'DocumentIssued' && e.data.paper.kind === 'ticket' ? [e.data.paper] : []))

/** What a scanner reads from the printed ticket. */
function codeOn({ dataFolder }: RunningApp, no: string): string {
  const folder = path.join(dataFolder, 'papers')
  const file = path.join(folder, readdirSync(folder).find((name) => name.startsWith(no)) ?? '')
  const image = path.join(dataFolder, no)
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-singlefile', file, image])
  return execFileSync('zbarimg', ['-q', '--raw', `${image}.pgm`], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim()
}

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status
const textOf = async (url: string): Promise<string> => (await (await fetch(url)).text()).replace(/<[^>]+>/g, ' ')

test('is off until somebody switches it on, and then follows the number that was scanned', async ({ desk }) => {
  test.setTimeout(120_000)
  const port = await freePort()
  await take(desk)
  expect(papers(desk).map((paper) => paper.phoneUrl)).toEqual([undefined])
  expect(existsSync(path.join(desk.dataFolder, 'phone.key'))).toBe(false)

  const state = await setPhone(desk, { on: true, port, host: '127.0.0.1' })
  expect(state).toEqual({ on: true, address: `http://127.0.0.1:${port}/`, problem: null })
  if (process.platform !== 'win32') {
    expect(statSync(path.join(desk.dataFolder, 'phone.key')).mode & 0o777).toBe(0o600)
  }
  const { no, ticketId } = await take(desk)
  await settled(desk)
  const url = codeOn(desk, no)
  expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/t/${ticketId}\\?c=[\\w-]+$`))
  expect(await textOf(url)).toContain('前面还有 1 人')

  const { api } = desk
  accepted(await api.command('queue.callNext', {}))
  expect(await textOf(url)).toContain('前面没有人了')
  accepted(await api.command('queue.startService', {}))
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  accepted(await api.command('queue.callNext', {}))
  expect(await textOf(url)).toContain('请到 1 号窗口')
  accepted(await api.command('queue.startService', {}))
  expect(await textOf(url)).toContain('办理中')
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  expect(await textOf(url)).toContain('已办完')

  // The clerk, the ticket of somebody else, a guess, the data folder: none of it.
  expect(await textOf(url)).not.toContain('周晓禾')
  for (const wrong of [url.slice(0, -1), url.replace(no, 'A001'), `http://127.0.0.1:${port}/`]) {
    expect(await statusOf(wrong)).toBe(404)
  }

  expect(await setPhone(desk, { on: false, port, host: '127.0.0.1' })).toEqual({
    on: false,
    address: null,
    problem: null
  })
  expect(await listens(port)).toBe(false)
  await take(desk)
  expect(papers(desk).at(-1)?.phoneUrl).toBeUndefined()
})

test('the address of a ticket still holds after the program was started again', async ({ desk, launch }) => {
  test.setTimeout(120_000)
  const port = await freePort()
  await setPhone(desk, { on: true, port, host: '127.0.0.1' })
  await take(desk)
  const url = papers(desk).at(-1)?.phoneUrl ?? ''
  await desk.close()
  expect(await listens(port)).toBe(false)
  const again = await launch()
  await again.found()
  await expect.poll(() => listens(port), { message: 'the page is back' }).toBe(true)
  expect(await textOf(url)).toContain('等候中')
})

test('a port that another program has leaves the hall as it was', async ({ desk }) => {
  test.setTimeout(120_000)
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve))
  const { port } = other.address() as AddressInfo
  expect(await setPhone(desk, { on: true, port, host: '' })).toEqual({ on: true, address: null, problem: 'port-taken' })
  const { no } = await take(desk)
  accepted(await desk.api.command('queue.callNext', {}))
  await settled(desk)
  expect(codeOn(desk, no)).toBe(papers(desk).at(-1)?.ticketId)
  await new Promise((resolve) => other.close(resolve))
})

/** What the page itself decides about its timing is looked at by name; everything else must be without fault. */
const faults = async (page: Page, where: string): Promise<readonly string[]> =>
  (await violations(page, where)).filter((one) => !one.includes(': meta-refresh at'))

test('can be read on the narrowest phone, by day and by night, and breaks no rule of WCAG 2.2 AA', async ({ desk }) => {
  test.setTimeout(180_000)
  const port = await freePort()
  await setPhone(desk, { on: true, port, host: '127.0.0.1' })
  await take(desk)
  await take(desk)
  const url = papers(desk).at(-1)?.phoneUrl ?? ''
  const browser = await openBrowser(url, 320)
  const { page } = browser
  try {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    const look = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await faults(page, `${name}, ${colorScheme}`)).toEqual([])
        await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) })
      }
      const [wide, size] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        getComputedStyle(document.querySelector('h1') ?? document.body).fontWeight
      ])
      expect(wide).toBeLessThanOrEqual(320)
      // The look is in the page by its hash; without it a heading is as wide, and a number is small.
      expect(size).toBe('700')
    }
    await expect(page.locator('h1')).toContainText('A002')
    expect(await page.locator('h1 b').evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))).toBe(72)
    await look('waiting')

    // Somebody who reads slowly stops it by keyboard alone.
    await page.getByRole('link', { name: '停止自动更新' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('link', { name: '恢复自动更新' })).toBeVisible()
    expect(await violations(page, 'stopped')).toEqual([])
    accepted(await desk.api.command('queue.callNext', {}))
    await page.getByRole('link', { name: '现在更新' }).click()
    await expect(page.getByText('前面没有人了')).toBeVisible()
    await page.getByRole('link', { name: '恢复自动更新' }).click()

    // The rest comes by itself.
    accepted(await desk.api.command('queue.startService', {}))
    accepted(await desk.api.command('queue.finishService', { saidEnd: null }))
    accepted(await desk.api.command('queue.callNext', {}))
    await expect(page.getByRole('heading', { name: '请到 1 号窗口' })).toBeVisible({ timeout: 30_000 })
    await look('called')
    await page.goto(`http://127.0.0.1:${port}/`)
    await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
    await look('not-found')
    expect(said.filter((line) => /policy|refused to/i.test(line) && !line.includes("'data:,'"))).toEqual([])
  } finally {
    await browser.close()
  }
})
