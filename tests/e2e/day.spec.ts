import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { accepted, doorsOf, settled } from '../support/app.ts'
import { type Clerk, clerkAt, clerkOn, clockAt, type Launch } from '../support/e2eDesk.ts'
import { intake, itemFor, visitor } from '../support/e2eIntake.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** An evening on which not everybody is done, the midnight after it, and the next morning. */

const EVENING = '2026-03-09'
const MORNING = '2026-03-10'

async function leave({ program }: Clerk): Promise<void> {
  await settled(program)
  await program.close()
}

/** The desk is asked for again, so that the clerk sits where the day was left. */
async function sitDown(launch: Launch, date: string, time: string, login: string): Promise<Clerk> {
  const program = await launch({ env: clockAt(date, time) })
  await program.found({ login })
  const clerk = clerkAt(program, await program.counter())
  await clerk.sees('开门与日结')
  return clerk
}

const region = ({ page }: Clerk, name: string) => page.getByRole('region', { name, exact: true })

/** Pages and text of the newest sheet of that day. */
function printedSheet({ program }: Clerk, date: string): { readonly pages: string; readonly text: string } {
  const folder = path.join(program.dataFolder, 'papers')
  const names = readdirSync(folder).filter((name) => name.startsWith(`日结单_${date}`))
  const file = path.join(folder, names[0] ?? '')
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
  return { pages: /Pages:\s+(\d+)/.exec(info)?.[1] ?? '', text: text.replace(/\s/g, '') }
}

async function printSheet(clerk: Clerk, date: string): Promise<string> {
  await clerk.at('day.main')
  await clerk.press('Control+p')
  expect(await clerk.docNo('日结单')).toBe(`日结单 ${date}`)
  await expect(clerk.page.locator('.printBar .paperLight').filter({ hasNotText: '已打印' })).toHaveCount(0)
  const { pages, text } = printedSheet(clerk, date)
  expect(pages).toBe('1')
  await clerk.screen('day-paper')
  await clerk.press('Escape')
  await clerk.at('day.main')
  return text
}

