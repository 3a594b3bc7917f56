import { z } from 'zod'
import type { Limit } from '../../../../shared/domain/calendar/limits.ts'
import { checkHallRules } from '../../../../shared/domain/hall/checkRules.ts'
import type { HallRules } from '../../../../shared/domain/hall/rules.ts'
import { refusalText } from '../../../texts/refusals.ts'
import { tidyHalf } from '../../setup/tidy.ts'

const number = z.string().overwrite((text) => tidyHalf(text).replace(/%$/, ''))
const unit = z.enum(['WORKING_DAY', 'CALENDAR_DAY'])
const limit = z.object({ value: number, unit })

/** `9：00` of an input method means 09:00. */
const tidyTime = (text: string): string => tidyHalf(text).replace(/^(\d):/, '0$1:')

/** What is checked before main is asked, which checks it again: the domain's own rule, a sentence beside each field. */
export const rulesSchema = z
  .object({
    lights: z.object({ share: number, atLeast: number, notificationFromDay: number, sameDayMinutes: number }),
    restDayReceipt: z.enum(['actualDay', 'nextWorkingDay']),
    closingTime: z.string().overwrite(tidyTime),
    handOverMinutes: number,
    lapseReminderDays: number,
    deferralLimit: limit,
    commitmentCheckLimit: limit,
    fourEyes: z.boolean(),
    reviewAuthority: z.string().trim(),
    court: z.string().trim(),
    paperTypeface: z.enum(['serif', 'sans'])
  })
  .superRefine((values, context) => {
    for (const refusal of checkHallRules(rulesOf(values))) {
      context.addIssue({ code: 'custom', path: pathOf(refusal.field), message: refusalText(refusal) })
    }
  })

/** Numbers as they are typed; the share of a limit as a percentage. */
export type RulesValues = z.output<typeof rulesSchema>

/** Fields that a refusal can stand beside. */
export const RULE_FIELDS = [
  'lights.share',
  'lights.atLeast',
  'lights.notificationFromDay',
  'lights.sameDayMinutes',
  'closingTime',
  'handOverMinutes',
  'lapseReminderDays',
  'deferralLimit.value',
  'commitmentCheckLimit.value',
  'reviewAuthority',
  'court'
] as const

export type RuleField = (typeof RULE_FIELDS)[number]

/** The field of the form that main's field is; `null` for a refusal of the whole. */
export const ruleFieldOf = (field: string | undefined): RuleField | null =>
  RULE_FIELDS.find((one) => field === `rules.${one}`) ?? null

const pathOf = (field = ''): string[] => field.replace(/^rules\./, '').split('.')

const limitValues = ({ value, unit: of }: Limit): { value: string; unit: Limit['unit'] } => ({
  value: String(value),
  unit: of
})

export function valuesOf(rules: HallRules): RulesValues {
  const { lights } = rules
  return {
    lights: {
      share: String(Math.round(lights.share * 100)),
      atLeast: String(lights.atLeast),
      notificationFromDay: String(lights.notificationFromDay),
      sameDayMinutes: String(lights.sameDayMinutes)
    },
    restDayReceipt: rules.restDayReceipt,
    closingTime: rules.closingTime,
    handOverMinutes: String(rules.handOverMinutes),
    lapseReminderDays: String(rules.lapseReminderDays),
    deferralLimit: limitValues(rules.deferralLimit),
    commitmentCheckLimit: limitValues(rules.commitmentCheckLimit),
    fourEyes: rules.fourEyes,
    reviewAuthority: rules.reviewAuthority,
    court: rules.court,
    paperTypeface: rules.paperTypeface
  }
}

/** What is no whole number becomes NaN, which no bound lets through. */
const numberOf = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)

export function rulesOf(values: RulesValues): HallRules {
  const { lights, deferralLimit, commitmentCheckLimit } = values
  return {
    ...values,
    lights: {
      share: numberOf(lights.share) / 100,
      atLeast: numberOf(lights.atLeast),
      notificationFromDay: numberOf(lights.notificationFromDay),
      sameDayMinutes: numberOf(lights.sameDayMinutes)
    },
    handOverMinutes: numberOf(values.handOverMinutes),
    lapseReminderDays: numberOf(values.lapseReminderDays),
    deferralLimit: { ...deferralLimit, value: numberOf(deferralLimit.value) },
    commitmentCheckLimit: { ...commitmentCheckLimit, value: numberOf(commitmentCheckLimit.value) }
  }
}
