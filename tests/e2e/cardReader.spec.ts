import { violations } from '../support/e2eAxe.ts'
import { clerkAt } from '../support/e2eDesk.ts'
import { filesWith, setService } from '../support/e2eKiosk.ts'
import { expect, test } from '../support/e2eTest.ts'
import { startReader } from '../support/readerSimulator.ts'

/** The card reader at the counter: read, masked, filled in by one key, and forgotten. */

const CARD = {
  idKind: 'residentId',
  name: '欧阳娜娜子',
  idNumber: '11010519491231002X',
  validUntil: '20200618-长期',
  address: '滨河路 2 号'
}
const OTHER = { name: '秦若兰', idNumber: '50010219660502996X', validUntil: '2030.06.18', address: '桂苑社区 6 号' }

test('a card goes into the form by Alt+D, overwrites nothing unasked, and stays nowhere', async ({ desk }) => {
  const reader = await startReader()
  try {
    await setService(desk, (service) => ({ ...service, kiosk: { ...service.kiosk, reader: reader.http } }))
    await expect.poll(() => reader.listening()).toBe(1)
    const page = await desk.counter()
    const clerk = clerkAt(desk, page)
    await clerk.item('低保', '最低生活保障申请')
    const bar = page.getByRole('region', { name: '读卡器' })
    await expect(bar).toHaveCount(0)

    reader.lay(CARD)
    await expect(bar).toContainText('读到证件：欧***子')
    await expect(page.locator('body')).not.toContainText(CARD.idNumber)
    expect(await violations(page, 'card')).toEqual([])
    await clerk.press('Alt+d')
    await expect(clerk.place('applicant.name')).toHaveValue(CARD.name)
    await expect(clerk.place('applicant.idNumber')).toHaveValue(CARD.idNumber)
    await expect(clerk.place('applicant.idValidUntil')).toHaveValue('长期有效')
    await expect(clerk.place('applicant.address')).toHaveValue(CARD.address)
    await expect(bar).toHaveCount(0)

    // The card of somebody else: what stands there stays until the clerk says so.
    await expect.poll(() => reader.listening()).toBe(1)
    reader.lay(OTHER)
    await expect(bar).toContainText('读到证件：秦*兰')
    await clerk.press('Alt+d')
    await expect(bar).toContainText('姓名、证件号码、有效期、住址和证件上的不一样。')
    await expect(clerk.place('applicant.name')).toHaveValue(CARD.name)
    await bar.getByRole('button', { name: '保留已填的' }).click()
    await expect(clerk.place('applicant.name')).toHaveValue(CARD.name)
    await expect.poll(() => reader.listening()).toBe(1)
    reader.lay({ ...OTHER, address: '' })
    await clerk.sees('读到证件：秦*兰')
    await clerk.press('Alt+d')
    await clerk.press('Alt+d')
    await expect(clerk.place('applicant.name')).toHaveValue(OTHER.name)
    await expect(clerk.place('applicant.idValidUntil')).toHaveValue('2030-06-18')
    await expect(clerk.place('applicant.address')).toHaveValue(CARD.address)
  } finally {
    await reader.stop()
  }
  // A form that is being filled in is kept as a draft; nothing else has it.
  const files = filesWith(desk.dataFolder, [CARD.idNumber, OTHER.idNumber, OTHER.name])
  expect(files.filter((name) => !name.startsWith('drafts'))).toEqual([])
})
