import { z } from 'zod'
import { isValidDate, weekday } from './civilDate.ts'

/** What can be wrong with a date of a list; the message of the schema's issue, so that it can be said in words. */
export const DATE_FAULTS = [
  'calendar-date',
  'calendar-order',
  'calendar-other-year',
  'calendar-not-weekend',
  'calendar-both'
] as const

export type DateFault = (typeof DATE_FAULTS)[number]

/** More days than a year has are no list of a year. */
const MOST_DAYS = 366

const date = z.string().refine(isValidDate, 'calendar-date' satisfies DateFault)

const dates = z
  .array(date)
  .max(MOST_DAYS)
  .superRefine((list, context) => {
    list.forEach((day, index) => {
      if (index > 0 && (list[index - 1] ?? '') >= day) {
        context.addIssue({ code: 'custom', path: [index], message: 'calendar-order' satisfies DateFault })
      }
    })
  })

/**
 * The rest days and working weekends of one year as the State Council's notice lists them (国务院办公厅关于…部分节假日
 * 安排的通知). The list is the authority: it also names weekend days inside a holiday. Days that a local government adds
 * (全国年节及纪念日放假办法 4) stand in the same list.
 */
export const calendarYearSchema = z
  .strictObject({
    year: z.number().int().min(1950).max(2999),
    notice: z.strictObject({
      title: z.string().min(1).max(200),
      /** Number of the page on gov.cn that carries the notice. */
      reference: z.string().min(1).max(200),
      /** Date of the notice, `YYYY-MM` where the day is not known to us. */
      issued: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)
    }),
    restDays: dates,
    workingWeekends: dates
  })
  .superRefine((value, context) => {
    const fault = (list: 'restDays' | 'workingWeekends', index: number, message: DateFault): void =>
      context.addIssue({ code: 'custom', path: [list, index], message })
    for (const list of ['restDays', 'workingWeekends'] as const) {
      value[list].forEach((day, index) => {
        if (isValidDate(day) && !day.startsWith(`${value.year}-`)) fault(list, index, 'calendar-other-year')
      })
    }
    value.workingWeekends.forEach((day, index) => {
      if (!isValidDate(day)) return
      if (weekday(day) < 6) fault('workingWeekends', index, 'calendar-not-weekend')
      else if (value.restDays.includes(day)) fault('workingWeekends', index, 'calendar-both')
    })
  })

/** Several years in one file, as the program ships them. */
export const calendarFileSchema = z
  .strictObject({ schemaVersion: z.literal(1), years: z.array(calendarYearSchema).min(1).max(50) })
  .superRefine((file, context) => {
    file.years.forEach(({ year }, index) => {
      if (file.years.findIndex((entry) => entry.year === year) < index) {
        context.addIssue({ code: 'custom', path: ['years', index], message: 'calendar-year-twice' })
      }
    })
  })

export type CalendarYear = z.infer<typeof calendarYearSchema>
