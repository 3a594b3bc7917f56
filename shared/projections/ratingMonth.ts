import { closeBy, closedOnTime } from '../domain/feedback/followUp.ts'
import {
  isBad,
  type KnownRating,
  type NotRatedWhy,
  RATING_REASONS,
  type RatedVisit,
  type RatingLevel,
  type RatingReason,
  type RatingState
} from '../domain/feedback/rating.ts'
import type { HallConfig } from '../domain/hall/hall.ts'

/** Asked and answered, by group or by person. */
export interface RatingCounts {
  readonly asked: number
  readonly rated: number
  /** Levels 1 to 3 (好评). */
  readonly good: number
}

/**
 * Figures of one month, by the day of the ask. Shares are left to whoever shows them: a share of nothing is none.
 * Source: 国办发〔2019〕51号; GB/T 39734.
 */
export interface RatingMonth extends RatingCounts {
  readonly month: string
  readonly waiting: number
  readonly notRated: Readonly<Record<NotRatedWhy, number>>
  readonly byLevel: Readonly<Record<RatingLevel, number>>
  readonly byReason: Readonly<Record<RatingReason, number>>
  readonly followUps: {
    readonly opened: number
    readonly closed: number
    readonly closedOnTime: number
    /** Open and past its day. */
    readonly overdue: number
    /** How visitors see it after the call-back, where they were asked again: levels 1 to 3, and all. */
    readonly secondGood: number
    readonly second: number
  }
  /** 实名差评 100 % 回访: with a phone, called back, and reached. */
  readonly callBacks: { readonly withPhone: number; readonly calledBack: number; readonly reached: number }
  readonly byGroup: readonly (RatingCounts & { readonly group: string; readonly groupName: string })[]
  /** For leads alone, and without themselves; else `null`. */
  readonly byPerson: readonly (RatingCounts & { readonly personId: string; readonly name: string })[] | null
}

/** `people`: may figures of persons be seen, and whose are left out? */
export function ratingMonth(
  ratings: Iterable<RatingState>,
  month: string,
  today: string,
  hall: HallConfig,
  people: { readonly but: string } | null
): RatingMonth {
  const asked = [...ratings].filter(
    (state): state is KnownRating => state.status !== 'none' && state.on.startsWith(month)
  )
  const rated = asked.filter((state): state is RatedVisit => state.status === 'rated')
  const withPhone = rated.filter(({ given, followUp }) => given.phone !== null && followUp !== null)
  const followUps = rated.flatMap(({ followUp }) => followUp ?? [])
  const seconds = followUps.flatMap(({ closed }) => closed?.secondLevel ?? [])
  const ended = (why: NotRatedWhy): number =>
    asked.filter((state) => state.status === 'notRated' && state.why === why).length
  const level = (at: RatingLevel): number => rated.filter(({ given }) => given.level === at).length
  return {
    month,
    ...counts(asked),
    waiting: asked.filter(({ status }) => status === 'asked').length,
    notRated: { timeout: ended('timeout'), next: ended('next'), closed: ended('closed') },
    byLevel: { 1: level(1), 2: level(2), 3: level(3), 4: level(4), 5: level(5) },
    byReason: Object.fromEntries(
      RATING_REASONS.map((reason) => [reason, rated.filter(({ given }) => given.reasons.includes(reason)).length])
    ) as Record<RatingReason, number>,
    followUps: {
      opened: followUps.length,
      closed: followUps.filter(({ closed }) => closed !== null).length,
      closedOnTime: followUps.filter(closedOnTime).length,
      overdue: followUps.filter((one) => one.closed === null && today > closeBy(one)).length,
      second: seconds.length,
      secondGood: seconds.filter((one) => !isBad(one)).length
    },
    callBacks: {
      withPhone: withPhone.length,
      calledBack: withPhone.filter(({ followUp }) => (followUp?.calls.length ?? 0) > 0).length,
      reached: withPhone.filter(({ followUp }) => followUp?.calls.some(({ reached }) => reached)).length
    },
    byGroup: hall.groups.map(({ code, name }) => ({
      group: code,
      groupName: name,
      ...counts(asked.filter(({ group }) => group === code))
    })),
    byPerson: people && personsOf(asked, people.but)
  }
}

function counts(asked: readonly KnownRating[]): RatingCounts {
  const rated = asked.filter((state): state is RatedVisit => state.status === 'rated')
  return {
    asked: asked.length,
    rated: rated.length,
    good: rated.filter(({ given }) => !isBad(given.level)).length
  }
}

function personsOf(asked: readonly KnownRating[], but: string): NonNullable<RatingMonth['byPerson']> {
  const names = new Map<string, string>()
  for (const { personId, personName } of asked) if (personId !== but) names.set(personId, personName)
  return [...names].map(([personId, name]) => ({
    personId,
    name,
    ...counts(asked.filter((state) => state.personId === personId))
  }))
}
