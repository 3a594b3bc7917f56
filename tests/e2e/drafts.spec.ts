import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { type KeptDrafts, NO_DRAFTS } from '../../shared/contract/draftDoors.ts'
import { accepted, launchApp, type RunningApp } from '../support/app.ts'
import { intake, itemFor, noticeOf, visitor } from '../support/e2eIntake.ts'
import { logFolder } from '../support/e2eLog.ts'
import { smallDisk } from '../support/e2eSmallDisk.ts'
import { expect, test } from '../support/e2eTest.ts'

/** What a clerk has typed and no paper has come of yet. */

const NAME = '𠮷田䶮梅'
const HALF_NUMBER = '5001021985'
const NUMBER = '500102198511209985'
/** Two materials that every visitor brings, and no question. */
const ITEM = '人民调解申请'

const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\s*\\*?$`)).filter({ visible: true })
const kept = (page: Page) => page.getByText('已暂存', { exact: true })
const unfinished = (page: Page) => page.locator('.unfinished__row')

async function put(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

async function chooseItem(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(ITEM)
  await page.getByRole('option', { name: ITEM }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-place="ticks.0"]').waitFor()
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出登录' }).press('Enter')
  await field(page, '登录名').waitFor()
}

/** The half form as it was typed. */
async function isThere(page: Page): Promise<void> {
  await expect(field(page, '姓名')).toHaveValue(NAME)
  await expect(field(page, '证件号码')).toHaveValue(HALF_NUMBER)
  await expect(page.locator('[data-place="itemId"]')).toHaveValue(ITEM)
  await expect(page.getByRole('radio', { name: '齐全' }).first()).toBeChecked()
}

/** What lies on the disk for this person. */
function onDisk(dataFolder: string, personId: string): KeptDrafts {
  const file = path.join(dataFolder, 'drafts', `${personId}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8').split('\n')[1] ?? '') : NO_DRAFTS
}

test('a half-filled form survives power cuts and signing out, is its clerk’s alone, and goes with its paper', async ({
  desk,
  dataFolder,
  launch
}) => {
  test.setTimeout(240_000)
  const first = await desk.counter()
  await chooseItem(first)
  await put(first, '姓名', NAME)
  await put(first, '证件号码', HALF_NUMBER)
  await first.locator('[data-place="ticks.0"]').focus()
  await first.keyboard.press('1')
  await kept(first).waitFor()
  await desk.kill()

  const again = await launch()
  await again.found()
  const page = await again.counter()
  await isThere(page)
  await expect(page.getByText(/^已恢复 .*\d\d:\d\d 未完成的登记$/)).toBeVisible()

  // Another clerk on the same PC has a clean desk; the first one finds everything as it was.
  await signOut(page)
  await again.found({ login: 'shan' })
  expect(accepted(await again.api.query('drafts.mine', {}))).toEqual(NO_DRAFTS)
  await expect(field(page, '姓名')).toHaveValue('')
  expect(await page.content()).not.toContain(NAME)
  await signOut(page)
  await again.found()
  await isThere(page)

  // Laid aside it is kept as well, and taken up again after the next cut.
  await page.keyboard.press('Control+n')
  await page.keyboard.press('1')
  await expect(unfinished(page)).toHaveCount(1)
  await expect(field(page, '姓名')).toHaveValue('')
  await expect.poll(() => onDisk(dataFolder, 'zhou').current).toBeNull()
  await again.kill()

  const third = await launch()
  await third.found()
  const last = await third.counter()
  await unfinished(last).waitFor()
  await expect(unfinished(last)).not.toContainText(NAME)
  await last.keyboard.press('Control+u')
  await isThere(last)

  await put(last, '证件号码', NUMBER)
  await put(last, '电话', '13800138000')
  await last.locator('[data-place="ticks.1"]').focus()
  await last.keyboard.press('0')
  await last.keyboard.press('Control+Enter')
  await last.locator('[data-place="paper.print"]').waitFor()
  await expect.poll(() => readdirSync(path.join(dataFolder, 'drafts'))).toEqual([])
  await third.kill()

  const fourth = await launch()
  await fourth.found()
  expect(accepted(await fourth.api.query('drafts.mine', {}))).toEqual(NO_DRAFTS)
  const end = await fourth.counter()
  await expect(field(end, '姓名')).toHaveValue('')
  await expect(unfinished(end)).toHaveCount(0)
  await fourth.close()

  const told = readFileSync(path.join(dataFolder, 'logs', 'app.log'), 'utf8')
  for (const personal of [NAME, HALF_NUMBER, '田']) expect(told).not.toContain(personal)
})

test('a form that supplements a case comes back as that case’s', async ({ desk, launch }) => {
  test.setTimeout(120_000)
  const item = await itemFor(desk.api, ITEM)
  const person = visitor(7)
  const given = { ...noticeOf(intake(item, person, 'some')), secondNoticeReason: null, approval: null }
  const { caseNo } = accepted(await desk.api.command('casework.giveOneTimeNotice', given))
  const page = await desk.counter()
  await put(page, '证件号码', person.idNumber)
  await page.getByText('上次一次性告知').first().waitFor()
  await page.keyboard.press('Alt+1')
  await page.getByText(`补正 ${caseNo}`).waitFor()
  await put(page, '住址', '云溪路 12 号')
  await kept(page).waitFor()
  await desk.kill()

  const again = await launch()
  await again.found()
  const back = await again.counter()
  await back.getByText(`补正 ${caseNo}`).waitFor()
  await expect(field(back, '住址')).toHaveValue('云溪路 12 号')
  await expect(field(back, '姓名')).toHaveValue(person.name)
})

test('a full disk is said quietly while the form stays, and what was typed is kept when there is room again', async ({
  dataFolder,
  foundedLog
}) => {
  test.setTimeout(120_000)
  const disk = smallDisk(dataFolder)
  mkdirSync(disk.dataFolder)
  cpSync(foundedLog, logFolder(disk.dataFolder), { recursive: true })
  const running: RunningApp = await launchApp({ dataFolder: disk.dataFolder })
  try {
    await running.found()
    const page = await running.counter()
    await put(page, '姓名', '一')
    await kept(page).waitFor()
    await disk.fill(running)
    await put(page, '姓名', NAME)
    await page.getByText('没有暂存', { exact: true }).waitFor()
    await expect(page.getByText(/^磁盘已满/).first()).toBeVisible()
    expect(JSON.stringify(onDisk(disk.dataFolder, 'zhou'))).not.toContain(NAME)

    // Who leaves now would lose it, and is told so first.
    await page.getByRole('button', { name: '退出登录' }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('1')
    await expect(field(page, '姓名')).toHaveValue(NAME)

    await disk.makeRoom(running)
    await kept(page).waitFor()
    expect(JSON.stringify(onDisk(disk.dataFolder, 'zhou'))).toContain(NAME)
  } finally {
    await running.kill()
    disk.remove()
  }
})
