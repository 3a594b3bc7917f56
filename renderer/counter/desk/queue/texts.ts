import type { QueueEvent } from '../../../../shared/domain/queue/queue.ts'
import type { PriorityReason, UndoableAct } from '../../../../shared/domain/queue/queueEvents.ts'
import type { AppointmentShown } from '../../../../shared/projections/hallViews.ts'
import type { MenuAct, MenuPart } from '../model/queueMenu.ts'
import type { Mark } from '../model/queueWhy.ts'

/** Sentences of the counter about numbers, beyond the five keys. */

export const PRIORITY: Readonly<Record<PriorityReason, string>> = {
  elderly: '老年人优先',
  disabled: '残疾人优先',
  military: '军人优先',
  maternity: '孕产妇优先',
  mobility: '行动不便优先',
  other: '其他优先'
}

export const MARK: Readonly<Record<Mark, string>> = {
  priority: '优先',
  appointment: '预约',
  rejoined: '过号',
  transferred: '转来'
}

/** What the mark says when it is read out. */
export const MARK_LONG: Readonly<Record<Mark, string>> = {
  priority: '优先',
  appointment: '预约',
  rejoined: '过号回来',
  transferred: '转来'
}

export const UNDO: Readonly<Record<UndoableAct, string>> = {
  TicketCalled: '撤销叫号',
  ServiceStarted: '撤销开始',
  TicketMissed: '撤销过号',
  ServiceFinished: '撤销结束',
  TicketHeld: '撤销挂起',
  TicketTransferred: '撤销转号'
}

/** What was taken back, in a number's trail. */
export const UNDONE: Readonly<Record<UndoableAct, string>> = {
  TicketCalled: '叫号',
  ServiceStarted: '开始',
  TicketMissed: '过号',
  ServiceFinished: '结束',
  TicketHeld: '挂起',
  TicketTransferred: '转号'
}

export const STEP_NAME: Readonly<Record<QueueEvent['type'], string>> = {
  HallDayOpened: '开始取号',
  TicketIssued: '取号',
  PriorityGranted: '给予优先',
  CounterOpened: '窗口开放',
  CounterPaused: '窗口暂停',
  CounterClosed: '窗口关闭',
  TicketCalled: '叫号',
  TicketRecalled: '重呼',
  ServiceStarted: '开始办理',
  TicketMissed: '过号',
  TicketRejoined: '过号回来，重新排队',
  TicketHeld: '挂起',
  TicketTakenBack: '取回',
  TicketTransferred: '转号',
  NextServiceBegun: '接着办下一项',
  ServiceCorrected: '更正业务',
  ServiceFinished: '办完',
  ServiceStillRunning: '确认还在办',
  TicketCancelled: '作废',
  ActUndone: '撤销',
  ColleagueCalled: '呼叫同事',
  ColleagueAnswered: '同事应答',
  ExtendedServiceBegan: '延时服务开始',
  ExtendedServiceEnded: '延时服务结束',
  TicketExpired: '当日作废',
  HallDayClosed: '当天结束'
}

export const MENU_PART: Readonly<Record<MenuPart, string>> = {
  current: '当前号',
  others: '其他号',
  counter: '窗口'
}

export const MENU_NAME: Readonly<Record<MenuAct, string>> = {
  hold: '挂起当前号',
  transfer: '转给别处',
  nextService: '接着办下一项',
  correct: '更正业务分类',
  chosen: '挑一个号叫',
  priority: '给予优先',
  rejoin: '过号的人回来了',
  takeBack: '取回挂起的号',
  walkIn: '没有号，直接办',
  cancel: '作废一个号',
  lookUp: '查一个号',
  pause: '暂停窗口',
  close: '关闭窗口',
  colleague: '呼叫同事',
  appointments: '预约'
}

/** Why a line of the menu leads nowhere, where main has no word for it. */
export const BLOCK: Readonly<Record<string, string>> = {
  'none-missed': '现在没有过号的号。',
  'none-held': '现在没有挂起的号。',
  'alarm-on': '已经呼叫过同事，请等一等。',
  'appointments-off': '本大厅没有开通预约，请管理员在大厅设置里开通。',
  'counter-closed': '窗口已经关闭。'
}

export const APPOINTMENT_STATUS: Readonly<Record<AppointmentShown['status'], string>> = {
  booked: '已预约',
  cancelled: '已取消',
  lapsed: '已过时',
  checkedIn: '已签到'
}

