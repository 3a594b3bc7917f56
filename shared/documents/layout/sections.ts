import { CELL, SIZE } from './measures.ts'
import type { Inline, LayoutNode, TableNode } from './nodes.ts'
import { type Column, heading, listTable, points, text, together } from './parts.ts'

/** Parts of a paper under a heading that is never left alone at the foot of a page. */

/** Of the four lines of the title's cell only the one below it is drawn: the table's own. */
const LINE_BELOW = [false, false, false, true] as const

/** A list with its heading, both repeated on every page that the list runs over. */
export function titledList(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly LayoutNode[])[]
): TableNode {
  const list = listTable(columns, rows)
  const titleRow = columns.map((_, i) =>
    i === 0
      ? text(title, {
          bold: true,
          fontSize: SIZE.text,
          colSpan: columns.length,
          border: LINE_BELOW,
          // Headings of text start at the margin; a cell would set this one in.
          margin: [-CELL.padX, 0, 0, 1]
        })
      : text('')
  )
  return {
    ...list,
    layout: 'titled',
    table: { ...list.table, body: [titleRow, ...list.table.body], headerRows: 2 },
    margin: [0, 5, 0, 0]
  }
}

/** A heading with what stands below it, on one page where a page can hold it. */
export const section = (title: string, content: readonly LayoutNode[]): LayoutNode =>
  together([heading(title), ...content])

/** A heading with numbered points, kept with the first of them; 无 where there are none. */
export function pointSection(title: string, contents: readonly (string | readonly Inline[])[]): LayoutNode {
  const [first, ...rest] = points(contents)
  if (!first) return heading(`${title}：无`)
  return rest.length < KEPT_TOGETHER ? section(title, [first, ...rest]) : { stack: [section(title, [first]), ...rest] }
}

/** A short list is not torn apart; a long one would leave half a page empty. */
const KEPT_TOGETHER = 12

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** 一、二、三 in the order of calling: parts that are left out leave no gap. */
export function numbering(): (title: string) => string {
  let count = 0
  return (title) => {
    const numeral = NUMERALS[count] ?? String(count + 1)
    count += 1
    return `${numeral}、${title}`
  }
}
