import type { NECESSITIES } from '../../../shared/domain/catalogue/codes.ts'
import type { IdentityWarning } from '../../../shared/domain/people/otherDocuments.ts'
import type { WaitEstimate } from '../../../shared/domain/queue/queue.ts'
import type { PaperStep } from './model/paperState.ts'
import type { QueueAct } from './model/queueKeys.ts'

/** Every sentence of the clerk's desk that is not a refusal or a label shared with other screens. */

export const ACT: Readonly<Record<QueueAct, string>> = {
  call: '叫号',
  recall: '重呼',
  miss: '过号',
  start: '开始',
  finish: '结束'
}

export const NECESSITY: Readonly<Record<keyof typeof NECESSITIES, string>> = {
  REQUIRED: '必要',
  CONDITIONAL: '视情形',
  DEFERRABLE: '可后补'
}

export const WARNING: Readonly<Record<IdentityWarning, string>> = {
  'id-age-over-120': '按号码算已超过 120 岁，请再看一眼证件。不影响办理。',
  'id-birth-unreadable': '从号码看不出出生日期，请再看一眼证件。不影响办理。',
  'document-kind-corrected': '按号码看是另一种证件，证件种类已改过来。',
  'document-format-unusual': '号码的样子少见，请再看一眼证件。不影响办理。'
}

export const NAME_WARNING = '姓名里有本机认不出的字，先这样办理，之后须补录。'

/** What the desk asks for by itself, before main is asked. */
export const PROBLEM: Readonly<Record<string, string>> = {
  'authority-paper-unanswered': '请选择：授权委托书已经交来，还是现场出具。监护人代办请改选代理方式。',
  'phone-unanswered': '请填写电话；没有电话请勾选“无电话”。'
}

export const STEP: Readonly<Record<PaperStep, string>> = {
  print: '打印',
  wait: '正在打印',
  reprint: '补打',
  retry: '再打印一次',
  answer: '先看打印机'
}

/** The same steps when papers are saved as files instead. */
export const STEP_TO_FILE: Readonly<Record<PaperStep, string>> = {
  print: '存成文件',
  wait: '正在存',
  reprint: '再存一份',
  retry: '再存一次',
  answer: '先看文件夹'
}

