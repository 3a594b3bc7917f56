import { decideRating, type RatingCommand } from '../../shared/domain/feedback/decideRating.ts'
import {
  evolveRating,
  initialRating,
  isRatingEvent,
  type RatingState,
  ratingStream
} from '../../shared/domain/feedback/rating.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import { type Terminal, versionOf } from '../commands/terminal.ts'

export type RatingTerminal = Pick<Terminal, 'ambient' | 'desk' | 'executor' | 'store'>

/** One lane for all ratings: a visit is asked about once, and an answer and the end of its time never cross. */
export const RATING_LANE = 'ratings'

/** On the desk while it is open or young, else from the history. */
export async function loadRating({ desk, store }: Pick<Terminal, 'desk' | 'store'>, id: string): Promise<RatingState> {
  const live = desk.ratings.get(id)
  if (live) return live
  const records = await store.eventsOf(ratingStream(id))
  return records
    .flatMap(({ commit }) => commit.events.filter(isRatingEvent))
    .reduce<RatingState>(evolveRating, initialRating)
}

/** Decides and records about one rating that was asked for already. */
export async function runRating(
  terminal: RatingTerminal,
  ratingId: string,
  commandId: string,
  meta: Meta,
  command: RatingCommand
): Promise<Reply<Json>> {
  const stream = ratingStream(ratingId)
  const past = terminal.desk.ratings.has(ratingId) ? initialRating : await loadRating(terminal, ratingId)
  return terminal.executor.run({
    lane: RATING_LANE,
    stream,
    commandId,
    meta,
    decide: () => decideRating(terminal.desk.ratings.get(ratingId) ?? past, command),
    expected: () => versionOf(terminal, stream)
  })
}
