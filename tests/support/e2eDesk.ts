import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import type { CaseDetail } from '../../shared/projections/views.ts'
import { accepted, type LaunchOptions, type RunningApp } from './app.ts'
import { violations } from './e2eAxe.ts'
import type { Visitor } from './e2eIntake.ts'

/** A clerk at the screen of the real program: eyes and a keyboard, and the papers that come out. */

export type Launch = (options?: Omit<LaunchOptions, 'dataFolder'>) => Promise<RunningApp>

/** Environment of a program whose clock stands at this time in Shanghai, whatever the clock of this PC says. */
export const clockAt = (date: string, time: string): Readonly<Record<string, string>> => ({
  LINCHUANG_CLOCK_AHEAD_MS: String(Date.parse(`${date}T${time}+08:00`) - Date.now())
})

export interface Clerk {
  readonly program: RunningApp
  readonly page: Page
  /** Keys pressed and letters typed so far; what is dictated by the visitor does not count. */
  strokes(): number
  press(keys: string, times?: number): Promise<void>
  /** Letter by letter. */
  letters(text: string): Promise<void>
  /** What an input method or a card reader puts in: the data of people, reasons. */
  type(text: string): Promise<void>
  /** Waits until the hands are at this place of the form. */
  at(place: string): Promise<void>
  /** Goes to a field by its label and types over what stands there. */
  fill(label: string, text: string): Promise<void>
  field(label: string): Locator
  /** A place of the form by its name. */
  place(name: string): Locator
  /** Waits until this stands on the screen. */
  sees(text: string | RegExp): Promise<void>
  /** The item by what people call it. */
  item(search: string, name: string): Promise<void>
  /** Name, number, phone and address, each ended with Enter. */
  person(visitor: Visitor): Promise<void>
  /** What the bar at the foot says would come out now. */
  outcome(text: string | RegExp): Promise<void>
  /** Ctrl+Enter on the form; the number of the paper that comes out. */
  issue(): Promise<string>
  /** The number of the paper on the screen. */
  docNo(kind: string): Promise<string>
  /** Ctrl+P, until all papers of the act are out. */
  print(): Promise<void>
  /** Text of a printed paper, without any blanks. */
  paper(docNo: string): string
  /** Opens a case by what its row in the search says. */
  search(text: string): Promise<void>
  /** Ctrl+J on the page of a case, and the key that stands beside this act. */
  act(name: string): Promise<void>
  /** What a case page says of its case in one sentence. */
  summary(text: string | RegExp): Promise<void>
  dialog(): Locator
  /** F4, the rows of the work list. */
  work(): Promise<Locator>
  signOut(): Promise<void>
  signIn(login: string, counter?: string): Promise<void>
  /** Nothing on the screen breaks WCAG 2.2 AA, and the next keystroke goes somewhere. */
  screen(name: string): Promise<void>
  /** What is on record of a case; its number is on the screen. */
  record(caseNo: string): Promise<CaseDetail>
}

/** Starts the program on that day, and sits a clerk down at its open counter. */
export async function clerkOn(launch: Launch, date: string, time = '09:30:00', login = 'zhou'): Promise<Clerk> {
  const program = await launch({ env: clockAt(date, time) })
  await program.found({ login })
  accepted(await program.api.command('queue.openCounter', {}))
  const clerk = clerkAt(program, await program.counter())
  await clerk.sees('当前没有号')
  return clerk
}

