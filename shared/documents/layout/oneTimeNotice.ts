import type { OneTimeNoticePaper, PaperMaterial } from '../papers.ts'
import { kindRow } from './caseFacts.ts'
import { casePaperSheet, idText, licensingVerb, opening, proxyText, TWO_COPIES, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import type { Inline, LayoutNode, PaperDefinition } from './nodes.ts'
import { centred, countsText, dateIn, fieldGrid, heading, listTable, points, text, together } from './parts.ts'
import { receivedBy } from './signatures.ts'

/** 许可法 32(1)(4): everything that is missing, told at once. */
const sentence = (paper: OneTimeNoticePaper): readonly Inline[] => [
  `你（单位）提出的“${paper.itemName}”申请，本机关于`,
  ...dateIn(paper.receivedOn),
  `收到。经审查，有${paper.gaps.length}项申请材料不齐全或者不符合法定形式。` +
    `${licensingVerb(paper)}《中华人民共和国行政许可法》第三十二条第一款第四项的规定，` +
    '现将需要补正的全部内容一次告知如下。'
]

function facts(paper: OneTimeNoticePaper): LayoutNode {
  return fieldGrid([
    ...kindRow(paper),
    [
      ['办件编号', [{ text: paper.caseNo, bold: true }]],
      ['承办机构', paper.handlingOffice]
    ],
    [
      ['申请人', paper.applicant.name],
      ['联系电话', paper.applicant.phoneMasked ?? '未提供']
    ],
    [
      ['证件', idText(paper)],
      ['代理人', proxyText(paper)]
    ],
    ...(paper.legalBasis.length > 0 ? [[['办理依据', paper.legalBasis.join('；')]] as const] : [])
  ])
}

const NOT_HANDED_IN = '未提交'

function problem(material: PaperMaterial): readonly Inline[] {
  const kind = material.result === 'missing' ? '缺少' : '不符合要求'
  const reason = material.reason && material.reason !== NOT_HANDED_IN ? `：${material.reason}` : ''
  return [{ text: kind, bold: true }, reason]
}

function remedy(material: PaperMaterial): string {
  const what = countsText(material.originals, material.copies) || '本项材料'
  const line = `${material.result === 'missing' ? '应交' : '更正后交'}${what}`
  return material.note ? `${line}\n${material.note}` : line
}

function gaps(paper: OneTimeNoticePaper): readonly LayoutNode[] {
  const rows = paper.gaps.map((material, i) => [
    centred(String(i + 1)),
    text(material.name, { bold: true }),
    text(problem(material)),
    text(remedy(material))
  ])
  const columns = [
    { head: '序号', width: 24 },
    { head: '材料名称', width: 114 },
    { head: '存在问题', width: null },
    { head: '如何补正', width: 148 }
  ]
  return [heading(`一、需要补正的材料（共 ${paper.gaps.length} 项）`), listTable(columns, rows)]
}

function inOrder(paper: OneTimeNoticePaper): readonly LayoutNode[] {
  if (paper.inOrder.length === 0) return [heading('二、已经符合要求的材料：无')]
  // A space that no line ends at keeps the number with its name.
  const names = paper.inOrder.map((material, i) => `${i + 1}.\u00a0${material.name}`).join('；')
  return [
    together([
      heading(`二、已经符合要求、不必再交的材料（共 ${paper.inOrder.length} 项）`),
      text(`${names}。`, { alignment: 'justify' })
    ])
  ]
}

const lapse = (paper: OneTimeNoticePaper): readonly Inline[] =>
  paper.lapseOn === null
    ? ['期限：本事项没有规定补正期限，请尽早补齐，以免耽误办理。']
    : [
        '期限：请于',
        ...dateIn(paper.lapseOn, { bold: true }),
        ...(paper.lapseProvisional === true ? ['【暂定，遇法定休息日顺延】'] : []),
        { text: '（含当日）', bold: true },
        '前补正，期满前会提醒你。期满没有补正又没有说明情况的，视为放弃本次申请，今后可以重新提出。'
      ]

function notes(paper: OneTimeNoticePaper): readonly (readonly Inline[])[] {
  const counter = paper.counter === null ? '原受理窗口' : `${paper.counter}号窗口`
  const statutory = paper.statutoryLimitText ? `，法定${paper.statutoryLimitText}` : ''
  return [
    [`提交：请把第一部分所列材料一次备齐，凭本告知书到${counter}提交，也可以委托他人提交。`],
    lapse(paper),
    [`办理：材料全部补齐之日受理，从次日起计算办结时限，承诺${paper.promisedLimitText}${statutory}。`],
    ['监督：第一部分所列就是需要补正的全部内容；被要求补交其他材料的，可以拨打监督电话反映。']
  ]
}

/** The look it was first issued with. */
const CLERK_GAP = 24

/** 一次性告知书 on A4 in two copies, for the office and for the applicant. */
export function oneTimeNoticeLayout(paper: OneTimeNoticePaper, reprint: number): PaperDefinition {
  const title = paper.round > 1 ? `一次性告知书（第${paper.round}次）` : '一次性告知书'
  return casePaperSheet(paper, reprint, TWO_COPIES, [
    ...titleBlock(paper, title),
    ...opening(paper, sentence(paper)),
    facts(paper),
    ...gaps(paper),
    ...inOrder(paper),
    together([
      heading('三、补正须知'),
      ...points(notes(paper)),
      closing(paper, receivedBy, [clerkLine(paper, CLERK_GAP)])
    ])
  ])
}
