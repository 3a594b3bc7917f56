import { addDays, fromDayNumber, toDayNumber } from '../calendar/civilDate.ts'
import { dueDate, type Limit } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { EXCLUDED_PROCEDURES } from './codes.ts'
import { forbiddenMaterial } from './forbiddenCertificates.ts'
import type { ServiceItem } from './serviceItem.ts'
import { usedSituations } from './situations.ts'

/** What is wrong with an item although its shape is right. `start` is the first start day on which it shows. */
export type ItemProblem =
  | { readonly code: 'item-forbidden-certificate'; readonly materialId: string; readonly certificate: string }
  | { readonly code: 'item-clock-stopped-without-basis'; readonly procedure: string }
  | { readonly code: 'item-promise-after-statute'; readonly start: string }
  | { readonly code: 'item-defer-after-promise'; readonly materialId: string; readonly start: string }
  /** `office` is empty for the local part of an escalated case. */
  | { readonly code: 'item-part-after-promise'; readonly office: string; readonly start: string }
  | { readonly code: 'item-delivery-too-late'; readonly start: string }
  | { readonly code: 'item-extension-too-long'; readonly most: number }
  | { readonly code: 'item-question-unused'; readonly situation: string; readonly question: string }

/** A span of start days, both inclusive, over which limits are compared. */
export interface StartDays {
  readonly from: string
  readonly through: string
}

/** 行政许可法 44. */
const DELIVERY: Limit = { value: 10, unit: 'WORKING_DAY' }
/** 行政许可法 42: one extension of 10 days, of 15 where several offices handle a licence together. */
const EXTENSION = 10
const JOINT_EXTENSION = 15

/** The year of start days over which an item that is in force from `date` on is checked. */
export const yearFrom = (date: string): StartDays => ({ from: date, through: addDays(date, 365) })

/**
 * First start day on which `limit` ends after `most`; null when there is none. Compared as dates, since units can
 * differ: 20 working days against 60 calendar days.
 */
function firstLate(limit: Limit, most: Limit, calendar: WorkCalendar, days: StartDays): string | null {
  if (limit.unit === most.unit && limit.value <= most.value) return null
  for (let at = toDayNumber(days.from); at <= toDayNumber(days.through); at += 1) {
    const start = fromDayNumber(at)
    if (dueDate(start, limit, calendar).date > dueDate(start, most, calendar).date) return start
  }
  return null
}

/**
 * First start day on which the promised due date lies after the statutory one; null when there is none.
 * Source: 行政许可法 42, 74(2).
 */
export function promiseAfterStatute(
  item: Pick<ServiceItem, 'promisedLimit' | 'statutoryLimit'>,
  calendar: WorkCalendar,
  days: StartDays
): string | null {
  return item.statutoryLimit === null ? null : firstLate(item.promisedLimit, item.statutoryLimit, calendar, days)
}

/**
 * The rules of content that an item must keep before it is offered: no certificate that communities may not issue
 * (民发〔2020〕20号); a licence's clock stops only for procedures of 行政许可法 45, is extended and delivered within
 * 42 and 44; the promise never ends after the statute; what may follow later, and the parts of other offices, end
 * within the promise; every question decides something. An empty list means that it keeps them.
 */
export function checkItem(item: ServiceItem, calendar: WorkCalendar, days: StartDays): ItemProblem[] {
  const start = promiseAfterStatute(item, calendar, days)
  return [
    ...certificates(item),
    ...(item.itemTypeCode === '01' ? licence(item, calendar, days) : []),
    ...(start === null ? [] : [{ code: 'item-promise-after-statute', start } as const]),
    ...withinPromise(item, calendar, days),
    ...unusedQuestions(item)
  ]
}

/** Materials that ask for a certificate of the list. */
export function certificates(item: ServiceItem): Extract<ItemProblem, { code: 'item-forbidden-certificate' }>[] {
  return item.materials.flatMap((material) => {
    const certificate = forbiddenMaterial(material)
    return certificate === null
      ? []
      : [{ code: 'item-forbidden-certificate' as const, materialId: material.id, certificate }]
  })
}

function licence(item: ServiceItem, calendar: WorkCalendar, days: StartDays): ItemProblem[] {
  const problems: ItemProblem[] = item.excludedProcedures
    .filter((procedure) => !EXCLUDED_PROCEDURES[procedure].article45)
    .map((procedure) => ({ code: 'item-clock-stopped-without-basis', procedure }))
  const start = item.deliveryLimit ? firstLate(item.deliveryLimit, DELIVERY, calendar, days) : null
  if (start !== null) problems.push({ code: 'item-delivery-too-late', start })
  const most = item.caseType === 'JOINT' ? JOINT_EXTENSION : EXTENSION
  if ((item.extensionMax ?? 0) > most) problems.push({ code: 'item-extension-too-long', most })
  return problems
}

/** What is decided on the spot has no later date that a part of it could miss: 先行救助 brings its papers afterwards. */
function withinPromise(item: ServiceItem, calendar: WorkCalendar, days: StartDays): ItemProblem[] {
  if (item.promisedLimit.value === 0) return []
  const late = (limit: Limit | undefined): string | null =>
    limit ? firstLate(limit, item.promisedLimit, calendar, days) : null
  const deferred = item.materials.flatMap((material): ItemProblem[] => {
    const start = late(material.deferLimit)
    return start === null ? [] : [{ code: 'item-defer-after-promise', materialId: material.id, start }]
  })
  const parts = [...(item.jointOffices ?? []), { office: '', limit: item.localLimit }]
  const slow = parts.flatMap(({ office, limit }): ItemProblem[] => {
    const start = late(limit)
    return start === null ? [] : [{ code: 'item-part-after-promise', office, start }]
  })
  return [...deferred, ...slow]
}

function unusedQuestions(item: ServiceItem): ItemProblem[] {
  const used = usedSituations(item)
  return (item.situations ?? [])
    .filter(({ id }) => !used.has(id))
    .map(({ id, question }) => ({ code: 'item-question-unused', situation: id, question }))
}
