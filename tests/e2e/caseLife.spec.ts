import { accepted, settled } from '../support/app.ts'
import { clerkOn } from '../support/e2eDesk.ts'
import { visitor } from '../support/e2eIntake.ts'
import { expect, test } from '../support/e2eTest.ts'

/** A matter from the first question to its result, by keyboard, with the papers that a visitor takes home. */

test('who only asks is told everything at once, and is not asked again the next day (许可法 30, 首问负责)', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const asked = await clerkOn(launch, '2026-03-02')
  await asked.item('临时救助', '临时救助（一般程序）')
  await asked.at('answers.s1')
  await asked.press('2')
  await asked.at('applicant.name')
  // Nobody has to say who they are to be told what is needed.
  await asked.press('Control+i')
  const notice = await asked.docNo('一次性告知书（咨询）')
  await asked.screen('enquiry-notice')
  await asked.print()
  const told = asked.paper(notice)
  for (const needed of [
    '临时救助申请审批表',
    '申请人居民身份证',
    '诚信（告知）承诺书',
    '居民家庭经济状况核对授权书',
    '遭遇困难的佐证材料',
    '银行卡或社会保障卡'
  ]) {
    expect(told).toContain(needed)
  }
  for (const notNeeded of ['居民户口簿', '授权委托书及代办人']) expect(told).not.toContain(notNeeded)
  expect(told).toContain('周晓禾')
  const no = (await asked.page.getByTestId('case-no').textContent()) ?? ''
  expect(no).toMatch(/^ZX\d+/)
  await settled(asked.program)
  await asked.program.close()

  const next = await clerkOn(launch, '2026-03-03', '10:00:00', 'qiu')
  await next.search(no)
  await next.summary('咨询已答复，可以接着办成办件')
  await next.screen('enquiry-page')
  await next.press('Control+Enter')
  await next.sees(`接着咨询 ${no}`)
  await expect(next.place('itemId')).toHaveValue('临时救助（一般程序）')
  await expect(next.page.getByRole('radio', { name: '以个人申请' })).toBeChecked()
  const person = visitor(4)
  await next.person(person)
  await next.press('0')
  await next.outcome('材料齐全，将出具')
  const acceptance = await next.issue()
  await next.screen('enquiry-accepted')
  await next.print()
  const caseNo = (await next.page.getByTestId('case-no').textContent()) ?? ''
  expect(caseNo).not.toBe(no)
  expect(next.paper(acceptance)).toContain(person.name)

  await next.search(caseNo)
  await next.sees('来窗口咨询')
  const titles = await next.page
    .getByRole('list', { name: '经过' })
    .locator('.timeline__title > strong')
    .allTextContents()
  expect(titles.filter((title) => ['来窗口咨询', '答复咨询', '受理'].includes(title))).toEqual([
    '来窗口咨询',
    '答复咨询',
    '受理'
  ])
  await next.screen('enquiry-case')
  const record = await next.record(caseNo)
  expect(record).toMatchObject({ status: 'accepted', firstResponder: '周晓禾（演示）', acceptedOn: '2026-03-03' })
  expect(record.papers.map(({ docNo }) => docNo)).toEqual(expect.arrayContaining([notice, acceptance]))
})

test('on the spot: from the call to both papers in at most 15 keys beyond what the visitor says (许可法 34)', async ({
  launch
}) => {
  const clerk = await clerkOn(launch, '2026-03-02')
  accepted(await clerk.program.api.command('queue.issueTicket', { group: 'C', priority: null }))
  await clerk.sees('C001')
  await clerk.press('F5')
  await clerk.sees('已叫 1 次')
  await clerk.press('F8')
  await clerk.at('itemId')
  await clerk.letters('ybgx')
  await clerk.page.getByRole('option', { name: '医疗保险参保信息变更' }).first().waitFor()
  await clerk.press('Enter')
  await clerk.person(visitor(4))
  await clerk.press('0')
  await clerk.outcome('受理并当场办结')
  await clerk.screen('instant-form')
  const acceptance = await clerk.issue()
  await clerk.screen('instant-papers')
  await clerk.print()
  expect(clerk.strokes()).toBeLessThanOrEqual(15)

  const { papers, status, decision } = await clerk.record((await clerk.page.getByTestId('case-no').textContent()) ?? '')
  expect(status).toBe('completed')
  expect(papers.map(({ kind, prints }) => ({ kind, prints }))).toEqual(
    expect.arrayContaining([
      { kind: 'acceptanceNotice', prints: 1 },
      { kind: 'decision', prints: 1 }
    ])
  )
  expect(clerk.paper(acceptance)).toContain('受理通知书')
  expect(clerk.paper(decision?.docNo ?? '')).toContain('准予')
})

