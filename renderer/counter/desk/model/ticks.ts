import type { MaterialTick, TickResult } from '../../../../shared/domain/casework/case.ts'
import { resultsFor } from '../../../../shared/domain/casework/ticks.ts'
import type { Material, ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'

/** One row of the materials list as the clerk works on it. */
export interface TickRow {
  readonly materialId: string
  /** `null`: not looked at yet. */
  readonly result: TickResult | null
  /** Kept when the clerk changes the result, so that a slip of the finger costs no typing. */
  readonly reason: string
}

/** Results that a key can give. What does not apply is not on the list. */
export type Markable = Exclude<TickResult, 'notApplicable'>

/** In the order of the keys 1 to 7. */
export const RESULTS: readonly Markable[] = [
  'inOrder',
  'missing',
  'notMeeting',
  'exempt',
  'committed',
  'deferred',
  'corrected'
]

/** A fresh visitor: nothing looked at yet. */
export const blankRows = (item: ServiceItem): TickRow[] =>
  item.materials.map((material) => ({ materialId: material.id, result: null, reason: '' }))

/**
 * A visitor who comes back: what let a case be accepted stays so, what was asked for is to be looked at again. The rows
 * follow the item; a material that the case did not know is to be looked at.
 */
export function rowsOfReturn(item: ServiceItem, before: readonly MaterialTick[]): TickRow[] {
  return item.materials.map((material) => {
    const tick = before.find((t) => t.materialId === material.id)
    const settled = tick !== undefined && allows(material, tick.result)
    if (!settled || isGap(tick.result)) return { materialId: material.id, result: null, reason: '' }
    return { materialId: material.id, result: tick.result, reason: tick.reason }
  })
}

/** What the last notice asked for, by material: shown beside the row of a visitor who comes back. */
export const askedFor = (before: readonly MaterialTick[]): ReadonlyMap<string, MaterialTick> =>
  new Map(before.filter((tick) => isGap(tick.result)).map((tick) => [tick.materialId, tick]))

/** May the clerk find this of the material? The rule is main's. */
const allows = (material: Material, result: TickResult): result is Markable => resultsFor(material).includes(result)

/** Results that this material allows, each with its key. A key means the same for every material. */
export const choices = (material: Material): readonly { readonly key: string; readonly result: Markable }[] =>
  RESULTS.map((result, at) => ({ key: String(at + 1), result })).filter(({ result }) => allows(material, result))

/** Result of the digit key pressed on a row; `null` when the key means nothing for this material. */
export const resultOfKey = (key: string, material: Material): Markable | null =>
  choices(material).find((choice) => choice.key === key)?.result ?? null

/** Is it a key of the list at all? */
export const isResultKey = (key: string): boolean => RESULTS.some((_, at) => key === String(at + 1))

/** Result to the left or right of the present one; stays at the ends. */
export function neighbour(result: TickResult | null, step: 1 | -1, material: Material): Markable {
  const allowed = choices(material).map((choice) => choice.result)
  const at = (allowed as readonly (TickResult | null)[]).indexOf(result)
  const from = at < 0 && step === -1 ? allowed.length : at
  return allowed[Math.min(allowed.length - 1, Math.max(0, from + step))] ?? 'inOrder'
}

/**
 * Settles what nobody has looked at yet, in one stroke: in order; what the office must get itself by data sharing, and so
 * may not ask for, is 免提交 (在线政务服务若干规定 7). What was marked before stays, and so do rows that are not listed.
 */
export function settleRest(rows: readonly TickRow[], listed: readonly { readonly material: Material }[]): TickRow[] {
  return rows.map((row) => {
    const material = listed.find((one) => one.material.id === row.materialId)?.material
    if (row.result !== null || !material) return row
    return { ...row, result: material.waiver === 'DATA_SHARING' ? 'exempt' : 'inOrder' }
  })
}

/** Asks the visitor for something. */
export const isGap = (result: TickResult | null): result is 'missing' | 'notMeeting' =>
  result === 'missing' || result === 'notMeeting'

/** Why something is missing may be left out (the paper says 未提交); what does not meet, or was put right, must be said. */
export const needsReason = (result: TickResult | null): boolean => result === 'notMeeting' || result === 'corrected'

/** Results with a field for words. */
export type Reasoned = 'missing' | 'notMeeting' | 'corrected'

export const takesReason = (result: TickResult | null): result is Reasoned => isGap(result) || result === 'corrected'

export type TickCounts = Readonly<Record<Markable | 'open', number>>

/** How many rows stand at each result. */
export function countRows(rows: readonly TickRow[]): TickCounts {
  const of = (result: TickResult | null) => rows.filter((row) => row.result === result).length
  return {
    inOrder: of('inOrder'),
    missing: of('missing'),
    notMeeting: of('notMeeting'),
    exempt: of('exempt'),
    committed: of('committed'),
    deferred: of('deferred'),
    corrected: of('corrected'),
    open: of(null)
  }
}

/** A row and its place among all rows of the item. */
interface Placed {
  readonly index: number
  readonly row: TickRow
}

/** Places of the listed rows nobody has looked at, first one first. */
export const openPlaces = (listed: readonly Placed[]): string[] =>
  listed.flatMap(({ index, row }) => (row.result === null ? [`ticks.${index}`] : []))

/**
 * Where the hands go after the row with this index is settled: the next listed row not looked at, round to the top; with
 * none left, the outcome.
 */
export function placeAfter(listed: readonly Placed[], index: number): string {
  const at = listed.findIndex((one) => one.index === index)
  const order = [...listed.slice(at + 1), ...listed.slice(0, Math.max(0, at))]
  return openPlaces(order)[0] ?? 'outcome'
}
