import type { PrintFailure } from '../../../../shared/domain/printing/printing.ts'
import type { TimelineEntry } from '../../../../shared/projections/views.ts'
import { longDate, PRINT_FAILURE } from '../../../texts/index.ts'

export type TimelineTone = 'plain' | 'good' | 'wanting' | 'bad'

export interface TimelineLine {
  readonly title: string
  /** One line each, none empty. */
  readonly parts: readonly string[]
  readonly tone: TimelineTone
}

type Detail = TimelineEntry['detail']

const words = (detail: Detail, key: string): string => {
  const value = detail[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Leaves out what is not known. */
const given = (...parts: readonly string[]): readonly string[] => parts.filter((part) => part !== '')

const labelled = (label: string, text: string): string =>
  text === '' ? '' : `${label}${label.endsWith('：') ? '' : ' '}${text}`

const dated = (label: string, date: string): string => (date === '' ? '' : labelled(label, longDate(date)))

const EVIDENCE: Readonly<Record<string, string>> = {
  file: '已存成文件',
  printer: '打印机回报已出纸',
  clerk: '窗口人员确认已出纸'
}

/** One line of the timeline: what happened, and the one thing about it that somebody asks about. */
export function timelineLine({ kind, detail }: Pick<TimelineEntry, 'kind' | 'detail'>): TimelineLine {
  switch (kind) {
    case 'received':
      return { title: '收件', parts: given(labelled('排队号', words(detail, 'ticketNo'))), tone: 'plain' }
    case 'corrected':
      return { title: '更正申请人信息', parts: [], tone: 'plain' }
    case 'checked': {
      const gaps = Number(detail.gaps ?? 0)
      const parts = given(`${words(detail, 'inOrder') || '0'} 份齐全`, gaps > 0 ? `${gaps} 份要补` : '')
      return { title: '核对材料', parts, tone: 'plain' }
    }
    case 'notice': {
      const round = Number(detail.round ?? 1)
      const parts = given(
        words(detail, 'docNo'),
        labelled('要补：', words(detail, 'gaps')),
        dated('补齐期限', words(detail, 'lapseOn')),
        labelled('再次告知的原因：', words(detail, 'fault'))
      )
      return { title: round > 1 ? `第 ${round} 次告知补正` : '一次性告知', parts, tone: 'wanting' }
    }
    case 'accepted': {
      const promised = dated('承诺办结', words(detail, 'promisedDue'))
      const parts = given(
        words(detail, 'docNo'),
        detail.provisional === true ? `${promised}（暂定）` : promised,
        dated('法定期限', words(detail, 'statutoryDue'))
      )
      return { title: '受理', parts, tone: 'good' }
    }
    case 'completed':
      return { title: '办结', parts: given(words(detail, 'note')), tone: 'good' }
    case 'revealed':
      return { title: '查看完整号码', parts: [detail.field === 'proxy' ? '代理人' : '申请人'], tone: 'plain' }
    case 'printQueued':
      return { title: `补打第 ${words(detail, 'reprint')} 次`, parts: [], tone: 'plain' }
    case 'printed':
      return { title: '打印', parts: given(EVIDENCE[words(detail, 'evidence')] ?? ''), tone: 'plain' }
    case 'printFailed':
      return { title: '打印失败', parts: [failure(words(detail, 'reason'))], tone: 'bad' }
    case 'printUnknown':
      return { title: '打印结果不明', parts: ['和打印机失去联系'], tone: 'bad' }
  }
}

const failure = (reason: string): string =>
  reason in PRINT_FAILURE ? PRINT_FAILURE[reason as PrintFailure] : PRINT_FAILURE.other
