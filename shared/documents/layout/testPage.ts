import type { TestPagePaper } from '../papers.ts'
import type { RollWidth } from '../receipt/rolls.ts'
import { chineseInstant } from './dates.ts'
import { A4, BASE_FACE, mm } from './measures.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { text } from './parts.ts'
import { ticketRoll } from './ticketRoll.ts'

const USED_FOR: Readonly<Record<TestPagePaper['use'], string>> = {
  ticket: '排队号单',
  paper: 'A4 文书',
  card: '联系卡'
}

/**
 * What papers may hold: common characters, names whose characters few fonts have (extensions A, B and E; of the general
 * table and beyond), letters with tone marks, digits, brackets of document numbers.
 */
export const TEST_CHARACTERS: readonly (readonly [name: string, sample: string])[] = [
  ['常用字', '受理通知书 一次性告知 为民服务联系卡'],
  ['生僻字', '䶮 㛃 𬭎 𠮷 㐂'],
  ['姓名', '欧阳𬭎玥 · 迪丽努尔·艾合买提'],
  ['声调', 'lǚ nǚ āáǎà ōóǒò ēéěè'],
  ['数字', '0123456789 〔2026〕 ￥ ① ㎡ ≤ ×']
]

/** Millimetres; a printer that shrinks pages to fit makes bar codes too narrow to be read. A narrow roll has 48. */
const RULER_MM = { wide: 50, narrow: 40 } as const
const TICK = { long: 8, short: 4 } as const

/** A line with a tick every 5 mm, to be held against a real ruler. */
const ruler = (length: number): LayoutNode => ({
  canvas: [
    { type: 'line', x1: 0, y1: 0, x2: mm(length), y2: 0, lineWidth: 0.8 },
    ...Array.from({ length: length / 5 + 1 }, (_, i) => {
      const tick = i % 2 === 0 ? TICK.long : TICK.short
      return { type: 'line' as const, x1: mm(i * 5), y1: 0, x2: mm(i * 5), y2: tick, lineWidth: 0.8 }
    })
  ],
  margin: [0, 6, 0, 2]
})

/** 打印测试页: what to compare stands beside what is printed. No person is on it. */
export function testPageLayout(paper: TestPagePaper, reprint: number, width?: RollWidth): PaperDefinition {
  const { hall, use, printerName, issuedAt, testId } = paper
  const roll = use === 'ticket'
  const { page, print } = ticketRoll(width)
  const side = (page - print) / 2
  const length = roll && width === 58 ? RULER_MM.narrow : RULER_MM.wide
  const at = chineseInstant(issuedAt)
  const marks = [hall.demo ? '演示' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '')
  const line = (name: string, value: string): LayoutNode => text(`${name}：${value}`, { margin: [0, 0, 0, 3] })
  return {
    pageSize: roll ? { width: page, height: 'auto' } : 'A4',
    margins: roll ? [side, mm(5), side, mm(7)] : [A4.left, A4.top, A4.right, A4.bottom],
    title: '打印测试页',
    createdAt: issuedAt,
    style: { font: BASE_FACE, fontSize: roll ? 10.5 : 12 },
    copies: [''],
    header: null,
    footer: null,
    content: [
      text('打印测试页', { fontSize: roll ? 16 : 22, bold: true, alignment: 'center', margin: [0, 0, 0, 4] }),
      ...marks.map((mark) => text(mark, { alignment: 'center', margin: [0, 0, 0, 4] })),
      line('大厅', hall.name),
      line('用途', USED_FOR[use]),
      ...(printerName === '' ? [] : [line('打印机', printerName)]),
      line('时间', at),
      ...TEST_CHARACTERS.map(([name, sample]) => line(name, sample)),
      ruler(length),
      text(`上面的线应为 ${length} 毫米长`, { margin: [0, 0, 0, 8] }),
      { qr: testId, fit: 90, eccLevel: 'M', alignment: roll ? 'center' : 'left', margin: [0, 0, 0, 6] },
      text('字都清楚、没有方框，线长无误，二维码能扫，就可以使用。')
    ]
  }
}
