import type { PaperHall } from './papers.ts'

/** A line of a list on the day sheet: number, what it is, how it stands. Never a person. */
export interface DayLine {
  readonly no: string
  readonly about: string
  readonly state: string
}

/** Figures of the queue; minutes are whole, `null` where there is nothing to measure. `DAY_FIGURES` says what each is. */
export interface DayFigures {
  readonly issued: number
  readonly finished: number
  readonly missed: number
  readonly cancelled: number
  readonly expired: number
  /** Still waiting, called, served or held. */
  readonly open: number
  readonly waitMedian: number | null
  readonly waitLongest: number | null
  /** Per cent of real waits that lay within what the ticket said. */
  readonly withinEstimate: number | null
  readonly serviceMean: number | null
  readonly extendedMinutes: number
  readonly walkIns: number
}

/** What a day leaves behind, each list whole; a sheet shows as many lines as one page holds and says how many there are. */
export interface DayLists {
  /** Numbers nobody has disposed of. */
  readonly undisposed: readonly DayLine[]
  /** Numbers that lapsed by rule when the day before was closed. */
  readonly lapsed: readonly DayLine[]
  readonly unprinted: readonly DayLine[]
  /** Due on the next working day or before. */
  readonly dueTomorrow: readonly DayLine[]
  /** One-time notices whose materials are awaited. */
  readonly openNotices: readonly DayLine[]
  readonly handOvers: readonly DayLine[]
  readonly followUps: readonly DayLine[]
}

/** 日结单: one page about one day of the hall, for whoever locks the door. */
export interface DaySheetPaper {
  readonly kind: 'daySheet'
  readonly hall: PaperHall
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly issuedAt: string
  readonly issuedBy: string
  /** The hall had been closed when it was made. */
  readonly closed: boolean
  /** 延时服务 was going on since this instant. */
  readonly extendedSince: string | null
  readonly figures: DayFigures
  readonly lists: DayLists
}

interface FigureWords {
  readonly figure: keyof DayFigures
  readonly label: string
  readonly unit: '个' | '分钟' | '%'
  /** What was counted or measured; source: `waitStats`. */
  readonly meaning: string
}

/** Every figure of a day with what it means; counts first, and the six of them add up: 取号 is all the others. */
export const DAY_FIGURES: readonly FigureWords[] = [
  { figure: 'issued', label: '取号', unit: '个', meaning: '当天给出的全部号码' },
  { figure: 'finished', label: '办完', unit: '个', meaning: '按了结束的号' },
  { figure: 'missed', label: '过号', unit: '个', meaning: '叫过没有来，也没有回来' },
  { figure: 'cancelled', label: '取消', unit: '个', meaning: '注明原因作废的号' },
  { figure: 'expired', label: '到期作废', unit: '个', meaning: '当天结束时没有办完，按规定作废' },
  { figure: 'open', label: '没办完', unit: '个', meaning: '还在等候、办理或者挂起' },
  { figure: 'waitMedian', label: '半数等候', unit: '分钟', meaning: '取号到第一次叫号，一半的人不超过' },
  { figure: 'waitLongest', label: '最长等候', unit: '分钟', meaning: '等得最久的一位，撤销的叫号不算' },
  { figure: 'withinEstimate', label: '预计准确', unit: '%', meaning: '实际等候落在号单预计之内的人' },
  { figure: 'serviceMean', label: '平均办理', unit: '分钟', meaning: '在窗口的时间，事后补记的不算' },
  { figure: 'extendedMinutes', label: '延时服务', unit: '分钟', meaning: '下班以后还有人没办完的时间' },
  { figure: 'walkIns', label: '直接办理', unit: '个', meaning: '没有取号，补记的号也算在取号里' }
]

/** A figure as it is printed and shown; `—` where there was nothing to measure. */
export function figureText(value: number | null, unit: FigureWords['unit']): string {
  if (value === null) return '—'
  return unit === '%' ? `${value}%` : `${value} ${unit}`
}

/** Lists in the order in which they cannot wait. */
export const DAY_LISTS: readonly { readonly list: keyof DayLists; readonly title: string }[] = [
  { list: 'undisposed', title: '没办完的号' },
  { list: 'lapsed', title: '上次结束时作废的号' },
  { list: 'unprinted', title: '没打出来的文书' },
  { list: 'dueTomorrow', title: '下一个工作日前到期的办件' },
  { list: 'openNotices', title: '等补正的办件' },
  { list: 'handOvers', title: '没人接收的移交' },
  { list: 'followUps', title: '待回访的评价' }
]
