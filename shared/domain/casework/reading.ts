import { assertNever } from '../../kernel/assertNever.ts'
import { addDays, daysBetween } from '../calendar/civilDate.ts'
import type { Light } from '../calendar/lights.ts'
import type { LimitUnit } from '../calendar/limits.ts'
import type { CaseState, KnownCaseState } from './case.ts'
import { type CaseLook, deliveryLight, notifyLight, workLight } from './readingLights.ts'
import {
  acceptedReasons,
  commitmentsDue,
  handOverReasons,
  isComingUp,
  type WorkReason,
  watchedLocally
} from './readingReasons.ts'

export type { CaseLook } from './readingLights.ts'
export type { WorkReason } from './readingReasons.ts'

/** What is being waited for. */
export type Watching =
  | 'answer'
  | 'notify'
  | 'supplement'
  | 'decide'
  | 'local'
  | 'upper'
  | 'stopped'
  | 'deliver'
  | 'none'

export interface CaseReading {
  readonly light: Light
  /** Days left until `due` in `unit`; negative when late; `null` where no date is watched or the clock stands still. */
  readonly remaining: number | null
  readonly unit: LimitUnit
  /** The date that is being watched. */
  readonly due: string | null
  readonly watching: Watching
  /** Working days since an excluded procedure stopped the clock. */
  readonly stoppedDays: number | null
  /** What somebody must do now, the most urgent first. */
  readonly reasons: readonly WorkReason[]
}

const QUIET: CaseReading = {
  light: 'green',
  remaining: null,
  unit: 'WORKING_DAY',
  due: null,
  watching: 'none',
  stoppedDays: null,
  reasons: []
}

/**
 * How a case stands today: its light, the date that is watched, and what somebody must do. Received: the clock of
 * notification (行政许可法 32). Waiting for the applicant: blue. Accepted: the promised and the statutory clock (42), grey
 * while an excluded procedure stops them (45); being with a higher level stops nothing. Decided: issue and delivery
 * (44). A broken part of the way (local part, co-office, higher level) is a reason of its own, the light stays that of
 * the whole.
 */
export function readCase(state: KnownCaseState, look: CaseLook): CaseReading {
  switch (state.status) {
    case 'enquiry':
      return readEnquiry(state, look)
    case 'received':
      return readReceived(state, look)
    case 'supplement':
      return readSupplement(state, look)
    case 'accepted':
      return readAccepted(state, look)
    case 'decided':
      return readDecided(state, look)
    case 'completed':
      return readCompleted(state, look)
    case 'answered':
    case 'declined':
    case 'returned':
    case 'withdrawn':
      return QUIET
    default:
      return assertNever(state, 'case status')
  }
}

type In<S extends CaseState['status']> = Extract<CaseState, { status: S }>

/** Days left in the unit; negative when late. */
const left = (look: CaseLook, due: string, unit: LimitUnit): number =>
  unit === 'WORKING_DAY' ? look.calendar.workingDaysBetween(look.today, due).days : daysBetween(look.today, due)

/** 首问负责: an answer is owed at once; one that nobody took up, or that has waited more than a working day, is late. */
function readEnquiry(state: KnownCaseState, look: CaseLook): CaseReading {
  const handOver = handOverReasons(state, look)
  const waited = look.calendar.workingDaysBetween(state.receivedOn, look.today).days > 1
  const light = waited || handOver.includes('hand-over-returned') ? 'yellow' : 'green'
  return { ...QUIET, light, watching: 'answer', reasons: [...handOver, 'answer-owed'] }
}

function readReceived(state: KnownCaseState, look: CaseLook): CaseReading {
  const handOver = handOverReasons(state, look)
  if (!state.notifyBy) return { ...QUIET, watching: 'notify', reasons: handOver }
  const { date, provisional } = state.notifyBy
  const { light, remaining, unit } = notifyLight(date, look)
  const reasons: WorkReason[] = []
  if (look.today > date) reasons.push('notify-late')
  else if (look.today === date) reasons.push('notify-last-day')
  else if (light === 'yellow') reasons.push('notify-soon')
  reasons.push(...handOver)
  if (provisional) reasons.push('provisional')
  return { ...QUIET, light, remaining, unit, due: date, watching: 'notify', reasons }
}

/** The applicant's time: printed, reminded of, never an automatic refusal. */
function readSupplement(state: KnownCaseState, look: CaseLook): CaseReading {
  const due = state.notices.at(-1)?.lapseOn ?? null
  const reasons: WorkReason[] = []
  if (due !== null) {
    if (look.today > due) reasons.push('lapse-passed')
    const remindFrom = addDays(due, -look.rules.lapseReminderDays)
    if (look.today >= remindFrom && !state.reminded.some((on) => on >= remindFrom)) reasons.push('lapse-reminder-due')
  }
  reasons.push(...handOverReasons(state, look))
  const remaining = due === null ? null : left(look, due, 'CALENDAR_DAY')
  return { ...QUIET, light: 'blue', remaining, unit: 'CALENDAR_DAY', due, watching: 'supplement', reasons }
}

function readAccepted(state: In<'accepted'>, look: CaseLook): CaseReading {
  const { light, remaining, running } = workLight(state, look)
  const stoppedDays = running && look.calendar.workingDaysBetween(running.from, look.today).days
  const reasons = acceptedReasons(state, look, light)
  const { promisedLimit } = state.item
  const shown = { light, stoppedDays, reasons }
  // Once the whole is late, no part of the way matters more.
  if (running && light === 'grey') {
    return { ...QUIET, ...shown, due: running.expectedEnd, watching: 'stopped' }
  }
  if (light === 'green' || light === 'yellow') {
    if (state.upward && !state.upward.returned) {
      const due = state.upward.expectedBack.date
      return { ...QUIET, ...shown, due, remaining: left(look, due, 'WORKING_DAY'), watching: 'upper' }
    }
    const local = watchedLocally(state, look)
    if (local) {
      const unit = look.item?.localLimit?.unit ?? promisedLimit.unit
      return { ...QUIET, ...shown, unit, due: local.date, remaining: left(look, local.date, unit), watching: 'local' }
    }
  }
  return { ...QUIET, ...shown, unit: promisedLimit.unit, due: state.promisedDue.date, remaining, watching: 'decide' }
}

function readDecided(state: In<'decided'>, look: CaseLook): CaseReading {
  const { deliverBy } = state.decision
  const later = [...handOverReasons(state, look), ...commitmentsDue(state, look)]
  if (!deliverBy) return { ...QUIET, watching: 'deliver', reasons: later }
  const { light, remaining, unit } = deliveryLight(state.decision, deliverBy.date, look)
  const reasons: WorkReason[] = []
  if (look.today > deliverBy.date) reasons.push('deliver-late')
  else if (light === 'yellow') reasons.push('deliver-soon')
  reasons.push(...later)
  if (deliverBy.provisional) reasons.push('provisional')
  return { ...QUIET, light, remaining, unit, due: deliverBy.date, watching: 'deliver', reasons }
}

/** Done, but for promises that are still to be checked (国办发〔2020〕42号). */
function readCompleted(state: In<'completed'>, look: CaseLook): CaseReading {
  const due = state.commitments
    .filter((made) => !made.checked && isComingUp(made.checkBy.date, look))
    .map((made) => made.checkBy.date)
    .sort()[0]
  if (due === undefined) return QUIET
  const remaining = left(look, due, 'WORKING_DAY')
  return { ...QUIET, light: 'yellow', due, remaining, reasons: commitmentsDue(state, look) }
}
