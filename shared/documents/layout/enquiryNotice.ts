import type { EnquiryNoticePaper } from '../papers.ts'
import { caseFacts, destinationGrid } from './caseFacts.ts'
import { casePaperSheet, licensingVerb, ONE_COPY, opening, orElse, titleBlock } from './casePaper.ts'
import { BELOW_SEAL, clerkLine, closing } from './closing.ts'
import { enquiryMaterials } from './enquiryMaterials.ts'
import { SIZE } from './measures.ts'
import type { Inline, LayoutNode, PaperDefinition } from './nodes.ts'
import { centred, dateIn, fieldGrid, heading, points, text, together } from './parts.ts'
import { complaint } from './remedies.ts'
import { numbering, pointSection, section, titledList } from './sections.ts'

/** A matter of no catalogue; an item may lack its code, but it always leads to a result. */
const withoutItem = (paper: EnquiryNoticePaper): boolean =>
  paper.itemCode === '' && paper.resultName === '' && paper.materials.length === 0

/** 许可法 30: who asks is told all that is posted on the premises, and it is explained. */
const sentence = (paper: EnquiryNoticePaper): readonly Inline[] => [
  '你（单位）于',
  ...dateIn(paper.receivedOn),
  `咨询的“${orElse(paper.topic, orElse(paper.itemName))}”，`,
  withoutItem(paper)
    ? '现答复如下。'
    : `${licensingVerb(paper)}《中华人民共和国行政许可法》第三十条的规定，现将办理所需的全部内容一次告知如下。`
]

function situations(title: string, paper: EnquiryNoticePaper): LayoutNode {
  if (paper.situations.length === 0) return pointSection(title, [])
  return titledList(
    title,
    [
      { head: '问题', width: null },
      { head: '你的回答', width: 148 }
    ],
    paper.situations.map(({ question, answer }) => [text(orElse(question)), centred(orElse(answer))])
  )
}

const limits = (paper: EnquiryNoticePaper): LayoutNode =>
  fieldGrid([
    [
      ['承诺时限', [{ text: orElse(paper.promisedLimitText), bold: true }]],
      ['法定时限', orElse(paper.statutoryLimitText, '未设定')]
    ],
    [['收费', orElse(paper.feeText)]],
    [['办理结果', orElse(paper.resultName)]],
    [['本人到场', orElse(paper.presence)]],
    [['联办部门', orElse(paper.jointOffices.map((office, i) => `${i + 1}. ${office}`).join(' → '), '无')]]
  ])

const here = ({ hall }: EnquiryNoticePaper): LayoutNode =>
  fieldGrid([
    [['办理地点', `${hall.name}　${hall.address}`]],
    [['办理时间', hall.hours]],
    [
      ['咨询电话', hall.enquiryPhone],
      ['监督电话', hall.supervisionPhone]
    ]
  ])

/** What the item itself says; an enquiry without one has none of it. */
function ofItem(paper: EnquiryNoticePaper, numbered: (title: string) => string): readonly LayoutNode[] {
  if (withoutItem(paper)) return []
  return [
    situations(numbered('你的情形'), paper),
    pointSection(numbered('办理条件'), paper.conditions),
    ...enquiryMaterials(numbered('需要的材料'), paper),
    pointSection(numbered('办理流程'), paper.steps),
    section(numbered('时限、收费和结果'), [limits(paper)])
  ]
}

function answer(paper: EnquiryNoticePaper, numbered: (title: string) => string): readonly LayoutNode[] {
  if (!withoutItem(paper) && paper.answer === '') return []
  return [section(numbered('答复'), [text(orElse(paper.answer))])]
}

function place(paper: EnquiryNoticePaper, numbered: (title: string) => string): LayoutNode {
  if (!paper.destination) return section(numbered('到哪里办'), [here(paper)])
  return section(numbered('此事由下列单位办理'), [destinationGrid(paper.destination)])
}

/** First who was asked answers for the enquiry (首问负责, domain §8). */
const responder = (paper: EnquiryNoticePaper): readonly LayoutNode[] => [
  text(`首问责任人：${orElse(paper.firstResponder)}`, { fontSize: SIZE.body, margin: [0, BELOW_SEAL, 0, 0] }),
  clerkLine(paper, 2)
]

/** What is told of an item can be held against the office; other answers send on or stand for themselves. */
function notes(paper: EnquiryNoticePaper): readonly string[] {
  if (withoutItem(paper)) {
    const next = paper.destination ? '请带着这张告知书直接前往，去以前可以先打电话问清楚。' : ''
    return [...(next === '' ? [] : [next]), '再来或者来电时报咨询编号，已经说过的情况不用重复。', complaint(paper)]
  }
  return [
    '以上是按你说明的情形列出的；情形有变化的，所需材料可能不同，请再问一次。',
    '来办理时报咨询编号，已经说过的情况不用重复。',
    '办理时被要求提交上面没有列出的材料的，可以拨打监督电话反映。'
  ]
}

/** 一次性告知书（咨询） on A4: everything the matter needs in the situation of who asks, or whose matter it is. */
export function enquiryNoticeLayout(paper: EnquiryNoticePaper, reprint: number): PaperDefinition {
  const numbered = numbering()
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '一次性告知书（咨询）'),
    ...opening(paper, sentence(paper)),
    caseFacts(paper),
    ...ofItem(paper, numbered),
    ...answer(paper, numbered),
    place(paper, numbered),
    together([heading(numbered('说明')), ...points(notes(paper)), closing(paper, [], responder(paper))])
  ])
}
