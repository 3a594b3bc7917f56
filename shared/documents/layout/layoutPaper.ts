import { assertNever } from '../../kernel/assertNever.ts'
import type { PaperData } from '../papers.ts'
import { acceptanceNoticeLayout } from './acceptanceNotice.ts'
import type { PaperDefinition } from './nodes.ts'
import { oneTimeNoticeLayout } from './oneTimeNotice.ts'
import { ticketLayout } from './ticket.ts'

export interface LayoutOptions {
  /** Version of the layouts the paper was issued with; a paper looks the same years later. */
  readonly template: number
  /** 0 for the first print; from 1 on the paper says 补打 with this count. */
  readonly reprint: number
}

function layoutV1(paper: PaperData, reprint: number): PaperDefinition {
  switch (paper.kind) {
    case 'ticket':
      return ticketLayout(paper, reprint)
    case 'acceptanceNotice':
      return acceptanceNoticeLayout(paper, reprint)
    case 'oneTimeNotice':
      return oneTimeNoticeLayout(paper, reprint)
    default:
      return assertNever(paper, 'paper')
  }
}

/** Once a version has been issued its layouts change no more; a new look is a new entry. */
const LAYOUTS: ReadonlyMap<number, (paper: PaperData, reprint: number) => PaperDefinition> = new Map([[1, layoutV1]])

/** Turns what a paper says into how it looks. Throws RangeError for a template version that does not exist. */
export function layoutPaper(paper: PaperData, { template, reprint }: LayoutOptions): PaperDefinition {
  const layout = LAYOUTS.get(template)
  if (!layout) throw new RangeError(`no layouts of template version ${template}`)
  return layout(paper, reprint)
}
