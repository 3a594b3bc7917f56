import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { walk } from '../../build/tour/walk.mjs'
import { test } from '../support/e2eTest.ts'

/** The main job, by keyboard only, in the real program: the same walk that makes the pictures of the README. */

/** WCAG 2.2 AA; legacy mode because Electron's pages cannot open a second one for the analysis. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page, where: string): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')}`))
}

test('a visitor gets one complete notice, comes back once, and leaves with an acceptance receipt', async ({
  launch
}) => {
  test.setTimeout(180_000)
  const program = await launch()
  const counter = await program.counter()
  const numbers: Record<string, string> = {}
  const problems: string[] = []
  const errors: string[] = []
  counter.on('pageerror', (error) => errors.push(error.message))
  await walk({
    counter,
    hall: () => program.hall(),
    numbers,
    async step(name, _title, work, shown = counter) {
      await work()
      if (shown) problems.push(...(await violations(shown, name)))
      // The next keystroke of a clerk must always go somewhere.
      const focused = await counter.evaluate(() => document.activeElement?.tagName ?? 'none')
      expect.soft(focused, `focus after "${name}"`).not.toBe('none')
    }
  })

  expect(errors).toEqual([])
  expect(problems).toEqual([])
  expect(numbers.ticket).toBe('A001')
  expect(numbers.notice).toMatch(/^云溪街办告〔\d{4}〕010001号$/)
  expect(numbers.acceptance).toMatch(/^云溪街办受〔\d{4}〕010001号$/)

  const folder = path.join(program.dataFolder, 'papers')
  const text = (docNo: string): string => {
    const file = readdirSync(folder).find((name) => name.startsWith(docNo))
    return file ? execFileSync('pdftotext', ['-raw', path.join(folder, file), '-'], { encoding: 'utf8' }) : ''
  }
  const notice = text(numbers.notice ?? '')
  for (const wanted of ['一 次 性 告 知 书', '𠮷田阿梅', '复印件未带，请提交复印件', '已过有效期，请换有效的提交']) {
    expect(notice.replace(/\s/g, '')).toContain(wanted.replace(/\s/g, ''))
  }
  expect(notice).not.toContain('500102198511209985')
  const acceptance = text(numbers.acceptance ?? '').replace(/\s/g, '')
  for (const wanted of ['受理通知书', '𠮷田阿梅', '承诺办结日期', '法定办结日期']) expect(acceptance).toContain(wanted)

  // What the visitor holds is what the program knows.
  const found = await program.api.query('casework.search', { text: '𠮷田阿梅', limit: 5 })
  expect(found.ok && found.value.cases.map(({ status, notices }) => ({ status, notices }))).toEqual([
    { status: 'accepted', notices: 1 }
  ])
})
