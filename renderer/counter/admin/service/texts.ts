import type { SERVICE_BOUNDS } from '../../../../shared/domain/hall/checkService.ts'
import type { HallService, ScreenPlan } from '../../../../shared/domain/hall/service.ts'
import type { PriorityReason } from '../../../../shared/domain/queue/queueEvents.ts'
import type { PhonePageState } from '../../../../shared/projections/hallViews.ts'

/** Every sentence of the pages about queue, screens and voice that is not a refusal. */

export type NumberPath = keyof typeof SERVICE_BOUNDS

interface NumberWords {
  readonly label: string
  /** What it does, in a sentence. */
  readonly hint: string
  readonly unit: string
}

export const NUMBER: Readonly<Record<NumberPath, NumberWords>> = {
  'queue.noShowCalls': { label: '叫几次没人来，才能过号', hint: '第一次叫号也算在内。', unit: '次' },
  'queue.noShowSeconds': {
    label: '从第一次叫号起，至少等多久',
    hint: '走过来要时间，不到这么久不能过号。',
    unit: '秒'
  },
  'queue.recallLockSeconds': { label: '两次重呼至少隔多久', hint: '防止连按两下，叫出两遍。', unit: '秒' },
  'queue.rejoinPlaces': { label: '过号的人回来，排到几位之后', hint: '过号后不用重新取号。', unit: '位' },
  'queue.rejoins': { label: '过号后一天可以回来几次', hint: '填 0 就是过号要重新取号。', unit: '次' },
  'queue.forgottenMinutes': {
    label: '办理超过多久，问一声是不是忘了按结束',
    hint: '忘按的会做记号，不混进平均办理时间。',
    unit: '分钟'
  },
  'queue.undoSeconds': { label: '按错以后多久之内可以撤销', hint: '撤销时大厅屏和语音一起更正。', unit: '秒' },
  'appointments.slotMinutes': { label: '每个时段多长', hint: '时段从开始时间起一个接一个。', unit: '分钟' },
  'appointments.daysAhead': { label: '最多提前几天预约', hint: '休息日不能约。', unit: '天' },
  'appointments.headStartMinutes': {
    label: '按时到的，当作比时段早到多久',
    hint: '排在这以后才来取号的人前面。',
    unit: '分钟'
  },
  'appointments.graceMinutes': {
    label: '时段过后多久没来，预约作废',
    hint: '作废以后再来的，按现场取号排队。',
    unit: '分钟'
  },
  'voice.times': { label: '每次叫号播几遍', hint: '几个窗口同时叫号时一个一个播，不会叠在一起。', unit: '遍' },
  'voice.gapSeconds': { label: '两遍之间隔多久', hint: '中间可以播别的号。', unit: '秒' },
  'board.pageSeconds': { label: '每页停留多久', hint: '窗口状态和每页通知轮流显示。', unit: '秒' },
  'kiosk.idleSeconds': { label: '多久没人碰，回到第一页', hint: '前一个人没按完的，不留给后一个人看。', unit: '秒' },
  'kiosk.elderlyAge': { label: '刷证时多大年龄算老年人优先', hint: '只看年龄，证件内容不保存。', unit: '岁' },
  'rating.timeoutSeconds': { label: '多久没评，算未评价', hint: '未评价不等于满意，单独统计。', unit: '秒' },
  'rating.startDays': {
    label: '差评几个工作日内启动回访',
    hint: '国办发〔2019〕51号要求及时核实、整改、反馈。',
    unit: '个工作日'
  },
  'rating.closeDays': { label: '差评几个工作日内办结', hint: '没有按期的会一直列在评价与回访里。', unit: '个工作日' },
  'rating.longestDays': { label: '情况复杂的，最长多久办结', hint: '要写明原因和批准的人。', unit: '个工作日' },
  'phone.port': { label: '端口', hint: '被别的程序占用时才需要换。', unit: '' }
}

export const PRIORITY_NAME: Readonly<Record<PriorityReason, string>> = {
  elderly: '老年人',
  disabled: '残疾人',
  military: '军人',
  maternity: '孕产妇',
  mobility: '行动不便',
  other: '其他原因'
}

export const PHONE_PROBLEM: Readonly<Record<NonNullable<PhonePageState['problem']>, string>> = {
  'port-taken': '没有打开：这个端口被别的程序占用。请换一个端口再保存。',
  'no-address': '没有打开：这台电脑不在局域网里。请接上大厅的网络，或者填写手机能找到的地址。',
  'no-secret': '没有打开：数据文件夹里存不下文件。请清理磁盘，再保存一次。',
  failed: '没有打开。请再保存一次；仍不行时请联系管理员查看程序日志。'
}

interface ChoiceWords {
  readonly label: string
  readonly hint: string
}

