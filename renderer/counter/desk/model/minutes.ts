/** Whole minutes from one ISO instant to another; never negative, so that a clock set back shows nothing odd. */
export function minutesBetween(from: string, to: string): number {
  const milliseconds = Date.parse(to) - Date.parse(from)
  return Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 60_000)) : 0
}
