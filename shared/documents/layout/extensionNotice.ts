import type { ExtensionPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, licensingVerb, ONE_COPY, opening, orElse, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { dayRow, dueDay, noStatutoryDay, provisionalNote } from './days.ts'
import type { Inline, PaperDefinition } from './nodes.ts'
import { fieldGrid, heading, points, together } from './parts.ts'
import { complaint } from './remedies.ts'

/** 许可法 42: approved by the head, at most ten working days, once, with the reason told. */
const sentence = (paper: ExtensionPaper): readonly Inline[] => [
  `你（单位）提出的“${orElse(paper.itemName)}”申请，在原定期限内不能作出决定。${licensingVerb(paper)}` +
    '《中华人民共和国行政许可法》第四十二条的规定，经本机关负责人批准，',
  { text: `办理期限延长${paper.days}个工作日`, bold: true },
  '，现将理由和新的期限告知如下。'
]

/** 延期告知书 on A4: reason, who approved it, and the earlier and the new due dates side by side. */
export function extensionNoticeLayout(paper: ExtensionPaper, reprint: number): PaperDefinition {
  const { earlierPromisedDue, promisedDue, statutoryDue } = paper
  const longer = `延长${paper.days}个工作日`
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '延期告知书'),
    ...opening(paper, sentence(paper)),
    dayRow([
      dueDay('原承诺办结日期', earlierPromisedDue, null),
      dueDay('新的承诺办结日期', promisedDue, longer),
      statutoryDue ? dueDay('法定办结日期', statutoryDue, null) : noStatutoryDay
    ]),
    ...provisionalNote([earlierPromisedDue, promisedDue, statutoryDue]),
    {
      ...fieldGrid([
        [['延期理由', orElse(paper.reason)]],
        [
          ['延长期限', [{ text: `${paper.days}个工作日`, bold: true }]],
          ['批准人', orElse(paper.approvedBy)]
        ]
      ]),
      margin: [0, 7, 0, 0]
    },
    { ...caseFacts(paper), margin: [0, 7, 0, 0] },
    together([
      heading('说明'),
      ...points([
        '同一办件只能延期一次，最多延长十个工作日。',
        '提前办结的，本机关会提前通知你，不用等到最后一天。',
        complaint(paper)
      ]),
      closing(paper, [], [clerkLine(paper)])
    ])
  ])
}
