import { addMonths } from '../domain/feedback/month.ts'
import {
  evolveRating,
  initialRating,
  type KnownRating,
  type RatingEvent,
  type RatingState,
  ratingStream
} from '../domain/feedback/rating.ts'

/** The part of the desk that is about ratings. */
export interface RatingDesk {
  /** Open asks, open follow-ups, and whatever was asked in this month or the one before. */
  readonly ratings: Map<string, RatingState>
  /** The newest ask of each counter. */
  readonly lastAsks: Map<number, string>
  readonly versions: Map<string, number>
}

/** Folds one fact into the desk. A rating that has left it is the history's. */
export function foldRating(desk: Pick<RatingDesk, 'ratings' | 'lastAsks'>, id: string, event: RatingEvent): void {
  if (event.type === 'RatingAsked') desk.lastAsks.set(event.data.counter, id)
  else if (!desk.ratings.has(id)) return
  desk.ratings.set(id, evolveRating(desk.ratings.get(id) ?? initialRating, event))
}

export const isOpenRating = (state: KnownRating): boolean =>
  state.status === 'asked' || (state.status === 'rated' && state.followUp !== null && state.followUp.closed === null)

/** First month that the desk keeps on `date`: figures of a month are made when it is over. */
export const oldestRatingMonth = (date: string): string => addMonths(date.slice(0, 7), -1)

/** Lets go of what is older than last month and done with. */
export function dropOldRatings(desk: RatingDesk, date: string): void {
  const oldest = oldestRatingMonth(date)
  for (const [id, state] of desk.ratings) {
    if (state.status === 'none' || isOpenRating(state) || state.on.slice(0, 7) >= oldest) continue
    desk.ratings.delete(id)
    desk.versions.delete(ratingStream(id))
    if (desk.lastAsks.get(state.counter) === id) desk.lastAsks.delete(state.counter)
  }
}
