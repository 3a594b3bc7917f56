import type { HallConfig } from '../domain/hall/hall.ts'
import type { ScreenPlan } from '../domain/hall/service.ts'
import type { Desk } from './desk.ts'
import type { RatingScreenShown, RatingView } from './hallViews.ts'

type RatingsOf = Pick<Desk, 'ratings' | 'lastAsks'>

/**
 * What a clerk learns of the visitor before the rating screen of their counter: asked, or over. Whether anything was
 * said, and what, is not theirs to see (GB/T 39734 4.1).
 */
export function ratingState(desk: RatingsOf, counter: number | null): 'none' | 'asked' | 'done' {
  const id = counter === null ? undefined : desk.lastAsks.get(counter)
  const state = id === undefined ? undefined : desk.ratings.get(id)
  if (state === undefined || state.status === 'none') return 'none'
  return state.status === 'asked' ? 'asked' : 'done'
}

/** Topic `rating`: what each planned rating screen shows; a screen picks its own by its id. */
export function ratingView(desk: RatingsOf & Pick<Desk, 'service'>, hall: HallConfig): RatingView {
  const { rating, screens } = desk.service
  return {
    hallName: hall.name,
    screens: screens.filter(({ role }) => role === 'rating').map((plan) => screenShown(desk, hall, plan)),
    settings: { timeoutSeconds: rating.timeoutSeconds }
  }
}

function screenShown(desk: RatingsOf, hall: HallConfig, { id, counter }: ScreenPlan): RatingScreenShown {
  const askId = counter === null ? undefined : desk.lastAsks.get(counter)
  const state = askId === undefined ? undefined : desk.ratings.get(askId)
  const ask =
    state?.status === 'asked' ? { ratingId: state.ratingId, ticketNo: state.ticketNo, until: state.until } : null
  return { id, counter, counterName: hall.counters.find(({ no }) => no === counter)?.name ?? '', ask }
}
