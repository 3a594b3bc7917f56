import type { NotRequiredPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, licensingVerb, ONE_COPY, opening, orElse, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import type { Inline, PaperDefinition } from './nodes.ts'
import { dateIn, heading, points, text, together } from './parts.ts'
import { remedyPoints } from './remedies.ts'
import { section } from './sections.ts'

/** 许可法 32(1)(1): what needs no licence is not accepted, and the applicant is told at once. */
const sentence = (paper: NotRequiredPaper): readonly Inline[] => [
  `你（单位）于`,
  ...dateIn(paper.receivedOn),
  `提出的“${orElse(paper.itemName)}”申请，经审查，依法不需要取得行政许可或者办理手续。${licensingVerb(paper)}` +
    '《中华人民共和国行政许可法》第三十二条第一款第一项的规定，',
  { text: '本机关不受理该申请', bold: true },
  '，现即时告知。你（单位）不必再为此事提交材料。'
]

/** 不受理告知书 on A4. */
export function notRequiredNoticeLayout(paper: NotRequiredPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '不受理告知书'),
    ...opening(paper, sentence(paper)),
    caseFacts(paper),
    section('一、不需要办理的理由', [text(orElse(paper.reason))]),
    together([
      heading('二、有不同意见怎么办'),
      ...points(remedyPoints(paper, paper.remedies, '本告知')),
      closing(paper, [], [clerkLine(paper)])
    ])
  ])
}
