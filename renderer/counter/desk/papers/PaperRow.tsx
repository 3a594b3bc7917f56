import type { ReactNode } from 'react'
import type { PaperShown } from '../../../../shared/projections/views.ts'
import { PAPER_KIND } from '../../../texts/index.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { PaperLight } from './PaperLight.tsx'

export interface PaperRowProps {
  readonly paper: PaperShown
  readonly kbd?: string
  /** What is to be said about it, below. */
  readonly children?: ReactNode
}

/** A paper in a list; pressing it opens its page. */
export function PaperRow({ paper, kbd, children }: PaperRowProps) {
  const { openPaper } = useDesk()
  return (
    <li>
      <Button
        tone="quiet"
        className="paperRow"
        aria-label={`${PAPER_KIND[paper.kind]} ${paper.docNo}`}
        {...(kbd === undefined ? {} : { kbd })}
        onClick={() => openPaper(paper.docId)}
      >
        <strong>{paper.docNo}</strong>
        <span className="paperRow__about">{`${PAPER_KIND[paper.kind]} · ${paper.about}`}</span>
        <PaperLight paper={paper} />
      </Button>
      {children}
    </li>
  )
}
