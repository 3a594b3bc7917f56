import type { PaperShown } from '../../../../shared/projections/views.ts'

/** What the clerk can do with a paper now. */
export type PaperStep = 'print' | 'wait' | 'reprint' | 'retry' | 'answer'

/**
 * The next step by status. `unknown` (contact lost while printing) has to be answered by a look at the printer before
 * anything is printed again: it is never taken for printed and never printed twice by itself.
 */
export function stepOf(paper: Pick<PaperShown, 'status'>): PaperStep {
  switch (paper.status) {
    case 'issued':
      return 'print'
    case 'queued':
    case 'sent':
      return 'wait'
    case 'printed':
      return 'reprint'
    case 'failed':
      return 'retry'
    case 'unknown':
      return 'answer'
  }
}

/** Worth asking about again every second. */
export const isMoving = (paper: Pick<PaperShown, 'status'>): boolean =>
  paper.status === 'queued' || paper.status === 'sent'

/**
 * The step for papers that are printed by one press, and those it is about: whatever is not out yet, in their order; when
 * all are out, the first one again. An unknown one is answered before anything else is printed.
 */
export function stepOfAll<P extends Pick<PaperShown, 'status'>>(
  papers: readonly P[]
): { readonly step: PaperStep; readonly of: readonly P[] } {
  const at = (step: PaperStep): readonly P[] => papers.filter((paper) => stepOf(paper) === step)
  if (at('answer').length > 0) return { step: 'answer', of: at('answer') }
  if (at('wait').length > 0) return { step: 'wait', of: at('wait') }
  const left = papers.filter((paper) => stepOf(paper) === 'print' || stepOf(paper) === 'retry')
  if (left.length > 0) return { step: at('retry').length > 0 ? 'retry' : 'print', of: left }
  return { step: 'reprint', of: papers.slice(0, 1) }
}
