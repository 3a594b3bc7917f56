import type { CasePaper, PaperRemedies } from '../papers.ts'
import type { Inline } from './nodes.ts'

/**
 * What can be done against a refusal, with the periods (行政许可法 38(2); 行政复议法 20: 60 days; 行政诉讼法 46: six
 * months), and where to complain. `what` is how the paper calls itself.
 */
export const remedyPoints = (
  paper: CasePaper,
  { reviewAuthority, reviewDays, court, courtMonths }: PaperRemedies,
  what: string
): readonly (string | readonly Inline[])[] => [
  [
    `行政复议：如不服${what}，可以自收到之日起`,
    { text: `${reviewDays}日内`, bold: true },
    `，向${reviewAuthority}申请行政复议（《中华人民共和国行政复议法》第二十条）。`
  ],
  [
    '行政诉讼：也可以自收到之日起',
    { text: `${courtMonths}个月内`, bold: true },
    `，向${court}提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）。`
  ],
  complaint(paper)
]

/** Where to complain. */
export const complaint = (paper: CasePaper): string =>
  `投诉：对办理过程有意见的，可以拨打监督电话 ${paper.hall.supervisionPhone} 反映。`
