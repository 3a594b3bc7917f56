import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname

/**
 * Golden files are written only when somebody says which, and then looked at before they are committed:
 *
 *   GOLDEN=views npx vitest run tests/golden       what the recorded days look like on screens
 *   GOLDEN=shapes npx vitest run tests/golden      the shapes of events, and of the snapshot of the desk
 *   GOLDEN=day npx vitest run tests/golden         the newest recorded day: only before the first release
 */
export type Golden = 'views' | 'shapes' | 'day'

/** The committed file; written first when it was asked for by name. */
export function golden<T>(kind: Golden, file: string, make: () => T, lines: (value: T) => string = pretty): T {
  if (process.env['GOLDEN'] === kind) writeFileSync(path.join(here, file), `${lines(make())}\n`)
  return kept(file)
}

/** A committed file that nothing writes any more. */
export const kept = <T>(file: string): T => JSON.parse(readFileSync(path.join(here, file), 'utf8')) as T

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

/** One record a line, as in a log. */
export const oneALine = (list: readonly unknown[]): string =>
  `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`

export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
