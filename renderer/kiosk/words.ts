import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import type { Refusal } from '../../shared/kernel/result.ts'
import type { GroupOpen } from '../../shared/projections/hallViews.ts'
import { refusalText } from '../texts/index.ts'

/** Words for what the kiosk knows by code. */

export const PRIORITY_WORDS: Readonly<Record<PriorityReason, string>> = {
  elderly: '老年人',
  disabled: '残疾人',
  military: '军人、退役军人',
  maternity: '孕妇、带婴幼儿',
  mobility: '行动不便',
  other: '其他'
}

/** Why no number is given, and what to do instead. */
export const CLOSED_WORDS: Readonly<Record<Exclude<GroupOpen, 'open'>, { readonly why: string; readonly do: string }>> =
  {
    full: { why: '今天的号已发完', do: '请改天再来，急事请到窗口说明。' },
    stopped: { why: '快下班了，已停止取号', do: '请下一个工作日再来，急事请到窗口说明。' }
  }

/** What is the matter with the printer, for somebody who cannot mend it. */
export const printerTrouble = (health: string): string => {
  if (health === 'paper-out') return '票纸用完了，号码不会丢'
  if (health === 'jam') return '出票口卡纸了，号码不会丢'
  return '现在打不出票，号码不会丢'
}

/** Refusals whose sentences were written for the desk and help a visitor as well. */
const FOR_VISITORS: readonly string[] = [
  'group-full',
  'group-stopped',
  'group-unknown',
  'priority-not-offered',
  'appointment-unknown',
  'appointment-other-day',
  'appointment-cancelled',
  'appointment-lapsed',
  'checked-in-already',
  'hall-closed',
  'day-closed'
]

/** Why no number was given, for somebody who knows nothing of disks and logs. */
export function visitorSentence(refusal: Refusal): string {
  if (refusal.code === 'no-answer' || refusal.code === 'log-unknown') {
    return '没有等到回音。请再按一次，不会多取；也可以到窗口问一问。'
  }
  return FOR_VISITORS.includes(refusal.code) ? refusalText(refusal) : '现在取不了号，请到窗口取号。'
}
