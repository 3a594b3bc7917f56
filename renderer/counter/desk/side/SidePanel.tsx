import type { DeskView } from '../../../../shared/projections/views.ts'
import { CaseRow } from '../cases/CaseRow.tsx'
import { CaseSearch } from '../cases/CaseSearch.tsx'
import { useDesk } from '../DeskContext.tsx'
import { OpeningLine } from '../day/OpeningLine.tsx'
import type { Draft } from '../model/drafts.ts'
import { PaperRow } from '../papers/PaperRow.tsx'
import { useCase } from '../state/useCase.ts'
import { T } from '../texts.ts'
import { Unfinished } from './Unfinished.tsx'
import { Unprinted } from './Unprinted.tsx'
import { WorkBlock } from './WorkBlock.tsx'

export interface SidePanelProps {
  readonly desk: DeskView | null
  /** Number of the visit; with a new one the search is empty again. */
  readonly visit: number
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
export function SidePanel({ desk, visit, aside, caseId, onResume, onDiscard, onLeaveSearch }: SidePanelProps) {
  return (
    <section className="desk__side" aria-label={T.side} data-home="search">
      <CaseSearch key={visit} onLeave={onLeaveSearch} />
      <div className="side__scroll">
        {desk && <OpeningLine desk={desk} />}
        {desk && <Unprinted papers={desk.unprinted} />}
        {desk && <WorkBlock />}
        <Unfinished aside={aside} onResume={onResume} onDiscard={onDiscard} />
        {caseId !== null && <CasePapers caseId={caseId} listed={desk?.unprinted ?? []} />}
        {desk && <Today desk={desk} />}
      </div>
    </section>
  )
}

interface CasePapersProps {
  readonly caseId: string
  /** Stand above already. */
  readonly listed: DeskView['unprinted']
}

/** Papers of the case in the middle that are printed, to be printed again if need be. */
function CasePapers({ caseId, listed }: CasePapersProps) {
  const { detail } = useCase(caseId)
  const papers = detail?.papers.filter((paper) => !listed.some((other) => other.docId === paper.docId)) ?? []
  if (papers.length === 0) return null
  return (
    <div className="side__block">
      <h2 className="desk__heading">{T.casePapers}</h2>
      <ul className="papers">
        {papers.map((paper) => (
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
