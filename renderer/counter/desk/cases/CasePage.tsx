import { useState } from 'react'
import { CASE_STATUS, refusalText } from '../../../texts/index.ts'
import { Badge, Button, Notice } from '../../../ui/index.ts'
import { PaperRow } from '../papers/PaperRow.tsx'
import { useCase } from '../state/useCase.ts'
import { T } from '../texts.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { STATUS_TONE } from './CaseRow.tsx'
import { CompleteCase } from './CompleteCase.tsx'
import { Timeline } from './Timeline.tsx'

export interface CasePageProps {
  readonly caseId: string
  readonly onClose: () => void
  /** Takes the case up on the form. */
  readonly onContinue: (caseId: string) => void
}

/** One case on one page: how it stands on top, what happened in the middle, people and materials beside it. */
export function CasePage({ caseId, onClose, onContinue }: CasePageProps) {
  const { detail, refusal } = useCase(caseId)
  const [completing, setCompleting] = useState(false)
  const mayContinue = detail?.status === 'supplement' || detail?.status === 'received'
  return (
    <section className="casePage" aria-label={T.caseTitle} data-home="case.back">
      <header className="casePage__head">
        <div>
          <h2>
            {detail?.itemName ?? T.caseTitle}
            {detail && <Badge tone={STATUS_TONE[detail.status]}>{CASE_STATUS[detail.status]}</Badge>}
          </h2>
          {detail && <p className="casePage__no">{detail.caseNo}</p>}
        </div>
        <div className="casePage__keys">
          <Button kbd="Escape" kbdGroup={T.caseTitle} data-place="case.back" onClick={onClose}>
            {T.back}
          </Button>
          {mayContinue && (
            <Button
              tone="primary"
              kbd="Ctrl+Enter"
              kbdGroup={T.caseTitle}
              data-place="case.main"
              onClick={() => onContinue(caseId)}
            >
              {T.continueCase}
            </Button>
          )}
          {detail?.status === 'accepted' && (
            <Button
              tone="primary"
              kbd="Ctrl+Enter"
              kbdGroup={T.caseTitle}
              data-place="case.main"
              onClick={() => setCompleting(true)}
            >
              {T.complete}
            </Button>
          )}
        </div>
      </header>
      {refusal && <Notice tone="warn">{refusalText(refusal)}</Notice>}
      {detail && (
        <div className="casePage__body">
          <div className="casePage__main">
            <h3>{T.timeline}</h3>
            <Timeline entries={detail.timeline} />
            <h3>{T.casePapers}</h3>
            <ul className="papers">
              {detail.papers.map((paper) => (
                <PaperRow key={paper.docId} paper={paper} />
              ))}
            </ul>
          </div>
          <CaseFacts detail={detail} />
        </div>
      )}
      {completing && <CompleteCase caseId={caseId} onClose={() => setCompleting(false)} />}
    </section>
  )
}
