import type { PowerOfAttorneyPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, clerkText, ONE_COPY, orElse, titleBlock } from './casePaper.ts'
import { closing } from './closing.ts'
import { CELL } from './measures.ts'
import type { LayoutNode, PaperDefinition } from './nodes.ts'
import { dateIn, fieldGrid, heading, points, text, toFill, together } from './parts.ts'
import { section } from './sections.ts'

/** 民法典 165: agent's name, matters, powers and period. */
function mandate(paper: PowerOfAttorneyPaper): LayoutNode {
  const { agent } = paper
  return section('委托内容', [
    fieldGrid([
      [['委托人', [{ text: orElse(paper.applicant.name), bold: true }]]],
      [
        ['受托人', [{ text: orElse(agent.name), bold: true }]],
        ['证件类型', orElse(agent.idKindLabel)]
      ],
      [['证件号码', orElse(agent.idNumberMasked)]],
      [['委托事项', orElse(paper.matters)]],
      [['代理权限', orElse(paper.powers)]],
      [['委托期限', ['自', ...dateIn(paper.from), '起至', ...dateIn(paper.until), '止（含首尾两日）']]]
    ])
  ])
}

/** 民法典 162: acts within the powers bind the principal; 169: no sub-delegation without consent; 173: may be ended. */
const NOTES = [
  '受托人在代理权限内办理的，结果由委托人承担（《中华人民共和国民法典》第一百六十二条）。',
  '委托人随时可以取消委托，请及时告诉窗口（《中华人民共和国民法典》第一百七十三条）。',
  '没有委托人同意，受托人不得再转委托他人（《中华人民共和国民法典》第一百六十九条）。'
] as const

/** The principal's place: this paper is the principal's own, so no seal of the authority is pressed on it. */
const principal = (paper: PowerOfAttorneyPaper): readonly LayoutNode[] => [
  text('委托人签名（单位盖章）', { margin: [0, 7, 0, 34] }),
  { canvas: [{ type: 'line', x1: 20, y1: 0, x2: 156, y2: 0, lineWidth: CELL.line }] },
  text(orElse(paper.applicant.name), { bold: true, margin: [0, 3, 0, 0] }),
  text('　　　　年　　月　　日', { margin: [0, 6, 0, 0] })
]

/** 授权委托书 on A4 (民法典 165): what stands in it is what the counter accepts an agent for. */
export function powerOfAttorneyLayout(paper: PowerOfAttorneyPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '授权委托书'),
    mandate(paper),
    { ...caseFacts(paper), margin: [0, 7, 0, 0] },
    together([
      heading('说明'),
      ...points(NOTES),
      closing(
        paper,
        [toFill('受托人签名：', 150), text(`窗口核对：${clerkText(paper)}`, { margin: [0, 6, 0, 2] })],
        [],
        principal(paper)
      )
    ])
  ])
}
