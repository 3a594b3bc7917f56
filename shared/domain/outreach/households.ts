import { unguarded } from '../catalogue/exchangeCells.ts'
import type { RawCell, RawSheet } from '../catalogue/exchangeRows.ts'
import { codePointLength, sliceCodePoints } from '../people/codePoints.ts'
import { normalizePersonName } from '../people/personName.ts'
import { type Household, holderKey } from './cards.ts'
import { MOST_CARDS } from './decideBatch.ts'

/** What can be wrong with a list of households; each has its sentence on the screen. */
export const LIST_ERRORS = [
  'file-shape',
  'column-missing',
  'column-twice',
  'too-many-rows',
  'no-households',
  'cell-formula',
  'cell-error',
  'household-empty',
  'door-long',
  'head-wrong',
  'grid-missing',
  'grid-unknown',
  'grid-ambiguous',
  'household-twice'
] as const

export type ListErrorCode = (typeof LIST_ERRORS)[number]

export interface ListError {
  /** As the table program counts; 0: no row in particular. */
  readonly row: number
  readonly column: string
  readonly code: ListErrorCode
  /** Of the register only (grids); a household is never quoted. */
  readonly value: string
}

export interface HouseholdOf {
  readonly gridId: string
  readonly household: Household
}

export interface ReadHouseholds {
  /** In the order of the grids, then of the list; empty when there are errors. */
  readonly households: readonly HouseholdOf[]
  readonly errors: readonly ListError[]
}

/** A grid as lists may name it: by number, by name, or by village and name. */
export interface NamedGrid {
  readonly gridId: string
  readonly code: string
  readonly name: string
  readonly siteName: string
}

/** What the headings are called in the lists of streets. */
const HEADINGS = {
  door: ['门牌', '门牌号', '户号', '户号/门牌', '地址', '住址'],
  head: ['户主', '户主姓名', '姓名'],
  grid: ['网格', '网格名称', '网格编号', '所属网格']
} as const

type Column = keyof typeof HEADINGS

/** As errors name them. */
export const COLUMN_NAME: Readonly<Record<Column, string>> = { door: '门牌', head: '户主', grid: '网格' }

export const DOOR_MAX = 40
/** More than anybody corrects before trying again. */
const MOST_ERRORS = 200
const VALUE_MAX = 30

const textOf = (cell: RawCell | undefined): string =>
  cell === undefined
    ? ''
    : unguarded(typeof cell === 'string' ? cell : cell.text)
        .replace(/\s+/gu, ' ')
        .trim()

/** Grid by every name that it goes by; a name of two grids is `null`. */
function namesOf(grids: readonly NamedGrid[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>()
  for (const { gridId, code, name, siteName } of grids) {
    for (const key of new Set([code, name, `${siteName}${name}`, `${siteName} ${name}`])) {
      names.set(key, names.has(key) && names.get(key) !== gridId ? null : gridId)
    }
  }
  return names
}

/**
 * Households of a list (户号/门牌, 户主, 网格; of the first two one is enough). Every mistake is told with its row; with
 * one of them there are no households at all.
 */
export function readHouseholds(sheets: readonly RawSheet[], grids: readonly NamedGrid[]): ReadHouseholds {
  const errors: ListError[] = []
  const report = (row: number, column: string, code: ListErrorCode, value = ''): void => {
    if (errors.length < MOST_ERRORS) errors.push({ row, column, code, value: sliceCodePoints(value, 0, VALUE_MAX) })
  }
  const sheet = sheets.find(({ rows }) => rows.length > 0)
  if (!sheet) return { households: [], errors: [{ row: 0, column: '', code: 'file-shape', value: '' }] }
  const places = headings(sheet, report)
  if (errors.length > 0) return { households: [], errors }
  if (sheet.rows.length > MOST_CARDS + 1) {
    report(0, '', 'too-many-rows')
    return { households: [], errors }
  }

  const names = namesOf(grids)
  const seen = new Map<string, number>()
  const found: HouseholdOf[] = []
  sheet.rows.forEach((cells, index) => {
    const row = index + 1
    if (index === 0 || cells.every((cell) => textOf(cell) === '')) return
    const cell = (column: Column): string | null => {
      const raw = cells[places.get(column) ?? -1]
      if (raw === undefined || typeof raw === 'string') return textOf(raw)
      report(row, COLUMN_NAME[column], raw.problem)
      return null
    }
    const [door, typed, grid] = [cell('door'), cell('head'), cell('grid')]
    if (door === null || typed === null || grid === null) return
    const before = errors.length
    if (door === '' && typed === '') report(row, COLUMN_NAME.door, 'household-empty')
    if (codePointLength(door) > DOOR_MAX) report(row, COLUMN_NAME.door, 'door-long')
    const named = typed === '' ? null : normalizePersonName(typed)
    if (named && !named.ok) report(row, COLUMN_NAME.head, 'head-wrong')
    const gridId = names.get(grid)
    if (grid === '') report(row, COLUMN_NAME.grid, 'grid-missing')
    else if (gridId === undefined) report(row, COLUMN_NAME.grid, 'grid-unknown', grid)
    else if (gridId === null) report(row, COLUMN_NAME.grid, 'grid-ambiguous', grid)
    if (errors.length > before || !gridId) return
    const household = { door, head: named?.ok ? named.name : '' }
    const key = `${gridId}\u0000${holderKey(household)}`
    if (seen.has(key)) report(row, COLUMN_NAME.door, 'household-twice', String(seen.get(key)))
    else seen.set(key, row)
    found.push({ gridId, household })
  })
  if (found.length === 0 && errors.length === 0) report(0, '', 'no-households')
  if (errors.length > 0) return { households: [], errors }
  const order = new Map(grids.map(({ gridId }, i) => [gridId, i]))
  const households = [...found].sort((a, b) => (order.get(a.gridId) ?? 0) - (order.get(b.gridId) ?? 0))
  return { households, errors }
}

function headings(
  sheet: RawSheet,
  report: (row: number, column: string, code: ListErrorCode) => void
): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  sheet.rows[0]?.forEach((cell, at) => {
    const header = textOf(cell).replaceAll(' ', '')
    const column = (Object.keys(HEADINGS) as Column[]).find((one) => HEADINGS[one].some((name) => name === header))
    if (!column) return
    if (places.has(column)) report(1, COLUMN_NAME[column], 'column-twice')
    else places.set(column, at)
  })
  if (!places.has('grid')) report(1, COLUMN_NAME.grid, 'column-missing')
  if (!places.has('door') && !places.has('head')) report(1, COLUMN_NAME.door, 'column-missing')
  return places
}
