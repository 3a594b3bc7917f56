/**
 * How the scripts talk to the person in front of them: a Chinese sentence, and a short English one behind it.
 */

/**
 * An end that the person can do something about. Its message is shown as it is, without a stack trace.
 */
export class Stop extends Error {
  /**
   * @param {string} zh what is wrong and what to do
   * @param {string} [en] the same, short
   */
  constructor(zh, en) {
    super(en ? `${zh}\n  (${en})` : zh)
    this.name = 'Stop'
  }
}

/**
 * Prints one line about what is being done.
 *
 * @param {string} zh
 * @param {string} [en]
 */
export function say(zh, en) {
  console.log(en ? `· ${zh}（${en}）` : `· ${zh}`)
}

/**
 * Runs a script's main function and turns its result into the exit code of the process: a number is taken as it is,
 * nothing is 0, a {@link Stop} is 1 with its sentence, any other error is 1 with its stack.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) || 0
  } catch (error) {
    if (error instanceof Stop) console.error(`✗ ${error.message}`)
    else console.error(error)
    process.exitCode = 1
  }
}

/**
 * @param {number} ms milliseconds
 * @returns {string} seconds for people, one decimal
 */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
