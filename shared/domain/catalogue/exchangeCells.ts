import type { Limit, LimitUnit } from '../calendar/limits.ts'
import type { ExchangeErrorCode } from './exchange.ts'

/** How one value stands in one cell, and back. Cells are texts; several values stand on lines of their own. */

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ExchangeErrorCode }

export interface Codec<T> {
  readonly write: (value: T) => string
  readonly read: (cell: string) => Read<T>
}

const bad = (code: ExchangeErrorCode) => ({ ok: false, code }) as const
const good = <T>(value: T) => ({ ok: true, value }) as const

/**
 * A text that a table program could take for a formula gets an apostrophe in front, and loses it on the way back. Texts
 * that begin with apostrophes and such a sign get one more, so that nothing changes on a round trip. Source: OWASP, CSV
 * injection; a file that leaves the hall must not compute anything on somebody's PC.
 */
const FORMULA = /^'*[=+\-@\t\r]/u

export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

export const text: Codec<string> = { write: (value) => value, read: good }

export const number: Codec<number> = {
  write: String,
  read: (cell) => (/^\d{1,6}$/.test(cell) ? good(Number(cell)) : bad('cell-number'))
}

export const yesNo: Codec<boolean> = {
  write: (value) => (value ? '是' : '否'),
  read: (cell) => (cell === '是' ? good(true) : cell === '否' ? good(false) : bad('cell-yes-no'))
}

/** A code that people read by its label; either is understood. */
export function choice<Code extends string>(labels: Readonly<Record<Code, string>>): Codec<Code> {
  const codes = Object.keys(labels) as Code[]
  return {
    write: (code) => labels[code],
    read: (cell) => {
      const found = codes.find((code) => labels[code] === cell || code === cell)
      return found === undefined ? bad('cell-choice') : good(found)
    }
  }
}

/** Two digits as GB/T 39046 has them; a table program that took the code for a number has lost the zero in front. */
export function digits<Code extends string>(codes: readonly Code[]): Codec<Code> {
  return {
    write: (code) => code,
    read: (cell) => {
      const found = codes.find((code) => code === cell || code === cell.padStart(2, '0'))
      return found === undefined ? bad('cell-choice') : good(found)
    }
  }
}

export const UNITS: Readonly<Record<LimitUnit, string>> = { WORKING_DAY: '工作日', CALENDAR_DAY: '自然日' }

export const unit = choice(UNITS)

const LIMIT = /^(\d{1,4})\s*个?(工作日|自然日)$/u

/** "10个工作日". Units are always said (行政许可法 82). */
export const limit: Codec<Limit> = {
  write: ({ value, unit: of }) => `${value}个${UNITS[of]}`,
  read: (cell) => {
    const [, value, name] = LIMIT.exec(cell) ?? []
    if (value === undefined) return bad('cell-limit')
    return good({ value: Number(value), unit: name === UNITS.WORKING_DAY ? 'WORKING_DAY' : 'CALENDAR_DAY' })
  }
}

/** One value a line. */
export function list<T>(of: Codec<T>): Codec<readonly T[]> {
  return {
    write: (values) => values.map(of.write).join('\n'),
    read: (cell) => {
      const values: T[] = []
      for (const line of cell.split('\n').map((one) => one.trim())) {
        if (line === '') continue
        const read = of.read(line)
        if (!read.ok) return read
        values.push(read.value)
      }
      return good(values)
    }
  }
}

/** "yes=是". The first sign parts them: labels may hold more. */
export const option: Codec<{ readonly id: string; readonly label: string }> = {
  write: ({ id, label }) => `${id}=${label}`,
  read: (line) => {
    const [, id = '', label = ''] = /^([^=＝]*)[=＝](.*)$/u.exec(line) ?? []
    return label.trim() === '' ? bad('cell-list') : good({ id: id.trim(), label: label.trim() })
  }
}

/** "s1=yes,no": the answer to s1 is one of these. */
export const rule: Codec<{ readonly situation: string; readonly options: readonly string[] }> = {
  write: ({ situation, options }) => `${situation}=${options.join(',')}`,
  read: (line) => {
    const [, situation = '', rest = ''] = /^([^=＝]*)[=＝](.*)$/u.exec(line) ?? []
    const options = rest.split(/[,，、]/u).map((one) => one.trim())
    return options.includes('') ? bad('cell-list') : good({ situation: situation.trim(), options })
  }
}

/** "区民政局：5个工作日". The last colon parts them. */
export const office: Codec<{ readonly office: string; readonly limit: Limit }> = {
  write: ({ office: name, limit: of }) => `${name}：${limit.write(of)}`,
  read: (line) => {
    const [, name = '', rest = ''] = /^(.*)[：:](.*)$/u.exec(line) ?? []
    const of = limit.read(rest.trim())
    return name.trim() === '' || !of.ok ? bad('cell-list') : good({ office: name.trim(), limit: of.value })
  }
}
