import type { NonAcceptancePaper } from '../papers.ts'
import { caseFacts, destinationGrid } from './caseFacts.ts'
import { casePaperSheet, licensingVerb, opening, orElse, TWO_COPIES, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import type { Inline, PaperDefinition } from './nodes.ts'
import { dateIn, heading, points, text, together } from './parts.ts'
import { remedyPoints } from './remedies.ts'
import { section } from './sections.ts'
import { receivedBy } from './signatures.ts'

/** 许可法 32(1)(2): not this authority's matter → decided at once, and told whose it is. */
const sentence = (paper: NonAcceptancePaper): readonly Inline[] => [
  `你（单位）提出的“${orElse(paper.itemName)}”申请，本机关已于`,
  ...dateIn(paper.receivedOn),
  `收到。经审查，该事项依法不属于本机关职权范围。${licensingVerb(paper)}` +
    '《中华人民共和国行政许可法》第三十二条第一款第二项、第二款的规定，',
  { text: '决定不予受理', bold: true },
  '。'
]

/** 不予受理决定书 on A4, two copies: the day it reached the applicant starts the periods of the remedies. */
export function nonAcceptanceDecisionLayout(paper: NonAcceptancePaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, TWO_COPIES, [
    ...titleBlock(paper, '不予受理决定书'),
    ...opening(paper, sentence(paper)),
    caseFacts(paper),
    section('一、不予受理的理由', [text(orElse(paper.reason))]),
    section('二、请向下列机关申请', [destinationGrid(paper.destination)]),
    together([
      heading('三、不服本决定怎么办'),
      ...points(remedyPoints(paper, paper.remedies, '本决定')),
      closing(paper, receivedBy, [clerkLine(paper)])
    ])
  ])
}
