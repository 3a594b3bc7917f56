import type { Refusal } from '../../shared/kernel/result.ts'

const counters = (refusal: Refusal): string => (Array.isArray(refusal.counters) ? refusal.counters.join('、') : '')

/** What the doors of visitors' screens, and the counter about a visit, refuse. */
export const VISIT_REFUSALS = {
  'ticket-unknown': '今天没有这个号。请核对号码。',
  'ticket-printer-not-ready': '号单打印机现在不能打印，还没有取号。请不打印、记住屏幕上的号码，或者到窗口取号。',
  'card-reading-gone': '这次读到的证件已经不在了。请把证件再放一次。',
  'appointment-rest-day': '这一天休息，不能预约。请改选工作日。',
  'appointment-unknown': '今天没有这个预约。请核对六位预约码，或者直接取号。',
  'item-not-at-counter': (refusal: Refusal) => `这个窗口不受理这个事项。请转到 ${counters(refusal)} 号窗口。`
} as const
