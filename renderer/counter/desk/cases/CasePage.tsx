import { useRef, useState } from 'react'
import type { CaseAction, CaseDetail } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Notice } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { PaperRow } from '../papers/PaperRow.tsx'
import { useCase } from '../state/useCase.ts'
import { T } from '../texts.ts'
import { ActKeys } from './ActKeys.tsx'
import { ActMenu } from './ActMenu.tsx'
import type { KeptActs } from './acts/ActDialog.tsx'
import { ACTS, type DialogAction } from './acts/acts.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseStanding, CaseTitle } from './CaseHead.tsx'
import { Timeline } from './Timeline.tsx'
import { C } from './texts.ts'

export interface CasePageProps {
  readonly caseId: string
  readonly onClose: () => void
  /** Takes the case up on the form. */
  readonly onContinue: (caseId: string) => void
}

/** One case on one page: how it stands and what may be done on top, what happened below, people and facts beside it. */
export function CasePage({ caseId, onClose, onContinue }: CasePageProps) {
  const { go, openPaper } = useDesk()
  const { detail, refusal, again } = useCase(caseId)
  const [open, setOpen] = useState<DialogAction | 'menu' | null>(null)
  const kept = useRef<KeptActs>(new Map())

  const act = (action: CaseAction): void => {
    setOpen(action === 'continue' ? null : action)
    if (action === 'continue') onContinue(caseId)
  }

  const done = (docId: string | null): void => {
    setOpen(null)
    again()
    if (docId === null) go('case.main', 'case.back')
    else openPaper(docId)
  }

  const Act = open === null || open === 'menu' ? null : ACTS[open]
  return (
    <section className="casePage" aria-label={T.caseTitle} data-home="case.back">
      <header className="casePage__head">
        {detail ? <CaseTitle detail={detail} /> : <h2>{T.caseTitle}</h2>}
        <ActKeys
          actions={detail?.actions ?? []}
          ready={detail !== null || refusal !== null}
          onAct={act}
          onMenu={() => setOpen('menu')}
          onBack={onClose}
        />
      </header>
      {refusal && <Notice tone="warn">{refusalText(refusal)}</Notice>}
      {detail ? <CaseBody detail={detail} /> : !refusal && <p className="desk__wait">{C.loading}</p>}
      {detail && open === 'menu' && <ActMenu actions={detail.actions} onAct={act} onClose={() => setOpen(null)} />}
      {detail && Act && <Act detail={detail} kept={kept.current} onClose={() => setOpen(null)} onDone={done} />}
    </section>
  )
}

const CaseBody = ({ detail }: { readonly detail: CaseDetail }) => (
  <div className="casePage__scroll">
    <CaseStanding detail={detail} />
    <div className="casePage__body">
      <div className="casePage__main">
        <h3>{T.timeline}</h3>
        <Timeline detail={detail} />
        <h3>{T.casePapers}</h3>
        {detail.papers.length === 0 ? (
          <p className="desk__quiet">{C.noPapers}</p>
        ) : (
          <ul className="papers">
            {detail.papers.map((paper) => (
              <PaperRow key={paper.docId} paper={paper} />
            ))}
          </ul>
        )}
      </div>
      <CaseFacts detail={detail} />
    </div>
  </div>
)
