import type { Limit } from '../../../../shared/domain/calendar/limits.ts'

/**
 * How long a piece that follows may take, as far as it can be said before the day of acceptance: its own time, but never
 * longer than the promise of the whole (容缺受理, local rules). Limits of different units are not compared: then the paper
 * alone says the day.
 */
export const deferralShown = (own: Limit, promised: Limit): Limit =>
  own.unit === promised.unit && promised.value < own.value ? promised : own
