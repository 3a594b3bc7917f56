import type { PrintFailure } from '../../../../shared/domain/printing/printing.ts'
import type { TimelineEntry } from '../../../../shared/projections/views.ts'
import { longDate, PRINT_FAILURE } from '../../../texts/index.ts'

export type TimelineTone = 'plain' | 'good' | 'wanting' | 'bad'

export interface TimelineLine {
  readonly title: string
  readonly text: string
  readonly tone: TimelineTone
}

type Detail = TimelineEntry['detail']

const words = (detail: Detail, key: string): string => {
  const value = detail[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('；')

const dated = (label: string, date: string): string => (date === '' ? '' : `${label} ${longDate(date)}`)

const EVIDENCE: Readonly<Record<string, string>> = {
  file: '已存成文件',
  printer: '打印机回报已出纸',
  clerk: '窗口人员确认已出纸'
}

/** One line of the timeline: what happened, and the one thing about it that somebody asks about. */
export function timelineLine({ kind, detail }: Pick<TimelineEntry, 'kind' | 'detail'>): TimelineLine {
  switch (kind) {
    case 'received':
      return { title: '收件', text: words(detail, 'ticketNo') && `排队号 ${words(detail, 'ticketNo')}`, tone: 'plain' }
    case 'corrected':
      return { title: '更正申请人信息', text: '', tone: 'plain' }
    case 'checked': {
      const gaps = Number(detail.gaps ?? 0)
      const text = joined(`${words(detail, 'inOrder') || '0'} 份齐全`, gaps > 0 ? `${gaps} 份要补` : '')
      return { title: '核对材料', text, tone: 'plain' }
    }
    case 'notice': {
      const round = Number(detail.round ?? 1)
      const fault = words(detail, 'fault')
      const text = joined(
        words(detail, 'docNo'),
        `要补：${words(detail, 'gaps')}`,
        dated('补齐期限', words(detail, 'lapseOn')),
        fault && `再次告知的原因：${fault}`
      )
      return { title: round > 1 ? `第 ${round} 次告知补正` : '一次性告知', text, tone: 'wanting' }
    }
    case 'accepted': {
      const promised = dated('承诺办结', words(detail, 'promisedDue'))
      const text = joined(
        words(detail, 'docNo'),
        detail.provisional === true ? `${promised}（暂定）` : promised,
        dated('法定期限', words(detail, 'statutoryDue'))
      )
      return { title: '受理', text, tone: 'good' }
    }
    case 'completed':
      return { title: '办结', text: words(detail, 'note'), tone: 'good' }
    case 'revealed':
      return { title: '查看完整号码', text: detail.field === 'proxy' ? '代理人' : '申请人', tone: 'plain' }
    case 'printQueued':
      return { title: `补打第 ${words(detail, 'reprint')} 次`, text: '', tone: 'plain' }
    case 'printed':
      return { title: '打印', text: EVIDENCE[words(detail, 'evidence')] ?? '', tone: 'plain' }
    case 'printFailed':
      return { title: '打印失败', text: failure(words(detail, 'reason')), tone: 'bad' }
    case 'printUnknown':
      return { title: '打印结果不明', text: '和打印机失去联系', tone: 'bad' }
  }
}

const failure = (reason: string): string =>
  reason in PRINT_FAILURE ? PRINT_FAILURE[reason as PrintFailure] : PRINT_FAILURE.other
