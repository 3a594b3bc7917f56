import type { PersonRef } from '../../../../shared/domain/casework/case.ts'
import type { WorkReason } from '../../../../shared/domain/casework/reading.ts'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { isPressing } from '../../../../shared/projections/workList.ts'

export type WorkFilter = 'all' | 'mine' | 'pressing'

/** In the order of their keys 1, 2, 3. */
export const WORK_FILTERS: readonly WorkFilter[] = ['all', 'mine', 'pressing']

/** What somebody has to do, in words that say what to do. Main decides which of them hold. */
export const WORK_REASON: Readonly<Record<WorkReason, string>> = {
  'answer-owed': '咨询还欠答复',
  'notify-soon': '快到告知期限，请核对材料',
  'notify-last-day': '今天是告知期限最后一天',
  'notify-late': '告知期限已过，马上处理',
  'lapse-reminder-due': '提醒申请人补齐材料',
  'lapse-passed': '补正期限已过，定退件或再催',
  'decide-soon': '快到承诺日期，请办出结果',
  'decide-late': '已超承诺时限，马上办结',
  'decide-late-statutory': '已超法定时限，马上办结并报告',
  'local-late': '本级时限已过，请尽快上报',
  'upper-late': '上级逾期未返回，请催办',
  'procedure-end-passed': '特别程序该结束了，结束或延长',
  'extension-to-approve': '延长申请待批准',
  'opinion-late': '部门意见逾期，请催办',
  'deferred-due': '容缺材料快到期，提醒补交',
  'deferred-late': '容缺材料逾期未交',
  'commitment-check-due': '承诺事项该核查了',
  'deliver-soon': '快到送达期限，请送达',
  'deliver-late': '送达已逾期，马上送达',
  'hand-over-waiting': '移交待接手',
  'hand-over-returned': '移交没人接，仍由原责任人办',
  provisional: '日期暂定，待放假安排公布'
}

/** The sentences of a row, most urgent first; a reason that this version does not know yet is left out. */
export const reasonsInWords = (
  { light, offeredTo }: Pick<CaseShown, 'light' | 'offeredTo'>,
  personId: string | null
): readonly string[] =>
  (light?.reasons ?? []).flatMap((reason) =>
    reason === 'hand-over-waiting' && offeredTo ? offered(offeredTo, personId) : (WORK_REASON[reason] ?? [])
  )

const offered = (to: PersonRef, personId: string | null): string =>
  to.personId === personId ? '移交给您，请接手' : `已移交${to.name}，待接手`

/** The rows that a filter leaves, in the order in which they came. */
export function filterWork(
  work: readonly CaseShown[],
  filter: WorkFilter,
  personId: string | null
): readonly CaseShown[] {
  switch (filter) {
    case 'all':
      return work
    case 'mine':
      return work.filter((shown) => shown.owner.personId === personId)
    case 'pressing':
      return work.filter((shown) => isPressing(shown.light?.reasons ?? []))
  }
}

/**
 * The row on which one stands after the list has changed: the same case, or the one that came into its place, so that
 * the next keystroke is never about a case somewhere else. -1: there is none.
 */
export function keepPlace(rows: readonly CaseShown[], caseId: string | null, before: number): number {
  const there = rows.findIndex((row) => row.caseId === caseId)
  return there >= 0 ? there : Math.min(Math.max(before, 0), rows.length - 1)
}
