/**
 * The main job by keyboard, as a clerk does it, on the demo hall. Each step ends when what it was for is on the screen.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {(name: string, title: string, work: () => Promise<void>, shot?: Page | null) => Promise<void>} Step
 */

/** Invented; the ID number is synthetic with a right check digit. */
const VISITOR = { name: '𠮷田阿梅', idNumber: '500102198511209985', phone: '13800138000' }
const ADMINISTRATOR = { name: '程见山', login: 'cheng', password: 'Linchuang-1' }
const CLERK = { login: 'zhou', password: 'Yanshi@2026' }

/**
 * @param {{ counter: Page, hall: () => Promise<Page>, step: Step, numbers: Record<string, string> }} tools
 */
export async function walk({ counter, hall, step, numbers }) {
  const { keyboard } = counter
  const press = (/** @type {string} */ key) => keyboard.press(key)
  const type = (/** @type {string} */ text) => keyboard.insertText(text)
  /** @param {string} text */
  const seen = (text) => counter.getByText(text).first().waitFor()
  /** @param {string} place */
  const focused = (place) => counter.locator(`[data-place="${place}"]:focus`).waitFor()
  /** @param {string} label */
  const at = (label) => counter.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).first()

  await step('setup', '首次启动：设置向导', async () => {
    await counter.getByRole('heading', { level: 1 }).waitFor()
  })
  await step('setup-hall', '演示大厅已填好，可以改', async () => {
    await press('Control+Enter')
    await at('大厅名称').waitFor()
  })
  await step('setup-counters', '窗口和业务组', async () => {
    await press('Control+Enter')
    await seen('第 3 步，共 6 步')
  })
  await step('setup-sites', '村（社区）和网格', async () => {
    await press('Control+Enter')
    await seen('第 4 步，共 6 步')
  })
  await step('setup-administrator', '第一位管理员', async () => {
    await press('Control+Enter')
    for (const [label, text] of [
      ['姓名', ADMINISTRATOR.name],
      ['登录名', ADMINISTRATOR.login],
      ['密码', ADMINISTRATOR.password],
      ['再输一次密码', ADMINISTRATOR.password]
    ]) {
      await at(label ?? '').focus()
      await type(text ?? '')
    }
  })
  await step('setup-summary', '核对后完成设置', async () => {
    await press('Control+Enter')
    await seen('第 6 步，共 6 步')
  })
  await step('sign-in', '登录', async () => {
    await press('Control+Enter')
    await at('登录名').waitFor()
    await type(CLERK.login)
    await at('密码').focus()
    await type(CLERK.password)
    await at('窗口').selectOption('1')
  })
  await step('desk', '窗口就位', async () => {
    await press('Control+Enter')
    await seen('当前没有号')
    await press('Control+o')
    await seen('服务中')
  })

  await step('ticket', '取号', async () => {
    numbers.ticket = await takeTicket(counter, 'A')
  })
  await step('queue', '又来了两位', async () => {
    await press('Escape')
    await takeTicket(counter, 'B')
    await press('Escape')
    await takeTicket(counter, 'A')
    await press('Escape')
  })
  await step('called', '叫号', async () => {
    await press('F5')
    await counter
      .getByRole('region')
      .getByText(numbers.ticket ?? '')
      .first()
      .waitFor()
  })
  const hallScreen = await hall()
  await step(
    'hall',
    '大厅屏同时显示并播报',
    async () => {
      await hallScreen
        .getByText(numbers.ticket ?? '')
        .first()
        .waitFor()
    },
    hallScreen
  )
  await step('serving', '重呼、开始办理', async () => {
    // A second press at once is taken for a slip of the finger.
    const again = counter.getByText('已叫 2 次').first()
    while (!(await again.isVisible())) {
      await press('F6')
      await again.waitFor({ timeout: 1000 }).catch(() => undefined)
    }
    await press('F8')
    await seen('办理中')
  })

  await step('item', '拼音首字母找事项', async () => {
    await press('Control+k')
    await type('zdsh')
    await counter.getByRole('option').first().waitFor()
  })
  await step('item-everyday', '俗称也能找到', async () => {
    await press('Control+a')
    await type('db')
    await counter.getByRole('option', { name: '最低生活保障' }).first().waitFor()
  })
  await step('situations', '情形：先问清楚，只列要交的材料', async () => {
    await press('Enter')
    await focused('answers.s1')
    await press('1')
    await focused('answers.s2')
    await press('2')
    await focused('applicant.name')
  })
  await step('applicant', '填写申请人', async () => {
    await type(VISITOR.name)
    await at('证件号码').focus()
    await type(VISITOR.idNumber)
    await at('电话').focus()
    await type(VISITOR.phone)
    await press('Enter')
    await type('云溪路 12 号')
  })
  await step('materials', '逐项核对材料：缺的、不符合的写明原因，其余一键齐全', async () => {
    await press('Enter')
    await press('1')
    await press('2')
    await type('复印件未带，请提交复印件')
    await press('Enter')
    await press('3')
    await type('已过有效期，请换有效的提交')
    await press('Enter')
    await press('0')
    await seen('有 2 项要补')
  })
  await step('others', '其他处理：收件、咨询、不属于本机关', async () => {
    await press('Control+j')
    await counter.getByRole('menuitem').first().waitFor()
  })
  await step('notice', '一次性告知书：缺什么一次说清', async () => {
    await press('Escape')
    await press('Control+Enter')
    await paperShown(counter)
    numbers.notice = await documentNumber(counter)
  })
  await step('notice-printed', '打印', async () => {
    await press('Control+p')
    await seen('已打印')
  })
  await step('next-visitor', '办结本号，叫下一位', async () => {
    await press('F9')
    await seen('当前没有号')
    await press('Control+n')
    await press('F5')
    await seen('已叫号')
    await press('F8')
    await seen('办理中')
  })
  await step('returning', '申请人补齐材料再来：按证件号找回上次的告知', async () => {
    await press('Control+k')
    await type('低保')
    await counter.getByRole('option', { name: '最低生活保障' }).first().waitFor()
    await press('Enter')
    await at('证件号码').focus()
    await type(VISITOR.idNumber)
    await seen('上次')
  })
  await step('continued', '接着上次的办', async () => {
    await press('Alt+1')
    await seen('补正')
    await counter.locator('[data-place="ticks.0"]').focus()
    await press('0')
    await seen('材料齐全')
  })
  await step('accepted', '受理通知书：承诺日期和法定日期并列', async () => {
    await press('Control+Enter')
    await paperShown(counter)
    numbers.acceptance = await documentNumber(counter)
  })
  await step('accepted-printed', '打印', async () => {
    await press('Control+p')
    await seen('已打印')
  })
  await step('search', '按姓名、首字母、证件号、办件号查找', async () => {
    await press('F3')
    await type(VISITOR.name)
    await counter.getByRole('option').or(counter.locator('[data-place^="found"]')).first().waitFor()
  })
  await step('case', '办件经过，十秒看懂', async () => {
    await press('ArrowDown')
    await press('Enter')
    await seen('首问责任人')
  })
}

/**
 * @param {Page} counter
 * @param {string} group
 */
async function takeTicket(counter, group) {
  await counter.keyboard.press('F2')
  await counter.getByRole('dialog').waitFor()
  await counter.keyboard.press(group.toLowerCase())
  const number = counter
    .getByRole('dialog')
    .getByText(new RegExp(`^${group}\\d{3}$`))
    .first()
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

/** @param {Page} counter */
async function paperShown(counter) {
  await counter.locator('canvas').first().waitFor()
}

/** @param {Page} counter */
async function documentNumber(counter) {
  const text = await counter
    .getByText(/〔\d{4}〕\d{6}号/)
    .first()
    .textContent()
  return /\S+〔\d{4}〕\d{6}号/.exec(text ?? '')?.[0] ?? ''
}
