/**
 * What is said of many samples.
 */

/**
 * @param {readonly number[]} samples
 * @param {number} share 0…1
 * @returns {number} the smallest sample that at least this share of all samples does not exceed; NaN of none
 */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** @param {readonly number[]} samples */
export const p50 = (samples) => quantile(samples, 0.5)

/** @param {readonly number[]} samples */
export const p95 = (samples) => quantile(samples, 0.95)

/** @param {readonly number[]} samples */
export const p99 = (samples) => quantile(samples, 0.99)

/**
 * @param {number} value milliseconds, or a ratio
 * @returns {number} with three digits that count, so that no table shows more than was measured
 */
export const round = (value) => Number(value.toPrecision(3))

/**
 * @param {number} value
 * @returns {string} such as 1.27×
 */
export const times = (value) => `${value.toFixed(2)}×`
