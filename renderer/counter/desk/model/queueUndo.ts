/** Whole seconds from `now` until an instant; never negative. Both ISO instants of the hall. */
export function secondsLeft(until: string, now: string): number {
  const milliseconds = Date.parse(until) - Date.parse(now)
  return Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 1000)) : 0
}
