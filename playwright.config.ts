import { defineConfig } from '@playwright/test'

const minutes = 60_000

/**
 * The whole program in the real Electron. One worker: windows take the keyboard focus from each other, and the machine
 * may have two cores. No retries: a test that passes the second time has found something.
 *
 * The global setup compiles, resolves Electron (LINCHUANG_ELECTRON names its executable afterwards) and opens a
 * virtual display, so that `npx playwright test tests/e2e/<one>.spec.ts` works by itself.
 */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'store/*.e2e.ts'],
  outputDir: 'out/playwright',
  globalSetup: './build/runtime/playwrightSetup.mjs',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: minutes,
  globalTimeout: Number(process.env.LINCHUANG_E2E_MINUTES ?? 30) * minutes,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.LINCHUANG_E2E_REPORT ?? 'out/playwright.json' }]],
  use: { trace: 'retain-on-failure' }
})
