import type { DeskView } from '../../../../shared/projections/views.ts'
import { CaseRow } from '../cases/CaseRow.tsx'
import { CaseSearch } from '../cases/CaseSearch.tsx'
import { useDesk } from '../DeskContext.tsx'
import type { Draft } from '../model/drafts.ts'
import { PaperRow } from '../papers/PaperRow.tsx'
import { useCase } from '../state/useCase.ts'
import { T } from '../texts.ts'
import { Unfinished } from './Unfinished.tsx'

export interface SidePanelProps {
  readonly desk: DeskView | null
  readonly aside: readonly Draft[]
  /** The case the middle is about. */
  readonly caseId: string | null
  readonly onResume: (key: number) => void
  readonly onDiscard: (key: number) => void
  readonly onLeaveSearch: () => void
}

/**
 * Right: search, and whatever must not be forgotten. Papers that nobody has in hand stand on top and are never covered
 * by results.
 */
export function SidePanel({ desk, aside, caseId, onResume, onDiscard, onLeaveSearch }: SidePanelProps) {
  return (
    <section className="desk__side" aria-label={T.side} data-home="search">
      <CaseSearch onLeave={onLeaveSearch} />
      <div className="side__scroll">
        {desk && <Unprinted papers={desk.unprinted} />}
        <Unfinished aside={aside} onResume={onResume} onDiscard={onDiscard} />
        {caseId !== null && <CasePapers caseId={caseId} />}
        {desk && <Today desk={desk} />}
      </div>
    </section>
  )
}

const Unprinted = ({ papers }: { readonly papers: DeskView['unprinted'] }) => (
  <div className="side__block" data-testid="unprinted">
    <h2 className="desk__heading">
      {T.unprinted}
      <span className={papers.length > 0 ? 'side__count side__count--wanting' : 'side__count'}>{papers.length}</span>
    </h2>
    {papers.length === 0 ? (
      <p className="desk__quiet">{T.unprintedNone}</p>
    ) : (
      <ul className="papers">
        {papers.map((paper) => (
          <PaperRow key={paper.docId} paper={paper} />
        ))}
      </ul>
    )}
  </div>
)

/** Papers of the case in the middle, also those that are long printed. */
function CasePapers({ caseId }: { readonly caseId: string }) {
  const { detail } = useCase(caseId)
  if (!detail || detail.papers.length === 0) return null
  return (
    <div className="side__block">
      <h2 className="desk__heading">{T.casePapers}</h2>
      <ul className="papers">
        {detail.papers.map((paper) => (
          <PaperRow key={paper.docId} paper={paper} />
        ))}
      </ul>
    </div>
  )
}

function Today({ desk }: { readonly desk: DeskView }) {
  const { openCase } = useDesk()
  return (
    <div className="side__block">
      <h2 className="desk__heading">
        {T.today}
        <span className="desk__headingMore">{T.openCount(desk.openCases)}</span>
      </h2>
      {desk.today.length === 0 ? (
        <p className="desk__quiet">{T.todayNone}</p>
      ) : (
        <ul className="today">
          {desk.today.map((shown) => (
            <li key={shown.caseId}>
              <button type="button" className="today__row" onClick={() => openCase(shown.caseId)}>
                <CaseRow shown={shown} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
