import type { HallConfig } from '../hall/hall.ts'

const SITE_DIGITS = 3
const SERIAL_DIGITS = 2

/**
 * Number of a grid: region of the street (six digits), place of the village or community in the hall's list (three), then
 * a running number within it (two). Recorded once: a list that is put in another order later changes no number.
 * `null` for a site that the hall does not have, or one whose numbers are used up.
 */
export function nextGridCode(
  hall: Pick<HallConfig, 'regionCode' | 'sites'>,
  siteId: string,
  taken: readonly string[]
): string | null {
  const at = hall.sites.findIndex(({ id }) => id === siteId)
  if (at < 0) return null
  const front = hall.regionCode + String(at + 1).padStart(SITE_DIGITS, '0')
  const used = taken.filter((code) => code.startsWith(front)).map((code) => Number(code.slice(front.length)))
  const serial = Math.max(0, ...used) + 1
  return serial < 10 ** SERIAL_DIGITS ? front + String(serial).padStart(SERIAL_DIGITS, '0') : null
}
