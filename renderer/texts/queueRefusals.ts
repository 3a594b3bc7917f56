import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { Refusal } from '../../shared/kernel/result.ts'
import { clockTime } from './format.ts'

/** How many numbers a sentence names. */
const NAMED = 5

const word = (refusal: Refusal, key: string): string => {
  const value = refusal[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `A001 号`, or words for it where the number is not said. */
const ticket = (refusal: Refusal): string => {
  const no = word(refusal, 'no')
  return no === '' ? '这个号' : `${no} 号`
}

/** `等候 A001、A002`, the first few; nothing for an empty list. */
const numbers = (refusal: Refusal, key: string, label: string): readonly string[] => {
  const value = refusal[key]
  const all = Array.isArray(value) ? value.filter((no): no is string => typeof no === 'string') : []
  if (all.length === 0) return []
  return [`${label} ${all.slice(0, NAMED).join('、')}${all.length > NAMED ? ` 等 ${all.length} 个号` : ''}`]
}

/** Sentences for what the queue and its appointments refuse. */
export const QUEUE_REFUSALS = {
  'ticket-not-waiting': (refusal: Refusal) => `${ticket(refusal)}已经不在等候，请看一下最新的名单。`,
  'ticket-not-here': (refusal: Refusal) => `${ticket(refusal)}不归本窗口叫，请由能办这类业务的窗口叫号。`,
  'ticket-not-missed': (refusal: Refusal) => `${ticket(refusal)}没有过号，不用恢复排队。`,
  'ticket-not-held': (refusal: Refusal) => `${ticket(refusal)}没有挂起，请看一下最新的名单。`,
  'ticket-over': (refusal: Refusal) => `${ticket(refusal)}已经结束，不能再作废。`,
  'rejoined-already': (refusal: Refusal) => `${ticket(refusal)}今天已经恢复过排队，请重新取号。`,
  'recall-too-soon': (refusal: Refusal) => `刚刚叫过，请过 ${word(refusal, 'seconds') || '几'} 秒再重呼。`,
  'no-show-too-soon': (refusal: Refusal) => {
    const [calls, needCalls] = [word(refusal, 'calls'), word(refusal, 'needCalls')]
    const [seconds, needSeconds] = [word(refusal, 'seconds'), word(refusal, 'needSeconds')]
    if (needCalls === '' || needSeconds === '') return '还不能过号，请再叫一次，等一等再过号。'
    return `还不能过号：要叫满 ${needCalls} 次、等满 ${needSeconds} 秒，现在叫了 ${calls} 次、等了 ${seconds} 秒。请再等一等。`
  },
  'choose-needs-lead': '本大厅挑选叫号要大厅负责人同意，请负责人在窗口输入登录名和密码。',
  'priority-not-offered': '这项优先要由工作人员确认，请到窗口说明，或者先取普通号。',
  'group-full': (refusal: Refusal) => `${word(refusal, 'name') || '这类业务'}今天的号已经发完，请改天再来或者预约。`,
  'group-stopped': (refusal: Refusal) =>
    `快到下班时间，${word(refusal, 'name') || '这类业务'}已经停止取号，请下一个工作日再来。`,
  'group-not-here': (refusal: Refusal) =>
    `本窗口不办${word(refusal, 'group') ? `“${word(refusal, 'group')}”` : '这类业务'}，请转到能办的窗口。`,
  'transfer-self': '这个号已经在这里，请选别的窗口、人员或者业务分类。',
  'transfer-counter-closed': (refusal: Refusal) =>
    `${word(refusal, 'counter') || '该'} 号窗口没有开放，请改转别的窗口，或者只选业务分类。`,
  'transfer-person-absent': '这位同事现在没有开放窗口，请改选别人，或者只选业务分类。',
  'transfer-group-unserved': '没有窗口办理这一类，转过去也叫不到。请改选业务分类。',
  'said-end-wrong': (refusal: Refusal) => {
    const from = clockTime(word(refusal, 'from'))
    return `办完的时间要在${from === '' ? '开始办理' : ` ${from} `}以后，也不能晚于现在。请重新填写。`
  },
  'undo-nothing': '本窗口没有可以撤回的操作。',
  'undo-too-late': '已经过了可以撤回的时间。需要更正时，请按现在的情况重新操作。',
  'undo-changed': (refusal: Refusal) => `${ticket(refusal)}后来又有变动，不能撤回了。请看一下最新情况。`,
  'pause-until-past': '预计回来的时间已经过去，请重新填写。',
  'hall-closed': '今天的大厅已经关闭，不再取号。请到窗口询问，或者下一个工作日再来。',
  'hall-not-empty': (refusal: Refusal) => {
    const left = [
      ...numbers(refusal, 'waiting', '等候'),
      ...numbers(refusal, 'serving', '在办'),
      ...numbers(refusal, 'held', '挂起')
    ]
    return `还有人没有办完${left.length === 0 ? '' : `（${left.join('；')}）`}，大厅不能关闭。请办完或者注明原因作废后再关闭。`
  },
  'checked-in-already': (refusal: Refusal) => `这个预约已经签到，取的是 ${word(refusal, 'no')} 号。请留意叫号。`,
  'appointment-other-day': (refusal: Refusal) =>
    `这个预约是 ${word(refusal, 'date')} 的，请当天再来签到，或者现在取普通号。`,
  'appointment-cancelled': '这个预约已经取消，请取普通号。',
  'appointment-lapsed': '预约的时间已经过了，请取普通号。',
  'appointment-date': (refusal: Refusal) =>
    word(refusal, 'last') === ''
      ? '这一天不能预约，请改选别的日期。'
      : `只能预约今天到 ${word(refusal, 'last')} 之间的日期，请改选。`,
  'slot-unknown': '这一天没有这个预约时段，请重新选择。',
  'slot-past': '这个时段已经开始，请改选后面的时段，或者直接取号。',
  'slot-full': '这个时段已经约满，请改选别的时段。'
} as const satisfies Partial<Record<RefusalCode, string | ((refusal: Refusal) => string)>>
