import type { DeliveryMethod, DeliveryReceiptPaper } from '../papers.ts'
import { caseFacts } from './caseFacts.ts'
import { casePaperSheet, clerkText, orElse, titleBlock } from './casePaper.ts'
import { closing } from './closing.ts'
import { chineseDate } from './dates.ts'
import type { PaperDefinition } from './nodes.ts'
import { fieldGrid, heading, text, together } from './parts.ts'
import { signTable } from './signatures.ts'

/** Signed by the recipient: one goes into the file, one to whom it was delivered. */
const COPIES = ['第一联　入卷存档', '第二联　交受送达人']

const METHOD: Readonly<Record<DeliveryMethod, string>> = {
  collect: '本人到窗口领取',
  proxy: '代理人到窗口领取',
  post: '邮寄送达',
  home: '送上门'
}

const CHECK = '请当面核对收到的证件和文书，再签名。'

const MIND: Readonly<Record<DeliveryMethod, string>> = {
  collect: CHECK,
  proxy: CHECK,
  post: '邮寄送达的，以邮件回执上的签收日期为送达日期。',
  home: CHECK
}

const agentText = ({ agent }: DeliveryReceiptPaper): string =>
  agent === null
    ? '无'
    : [agent.name, orElse(agent.idNumberMasked, '证件号未提供'), `与受送达人关系：${orElse(agent.relation)}`].join('　')

/** 送达回证 on A4: what was delivered to whom, how, where and when, with the hands of both. */
export function deliveryReceiptLayout(paper: DeliveryReceiptPaper, reprint: number): PaperDefinition {
  const delivered = paper.delivered.map((name, i) => `${i + 1}. ${name}`).join('\n')
  return casePaperSheet(paper, reprint, COPIES, [
    ...titleBlock(paper, '送达回证'),
    fieldGrid([
      [['送达内容', [{ text: orElse(delivered, '无'), bold: true }]]],
      [
        ['受送达人', orElse(paper.recipient)],
        ['送达日期', chineseDate(paper.deliveredOn)]
      ],
      [
        ['送达方式', METHOD[paper.method]],
        ['邮件号', orElse(paper.trackingNo, '无')]
      ],
      [['送达地点', orElse(paper.place)]],
      [['代收人', agentText(paper)]]
    ]),
    { ...caseFacts(paper), margin: [0, 7, 0, 0] },
    together([
      heading('签收'),
      signTable([
        { label: '受送达人\n签名或盖章', hint: '' },
        { label: '代收人\n签名', hint: paper.agent === null ? '无代收人' : '' },
        { label: '送达人\n签名', hint: clerkText(paper) },
        { label: '见证人\n签名', hint: '拒绝签收时由见证人签名' }
      ]),
      text(MIND[paper.method], { margin: [0, 4, 0, 0] }),
      closing(paper, [])
    ])
  ])
}
