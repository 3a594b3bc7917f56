import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { createPdfService } from '../../electron/printing/pdfService.ts'
import { acceptance } from '../documents/samples.ts'
import type { DrawnPage, PressPlan, PressReport } from '../printing/press/plan.ts'

/**
 * The hidden window that turns papers into pictures for Windows' spooler, in the real Electron. There is no Windows
 * here: what is handed over afterwards is not tried.
 */

const root = path.resolve(__dirname, '../..')
const DPI = 300

let work = ''

test.beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'linchuang-press-'))
  const part = { configFile: path.join(root, 'vite.config.ts'), configLoader: 'runner', logLevel: 'error' } as const
  const page = path.join(root, 'renderer/press')
  await build({ ...part, root: page, mode: 'screens', build: { outDir: path.join(work, 'renderer/press') } })
  const input = { main: path.join(root, 'tests/printing/press/harness.ts') }
  await build({
    ...part,
    root,
    mode: 'main',
    build: { outDir: path.join(work, 'harness'), rolldownOptions: { input } }
  })
})

test.afterAll(() => rmSync(work, { recursive: true, force: true }))

async function run(jobs: PressPlan['jobs']): Promise<readonly PressReport[]> {
  const electron = process.env.LINCHUANG_ELECTRON
  if (!electron) throw new Error('LINCHUANG_ELECTRON names no executable')
  const plan: PressPlan = { profile: path.join(work, 'profile'), dist: work, queue: 'none', jobs, print: false }
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(electron, [...switches, path.join(work, 'harness', 'main.cjs')], {
    env: { ...process.env, PRESS_HARNESS_PLAN: JSON.stringify(plan) },
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const ended = once(program, 'exit')
  const reports: PressReport[] = []
  for await (const line of createInterface({ input: program.stdout })) {
    if (line.startsWith('@@')) reports.push(JSON.parse(line.slice(2)) as PressReport)
  }
  await ended
  return reports
}

/** A notice as the program makes it, in two copies. */
async function makePaper(): Promise<string> {
  const dist = path.join(root, 'dist')
  const service = createPdfService({
    workerFile: path.join(dist, 'main', 'pdf.worker.cjs'),
    fontsFolder: path.join(dist, 'fonts')
  })
  const made = await service.render(acceptance, { reprint: 0 })
  await service.close()
  if (!made.ok) throw new Error(made.failure)
  const file = path.join(work, 'paper.pdf')
  writeFileSync(file, made.document)
  return file
}

/** The same pages by poppler, as it draws them. */
function byPoppler(pdf: string): DrawnPage[] {
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', pdf, path.join(work, 'poppler')])
  const pages = readdirSync(work).filter((name) => name.startsWith('poppler-'))
  return pages.sort().map((name) => {
    const bytes = readFileSync(path.join(work, name))
    const [, width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
    const dots = bytes.subarray(bytes.length - Number(width) * Number(height))
    return {
      width: Number(width),
      height: Number(height),
      ink: dots.reduce((sum, dot) => sum + 255 - dot, 0) / 255 / dots.length
    }
  })
}

test('a paper is drawn as large and as dark as others draw it, under the name of its job; what is no PDF is turned down', async () => {
  const rubbish = path.join(work, 'rubbish.pdf')
  writeFileSync(rubbish, 'no PDF')
  const paper = await makePaper()
  const reports = await run([
    { pdf: paper, title: 'doc-1.〔2026〕' },
    { pdf: rubbish, title: 'doc-2' }
  ])
  const drawn = reports.find((report) => report.say === 'drawn')
  if (drawn?.say !== 'drawn') throw new Error(JSON.stringify(reports))
  expect(drawn).toMatchObject({ title: 'doc-1.〔2026〕', network: false, node: false })
  const others = byPoppler(paper)
  expect(drawn.pages).toHaveLength(others.length)
  for (const [index, page] of drawn.pages.entries()) {
    const other = others[index]
    if (!other) throw new Error('no such page')
    expect(Math.abs(page.width - other.width)).toBeLessThanOrEqual(1)
    expect(Math.abs(page.height - other.height)).toBeLessThanOrEqual(1)
    expect(page.ink).toBeGreaterThan(0.01)
    expect(Math.abs(page.ink - other.ink) / other.ink).toBeLessThan(0.1)
  }
  expect(reports.flatMap((report) => (report.say === 'refused' ? [report.title] : []))).toEqual(['doc-2'])
  expect(reports.at(-1)).toEqual({ say: 'windows', left: 0 })
})
