/**
 * Reading how many tests passed out of the reports of the test runners.
 *
 * A test that was skipped has not passed: it counts as failed, and so does a run that went wrong without a failed test
 * (a file that cannot be loaded, an error outside of any test, a report that was never written).
 */

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numTotalTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one a file
 */

/**
 * @param {VitestReport | undefined} report undefined when there is none
 * @param {number} code exit code of the runner
 * @returns {Counts}
 */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return settle(report.numPassedTests, report.numTotalTests - report.numPassedTests + unloadable.length, code)
}

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors outside of any test
 */

/**
 * @param {PlaywrightReport | undefined} report undefined when there is none
 * @param {number} code exit code of the runner
 * @returns {Counts}
 */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return settle(expected, unexpected + flaky + skipped + report.errors.length, code)
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, one) => total + one.passed, 0),
    failed: all.reduce((total, one) => total + one.failed, 0)
  }
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Counts}
 */
function settle(passed, failed, code) {
  const nothingRan = passed + failed === 0
  return { passed, failed: failed === 0 && (code !== 0 || nothingRan) ? 1 : failed }
}
