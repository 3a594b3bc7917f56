import type { PaperDate } from '../papers.ts'
import { chineseDate, chineseWeekday } from './dates.ts'
import { SIZE } from './measures.ts'
import type { Inline, LayoutNode, TableNode, TextStyle } from './nodes.ts'
import { dateIn, formWidths, text } from './parts.ts'

/** Days in large figures, side by side: what a visitor looks for first. */

const titled = (title: string, due: PaperDate): string => (due.provisional ? `${title}【暂定】` : title)

/** One day with its title above and a line below. */
export function day(title: string, date: string, below: string): LayoutNode {
  return {
    stack: [text(title), text(chineseDate(date), { bold: true, fontSize: SIZE.key }), text(below)],
    alignment: 'center',
    margin: [0, 1, 0, 1]
  }
}

/** A day whose weekday is its only line. */
export const plainDay = (title: string, date: string): LayoutNode => day(title, date, chineseWeekday(date))

/** A due day; 暂定 where the holidays of its year are not known yet. */
export const dueDay = (title: string, due: PaperDate, limit: string | null): LayoutNode =>
  day(titled(title, due), due.date, [chineseWeekday(due.date), limit ?? ''].join('　').trim())

/** A limit that neither law nor catalogue sets is not made up. */
export const noStatutoryDay: LayoutNode = {
  stack: [text('法定办结日期'), text('未设定', { bold: true, fontSize: SIZE.key }), text('事项目录没有载明')],
  alignment: 'center',
  margin: [0, 1, 0, 1]
}

/** Two or three days over the whole width; four in this size would not fit. */
export const dayRow = (days: readonly LayoutNode[]): TableNode => ({
  table: { widths: formWidths(days.map(() => null)), body: [days], dontBreakRows: true },
  layout: 'form'
})

/** A due day within a sentence. */
export const dueIn = (due: PaperDate, style: TextStyle = {}): readonly Inline[] => [
  ...dateIn(due.date, style),
  ...(due.provisional ? ['【暂定】'] : [])
]

/** A due day in a cell. */
export const dueText = (due: PaperDate): string => `${chineseDate(due.date)}${due.provisional ? '【暂定】' : ''}`

const PROVISIONAL = '标【暂定】的，所跨年度的放假安排尚未公布；公布后日期有变动的，另行告知。'

/** What 暂定 means, where any of the days is. */
export const provisionalNote = (dues: readonly (PaperDate | null)[]): readonly LayoutNode[] =>
  dues.some((due) => due?.provisional) ? [text(PROVISIONAL, { margin: [0, 3, 0, 0] })] : []
