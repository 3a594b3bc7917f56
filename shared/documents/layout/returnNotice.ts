import type { ReturnPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, grantedThing, opening, orElse, TWO_COPIES, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import type { Inline, PaperDefinition } from './nodes.ts'
import { dateIn, fieldGrid, heading, points, together } from './parts.ts'
import { remedyPoints } from './remedies.ts'
import { pointSection, section } from './sections.ts'
import { receivedBy } from './signatures.ts'

const CAUSE: Readonly<Record<ReturnPaper['cause'], string>> = {
  lapsed: '补正期满没有补正',
  withdrawn: '申请人撤回申请',
  deferredLate: '容缺后补的材料逾期没有补交',
  other: '其他原因'
}

/** Other reasons are too long for the sentence; they stand below. */
const because = ({ cause }: ReturnPaper): string => (cause === 'other' ? '因下列原因' : `因${CAUSE[cause]}`)

/** The office ends its work on the application; nothing is said on the matter itself. */
const sentence = (paper: ReturnPaper): readonly Inline[] => [
  `你（单位）于`,
  ...dateIn(paper.receivedOn),
  `提出的“${orElse(paper.itemName)}”申请，${because(paper)}，`,
  { text: '本机关终止办理，现予退件', bold: true },
  '。退件不影响你（单位）今后再次提出申请。'
]

const again = (paper: ReturnPaper): readonly string[] => [
  '重新申请：条件具备、材料齐备后，可以随时重新提出申请，本机关按新的申请办理。',
  // 许可法 32(1)(4) says nothing on silence after a notice: it is an ending of the file, never a refusal (38).
  `退件不是不予${grantedThing(paper)}的决定。`
]

/** 退件通知书 on A4, two copies: the applicant signs for what was handed back. */
export function returnNoticeLayout(paper: ReturnPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, TWO_COPIES, [
    ...titleBlock(paper, '退件通知书'),
    ...opening(paper, sentence(paper)),
    caseFacts(paper),
    section('一、退件原因', [
      fieldGrid([[['原因', [{ text: CAUSE[paper.cause], bold: true }]]], [['具体理由', orElse(paper.reason)]]])
    ]),
    pointSection('二、退还的材料', paper.handedBack),
    pointSection('三、可以重新申请', again(paper)),
    together([
      heading('四、有不同意见怎么办'),
      ...points(remedyPoints(paper, paper.remedies, '本通知')),
      closing(paper, receivedBy, [clerkLine(paper)])
    ])
  ])
}
