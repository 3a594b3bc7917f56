import { z } from 'zod'
import type { CalendarPreview, CalendarShown } from '../domain/calendar/calendarShown.ts'
import type { HallRules } from '../domain/hall/rules.ts'
import { command, query } from './entry.ts'
import { nothing } from './inputs.ts'

const desk = { screens: ['counter'], allowed: ['clerk', 'lead', 'administrator'] } as const
const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

/** Ceilings against nonsense; what a hall may set stands in `domain/hall/checkRules.ts` and is refused with its field. */
const whole = z.number().int().min(1).max(100)
const limit = z.strictObject({ value: whole, unit: z.enum(['WORKING_DAY', 'CALENDAR_DAY']) })
const authority = z.string().trim().max(100)

const hallRules = z.strictObject({
  lights: z.strictObject({
    share: z.number().gt(0).max(1),
    atLeast: whole,
    notificationFromDay: whole,
    sameDayMinutes: whole
  }),
  restDayReceipt: z.enum(['actualDay', 'nextWorkingDay']),
  closingTime: z.string().trim().max(10),
  handOverMinutes: whole,
  lapseReminderDays: whole,
  deferralLimit: limit,
  commitmentCheckLimit: limit,
  fourEyes: z.boolean(),
  reviewAuthority: authority,
  court: authority,
  paperTypeface: z.enum(['serif', 'sans'])
})

/** A file of holidays has some kilobytes a year. */
const LARGEST_CALENDAR = 100_000

/** JSON of one year or of several begins with a brace (a byte-order mark counts as blank here). */
const calendarText = z
  .string()
  .max(LARGEST_CALENDAR)
  .regex(/^\s*\{/)

/** What the hall sets for itself: its rules, and the holidays that due dates are counted by. */
export const settingsDoors = {
  'rules.get': query<HallRules>()({ ...desk, input: nothing }),
  'rules.set': command<null>()({ ...leading, input: z.strictObject({ rules: hallRules }) }),
  'calendar.years': query<CalendarShown>()({ ...desk, input: nothing }),
  /** What a file would change; nothing is loaded. What is wrong with it is part of the answer, date by date. */
  'calendar.preview': query<CalendarPreview>()({ ...leading, input: z.strictObject({ text: calendarText }) }),
  /** Years that have changed, and how many open cases got other dates by it. */
  'calendar.load': command<{ years: readonly number[]; recomputed: number }>()({
    ...leading,
    input: z.strictObject({ text: calendarText })
  })
} as const
