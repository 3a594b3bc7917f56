import { CALENDAR_STREAM } from '../domain/calendar/holidays.ts'
import type { WorkCalendar } from '../domain/calendar/workCalendar.ts'
import type { KnownCaseState } from '../domain/casework/case.ts'
import { type CaseReading, readCase } from '../domain/casework/reading.ts'
import { itemAtVersion } from '../domain/catalogue/catalogue.ts'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'
import type { HallRules } from '../domain/hall/rules.ts'
import type { Desk } from './desk.ts'

/** The version of the item a case was received under; `null` for an enquiry about no item. */
export function itemOfCase(desk: Pick<Desk, 'items'>, state: KnownCaseState): ServiceItem | null {
  const shelf = desk.items.get(state.item.itemId)
  return shelf ? itemAtVersion(shelf, state.item.version) : null
}

/** Minutes of the day in Shanghai at an ISO instant; UTC+8 all year since 1992. */
function minuteOfDay(instant: string): number {
  const utc = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
  return (utc + 8 * 60) % (24 * 60)
}

/** Minutes from `now` to the end of business, `HH:MM`; negative afterwards. */
function minutesTo(closingTime: string, now: string): number {
  const [hours = 0, minutes = 0] = closingTime.split(':').map(Number)
  return hours * 60 + minutes - minuteOfDay(now)
}

type Kept = {
  readonly key: string
  readonly rules: HallRules
  readonly holidays: number
  readonly reading: CaseReading
}

/**
 * Reads cases, and remembers: a state never changes, so its reading holds for the day, and where the time of day
 * matters for the minute. Thousands of open cases are looked at on every push.
 */
export class CaseReader {
  private readonly kept = new WeakMap<KnownCaseState, Kept>()

  read(
    desk: Pick<Desk, 'items' | 'rules' | 'versionOf'>,
    state: KnownCaseState,
    look: { readonly today: string; readonly now: string; readonly calendar: WorkCalendar }
  ): CaseReading {
    const { rules } = desk
    // Another number once other holidays are in force.
    const holidays = desk.versionOf(CALENDAR_STREAM) ?? 0
    const byMinute = state.handOver !== null || state.status === 'enquiry' || state.item.promisedLimit.value === 0
    const key = byMinute ? look.now.slice(0, 16) : look.today
    const known = this.kept.get(state)
    if (known?.key === key && known.rules === rules && known.holidays === holidays) return known.reading
    const reading = readCase(state, {
      today: look.today,
      now: look.now,
      minutesToClosing: minutesTo(rules.closingTime, look.now),
      calendar: look.calendar,
      rules,
      item: itemOfCase(desk, state)
    })
    this.kept.set(state, { key, rules, holidays, reading })
    return reading
  }
}