export const Q = {
  menu: '号码操作',
  menuShort: '操作',
  undoShort: '撤销',
  undoSeconds: (seconds: number) => `${seconds} 秒`,
  undoneSaid: (no: string) => `${no} 号的上一步已撤销`,
  closed: '窗口已关闭',

  next: '下一个',
  whyTitle: '为什么是他',
  whyArrival: (came: string) => `按取号先后：${came} 取号`,
  whyPriority: (name: string, came: string, counts: string) => `${name}：${came} 取号，按 ${counts} 排队`,
  whyAppointment: (slot: string, came: string, counts: string) => `预约 ${slot}：${came} 到，按 ${counts} 排队`,
  whyRejoined: (came: string, counts: string) => `过号后回来：${came} 取号，按 ${counts} 排队`,
  whyTransferred: (bound: boolean, counts: string) =>
    bound ? `别处转给本窗口：仍按 ${counts} 排队` : `别处转来：仍按 ${counts} 排队`,
  whyChosen: (reason: string) => `挑选叫号：${reason}`,
  whyWalkIn: '没有取号，直接办理',
  whyBefore: (no: string, n: number) => (n === 1 ? `，先于 ${no}` : `，先于 ${no} 等 ${n} 个号`),

  recallLock: (seconds: number) => `${seconds} 秒后可以重呼`,
  missLock: (calls: number, seconds: number) => {
    if (calls === 0) return `还要 ${seconds} 秒才能过号`
    return seconds === 0 ? `再叫 ${calls} 次才能过号` : `再叫 ${calls} 次、还要 ${seconds} 秒才能过号`
  },

  waited: (minutes: number) => {
    if (minutes < 1) return '刚来'
    const hours = Math.floor(minutes / 60)
    return hours === 0 ? `${minutes} 分钟` : `${hours} 小时 ${minutes % 60} 分`
  },
  ratingAsked: '等待评价',
  ratingDone: '评价已结束',
  pausedUntil: (time: string) => `${time} 回来`,
  extended: (time: string) => `延时服务 ${time} 起`,

  forgotten: (no: string, minutes: string) => `${no} 已办理 ${minutes}，办完了吗？`,
  still: '还在办',
  justDone: '刚办完',
  doneBefore: '早就办完了',
  stillSaid: (no: string) => `${no} 号还在办，过一会儿再问`,
  saidEndTitle: '几点办完的',
  saidEndButton: '记下并结束',
  saidEndLabel: '办完的时间',
  saidEndHint: (from: string, to: string) => `${from} 到 ${to} 之间，如 1032`,
  timeWrong: '看不出是几点，请写成 1032 或 10:32。',

  alarm: (counter: number, name: string, reason: string) =>
    `${counter} 号窗口${name === '' ? '' : ` ${name}`} 呼叫同事${reason === '' ? '' : `：${reason}`}`,
  alarmMore: (n: number) => `另有 ${n} 处`,
  alarmAnswer: '我去',
  alarmAnswered: (counter: number) => `已应答，请到 ${counter} 号窗口`,
  alarmMine: '已经呼叫同事，等人应答',
  alarmEnd: '不用了',
  alarmEnded: '呼叫已取消',

  ticketNo: '号码',
  ticketHint: '输入号码，如 12 或 A012；方向键选择，回车确定',
  ticketNone: '名单里没有，按整个号码查找',
  ticketMissing: '请填写号码。',
  reason: '原因',
  reasonOptional: '原因（可不填）',
  listHint: '按数字，或用方向键选好后回车',
  groupHint: '按字母，或用方向键选好后回车',

  holdTitle: '挂起当前号',
  holdWarn: '号留在本窗口名下，窗口可以先叫下一位；人回来后按“取回挂起的号”。',
  holdReason: '为什么离开',
  holdReasons: { copy: '去复印', photo: '去拍照', fetch: '去取材料', pay: '去缴费', other: '其他' },
  holdOther: '写明原因',
  holdButton: '挂起',
  holdSaid: '已挂起，可以叫下一位',
  takeBackTitle: '取回挂起的号',
  takenBack: (no: string) => `${no} 号接着办`,
  heldBy: (counter: number | null, reason: string) =>
    [counter === null ? '' : `${counter} 号窗口`, reason].filter((part) => part !== '').join(' · '),

  rejoinTitle: '过号的人回来了',
  rejoined: (no: string) => `${no} 号已重新排队`,
  missedAt: (calls: number, counter: number | null) =>
    counter === null ? `叫过 ${calls} 次` : `${counter} 号窗口叫过 ${calls} 次`,

  transferTitle: '转给别处',
  transferWarn: '号码不变，排队的先后也不变。',
  transferGroup: '业务分类',
  transferWhom: '由谁来叫',
  transferWhoms: { group: '办这类的任何窗口', counter: '指定窗口', person: '指定同事' },
  transferCounter: '窗口',
  transferButton: '转出',
  transferSaid: '已转出',
  counterOption: (no: number, name: string, status: string) => `${no} 号窗口 ${name}（${status}）`,
  counterNone: '请选择窗口',

  nextServiceTitle: '同一位接着办下一项',
  nextServiceSaid: (name: string) => `接着办：${name}`,
  correctTitle: '更正业务分类',
  correctSaid: (name: string) => `已更正为：${name}`,
  walkInTitle: '没有取号，直接办理',
  walkInSaid: (no: string) => `已开始办理，补记 ${no} 号`,

  chosenTitle: '挑一个号叫',
  chosenWarn: '不按先后叫号会记入号码的经过，请写明原因。',
  chosenButton: '叫这个号',
  leadHere: '请负责人到窗口来，在这里输入',
  leadLogin: '负责人登录名',
  leadPassword: '负责人密码',
  leadMissing: '本大厅挑选叫号要负责人同意，请填写。',

  priorityTitle: '给予优先',
  priorityKind: '优先的理由',
  priorityTake: '优先（可不选）',
  priorityNone: '不优先',
  priorityNote: '写明理由',
  priorityButton: '给予优先',
  prioritySaid: '已按优先排队',
  noteMissing: '选了“其他”，请写明理由。',

  cancelTitle: '作废一个号',
  cancelWarn: '作废以后这个号不再叫，也不能恢复。',
  cancelButton: '作废',
  cancelSaid: '号已作废',

  colleagueTitle: '呼叫同事',
  colleagueWarn: '其他窗口的屏幕上会出现提示，大厅屏不显示。',
  colleagueReason: '什么事（可不填）',
  colleagueButton: '呼叫',
  colleagueSaid: '已呼叫同事',

  lookUpTitle: '查一个号',
  lookUpButton: '查',
  trail: '经过',
  trailTime: '时间',
  trailWhat: '做了什么',
  trailMore: '窗口、原因',

  pauseTitle: '暂停窗口',
  pauseWarn: '当前号可以办完；暂停以后不再叫新的号。',
  pauseReason: '原因',
  pauseUntil: '预计回来（可不填）',
  pauseUntilHint: '如 1330；+15 是十五分钟后',
  pauseButton: '暂停',
  pauseSaid: '窗口已暂停',

  bookTitle: '预约',
  bookDay: '日期',
  bookDayHint: '如 1130；+1 是明天',
  bookGroup: '业务分类',
  bookSlot: '时段',
  bookSlots: (slot: string, left: number) => (left === 0 ? `${slot}（已约满）` : `${slot}（剩 ${left}）`),
  bookSlotNone: '这一天、这一类没有可约的时段',
  bookSlotChoose: '请选择时段',
  bookSlotMissing: '请选择时段。',
  bookName: '姓名（可不填）',
  bookPhone: '电话（可不填）',
  bookButton: '登记预约',
  bookNew: '新的预约',
  booked: (slot: string, code: string) => `已登记 ${slot} 的预约，预约码 ${code}`,
  bookedCode: '预约码',
  bookedTell: '请告诉来人：到时凭这六位数签到。',
  dayList: (day: string, n: number) => `${day}的预约 ${n}`,
  dayNone: '这一天还没有预约',
  checkIn: '签到',
  checkInOf: (slot: string, code: string) => `签到：${slot} 预约码 ${code}`,
  cancelBooking: '取消',
  cancelBookingOf: (slot: string, code: string) => `取消：${slot} 预约码 ${code}`,
  cancelBookingTitle: '取消预约',
  cancelBookingSaid: '预约已取消',
  cancelBookingButton: '取消这个预约',
  list: '名单',
  code: '预约码',
  who: '预约人',
  state: '状态'
} as const
