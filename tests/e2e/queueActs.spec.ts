import { DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import { doorsOf } from '../support/app.ts'
import { clerkIn, issue, menu, ticketBox, undoKey, why } from '../support/e2eQueue.ts'
import { expect, test } from '../support/e2eTest.ts'

/** Every act on numbers by keyboard only, in the real program with the hall screen open. */

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
