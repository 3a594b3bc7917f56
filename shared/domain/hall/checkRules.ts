import type { Refusal } from '../../kernel/result.ts'
import { codePointLength } from '../people/codePoints.ts'
import type { HallRules } from './rules.ts'

/** Least and most, both allowed. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * What a hall may set at most and at least. Where the law names a number it stands here; the others keep a warning from
 * being on always or never, and a promise from being checked after everybody has forgotten it.
 */
export const RULE_BOUNDS = {
  /** Yellow from a twentieth to a half of the promised time. */
  'lights.share': { least: 0.05, most: 0.5 },
  'lights.atLeast': { least: 1, most: 10 },
  /** Days of the notification clock, which has five (行政许可法 32). */
  'lights.notificationFromDay': { least: 1, most: 5 },
  'lights.sameDayMinutes': { least: 5, most: 90 },
  handOverMinutes: { least: 5, most: 90 },
  lapseReminderDays: { least: 1, most: 30 },
  /** 容缺后补: local rules allow 3 to 20 working days; the item's own promise binds besides. */
  'deferralLimit.value': { least: 1, most: 30 },
  /** 告知承诺 (国办发〔2020〕42号): a check is planned, never left open. */
  'commitmentCheckLimit.value': { least: 1, most: 90 }
} as const satisfies Record<string, Bounds>

/** Longest name of an authority, in code points. */
export const AUTHORITY_MAX = 40

const CLOSING = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function numbersOf(rules: HallRules): Record<keyof typeof RULE_BOUNDS, number> {
  const { lights, deferralLimit, commitmentCheckLimit } = rules
  return {
    'lights.share': lights.share,
    'lights.atLeast': lights.atLeast,
    'lights.notificationFromDay': lights.notificationFromDay,
    'lights.sameDayMinutes': lights.sameDayMinutes,
    handOverMinutes: rules.handOverMinutes,
    lapseReminderDays: rules.lapseReminderDays,
    'deferralLimit.value': deferralLimit.value,
    'commitmentCheckLimit.value': commitmentCheckLimit.value
  }
}

/** Days and minutes are whole; only the share of a limit is not. */
const fits = (field: string, value: number, { least, most }: Bounds): boolean =>
  value >= least && value <= most && (field === 'lights.share' || Number.isInteger(value))

/**
 * What is wrong with rules that somebody wants to set, every fault at once, each with the path of its field from `rules`.
 * Refuses with `rule-out-of-range` (with `least` and `most`), `rule-time`, `rule-authority-missing` and
 * `rule-authority-long` (with `most`). Empty when all is well.
 */
export function checkHallRules(rules: HallRules): readonly Refusal[] {
  const values = numbersOf(rules)
  const refusals: Refusal[] = []
  for (const field of Object.keys(RULE_BOUNDS) as (keyof typeof RULE_BOUNDS)[]) {
    const bounds = RULE_BOUNDS[field]
    if (!fits(field, values[field], bounds)) {
      refusals.push({ code: 'rule-out-of-range', field: `rules.${field}`, ...bounds })
    }
  }
  if (!CLOSING.test(rules.closingTime)) refusals.push({ code: 'rule-time', field: 'rules.closingTime' })
  for (const key of ['reviewAuthority', 'court'] as const) {
    const field = `rules.${key}`
    if (rules[key].trim() === '') refusals.push({ code: 'rule-authority-missing', field })
    if (codePointLength(rules[key]) > AUTHORITY_MAX) {
      refusals.push({ code: 'rule-authority-long', field, most: AUTHORITY_MAX })
    }
  }
  return refusals
}
