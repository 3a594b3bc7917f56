import type { DeferredMaterialsPaper } from '../papers.ts'
import { deferredList } from './accepted.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, opening, orElse, TWO_COPIES, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { dueIn, provisionalNote } from './days.ts'
import type { Inline, LayoutNode, PaperDefinition } from './nodes.ts'
import { dateIn, heading, points, text, together } from './parts.ts'
import { receivedBy } from './signatures.ts'

const sentence = (paper: DeferredMaterialsPaper): readonly Inline[] => [
  `你（单位）于`,
  ...dateIn(paper.receivedOn),
  `提出的“${orElse(paper.itemName)}”申请，基本条件具备、主要材料齐全。按照你的申请和承诺，本机关`,
  { text: '先予受理', bold: true },
  `，其余${paper.pieces.length}种材料可以后补，现将后补的全部内容一次告知如下。`
]

const notes = (paper: DeferredMaterialsPaper): readonly (string | readonly Inline[])[] => [
  '补交：请在上表写明的日期（含当日）前交到受理窗口，也可以委托他人提交。',
  ['办结日期：承诺办结日期不变，仍为', ...dueIn(paper.promisedDue, { bold: true }), '。'],
  ['发放结果：', { text: '材料全部补齐后，才发放办理结果。', bold: true }],
  '逾期后果：逾期没有补齐的，终止办理并退回申请材料；今后可以重新提出申请。',
  '监督：上表就是需要后补的全部材料；被要求补交其他材料的，可以拨打监督电话反映。'
]

const promise: LayoutNode = text(
  [{ text: '申请人承诺：', bold: true }, '本人（单位）知晓以上内容，自愿申请容缺受理，保证按期补齐。'],
  { margin: [0, 4, 0, 0] }
)

/** 容缺受理通知书 on A4 in two copies: which pieces may follow, in which form, by when, and what if they do not. */
export function deferredMaterialsNoticeLayout(paper: DeferredMaterialsPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, TWO_COPIES, [
    ...titleBlock(paper, '容缺受理通知书'),
    ...opening(paper, sentence(paper)),
    caseFacts(paper),
    deferredList(`一、后补的材料（共 ${paper.pieces.length} 种）`, paper.pieces),
    ...provisionalNote([paper.promisedDue, ...paper.pieces.map((piece) => piece.due)]),
    together([
      heading('二、后补须知'),
      ...points(notes(paper)),
      promise,
      closing(paper, receivedBy, [clerkLine(paper)])
    ])
  ])
}
