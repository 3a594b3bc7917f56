import type { DecisionPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import {
  casePaperSheet,
  grantedThing,
  licensingVerb,
  ONE_COPY,
  opening,
  orElse,
  TWO_COPIES,
  titleBlock
} from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { chineseDate } from './dates.ts'
import { dayRow, dueDay, dueIn, plainDay, provisionalNote } from './days.ts'
import type { Inline, LayoutNode, PaperDefinition } from './nodes.ts'
import { dateIn, type FieldRow, fieldGrid, heading, points, text, together } from './parts.ts'
import { complaint, remedyPoints } from './remedies.ts'
import { section } from './sections.ts'
import { receivedBy } from './signatures.ts'

const ACT = '《中华人民共和国行政许可法》'

/** 许可法 38: granted where the conditions are met (1), refused otherwise (2); 34(2): written even when on the spot. */
function sentence(paper: DecisionPaper): readonly Inline[] {
  const approved = paper.result === 'approved'
  return [
    `你（单位）提出的“${orElse(paper.itemName)}”申请，本机关于`,
    ...dateIn(paper.acceptedOn),
    `受理。经审查，该申请${approved ? '符合' : '不符合'}法定条件、标准。${licensingVerb(paper)}${ACT}` +
      `第三十八条第${approved ? '一' : '二'}款的规定，`,
    { text: `决定${approved ? '准予' : '不予'}${grantedThing(paper)}`, bold: true },
    '。',
    ...(paper.onTheSpot
      ? [`本决定${licensingVerb(paper)}${ACT}第三十四条第二款的规定`, { text: '当场作出', bold: true }, '。']
      : [])
  ]
}

function days(paper: DecisionPaper): LayoutNode {
  const { acceptedOn, decidedOn, deliverBy } = paper
  return dayRow([
    plainDay('受理日期', acceptedOn),
    plainDay(paper.onTheSpot ? '决定日期（当场）' : '决定日期', decidedOn),
    ...(deliverBy ? [dueDay('最迟颁发、送达日期', deliverBy, null)] : [])
  ])
}

function certificate(paper: DecisionPaper): readonly FieldRow[] {
  if (paper.certificate === null) return [[['证件编号', '无']]]
  const { no, validUntil } = paper.certificate
  return [
    [
      ['证件编号', [{ text: orElse(no, '无'), bold: true }]],
      ['有效期至', validUntil === null ? '没有载明' : chineseDate(validUntil)]
    ]
  ]
}

/** 许可法 44: issued and delivered within ten working days of the decision. */
function approval(paper: DecisionPaper): readonly LayoutNode[] {
  const due: readonly (readonly Inline[])[] = paper.deliverBy
    ? [
        [
          '最迟在',
          ...dueIn(paper.deliverBy, { bold: true }),
          `颁发、送达办理结果（${licensingVerb(paper)}${ACT}第四十四条）。`
        ]
      ]
    : []
  return [
    {
      ...fieldGrid([
        [['办理结果', orElse(paper.resultName)]],
        ...certificate(paper),
        [['附加条件', orElse(paper.reasons, '无')]]
      ]),
      margin: [0, 7, 0, 0]
    },
    together([
      heading('说明'),
      ...points([
        ...due,
        '请凭本决定书和有效身份证件领取；委托他人领取的，还要带授权委托书。',
        ...(paper.remedies ? remedyPoints(paper, paper.remedies, '本决定') : [complaint(paper)])
      ]),
      closing(paper, [], [clerkLine(paper)])
    ])
  ]
}

/** Said where no authority was named; the right stands in the law all the same (许可法 38(2)). */
const RIGHTS = '如不服本决定，可以依法申请行政复议或者提起行政诉讼。'

const refusal = (paper: DecisionPaper): readonly LayoutNode[] => [
  section(`一、不予${grantedThing(paper)}的理由`, [text(orElse(paper.reasons))]),
  together([
    heading('二、不服本决定怎么办'),
    ...points(paper.remedies ? remedyPoints(paper, paper.remedies, '本决定') : [RIGHTS, complaint(paper)]),
    closing(paper, receivedBy, [clerkLine(paper)])
  ])
]

/** 准予／不予决定书 on A4; a refusal in two copies, because the day it was received starts the remedies' periods. */
export function decisionLayout(paper: DecisionPaper, reprint: number): PaperDefinition {
  const approved = paper.result === 'approved'
  const title = `${approved ? '准予' : '不予'}${grantedThing(paper)}决定书`
  return casePaperSheet(paper, reprint, approved ? ONE_COPY : TWO_COPIES, [
    ...titleBlock(paper, title),
    ...opening(paper, sentence(paper)),
    days(paper),
    ...provisionalNote([paper.deliverBy]),
    { ...caseFacts(paper), margin: [0, 7, 0, 0] },
    ...(approved ? approval(paper) : refusal(paper))
  ])
}
