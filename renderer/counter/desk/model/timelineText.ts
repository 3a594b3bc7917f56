import type { PaperKind } from '../../../../shared/documents/papers.ts'
import type { TimelineEntry } from '../../../../shared/projections/views.ts'
import { PAPER_KIND, PRINT_FAILURE } from '../../../texts/index.ts'
import { type Detail, type TimelineLine, timelineDetail } from './timelineDetail.ts'
import { workLine } from './timelineWork.ts'

export type { TimelineLine, TimelineTone } from './timelineDetail.ts'

const EVIDENCE: Readonly<Record<string, string>> = {
  file: '已存成文件',
  printer: '打印机回报已出纸',
  clerk: '窗口人员确认已出纸',
  'handed-over': '已交给打印机（这台打印机不会回报）'
}

const REMINDED: Readonly<Record<string, string>> = { phone: '打了电话', message: '发了短信', inPerson: '当面说了' }

const DECLINED: Readonly<Record<string, string>> = { notRequired: '不受理', outsideAuthority: '不予受理' }

const RETURNED: Readonly<Record<string, string>> = {
  lapsed: '逾期没有补正',
  deferredLate: '容缺材料逾期没有补交'
}

/**
 * One line of the timeline: what happened, and the one thing about it that somebody asks about. `nameOf` turns a
 * material's id into its name.
 */
export function timelineLine(
  { kind, detail }: Pick<TimelineEntry, 'kind' | 'detail'>,
  nameOf: (materialId: string) => string = (id) => id
): TimelineLine {
  const { word, given, labelled, dated, at, counted } = timelineDetail(detail)
  switch (kind) {
    case 'asked':
      return {
        title: '来窗口咨询',
        parts: given(word('topic'), labelled('排队号', word('ticketNo'))),
        tone: 'plain'
      }
    case 'answered':
      return {
        title: '答复咨询',
        parts: given(word('docNo'), word('answer'), labelled('请到', word('destination'))),
        tone: 'good'
      }
    case 'handOverOffered':
      return {
        title: `移交给${word('to') || '同事'}`,
        parts: given(labelled('原因：', word('reason')), labelled('没人接手就退回：', at('returnsAt'))),
        tone: 'wanting'
      }
    case 'handOverAccepted':
      return { title: `${word('by') || '同事'}接手`, parts: [], tone: 'plain' }
    case 'handOverReturned':
      return {
        title: detail.cause === 'timeout' ? '到时没人接手，退回原责任人' : '不接手，退回原责任人',
        parts: given(labelled('原因：', word('reason'))),
        tone: 'bad'
      }
    case 'received':
      return {
        title: '收件',
        parts: given(labelled('排队号', word('ticketNo')), dated('告知期限', 'notifyBy')),
        tone: 'plain'
      }
    case 'receipt':
      return { title: '出具收件凭证', parts: given(word('docNo')), tone: 'plain' }
    case 'corrected':
      return { title: '更正申请人信息', parts: [], tone: 'plain' }
    case 'checked': {
      const gaps = Number(detail.gaps ?? 0)
      const parts = given(`${word('inOrder') || '0'} 份齐全`, gaps > 0 ? `${gaps} 份要补` : '')
      return { title: '核对材料', parts, tone: 'plain' }
    }
    case 'notice': {
      const round = Number(detail.round ?? 1)
      const parts = given(
        word('docNo'),
        labelled('要补：', word('gaps')),
        dated('补齐期限', 'lapseOn'),
        labelled('再次告知的原因：', word('fault'))
      )
      const fault = word('fault') !== ''
      return {
        title: round > 1 ? `第 ${round} 次告知补正` : '一次性告知',
        parts,
        tone: fault ? 'bad' : 'wanting'
      }
    }
    case 'reminded':
      return {
        title: '提醒申请人补正',
        parts: given(REMINDED[word('how')] ?? '', word('note')),
        tone: 'plain'
      }
    case 'accepted':
      return accepted(detail)
    case 'declined':
      return {
        title: DECLINED[word('kind')] ?? '不予受理',
        parts: given(labelled('理由：', word('reason')), labelled('请到', word('destination'))),
        tone: 'bad'
      }
    case 'returned':
      return { title: '退件', parts: given(RETURNED[word('cause')] ?? '', word('reason')), tone: 'bad' }
    case 'withdrawn':
      return { title: '申请人撤回', parts: given(word('reason')), tone: 'plain' }
    case 'revealed':
      return { title: '查看完整号码', parts: [detail.field === 'proxy' ? '代理人' : '申请人'], tone: 'plain' }
    case 'printQueued':
      return { title: counted('reprint', (n) => `补打第 ${n} 次`, '补打'), parts: given(paper(detail)), tone: 'plain' }
    case 'printed':
      return { title: '打印', parts: given(paper(detail), EVIDENCE[word('evidence')] ?? ''), tone: 'plain' }
    case 'printFailed':
      return { title: '打印失败', parts: given(paper(detail), failure(word('reason'))), tone: 'bad' }
    case 'printUnknown':
      return { title: '打印结果不明', parts: given(paper(detail), '和打印机失去联系'), tone: 'bad' }
    default:
      return workLine(kind, detail, nameOf)
  }
}

/** Of which paper a print is; empty in what was told before papers were named. */
const paper = ({ paper: kind }: Detail): string =>
  typeof kind === 'string' && kind in PAPER_KIND ? PAPER_KIND[kind as PaperKind] : ''

function accepted(detail: Detail): TimelineLine {
  const { word, given, labelled, dated } = timelineDetail(detail)
  const promised = dated('承诺办结', 'promisedDue')
  const parts = given(
    word('docNo'),
    promised !== '' && detail.provisional === true ? `${promised}（暂定）` : promised,
    dated('法定期限', 'statutoryDue'),
    dated('本级办到', 'localDue'),
    labelled('容缺后补：', word('deferred')),
    labelled('告知承诺：', word('commitments'))
  )
  return { title: detail.deemed === true ? '逾期未告知，视为受理' : '受理', parts, tone: 'good' }
}

const failure = (reason: string): string =>
  Object.entries(PRINT_FAILURE).find(([code]) => code === reason)?.[1] ?? PRINT_FAILURE.other