test('上报件 comes back refused: the decision says why, and what may be done against it (许可法 38)', async ({
  launch
}) => {
  test.setTimeout(120_000)
  const person = visitor(4)
  const clerk = await clerkOn(launch, '2026-03-02')
  await clerk.item('残疾补贴', '困难残疾人生活补贴申请')
  await clerk.at('answers.s1')
  await clerk.press('2')
  await clerk.person(person)
  await clerk.press('0')
  await clerk.issue()
  const caseNo = (await clerk.page.getByTestId('case-no').textContent()) ?? ''
  await clerk.search(caseNo)
  await clerk.summary('已受理，承诺3月16日前办结')
  await clerk.summary('本级3月9日前上报')
  await clerk.screen('escalated-accepted')
  await clerk.press('Control+Enter')
  await clerk.dialog().getByRole('heading', { name: '上报' }).waitFor()
  await expect(clerk.field('报给哪个机关')).toHaveValue('区民政局')
  await clerk.screen('escalated-dialog')
  await clerk.press('Enter')
  await clerk.type('+5')
  await clerk.sees('2026年3月7日')
  await clerk.press('Control+Enter')
  await clerk.summary('已上报区民政局，预计3月7日返回')
  await clerk.screen('escalated-up')
  await settled(clerk.program)
  await clerk.program.close()

  // The authority above is late: the list says so, the light stays that of the whole case.
  const later = await clerkOn(launch, '2026-03-09')
  const rows = await later.work()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('上级逾期未返回，请催办')
  await later.screen('escalated-late')
  await later.press('Enter')
  await later.summary('3月7日该返回还没有返回')
  await later.press('Control+Enter')
  await later.dialog().getByRole('heading', { name: '上级返回' }).waitFor()
  await later.press('ArrowRight')
  await later.sees(/^情况/)
  await later.press('Enter')
  await later.press('Tab')
  await later.type('家庭收入超过规定的标准')
  await later.screen('escalated-back')
  await later.press('Control+Enter')
  await later.summary('上级不同意')
  await later.press('Control+Enter')
  await later.dialog().getByRole('heading', { name: '作决定' }).waitFor()
  await expect(later.page.getByRole('radio', { name: '不予批准' })).toBeChecked()
  // What came from above stands there already; without any reason nothing is refused.
  const reasons = later.dialog().getByRole('textbox', { name: /理由/ })
  await expect(reasons).toHaveValue('家庭收入超过规定的标准')
  await reasons.fill('')
  await later.press('Control+Enter')
  await later.sees('不予批准的，必须写明理由。')
  await later.type('经区民政局核对，家庭收入超过规定的标准')
  await later.screen('escalated-decide')
  await later.press('Control+Enter')
  const decision = await later.docNo('准予（不予）决定书')
  await later.screen('escalated-decision')
  await later.print()
  const paper = later.paper(decision)
  for (const said of [
    '不予',
    '家庭收入超过规定的标准',
    '云溪区人民政府',
    '行政复议',
    '60日',
    '云溪区人民法院',
    '6个月'
  ]) {
    expect(paper).toContain(said)
  }
  await later.press('Escape')
  await later.summary('已决定不予批准，还没有送达')
  await later.press('Control+Enter')
  await later.dialog().getByRole('heading', { name: '送达结果' }).waitFor()
  await later.screen('escalated-deliver')
  await later.press('Control+Enter')
  const receipt = await later.docNo('送达回证')
  await later.print()
  expect(later.paper(receipt)).toContain(person.name)
  await later.press('Escape')
  await later.summary('已办结，结果：不予批准')
  await later.screen('escalated-done')
  expect(await later.record(caseNo)).toMatchObject({ status: 'completed', decision: { result: 'refused' } })
  await expect(await later.work()).toHaveCount(0)
  await later.sees('没有待办的件')
})
