/** Times and amounts as people read them. Instants are ISO strings, shown in Asia/Shanghai whatever the PC is set to. */

const ZONE = 'Asia/Shanghai'

const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hourCycle: 'h23', ...options })

const CLOCK = formatter({ hour: '2-digit', minute: '2-digit' })
const CLOCK_SECONDS = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const DAY = formatter({ month: 'long', day: 'numeric' })
const LONG_DAY = formatter({ year: 'numeric', month: 'long', day: 'numeric' })
const WEEKDAY = formatter({ weekday: 'long' })

/** `09:05`; empty for what is no instant. */
export const clockTime = (instant: string | number): string => shown(CLOCK, instant)

/** `09:05:12` */
export const clockSeconds = (instant: string | number): string => shown(CLOCK_SECONDS, instant)

/** `10月28日 09:05` */
export const dayAndTime = (instant: string | number): string => {
  const day = shown(DAY, instant)
  return day === '' ? '' : `${day} ${clockTime(instant)}`
}

function shown(format: Intl.DateTimeFormat, instant: string | number): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '' : format.format(date)
}

/** Noon in Shanghai of a date `YYYY-MM-DD`: on that date in every zone that matters. */
const noon = (date: string): string => `${date}T12:00:00+08:00`

/** `2026-10-28` → `2026年10月28日` */
export const longDate = (date: string): string => shown(LONG_DAY, noon(date))

/** `2026-10-28` → `10月28日` */
export const shortDate = (date: string): string => shown(DAY, noon(date))

/** `2026-10-28` → `星期三` */
export const weekday = (date: string): string => shown(WEEKDAY, noon(date))

/** Date in Shanghai of an instant, `YYYY-MM-DD`. */
export const dateOf = (instant: string | number): string => {
  const parts = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

const MINUTES_AN_HOUR = 60

/** `8 分钟`, `1 小时 5 分钟`; under one minute `不到 1 分钟`. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < MINUTES_AN_HOUR) return `${Math.floor(minutes)} 分钟`
  const hours = Math.floor(minutes / MINUTES_AN_HOUR)
  const rest = Math.floor(minutes % MINUTES_AN_HOUR)
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** An expected wait as a range, so that nobody takes it for a promise; without one: `暂时无法预计`. */
export function waitText(estimate: { readonly low: number; readonly high: number } | null): string {
  if (!estimate) return '暂时无法预计'
  if (estimate.high < 1) return '马上就到'
  return estimate.low === estimate.high ? `约 ${estimate.high} 分钟` : `约 ${estimate.low}–${estimate.high} 分钟`
}

/** `12 人` with grouped thousands. */
export const count = (value: number): string => new Intl.NumberFormat('zh-CN').format(value)
