import type { CheckState, DayCheckName } from '../../../../shared/domain/day/openingChecks.ts'
import type { Undisposed } from '../../../../shared/projections/dayLists.ts'
import type { Tone } from '../../../ui/index.ts'

/** Sentences of 开门与日结. What each check found is said by `checkWords.ts`. */

export const CHECK_NAME: Readonly<Record<DayCheckName, string>> = {
  ticketPrinter: '号单打印机',
  paperPrinter: '文书打印机',
  hallScreen: '大厅屏',
  sound: '语音播报',
  disk: '磁盘',
  clock: '时钟',
  holidays: '放假安排',
  history: '历史记录',
  log: '业务日志',
  backlog: '前一天的遗留'
}

export const CHECK_STATE: Readonly<Record<CheckState, { readonly tone: Tone; readonly word: string }>> = {
  good: { tone: 'green', word: '正常' },
  warn: { tone: 'amber', word: '留意' },
  bad: { tone: 'red', word: '要处理' }
}

/** What becomes of a number that is in the way of closing. */
export const LEFT: Readonly<Record<Undisposed, { readonly name: string; readonly todo: string }>> = {
  waiting: { name: '等候中', todo: '叫号办理；人已经走了的，在“操作”里取消（作废一个号），写明原因。' },
  called: { name: '已叫号', todo: '人来了按“开始”，没有来按“过号”。' },
  serving: { name: '办理中', todo: '办完按“结束”；这里办不了的，在“操作”里转给别处。' },
  held: { name: '挂起', todo: '人回来了在“操作”里取回接着办；不回来的取消。' }
}

export const D = {
  title: '开门与日结',
  tabs: { checks: '开门检查', sheet: '日结' },
  open: '打开开门检查与日结',

  notChecked: '今天还没有做开门检查。',
  notCheckedHint: '打印机、大厅屏、声音、磁盘、时钟和放假安排，一按就都看一遍。',
  look: '检查一遍',
  lookAgain: '再检查一遍',
  checkedAt: (time: string) => `今天 ${time} 检查`,
  summary: (good: number, all: number) => (good === all ? `${all} 项全部正常` : `${all} 项中 ${good} 项正常`),
  summaryBad: (n: number) => `${n} 项要处理`,
  summaryWarn: (n: number) => `${n} 项留意`,
  checks: '检查结果',

  day: (date: string, week: string) => `${date} ${week}`,
  closed: '大厅已经关闭',
  figures: '今天的数字',
  lists: '遗留',
  none: (titles: string) => `没有：${titles}。`,
  nothingLeft: '没有遗留。',
  leftTitle: '还有人没办完，大厅不能关闭',
  extended: (time: string) => `延时服务从 ${time} 开始，最后一位办完为止。`,
  numbers: (nos: readonly string[], shown: number) =>
    nos.length > shown ? `${nos.slice(0, shown).join('、')} 等 ${nos.length} 个` : nos.join('、'),
  more: (n: number) => `另有 ${n} 项`,
  print: '打印日结单',
  save: '日结单存成文件',
  closeHall: '关闭大厅',
  closeTitle: '关闭大厅',
  closeText: '各窗口一起关闭，自助取号停止。之后有人来，在窗口开放后照常取号。',
  closeStay: '先不关',
  closeDone: '大厅已经关闭，可以打印日结单',
  leadOnly: '关闭大厅由负责人操作。'
} as const
