import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, sum } from '../../build/runtime/testCounts.mjs'

/** @param {number} passed @param {number} total @param {{ status: string, assertionResults: unknown[] }[]} testResults */
const vitest = (passed, total, testResults = []) => ({ numPassedTests: passed, numTotalTests: total, testResults })

/** @param {Partial<{ expected: number, unexpected: number, flaky: number, skipped: number }>} stats */
const playwright = (stats, /** @type {unknown[]} */ errors = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors
})

describe('a run counts as what it proved', () => {
  it('passed tests are passed', () => {
    expect(countVitest(vitest(7, 7), 0)).toEqual({ passed: 7, failed: 0 })
    expect(countPlaywright(playwright({ expected: 3 }), 0)).toEqual({ passed: 3, failed: 0 })
  })

  it('a skipped test has not passed', () => {
    expect(countVitest(vitest(6, 7), 0)).toEqual({ passed: 6, failed: 1 })
    expect(countPlaywright(playwright({ expected: 2, skipped: 1 }), 0)).toEqual({ passed: 2, failed: 1 })
  })

  it('a test that passed only the second time has not passed', () => {
    expect(countPlaywright(playwright({ flaky: 1 }), 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('a file that cannot be loaded is a failure', () => {
    const broken = { status: 'failed', assertionResults: [] }
    expect(countVitest(vitest(4, 4, [broken]), 1)).toEqual({ passed: 4, failed: 1 })
  })

  it('a run that ends badly without a failed test is a failure', () => {
    expect(countVitest(vitest(4, 4), 1)).toEqual({ passed: 4, failed: 1 })
    expect(countPlaywright(playwright({ expected: 4 }, [{ message: 'timed out' }]), 1)).toEqual({
      passed: 4,
      failed: 1
    })
  })

  it('a run without any test, or without a report, is a failure', () => {
    expect(countVitest(vitest(0, 0), 0).failed).toBe(1)
    expect(countPlaywright(undefined, 0).failed).toBe(1)
  })

  it('the last line adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 }
      ])
    ).toEqual({ passed: 3, failed: 3 })
  })
})
