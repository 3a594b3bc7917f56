import type { Typeface } from '../../../../shared/documents/papers.ts'
import type { RestDayReceipt } from '../../../../shared/domain/calendar/limits.ts'

/** Every sentence of 规则设置. */
export const R = {
  title: '规则设置',
  intro: '法律没有写死的地方由大厅自己定；没有把握的，先用现在的值。改动从保存时起生效，已经发出的文书不变。',
  loading: '正在读取……',
  again: '再读一次',
  save: '保存规则',
  saved: '规则已保存，从现在起按新规则办理。',
  undo: '放弃改动',

  lights: '红黄灯',
  share: '剩余时限不足多少时亮黄灯',
  shareHint: '占承诺时限的百分比，有小数的天数进一。',
  percent: '%',
  atLeast: '最迟提前几天亮黄灯',
  days: '天',
  notificationFromDay: '五日告知期从第几天起亮黄灯',
  notificationHint: '行政许可法第三十二条：五个工作日内一次告知，过期视为受理。',
  sameDayMinutes: '当场办的件，下班前多久亮黄灯',
  minutes: '分钟',

  receipt: '收件与下班',
  restDayReceipt: '休息日收到的材料从哪天算起',
  closingTime: '下班时间',
  closingTimeHint: '文书上写“……前”，例如 17:30。',

  reminders: '交接与提醒',
  handOverMinutes: '转交无人接收，多久后退回首问人',
  lapseReminderDays: '补正期满前几天提醒',

  pieces: '容缺后补与告知承诺',
  deferralLimit: '后补材料最长多久',
  deferralHint: '不会超过事项自己的承诺时限。',
  commitmentCheckLimit: '承诺后多久核查',
  commitmentHint: '事项自己写明核查时间的，按事项。',
  unit: '单位',

  approval: '审批',
  fourEyes: '事项草稿须由另一人审核后启用',
  fourEyesHint: '起草的人不能自己批准。',

  papers: '文书字体',
  paperTypeface: '办件文书用什么字体',

  remedies: '救济途径',
  remediesHint: '印在每一份不予受理、不予许可的文书上。',
  reviewAuthority: '行政复议机关',
  reviewHint: '街道办事处的复议机关是设立它的区（县）人民政府（行政复议法第二十四条）。',
  court: '有管辖权的人民法院',
  courtHint: '请填写法院全称。'
} as const

export const REST_DAY: Readonly<Record<RestDayReceipt, { readonly label: string; readonly hint: string }>> = {
  actualDay: { label: '实际收到的那天', hint: '照“收到申请材料之日”，对群众有利。' },
  nextWorkingDay: { label: '下一个工作日', hint: '周末延时服务只收件不计时的，选这一项。' }
}

export const TYPEFACE: Readonly<Record<Typeface, { readonly label: string; readonly hint: string }>> = {
  serif: { label: '宋体', hint: '正文宋体，标题和要点黑体，像平常的公文。' },
  sans: { label: '黑体', hint: '笔画粗细一样，字小也清楚。' }
}

export const UNITS = [
  { value: 'WORKING_DAY', label: '个工作日' },
  { value: 'CALENDAR_DAY', label: '天（自然日）' }
] as const
