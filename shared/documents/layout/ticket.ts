import type { TicketPaper } from '../papers.ts'
import { chineseInstant } from './dates.ts'
import { BASE_FACE, mm, ROLL } from './measures.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { text } from './parts.ts'

const SIDE = (ROLL.page - ROLL.print) / 2

const cut: LayoutNode = {
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: ROLL.print, y2: 0, lineWidth: 0.8, dash: { length: 3, space: 2 } }],
  margin: [0, 5, 0, 5]
}

/** The wait as a range, or that it cannot be told. */
export function waitText(estimate: TicketPaper['estimate']): string {
  if (!estimate) return '以现场叫号为准'
  return estimate.low === estimate.high ? `约 ${estimate.low} 分钟` : `约 ${estimate.low}–${estimate.high} 分钟`
}

const fact = (name: string, value: string): readonly LayoutNode[] => [
  text(name, { fontSize: 11 }),
  text(value, { fontSize: 12, bold: true, alignment: 'right' })
]

const FACT_NAME = 56

const NUMBER_MAX = 56
/** Of a bold capital, in ems, with a little air. */
const GLYPH_WIDTH = 0.68

/** As big as fits on one line. */
const numberSize = (no: string): number => Math.min(NUMBER_MAX, Math.floor(ROLL.print / (no.length * GLYPH_WIDTH)))

/** Points to mind, from what halls print (domain §15.1); in our own words. */
export const TIPS: readonly string[] = [
  '请在大厅等候，留意叫号屏和语音。',
  '叫号三次仍未到窗口的，按过号处理，请到窗口说明。',
  '本号当日有效；临近下班时，当天不一定能够办结。'
]

/** What the ticket says of itself below the hall's name: a demonstration, a reprint with its count. */
export const ticketMarks = ({ hall }: TicketPaper, reprint: number): readonly string[] =>
  [hall.demo ? '演示 · 不作办事凭证' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '')

/** 排队号 on a roll of 80 mm, as long as it needs to be. No name and no number of a person (domain §15.1). */
export function ticketLayout(paper: TicketPaper, reprint: number): PaperDefinition {
  const { hall } = paper
  const at = chineseInstant(paper.issuedAt)
  return {
    pageSize: { width: ROLL.page, height: 'auto' },
    margins: [SIDE, mm(5), SIDE, mm(7)],
    title: `排队号 ${paper.no}`,
    createdAt: paper.issuedAt,
    style: { font: BASE_FACE, fontSize: 10.5 },
    copies: [''],
    header: null,
    footer: null,
    content: [
      text(hall.name, { fontSize: 14, bold: true, alignment: 'center' }),
      ...ticketMarks(paper, reprint).map((mark) =>
        text(mark, { fontSize: 11, alignment: 'center', margin: [0, 2, 0, 0] })
      ),
      cut,
      text('您的排队号', { fontSize: 11, alignment: 'center' }),
      text(paper.no, {
        fontSize: numberSize(paper.no),
        noWrap: true,
        bold: true,
        alignment: 'center',
        lineHeight: 0.92
      }),
      text(paper.groupName, { fontSize: 16, bold: true, alignment: 'center' }),
      cut,
      {
        table: {
          widths: [FACT_NAME, ROLL.print - FACT_NAME],
          body: [
            fact('前方等候', `${paper.ahead} 人`),
            fact('预计等待', waitText(paper.estimate)),
            ...(paper.counters.length > 0 ? [fact('办理窗口', `${paper.counters.join('、')} 号`)] : []),
            fact('取号时间', at)
          ]
        },
        layout: 'bare'
      },
      cut,
      { qr: paper.ticketId, fit: 90, eccLevel: 'M', alignment: 'center', margin: [0, 6, 0, 6] },
      cut,
      ...TIPS.map((tip) => text(tip, { margin: [0, 0, 0, 2] })),
      text(`地址：${hall.address}`, { margin: [0, 4, 0, 0] }),
      text(`时间：${hall.hours}`),
      text(`咨询：${hall.enquiryPhone}`),
      text(`监督：${hall.supervisionPhone}`)
    ]
  }
}