export const CHOOSE_BY: Readonly<Record<'clerk' | 'lead', ChoiceWords>> = {
  clerk: { label: '窗口人员自己可以', hint: '要选原因，原因会记录下来。' },
  lead: { label: '须由大厅负责人同意', hint: '负责人在窗口输入登录名和密码。' }
}

export const VOICE: Readonly<Record<'system' | 'clips', ChoiceWords>> = {
  system: { label: '用电脑里的中文语音', hint: '电脑里没有中文语音时，自动用内置录音。' },
  clips: { label: '用内置录音', hint: '一个字一个字接起来，每台电脑听起来都一样。' }
}

export const ONE: Readonly<Record<'yi' | 'yao', ChoiceWords>> = {
  yi: { label: '一', hint: '“A 零零一号”' },
  yao: { label: '幺', hint: '“A 零零幺号”，不容易和“七”听混。' }
}

export const THEME: Readonly<Record<'night' | 'day' | 'ink', ChoiceWords>> = {
  night: { label: '深蓝', hint: '一般的大厅。' },
  day: { label: '白底', hint: '阳光照得到屏幕的大厅。' },
  ink: { label: '黑底', hint: '对比最强，离得远的大厅。' }
}

export const PAGE_KIND: Readonly<Record<'notice' | 'disclosure', string>> = {
  notice: '通知',
  disclosure: '信息公开'
}

export const ROLE_NAME: Readonly<Record<ScreenPlan['role'], string>> = {
  hall: '大厅屏',
  kiosk: '自助取号机',
  rating: '评价屏'
}

