import { refusalText } from '../../renderer/texts/refusals.ts'
import { refused, settled } from '../support/app.ts'
import { type Clerk, clerkOn } from '../support/e2eDesk.ts'
import { visitor } from '../support/e2eIntake.ts'
import { expect, test } from '../support/e2eTest.ts'

/** Limits of days and weeks, lived through: the same folder, started again on a later day or kept running into one. */

/** 林木采伐许可: a licence, promised in 5 working days, 20 by law. */
async function treeFelling(clerk: Clerk): Promise<void> {
  await clerk.item('砍树', '农村居民林木采伐许可')
  await clerk.person(visitor(4))
}

const caseNo = async ({ page }: Clerk): Promise<string> => (await page.getByTestId('case-no').textContent()) ?? ''

async function leave({ program }: Clerk): Promise<void> {
  await settled(program)
  await program.close()
}

test('the supplement period is printed and reminded of, and ends a case by the hand of a clerk only', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const first = await clerkOn(launch, '2026-03-02')
  await treeFelling(first)
  await first.press('1')
  await first.press('1')
  await first.press('2')
  await first.press('Enter')
  await first.press('0')
  await first.outcome('有 1 项要补，将出具')
  const notice = await first.issue()
  await first.print()
  expect(first.paper(notice)).toContain('2026年6月1日')
  const no = await caseNo(first)
  await leave(first)

  const reminder = await clerkOn(launch, '2026-05-26')
  const rows = await reminder.work()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('提醒申请人补齐材料')
  await reminder.screen('lapse-work')
  await reminder.press('Enter')
  await reminder.summary('缺 1 份，申请人6月1日前补齐')
  await reminder.press('Control+j')
  await reminder.dialog().getByRole('button', { name: '提醒补正' }).waitFor()
  // Nobody may be sent away before the printed day is over.
  await expect(reminder.dialog().getByRole('button', { name: '退件' })).toHaveCount(0)
  const { caseId } = await reminder.record(no)
  const early = await reminder.program.api.command('casework.return', { caseId, reason: '没有补齐' })
  expect(refused(early)).toBe('lapse-not-yet')
  await reminder.screen('lapse-acts')
  await reminder.press('Escape')
  await reminder.act('提醒补正')
  await reminder.dialog().getByRole('heading', { name: '提醒申请人补正' }).waitFor()
  await reminder.screen('lapse-remind')
  await reminder.press('Control+Enter')
  await reminder.sees('打了电话')
  await expect((await reminder.work()).first()).toContainText('待补正')
  await reminder.press('3')
  await reminder.sees('没有要今天处理的件')
  await reminder.at('work.back')
  await reminder.press('1')
  await reminder.at('work.list')
  await leave(reminder)

  const after = await clerkOn(launch, '2026-06-09')
  const late = await after.work()
  await expect(late.first()).toContainText('补正期限已过，定退件或再催')
  await after.press('Enter')
  await after.summary('6月1日的期限已过')
  expect((await after.record(no)).status).toBe('supplement')
  await after.screen('lapse-passed')
  await after.press('Control+Enter')
  await after.dialog().getByRole('heading', { name: '退件' }).waitFor()
  await after.type('补正期限届满，经电话提醒仍未补齐')
  await after.screen('lapse-return')
  await after.press('Control+Enter')
  const returned = await after.docNo('退件通知书')
  await after.print()
  const paper = after.paper(returned)
  for (const said of ['退件通知书', '补正期限届满，经电话提醒仍未补齐', '重新']) expect(paper).toContain(said)
  await after.press('Escape')
  await after.summary('已退件')
  await after.screen('lapse-returned')
})

