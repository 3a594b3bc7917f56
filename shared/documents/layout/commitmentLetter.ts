import type { CommitmentPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, orElse, TWO_COPIES, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { dueText, provisionalNote } from './days.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { fieldGrid, heading, points, text, toFill, together } from './parts.ts'
import { section } from './sections.ts'

const SOURCE = '《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）'

/** What the authority tells: the duty, what has to be true, what follows when it is not (国办发〔2020〕42号). */
function told(paper: CommitmentPaper): LayoutNode {
  return section('第一部分　行政机关告知', [
    text(`根据${SOURCE}，下列证明可以由你书面承诺代替。承诺后，本机关不再要求你提交该证明。`, { margin: [0, 0, 0, 4] }),
    fieldGrid([
      [['证明名称', [{ text: orElse(paper.materialName), bold: true }]]],
      [['证明义务', orElse(paper.duty)]],
      [['证明内容', orElse(paper.content)]],
      [['不实责任', orElse(paper.consequence)]],
      [
        ['核查期限', `${dueText(paper.checkBy)}前`],
        ['文本版本', `第${paper.version}版`]
      ]
    ]),
    ...provisionalNote([paper.checkBy]),
    text('你可以不作承诺，改为提交该证明；不承诺不影响办理。', { margin: [0, 4, 0, 0] })
  ])
}

/** The applicant's own will, as the State Council's paper wants it said. */
const PROMISES = [
  '本人（单位）已经看清楚、听明白行政机关告知的全部内容。',
  '本人（单位）符合告知的条件，上面所写“证明内容”与实际情况一致。',
  '本人（单位）愿意接受核查；承诺不实的，愿意承担上面写明的责任。',
  '以上承诺是本人（单位）的真实意思。'
] as const

const promiser = (paper: CommitmentPaper): readonly LayoutNode[] => [
  toFill('承诺人签名（单位盖章）：', 130),
  text(`承诺人：${orElse(paper.applicant.name)}`, { margin: [0, 4, 0, 0] }),
  text('承诺日期：　　　　年　　月　　日', { margin: [0, 6, 0, 2] })
]

/** 告知承诺书 on A4 in two copies: what the authority tells, and what the applicant promises over a signature. */
export function commitmentLetterLayout(paper: CommitmentPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, TWO_COPIES, [
    ...titleBlock(paper, '告知承诺书'),
    caseFacts(paper),
    told(paper),
    together([
      heading('第二部分　申请人承诺'),
      ...points(PROMISES),
      closing(paper, promiser(paper), [clerkLine(paper)])
    ])
  ])
}