export const S = {
  loading: '正在读取……',
  again: '再读一次',
  save: '保存',
  saved: '设置已保存，从现在起生效。',
  undo: '放弃改动',
  unsaved: '有改动还没有保存',
  elsewhere: (page: string, sentence: string) => `还没有保存：“${page}”里有一处要先改好。${sentence}`,
  restore: '恢复默认',
  restoreOf: (group: string) => `${group}：恢复默认`,
  restored: '已填上默认值，保存后生效。',
  bounds: (least: number, most: number) => `可填 ${least} 到 ${most}`,
  standard: (value: string) => `默认 ${value}。`,
  standardMark: '（默认）',
  remove: '删除',
  up: '上移',
  down: '下移',

  queueTitle: '排队与预约',
  queueIntro: '没有把握的先用默认值，默认都偏向来办事的人。',
  calling: '叫号与过号',
  order: '优先与选号',
  chooseBy: '不按顺序叫某一个号',
  priority: '优先的人，当作早到多少分钟',
  priorityHint: (least: number, most: number) =>
    `比这更早来的人不会被超过，谁都不会一直等下去。填 ${least} 到 ${most} 分钟，填 0 就是不优先。`,
  priorityStandard: (value: string) => `默认 ${value}`,
  issue: '取号限制',
  contingents: '每天最多取多少号',
  contingentsHint: (least: number, most: number) => `按类别填 ${least} 到 ${most}，不填就不限。默认不限。`,
  stop: '下班前多久停止取号',
  stopHint: (least: number, most: number) => `可填 ${least} 到 ${most}，不填就一直可以取号。默认不填。`,
  minutes: '分钟',
  forgetting: '撤销与忘按',
  pauses: '暂停的原因',
  pausesHint: '窗口人员暂停时从这里选，大厅屏只显示“暂停”。最多 8 个，每个最多 12 个字。',
  pause: (n: number) => `第 ${n} 个原因`,
  addPause: '加一个原因',
  noPauses: '没有可选的原因，暂停时由窗口人员自己写。',
  appointments: '预约',
  appointmentsOn: '接受预约',
  appointmentsOnHint: '由窗口登记，群众凭预约码在窗口或取号机取号。关掉后，已有的预约照常办。',
  from: '第一个时段开始',
  until: '最后一个时段结束',
  timeHint: (value: string) => `24 小时制。默认 ${value}。`,
  places: '每个时段几个名额',
  placesHint: (least: number, most: number) => `按类别填 ${least} 到 ${most}；不填的类别不接受预约。默认都不填。`,

  hallTitle: '大厅屏与语音',
  hallIntro: '大厅屏只显示号码，不显示姓名和办什么事。',
  voice: '语音',
  voiceOn: '播报叫号',
  voiceOnHint: '关掉后大厅屏照常显示。',
  chime: '播报前先响提示音',
  chimeHint: '“叮咚”一声，让人抬头。',
  voiceKind: '用什么声音',
  one: '号码里的 1 怎样念',
  volume: '音量',
  volumeHint: '大厅屏电脑自己的音量也要开着。默认 100%。',
  volumeWrong: '请填 0 到 100 之间的整数。',
  percent: '%',
  tryVoice: '试听：保存以后到大厅屏前，在窗口叫一个号或者按“重呼”。',
  mute: '不出声的时间',
  muteHint: '例如午休。这段时间大厅屏照常显示，只是不播报。默认没有。',
  muteFrom: (n: number) => `第 ${n} 段从`,
  muteUntil: (n: number) => `第 ${n} 段到`,
  muteSpan: (n: number) => `第 ${n} 段时间`,
  to: '到',
  addMute: '加一段时间',
  noMute: '整天都播报。',
  look: '画面',
  theme: '颜色',
  hotline: '监督热线',
  hotlineHint: '显示在大厅屏最下面，可以不填。默认 12345。',
  hotlineWrong: '热线最多 30 个字符，请写短一点。',
  pages: '通知与信息公开',
  pagesHint: '和窗口状态轮流显示，最多 20 页。不要写任何人的姓名和办的事。',
  page: (n: number) => `第 ${n} 页`,
  addPage: '加一页',
  noPages: '还没有通知。大厅屏只显示窗口状态。',
  kind: '类别',
  title: '标题',
  text: '内容',
  count: (length: number, most: number) => `${length}/${most} 字`,
  pageUntil: '显示到哪天',
  pageUntilHint: '例如 11-30 或 +10（十天后），不填就一直显示。',
  untilWrong: '请填写日期，例如 11-30 或 2026-11-30；一直显示就不填。',
  untilOver: '已经过了，大厅屏不再显示这一页。',
  preview: '大厅屏上的样子',
  previewTitle: '（标题）',
  previewText: '（内容）',

  screensTitle: '屏幕摆放',
  screensIntro: '窗口屏以外，这台电脑还要开哪些屏幕。保存后马上照着打开、关闭或移动。',
  oneDisplay: '这台电脑现在只接了一块显示器，其余屏幕先开成窗口，接上显示器后会自己移过去。',
  moreDisplays: '这台电脑现在接了不止一块显示器。',
  screens: '各块屏幕',
  screensMost: '最多 6 块。默认只有一块大厅屏。',
  screenName: (role: string, id: string) => `${role} ${id}`,
  addScreen: (role: string) => `加一块${role}`,
  noScreens: '没有其他屏幕，只有窗口屏。',
  display: '放在哪块显示器',
  displayFree: '自动：窗口屏以外还空着的一块',
  displayCounter: '窗口屏上（开成窗口）',
  displayNth: (n: number) => `从左数第 ${n} 块外接显示器`,
  fullscreen: '铺满整块显示器',
  fullscreenHint: '取号机铺满后，群众退不出来。',
  speaks: '出声',
  speaksHint: '一个大厅只让一块屏出声。',
  zoneGroups: '只显示这些类别',
  zoneGroupsHint: '填字母，例如 AB；不填就全部显示。',
  zoneCounters: '只显示这些窗口',
  zoneCountersHint: '填窗口号，用顿号隔开，例如 1、2；不填就全部显示。',
  countersWrong: '请只填窗口号，用顿号隔开，例如 1、2、5。',
  nameless: (letter: string) => `${letter}？`,
  atCounter: '放在几号窗口前',
  noCounter: '请选窗口',
  counterNamed: (no: number, name: string) => `${no} 号（${name}）`,

  visitorsTitle: '取号机、评价与手机',
  visitorsIntro: '群众自己用的几块屏幕。屏幕放在哪里，在“屏幕摆放”里选。',
  kiosk: '自助取号机',
  withoutPaper: '没有纸也可以取号',
  withoutPaperHint: '号码用大字显示，请群众记住；关掉后没纸就不能取号，不会白取一个。',
  priorities: '群众自己可以选的优先原因',
  prioritiesHint: '窗口人员随时可以给任何一种优先。',
  reader: '读卡服务的地址',
  readerHint: '例如 ws://127.0.0.1:8090/，只能是这台电脑。像键盘一样输入的读卡器不用填。默认不填。',
  rating: '评价',
  ratingOn: '办完请群众评价',
  ratingOnHint: '在评价屏上评；窗口人员看不到、改不了，也不能代评。',
  phone: '手机查排队',
  phoneOn: '可以用手机看排到哪里',
  phoneOnHint: '扫号单上的二维码打开，只能看，没有个人信息。手机要连大厅的无线网。默认关。',
  host: '这台电脑的地址',
  hostHint: '手机从哪个地址找到这台电脑，例如 192.168.1.20。不填就用这台电脑的第一个地址。',
  address: (address: string) => `已经打开，手机经 ${address} 查看。`,
  addressOff: '现在没有打开，号单上没有查排队的二维码。',
  addressLater: '保存以后，这里显示手机从哪个地址查看。'
} as const

/** Where each part of the settings is edited. */
export const PAGE_OF: Readonly<Record<keyof HallService, string>> = {
  queue: S.queueTitle,
  appointments: S.queueTitle,
  voice: S.hallTitle,
  board: S.hallTitle,
  screens: S.screensTitle,
  kiosk: S.visitorsTitle,
  rating: S.visitorsTitle,
  phone: S.visitorsTitle
}