test('five working days of silence: accepted from the day of receipt, when the day turns (许可法 32)', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const receipt = await clerkOn(launch, '2026-03-02')
  await treeFelling(receipt)
  await receipt.press('0')
  await receipt.press('Control+j')
  await receipt.page.getByRole('menuitem', { name: '收件' }).waitFor()
  await receipt.page.getByRole('menuitem', { name: '收件' }).press('Enter')
  const kept = await receipt.docNo('收件凭证')
  await receipt.screen('receipt')
  await receipt.print()
  expect(receipt.paper(kept)).toContain('2026年3月9日')
  const no = await caseNo(receipt)
  await receipt.search(no)
  await receipt.at('case.main')
  await receipt.press('Control+j')
  await receipt.dialog().getByRole('button', { name: '申请人撤回' }).waitFor()
  // Nothing has lapsed: what cannot be done is not offered.
  await expect(receipt.dialog().getByRole('button', { name: '退件' })).toHaveCount(0)
  await leave(receipt)

  const night = await clerkOn(launch, '2026-03-09', '23:59:30')
  await night.search(no)
  await night.summary('已收件，3月9日前要受理或者一次告知')
  await night.screen('deemed-before')
  // Nobody touches a key from here on.
  await expect(night.page.getByTestId('case-summary')).toContainText('逾期未告知，视为已受理', { timeout: 60_000 })
  await night.sees('2026年3月10日')
  await night.sees('逾期未告知，视为受理')
  await night.screen('deemed-after')
  const { status, deemed, acceptedOn, promisedDue, statutoryDue, papers } = await night.record(no)
  expect({ status, deemed, acceptedOn }).toEqual({ status: 'accepted', deemed: true, acceptedOn: '2026-03-02' })
  expect([promisedDue?.date, statutoryDue?.date]).toEqual(['2026-03-09', '2026-03-30'])
  const acceptance = papers.find(({ kind }) => kind === 'acceptanceNotice')
  await night.page
    .getByRole('button', { name: acceptance?.docNo ?? '' })
    .first()
    .press('Enter')
  expect(await night.docNo('受理通知书')).toBe(acceptance?.docNo)
  await night.screen('deemed-paper')
  await night.print()
  const paper = night.paper(acceptance?.docNo ?? '')
  for (const said of ['受理日期', '2026年3月2日', '告知期限已满', '视为受理']) expect(paper).toContain(said)
})

test('one extension, asked for by a clerk, approved by the head, told with its reason (许可法 42)', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const clerk = await clerkOn(launch, '2026-03-02')
  await treeFelling(clerk)
  await clerk.press('0')
  await clerk.issue()
  const no = await caseNo(clerk)
  await clerk.search(no)
  await clerk.summary('承诺3月9日前办结')
  await clerk.act('申请延长期限')
  await clerk.dialog().getByRole('heading', { name: '申请延长期限' }).waitFor()
  await expect(clerk.field('延长几个工作日（最多 10 个）')).toHaveValue('10')
  await clerk.type('11')
  await clerk.press('Control+Enter')
  await clerk.sees('请填 1 到 10 的整数。')
  await clerk.screen('extension-wrong')
  await clerk.fill('延长几个工作日（最多 10 个）', '8')
  await clerk.press('Enter')
  await clerk.type('山上积雪，暂时不能到伐区调查')
  await clerk.press('Control+Enter')
  await clerk.summary('申请延长 8 个工作日，待批准')
  await clerk.screen('extension-asked')
  await clerk.signOut()

  await clerk.signIn('shan')
  const rows = await clerk.work()
  await expect(rows.first()).toContainText('延长申请待批准')
  await clerk.screen('extension-work')
  await clerk.press('Enter')
  await clerk.at('case.main')
  await clerk.press('Control+Enter')
  await clerk.dialog().getByRole('heading', { name: '批准延长' }).waitFor()
  await clerk.sees('周晓禾（演示）申请延长 8 个工作日：山上积雪，暂时不能到伐区调查')
  await clerk.press('Control+Enter')
  await clerk.sees('请填写。')
  await clerk.type('程远山 主任')
  await clerk.screen('extension-approve')
  await clerk.press('Control+Enter')
  const notice = await clerk.docNo('延期告知书')
  await clerk.screen('extension-paper')
  await clerk.print()
  const paper = clerk.paper(notice)
  for (const said of ['山上积雪，暂时不能到伐区调查', '8个工作日', '程远山主任', '2026年3月19日', '第四十二条']) {
    expect(paper).toContain(said)
  }
  await clerk.press('Escape')
  await clerk.summary('承诺3月19日前办结')
  await clerk.summary('已延长 8 个工作日')
  await clerk.screen('extension-done')
  const { caseId, promisedDue, statutoryDue } = await clerk.record(no)
  expect([promisedDue?.date, statutoryDue?.date]).toEqual(['2026-03-19', '2026-04-10'])

  // Once only: the page does not offer it any more, and whoever asks all the same is told why not.
  await clerk.at('case.main')
  await clerk.press('Control+j')
  await clerk.dialog().getByRole('button', { name: '作决定' }).waitFor()
  await expect(clerk.dialog().getByRole('button', { name: '申请延长期限' })).toHaveCount(0)
  const again = await clerk.program.api.command('casework.requestExtension', { caseId, days: 1, reason: '还不够' })
  expect(refused(again)).toBe('extension-used')
  expect(refusalText({ code: 'extension-used' })).toContain('时限只能延长一次')
})
