import { fromDayNumber, toDayNumber } from '../calendar/civilDate.ts'
import { dueDate } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { EXCLUDED_PROCEDURES } from './codes.ts'
import { forbiddenMaterial } from './forbiddenCertificates.ts'
import type { ServiceItem } from './serviceItem.ts'

/** What is wrong with an item although its shape is right. */
export type ItemProblem =
  | { readonly code: 'item-forbidden-certificate'; readonly materialId: string; readonly certificate: string }
  | { readonly code: 'item-clock-stopped-without-basis'; readonly procedure: string }
  | { readonly code: 'item-promise-after-statute'; readonly start: string }

/** A span of start days, both inclusive, over which limits are compared. */
export interface StartDays {
  readonly from: string
  readonly through: string
}

/**
 * First start day on which the promised due date lies after the statutory one; null when there is none. Compared as
 * dates, since units can differ: 20 working days against 60 calendar days. Source: 行政许可法 42, 74(2).
 */
export function promiseAfterStatute(
  item: Pick<ServiceItem, 'promisedLimit' | 'statutoryLimit'>,
  calendar: WorkCalendar,
  days: StartDays
): string | null {
  if (item.statutoryLimit === null) return null
  for (let at = toDayNumber(days.from); at <= toDayNumber(days.through); at += 1) {
    const start = fromDayNumber(at)
    const promised = dueDate(start, item.promisedLimit, calendar)
    if (promised.date > dueDate(start, item.statutoryLimit, calendar).date) return start
  }
  return null
}

/**
 * The rules of content that an item must keep before it is offered: no certificate that communities may not issue
 * (民发〔2020〕20号); a licence's clock stops only for procedures of 行政许可法 45; the promise never ends after the
 * statute. An empty list means that it keeps them.
 */
export function checkItem(item: ServiceItem, calendar: WorkCalendar, days: StartDays): ItemProblem[] {
  const problems: ItemProblem[] = []
  for (const material of item.materials) {
    const certificate = forbiddenMaterial(material)
    if (certificate !== null) {
      problems.push({ code: 'item-forbidden-certificate', materialId: material.id, certificate })
    }
  }
  for (const procedure of item.itemTypeCode === '01' ? item.excludedProcedures : []) {
    if (!EXCLUDED_PROCEDURES[procedure].article45) {
      problems.push({ code: 'item-clock-stopped-without-basis', procedure })
    }
  }
  const start = promiseAfterStatute(item, calendar, days)
  if (start !== null) problems.push({ code: 'item-promise-after-statute', start })
  return problems
}
