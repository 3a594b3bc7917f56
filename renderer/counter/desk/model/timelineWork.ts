import type { TimelineEntry } from '../../../../shared/projections/views.ts'
import { DELIVERY } from '../cases/texts.ts'
import { type Detail, type TimelineLine, timelineDetail } from './timelineDetail.ts'

type WorkKind = Extract<
  TimelineEntry['kind'],
  | 'procedureStarted'
  | 'procedureProlonged'
  | 'procedureEnded'
  | 'extensionRequested'
  | 'extensionApproved'
  | 'extensionDeclined'
  | 'submittedUpward'
  | 'returnedFromAbove'
  | 'opinion'
  | 'deferredReceived'
  | 'commitmentChecked'
  | 'commitmentBlocked'
  | 'recomputed'
  | 'decided'
  | 'delivered'
  | 'completed'
>

const FROM_ABOVE: Readonly<Record<string, string>> = {
  approved: '上级返回：同意',
  refused: '上级返回：不同意',
  sentBack: '上级退回，要求补办'
}

/** A line about the work between acceptance and the end. */
export function workLine(kind: WorkKind, detail: Detail, nameOf: (materialId: string) => string): TimelineLine {
  const { word, given, labelled, dated, counted } = timelineDetail(detail)
  const due = dated('承诺办结', 'promisedDue')
  switch (kind) {
    case 'procedureStarted':
      return {
        title: `${word('procedure') || '特别程序'}开始，时限暂停`,
        parts: given(word('docNo'), dated('预计结束', 'expectedEnd')),
        tone: 'plain'
      }
    case 'procedureProlonged':
      return { title: '特别程序延长', parts: given(word('docNo'), dated('预计结束', 'expectedEnd')), tone: 'wanting' }
    case 'procedureEnded':
      return { title: '特别程序结束，时限继续', parts: given(dated('结束于', 'endedOn'), due), tone: 'plain' }
    case 'extensionRequested':
      return {
        title: counted('days', (n) => `申请延长 ${n} 个工作日`, '申请延长期限'),
        parts: given(labelled('理由：', word('reason'))),
        tone: 'wanting'
      }
    case 'extensionApproved':
      return {
        title: counted('days', (n) => `批准延长 ${n} 个工作日`, '批准延长期限'),
        parts: given(word('docNo'), labelled('批准人', word('head')), due),
        tone: 'plain'
      }
    case 'extensionDeclined':
      return { title: '不同意延长', parts: given(labelled('理由：', word('reason'))), tone: 'bad' }
    case 'submittedUpward':
      return { title: `上报${word('to')}`, parts: given(dated('预计返回', 'expectedBack')), tone: 'plain' }
    case 'returnedFromAbove':
      return {
        title: FROM_ABOVE[word('result')] ?? '上级返回',
        parts: given(word('note')),
        tone: detail.result === 'approved' ? 'good' : 'wanting'
      }
    case 'opinion':
      return {
        title: `${word('office') || '部门'}${detail.agrees === false ? '不同意' : '同意'}`,
        parts: given(word('note')),
        tone: detail.agrees === false ? 'bad' : 'plain'
      }
    case 'deferredReceived':
      return { title: '补交容缺材料', parts: given(word('material') && nameOf(word('material'))), tone: 'good' }
    case 'commitmentChecked':
      return {
        title: detail.kept === false ? '核查承诺：不属实' : '核查承诺：属实',
        parts: given(word('material') && nameOf(word('material')), word('note')),
        tone: detail.kept === false ? 'bad' : 'good'
      }
    case 'commitmentBlocked':
      return detail.lifted === true
        ? { title: '恢复告知承诺资格', parts: [], tone: 'good' }
        : { title: '不再适用告知承诺', parts: ['信用修复以前，此人须提交证明'], tone: 'bad' }
    case 'recomputed':
      return {
        title: '按新公布的放假安排重算期限',
        parts: given(due, dated('补齐期限', 'lapseOn')),
        tone: 'plain'
      }
    case 'decided':
      return {
        title: detail.result === 'refused' ? '决定：不予批准' : '决定：准予',
        parts: given(
          word('docNo'),
          labelled('理由：', word('reasons')),
          labelled('证照编号', word('certificateNo')),
          dated('送达期限', 'deliverBy')
        ),
        tone: detail.result === 'refused' ? 'bad' : 'good'
      }
    case 'delivered': {
      const method = Object.entries(DELIVERY).find(([code]) => code === word('method'))?.[1] ?? ''
      return {
        title: '送达结果',
        parts: given([method, word('recipient')].filter((part) => part !== '').join(' · '), word('docNo')),
        tone: 'good'
      }
    }
    case 'completed':
      return { title: '办结', parts: given(word('note')), tone: 'good' }
  }
}
