import { longDate } from '../../../texts/format.ts'

/** Every sentence of 节假日安排. */
export const C = {
  title: '节假日安排',
  loading: '正在读取……',
  again: '再读一次',
  validThrough: (date: string) => `有效至 ${longDate(date)}`,
  none: '还没有任何一年的安排',
  warning:
    '下一年的安排还没有载入，跨年的办结日期都会标“暂定”。国务院办公厅的通知一般在十月底至十一月中公布，公布后请尽快载入。',
  enough: '今年和下一年要用到的安排都在。',
  year: (year: number) => `${year} 年`,
  rest: '放假',
  weekends: '调休上班',
  noWeekends: '没有',
  workingDays: (days: number) => `全年 ${days} 个工作日`,
  shipped: '随程序提供',
  loadedBy: (name: string, date: string) => `${name} 于 ${longDate(date)} 载入`,
  notice: (title: string, issued: string) => `${title}（${issued} 印发）`,

  load: '载入新的安排',
  intro: '选一个 JSON 文件，或者把内容粘贴在下面。先检查，看清楚每一天，再载入。',
  file: '选文件',
  fileTooLarge: '文件太大，不像是节假日安排。请核对后重新选择。',
  fileUnreadable: '文件读不出来。请关闭正在使用它的程序后再选一次，或者直接粘贴内容。',
  text: '文件内容',
  check: '检查',
  loadNow: '载入',
  form: '格式说明',
  formText:
    '日期按先后排列，放假的每一天都要写（包括假期里的周末）。一个文件可以只有一年，也可以用 {"schemaVersion": 1, "years": [ … ]} 写几年。',

  problems: '这份内容还不能载入：',
  isNew: '新的一年',
  isSame: '与现在的一样，不会有改动',
  isChange: '与现在的不一样，载入后以这份为准',
  allSame: '与现在的安排完全一样，不用载入。',
  passed: '这一年已经过去，载入后只作记录，已经告知群众的日期请另行核对。',
  doubt: (counted: number, expected: number) =>
    `照这份安排全年有 ${counted} 个工作日，按法定节假日推算应为 ${expected} 个，可能漏了一天或多了一天，请对照通知再核对一遍。当地另有放假规定的除外。`,
  restAdded: '增加放假',
  restRemoved: '不再放假',
  workAdded: '增加上班',
  workRemoved: '不再上班',
  noticeChanged: '通知的名称、文号或日期有改动',
  loaded: (years: readonly number[], recomputed: number) =>
    years.length === 0
      ? '与现在的安排一样，没有改动。'
      : `已载入 ${years.join('、')} 年的安排。${recomputed === 0 ? '没有办件的日期因此改变。' : `${recomputed} 件在办的办结日期已重新计算。`}`
} as const

/** One year in the form that is read; the dates are an invented example. */
export const EXAMPLE = `{
  "year": 2031,
  "notice": {
    "title": "国务院办公厅关于2031年部分节假日安排的通知",
    "reference": "gov.cn content_0000000",
    "issued": "2030-11-04"
  },
  "restDays": ["2031-01-01", "2031-01-02"],
  "workingWeekends": ["2031-01-11"]
}`
