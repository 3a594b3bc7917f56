import type { DaySpan, YearChange } from '../../../../shared/domain/calendar/yearChange.ts'
import { spansOf } from '../../../../shared/domain/calendar/yearChange.ts'
import { shortDate, weekday } from '../../../texts/format.ts'
import { C } from './texts.ts'

/** `1月4日（周一）` */
const dayText = (date: string): string => `${shortDate(date)}（${weekday(date).replace('星期', '周')}）`

/** `4月5日（周一）`, `10月1日（周五）至10月7日（周四）共 7 天` */
export const spanText = ({ from, to, days }: DaySpan): string =>
  days === 1 ? dayText(from) : `${dayText(from)}至${dayText(to)}共 ${days} 天`

/** Dates in order, joined where they follow each other. */
export const datesText = (dates: readonly string[]): string => spansOf(dates).map(spanText).join('；')

/** Line by line what loading a year would change in what holds now. */
export function changeLines(change: YearChange): readonly string[] {
  const line = (what: string, dates: readonly string[]): string[] =>
    dates.length === 0 ? [] : [`${what}：${datesText(dates)}`]
  return [
    ...line(C.restAdded, change.restAdded),
    ...line(C.restRemoved, change.restRemoved),
    ...line(C.workAdded, change.workAdded),
    ...line(C.workRemoved, change.workRemoved),
    ...(change.notice ? [C.noticeChanged] : [])
  ]
}
