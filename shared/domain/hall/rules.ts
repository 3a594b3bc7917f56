import type { Typeface } from '../../documents/papers.ts'
import { defaultLightSettings, type LightSettings } from '../calendar/lights.ts'
import type { Limit, RestDayReceipt } from '../calendar/limits.ts'

/**
 * What a hall may set for itself where the law leaves room. Where no rule says anything the default takes the visitor's
 * side.
 */
export interface HallRules {
  readonly lights: LightSettings
  /** A receipt on a rest day counts from that day, or from the next working day (行政许可法 32 "收到之日"). */
  readonly restDayReceipt: RestDayReceipt
  /** End of business, `HH:MM` in Shanghai: papers say "… 前", items of the same day turn yellow before it. */
  readonly closingTime: string
  /** Minutes after which a hand-over that nobody took up is its giver's again (首问负责). */
  readonly handOverMinutes: number
  /** Days before the applicant's supplement period ends at which a reminder is due. */
  readonly lapseReminderDays: number
  /** 容缺后补: how long a deferred piece may take; never longer than the item's own promise. */
  readonly deferralLimit: Limit
  /** 告知承诺: after which time a promise is checked where the item names none. */
  readonly commitmentCheckLimit: Limit
  /** An item's draft is approved by somebody other than its author. */
  readonly fourEyes: boolean
  /**
   * 行政复议机关, printed on every refusal (行政复议法 20). For a street office it is the government that set it up, for a
   * township the one above (行政复议法 24): the district or county either way.
   */
  readonly reviewAuthority: string
  /** 有管辖权的人民法院, printed on every refusal (行政诉讼法 46). */
  readonly court: string
  /** What papers of a case are set in from now on; tickets and cards are 黑体 always. No rule of law names a face. */
  readonly paperTypeface: Typeface
}

/** Weeks and days of a hall that has set nothing. Sources stand beside the fields above. */
export function defaultHallRules(): HallRules {
  return {
    lights: defaultLightSettings(),
    restDayReceipt: 'actualDay',
    closingTime: '17:30',
    handOverMinutes: 30,
    lapseReminderDays: 7,
    deferralLimit: { value: 7, unit: 'WORKING_DAY' },
    commitmentCheckLimit: { value: 30, unit: 'WORKING_DAY' },
    fourEyes: true,
    reviewAuthority: '本区（县）人民政府',
    court: '有管辖权的人民法院',
    paperTypeface: 'serif'
  }
}
