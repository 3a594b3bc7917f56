import type { OtherAct } from '../model/otherActs.ts'
import type { Markable, Reasoned } from '../model/ticks.ts'

/** Sentences of the intake form beyond those of the whole desk. */

/** On the keys of a material, in the words of the office. */
export const MARK: Readonly<Record<Markable, string>> = {
  inOrder: '齐全',
  missing: '缺',
  notMeeting: '不符合',
  exempt: '免提交',
  committed: '告知承诺',
  deferred: '容缺后补',
  corrected: '当场更正'
}

export const REASON: Readonly<Record<Reasoned, string>> = {
  missing: '缺什么（可不写）',
  notMeeting: '哪里不符合（必写）',
  corrected: '当场更正了什么（必写）'
}

export const REASON_NEEDED: Readonly<Record<'notMeeting' | 'corrected', string>> = {
  notMeeting: '请写明哪里不符合。',
  corrected: '请写明当场更正了什么，几个字就行。'
}

/** Ready words, in the order of Alt+1, Alt+2 … On a notice each tells what to do. */
export const PHRASES: Readonly<Record<Reasoned, readonly string[]>> = {
  missing: [
    '原件未带，请带原件',
    '复印件未带，请提交复印件',
    '份数不够，请按要求份数补齐',
    '尚未办理，请先到出具单位办理后提交',
    '未填写申请表，请填写并签字后提交'
  ],
  notMeeting: [
    '已过有效期，请换有效的提交',
    '缺少签字或盖章，请补齐',
    '填写不完整，请补填后提交',
    '姓名或号码与本人证件不一致，请更正',
    '复印件看不清，请重新复印',
    '不是规定的格式，请用窗口提供的表格'
  ],
  corrected: ['补签了姓名和日期', '补填了漏填的栏目', '更正了笔误', '当场补印了复印件']
}

export const OTHER: Readonly<Record<OtherAct, { readonly label: string; readonly hint: string }>> = {
  acceptOnly: { label: '只受理，不当场办结', hint: '出具受理通知书' },
  receive: { label: '收件', hint: '材料留下，稍后审查，出具收件凭证' },
  tell: { label: '咨询告知', hint: '只问不办，告知要哪些材料' },
  register: { label: '登记咨询', hint: '现在答不了，稍后答复' },
  outsideAuthority: { label: '不属于本机关', hint: '写明理由，告知该去哪里' },
  notRequired: { label: '不需要办理', hint: '写明理由' }
}

export const I = {
  situations: '情形',
  situationKey: (n: number) => `情形：选第 ${n} 个答案`,
  byProxy: (yes: boolean) => `由他人代办：${yes ? '是' : '否'}`,
  toCome: (n: number) => `回答情形后显示 ${n} 项`,
  answerFirst: '请先回答这个情形，才知道要哪些材料。',
  questionsOpen: (n: number) => `还有 ${n} 个情形没有回答`,

  rest: '其余齐全',
  restHint: '没核对的一并记为齐全；数据共享能取到的记为免提交',
  deferredBy: (limit: string) => `受理后 ${limit}内补交`,
  commitmentPaper: '出具告知承诺书，由申请人签字',
  mayNotCommit: (reason: string) => `此人不能用告知承诺${reason === '' ? '' : `（${reason}）`}，请改交证明材料。`,

  mustComeSelf: (reason: string) => (reason === '' ? '本事项须本人办理' : reason),
  authority: '代理权限',
  authorityKind: '代理方式',
  agent: '委托代理',
  guardian: '法定代理人（监护人）',
  guardianNote: '监护人代为办理，不需要授权委托书；核对户口簿等监护关系材料。',
  matters: '委托事项',
  powers: '委托权限',
  from: '自',
  until: '至',
  authorityPaper: '授权委托书',
  choose: '请选择',
  handedIn: '1 已交授权委托书',
  drawUp: '2 现场出具，打印后签字',

  askOffer: (text: string) => `登记咨询：“${text}”`,
  askOfferHint: '没有找到这个事项。按 ↓ 再回车，先登记咨询，问清后答复',
  asking: (topic: string) => `咨询：${topic}`,
  askCard: '咨询内容',
  topic: '问什么',
  topicHint: '照群众的原话写',
  answer: '怎么答复的',
  answerHint: '当场答复了写在这里；还没有答复就空着',

  enquiryOwed: '还没有答复，将',
  enquiryAnswered: '已写明答复，将出具',
  enquiryAnswerFirst: '已经登记过，写明答复后出具',
  registerEnquiry: '登记咨询',
  enquiryNotice: '咨询告知',
  decideNow: '受理并当场办结',
  willDecide: '材料齐全，将',
  acceptWith: (deferred: number, committed: number) =>
    [deferred > 0 ? `容缺 ${deferred} 项` : '', committed > 0 ? `承诺 ${committed} 项` : '']
      .filter((part) => part !== '')
      .join('，'),
  acceptable: (parts: string) => `可受理（${parts}），将出具`,
  certificateNo: '证照或结果编号（可不填）',

  others: '其他处理',
  othersMenu: '其他处理方式',

  registerTitle: '登记咨询',
  registered: (no: string) => `已登记咨询 ${no}，在待办里等您答复`,
  registerText: '登记后由您负责答复，或移交给接手的人。',
  outsideTitle: '不属于本机关',
  notRequiredTitle: '不需要办理',
  declineReason: '理由',
  outsideReasonHint: '为什么不归本机关办',
  notRequiredHint: '为什么不需要办理',
  destinationName: '该去哪个机关',
  destinationPlace: '地址',
  destinationPhone: '电话',
  issueDecision: '出具',

  sameItemOpen: (caseNo: string) => `此人同一事项已有未办完的件 ${caseNo}，再出具就是另一件。`,
  sameItemShort: '此人同一事项已有未办完的件，再出具就是另一件',
  askedAbout: (topic: string) => `咨询过：${topic}`,
  continueEnquiry: (no: string) => `接着咨询 ${no}`,
  continueReceived: (no: string) => `接着审查 ${no}`,

  secondReason: '第二次告知的原因',
  secondExplained: '上次就能看出的问题这次才告知，是告知过错，须由大厅负责人同意。',
  leadLogin: '负责人登录名',
  leadPassword: '负责人密码',
  leadHere: '请负责人到窗口来，在这里输入',

  alsoPapers: '随同文书',
  printAll: (n: number) => `打印全部 ${n} 份`,
  saveAll: (n: number) => `存全部 ${n} 份`
} as const