export const T = {
  demo: '演示',
  keys: '快捷键',
  signOut: '退出登录',
  signOutTitle: '还有没办完的登记',
  signOutText: (n: number) => `有 ${n} 份登记没有出具文书，也没有存下来，退出登录后会清空。`,
  signOutStay: '先不退出',
  signOutLeave: '清空并退出',

  queue: '叫号',
  work: '办理',
  side: '文书与办件',
  noCounter: '登录时没有选窗口，不能叫号；可以取号、收件和查询。',
  loading: '正在准备今天的数据…',
  nobody: '当前没有号',
  waitedBefore: (minutes: string) => `等了 ${minutes}`,
  sinceCall: (minutes: string, calls: number) => `已叫 ${calls} 次 · ${minutes}`,
  serving: (minutes: string) => `办理 ${minutes}`,
  waitingHere: (n: number) => `本窗口等候 ${n}`,
  waitingAll: (n: number) => `全厅 ${n}`,
  noneWaiting: '没有人等候',
  waitingCount: (n: number) => `等候 ${n} 人`,
  moreWaiting: (n: number) => `还有 ${n} 人`,
  openCounter: '开放窗口',
  pauseCounter: '暂停窗口',
  takeTicket: '取号',
  takeTicketTitle: '替办事群众取号',
  takeTicketHint: '按字母，或用方向键选好后回车',
  ticketAhead: (n: number) => (n === 0 ? '前面没有人' : `前面 ${n} 人`),
  ticketWait: (estimate: WaitEstimate | null) => {
    if (estimate === null) return '这类业务还没有窗口开放，暂时说不准要等多久'
    if (estimate.high < 1) return '马上就到'
    return estimate.low === estimate.high ? `大约 ${estimate.high} 分钟` : `大约 ${estimate.low}–${estimate.high} 分钟`
  },
  takenDone: '好',
  anotherTicket: '再取一张',
  called: (no: string) => `已叫 ${no} 号`,
  recalled: (no: string) => `又叫了一遍 ${no} 号`,
  missed: (no: string) => `${no} 号已过号`,
  finished: (no: string) => `${no} 号已结束`,

  item: '事项',
  itemHint: '输入拼音首字母、俗称或名称，如 db、低保',
  itemNone: (text: string) => `没有找到“${text}”，换个说法试试`,
  itemRecent: '今天办过',
  chooseItem: '选事项',
  promised: '承诺',
  statutory: '法定',
  fee: '收费',
  noFee: '不收费',
  materialsCount: (n: number) => (n === 0 ? '无需材料' : `${n} 份材料`),
  everyday: (name: string) => `俗称 ${name}`,
  itemLoading: '正在取事项的材料清单…',
  inPersonOnly: '本事项须本人办理',
  itemChanged: '办件收下以后事项有过调整，以下按现行的材料清单核对。',

  applicant: '申请人',
  proxy: '代理人',
  hasProxy: '由代理人代办',
  name: '姓名',
  idKind: '证件种类',
  idNumber: '证件号码',
  phone: '电话',
  noPhone: '无电话',
  address: '住址',
  formatGood: '号码格式正确',
  characters: (n: number) => `已输 ${n} 位`,
  person: (sex: 'male' | 'female' | null, birth: string, age: number) =>
    [sex === null ? '' : sex === 'male' ? '男' : '女', birth, `${age} 岁`].filter((part) => part !== '').join(' · '),

  openCases: '此人有未办完的件',
  lastAsked: '上次一次性告知：',
  askedMissing: (name: string, reason: string) => (reason === '' ? `缺 ${name}` : `缺 ${name}（${reason}）`),
  askedNotMeeting: (name: string, reason: string) => `${name} 不符合：${reason}`,
  continueCase: '接着办',
  lookAtCase: '查看',
  continuing: (caseNo: string) => `补正 ${caseNo}`,
  lapseOn: (date: string) => `${date} 前补齐`,
  revealedForContinuing: '接着办时取了完整号码，已记入查看记录。',

  materials: '材料',
  materialsEmpty: '本事项不需要提交材料，核对申请人后即可受理。',
  chooseItemFirst: '先选事项，材料清单会出现在这里。',
  originals: (n: number) => `原件 ${n}`,
  copies: (n: number) => `复印件 ${n}`,
  returned: '核后退还',
  markKey: (word: string) => `这份材料：${word}`,
  askedBefore: '上次告知',
  counts: (done: number, all: number) => `已核对 ${done} / ${all}`,

  outcomeNone: '还没有选事项',
  outcomeOpen: (n: number) => `还有 ${n} 份材料没有核对`,
  outcomeReason: '有材料还没有写明情况',
  outcomeAccept: '材料齐全，将出具',
  outcomeNotice: (n: number) => `有 ${n} 项要补，将出具`,
  acceptance: '受理通知书',
  notice: '一次性告知书',
  issue: '出具',
  goOn: '继续填写',
  newForm: '新登记',
  samePersonAgain: '同一人再办',

  next: '下一位',
  nextHint: '结束当前号并叫下一个号',
  nextLong: '下一位：结束当前号并叫下一个号',
  done: {
    acceptanceNotice: '已受理',
    oneTimeNotice: '已告知',
    ticket: '已取号',
    testPage: '已发出',
    receiptOfMaterials: '已收件',
    enquiryNotice: '已答复',
    nonAcceptanceDecision: '不予受理',
    notRequiredNotice: '不需办理',
    excludedProcedureNotice: '已告知',
    extensionNotice: '已告知',
    decision: '已决定',
    deliveryReceipt: '已送达',
    returnNotice: '已退件',
    commitmentLetter: '待签字',
    deferredMaterialsNotice: '待补交',
    powerOfAttorney: '待签字',
    handOverSlip: '待接手',
    contactCard: '已印制',
    daySheet: '已生成'
  },
  caseNo: '办件编号',
  promisedDue: '承诺办结',
  statutoryDue: '法定期限',
  noStatutory: '无法定期限',
  provisional: '暂定',
  supplementBy: '补齐期限',
  noSupplementLimit: '不限',
  preview: '预览',
  previewLoading: '正在生成预览…',
  previewFailed: '预览没有生成，不影响打印。',
  previewAgain: '重新预览',
  pageLabel: (paper: string, n: number, all: number) => `${paper}，第 ${n} 页，共 ${all} 页`,
  prints: (n: number) => `已打印 ${n} 次`,
  saveAsPdf: '存成 PDF',
  savedAsPdf: '已存成 PDF，在文书文件夹里。',
  openFolder: '打开文件夹',
  cameOutQuestion: '和打印机失去了联系。纸出来了吗？',
  cameOut: '出来了',
  notCameOut: '没有出来',

  search: '查办件',
  searchHint: '姓名、首字母、证件号、办件号',
  searchNone: '没有找到',
  searchPartial: '历史记录还在恢复，结果可能不全。',
  results: (n: number) => `找到 ${n} 件`,
  unprinted: '未交到手的文书',
  unprintedTickets: (n: number) => `号单 ${n} 张`,
  unprintedNone: '没有未打印的文书',
  today: '今天的办件',
  todayNone: '今天还没有办件',
  unfinished: '未完成',
  keeping: '正在暂存',
  kept: '已暂存',
  keptSome: (n: number) => `已暂存，另有 ${n} 份太多存不下`,
  notKept: '没有暂存',
  broughtBack: (when: string) => `已恢复 ${when} 未完成的登记`,
  yesterdayAt: (time: string) => `昨天 ${time}`,
  casePapers: '本件文书',
  resume: '接着填',
  discard: '丢弃',
  openCount: (n: number) => `在办 ${n} 件`,
  noName: '（未填姓名）',
  noItem: '（未选事项）',

  leaveTitle: '桌上还有没办完的登记',
  leaveText: (what: string) => `“${what}”还没有出具文书。`,
  leaveKeep: '保留到“未完成”',
  leaveClear: '清空',
  leaveStay: '就用在这位身上',

  caseTitle: '办件',
  back: '返回',
  reveal: '看完整号码',
  revealNote: '查看会留下记录',
  revealed: '本次查看已记录',
  receivedOn: '收件',
  acceptedOn: '受理',
  firstResponder: '首问责任人',
  ticketNo: '排队号',
  timeline: '经过',
  noTicks: '还没有核对材料',
  noAddress: '未填',
  noPhoneValue: '无电话'
} as const
