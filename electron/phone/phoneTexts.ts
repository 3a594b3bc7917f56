import { waitText } from '../../shared/documents/layout/ticket.ts'
import { assertNever } from '../../shared/kernel/assertNever.ts'
import type { PhoneTicketState } from '../../shared/projections/phonePage.ts'

/** All that the page for phones says, beside what the hall says of itself. */
export const TEXTS = {
  demo: '演示',
  yourNumber: '您的排队号',
  hours: '时间',
  enquiry: '咨询',
  asOf: '更新于',
  refreshes: '每 15 秒自动更新。',
  stop: '停止自动更新',
  stopped: '已停止自动更新。',
  again: '现在更新',
  resume: '恢复自动更新',
  screenRules: '叫号以大厅屏和语音为准。',
  notFound: {
    title: '没有这个页面',
    lines: ['号只在当天有效。请看手里的号单和大厅屏，或者到窗口询问。']
  },
  tooMany: {
    title: '看得太勤了',
    lines: ['请过一分钟再看，页面会自己更新。', '叫号以大厅屏和语音为准。']
  },
  notNow: {
    title: '暂时查不到',
    lines: ['请看大厅屏，过一会儿再扫号单上的码。']
  }
} as const

export interface StateWords {
  readonly headline: string
  readonly lines: readonly string[]
}

const counterName = (counter: number | null): string => (counter === null ? '窗口' : `${counter} 号窗口`)

function waitingWords(state: Extract<PhoneTicketState, { kind: 'waiting' }>): StateWords {
  const { ahead, estimate, counters } = state
  const soon = estimate?.high === 0
  return {
    headline: '等候中',
    lines: [
      ahead === 0 ? '前面没有人了，请留意叫号' : `前面还有 ${ahead} 人`,
      soon ? '预计很快叫到' : estimate ? `预计${waitText(estimate)}` : '等候时间以现场叫号为准',
      counters.length > 0 ? `请留意 ${counters.join('、')} 号窗口` : '请留意大厅屏，窗口开了就会叫号'
    ]
  }
}

/** How a number stands, in words: the first line large. */
export function stateWords(state: PhoneTicketState): StateWords {
  switch (state.kind) {
    case 'waiting':
      return waitingWords(state)
    case 'called':
      return { headline: `请到 ${counterName(state.counter)}`, lines: ['正在叫您的号'] }
    case 'serving':
      return { headline: '办理中', lines: [counterName(state.counter)] }
    case 'held':
      return { headline: '办理暂停', lines: [`准备好以后，请回到 ${counterName(state.counter)}`] }
    case 'missed':
      return { headline: '已过号', lines: [missedWords(state.rejoins)] }
    case 'finished':
      return { headline: '已办完', lines: ['谢谢，请带好随身物品。'] }
    case 'cancelled':
      return { headline: '已作废', lines: ['有疑问请到窗口询问，或者打咨询电话。'] }
    case 'expired':
      return { headline: '已过期', lines: ['号只在当天有效，请重新取号。'] }
    default:
      return assertNever(state, 'state of a ticket')
  }
}

function missedWords(rejoins: number): string {
  if (rejoins === 0) return '请到窗口说明，或者重新取号'
  return rejoins === 1 ? '可到窗口恢复排队一次' : `可到窗口恢复排队，还有 ${rejoins} 次`
}
