import { addDays } from '../calendar/civilDate.ts'
import type { Limit } from '../calendar/limits.ts'
import type { CountedDate, WorkCalendar } from '../calendar/workCalendar.ts'

/** What silence after a receipt means; it differs by item, so it is a property of the item. */
export const DEEMED_ACCEPTANCE_KINDS = [
  'LICENCE',
  'HALL_PRACTICE',
  'REAL_ESTATE',
  'DISCLOSURE',
  'LEGAL_AID',
  'NONE'
] as const

export type DeemedAcceptanceKind = (typeof DEEMED_ACCEPTANCE_KINDS)[number]

export interface DeemedAcceptanceRule {
  /** Within which everything to be supplemented must be told; 0 = on the spot; null: no such clock. */
  readonly tellWithin: Limit | null
  /** Nothing was told in time: accepted from the day of receipt, or nothing follows. */
  readonly silence: 'ACCEPTED_FROM_RECEIPT' | 'NOTHING'
  /** Day 0 of the decision clock after a supplement. */
  readonly afterSupplement: 'DAY_OF_LAST_PIECE' | 'DAY_OF_CORRECTED_REQUEST'
  /** The applicant does not supplement in the time printed on the notice; never an automatic refusal. */
  readonly notSupplemented: 'RETURNED' | 'DEEMED_ABANDONED' | 'DEEMED_WITHDRAWN'
  readonly source: string
}

const FIVE_WORKING_DAYS: Limit = { value: 5, unit: 'WORKING_DAY' }

/** The law behind each rule stands in its `source`. */
export const DEEMED_ACCEPTANCE: Record<DeemedAcceptanceKind, DeemedAcceptanceRule> = {
  LICENCE: {
    tellWithin: FIVE_WORKING_DAYS,
    silence: 'ACCEPTED_FROM_RECEIPT',
    afterSupplement: 'DAY_OF_LAST_PIECE',
    notSupplemented: 'RETURNED',
    source: '行政许可法第三十二条'
  },
  /** No licence; the hall binds itself to the same procedure for everything. */
  HALL_PRACTICE: {
    tellWithin: FIVE_WORKING_DAYS,
    silence: 'ACCEPTED_FROM_RECEIPT',
    afterSupplement: 'DAY_OF_LAST_PIECE',
    notSupplemented: 'RETURNED',
    source: '大厅参照行政许可法第三十二条执行'
  },
  REAL_ESTATE: {
    tellWithin: { value: 0, unit: 'WORKING_DAY' },
    silence: 'ACCEPTED_FROM_RECEIPT',
    afterSupplement: 'DAY_OF_LAST_PIECE',
    notSupplemented: 'RETURNED',
    source: '不动产登记暂行条例第十七条'
  },
  DISCLOSURE: {
    tellWithin: { value: 7, unit: 'WORKING_DAY' },
    silence: 'NOTHING',
    afterSupplement: 'DAY_OF_CORRECTED_REQUEST',
    notSupplemented: 'DEEMED_ABANDONED',
    source: '政府信息公开条例第三十条'
  },
  LEGAL_AID: {
    tellWithin: { value: 7, unit: 'CALENDAR_DAY' },
    silence: 'NOTHING',
    afterSupplement: 'DAY_OF_LAST_PIECE',
    notSupplemented: 'DEEMED_WITHDRAWN',
    source: '法律援助法第四十三条'
  },
  /** Utilities, consultations, mediation, complaints and petitions: no acceptance in the sense of a licence. */
  NONE: {
    tellWithin: null,
    silence: 'NOTHING',
    afterSupplement: 'DAY_OF_LAST_PIECE',
    notSupplemented: 'RETURNED',
    source: '不适用受理程序'
  }
}

/** Last day on which what is missing may be told; null: no such clock. Source: as in `DEEMED_ACCEPTANCE`. */
export function lastDayToTell(
  kind: DeemedAcceptanceKind,
  receivedOn: string,
  calendar: WorkCalendar
): CountedDate | null {
  const limit = DEEMED_ACCEPTANCE[kind].tellWithin
  if (limit === null) return null
  return limit.unit === 'WORKING_DAY'
    ? calendar.addWorkingDays(receivedOn, limit.value)
    : calendar.addCalendarDays(receivedOn, limit.value)
}

/**
 * Whether materials about which nothing was told are deemed accepted on `today`. The acceptance day is the day of
 * receipt, not the day the time ran out, so the decision clock counts from there; `since` is the first day of the new
 * state (from 00:00). Where refusal must come on the spot, that is the receipt day itself.
 *
 * Source: 行政许可法 32 "逾期不告知的，自收到申请材料之日起即为受理"; 不动产登记暂行条例 17.
 */
export function deemedAcceptance(
  receipt: { readonly kind: DeemedAcceptanceKind; readonly receivedOn: string },
  today: string,
  calendar: WorkCalendar
): { readonly acceptedOn: string; readonly since: string; readonly provisional: boolean } | null {
  const rule = DEEMED_ACCEPTANCE[receipt.kind]
  const last = lastDayToTell(receipt.kind, receipt.receivedOn, calendar)
  if (rule.silence !== 'ACCEPTED_FROM_RECEIPT' || last === null) return null
  const since = rule.tellWithin?.value === 0 ? receipt.receivedOn : addDays(last.date, 1)
  return today < since ? null : { acceptedOn: receipt.receivedOn, since, provisional: last.provisional }
}
