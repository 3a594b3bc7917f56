import type { CaseDetail, PaperShown } from '../../../../shared/projections/views.ts'
import { dayAndTime, longDate, PAPER_KIND } from '../../../texts/index.ts'
import { Badge } from '../../../ui/index.ts'
import { DueDates } from '../cases/DueDates.tsx'
import { T } from '../texts.ts'

/** What the clerk says aloud while handing the paper over: which paper, its number, and by when. */
export function PaperFacts({ paper, detail }: { readonly paper: PaperShown; readonly detail: CaseDetail | null }) {
  const notice = paper.kind === 'oneTimeNotice' ? detail?.lastNotice : null
  return (
    <header className="paperFacts">
      <div className="paperFacts__head">
        <h2>
          {PAPER_KIND[paper.kind]}
          <Badge tone={paper.kind === 'oneTimeNotice' ? 'amber' : 'green'}>{T.done[paper.kind]}</Badge>
        </h2>
        <p className="paperFacts__no" data-testid="doc-no">
          {paper.docNo}
        </p>
        <p className="paperFacts__about">
          {paper.about}
          <br />
          {dayAndTime(paper.issuedAt)}
        </p>
      </div>
      {detail && (
        <dl className="paperFacts__more">
          <div>
            <dt>{T.caseNo}</dt>
            <dd className="paperFacts__caseNo" data-testid="case-no">
              {detail.caseNo}
            </dd>
          </div>
          {paper.kind === 'acceptanceNotice' && <DueDates shown={detail} large />}
          {notice && (
            <div>
              <dt>{T.supplementBy}</dt>
              <dd className="paperFacts__due">
                {notice.lapseOn === null ? T.noSupplementLimit : longDate(notice.lapseOn)}
              </dd>
            </div>
          )}
        </dl>
      )}
    </header>
  )
}
