import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { HarnessPlan, HarnessReport } from '../harness/plan.ts'

const root = path.resolve(__dirname, '../../..')
const inRoot = (...parts: string[]): string => path.join(root, ...parts)

/** Bundles the store page, its preload and the harness as the program's own build does; gives the folder. */
export async function buildHarness(folder: string): Promise<string> {
  const parts: { mode: string; root: string; outDir: string; input?: Record<string, string> }[] = [
    { mode: 'store', root: inRoot('electron/store/page'), outDir: 'store' },
    {
      mode: 'preload',
      root,
      outDir: 'preload',
      input: { 'store.preload': inRoot('electron/preload/store.preload.ts') }
    },
    { mode: 'main', root, outDir: 'harness', input: { main: inRoot('tests/store/harness/main.ts') } }
  ]
  for (const { mode, root: from, outDir, input } of parts) {
    await build({
      configFile: inRoot('vite.config.ts'),
      configLoader: 'runner',
      root: from,
      mode,
      logLevel: 'error',
      build: { outDir: path.join(folder, outDir), ...(input && { rolldownOptions: { input } }) }
    })
  }
  return folder
}

export interface HarnessRun {
  readonly reports: readonly HarnessReport[]
  readonly digest: string | undefined
}

/**
 * Runs the harness in Electron until it ends. `killWhen` kills it, as a power cut would, as soon as it says something
 * for which that holds. Throws when it fails.
 */
export async function runHarness(
  plan: HarnessPlan,
  killWhen?: (report: HarnessReport) => boolean
): Promise<HarnessRun> {
  const electron = process.env.LINCHUANG_ELECTRON
  if (!electron) throw new Error('LINCHUANG_ELECTRON names no executable')
  // Chromium refuses to run as root with its sandbox on.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...process.env, STORE_HARNESS_PLAN: JSON.stringify(plan) }
  const program = spawn(electron, [...switches, path.join(plan.dist, 'harness', 'main.cjs')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const ended = once(program, 'exit')
  const reports: HarnessReport[] = []
  for await (const line of createInterface({ input: program.stdout })) {
    if (!line.startsWith('@@')) continue
    const report = JSON.parse(line.slice(2)) as HarnessReport
    reports.push(report)
    if (killWhen?.(report)) program.kill('SIGKILL')
  }
  await ended
  const failed = reports.find((report) => report.say === 'failed')
  if (failed) throw new Error(failed.error)
  return { reports, digest: reports.find((report) => report.say === 'whole')?.digest }
}
