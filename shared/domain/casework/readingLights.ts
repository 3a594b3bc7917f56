import { type LightReading, readLight } from '../calendar/lights.ts'
import { dueDate, type Limit, type LimitUnit } from '../calendar/limits.ts'
import type { WorkCalendar } from '../calendar/workCalendar.ts'
import { DEEMED_ACCEPTANCE } from '../catalogue/deemedAcceptance.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { HallRules } from '../hall/rules.ts'
import type { AcceptedCase } from './case.ts'
import { LICENCE_DELIVERY } from './clocks.ts'
import { extraDays, runningProcedure } from './dues.ts'
import type { DecisionMade, ExcludedRun } from './facts.ts'
import { LICENCE } from './procedures.ts'

/** Everything around a case that its light depends on. */
export interface CaseLook {
  /** Date in Shanghai. */
  readonly today: string
  /** Minutes until the hall closes today, negative afterwards; `null`: not known. Only items of the same day need it. */
  readonly minutesToClosing: number | null
  /** ISO instant. */
  readonly now: string
  readonly calendar: WorkCalendar
  readonly rules: HallRules
  /** The version the case was received under; `null`: of no catalogue. */
  readonly item: ServiceItem | null
}

type ClockReading = LightReading & { readonly unit: LimitUnit }

/** 行政许可法 32: five working days, where the item is not known. */
const TELL_WITHIN: Limit = { value: 5, unit: 'WORKING_DAY' }

/**
 * What is to be told or delivered on the spot is yellow all that day, not only before closing: on the spot is now. A
 * number of minutes that is below every threshold says so.
 */
const NOW = { minutesToClosing: 0 } as const

/** The clock of notification. Overrun it is a breach where a law, not the hall's own practice, sets it. */
export function notifyLight(notifyBy: string, { item, today, calendar, rules }: CaseLook): ClockReading {
  const kind = item?.deemedAcceptance ?? 'HALL_PRACTICE'
  const promised = DEEMED_ACCEPTANCE[kind].tellWithin ?? TELL_WITHIN
  const statutoryDue = kind === 'HALL_PRACTICE' || kind === 'NONE' ? null : notifyBy
  const clock = {
    phase: 'RUNNING',
    kind: 'NOTIFICATION',
    promised,
    promisedDue: notifyBy,
    statutoryDue,
    ...NOW
  } as const
  return { ...readLight(clock, today, calendar, rules.lights), unit: promised.unit }
}

/** The promised and the statutory clock of a case in work, and the procedure that stops them, if one runs. */
export function workLight(
  state: AcceptedCase,
  { today, calendar, rules, minutesToClosing }: CaseLook
): LightReading & { readonly running: ExcludedRun | null } {
  const running = runningProcedure(state.exclusions)
  const { value, unit } = state.item.promisedLimit
  const clock = {
    phase: running ? 'STOPPED' : 'RUNNING',
    kind: 'DECISION',
    // An item of the same day that was given more days is no longer judged by the hour.
    promised: { value: value === 0 ? extraDays(state.extension) : value, unit },
    promisedDue: state.promisedDue.date,
    statutoryDue: state.statutoryDue?.date ?? null,
    ...(running && { stoppedSince: running.from }),
    ...(minutesToClosing !== null && { minutesToClosing })
  } as const
  return { ...readLight(clock, today, calendar, rules.lights), running }
}

/** Issue and delivery: the item's own time is a promise, ten working days after a licence was granted are the law. */
export function deliveryLight(decision: DecisionMade, deliverBy: string, look: CaseLook): ClockReading {
  const { item, today, calendar, rules } = look
  const promised = item?.deliveryLimit ?? LICENCE_DELIVERY
  const byLaw = item?.itemTypeCode === LICENCE && decision.result === 'approved'
  const statutoryDue = byLaw ? dueDate(decision.decidedOn, LICENCE_DELIVERY, calendar).date : null
  const clock = { phase: 'RUNNING', kind: 'DECISION', promised, promisedDue: deliverBy, statutoryDue, ...NOW } as const
  return { ...readLight(clock, today, calendar, rules.lights), unit: promised.unit }
}
