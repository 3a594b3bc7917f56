import { z } from 'zod'
import { isValidDate, weekday } from './civilDate.ts'

const date = z.string().refine(isValidDate, 'not a date')

const dates = z.array(date).refine((list) => list.every((day, i) => i === 0 || (list[i - 1] ?? '') < day), {
  message: 'dates must be in order, each once'
})

/**
 * The rest days and working weekends of one year as the State Council's notice lists them (国务院办公厅关于…部分节假日
 * 安排的通知). The list is the authority: it also names weekend days inside a holiday.
 */
export const calendarYearSchema = z
  .strictObject({
    year: z.number().int().min(1950).max(2999),
    notice: z.strictObject({
      title: z.string().min(1),
      /** Number of the page on gov.cn that carries the notice. */
      reference: z.string().min(1),
      /** Date of the notice, `YYYY-MM` where the day is not known to us. */
      issued: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)
    }),
    restDays: dates,
    workingWeekends: dates
  })
  .superRefine((value, context) => {
    for (const key of ['restDays', 'workingWeekends'] as const) {
      value[key].forEach((day, index) => {
        if (!day.startsWith(`${value.year}-`)) {
          context.addIssue({ code: 'custom', path: [key, index], message: 'belongs to another year' })
        }
      })
    }
    value.workingWeekends.forEach((day, index) => {
      if (!isValidDate(day)) return
      const problem = weekday(day) < 6 ? 'not a weekend' : value.restDays.includes(day) ? 'also a rest day' : null
      if (problem) context.addIssue({ code: 'custom', path: ['workingWeekends', index], message: problem })
    })
  })

export const calendarFileSchema = z
  .strictObject({ schemaVersion: z.literal(1), years: z.array(calendarYearSchema) })
  .refine((file) => new Set(file.years.map((entry) => entry.year)).size === file.years.length, 'a year stands twice')

export type CalendarYear = z.infer<typeof calendarYearSchema>
