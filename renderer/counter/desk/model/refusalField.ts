import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { TickRow } from './ticks.ts'

/** Places of the form that a sentence can stand beside and the focus can go to. */
const FIXED = [
  'itemId',
  'applicant.name',
  'applicant.idKind',
  'applicant.idNumber',
  'applicant.phone',
  'applicant.address',
  'proxy.name',
  'proxy.idKind',
  'proxy.idNumber',
  'proxy.phone',
  'secondNoticeReason'
] as const

export type FieldPath = (typeof FIXED)[number] | `ticks.${number}`

/** Codes whose place is known although the refusal carries no field. */
const BY_CODE: Readonly<Record<string, FieldPath>> = {
  'item-unknown': 'itemId',
  'case-other-item': 'itemId',
  'name-empty': 'applicant.name',
  'proxy-refused': 'proxy.name',
  'proxy-none': 'proxy.name',
  'phone-invalid': 'applicant.phone',
  'second-notice-needs-lead': 'secondNoticeReason'
}

/**
 * Where the sentence of a refusal belongs in the form; `null`: nowhere in particular, it stands on the outcome bar.
 * Rows of materials are found by the material the refusal names, since the list that was sent may be shorter.
 */
export function fieldOfRefusal(refusal: Refusal, rows: readonly TickRow[]): FieldPath | null {
  const materialId = refusal.materialId
  if (typeof materialId === 'string') {
    const named = rows.findIndex((row) => row.materialId === materialId)
    if (named >= 0) return `ticks.${named}`
  }
  const field = refusal.field
  if (field !== undefined) {
    const fixed = FIXED.find((path) => path === field)
    if (fixed) return fixed
    const tick = /^ticks\.(\d+)(?:\.|$)/.exec(field)
    const index = Number(tick?.[1])
    if (tick && index < rows.length) return `ticks.${index}`
    if (field === 'applicant') return 'applicant.name'
    if (field === 'proxy') return 'proxy.name'
  }
  return BY_CODE[refusal.code] ?? null
}
