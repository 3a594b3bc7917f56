import { chineseInstant } from '../layout/dates.ts'
import { SCAN, TIPS, ticketCode, ticketMarks, waitText } from '../layout/ticket.ts'
import type { TicketPaper } from '../papers.ts'
import { widthOf } from './columns.ts'
import { clean, lines, paragraph } from './lines.ts'
import type { ReceiptPart } from './receipt.ts'
import type { Roll } from './rolls.ts'
import { wrap, wrapEvenly } from './wrap.ts'

const RULE: ReceiptPart = { kind: 'rule' }
const BLANK: ReceiptPart = { kind: 'blank' }

/** Twice the size on at most two lines, or else as small as the rest. */
function hallName(name: string, { columns }: Roll): readonly ReceiptPart[] {
  const large = wrapEvenly(clean(name), columns / 2)
  return large.length <= 2 ? lines(large, 2, 'center') : lines(wrapEvenly(clean(name), columns), 1, 'center')
}

/** Four times the size; smaller only where it would not be on one line. */
function number(no: string, { columns }: Roll): readonly ReceiptPart[] {
  const text = clean(no)
  const size = ([4, 3, 2] as const).find((times) => widthOf(text) * times <= columns) ?? 1
  return lines(wrap(text, Math.floor(columns / size)), size, 'center')
}

/** The name at the left, the value at the right end of the line, or of the lines below where both are too long. */
function fact(name: string, value: string, { columns }: Roll): readonly ReceiptPart[] {
  const text = clean(value)
  const gap = columns - widthOf(name) - widthOf(text)
  if (gap > 0) return lines([`${name}${' '.repeat(gap)}${text}`], 1, 'left')
  const below = wrap(text, columns).map((line) => `${' '.repeat(columns - widthOf(line))}${line}`)
  return lines([name, ...below], 1, 'left')
}

/** 排队号 for a receipt printer: what the ticket of `layout/ticket.ts` says, in lines (domain §15.1). */
export function ticketLines(paper: TicketPaper, reprint: number, roll: Roll): readonly ReceiptPart[] {
  const { hall, counters } = paper
  return [
    ...hallName(hall.name, roll),
    ...lines(ticketMarks(paper, reprint), 1, 'center'),
    RULE,
    ...lines(['您的排队号'], 1, 'center'),
    ...number(paper.no, roll),
    ...lines(wrapEvenly(clean(paper.groupName), roll.columns / 2), 2, 'center'),
    RULE,
    ...fact('前方等候', `${paper.ahead} 人`, roll),
    ...fact('预计等待', waitText(paper.estimate), roll),
    ...(counters.length > 0 ? fact('办理窗口', `${counters.join('、')} 号`, roll) : []),
    ...fact('取号时间', chineseInstant(paper.issuedAt), roll),
    RULE,
    BLANK,
    { kind: 'qr', data: ticketCode(paper) },
    ...(paper.phoneUrl ? lines([SCAN], 1, 'center') : []),
    BLANK,
    RULE,
    ...TIPS.flatMap((tip) => paragraph(tip, roll)),
    BLANK,
    ...paragraph(`地址：${hall.address}`, roll),
    ...paragraph(`时间：${hall.hours}`, roll),
    ...paragraph(`咨询：${hall.enquiryPhone}`, roll),
    ...paragraph(`监督：${hall.supervisionPhone}`, roll)
  ]
}
