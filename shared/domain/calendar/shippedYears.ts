import holidays from '../../data/holidays.json'
import { type CalendarYear, calendarFileSchema } from './calendarYear.ts'

/** The years that come with the program: 2023–2026. The hall imports further ones. Source: notices in the file. */
export function shippedCalendarYears(): CalendarYear[] {
  return calendarFileSchema.parse(holidays).years
}
