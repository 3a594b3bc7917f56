import type { WorkCalendar } from '../domain/calendar/workCalendar.ts'
import {
  type CallBack,
  type Closing,
  closeBy,
  type FollowUp,
  type FollowUpStep,
  followUpDue,
  nextFollowUpStep,
  type Written
} from '../domain/feedback/followUp.ts'
import type { RatedVisit, RatingLevel, RatingReason, RatingState } from '../domain/feedback/rating.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import { maskPhone } from '../domain/people/masking.ts'

/** What leads see of ratings. Nobody sees their own: whoever was rated stays out of it. */

/** Lights of a follow-up; the word beside says it too. */
export type FollowUpLight = 'green' | 'amber' | 'red'

export interface FollowUpShown {
  readonly step: FollowUpStep
  /** Last day of that step, and working days left until then (negative: over). */
  readonly due: string
  readonly left: number
  readonly light: FollowUpLight
  readonly provisional: boolean
}

/** A row of a list: nothing that names anybody who rated. */
export interface RatingListed {
  readonly ratingId: string
  readonly ticketNo: string
  readonly counter: number
  readonly groupName: string
  readonly on: string
  readonly at: string
  /** One's own: that it is there, and no more. */
  readonly own: boolean
  readonly level: RatingLevel | null
  readonly reasons: readonly RatingReason[]
  readonly hasComment: boolean
  /** Masked. */
  readonly phone: string | null
  readonly followUp: FollowUpShown | null
  readonly outcome: Closing['outcome'] | null
}

/** One rating with all that has become of it. The phone is masked until somebody asks for it by a recorded click. */
export interface RatingDetail extends RatingListed {
  readonly clerkName: string
  readonly clerkId: string
  readonly caseNos: readonly string[]
  readonly comment: string
  readonly started: FollowUp['started']
  readonly calls: readonly CallBack[]
  readonly extensions: FollowUp['extensions']
  readonly closed: Closing | null
  /** First and last day that an extension may name. */
  readonly extendable: { readonly after: string; readonly longest: string } | null
  readonly notes: readonly Written[]
}

export interface RatingsListed {
  /** Open, the one due first at the top. */
  readonly open: readonly RatingListed[]
  /** Given in the month, newest first. */
  readonly month: readonly RatingListed[]
}

/** Who looks, and when. */
export interface LeadLooking {
  readonly personId: string
  readonly today: string
  readonly calendar: WorkCalendar
  readonly hall: HallConfig
}

export function followUpShown(
  state: RatedVisit,
  { today, calendar }: Pick<LeadLooking, 'today' | 'calendar'>
): FollowUpShown | null {
  const { followUp, given } = state
  if (!followUp) return null
  const step = nextFollowUpStep(followUp, given.phone)
  const due = followUpDue(followUp)
  const { days: left } = calendar.workingDaysBetween(today, due)
  const light = step === 'done' ? 'green' : today > due ? 'red' : left <= 1 ? 'amber' : 'green'
  return { step, due, left, light, provisional: followUp.provisional }
}

function listed(state: RatedVisit, looking: LeadLooking): RatingListed {
  const { ratingId, ticketNo, counter, group, given, personId } = state
  const own = personId === looking.personId
  return {
    ratingId,
    ticketNo,
    counter,
    groupName: looking.hall.groups.find(({ code }) => code === group)?.name ?? group,
    on: given.on,
    at: given.at,
    own,
    level: own ? null : given.level,
    reasons: own ? [] : given.reasons,
    hasComment: !own && given.comment !== '',
    phone: own || given.phone === null ? null : maskPhone(given.phone),
    followUp: followUpShown(state, looking),
    outcome: own ? null : (state.followUp?.closed?.outcome ?? null)
  }
}

const rated = (ratings: Iterable<RatingState>): readonly RatedVisit[] =>
  [...ratings].filter((state): state is RatedVisit => state.status === 'rated')

export function ratingsListed(ratings: Iterable<RatingState>, month: string, looking: LeadLooking): RatingsListed {
  const all = rated(ratings)
  const open = all.filter(({ followUp }) => followUp !== null && followUp.closed === null)
  const due = (state: RatedVisit): string => (state.followUp ? followUpDue(state.followUp) : '')
  const byDue = open.toSorted((a, b) => due(a).localeCompare(due(b)) || a.given.at.localeCompare(b.given.at))
  const inMonth = all.filter(({ given }) => given.on.startsWith(month))
  return {
    open: byDue.map((state) => listed(state, looking)),
    month: inMonth.toSorted((a, b) => b.given.at.localeCompare(a.given.at)).map((state) => listed(state, looking))
  }
}

/** The page of one rating. Ask `personId` first: one's own is not shown. */
export function ratingDetail(state: RatedVisit, looking: LeadLooking): RatingDetail {
  const { followUp } = state
  return {
    ...listed(state, looking),
    clerkName: state.personName,
    clerkId: state.personId,
    caseNos: state.caseNos,
    comment: state.given.comment,
    started: followUp?.started ?? null,
    calls: followUp?.calls ?? [],
    extensions: followUp?.extensions ?? [],
    closed: followUp?.closed ?? null,
    extendable:
      followUp?.started && !followUp.closed && closeBy(followUp) < followUp.longestBy
        ? { after: closeBy(followUp), longest: followUp.longestBy }
        : null,
    notes: state.notes
  }
}
