import { daysBetween } from './civilDate.ts'
import type { Limit } from './limits.ts'
import type { WorkCalendar } from './workCalendar.ts'

export type Light = 'green' | 'yellow' | 'red' | 'redStatutory' | 'grey' | 'blue'

/** Colour is never the only signal: each light has a word and a shape of its own. */
export const LIGHT_SIGNS: Record<Light, { readonly text: string; readonly shape: string }> = {
  green: { text: '正常', shape: 'circle' },
  yellow: { text: '将到期', shape: 'triangle' },
  red: { text: '超承诺时限', shape: 'square' },
  redStatutory: { text: '超法定时限', shape: 'octagon' },
  grey: { text: '特别程序', shape: 'bars' },
  blue: { text: '待补正', shape: 'hourglass' }
}

/** Thresholds of the yellow light. No national numbers exist, so every hall may set its own. */
export interface LightSettings {
  /** Yellow when at most this share of the promised limit is left … */
  readonly share: number
  /** … but never less than this many days before the end. */
  readonly atLeast: number
  /** Day of the notification clock from which it is yellow. */
  readonly notificationFromDay: number
  /** Minutes before closing from which a same-day item is yellow. */
  readonly sameDayMinutes: number
}

/** Recommended defaults: max(1, 20 %), day 4 of 5, 60 minutes. Source: our own recommendation. */
export function defaultLightSettings(): LightSettings {
  return { share: 0.2, atLeast: 1, notificationFromDay: 4, sameDayMinutes: 60 }
}

/** A clock as it stands today. Dates in Shanghai; due dates already contain exclusions and extensions. */
export type Clock =
  | { readonly phase: 'WAITING_FOR_APPLICANT' }
  | {
      readonly phase: 'RUNNING' | 'STOPPED'
      /** `NOTIFICATION`: the five working days of 行政许可法 32; everything else is `DECISION`. */
      readonly kind: 'DECISION' | 'NOTIFICATION'
      readonly promised: Limit
      readonly promisedDue: string
      readonly statutoryDue: string | null
      /** With `STOPPED`: the day the excluded procedure began. */
      readonly stoppedSince?: string
      /** Minutes until the hall closes today, for items of the same day. */
      readonly minutesToClosing?: number
    }

export interface LightReading {
  readonly light: Light
  /** Days left in the unit of the promised limit; negative when late; null while nothing runs. */
  readonly remaining: number | null
  /** Working days since the excluded procedure began, with `grey`. */
  readonly stoppedDays?: number
}

/** Days left at which yellow begins. */
export function yellowThreshold(promised: Limit, kind: 'DECISION' | 'NOTIFICATION', settings: LightSettings): number {
  if (kind === 'NOTIFICATION') return Math.max(0, promised.value - settings.notificationFromDay)
  // Hundredths of a day are noise of the binary fractions, e.g. 0.07 × 100 > 7.
  return Math.max(settings.atLeast, Math.ceil(Math.round(promised.value * settings.share * 100) / 100))
}

/**
 * The light of a clock on `today`. Overrunning the promise is a fault of service (red), overrunning the statute a
 * breach of law (red with the statutory mark). An excluded procedure turns it grey unless the limit had passed before.
 *
 * Source: 行政许可法 42, 45, 74(2); yellow and red cards as electronic supervision systems use them.
 */
export function readLight(
  clock: Clock,
  today: string,
  calendar: WorkCalendar,
  settings: LightSettings = defaultLightSettings()
): LightReading {
  if (clock.phase === 'WAITING_FOR_APPLICANT') return { light: 'blue', remaining: null }
  const { promised, promisedDue, statutoryDue } = clock
  const remaining =
    promised.unit === 'WORKING_DAY'
      ? calendar.workingDaysBetween(today, promisedDue).days
      : daysBetween(today, promisedDue)
  const measuredOn = clock.phase === 'STOPPED' ? (clock.stoppedSince ?? today) : today
  if (statutoryDue !== null && measuredOn > statutoryDue) return { light: 'redStatutory', remaining }
  if (measuredOn > promisedDue) return { light: 'red', remaining }
  if (clock.phase === 'STOPPED') {
    return { light: 'grey', remaining: null, stoppedDays: calendar.workingDaysBetween(measuredOn, today).days }
  }
  const closing = clock.minutesToClosing
  const yellow =
    promised.value === 0
      ? closing !== undefined && closing <= settings.sameDayMinutes
      : remaining <= yellowThreshold(promised, clock.kind, settings)
  return { light: yellow ? 'yellow' : 'green', remaining }
}
