/** Dates as papers print them. Pure arithmetic on strings: no clock, no zone of the machine. */

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Throws RangeError for anything but `YYYY-MM-DD`. */
function parts(date: string): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) throw new RangeError('date of a paper is not YYYY-MM-DD')
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** `2026-11-03` → 2026年, 11月, 3日 (GB/T 9704: Arabic figures, no leading zeros). A line may end after each. */
export function dateParts(date: string): readonly [string, string, string] {
  const { year, month, day } = parts(date)
  return [`${year}年`, `${month}月`, `${day}日`]
}

/** `2026-11-03` → 2026年11月3日. */
export const chineseDate = (date: string): string => dateParts(date).join('')

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `2026-11-23` → 星期一. */
export function chineseWeekday(date: string): string {
  const { year, month, day } = parts(date)
  return `星期${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}`
}

/** China has had one zone without summer time since 1992: eight hours ahead of UTC. */
const SHANGHAI_AHEAD_MS = 8 * 60 * 60 * 1000

/** ISO instant → 2026年11月23日 09:05, in Asia/Shanghai. Throws RangeError for anything but an instant. */
export function chineseInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + SHANGHAI_AHEAD_MS).toISOString()
  return `${chineseDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}

/** Start of a day in Asia/Shanghai as an ISO instant. */
export const startOfDay = (date: string): string => `${date}T00:00:00+08:00`
