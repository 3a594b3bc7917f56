import type { CasePaper } from '../papers.ts'
import { startOfDay } from './dates.ts'
import { A4, BASE_FACE, CELL, GREY, mm, SERIF_FACE, SIZE, TEXT_WIDTH } from './measures.ts'
import type { Inline, LayoutNode, PagePlace, PaperDefinition } from './nodes.ts'
import { text } from './parts.ts'

/** What the A4 papers of a case share: head and foot of every page, the title, how the people are named. */

/** One copy, which needs no mark. */
export const ONE_COPY: readonly string[] = ['']

/** Where somebody signs there are two (domain §3): the office keeps one, the applicant takes one. */
export const TWO_COPIES: readonly string[] = ['第一联　窗口存根', '第二联　交申请人']

/** An enquiry has a number of its own, which begins with these letters. */
const ENQUIRY_NUMBER = /^ZX/

/** What the number of the paper counts. */
export const numberLabel = (paper: CasePaper): '办件编号' | '咨询编号' =>
  ENQUIRY_NUMBER.test(paper.caseNo) ? '咨询编号' : '办件编号'

/** A field is never printed blank: the reader could not tell whether it was forgotten. */
export const orElse = (value: string | null, otherwise = '未提供'): string =>
  value === null || value.trim() === '' ? otherwise : value

const rule = (y: number): LayoutNode => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: TEXT_WIDTH, y2: y, lineWidth: CELL.line }]
})

const DEMO = '演示文书 · 不具有法律效力'

/** The number at the right (GB/T 9704 puts it under the red head; a form has none), what kind of sheet it is below. */
function header(paper: CasePaper, reprint: number) {
  return ({ copy }: PagePlace): LayoutNode => {
    const marks = [copy, reprint > 0 ? `补打 第${reprint}次` : ''].filter((mark) => mark !== '').join('　　')
    return {
      stack: [
        {
          columns: [
            { ...text(paper.hall.name, { color: GREY }), width: '*' },
            { ...text(paper.docNo, { alignment: 'right' }), width: 'auto' }
          ]
        },
        {
          columns: [
            { ...text(paper.hall.demo ? DEMO : ' ', { bold: true }), width: '*' },
            { ...text(marks === '' ? ' ' : marks, { bold: true, alignment: 'right' }), width: 'auto' }
          ]
        },
        rule(2)
      ],
      fontSize: SIZE.body,
      margin: [A4.left, mm(8.5), A4.right, 0]
    }
  }
}

function footer(paper: CasePaper) {
  return ({ page, pages }: PagePlace): LayoutNode => ({
    stack: [
      rule(0),
      {
        columns: [
          { ...text(`${numberLabel(paper)} ${paper.caseNo}`, { color: GREY }), width: '*' },
          { ...text(`第 ${page} 页　共 ${pages} 页`, { alignment: 'center' }), width: 'auto' },
          {
            ...text(paper.hall.demo ? DEMO : paper.hall.authorityName, { alignment: 'right', color: GREY }),
            width: '*'
          }
        ],
        margin: [0, 3, 0, 0]
      }
    ],
    fontSize: SIZE.foot,
    margin: [A4.left, mm(3), A4.right, 0]
  })
}

/** The sheet of an A4 paper of a case around its content. */
export function casePaperSheet(
  paper: CasePaper,
  reprint: number,
  copies: readonly string[],
  content: readonly LayoutNode[]
): PaperDefinition {
  return {
    pageSize: 'A4',
    margins: [A4.left, A4.top, A4.right, A4.bottom],
    title: paper.docNo,
    createdAt: startOfDay(paper.issuedOn),
    style: { font: paper.typeface === 'serif' ? SERIF_FACE : BASE_FACE, fontSize: SIZE.body },
    content,
    copies,
    header: header(paper, reprint),
    footer: footer(paper)
  }
}

/** Who speaks and what this is. */
export function titleBlock(paper: CasePaper, title: string): readonly LayoutNode[] {
  return [
    text(paper.hall.authorityName, { alignment: 'center', fontSize: SIZE.authority, bold: true }),
    text(title, {
      alignment: 'center',
      fontSize: SIZE.title,
      bold: true,
      noWrap: true,
      characterSpacing: 5,
      margin: [0, 0, 0, 4]
    })
  ]
}

/** A paragraph of the letter's own voice, its first line two characters in. */
export const prose = (content: readonly Inline[]): LayoutNode =>
  text(content, { fontSize: SIZE.text, alignment: 'justify', leadingIndent: 2 * SIZE.text, margin: [0, 0, 0, 6] })

/** Who is spoken to, then the opening sentence; whoever only asked need not give a name. */
export function opening(paper: CasePaper, sentence: readonly Inline[]): readonly LayoutNode[] {
  const name = orElse(paper.applicant.name, numberLabel(paper) === '咨询编号' ? '咨询人' : '申请人')
  return [text(`${name}：`, { fontSize: SIZE.text, bold: true, margin: [0, 0, 0, 1] }), prose(sentence)]
}

/**
 * The Administrative Licensing Act (行政许可法) binds licences; halls follow it for the other matters too, and the
 * paper then says 参照. An item is a licence when its basis names the Act.
 */
export const licensingVerb = (paper: CasePaper): '依照' | '参照' =>
  paper.legalBasis.some((basis) => basis.includes('行政许可法')) ? '依照' : '参照'

/** Of licences the paper says so; other matters are handled (办理). */
export const grantedThing = (paper: CasePaper): '行政许可' | '办理' =>
  licensingVerb(paper) === '依照' ? '行政许可' : '办理'

/** Both people as the papers name them. */
export function proxyText(paper: CasePaper): string {
  const { proxyName, proxyPhoneMasked } = paper.applicant
  if (proxyName === null) return '无'
  return proxyPhoneMasked ? `${proxyName}　${proxyPhoneMasked}` : proxyName
}

export const idText = (paper: CasePaper): string =>
  orElse([paper.applicant.idKindLabel, paper.applicant.idNumberMasked].filter((part) => part !== '').join('　'))

/** Who took the papers in, and where. */
export const clerkText = (paper: CasePaper): string =>
  paper.counter === null ? paper.clerkName : `${paper.clerkName}（${paper.counter}号窗口）`
