import { dueDate } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { DueDate } from './case.ts'

/**
 * The two clocks of an accepted case, from the day of acceptance, which is day 0 (domain §4.1): the promised limit,
 * whose overrun is a fault of service, and the statutory one, whose overrun is a breach of law.
 */
export function dueDates(
  item: ServiceItem,
  acceptedOn: string,
  calendar: WorkCalendar
): { readonly promisedDue: DueDate; readonly statutoryDue: DueDate | null } {
  const statutory = item.statutoryLimit
  return {
    promisedDue: dueDate(acceptedOn, item.promisedLimit, calendar),
    statutoryDue: statutory ? dueDate(acceptedOn, statutory, calendar) : null
  }
}

/**
 * Last day for the applicant to supplement; the law sets none, so it is the item's setting, is printed, and never
 * refuses by itself (domain §2.2). A limit of 0 means no such day: `null`.
 */
export function lapseDate(item: ServiceItem, givenOn: string, calendar: WorkCalendar): DueDate | null {
  return item.lapse.value === 0 ? null : dueDate(givenOn, item.lapse, calendar)
}
