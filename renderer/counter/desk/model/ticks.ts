import type { MaterialTick, TickResult } from '../../../../shared/domain/casework/case.ts'
import { mayBeNotApplicable } from '../../../../shared/domain/casework/ticks.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'

/** One row of the materials list as the clerk works on it. */
export interface TickRow {
  readonly materialId: string
  /** `null`: not looked at yet. */
  readonly result: TickResult | null
  /** Kept when the clerk changes the result, so that a slip of the finger costs no typing. */
  readonly reason: string
}

/** In the order of the keys 1, 2, 3, 4. */
export const RESULTS: readonly TickResult[] = ['inOrder', 'missing', 'notMeeting', 'notApplicable']

/** A fresh visitor: nothing looked at yet. */
export const blankRows = (item: ServiceItem): TickRow[] =>
  item.materials.map((material) => ({ materialId: material.id, result: null, reason: '' }))

/**
 * A visitor who comes back: what was in order stays so, what was asked for is to be looked at again. The rows follow
 * the item; a material that the case did not know is to be looked at.
 */
export function rowsOfReturn(item: ServiceItem, before: readonly MaterialTick[]): TickRow[] {
  return item.materials.map((material) => {
    const tick = before.find((t) => t.materialId === material.id)
    const settled = tick?.result === 'inOrder' || tick?.result === 'notApplicable'
    return { materialId: material.id, result: settled ? tick.result : null, reason: '' }
  })
}

/** What the last notice asked for, by material: shown beside the row of a visitor who comes back. */
export function askedFor(before: readonly MaterialTick[]): ReadonlyMap<string, MaterialTick> {
  return new Map(
    before.filter((t) => t.result === 'missing' || t.result === 'notMeeting').map((t) => [t.materialId, t])
  )
}

/** Results that this material allows, each with its key. */
export function choices(material: ServiceItem['materials'][number]): readonly { key: string; result: TickResult }[] {
  return RESULTS.map((result, i) => ({ key: String(i + 1), result })).filter(
    ({ result }) => result !== 'notApplicable' || mayBeNotApplicable(material)
  )
}

/** Result of the digit key pressed on a row; `null` when the key means nothing for this material. */
export function resultOfKey(key: string, material: ServiceItem['materials'][number]): TickResult | null {
  return choices(material).find((choice) => choice.key === key)?.result ?? null
}

/** Result to the left or right of the present one; stays at the ends. */
export function neighbour(
  result: TickResult | null,
  step: 1 | -1,
  material: ServiceItem['materials'][number]
): TickResult {
  const allowed = choices(material).map((choice) => choice.result)
  const at = result === null ? (step === 1 ? -1 : allowed.length) : allowed.indexOf(result)
  const next = Math.min(allowed.length - 1, Math.max(0, at + step))
  return allowed[next] ?? 'inOrder'
}

/** Conditions that hold as soon as somebody acts for the applicant. */
const BY_PROXY = /代办|代理|委托/

/**
 * Settles what nobody has looked at yet, in one stroke: what is needed anyway is in order, what depends on the case does
 * not apply, since a receipt must not name papers that nobody handed in. What a proxy has to bring stays open when there
 * is one. What was marked before stays.
 */
export function settleRest(item: ServiceItem, rows: readonly TickRow[], hasProxy: boolean): TickRow[] {
  return rows.map((row) => {
    const material = item.materials.find((one) => one.id === row.materialId)
    if (row.result !== null || !material) return row
    if (material.necessity !== 'CONDITIONAL') return { ...row, result: 'inOrder' }
    return hasProxy && BY_PROXY.test(material.condition ?? '') ? row : { ...row, result: 'notApplicable' }
  })
}

/** Why something is missing may be left out (the paper says 未提交); what does not meet must say why. */
export const needsReason = (result: TickResult | null): boolean => result === 'notMeeting'

/** Has a field for words: both kinds of gap. */
export const takesReason = (result: TickResult | null): boolean => result === 'missing' || result === 'notMeeting'

export interface TickCounts {
  readonly inOrder: number
  readonly missing: number
  readonly notMeeting: number
  readonly notApplicable: number
  readonly open: number
}

/** How many rows stand at each result. */
export function countRows(rows: readonly TickRow[]): TickCounts {
  const of = (result: TickResult | null) => rows.filter((row) => row.result === result).length
  return {
    inOrder: of('inOrder'),
    missing: of('missing'),
    notMeeting: of('notMeeting'),
    notApplicable: of('notApplicable'),
    open: of(null)
  }
}

/** Places of the rows nobody has looked at, first one first. */
export const openPlaces = (rows: readonly TickRow[]): string[] =>
  rows.flatMap((row, index) => (row.result === null ? [`ticks.${index}`] : []))

/**
 * Where the hands go after row `index` is settled: the next row not looked at, round to the top; with none left, the
 * outcome.
 */
export function placeAfter(rows: readonly TickRow[], index: number): string {
  const order = [...rows.keys()].map((step) => (index + 1 + step) % rows.length)
  const next = order.find((at) => at !== index && rows[at]?.result === null)
  return next === undefined ? 'outcome' : `ticks.${next}`
}
