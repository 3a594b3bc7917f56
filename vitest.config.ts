import { defineConfig } from 'vitest/config'

/** Everything that needs no Electron: rules, folds, contract, log, store, scripts. */
export default defineConfig({
  test: {
    include: ['tests/**/*.spec.{ts,tsx,mjs}'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    // Processes, not threads: tests of the log open, lock and kill.
    pool: 'forks',
    maxWorkers: 2,
    // A test fails for its reason, not because the machine is busy; what hangs still ends.
    testTimeout: 60_000,
    allowOnly: false,
    // A promise nobody waited for is a fault even where all assertions held.
    dangerouslyIgnoreUnhandledErrors: false
  }
})
