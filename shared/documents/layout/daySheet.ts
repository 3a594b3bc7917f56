import {
  DAY_FIGURES,
  DAY_LISTS,
  type DayFigures,
  type DayLine,
  type DaySheetPaper,
  figureText
} from '../daySheetPaper.ts'
import { chineseDate, chineseInstant, chineseWeekday } from './dates.ts'
import { A4, BASE_FACE, CELL, GREY, LABEL_FILL, mm, SIZE, TEXT_WIDTH } from './measures.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { formWidths, heading, text } from './parts.ts'

/** Nobody puts a stamp on it: the margin above may be narrower than that of a paper that goes out. */
const TOP = mm(14)

/** Points of the page that lists may fill: what stands above and below them is never higher than the rest. */
const ROOM = mm(149)
const HEAD = 26
const LINE = 20

/** Each list that has anything shows some of it. */
const LEAST = 1

/** Lines of lists that one page holds beside the heads of `lists` of them. */
const linesFor = (lists: number): number => Math.floor((ROOM - lists * HEAD) / LINE)

/** How many lines each list may show: even shares, and what one does not need goes to the others. */
export function linesShown(lengths: readonly number[]): readonly number[] {
  const room = linesFor(lengths.filter((length) => length > 0).length)
  const shown = lengths.map((length) => Math.min(length, LEAST))
  let left = room - shown.reduce((sum, n) => sum + n, 0)
  for (let more = true; left > 0 && more; ) {
    more = false
    for (const [i, length] of lengths.entries()) {
      const have = shown[i] ?? 0
      if (left > 0 && have < length) {
        shown[i] = have + 1
        left -= 1
        more = true
      }
    }
  }
  return shown
}

const COLUMNS = 6

/** Six figures a row, the number large under its name. */
function figures(values: DayFigures): LayoutNode {
  const rows = Array.from({ length: Math.ceil(DAY_FIGURES.length / COLUMNS) }, (_, i) =>
    DAY_FIGURES.slice(i * COLUMNS, (i + 1) * COLUMNS)
  )
  const body = rows.flatMap((row) => [
    row.map(({ label }) => text(label, { fillColor: LABEL_FILL, alignment: 'center' })),
    row.map(({ figure, unit }) =>
      text(figureText(values[figure], unit), { bold: true, fontSize: SIZE.authority, alignment: 'center' })
    )
  ])
  return { table: { widths: formWidths(Array.from({ length: COLUMNS }, () => null)), body }, layout: 'form' }
}

const MEANINGS = `${DAY_FIGURES.map(({ label, meaning }) => `${label}：${meaning}`).join('；')}。`

const NO_WIDTH = 150
const STATE_WIDTH = 124
const WIDTHS = formWidths([NO_WIDTH, null, STATE_WIDTH])
const ABOUT_WIDTH = WIDTHS[1] ?? TEXT_WIDTH

/** In widths of a Chinese character; figures are all as wide in the base face, letters at most as wide as `W`. */
const widthOf = (character: string): number => {
  if (/[0-9]/.test(character)) return 0.57
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.9 : 1
}

/** Cut to one line of its column. */
function oneLine(content: string, width: number): string {
  const room = width / SIZE.body
  const characters = [...content]
  if (characters.reduce((sum, one) => sum + widthOf(one), 0) <= room) return content
  let left = room - 1
  const kept = characters.filter((one) => {
    left -= left < 0 ? 0 : widthOf(one)
    return left >= 0
  })
  return `${kept.join('')}…`
}

const rows = (lines: readonly DayLine[]): LayoutNode => ({
  table: {
    widths: WIDTHS,
    body: lines.map(({ no, about, state }) => [
      text(oneLine(no, NO_WIDTH)),
      text(oneLine(about, ABOUT_WIDTH)),
      text(oneLine(state, STATE_WIDTH))
    ])
  },
  layout: 'form'
})

function list(title: string, lines: readonly DayLine[], shown: number): readonly LayoutNode[] {
  if (lines.length === 0) return []
  const all = lines.length === shown ? `${lines.length} 项` : `共 ${lines.length} 项，这里列出前 ${shown} 项`
  return [heading(`${title}（${all}）`), rows(lines.slice(0, shown))]
}

const SIGN_LABEL = 5 * SIZE.body + 4
const SIGN_HEIGHT = 34

/** Whoever was on duty and whoever answers for the hall, side by side. */
const signatures: LayoutNode = {
  table: {
    widths: formWidths([SIGN_LABEL, null, SIGN_LABEL, null]),
    body: [
      ['值班人员', '大厅负责人'].flatMap((label) => [
        text(label, {
          fillColor: LABEL_FILL,
          alignment: 'center',
          margin: [0, (SIGN_HEIGHT - 1.5 * SIZE.body) / 2, 0, 0]
        }),
        text('')
      ])
    ],
    heights: SIGN_HEIGHT,
    dontBreakRows: true
  },
  layout: 'form',
  margin: [0, 10, 0, 0]
}

/** 日结单 on A4, one page whatever the day was like: figures, what is left over, two signatures. */
export function daySheetLayout(paper: DaySheetPaper, reprint: number): PaperDefinition {
  const { hall, date, issuedAt, issuedBy, closed, extendedSince, lists } = paper
  const marks = [hall.demo ? '演示' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '')
  const day = `${chineseDate(date)}　${chineseWeekday(date)}　${closed ? '大厅已经关闭' : '大厅还没有关闭'}`
  const late = extendedSince === null ? [] : [`延时服务从 ${chineseInstant(extendedSince).slice(-5)} 开始，还没有结束`]
  const shown = linesShown(DAY_LISTS.map((one) => lists[one.list].length))
  const none = DAY_LISTS.filter((one) => lists[one.list].length === 0).map(({ title }) => title)
  const nothingLeft = none.length === DAY_LISTS.length
  return {
    pageSize: 'A4',
    margins: [A4.left, TOP, A4.right, A4.bottom],
    title: `日结单 ${date}`,
    createdAt: issuedAt,
    style: { font: BASE_FACE, fontSize: SIZE.body },
    copies: [''],
    header: null,
    footer: null,
    content: [
      text([hall.name, ...marks].join('　'), { alignment: 'center', margin: [0, 0, 0, 2] }),
      text('日结单', { fontSize: SIZE.title, bold: true, alignment: 'center', margin: [0, 0, 0, 2] }),
      text([day, ...late].join('　'), { alignment: 'center', margin: [0, 0, 0, 8] }),
      figures(paper.figures),
      text(MEANINGS, { fontSize: SIZE.foot, color: GREY, margin: [CELL.padX, 3, CELL.padX, 0] }),
      ...DAY_LISTS.flatMap((one, i) => list(one.title, lists[one.list], shown[i] ?? 0)),
      ...(nothingLeft ? [heading('没有遗留')] : []),
      ...(none.length > 0 ? [text(`没有：${none.join('、')}。`, { margin: [0, 7, 0, 0] })] : []),
      signatures,
      text(`${chineseInstant(issuedAt)}由${issuedBy}生成。只写号码和事项，不写来人的姓名。`, {
        fontSize: SIZE.foot,
        color: GREY,
        margin: [0, 4, 0, 0]
      })
    ]
  }
}
