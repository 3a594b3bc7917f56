import type { PaperShown } from '../../../../shared/projections/views.ts'
import { Button, classes } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { sortUnprinted } from '../model/unprinted.ts'
import { PaperRow } from '../papers/PaperRow.tsx'
import { T } from '../texts.ts'

/** Papers that nobody is known to have in hand. Always in sight. */
export function Unprinted({ papers }: { readonly papers: readonly PaperShown[] }) {
  const { openPaper } = useDesk()
  const { ofCases, slips } = sortUnprinted(papers)
  return (
    <div className="side__block" data-testid="unprinted">
      <h2 className="desk__heading">
        {T.unprinted}
        <span className={classes('side__count', ofCases.length > 0 && 'side__count--wanting')}>{ofCases.length}</span>
      </h2>
      {papers.length === 0 && <p className="desk__quiet">{T.unprintedNone}</p>}
      <ul className="papers">
        {ofCases.map((paper) => (
          <PaperRow key={paper.docId} paper={paper} />
        ))}
      </ul>
      {slips.length > 0 && (
        <section className="slips" aria-label={T.unprintedTickets(slips.length)}>
          <span className="desk__quiet">{T.unprintedTickets(slips.length)}</span>
          {slips.map((slip) => (
            <Button
              key={slip.docId}
              size="small"
              tone={slip.status === 'failed' || slip.status === 'unknown' ? 'danger' : 'plain'}
              onClick={() => openPaper(slip.docId)}
            >
              {slip.docNo}
            </Button>
          ))}
        </section>
      )}
    </div>
  )
}
