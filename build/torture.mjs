/**
 * `npm run torture`: the kill test of the end-to-end tests, 300 times instead of 25 (`-- 1000` for another number).
 * Every acknowledged ticket, case and paper has to be there after each `kill -9`.
 */
import { ensureInstalled } from './runtime/install.mjs'
import { runMain, Stop } from './runtime/say.mjs'

await runMain(async () => {
  const kills = Number(process.argv[2] ?? 300)
  if (!Number.isInteger(kills) || kills < 1) throw new Stop('次数应为正整数。', 'the number of kills is a whole number')
  await ensureInstalled()
  const { runPlaywright } = await import('./runtime/playwright.mjs')
  return runPlaywright(['tests/e2e/kill.spec.ts'], {
    LINCHUANG_KILLS: String(kills),
    // A kill and the start after it take some seconds.
    LINCHUANG_E2E_MINUTES: String(Math.max(30, kills)),
    LINCHUANG_E2E_REPORT: 'out/torture.json'
  })
})
