import type { PaperShown } from '../../../../shared/projections/views.ts'

/** Those that went wrong first, then in the order they came in. */
const URGENT: readonly PaperShown['status'][] = ['unknown', 'failed']

/**
 * Papers nobody has in hand, the way they are shown: papers of cases one a line, what went wrong on top; ticket slips in
 * a row of numbers, since there are many and each matters little.
 */
export function sortUnprinted(papers: readonly PaperShown[]): {
  readonly ofCases: readonly PaperShown[]
  readonly slips: readonly PaperShown[]
} {
  const ofCases = papers.filter((paper) => paper.kind !== 'ticket')
  const urgent = (paper: PaperShown): number => (URGENT.includes(paper.status) ? 0 : 1)
  return {
    ofCases: [...ofCases].sort((a, b) => urgent(a) - urgent(b)),
    slips: papers.filter((paper) => paper.kind === 'ticket')
  }
}
