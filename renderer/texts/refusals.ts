import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { IdentityRefusalCode } from '../../shared/domain/people/otherDocuments.ts'
import type { PersonNameResult } from '../../shared/domain/people/personName.ts'
import type { PhoneResult } from '../../shared/domain/people/phone.ts'
import type { Refusal } from '../../shared/kernel/result.ts'
import { clockTime } from './format.ts'
import { CASE_STATUS } from './labels.ts'

type CodeOf<Result> = Result extends { readonly ok: false; readonly code: infer Code extends string } ? Code : never
type PeopleCode = IdentityRefusalCode | CodeOf<PersonNameResult> | CodeOf<PhoneResult>
type Sentence = string | ((refusal: Refusal) => string)

const word = (refusal: Refusal, key: string): string => {
  const value = refusal[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `“甲”、“乙”`, the first few of a list in a refusal. */
const listed = (refusal: Refusal, key: string, most = 3): string => {
  const value = refusal[key]
  if (!Array.isArray(value)) return ''
  const names = value.filter((entry): entry is string => typeof entry === 'string')
  const head = names.slice(0, most).map((name) => `“${name}”`)
  return names.length > most ? `${head.join('、')}等 ${names.length} 项` : head.join('、')
}

const caseStatus = (refusal: Refusal): string => {
  const status = word(refusal, 'status')
  return Object.entries(CASE_STATUS).find(([code]) => code === status)?.[1] ?? ''
}

const lockedText = (refusal: Refusal): string => {
  const until = clockTime(word(refusal, 'until'))
  return `连续多次输错，账号已暂时锁定，请${until === '' ? '五分钟' : `在 ${until} `}以后再登录。`
}

/** Each sentence says what is the matter and what to do next. */
const SENTENCES: Readonly<Record<RefusalCode | PeopleCode, Sentence>> = {
  // The door
  'bad-input': '填写的内容有误，请核对后再提交。',
  'too-large': '内容太长，请删减后再提交。',
  'unknown-door': '这个操作在本窗口不能使用。请重新启动程序后再试。',
  'not-allowed': '您的账号没有这项权限。需要办理时，请联系大厅负责人或管理员。',
  'not-signed-in': '请先登录，再继续操作。',
  starting: '程序正在启动，请稍等几秒再试。',
  internal: '程序遇到问题，这一步没有完成。请再试一次；仍不行时请联系管理员。',
  // The log
  'log-full': '磁盘已满，这一步没有保存。请清理磁盘后再试，之前办理的都已存好。',
  'log-broken': '业务记录文件有损坏，暂时不能继续办理。请不要关机，马上联系管理员。',
  'log-conflict': '刚才有别的窗口同时操作。请看一下最新情况，再做一次。',
  'log-unknown': '没有等到保存的回音。请再按一次，不会重复办理。',
  'history-rebuilding': '历史记录还在恢复中，暂时查不到。今天的业务不受影响，请稍后再查。',
  // Setting up, staff
  'already-founded': '大厅已经设置过了。请重新启动程序，直接登录。',
  'config-counter-twice': '窗口号重复了，请换一个号。',
  'config-group-unknown': (refusal) => `没有字母为 ${word(refusal, 'group')} 的业务分类，请改选或先添加分类。`,
  'config-group-twice': '字母重复了，请换一个字母。',
  'config-group-unserved': '没有窗口办理这一类，取了号也叫不到。请在窗口里加上这个字母，或者删掉这一类。',
  'password-short': (refusal) => `密码至少 ${word(refusal, 'least') || '8'} 位，请加长。`,
  'password-classes': '大写字母、小写字母、数字、符号中至少要有三种，请补充。',
  'login-taken': '这个登录名已有人使用，请换一个。',
  'sign-in-failed': (refusal) => {
    if (word(refusal, 'until') !== '') return lockedText(refusal)
    const left = word(refusal, 'left')
    return left === '' ? '登录名或密码不正确，请重新输入。' : `登录名或密码不正确，还可以再试 ${left} 次。`
  },
  'sign-in-locked': (refusal) => lockedText(refusal),
  'person-unknown': '没有这个人员，或者已经停用。请看一下最新的名单。',
  'password-own': '自己的密码请在“我的密码”里修改，要先输入现在的密码。',
  'password-old-wrong': (refusal) => {
    const left = word(refusal, 'left')
    return left === '' ? '现在的密码不对，请重新输入。' : `现在的密码不对，还可以再试 ${left} 次。`
  },
  'password-same': '新密码和现在的一样，请换一个。',
  'staff-end-self': '不能停用自己。请由另一位管理员来停用。',
  'staff-end-last-administrator': '这是最后一位管理员，停用后就没有人能管理了。请先登记另一位管理员。',
  'counter-unknown': '本大厅没有这个窗口，请重新选择窗口。',
  'counter-taken': (refusal) => `${word(refusal, 'by') || '另一位同事'}正在使用这个窗口，请选择别的窗口。`,
  // The queue
  'no-counter': '您登录时没有选择窗口，不能叫号。请退出后重新登录并选择窗口。',
  'counter-not-open': '窗口还没有开放，请先开放窗口再叫号。',
  'counter-busy': (refusal) => `${word(refusal, 'no')} 号还没有办完，请先办结或过号。`,
  'nobody-waiting': '本窗口目前没有人等候。',
  'no-current-ticket': '本窗口当前没有号，请先叫号。',
  'ticket-not-called': (refusal) => `${word(refusal, 'no')} 号已经开始办理，不能再做这一步。`,
  'ticket-not-serving': (refusal) => `${word(refusal, 'no')} 号还没有开始办理，请先按“开始办理”。`,
  'group-unknown': '没有这个业务分类，请重新选择。',
  'day-closed': '今天的取号叫号已经结束，请下一个工作日再办理。',
  // Cases
  'item-unknown': '事项库里没有这个事项，请重新选择。',
  'case-unknown': '没有找到这件办件，请核对办件编号。',
  'case-not-open': (refusal) => {
    const status = caseStatus(refusal)
    return status === ''
      ? '这件办件不能再做这一步。请打开办件查看进度。'
      : `这件办件${status}，不能再做这一步。请打开办件查看进度。`
  },
  'case-other-item': (refusal) => `办件 ${word(refusal, 'caseNo')} 办的是另一个事项。请改选事项，或者新开一件。`,
  'tick-missing': '还有材料没有核对，请逐项选择结果。',
  'tick-unknown-material': '材料清单已经更新，请重新打开事项再核对。',
  'tick-reason-missing': '请写明缺什么、哪里不符合，群众才知道怎么补。',
  'materials-not-in-order': (refusal) =>
    `${listed(refusal, 'materials') || '有材料'}还不齐全，不能受理。请出具一次性告知书。`,
  'nothing-missing': '材料已经齐全，不需要告知。请直接受理。',
  'second-notice-needs-lead': (refusal) =>
    `${listed(refusal, 'materials') || '这些材料'}上次就能看出问题却没有告知。请写明原因，由大厅负责人登录后出具。`,
  'proxy-none': '这件办件没有代办人，没有号码可以查看。',
  'proxy-refused': '这个事项须由本人办理，不能代办。请改为本人办理。',
  'case-numbers-used-up': '今天的办件编号已经用完，不能再新开办件。请联系管理员。',
  // Papers
  'paper-unknown': '没有找到这份文书。请核对文书号。',
  'print-running': '这份文书正在打印，请等它打完。',
  'print-not-unknown': '这次打印的结果已经确定，不用再确认。',
  'missing-glyph': '字库里没有其中的一个字，为避免打错没有打印。请联系管理员补充字库。',
  'pdf-failed': '文书没有生成。请再试一次；仍不行时请记下文书号，联系管理员。',
  'printer-address': '打印机地址的写法不对，应像 ipp://192.168.1.20/ipp/print 这样。请核对。',
  // People
  'name-missing': '请填写姓名。',
  'name-too-long': '姓名太长，请核对。',
  'name-characters': '姓名里有不能使用的符号，请核对。',
  'id-characters': '证件号码只能有数字，末位可以是 X。请核对。',
  'id-first-generation': '这是 15 位的第一代号码，已停止使用。请按第二代身份证填写 18 位号码。',
  'id-length': (refusal) => `证件号码应为 18 位，现在是 ${word(refusal, 'length')} 位。请核对。`,
  'id-area': '证件号码的前两位不是有效的地区代码，请核对。',
  'id-birth-invalid': '证件号码中的出生日期不存在，请核对第 7 至 14 位。',
  'id-birth-future': '证件号码中的出生日期在今天之后，请核对第 7 至 14 位。',
  'id-check-digit': '证件号码的末位对不上，多半有一位输错了，请逐位核对。',
  'document-number-missing': '请填写证件号码。',
  'document-number-format': '证件号码的格式不对，请对照证件核对。',
  'phone-format': '电话号码的格式不对，请核对；没有电话请选“无电话”。'
}

/** Codes that only the screens or one area know. */
const MORE: Readonly<Record<string, Sentence>> = {
  'no-answer': '程序没有回应。请再按一次，不会重复办理；仍不行时请重新启动程序。'
}

/** The sentence for a refusal, with its details filled in. A code without a sentence is named, so that it can be asked about. */
export function refusalText(refusal: Refusal): string {
  const all: Readonly<Record<string, Sentence>> = { ...MORE, ...SENTENCES }
  const sentence = Object.hasOwn(all, refusal.code) ? all[refusal.code] : undefined
  if (sentence === undefined) return `这一步没有完成（代码 ${refusal.code}）。请再试一次；仍不行时请把代码告诉管理员。`
  return typeof sentence === 'string' ? sentence : sentence(refusal)
}
