import { chineseInstant } from '../layout/dates.ts'
import { TEST_CHARACTERS } from '../layout/testPage.ts'
import type { TestPagePaper } from '../papers.ts'
import { lines, paragraph } from './lines.ts'
import type { ReceiptPart } from './receipt.ts'
import type { Roll } from './rolls.ts'

/** As many digits as the line has columns: set for a wider roll than it holds, the printer breaks the line. */
const columnRule = (columns: number): string => Array.from({ length: columns }, (_, i) => (i + 1) % 10).join('')

/**
 * 打印测试页 for a receipt printer: characters of its own memory, characters that are sent as pictures, the sizes, the
 * width of the roll, the code, the cut.
 */
export function testPageLines(paper: TestPagePaper, reprint: number, roll: Roll): readonly ReceiptPart[] {
  const { hall, printerName } = paper
  const marks = [hall.demo ? '演示' : '', reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '')
  return [
    ...lines(['打印测试页'], 2, 'center'),
    ...lines(marks, 1, 'center'),
    { kind: 'rule' },
    ...paragraph(`大厅：${hall.name}`, roll),
    ...(printerName === '' ? [] : paragraph(`打印机：${printerName}`, roll)),
    ...paragraph(`时间：${chineseInstant(paper.issuedAt)}`, roll),
    ...TEST_CHARACTERS.flatMap(([name, sample]) => paragraph(`${name}：${sample}`, roll)),
    ...lines(['A001'], 4, 'center'),
    ...lines([columnRule(roll.columns)], 1, 'left'),
    ...paragraph('上面一行数字应正好占满纸宽，不折行。', roll),
    { kind: 'blank' },
    { kind: 'qr', data: paper.testId },
    { kind: 'blank' },
    ...paragraph('字都清楚、没有方框，二维码能扫，纸在这一行下面切断，就可以使用。', roll)
  ]
}
