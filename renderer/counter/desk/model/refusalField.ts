import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { TickRow } from './ticks.ts'

/** Places of the form that a sentence can stand beside and the focus can go to. */
const FIXED = [
  'itemId',
  'topic',
  'answerText',
  'applicant.name',
  'applicant.idKind',
  'applicant.idNumber',
  'applicant.phone',
  'applicant.address',
  'applicant.idValidUntil',
  'hasProxy',
  'proxy.name',
  'proxy.idKind',
  'proxy.idNumber',
  'proxy.phone',
  'proxy.idValidUntil',
  'proxy.authority.kind',
  'proxy.authority.matters',
  'proxy.authority.powers',
  'proxy.authority.from',
  'proxy.authority.until',
  'proxy.authority.paper',
  'certificateNo',
  'secondNoticeReason',
  'approval.login',
  'approval.password',
  'declineReason',
  'destination.name',
  'destination.place',
  'destination.phone'
] as const

type FixedPath = (typeof FIXED)[number]
export type FieldPath = FixedPath | `ticks.${number}` | `answers.${string}`

/** Fields that main calls otherwise than the form. */
const OTHER_NAMES: Readonly<Record<string, FixedPath>> = {
  applicant: 'applicant.name',
  proxy: 'proxy.name',
  'proxy.authority': 'proxy.authority.kind',
  'proxy.authority.signed': 'proxy.authority.paper',
  'proxy.authority.drawUp': 'proxy.authority.paper',
  'decideNow.certificateNo': 'certificateNo',
  approval: 'approval.login',
  approver: 'approval.login',
  reason: 'declineReason',
  destination: 'destination.name',
  'answer.text': 'answerText',
  text: 'answerText',
  'answer.destination': 'destination.name',
  'answer.destination.name': 'destination.name',
  'answer.destination.place': 'destination.place',
  'answer.destination.phone': 'destination.phone'
}

/** Codes whose place is known although the refusal carries no field. */
const BY_CODE: Readonly<Record<string, FixedPath>> = {
  'item-unknown': 'itemId',
  'case-other-item': 'itemId',
  'name-empty': 'applicant.name',
  'proxy-refused': 'hasProxy',
  'proxy-none': 'proxy.name',
  'phone-invalid': 'applicant.phone',
  'second-notice-needs-lead': 'secondNoticeReason'
}

/**
 * Where the sentence of a refusal belongs in the form; `null`: nowhere in particular, it stands on the outcome bar.
 * Rows are found by the material the refusal names. An index counts the rows that were `sent`, as materials; left out:
 * all of them.
 */
export function fieldOfRefusal(
  refusal: Refusal,
  rows: readonly TickRow[],
  sent: readonly string[] = rows.map((row) => row.materialId)
): FieldPath | null {
  const materialId = refusal.materialId
  if (typeof materialId === 'string') {
    const named = placeOf(materialId, rows)
    if (named) return named
  }
  const field = refusal.field
  if (field !== undefined) {
    const fixed = FIXED.find((path) => path === field) ?? OTHER_NAMES[field]
    if (fixed) return fixed
    const index = /^ticks\.(\d+)(?:\.|$)/.exec(field)?.[1]
    const tick = index === undefined ? null : placeOf(sent[Number(index)], rows)
    if (tick) return tick
    if (/^answers\.s\d+$/.test(field)) return field as `answers.${string}`
  }
  return BY_CODE[refusal.code] ?? null
}

function placeOf(materialId: string | undefined, rows: readonly TickRow[]): `ticks.${number}` | null {
  const index = rows.findIndex((row) => row.materialId === materialId)
  return index < 0 ? null : `ticks.${index}`
}