export function clerkAt(program: RunningApp, page: Page): Clerk {
  let strokes = 0
  /** A hand is slower than a page that has just drawn something and is about to listen to its keys. */
  const idle = (): Promise<void> =>
    page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1000 })))
  const press: Clerk['press'] = async (keys, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      strokes += 1
      await idle()
      await page.keyboard.press(keys)
    }
  }
  const type = (text: string): Promise<void> => page.keyboard.insertText(text)
  const sees: Clerk['sees'] = (text) => page.getByText(text).filter({ visible: true }).first().waitFor()
  const place = (name: string): Locator => page.locator(`[data-place="${name}"]`)
  const at = (name: string): Promise<void> => page.locator(`[data-place="${name}"]:focus`).waitFor()
  const dialog = (): Locator => page.getByRole('dialog')
  const field = (label: string): Locator =>
    page
      .getByLabel(new RegExp(`^${label}\\s*\\*?$`))
      .filter({ visible: true })
      .first()
  const docNo: Clerk['docNo'] = async (kind) => {
    const paper = page.getByRole('region', { name: kind, exact: true })
    await paper.locator('canvas').first().waitFor()
    const text = await paper.getByTestId('doc-no').textContent()
    return text?.trim() ?? ''
  }
  return {
    program,
    page,
    strokes: () => strokes,
    press,
    type,
    sees,
    at,
    place,
    dialog,
    field,
    docNo,
    async letters(text) {
      for (const letter of text) await press(letter)
    },
    async fill(label, text) {
      await field(label).focus()
      await press('Control+a')
      await type(text)
    },
    async item(search, name) {
      await press('Control+k')
      await type(search)
      await page.getByRole('option', { name }).first().waitFor()
      await press('Enter')
    },
    async person({ name, idNumber, phone, address }) {
      await at('applicant.name')
      for (const said of [name, idNumber, phone ?? '无', address]) {
        await type(said)
        await press('Enter')
      }
    },
    outcome: (text) => expect(page.getByTestId('outcome')).toContainText(text),
    async issue() {
      await press('Control+Enter')
      await page.locator('canvas').first().waitFor()
      return (await page.getByTestId('doc-no').textContent())?.trim() ?? ''
    },
    async print() {
      await press('Control+p')
      await expect(page.locator('.printBar .paperLight').filter({ hasNotText: '已打印' })).toHaveCount(0)
    },
    paper(no) {
      const folder = path.join(program.dataFolder, 'papers')
      const file = readdirSync(folder).find((name) => name.startsWith(no))
      if (file === undefined) throw new Error(`no paper ${no} among ${readdirSync(folder).join(', ')}`)
      const text = execFileSync('pdftotext', ['-raw', path.join(folder, file), '-'], { encoding: 'utf8' })
      return text.replace(/\s/g, '')
    },
    async search(text) {
      await press('F3')
      await press('Control+a')
      await type(text)
      await page.getByRole('listbox', { name: '查办件' }).getByRole('option').first().waitFor()
      await press('Enter')
      await page.getByTestId('case-summary').waitFor()
    },
    async act(name) {
      await at('case.main')
      await press('Control+j')
      const line = dialog().getByRole('button', { name, exact: true })
      await press((await line.getAttribute('aria-keyshortcuts')) ?? '')
      await dialog().getByRole('heading', { name: '要做什么' }).waitFor({ state: 'hidden' })
    },
    summary: (text) => expect(page.getByTestId('case-summary')).toContainText(text),
    async work() {
      await press('F4')
      await place('work.list').or(place('work.back')).and(page.locator(':focus')).waitFor()
      return page.getByRole('listbox', { name: /^待办/ }).getByRole('option')
    },
    async signOut() {
      await page.getByRole('button', { name: '退出登录' }).focus()
      await press('Enter')
      await field('登录名').waitFor()
    },
    async signIn(login, counter = '1') {
      await field('登录名').focus()
      await type(login)
      await press('Enter')
      await type(DEMO_PASSWORD)
      await field('窗口').selectOption(counter)
      await press('Control+Enter')
      await sees('当前没有号')
    },
    async screen(name) {
      expect.soft(await violations(page, name)).toEqual([])
      const focused = await page.evaluate(() => document.activeElement?.tagName ?? 'none')
      expect.soft(['BODY', 'none'], `focus on "${name}"`).not.toContain(focused)
    },
    async record(caseNo) {
      const found = accepted(await program.api.query('casework.search', { text: caseNo, limit: 1 }))
      const caseId = found.cases[0]?.caseId ?? ''
      return accepted(await program.api.query('casework.get', { caseId }))
    }
  }
}
