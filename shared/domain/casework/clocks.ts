import { clockStart, dueDate, type Exclusion } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { DEEMED_ACCEPTANCE, deemedAcceptance, lastDayToTell } from '../catalogue/deemedAcceptance.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { HallRules } from '../hall/rules.ts'
import type { DueDate, Dues, JointOpinion, Limit } from './facts.ts'

/** What both clocks of a case are counted by; an item and the terms kept on a case both fit. */
export interface LimitPair {
  readonly promisedLimit: Limit
  readonly statutoryLimit: Limit | null
}

/** 行政许可法 44: within ten days of the decision the licence is issued and delivered. */
export const LICENCE_DELIVERY: Limit = { value: 10, unit: 'WORKING_DAY' }

/** 事项类型 01 行政许可 (GB/T 39046-2020 A.1). */
const LICENCE_TYPE: ServiceItem['itemTypeCode'] = '01'

/**
 * The two clocks of an accepted case, from the day of acceptance, which is day 0 (domain §4.1): the promised limit,
 * whose overrun is a fault of service, and the statutory one, whose overrun is a breach of law. Days inside
 * `exclusions` do not count (许可法 45); `extraDays` of an extension (许可法 42) lengthen both, each in its own unit, so
 * the order in which the two came does not matter.
 */
export function dueDates(
  item: LimitPair,
  acceptedOn: string,
  calendar: WorkCalendar,
  exclusions: readonly Exclusion[] = [],
  extraDays = 0
): Dues {
  const due = (limit: Limit): DueDate =>
    dueDate(acceptedOn, { ...limit, value: limit.value + extraDays }, calendar, exclusions)
  return {
    promisedDue: due(item.promisedLimit),
    statutoryDue: item.statutoryLimit ? due(item.statutoryLimit) : null
  }
}

/** All clocks that start on the day of acceptance. */
export interface FirstDues extends Dues {
  /** 上报件: last day of the local part; `null`: the item names none. */
  readonly localDue: DueDate | null
  /** 联办件: every other office within its own part of the time. */
  readonly opinions: readonly JointOpinion[]
}

/** Both clocks, the local part of an escalated case and the co-offices' parts of a joint one, from `acceptedOn`. */
export function firstDues(item: ServiceItem, acceptedOn: string, calendar: WorkCalendar): FirstDues {
  const local = item.caseType === 'ESCALATED' ? item.localLimit : undefined
  const offices = item.caseType === 'JOINT' ? (item.jointOffices ?? []) : []
  return {
    ...dueDates(item, acceptedOn, calendar),
    localDue: local ? dueDate(acceptedOn, local, calendar) : null,
    opinions: offices.map(({ office, limit }) => ({ office, due: dueDate(acceptedOn, limit, calendar), given: null }))
  }
}

/**
 * Last day for the applicant to supplement; the law sets none, so it is the item's setting, is printed, and never
 * refuses by itself (domain §2.2). A limit of 0 means no such day: `null`.
 */
export function lapseDate(item: ServiceItem, givenOn: string, calendar: WorkCalendar): DueDate | null {
  return item.lapse.value === 0 ? null : dueDate(givenOn, item.lapse, calendar)
}

/**
 * Day 0 of the clock of a receipt. What must be told on the spot knows no later day, whatever the hall has set for rest
 * days.
 */
function receiptDay(item: ServiceItem, receivedOn: string, rules: HallRules, calendar: WorkCalendar): string {
  const onTheSpot = DEEMED_ACCEPTANCE[item.deemedAcceptance].tellWithin?.value === 0
  return onTheSpot ? receivedOn : clockStart(receivedOn, rules.restDayReceipt, calendar).date
}

/** Last day to tell what is missing (许可法 32(4)); `null`: the item knows no such clock. */
export function notifyDate(
  item: ServiceItem,
  receivedOn: string,
  rules: HallRules,
  calendar: WorkCalendar
): DueDate | null {
  return lastDayToTell(item.deemedAcceptance, receiptDay(item, receivedOn, rules, calendar), calendar)
}

/** 视为受理: accepted from `acceptedOn`, in force since `since`, by the law named in `source`. */
export interface Deemed {
  readonly acceptedOn: string
  readonly since: string
  readonly source: string
}

/** Whether what was received on `receivedOn` and never answered is accepted by law on `today`; `null` while not. */
export function deemedOn(
  item: ServiceItem,
  receivedOn: string,
  today: string,
  rules: HallRules,
  calendar: WorkCalendar
): Deemed | null {
  const kind = item.deemedAcceptance
  const from = receiptDay(item, receivedOn, rules, calendar)
  const deemed = deemedAcceptance({ kind, receivedOn: from }, today, calendar)
  return deemed && { acceptedOn: deemed.acceptedOn, since: deemed.since, source: DEEMED_ACCEPTANCE[kind].source }
}

/** Last day to issue and deliver what was decided: the item's own time, else 行政许可法 44 for licences, else none. */
export function deliveryDue(item: ServiceItem, decidedOn: string, calendar: WorkCalendar): DueDate | null {
  const limit = item.deliveryLimit ?? (item.itemTypeCode === LICENCE_TYPE ? LICENCE_DELIVERY : null)
  return limit && dueDate(decidedOn, limit, calendar)
}

/** 容缺后补: last day for a deferred piece; never after the promised day of the whole (domain §7.2). */
export function deferralDue(limit: Limit, acceptedOn: string, promisedDue: DueDate, calendar: WorkCalendar): DueDate {
  const due = dueDate(acceptedOn, limit, calendar)
  return due.date > promisedDue.date ? promisedDue : due
}
