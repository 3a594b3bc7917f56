import type { PaperShown } from '../../../../shared/projections/views.ts'
import { PAPER_STATUS } from '../../../texts/index.ts'
import { Light, type Tone } from '../../../ui/index.ts'
import { T } from '../texts.ts'

const TONE: Readonly<Record<PaperShown['status'], Tone>> = {
  issued: 'amber',
  queued: 'blue',
  sent: 'blue',
  printed: 'green',
  failed: 'red',
  unknown: 'red'
}

/** The state of a paper in words. */
export const PaperLight = ({ paper }: { readonly paper: PaperShown }) => (
  <span className="paperLight" role="status">
    <Light tone={TONE[paper.status]}>{PAPER_STATUS[paper.status]}</Light>
    {paper.prints > 1 && <span className="paperLight__prints">{T.prints(paper.prints)}</span>}
  </span>
)