test('who is left in the evening is served past closing time, lapses by name at midnight, and is told in the morning', async ({
  launch
}) => {
  test.setTimeout(300_000)
  const evening = await clerkOn(launch, EVENING, '17:29:30', 'shan')
  const { api } = evening.program
  for (const group of 'AAA') accepted(await api.command('queue.issueTicket', { group, priority: null }))
  accepted(await api.command('queue.callNext', {}))
  accepted(await api.command('queue.startService', {}))
  accepted(await api.command('queue.hold', { reason: '去复印' }))
  accepted(await api.command('queue.callNext', {}))
  accepted(await api.command('casework.accept', intake(await itemFor(api, '低保'), visitor(0))))

  // 延时服务: the clock notices by itself.
  await expect(evening.page.locator('.deskHead')).toContainText('延时服务', { timeout: 100_000 })
  await evening.press('Control+d')
  await evening.at('day.main')
  await evening.press('2')
  await evening.at('day.main')
  await evening.sees('还有人没办完，大厅不能关闭')
  await evening.sees(/^延时服务从 17:3\d 开始/)
  for (const line of ['等候中 A003', '已叫号 A002', '挂起 A001']) await evening.sees(line)
  await expect(region(evening, '没打出来的文书').getByRole('listitem')).toHaveCount(1)
  await evening.screen('day-evening')
  await evening.press('Alt+g')
  await expect(region(evening, '开门与日结').getByRole('alert')).toContainText('等候 A003；在办 A002；挂起 A001')
  await evening.screen('day-refused')
  const text = await printSheet(evening, EVENING)
  for (const said of ['大厅还没有关闭', '延时服务从17:3', '没办完的号（3项）', '没打出来的文书（1项）']) {
    expect(text).toContain(said)
  }
  await leave(evening)

  const night = await sitDown(launch, EVENING, '23:59:25', 'shan')
  const hall = doorsOf(night.program.hall)
  await hall.until('hall', ({ calls }) => calls[0]?.no === 'A002', 'the call of the evening stands on the hall screen')
  await night.press('Control+d')
  await night.press('2')
  await night.at('day.main')
  // Nobody touches a key from here on.
  const lapsed = region(night, '上次结束时作废的号').getByRole('listitem')
  await expect(lapsed).toHaveCount(3, { timeout: 60_000 })
  await expect(lapsed.filter({ hasText: '3月9日没办完，已作废' })).toHaveCount(3)
  const clean = await hall.until('hall', ({ date }) => date === MORNING, 'the hall screen has turned the day')
  expect(clean).toMatchObject({ calls: [], sayings: [], waitingAll: 0, extendedSince: null })
  await expect((await night.program.hall()).locator('body')).not.toContainText(/A00\d/)
  await night.screen('day-midnight')
  await leave(night)
  const records = new LogReader(night.program.dataFolder).read()
  const closing = records.find(({ events }) => events.some(({ type }) => type === 'HallDayClosed'))
  expect(closing?.stream).toBe(`queue-${EVENING}`)
  expect(closing?.meta).toMatchObject({ by: 'system', date: MORNING })
  expect(closing?.events.map(({ type }) => type)).toEqual([
    'TicketExpired',
    'TicketExpired',
    'TicketExpired',
    'ExtendedServiceEnded',
    'HallDayClosed'
  ])
  expect(closing?.events.at(-1)).toMatchObject({ data: { expired: ['A001', 'A002', 'A003'] } })

  const morning = await sitDown(launch, MORNING, '08:40:00', 'zhou')
  await expect(morning.page.getByTestId('opening')).toContainText('今天还没有做开门检查。')
  await morning.screen('day-line')
  await morning.press('Control+d')
  await morning.at('day.main')
  await morning.press('Control+Enter')
  const checks = morning.page.getByRole('list', { name: '检查结果' }).getByRole('listitem')
  await expect(checks).toHaveCount(10)
  await morning.sees(/^今天 08:4\d 检查$/)
  await expect(checks.filter({ hasText: '大厅屏' })).toContainText('1 块大厅屏都开着')
  await expect(checks.filter({ hasText: '时钟' })).toContainText('正常')
  await expect(checks.filter({ hasText: '前一天的遗留' })).toContainText('有 1 份文书没有打出来')
  await expect(morning.page.getByTestId('opening')).toHaveCount(0)
  await morning.screen('day-checks')

  await morning.press('2')
  const told = await printSheet(morning, MORNING)
  expect(told).toContain('上次结束时作废的号（3项）')
  for (const no of ['A001', 'A002', 'A003']) expect(told).toContain(`${no}民政3月9日没办完，已作废`)
  // A clerk sees who closes the hall, and cannot.
  await morning.sees('关闭大厅由负责人操作。')
  const first = accepted(await morning.program.api.command('queue.issueTicket', { group: 'A', priority: null }))
  expect(first.no).toBe('A001')
  await morning.press('Escape')
  await morning.at('itemId')
})

test('a lead closes the hall when everybody is done; whoever comes then still gets a number at the counter', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const lead = await clerkOn(launch, EVENING, '16:50:00', 'shan')
  const { api } = lead.program
  accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }))
  accepted(await api.command('queue.callNext', {}))
  accepted(await api.command('queue.startService', {}))
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  await lead.press('Control+d')
  await lead.press('2')
  await lead.at('day.main')
  await lead.press('Alt+g')
  await lead.dialog().getByRole('heading', { name: '关闭大厅' }).waitFor()
  await lead.screen('day-close')
  await lead.press('1')
  await lead.sees('大厅已经关闭')
  await lead.at('day.main')
  await lead.screen('day-closed')
  expect(await printSheet(lead, EVENING)).toContain('大厅已经关闭')
  const { no } = accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }))
  expect(no).toBe('A002')
  await lead.sees('等候中 A002')
})
