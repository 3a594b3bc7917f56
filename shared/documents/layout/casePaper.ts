import type { AcceptancePaper, OneTimeNoticePaper } from '../papers.ts'
import { chineseDate, startOfDay } from './dates.ts'
import { A4, BASE_FACE, CELL, GREY, mm, SIZE, TEXT_WIDTH } from './measures.ts'
import type { Inline, LayoutNode, PagePlace, PaperDefinition } from './nodes.ts'
import { text } from './parts.ts'

/** What the A4 papers of a case share: head and foot of every page, the title, the place for the seal. */

type CasePaper = AcceptancePaper | OneTimeNoticePaper

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
          { ...text(`办件编号 ${paper.caseNo}`, { color: GREY }), width: '*' },
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
    style: { font: BASE_FACE, fontSize: SIZE.body },
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

/** Who is spoken to, then the opening sentence. */
export function opening(paper: CasePaper, sentence: readonly Inline[]): readonly LayoutNode[] {
  return [
    text(`${paper.applicant.name}：`, { fontSize: SIZE.text, bold: true, margin: [0, 0, 0, 1] }),
    text(sentence, { fontSize: SIZE.text, alignment: 'justify', leadingIndent: 2 * SIZE.text, margin: [0, 0, 0, 6] })
  ]
}

/**
 * The Administrative Licensing Act (行政许可法) binds licences; halls follow it for the other matters too, and the
 * paper then says 参照. An item is a licence when its basis names the Act.
 */
export const licensingVerb = (paper: CasePaper): '依照' | '参照' =>
  paper.legalBasis.some((basis) => basis.includes('行政许可法')) ? '依照' : '参照'

/** Both people as the papers name them. */
export function proxyText(paper: CasePaper): string {
  const { proxyName, proxyPhoneMasked } = paper.applicant
  if (proxyName === null) return '无'
  return proxyPhoneMasked ? `${proxyName}　${proxyPhoneMasked}` : proxyName
}

export const idText = (paper: CasePaper): string =>
  [paper.applicant.idKindLabel, paper.applicant.idNumberMasked].filter((part) => part !== '').join('　')

/** Who took the papers in, and where. */
export const clerkText = (paper: CasePaper): string =>
  paper.counter === null ? paper.clerkName : `${paper.clerkName}（${paper.counter}号窗口）`

/** A round official seal is 42 mm (国发〔1999〕25号); it is pressed over name and date, so they need its room. */
const SEAL_HEIGHT = mm(42)
const SEAL_WIDTH = mm(62)
/** Three points a module; 21 modules hold a case number. Quiet zone: four modules (ISO/IEC 18004). */
const QR = { size: 63, quiet: 12 } as const
/** 0.381 mm (15 mil), nine dots of a 600 dpi printer: every scanner reads it. Quiet zone: ten modules (ISO/IEC 15417). */
const BAR = { module: 1.08, quiet: 10.8, height: 34 } as const
/** Spreads the 21 digits below the bars. */
const DIGIT_SPACING = 2.7

/** Case number only, never a person (domain §3): for the visitor's phone, and for the counter's scanner. */
const codes = (caseNo: string): LayoutNode => ({
  columns: [
    { qr: caseNo, fit: QR.size, eccLevel: 'M', width: QR.size + QR.quiet },
    {
      width: '*',
      stack: [
        { barcode: caseNo, moduleWidth: BAR.module, height: BAR.height, margin: [BAR.quiet, 6, 0, 2] },
        text(caseNo, { characterSpacing: DIGIT_SPACING, noWrap: true, margin: [BAR.quiet, 0, 0, 0] })
      ]
    }
  ],
  margin: [0, 5, 0, 4]
})

/** What is signed, codes and ways to ask at the left; the place for the seal at the right. Stays in one piece. */
export function closing(
  paper: CasePaper,
  signatures: readonly LayoutNode[],
  underSeal: readonly LayoutNode[] = []
): LayoutNode {
  const { hall } = paper
  return {
    columns: [
      {
        width: '*',
        stack: [
          ...signatures,
          codes(paper.caseNo),
          text([{ text: `咨询 ${hall.enquiryPhone}　监督 ${hall.supervisionPhone}`, bold: true }]),
          text(`${hall.address}　${hall.hours}`)
        ]
      },
      {
        width: SEAL_WIDTH,
        alignment: 'center',
        fontSize: SIZE.text,
        stack: [
          text('（盖章）', { color: GREY, margin: [0, SEAL_HEIGHT / 2 - 24, 0, 4] }),
          text(hall.authorityName, { bold: true }),
          text(chineseDate(paper.issuedOn), { margin: [0, 2, 0, 0] }),
          ...underSeal
        ]
      }
    ],
    margin: [0, 2, 0, 0]
  }
}
