import { needsReason, type TickRow, takesReason } from './ticks.ts'

/** What comes out when the clerk presses the outcome key now. */
export type Outcome =
  | { readonly kind: 'noItem' }
  /** Rows nobody has looked at; `first` is the index of the first. */
  | { readonly kind: 'open'; readonly rows: number; readonly first: number }
  /** A row that does not meet and does not say why. */
  | { readonly kind: 'reason'; readonly first: number }
  /** All in order or not applicable: 受理通知书 (许可法 32(5)). */
  | { readonly kind: 'accept' }
  /** Gaps, all told at once: 一次性告知书 (许可法 32(4)). */
  | { readonly kind: 'notice'; readonly gaps: number }

/** `rows` is `null` while no item is chosen. An item that asks for nothing is accepted. */
export function outcomeOf(rows: readonly TickRow[] | null): Outcome {
  if (rows === null) return { kind: 'noItem' }
  const open = rows.filter((row) => row.result === null).length
  if (open > 0) return { kind: 'open', rows: open, first: rows.findIndex((row) => row.result === null) }
  const unreasoned = rows.findIndex((row) => needsReason(row.result) && row.reason.trim() === '')
  if (unreasoned >= 0) return { kind: 'reason', first: unreasoned }
  const gaps = rows.filter((row) => takesReason(row.result)).length
  return gaps > 0 ? { kind: 'notice', gaps } : { kind: 'accept' }
}
