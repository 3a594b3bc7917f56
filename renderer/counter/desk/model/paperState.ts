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
