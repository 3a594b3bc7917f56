/**
 * SQLite as a peer for durable writes: Debian's command line program, kept running, one transaction a statement.
 */
import path from 'node:path'
import { startLines } from './lines.mjs'

/**
 * @typedef {object} Sqlite
 * @property {(text: string) => Promise<number>} insert a row in a transaction of its own; milliseconds until it says
 *   that it is done
 * @property {() => Promise<number>} nothing milliseconds of a statement that touches no file: what the pipe costs
 * @property {() => Promise<void>} end
 */

/**
 * @param {string} folder
 * @param {'WAL' | 'DELETE'} journal
 * @returns {Promise<Sqlite>}
 */
export async function openSqlite(folder, journal) {
  const cli = startLines('sqlite3', ['-batch', path.join(folder, `${journal.toLowerCase()}.db`)])
  const mode = await cli.ask(`PRAGMA journal_mode=${journal};`)
  if (mode.toUpperCase() !== journal) throw new Error(`journal_mode is ${mode}`)
  await cli.ask(
    `PRAGMA synchronous=FULL; CREATE TABLE log (seq INTEGER PRIMARY KEY, record TEXT NOT NULL); SELECT 'made';`
  )
  const full = await cli.ask('PRAGMA synchronous;')
  if (full !== '2') throw new Error(`synchronous is ${full}`)
  /** @param {string} sql */
  async function timed(sql) {
    const begun = performance.now()
    await cli.ask(`${sql} SELECT 1;`)
    return performance.now() - begun
  }
  return {
    insert: (text) => timed(`INSERT INTO log (record) VALUES ('${text.replaceAll("'", "''")}');`),
    nothing: () => timed(''),
    end: () => cli.end()
  }
}
