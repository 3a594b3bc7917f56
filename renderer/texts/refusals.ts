import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { IdentityRefusalCode } from '../../shared/domain/people/otherDocuments.ts'
import type { PersonNameResult } from '../../shared/domain/people/personName.ts'
import type { PhoneResult } from '../../shared/domain/people/phone.ts'
import type { Refusal } from '../../shared/kernel/result.ts'
import { clockTime } from './format.ts'
import { CASE_STATUS } from './labels.ts'
import { QUEUE_REFUSALS } from './queueRefusals.ts'
import { SERVICE_REFUSALS } from './serviceRefusals.ts'
import { VISIT_REFUSALS } from './visitRefusals.ts'

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
  ...SERVICE_REFUSALS,
  ...VISIT_REFUSALS,
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
  ...QUEUE_REFUSALS,
  // Items
  'item-forbidden-certificate': (refusal) =>
    `“${word(refusal, 'material')}”要的是“${word(refusal, 'certificate')}”，村（社区）不得出具，也不能向群众要（民发〔2020〕20号）。请删去，或者写明依法出具它的机关。`,
  'item-draft-none': '这个事项没有草稿。请看一下最新的清单。',
  'item-draft-invalid': '草稿还没有填完整，不能启用。请打开草稿，把标出的地方改好。',
  'item-draft-problems': (refusal) =>
    `草稿里有 ${word(refusal, 'count') || '几'} 处不合规定，不能启用。请打开草稿逐条改好。`,
  'item-draft-outdated': '写草稿以后，这个事项又启用了新版本。请放弃草稿，在最新版本上重新修改。',
  'item-draft-unchanged': '草稿和现在的版本一样，没有需要启用的内容。',
  'item-own-draft': '自己写的草稿不能自己启用。请由另一位负责人或管理员核对后启用。',
  'item-date-past': '这个日期已经过去，请改选今天或者以后的日期。',
  'item-not-offered': '这个事项没有在办的版本，不能停办。请看一下最新的清单。',
  'import-errors': (refusal) =>
    `文件里有 ${word(refusal, 'count') || '几'} 处错误，一条也没有导入。请按列出的行和列改好，再导入。`,
  'import-nothing': '文件里的事项和现在的一样，没有需要导入的内容。',
  'export-not-saved': '文件没有存成。请关闭正在打开的同名文件，看看磁盘是否已满，再导出一次。',
  'exchange-failed': '表格文件没有处理完。请再试一次；仍不行时请改用 JSON 文件。',
  'situation-unknown': '情形的问题已经更新，请重新打开事项再回答。',
  'situation-unanswered': (refusal) => {
    const question = word(refusal, 'question')
    return question === '' ? '情形的问题还没有答完，请先回答。' : `请先回答：${question}`
  },
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
  'enquiry-too-old': '这次咨询已经过了保留期，请按新的申请登记。',
  'commitment-not-blocked': '这个人现在可以办理告知承诺，不需要解除。',
  'approval-failed': '负责人的登录名或密码不正确，请负责人重新输入。',
  'approval-not-lead': '这位同事不是大厅负责人，不能批准。请换一位负责人。',
  'reason-missing': '请写明原因，再提交。',
  'basis-missing': '请写明依据（哪部法规、哪一条），再提交。',
  'procedure-running': (refusal) => {
    const end = word(refusal, 'expectedEnd')
    return `特别程序还没有结束${end === '' ? '' : `（预计 ${end}）`}，先结束它再做这一步。`
  },
  'procedure-not-listed': '这个事项没有列出这种特别程序，办理时限不能停。请改选，或者照常计时。',
  'procedure-not-art45':
    '行政许可只有法律列明的程序才能不计时限（行政许可法第四十五条），公示、勘查不在其中。请照常计时。',
  'procedure-end-wrong': '请填写预计结束的日期：今天或者以后，不超过十年。',
  'procedure-end-not-later': (refusal) =>
    `已经书面告知到 ${word(refusal, 'told')} 结束，新的日期要比它晚，也不能早于今天。请重新填写。`,
  'procedure-none': '这件办件没有正在进行的特别程序。请打开办件查看进度。',
  'extension-used': '时限只能延长一次，这件已经延长过了（行政许可法第四十二条）。请在到期日以前办结。',
  'extension-waiting': '已经有一份延长申请在等批准。请找大厅负责人办理。',
  'extension-too-late': '办理时限已经过了，不能再延长。请马上办结，并向申请人说明。',
  'extension-days': (refusal) => {
    const most = word(refusal, 'most')
    return most === '0'
      ? '这个事项不能延长时限。请在到期日以前办结。'
      : `延长的天数请填 1 到 ${most || '10'} 之间的整数。`
  },
  'extension-none': '没有等待批准的延长申请。请打开办件查看进度。',
  'extension-own': '自己提出的延长，不能自己批准。请由另一位负责人或管理员批准。',
  'extension-head-missing': '请填写签字批准的机关负责人姓名，延期告知书上要写明。',
  'upward-not-escalated': '这个事项由本级决定，不用上报。请直接办理。',
  'upward-running': (refusal) => `已经报到${word(refusal, 'to') || '上级'}，还没有返回。请等返回后再办，需要时先催办。`,
  'upward-answered': '上级已经给出结果，不用再上报。请照上级的结果作出决定。',
  'upward-to-missing': '请填写报到哪个上级机关。',
  'upward-expected-wrong': '请填写预计返回的日期：今天或者以后。',
  'upward-not-up': '这件办件没有在上级，不能登记返回。请打开办件查看进度。',
  'upward-not-back': '这件由上级决定，上级的结果还没有返回。请先上报，返回后再作决定。',
  'upward-other-result': (refusal) =>
    `上级的结果是“${word(refusal, 'above') === 'refused' ? '不予批准' : '批准'}”，决定要和它一致。请改过来再提交。`,
  'opinion-office-unknown': '这个部门不在联办部门里，请重新选择。',
  'opinion-given': (refusal) => `${word(refusal, 'office') || '这个部门'}的意见已经登记过了，不用再登记。`,
  'opinion-missing': (refusal) =>
    `${listed(refusal, 'offices') || '联办部门'}还没有给出意见，没有回复不等于同意。请催办，收到意见后再决定。`,
  'opinion-objected': (refusal) =>
    `${listed(refusal, 'offices') || '联办部门'}不同意。要批准，请在理由里说明怎样处理了反对意见。`,
  'deferred-unknown': '这份材料不在容缺后补的清单里，请重新选择。',
  'deferred-received': (refusal) => `“${word(refusal, 'material')}”已经收到，不用再登记。`,
  'deferred-outstanding': (refusal) =>
    `容缺的${listed(refusal, 'materials') || '材料'}还没有补齐，不能出结果。请先提醒申请人补交，收到后登记。`,
  'commitment-unknown': '这份材料没有承诺，请重新选择。',
  'commitment-checked': (refusal) => `“${word(refusal, 'material')}”的承诺已经核查过了，不用再登记。`,
  'no-decision-for-utility': '便民代办件没有批准不批准，办好后请直接办结。',
  'decision-reasons-missing': '不予批准必须写明理由（行政许可法第三十八条），请填写。',
  'reviewers-two': '行政许可要由两名以上工作人员核查（行政许可法第三十四条），请填写两个人的姓名。',
  'recipient-missing': '请填写领取人或收件人的姓名。',
  'agent-missing': '请填写代领人的姓名和证件号码。',
  'agent-relation-missing': '请填写代领人和申请人是什么关系。',
  'tracking-missing': '请填写快递单号，以后才能查到。',
  'complete-needs-decision': '这件要先作出决定、送达结果才算办结。请按“作出决定”。',
  'tick-reason-missing': '请写明缺什么、哪里不符合，群众才知道怎么补。',
  'materials-not-in-order': (refusal) =>
    `${listed(refusal, 'materials') || '有材料'}还不齐全，不能受理。请出具一次性告知书。`,
  'nothing-missing': '材料已经齐全，不需要告知。请直接受理。',
  'second-notice-needs-lead': (refusal) =>
    `${listed(refusal, 'materials') || '这些材料'}上次就能看出问题却没有告知。请写明原因，由大厅负责人在窗口输入登录名和密码后出具。`,
  'proxy-not-a-person': '代理人要填具体经办的人，请选个人证件。单位办事的，写经办人的姓名和证件。',
  'proxy-none': '这件办件没有代办人，没有号码可以查看。',
  'proxy-refused': (refusal) => {
    const reason = word(refusal, 'reason')
    return `这个事项须由本人办理，不能代办${reason === '' ? '' : `（${reason}）`}。请改为本人办理。`
  },
  'case-numbers-used-up': '今天的办件编号已经用完，不能再新开办件。请联系管理员。',
  'enquiry-topic-missing': '请写明群众问的是什么事。',
  'enquiry-answer-missing': '请写下答复。现在答不了的先不提交，这次咨询会一直列在待办里。',
  'enquiry-numbers-used-up': '今天的咨询编号已经用完，不能再登记。请联系管理员。',
  'destination-missing': '请写明应到哪个部门办理，不能只说“不归我们管”。',
  'nothing-received': '还没有一份材料交到窗口，不能出收件凭证。请先核对交来的材料。',
  'deemed-already': '告知的期限已过，这件办件依法自收件之日起视为受理，不能再告知补正。请打开办件继续办理。',
  'deemed-not-yet': '告知的期限还没有过，不能视为受理。请核对材料后受理或者告知。',
  'decide-now-refused': '只有即办件、并且没有容缺材料时才能当场决定。请先受理。',
  'tick-not-exempt': (refusal) => `“${word(refusal, 'material')}”不能免提交，请改选结果。`,
  'tick-no-commitment': (refusal) => `“${word(refusal, 'material')}”不能用告知承诺代替，请改选结果。`,
  'tick-not-deferrable': (refusal) => `“${word(refusal, 'material')}”不能容缺后补，请改选结果。`,
  'tick-not-at-receipt': (refusal) =>
    `“${word(refusal, 'material')}”的告知承诺和容缺后补要在受理时办，收件时请不要选。`,
  'commitment-blocked': '申请人以前的承诺不属实，信用修复以前不能再用告知承诺。请收取证明材料。',
  'proxy-authority-missing': '请填写委托书的内容；法定监护人请选“监护人”。',
  'proxy-matters-missing': '请写明委托办理什么事项。',
  'proxy-powers-missing': '请写明委托的权限。',
  'proxy-period': '今天不在委托的期限内，请核对起止日期。',
  'proxy-unsigned': '委托书还没有委托人签名。请请委托人签名，或者由窗口代拟一份。',
  'lapse-none': '这件办件没有补正期限，不能按逾期处理。',
  'lapse-not-yet': (refusal) => `期限到 ${word(refusal, 'lapseOn')} 为止，还没有过，不能退件。`,
  'lapse-not-reminded': '退件以前要先提醒申请人。请联系申请人并记下提醒。',
  'hand-over-none': '这件事没有等待接手的移交，请刷新后再看。',
  'hand-over-not-owner': (refusal) =>
    `这件事现在由${word(refusal, 'owner')}负责。请由其本人移交，或者请大厅负责人移交。`,
  'hand-over-not-yours': (refusal) => `这次移交是给${word(refusal, 'to')}的，请由其本人接手。`,
  'hand-over-over': '接手的时间已过，这件事已经退回。请让原负责人重新移交。',
  'hand-over-pending': (refusal) => `已经移交给${word(refusal, 'to')}，正在等待接手。请等结果出来再移交。`,
  'hand-over-self': '不能移交给自己或者现在的负责人，请另选一位。',
  'hand-over-waiting': '接手的时间还没有过，请再等一等。',
  // Unfinished forms
  'drafts-not-kept': '没有办完的登记暂时存不下来，请先办完手上这件再关机。反复出现时请联系管理员检查磁盘。',
  // What the hall sets for itself
  'rule-out-of-range': (refusal) => {
    const [least, most] = [Number(word(refusal, 'least')), Number(word(refusal, 'most'))]
    if (most === 0) return '这个数太大或者太小，请改一个。'
    return refusal.field?.endsWith('share')
      ? `请填 ${least * 100} 到 ${most * 100} 之间的百分数。`
      : `请填 ${least} 到 ${most} 之间的整数。`
  },
  'rule-time': '请按 24 小时制填写时间，例如 17:30。',
  'rule-authority-missing': '请填写机关全称，决定书上要告诉群众去哪里复议、起诉。',
  'rule-authority-long': (refusal) => `最多 ${word(refusal, 'most')} 个字，请填写机关全称即可。`,
  'calendar-not-json': '这不是完整的 JSON 文件，请重新选择文件，或者把内容从头到尾粘贴一遍。',
  'calendar-shape': (refusal) => {
    const year = word(refusal, 'year')
    return `${year === '' ? '文件' : `${year} 年`}里“${word(refusal, 'place') || '最外层'}”这一处的写法不对，请对照格式说明修改。`
  },
  'calendar-year-twice': (refusal) => `${word(refusal, 'year')} 年在文件里出现了两次，请只保留一份。`,
  'calendar-date': (refusal) => `“${word(refusal, 'date')}”不是一个日期，请写成 2027-01-01 这样。`,
  'calendar-order': (refusal) => `${word(refusal, 'date')} 重复了或者顺序不对，请按先后排列，每天只写一次。`,
  'calendar-other-year': (refusal) => `${word(refusal, 'date')} 不在 ${word(refusal, 'year')} 年，请核对后改正。`,
  'calendar-not-weekend': (refusal) => `${word(refusal, 'date')} 不是周末，不能列为调休上班日，请对照通知核对。`,
  'calendar-both': (refusal) => `${word(refusal, 'date')} 既列为放假又列为上班，请对照通知只留一处。`,
  // Grids and their contact cards
  'grid-known': '这个网格已经登记过了。请刷新列表后打开它修改。',
  'grid-unknown': '没有这个网格。请刷新列表后再选。',
  'grid-closed': '这个网格已经撤销，不能再改。请另选一个。',
  'grid-code-full': '这个村（社区）的网格编号已经用完（最多 99 个）。请换一个村（社区），或者联系管理员。',
  'grid-site-fixed': '网格编号里有村（社区），登记后不能换。需要换时请撤销这个网格，另外登记一个。',
  'grid-site-unknown': '请从列表里选一个村（社区）。',
  'grid-name-missing': '请填写网格名称，例如“第一网格”。',
  'grid-name-long': (refusal) => `网格名称最多 ${word(refusal, 'most')} 个字，请写短一点。`,
  'grid-boundary-missing': '请填写网格范围，写到群众看得懂，例如“东至云溪路，南至河边”。',
  'grid-boundary-long': (refusal) => `网格范围最多 ${word(refusal, 'most')} 个字，卡片上印不下，请写短一点。`,
  'grid-date': '请填写日期，例如 2026-11-23。',
  'grid-staff-unknown': '没有这条任职。请刷新后再试。',
  'grid-staff-twice': '这个人在这个网格已经有同样的职责，不用再登记。',
  'grid-staff-ended': '这条任职已经写了结束日期，不能再改。需要时请重新登记。',
  'grid-phone-missing': '请填写工作电话，卡片上要印。',
  'grid-duty-missing': '请填写负责什么，例如“走访、收件、代办”。',
  'grid-duty-long': (refusal) => `职责最多 ${word(refusal, 'most')} 个字，卡片上印不下，请写短一点。`,
  'grid-end-early': (refusal) => `结束日期不能早于开始日期 ${word(refusal, 'from')}，请核对。`,
  'grid-primary-role': '只有网格员可以做主责人。请先把他登记为网格员。',
  'grid-primary-taken': (refusal) =>
    `主责人现在是${word(refusal, 'name')}，一个网格只有一位。请先登记，再用“设为主责”换人。`,
  'grid-primary-absent': '这个人在那一天不在岗，不能做主责人。请核对日期。',
  'grid-primary-order': (refusal) => `${word(refusal, 'after')} 起已经另有安排，请填那一天以后的日期。`,
  'card-vacant': (refusal) =>
    `${word(refusal, 'name')}还没有主责网格员，印出来的卡没有人可找。请先登记网格员并设为主责。`,
  'card-too-full': (refusal) =>
    `${word(refusal, 'name')}的内容在这个规格上印不下，一个字也不会裁掉。请改用 A6 或者 A5，或者把职责和范围写短一点。`,
  'card-numbers-used': '今年的卡号已经用完，请联系管理员。',
  'batch-empty': '没有要印的卡。请先选网格或者名单。',
  'batch-large': (refusal) => `一批最多 ${word(refusal, 'most')} 张，请分几批印。`,
  'batch-unknown': '没有这一批。请刷新后再看。',
  'batch-over': '这一批已经结束，不能再操作。',
  'batch-running': '这一批正在打印，不用再按继续。',
  'batch-unsettled': '有一页不知道出来没有。请先看打印机，回答“纸出来了吗”，再继续。',
  'list-unreadable': '这个文件打不开。请用 Excel 另存为 .xlsx 文件后再选。',
  'list-errors': (refusal) => `名单里有 ${word(refusal, 'count')} 处错误，一张也没有印。请改好后重新选择文件。`,
  'list-not-kept': '名单没有存下来，还没有开始打印。请检查磁盘后再试一次。',
  // Ratings
  'rating-unknown': '没有找到这条评价。请刷新后再看。',
  'rating-given': '这次服务已经评价过了，谢谢您。评价只收一次，不能修改。',
  'rating-over': '评价时间已过，这次没有记下评价。有意见请拨打监督电话或者找大厅负责人。',
  'rating-only-bad': '原因和联系电话只在评“不满意”或者“非常不满意”时填写。请去掉后再提交。',
  'rating-not-given': '这次服务没有收到评价，没有可以办理的事。请看其他评价。',
  'rating-own': '被评价的人不能办理自己的评价，请由其他负责人或者管理员办理。',
  'rating-phone-none': '群众没有留联系电话。请在办结说明里写明怎样核实的。',
  'rating-month-empty': '这个月没有收到评价，没有可以导出的内容。请换一个月份。',
  'follow-up-none': '这条评价不是差评，不用回访。需要时可以写备注。',
  'follow-up-started': (refusal) => `已经启动，由${word(refusal, 'name')}负责。请刷新后接着办。`,
  'follow-up-not-started': '还没有启动。请先启动并指定负责回访的人。',
  'follow-up-closed': '这条差评已经办结，不能再改。需要补充时请写备注。',
  'follow-up-text-missing': '请写清楚，不能空着。',
  'follow-up-date': (refusal) =>
    `延长后的日期要在 ${word(refusal, 'from')} 以后，最晚 ${word(refusal, 'longest')}。请核对。`,
  'follow-up-call-first': '群众留了电话，至少要回访一次才能办结。请先回访并记下结果。',
  'follow-up-not-reached': '还没有联系上群众，不能填写再次评价。请先回访，或者选“没有再次评价”。',
  // Papers
  'paper-unknown': '没有找到这份文书。请核对文书号。',
  'print-running': '这份文书正在打印，请等它打完。',
  'print-not-unknown': '这次打印的结果已经确定，不用再确认。',
  'missing-glyph': '字库里没有其中的一个字，为避免打错没有打印。请打开这份文书按“补字”：用图片，或者留手写格。',
  'pdf-failed': '文书没有生成。请再试一次；仍不行时请记下文书号，联系管理员。',
  'glyph-not-missing': '这份文书里的这个字不用再补。请直接打印。',
  'glyph-private-use':
    '这是旧系统自己编的码位，在别的证件上可能是另一个字，不能存成图片。请留手写格，或者改用正式的字。',
  'glyph-picture-size': '图片没有读成。请重新选择或者重新画。',
  'glyph-picture-empty': '图上几乎没有笔画。请重新选择，或者调整深浅后再用。',
  'glyph-picture-full': '图上几乎全是黑的，打出来是一个黑块。请重新选择，或者调整深浅后再用。',
  'glyph-hand-no-room': '联系卡上没有写明手写内容的位置，不能留手写格。请用图片。',
  'printer-address': '打印机地址的写法不对，应像 ipp://192.168.1.20/ipp/print 这样。请核对。',
  'printer-roll-only': '小票打印机只能打印号单。A4 文书和联系卡请选别的打印机，或者存成文件。',
  'no-network': '这台电脑现在没有可以查找的局域网。请检查网线，或者照打印机自己打印的网络信息填写地址。',
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
  'credit-code-letters': (refusal) => {
    const typed = Array.isArray(refusal.letters) ? refusal.letters.join('、') : ''
    return `统一社会信用代码不使用字母 I、O、S、V、Z${typed === '' ? '' : `，输入的 ${typed} 有误`}，请检查是否应为 1、0、5、U、2。`
  },
  'credit-code-characters': '统一社会信用代码只有数字和大写字母，没有其他符号。请核对。',
  'credit-code-length': (refusal) => `统一社会信用代码应为 18 位，现在是 ${word(refusal, 'length')} 位。请核对。`,
  'credit-code-check': '统一社会信用代码的末位对不上，多半有一位输错了，请逐位核对。',
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
