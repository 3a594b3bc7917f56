import { addDays } from '../calendar/civilDate.ts'
import type { AppointmentSettings } from '../hall/service.ts'
import type { AppointmentDay } from './appointment.ts'
import { minuteOf } from './groupOpen.ts'
import { slotStartOf } from './order.ts'

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Beginnings of a day's slots, `HH:MM`: the first at `from`, the last at `until` or before, none into the next day. */
export function slotTimes({ from, until, slotMinutes }: AppointmentSettings): readonly string[] {
  const times: string[] = []
  if (slotMinutes < 1) return times
  const last = Math.min(minuteOf(until), 24 * 60 - slotMinutes)
  for (let minute = minuteOf(from); minute <= last; minute += slotMinutes) times.push(timeOf(minute))
  return times
}

/** Places per slot of a group; 0 for one that takes no appointments. */
export const placesOf = ({ on, places }: AppointmentSettings, group: string): number =>
  on && Object.hasOwn(places, group) ? Math.max(0, places[group] ?? 0) : 0

/** Places of a slot that are taken. Who did not come kept theirs until it was too late to give it away. */
export const takenIn = (day: AppointmentDay, group: string, slot: string): number =>
  [...day.values()].filter((a) => a.group === group && a.slot === slot && a.status !== 'cancelled').length

/** Can this day be booked from `today`: neither past nor too far ahead. Dates as `YYYY-MM-DD`. */
export const bookable = ({ daysAhead }: AppointmentSettings, date: string, today: string): boolean =>
  date >= today && date <= addDays(today, daysAhead)

/**
 * Slots of a group on a day that have not begun at `now` (ISO instant), with the places left; full ones with 0. Empty
 * where nothing can be booked. Rest days are the caller's to leave out: slots know no calendar.
 */
export function slotsOf(
  settings: AppointmentSettings,
  day: AppointmentDay,
  group: string,
  date: string,
  now: string
): readonly { readonly slot: string; readonly left: number }[] {
  const places = placesOf(settings, group)
  if (places === 0) return []
  const ahead = slotTimes(settings).filter((slot) => Date.parse(slotStartOf(date, slot)) > Date.parse(now))
  return ahead.map((slot) => ({ slot, left: Math.max(0, places - takenIn(day, group, slot)) }))
}
