import type { ReceiptPaper } from '../papers.ts'
import { count } from './accepted.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, clerkText, ONE_COPY, opening, orElse, titleBlock } from './casePaper.ts'
import { closing } from './closing.ts'
import { chineseInstant } from './dates.ts'
import { dayRow, dueDay, dueIn, plainDay, provisionalNote } from './days.ts'
import type { Inline, LayoutNode, PaperDefinition } from './nodes.ts'
import { centred, dateIn, heading, points, text, toFill, together } from './parts.ts'
import { titledList } from './sections.ts'

const sentence = (paper: ReceiptPaper): readonly Inline[] => [
  `你（单位）提出的“${orElse(paper.itemName)}”申请和下列材料，本机关已于`,
  ...dateIn(paper.receivedOn, { bold: true }),
  '收到。本凭证是收到日期的证明，请妥善保管。'
]

const dates = (paper: ReceiptPaper): LayoutNode =>
  dayRow([
    plainDay('收到日期', paper.receivedOn),
    ...(paper.notifyBy ? [dueDay('最迟告知日期', paper.notifyBy, null)] : [])
  ])

/** What was only shown went back at once; a copy of it stays. */
function whereabouts({ kept, copies }: ReceiptPaper['materials'][number]): string {
  if (kept) return '留存本机关'
  return copies > 0 ? '原件已退还，复印件留存' : '原件核对后已退还'
}

function materials(paper: ReceiptPaper): LayoutNode {
  if (paper.materials.length === 0) return heading('收到的材料：无')
  return titledList(
    `收到的材料（共 ${paper.materials.length} 种）`,
    [
      { head: '序号', width: 24 },
      { head: '材料名称', width: null },
      { head: '原件', width: 26 },
      { head: '复印件', width: 34 },
      { head: '去向', width: 126 }
    ],
    paper.materials.map((material, i) => [
      centred(String(i + 1)),
      text(orElse(material.name)),
      centred(count(material.originals)),
      centred(count(material.copies)),
      centred(whereabouts(material))
    ])
  )
}

/** What silence means, by the rule of this matter: accepted from the day the materials came in (许可法 32(4)), or nothing. */
const silence = (paper: ReceiptPaper): string =>
  paper.silence === null ? '' : `逾期没有告知的，自收到申请材料之日起视为受理（${paper.silence.source}）。`

function notes(paper: ReceiptPaper): readonly (string | readonly Inline[])[] {
  const told: readonly (string | readonly Inline[])[] =
    paper.notifyBy === null
      ? ['本机关会尽快告诉你是否受理；需要补正的，一次说清全部内容。']
      : [
          [
            '最迟在',
            ...dueIn(paper.notifyBy, { bold: true }),
            `（含当日），本机关会告诉你是否受理；需要补正的，一次说清全部内容。${silence(paper)}`
          ]
        ]
  return ['本凭证只说明收到了哪些材料，不等于已经受理。', ...told, '凭办件编号可以在窗口或者拨打咨询电话查询进度。']
}

/** 收件凭证 on A4: what was handed in and when, what stays and what went back. */
export function receiptOfMaterialsLayout(paper: ReceiptPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '收件凭证'),
    ...opening(paper, sentence(paper)),
    dates(paper),
    ...provisionalNote([paper.notifyBy]),
    {
      ...caseFacts(paper, [
        [
          ['收件时间', chineseInstant(paper.receivedAt)],
          ['收件人员', clerkText(paper)]
        ]
      ]),
      margin: [0, 7, 0, 0]
    },
    materials(paper),
    together([heading('说明'), ...points(notes(paper)), closing(paper, [toFill('收件人员签名：', 140)])])
  ])
}
