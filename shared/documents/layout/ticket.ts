import type { TicketPaper } from '../papers.ts'
import type { RollWidth } from '../receipt/rolls.ts'
import { chineseInstant } from './dates.ts'
import { BASE_FACE, mm } from './measures.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { text } from './parts.ts'
import { type TicketRoll, ticketRoll } from './ticketRoll.ts'

const cutAcross = ({ print }: TicketRoll): LayoutNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: print, y2: 0, lineWidth: 0.8, dash: { length: 3, space: 2 } }],
  margin: [0, 5, 0, 5]
})

/** The wait as a range, or that it cannot be told. */
export function waitText(estimate: TicketPaper['estimate']): string {
  if (!estimate) return '以现场叫号为准'
  return estimate.low === estimate.high ? `约 ${estimate.low} 分钟` : `约 ${estimate.low}–${estimate.high} 分钟`
}

const NUMBER_MAX = 56
/** Of a bold capital, in ems, with a little air. */
const GLYPH_WIDTH = 0.68

/** As big as fits on one line. */
const numberSize = (no: string, { print }: TicketRoll): number =>
  Math.min(NUMBER_MAX, Math.floor(print / (no.length * GLYPH_WIDTH)))

/** Points to mind, from what halls print (domain §15.1); in our own words. */
export const TIPS: readonly string[] = [
  '请在大厅等候，留意叫号屏和语音。',
  '叫号三次仍未到窗口的，按过号处理，请到窗口说明。',
  '本号当日有效；临近下班时，当天不一定能够办结。'
]

/** Below the code of a ticket that has a page for phones. */
export const SCAN = '扫码看排队'

/** What the code of a ticket says: the address of its page for phones, its id where it has none. */
export const ticketCode = ({ phoneUrl, ticketId }: TicketPaper): string => phoneUrl ?? ticketId

/** Side of the code in points: an address has more modules, which must not get smaller for it. */
const qrSize = ({ phoneUrl }: TicketPaper): number => (phoneUrl ? 120 : 90)

/** What the ticket says of itself below the hall's name: a demonstration, a reprint with its count. */
export const ticketMarks = ({ hall }: TicketPaper, reprint: number): readonly string[] =>
  [hall.demo ? '演示 · 不作办事凭证' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '')

/** 排队号 on a roll, as long as it needs to be. No name and no number of a person (domain §15.1). */
export function ticketLayout(paper: TicketPaper, reprint: number, width?: RollWidth): PaperDefinition {
  const { hall } = paper
  const at = chineseInstant(paper.issuedAt)
  const roll = ticketRoll(width)
  const side = (roll.page - roll.print) / 2
  const cut = cutAcross(roll)
  const fact = (name: string, value: string): readonly LayoutNode[] => [
    text(name, { fontSize: roll.fact }),
    text(value, { fontSize: roll.value, bold: true, alignment: 'right' })
  ]
  return {
    pageSize: { width: roll.page, height: 'auto' },
    margins: [side, mm(5), side, mm(7)],
    title: `排队号 ${paper.no}`,
    createdAt: paper.issuedAt,
    style: { font: BASE_FACE, fontSize: 10.5 },
    copies: [''],
    header: null,
    footer: null,
    content: [
      text(hall.name, { fontSize: roll.large, bold: true, alignment: 'center' }),
      ...ticketMarks(paper, reprint).map((mark) =>
        text(mark, { fontSize: 11, alignment: 'center', margin: [0, 2, 0, 0] })
      ),
      cut,
      text('您的排队号', { fontSize: 11, alignment: 'center' }),
      text(paper.no, {
        fontSize: numberSize(paper.no, roll),
        noWrap: true,
        bold: true,
        alignment: 'center',
        lineHeight: 0.92
      }),
      text(paper.groupName, { fontSize: roll.large + 2, bold: true, alignment: 'center' }),
      cut,
      {
        table: {
          widths: [roll.nameWidth, roll.print - roll.nameWidth],
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
      {
        qr: ticketCode(paper),
        fit: qrSize(paper),
        eccLevel: 'M',
        alignment: 'center',
        margin: paper.phoneUrl ? [0, 10, 0, 10] : [0, 6, 0, 6]
      },
      ...(paper.phoneUrl ? [text(SCAN, { fontSize: 11, alignment: 'center', margin: [0, 0, 0, 4] })] : []),
      cut,
      ...TIPS.map((tip) => text(tip, { margin: [0, 0, 0, 2] })),
      text(`地址：${hall.address}`, { margin: [0, 4, 0, 0] }),
      text(`时间：${hall.hours}`),
      text(`咨询：${hall.enquiryPhone}`),
      text(`监督：${hall.supervisionPhone}`)
    ]
  }
}
