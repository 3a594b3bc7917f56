import type { AcceptancePaper, PaperMaterial } from '../papers.ts'
import { accepted, count, deemedSentence, deferred } from './accepted.ts'
import { kindRow } from './caseFacts.ts'
import {
  casePaperSheet,
  clerkText,
  idText,
  licensingVerb,
  ONE_COPY,
  opening,
  proxyText,
  titleBlock
} from './casePaper.ts'
import { closing } from './closing.ts'
import { dayRow, dueDay, noStatutoryDay, plainDay, provisionalNote } from './days.ts'
import type { Inline, LayoutNode, PaperDefinition, TableNode } from './nodes.ts'
import { centred, dateIn, fieldGrid, heading, listTable, points, text, toFill, together } from './parts.ts'

/** 许可法 32(1)(5) and 32(2): in order → accepted, said in writing with seal and date. */
function sentence(paper: AcceptancePaper): readonly Inline[] {
  if (paper.deemed) return deemedSentence(paper, paper.deemed)
  const late = deferred(paper).length
  const complete = late === 0 ? '申请材料' : '主要申请材料'
  const rest = late === 0 ? '' : `其余${late}种材料准许容缺后补，`
  const supplemented =
    paper.acceptedOn === paper.receivedOn ? [] : ['，并于', ...dateIn(paper.acceptedOn), '收齐全部材料']
  return [
    `你（单位）提出的“${paper.itemName}”申请，本机关已于`,
    ...dateIn(paper.receivedOn),
    '收到',
    ...supplemented,
    `。经审查，${complete}齐全、符合法定形式，${rest}` +
      `${licensingVerb(paper)}《中华人民共和国行政许可法》第三十二条第一款第五项、第二款的规定，决定予以受理。`
  ]
}

/** The day the office promises beside the day the law sets; the visitor's two most wanted facts. */
function dueDates(paper: AcceptancePaper): TableNode {
  const { acceptedOn, promisedDue, promisedLimitText, statutoryDue, statutoryLimitText } = paper
  return dayRow([
    plainDay('受理日期', acceptedOn),
    dueDay('承诺办结日期', promisedDue, promisedLimitText),
    statutoryDue ? dueDay('法定办结日期', statutoryDue, statutoryLimitText) : noStatutoryDay
  ])
}

function facts(paper: AcceptancePaper): LayoutNode {
  const { applicant } = paper
  return fieldGrid([
    [['事项名称', paper.itemName]],
    ...kindRow(paper),
    [
      ['办件编号', [{ text: paper.caseNo, bold: true }]],
      ['承办机构', paper.handlingOffice]
    ],
    [
      ['申请人', applicant.name],
      ['联系电话', applicant.phoneMasked ?? '未提供']
    ],
    [
      ['证件', idText(paper)],
      ['代理人', proxyText(paper)]
    ],
    [
      ['收费', paper.feeText],
      ['经办人', clerkText(paper)]
    ],
    ...(paper.legalBasis.length > 0 ? [[['办理依据', paper.legalBasis.join('；')]] as const] : [])
  ])
}

const noteOf = (material: PaperMaterial): string =>
  [material.result === 'inOrder' ? '' : '待补', material.reason ?? '', material.note ?? '']
    .filter((part) => part !== '')
    .join('；')

function materials(paper: AcceptancePaper): readonly LayoutNode[] {
  if (paper.materials.length === 0) {
    const none = accepted(paper).length === 0 ? '本事项无须提交材料。' : '无。'
    return [heading('收到的申请材料'), text(none)]
  }
  const rows = paper.materials.map((material, i) => [
    centred(String(i + 1)),
    text(material.name),
    centred(count(material.originals)),
    centred(count(material.copies)),
    text(noteOf(material))
  ])
  const columns = [
    { head: '序号', width: 24 },
    { head: '材料名称', width: null },
    { head: '原件', width: 26 },
    { head: '复印件', width: 34 },
    { head: '备注', width: 148 }
  ]
  return [heading(`收到的申请材料（共 ${paper.materials.length} 种）`), listTable(columns, rows)]
}

/** 民法典 201: the first day is not counted; 许可法 45: what stops the clock is told in writing. */
function notes(paper: AcceptancePaper): readonly string[] {
  const excluded =
    paper.excludedProcedures.length === 0
      ? ''
      : `；依法需要${paper.excludedProcedures.join('、')}的，所需时间不计算在内，` +
        `另行书面告知（${licensingVerb(paper)}《中华人民共和国行政许可法》第四十五条）`
  return [
    `期限从受理的次日起算${excluded}。`,
    `办结后，请凭本通知书和有效身份证件到本中心领取：${paper.resultName}。`,
    '凭办件编号可以在窗口或者拨打咨询电话查询进度；逾期没有办结的，可以拨打监督电话反映。'
  ]
}

/** 许可法 31: the applicant answers for the truth of what is handed in. */
const declaration = (): LayoutNode =>
  text([{ text: '申请人声明：', bold: true }, '本人（单位）对所提交申请材料实质内容的真实性负责。'], {
    margin: [0, 3, 0, 0]
  })

/** 受理通知书 on A4. The seal never stands on a page alone: the notes and the declaration go with it. */
export function acceptanceNoticeLayout(paper: AcceptancePaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '受理通知书'),
    ...opening(paper, sentence(paper)),
    dueDates(paper),
    ...provisionalNote([paper.promisedDue, paper.statutoryDue, ...deferred(paper).map((piece) => piece.due)]),
    { ...facts(paper), margin: [0, 7, 0, 0] },
    ...materials(paper),
    ...accepted(paper),
    together([
      { stack: points(notes(paper)), margin: [0, 6, 0, 0] },
      declaration(),
      closing(paper, [toFill('申请人（代理人）签名：', 120)])
    ])
  ])
}
