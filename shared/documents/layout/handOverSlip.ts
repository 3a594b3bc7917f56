import type { HandOverPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, ONE_COPY, orElse, titleBlock } from './casePaper.ts'
import { clerkLine, closing } from './closing.ts'
import { chineseInstant } from './dates.ts'
import type { PaperDefinition } from './nodes.ts'
import { fieldGrid, heading, points, together } from './parts.ts'
import { section } from './sections.ts'
import { signTable } from './signatures.ts'

/** Who was asked first answers for it until somebody else has taken it over (首问责任制, domain §8). */
const notes = (paper: HandOverPaper): readonly string[] => [
  `接收人接收以前，仍由${orElse(paper.from)}负责到底。`,
  `到${chineseInstant(paper.returnsAt)}没有接收的，自动退回移交人继续办理。`,
  '接收人已经知道来意，来访人不用从头再说一遍。'
]

/** 首问移交单 on A4: who hands what to whom, and until when it is the giver's again. */
export function handOverSlipLayout(paper: HandOverPaper, reprint: number): PaperDefinition {
  return casePaperSheet(paper, reprint, ONE_COPY, [
    ...titleBlock(paper, '首问移交单'),
    section('一、移交内容', [
      fieldGrid([
        [['移交人', [{ text: orElse(paper.from), bold: true }]]],
        [['接收人', [{ text: orElse(paper.to), bold: true }]]],
        [['移交原因', orElse(paper.reason)]],
        [['移交时间', chineseInstant(paper.offeredAt)]],
        [['最迟接收', [{ text: chineseInstant(paper.returnsAt), bold: true }]]]
      ])
    ]),
    section('二、来访人和事项', [caseFacts(paper)]),
    together([
      heading('三、交接签名'),
      signTable([
        { label: '移交人签名', hint: '' },
        { label: '接收人签名', hint: '' }
      ]),
      heading('四、说明'),
      ...points(notes(paper)),
      closing(paper, [], [clerkLine(paper)])
    ])
  ])
}
