import type { PaperKind } from '../../shared/documents/papers.ts'
import type { CaseStatus, TickResult } from '../../shared/domain/casework/case.ts'
import type { Site } from '../../shared/domain/hall/hall.ts'
import type { PrintFailure } from '../../shared/domain/printing/printing.ts'
import type { TicketStatus } from '../../shared/domain/queue/queue.ts'
import type { Role } from '../../shared/domain/staff/staff.ts'
import type { CounterShown, PaperShown } from '../../shared/projections/views.ts'

/** Words for what the program knows by code. A new code does not compile until it has its word. */

export const ROLE: Readonly<Record<Role, string>> = {
  clerk: '窗口人员',
  lead: '大厅负责人',
  administrator: '管理员'
}

export const TICKET_STATUS: Readonly<Record<TicketStatus, string>> = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  finished: '已办完',
  missed: '已过号',
  held: '挂起',
  cancelled: '已取消',
  expired: '当日作废'
}

export const COUNTER_STATUS: Readonly<Record<CounterShown['status'], string>> = {
  open: '服务中',
  paused: '暂停',
  closed: '未开放'
}

export const CASE_STATUS: Readonly<Record<CaseStatus, string>> = {
  enquiry: '咨询中',
  answered: '已答复',
  received: '已收件',
  supplement: '待补正',
  accepted: '已受理',
  decided: '已决定',
  completed: '已办结',
  declined: '不受理',
  returned: '已退件',
  withdrawn: '已撤件'
}

export const TICK_RESULT: Readonly<Record<TickResult, string>> = {
  inOrder: '齐全合规',
  corrected: '当场更正',
  exempt: '免提交',
  committed: '告知承诺',
  deferred: '容缺后补',
  missing: '缺少',
  notMeeting: '不符合要求',
  notApplicable: '无需提交'
}

export const PAPER_KIND: Readonly<Record<PaperKind, string>> = {
  ticket: '排队号单',
  testPage: '打印测试页',
  acceptanceNotice: '受理通知书',
  oneTimeNotice: '一次性告知书',
  receiptOfMaterials: '收件凭证',
  enquiryNotice: '一次性告知书（咨询）',
  nonAcceptanceDecision: '不予受理决定书',
  notRequiredNotice: '不受理告知书',
  excludedProcedureNotice: '特别程序告知书',
  extensionNotice: '延期告知书',
  decision: '准予（不予）决定书',
  deliveryReceipt: '送达回证',
  returnNotice: '退件通知书',
  commitmentLetter: '告知承诺书',
  deferredMaterialsNotice: '容缺受理通知书',
  powerOfAttorney: '授权委托书',
  handOverSlip: '首问移交单',
  contactCard: '为民服务联系卡',
  daySheet: '日结单'
}

export const PAPER_STATUS: Readonly<Record<PaperShown['status'], string>> = {
  issued: '未打印',
  queued: '等待打印',
  sent: '正在打印',
  printed: '已打印',
  failed: '打印失败',
  unknown: '结果不明'
}

/** What happened and what to do about it. */
export const PRINT_FAILURE: Readonly<Record<PrintFailure, string>> = {
  'paper-out': '打印机缺纸。请装纸后再打印一次。',
  jam: '打印机卡纸。请取出卡住的纸，再打印一次。',
  offline: '打印机没有连上。请检查电源和网线，再打印一次。',
  aborted: '打印被取消了。需要的话请再打印一次。',
  rejected: '打印机没有接收这份文书。请换一台打印机，或者改为保存成文件。',
  'missing-glyph': '字库里没有其中的一个字，为避免打错没有打印。请打开这份文书按“补字”：用图片，或者留手写格。',
  'disk-full': '磁盘已满，文书没有写成。请腾出空间后再打印一次。',
  layout: '文书排版出错，没有打印。请记下文书号，联系管理员。',
  other: '打印没有成功。请检查打印机后再打印一次。'
}

export const SITE_KIND: Readonly<Record<Site['kind'], string>> = { village: '村', community: '社区' }

export const SITE_SERVICE: Readonly<Record<Site['service'], string>> = { station: '便民服务站', point: '便民服务点' }
