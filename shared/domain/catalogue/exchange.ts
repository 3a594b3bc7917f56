import { forbiddenMaterial } from './forbiddenCertificates.ts'
import type { ServiceItem } from './serviceItem.ts'

/** Everything that can be wrong with a file of items; each has its sentence on the screen. */
export const EXCHANGE_ERRORS = [
  /** The file as a whole is no catalogue. */
  'file-shape',
  'sheet-missing',
  'column-missing',
  'column-unknown',
  'column-twice',
  'too-many-rows',
  'no-items',
  /** A formula: what it would show is not what stands there. */
  'cell-formula',
  /** `#REF!` and the like, or a number that has lost digits. */
  'cell-error',
  'cell-required',
  'cell-number',
  'cell-limit',
  'cell-choice',
  'cell-yes-no',
  'cell-list',
  'cell-too-long',
  'cell-invalid',
  /** Does not go together with another column of the row. */
  'cell-conflict',
  'item-unknown',
  'item-twice',
  'material-twice',
  'situation-twice',
  /** 民发〔2020〕20号; `value` names the certificate. */
  'forbidden-certificate'
] as const

export type ExchangeErrorCode = (typeof EXCHANGE_ERRORS)[number]

/** One mistake with its place. In JSON the row is the place of the item in the list, from 1, and the column its path. */
export interface ExchangeError {
  readonly sheet: string
  /** As the table program counts, from 1 with the headings; 0: no row in particular. */
  readonly row: number
  readonly column: string
  readonly code: ExchangeErrorCode
  /** What stands there, shortened. */
  readonly value: string
}

export interface ReadItems {
  /** Only when there are no errors. */
  readonly items: readonly ServiceItem[]
  readonly errors: readonly ExchangeError[]
}

/** More than anybody corrects before trying again. */
const MOST_ERRORS = 500
const MOST_VALUE = 60

export const shortened = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const points = [...text]
  return points.length > MOST_VALUE ? `${points.slice(0, MOST_VALUE).join('')}…` : text
}

/** Nothing is read half: with one error there are no items. */
export function readItems(items: readonly ServiceItem[], errors: readonly ExchangeError[]): ReadItems {
  return errors.length > 0 ? { items: [], errors: errors.slice(0, MOST_ERRORS) } : { items, errors: [] }
}

/** Places of materials that ask for what communities may not issue. Source: 民发〔2020〕20号. */
export function forbiddenIn(item: ServiceItem): { readonly index: number; readonly certificate: string }[] {
  return item.materials.flatMap((material, index) => {
    const certificate = forbiddenMaterial(material)
    return certificate === null ? [] : [{ index, certificate }]
  })
}

interface ShapeIssue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
}

/** What a broken schema rule is called here. */
export function codeOfIssue(issue: ShapeIssue, found: unknown): ExchangeErrorCode {
  if (found === undefined || found === '') return 'cell-required'
  if (issue.code === 'custom') return 'cell-conflict'
  return issue.code === 'too_big' && typeof found === 'string' ? 'cell-too-long' : 'cell-invalid'
}

/** The value at a path, if there is one. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value
  )
}
