import type { ExcludedProcedurePaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, licensingVerb, ONE_COPY, opening, orElse, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { dayRow, dueDay, dueIn, noStatutoryDay, plainDay, provisionalNote } from './days.ts'
import type { Inline, PaperDefinition } from './nodes.ts'
import { dateIn, fieldGrid, heading, points, together } from './parts.ts'
import { complaint } from './remedies.ts'

/** 许可法 45: the time such a procedure needs is not counted, and is told in writing. */
const sentence = (paper: ExcludedProcedurePaper): readonly Inline[] => [
  `你（单位）提出的“${orElse(paper.itemName)}”申请，依法需要进行${paper.procedureLabel}。${licensingVerb(paper)}` +
    '《中华人民共和国行政许可法》第四十五条的规定，所需时间不计算在办理期限内。',
  ...(paper.moved ? ['预计结束的日期有变动，现重新书面告知：'] : ['现将所需时间书面告知：']),
  '从',
  ...dateIn(paper.from, { bold: true }),
  '起，预计到',
  ...dueIn(paper.expectedEnd, { bold: true }),
  '止。'
]

/** 特别程序告知书 on A4: the time needed, and the earlier and the new due dates side by side. */
export function excludedProcedureNoticeLayout(paper: ExcludedProcedurePaper, reprint: number): PaperDefinition {
  const { expectedEnd, earlierPromisedDue, promisedDue, statutoryDue } = paper
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, paper.moved ? '特别程序告知书（变更）' : '特别程序告知书'),
    ...opening(paper, sentence(paper)),
    dayRow([plainDay('程序开始日期', paper.from), dueDay('预计结束日期', expectedEnd, null)]),
    {
      ...dayRow([
        dueDay('原承诺办结日期', earlierPromisedDue, null),
        dueDay('新的承诺办结日期', promisedDue, null),
        statutoryDue ? dueDay('法定办结日期', statutoryDue, '已扣除本程序') : noStatutoryDay
      ]),
      margin: [0, 6, 0, 0]
    },
    ...provisionalNote([expectedEnd, earlierPromisedDue, promisedDue, statutoryDue]),
    {
      ...fieldGrid([
        [['程序名称', [{ text: orElse(paper.procedureLabel), bold: true }]]],
        [['进行原因', orElse(paper.reason)]],
        [['程序依据', orElse(paper.basis)]]
      ]),
      margin: [0, 7, 0, 0]
    },
    { ...caseFacts(paper), margin: [0, 7, 0, 0] },
    together([
      heading('说明'),
      ...points([
        '本程序结束后，办理期限接着计算。提前结束的，办结日期相应提前。',
        '预计结束日期有变动的，本机关另行书面告知。',
        complaint(paper)
      ]),
      closing(paper, [], [clerkLine(paper)])
    ])
  ])
}
